/* A mapping of a pack's `items` in; the item, with its articles read, out. */
#include "model/pack_item.h"

#include "model/check.h"
#include "model/internal.h"
#include "read/edition.h"

/* ---- field tables --------------------------------------------------------------------------- */

static const Field budget_fields[] = {
    {.key = "pages", .type = FIELD_INT, FIELD(Budget, pages), .help = "most pages"},
    {.key = "words", .type = FIELD_INT, FIELD(Budget, words), .help = "most words"},
    {.key = "minutes",
     .type = FIELD_INT,
     FIELD(Budget, minutes),
     .help = "most minutes of speaking, at 130 words a minute"},
    {0}};
static const Record budget_record = {
    .name = "limit", .size = sizeof(Budget), .fields = budget_fields};

/* The item with what only its reading needs. The item stands first: one address serves both. */
typedef struct ItemFile {
    PackItem item;
    /* of an article whose text is the item's own body */
    Rich kicker, standfirst, place;
    Date date;
    Scalars authors;
    const Node *body;
} ItemFile;

static const char *const purposes[] = {"none",        "decision", "discussion",
                                       "information", "noting",   NULL};
static const char *const statuses[] = {"none",      "final", "draft",  "late", "to-follow",
                                       "withdrawn", "oral",  "exempt", NULL};
static const char *const forms[] = {"standard", "speech", "cards", "one-page", NULL};
static const char *const starts[] = {"any", "recto", NULL};

static const Field item_fields[] = {
    {.key = "title",
     .type = FIELD_TEXT,
     FIELD(PackItem, title),
     .is_title = true,
     .help = "the title; the article's own unless given"},
    {.key = "short",
     .type = FIELD_TEXT,
     FIELD(PackItem, short_title),
     .is_title = true,
     .help = "a short title for heads and bookmarks"},
    {.key = "purpose",
     .type = FIELD_CHOICE,
     FIELD(PackItem, purpose),
     .default_value = "none",
     .choices = purposes,
     .help = "what the meeting does with it"},
    {.key = "owner",
     .type = FIELD_STRING,
     FIELD(PackItem, owner),
     .help = "who answers for it: an id of the directory, or a name"},
    {.key = "presenter",
     .type = FIELD_STRING,
     FIELD(PackItem, presenter),
     .help = "who presents it: an id, or a name"},
    {.key = "considered",
     .type = FIELD_TEXT,
     FIELD(PackItem, considered),
     .help = "where it was considered before"},
    {.key = "body",
     .type = FIELD_CUSTOM,
     .parse = model_keep_node,
     FIELD(ItemFile, body),
     .help = "a list of blocks, or one text"},
    {.key = "file", .type = FIELD_STRING, FIELD(PackItem, file), .help = "an article file"},
    {.key = "articles",
     .type = FIELD_STRINGS,
     FIELD(PackItem, files),
     .help = "several article files"},
    {.key = "kicker",
     .type = FIELD_TEXT,
     FIELD(ItemFile, kicker),
     .is_title = true,
     .help = "with a body: the small line above the title"},
    {.key = "standfirst",
     .type = FIELD_TEXT,
     FIELD(ItemFile, standfirst),
     .help = "with a body: the summary under the title"},
    {.key = "date", .type = FIELD_DATE, FIELD(ItemFile, date), .help = "with a body: its day"},
    {.key = "place",
     .type = FIELD_TEXT,
     FIELD(ItemFile, place),
     .help = "with a body: where it was written"},
    {.key = "authors",
     .type = FIELD_STRINGS,
     FIELD(ItemFile, authors),
     .help = "with a body: names, or ids of the directory"},
    {.key = "status",
     .type = FIELD_CHOICE,
     FIELD(PackItem, status),
     .default_value = "none",
     .choices = statuses,
     .help = "to-follow, withdrawn, oral and exempt print a slip sheet"},
    {.key = "due", .type = FIELD_DATE, FIELD(PackItem, due), .help = "when the paper is due"},
    {.key = "limit",
     .type = FIELD_RECORD,
     FIELD(PackItem, limit),
     .record = &budget_record,
     .help = "pages, words or minutes past which the build fails"},
    {.key = "form",
     .type = FIELD_CHOICE,
     FIELD(PackItem, form),
     .default_value = "standard",
     .choices = forms,
     .help = "how its pages look"},
    {.key = "start",
     .type = FIELD_CHOICE,
     FIELD(PackItem, start),
     .default_value = "any",
     .choices = starts,
     .help = "recto: begins on a right-hand page"},
    {.key = "audience",
     .type = FIELD_STRINGS,
     FIELD(PackItem, audience),
     .help = "which editions have it"},
    {.key = "withheld",
     .type = FIELD_STRING,
     FIELD(PackItem, withheld),
     .help = "ground that other editions print in its place"},
    {.key = "marking", .type = FIELD_STRING, FIELD(PackItem, marking), .help = "security marking"},
    {.key = "id", .type = FIELD_ID, FIELD(PackItem, id), .help = "what links call it"},
    {0}};

static const Record item_record = {.name = "item", .size = sizeof(ItemFile), .fields = item_fields};

const char *item_status_name(int status) { return statuses[status]; }
const char *item_purpose_name(int purpose) { return purposes[purpose]; }
bool item_is_awaited(const PackItem *item) {
    return item->status == ITEM_TO_FOLLOW || item->status == ITEM_DRAFT ||
           item->status == ITEM_LATE;
}
bool item_is_slip(const PackItem *item) { return item->status >= ITEM_TO_FOLLOW; }

/* ---- checks --------------------------------------------------------------------------------- */

static void refuse(Model *model, Span span, const char *what) {
    diag_add(model->job->diags, E_NOT_IMPLEMENTED, span, (Str){0}, "%s not supported yet", what);
}

static void refuse_unsupported(Model *model, const PackItem *item) {
    if (item->marking.given) refuse(model, item->marking.span, "an item's marking is");
}

/* Exactly one of body, file, articles; none where a slip says why. */
static bool check_content(Model *model, const Node *node, const ItemFile *file) {
    const char *const keys[] = {"body", "file", "articles"};
    const Node *found = NULL;
    for (size_t i = 0; i < 3; i++) {
        const Node *value = node_find(node, keys[i]);
        if (value && found) {
            diag_add(model->job->diags, E_BAD_VALUE, value->span,
                     STR("keep one of `body`, `file` and `articles`"),
                     "an item has one kind of content");
            return false;
        }
        if (value) found = value;
    }
    if (found || item_is_slip(&file->item)) return true;
    diag_add(model->job->diags, E_MISSING_KEY,
             span_of(node->span.source, node->span.start, node->span.start),
             STR("add `body`, `file` or `articles`, or say why there is none: `status: to-follow`"),
             "an item without content");
    return false;
}

static void check_title(Model *model, const Node *node, const PackItem *item) {
    if (item->title.count || item->file.given || node_find(node, "title")) return;
    diag_add(model->job->diags, E_MISSING_KEY,
             span_of(node->span.source, node->span.start, node->span.start),
             STR("add `title: ...`"), "item needs the key \"title\"");
}

/* ---- content -------------------------------------------------------------------------------- */

static void add_article(Model *model, PackItem *item, Article *article) {
    *list_add(model->job->arena, &item->articles) = article;
}

/* The item's own text is an article that borrows the item's title. */
static void read_own_body(Model *model, ItemFile *file, size_t first_text) {
    PackItem *item = &file->item;
    Article *article = ARENA_NEW(model->job->arena, Article);
    *article = (Article){.span = item->span,
                         .title = item->title,
                         .short_title = item->short_title,
                         .kicker = file->kicker,
                         .standfirst = file->standfirst,
                         .place = file->place,
                         .date = file->date,
                         .authors = file->authors,
                         .state = model->pack->state,
                         .level = 2,
                         .first_text = first_text,
                         .first_block = model->blocks.len};
    item->has_body = true;
    model_read_article(model, article, file->body);
    add_article(model, item, article);
}

/* False: the article is not for this edition. */
static bool read_file(Model *model, PackItem *item, const Scalar *name) {
    uint32_t source;
    const Node *body;
    if (name->is_tbc || !node_read_file(model->job, name->text, name->span, &source)) return true;
    const Node *root = node_parse(model->job, source);
    if (!root || !file_kind_check(model->job, root, FILE_ARTICLE)) return true;
    if (!edition_shows_node(&model->reader, root)) return false;
    Article *article = model_open_article(model, root, &body);
    article->level = 3;
    model_read_article(model, article, body);
    add_article(model, item, article);
    return true;
}

static void read_files(Model *model, PackItem *item) {
    size_t kept = 0, count = item->files.len;
    for (size_t i = 0; i < count; i++) {
        Scalar name = item->files.at[i];
        if (read_file(model, item, &name)) item->files.at[kept++] = name;
    }
    item->files.len = kept;
    item->is_left_out |= count && !kept;
}

static void read_content(Model *model, ItemFile *file, size_t first_text) {
    PackItem *item = &file->item;
    if (file->body) read_own_body(model, file, first_text);
    if (item->file.given) item->is_left_out = !read_file(model, item, &item->file);
    read_files(model, item);
}

/* An item that has no title of its own has that of its article, which then is not set twice. */
static void borrow_title(PackItem *item) {
    if (!item->articles.len) return;
    Article *article = item->articles.at[0];
    if (!item->title.count) {
        item->title = article->title;
        if (!item->short_title.count) item->short_title = article->short_title;
        article->level = 2;
    }
}

/* The number stands, and why there is no more to it. */
static void add_ground(Model *model, const Node *node) {
    PackItem *item = &ARENA_NEW(model->job->arena, ItemFile)->item;
    item->title = item->short_title = model_ground_text(model, node);
    if (!item->title.count) return;
    item->span = item->title.span;
    item->first_text = model->reader.texts.len;
    item->is_withheld = true;
    item->number = (unsigned)model->pack->items.len + 1;
    *list_add(model->job->arena, &model->pack->items) = item;
}

static void check_ground(Model *model, const PackItem *item) {
    BlockCommon common = {.audience = item->audience, .withheld = item->withheld};
    edition_check_ground(model, &common);
}

static void read_item(Model *model, const Node *node) {
    Job *job = model->job;
    ItemFile *file = ARENA_NEW(job->arena, ItemFile);
    PackItem *item = &file->item;
    size_t first_text = model->reader.texts.len, first_tbc = model->reader.tbcs.len;
    item->span = node->span;
    item->first_text = first_text;
    bool is_good = record_read(&model->reader, node, &item_record, file, NULL, NULL);
    item->number = (unsigned)model->pack->items.len + 1;
    refuse_unsupported(model, item);
    check_ground(model, item);
    check_title(model, node, item);
    /* A mistake in one key hides none of those in its files. */
    if (!is_good || check_content(model, node, file)) read_content(model, file, first_text);
    /* An item all of whose articles are left out is left out with them, title and all. */
    if (item->is_left_out) {
        model->reader.texts.len = first_text;
        model->reader.tbcs.len = first_tbc;
        edition_remove(&model->reader, node);
        return;
    }
    *list_add(job->arena, &model->pack->items) = item;
    borrow_title(item);
    if (!item->short_title.count) item->short_title = item->title;
}

void pack_read_item(Model *model, const Node *node) {
    if (node->kind != NODE_MAPPING) {
        if (!node->is_damaged)
            diag_add(model->job->diags, E_WRONG_TYPE, node->span, STR("write `- title: ...`"),
                     "an item is a mapping, not %s", node_kind_name(node));
        return;
    }
    if (edition_shows_node(&model->reader, node))
        read_item(model, node);
    else
        add_ground(model, node);
}

void pack_dump_item(const Model *model, const PackItem *item, Buf *out) {
    buf_print(out, "item %u articles=%zu%s\n", item->number, item->articles.len,
              item->is_withheld ? " withheld"
              : item->has_body  ? " body"
                                : "");
    record_dump(&item_record, item, model->job->sources, 2, out);
}
