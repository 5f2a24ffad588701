/* The root of an article file in; the article, its blocks among those of the document, out. */
#include "base/language.h"
#include "model/check.h"
#include "model/internal.h"

/* ---- field tables --------------------------------------------------------------------------- */

bool model_keep_node(Reader *reader, const Node *value, const Field *field, void *slot) {
    (void)reader;
    (void)field;
    *(const Node **)slot = value;
    return true;
}

static const char *const states[] = {"draft", "final", NULL};
static const char *const statuses[] = {"none",    "as-published", "edited",
                                       "summary", "translation",  NULL};

static const Field published_by_fields[] = {
    {.key = "publisher",
     .type = FIELD_STRING,
     FIELD(PublishedBy, publisher),
     .required = true,
     .help = "who published it: an id of the directory, or a name"},
    {.key = "url", .type = FIELD_URL, FIELD(PublishedBy, url), .help = "where it stands"},
    {.key = "retrieved",
     .type = FIELD_DATE,
     FIELD(PublishedBy, retrieved),
     .help = "when it was read there"},
    {.key = "status",
     .type = FIELD_CHOICE,
     FIELD(PublishedBy, status),
     FIELD_TBC(PublishedBy, status_tbc),
     .default_value = "none",
     .choices = statuses,
     .help = "how our text relates to theirs"},
    {0}};

static const Record published_by_record = {
    .name = "published-by", .size = sizeof(PublishedBy), .fields = published_by_fields};

/* The article with what only its reading needs. The article stands first: one address serves both. */
typedef struct ArticleFile {
    Article article;
    Scalar kind;
    const Node *body;
} ArticleFile;

#define IN_ARTICLE(member) .offset = offsetof(ArticleFile, article) + offsetof(Article, member)

static const Field article_fields[] = {
    {.key = "dossier",
     .type = FIELD_STRING,
     FIELD(ArticleFile, kind),
     .required = true,
     .help = "the kind of this file: article"},
    {.key = "title",
     .type = FIELD_TEXT,
     IN_ARTICLE(title),
     .required = true,
     .is_title = true,
     .help = "the title"},
    {.key = "short",
     .type = FIELD_TEXT,
     IN_ARTICLE(short_title),
     .is_title = true,
     .help = "a short title for running heads and bookmarks; the title unless given"},
    {.key = "subtitle",
     .type = FIELD_TEXT,
     IN_ARTICLE(subtitle),
     .is_title = true,
     .help = "second line of title"},
    {.key = "kicker",
     .type = FIELD_TEXT,
     IN_ARTICLE(kicker),
     .is_title = true,
     .help = "the small line above the title"},
    {.key = "standfirst",
     .type = FIELD_TEXT,
     IN_ARTICLE(standfirst),
     .help = "the summary under the title"},
    {.key = "date",
     .type = FIELD_DATE,
     IN_ARTICLE(date),
     .help = "day of publication, such as 2018-12-12; printed in the document's language"},
    {.key = "weekday",
     .type = FIELD_STRING,
     IN_ARTICLE(weekday),
     .help = "a check: the weekday of the date"},
    {.key = "place", .type = FIELD_TEXT, IN_ARTICLE(place), .help = "where it was written"},
    {.key = "authors",
     .type = FIELD_STRINGS,
     IN_ARTICLE(authors),
     .help = "names, or ids of the directory"},
    {.key = "published-by",
     .type = FIELD_RECORD,
     IN_ARTICLE(published_by),
     .record = &published_by_record,
     .help = "where the text comes from"},
    {.key = "state",
     .type = FIELD_CHOICE,
     IN_ARTICLE(state),
     .default_value = "draft",
     .choices = states,
     .help = "TBC is an error in a final article"},
    {.key = "lang",
     .type = FIELD_LANG,
     IN_ARTICLE(lang),
     .help = "language tag (BCP 47), en unless given"},
    {.key = "use",
     .type = FIELD_STRINGS,
     IN_ARTICLE(use),
     .help = "directory files, relative to this file"},
    {.key = "layout", .type = FIELD_STRING, IN_ARTICLE(layout), .help = "name or file of a layout"},
    {.key = "marking",
     .type = FIELD_STRING,
     IN_ARTICLE(marking),
     .help = "security marking, printed by layouts that have a place for it"},
    {.key = "audience",
     .type = FIELD_STRINGS,
     IN_ARTICLE(audience),
     .help = "who may see it (packs; refused in an article alone)"},
    {.key = "id", .type = FIELD_ID, IN_ARTICLE(id), .help = "what links call it"},
    {.key = "body",
     .type = FIELD_CUSTOM,
     FIELD(ArticleFile, body),
     .required = true,
     .parse = model_keep_node,
     .expects = "a list of blocks, or one text",
     .help = "a list of blocks, or one text"},
    {0}};

const Record article_record = {
    .name = "article", .size = sizeof(ArticleFile), .fields = article_fields};

/* ---- checks of several fields --------------------------------------------------------------- */

/* A weekday is checked in the document's language, and in the file's own when another was asked for. */
static int find_weekday(const LanguageProfile **profile, const Article *article) {
    int found = language_weekday(*profile, article->weekday.text);
    if (found >= 0) return found;
    const LanguageProfile *own =
        language_find(article->lang.given ? article->lang.text : STR("en"));
    found = language_weekday(own, article->weekday.text);
    if (found >= 0) *profile = own;
    return found;
}

static void check_weekday(Job *job, const Article *article, Str lang) {
    const Scalar *given = &article->weekday;
    if (!given->given || given->is_tbc || article->date.scalar.is_tbc) return;
    if (!article->date.year) {
        if (!article->date.scalar.given)
            diag_add(job->diags, E_WRONG_WEEKDAY, given->span, STR("add `date`"),
                     "there is no date to check the weekday against");
        return;
    }
    const LanguageProfile *profile = language_find(lang);
    int typed = find_weekday(&profile, article),
        right = model_weekday(article->date.year, article->date.month, article->date.day);
    if (typed == right) return;
    Str word = profile->words->weekdays[right];
    if (typed < 0) {
        diag_add(job->diags, E_WRONG_WEEKDAY, given->span,
                 str_format(job->arena, "the date is a %.*s (weekdays are checked in %.*s)",
                            STR_ARG(word), STR_ARG(profile->name)),
                 "\"%.*s\" is not a weekday", STR_ARG(given->text));
        return;
    }
    diag_add(job->diags, E_WRONG_WEEKDAY, given->span,
             str_format(job->arena, "write %.*s, or correct the date", STR_ARG(word)),
             "%04d-%02d-%02d is a %.*s, not a %.*s", article->date.year, article->date.month,
             article->date.day, STR_ARG(word), STR_ARG(profile->words->weekdays[typed]));
}

static void refuse_audience(Job *job, const Article *article) {
    diag_add(job->diags, E_NOT_IMPLEMENTED, article->audience.at[0].span,
             STR("editions belong to packs; leave the key out to render this file for everybody"),
             "an audience is not supported yet, so nothing would be withheld");
}

/* ---- reading -------------------------------------------------------------------------------- */

Article *model_open_article(Model *model, const Node *root, const Node **body) {
    ArticleFile *file = ARENA_NEW(model->job->arena, ArticleFile);
    Article *article = &file->article;
    article->span = root->span;
    article->level = 1;
    article->first_text = model->reader.texts.len;
    article->first_block = model->blocks.len;
    record_read(&model->reader, root, &article_record, file, NULL, NULL);
    if (!article->short_title.count) article->short_title = article->title;
    *body = file->body;
    return article;
}

static bool is_readable_body(Model *model, const Node *body) {
    if (!body || (body->kind != NODE_SEQUENCE && body->is_damaged)) return false;
    if (body->kind == NODE_MAPPING) {
        diag_add(model->job->diags, E_WRONG_TYPE, body->span, STR("begin each block with `- `"),
                 "the body is a list of blocks or one text, not a mapping");
        return false;
    }
    if (body->kind == NODE_SEQUENCE && !body->count) {
        diag_add(model->job->diags, E_EMPTY_TEXT, body->span, (Str){0}, "the body is empty");
        return false;
    }
    return true;
}

void model_read_article(Model *model, Article *article, const Node *body) {
    bool has_own_lang = article->lang.given && !article->lang.is_tbc && model->pack;
    article->language = has_own_lang ? article->lang.text : model->lang;
    model->article = article;
    *list_add(model->job->arena, &model->articles) = article;
    check_weekday(model->job, article, article->language);
    if (!model->pack && article->audience.len) refuse_audience(model->job, article);
    model_read_directories(model, &article->use);
    Scalar inherited = {0};
    if (is_readable_body(model, body))
        model_read_blocks_in(model, body, has_own_lang ? &article->lang : &inherited,
                             &article->body);
    article->end_block = model->blocks.len;
    if (has_own_lang) model_set_text_lang(model, article->first_text, &article->lang);
}

/* The texts of its title are not set, so nothing of them counts as a mention or as still to be confirmed. */
const Node *model_read_included(Model *model, const Node *root, Scalar *lang) {
    const Node *body;
    size_t texts = model->reader.texts.len, tbcs = model->reader.tbcs.len,
           unprinted = model->reader.unprinted_tbcs.len;
    Article *article = model_open_article(model, root, &body);
    model->reader.texts.len = texts;
    model->reader.tbcs.len = tbcs;
    model->reader.unprinted_tbcs.len = unprinted;
    if (!model->pack && article->audience.len) refuse_audience(model->job, article);
    model_read_directories(model, &article->use);
    *lang = article->lang;
    return body;
}
