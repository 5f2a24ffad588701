/* A document's file in, the model out: article or pack, the directories it uses, the order of the steps. */
#include "model/check.h"
#include "model/internal.h"

/* ---- TBC ------------------------------------------------------------------------------------ */

static void report_tbc(Model *model, Span span, bool is_printed) {
    bool is_final = model->is_final;
    Str hint = is_printed ? (Str){0} : STR("until then nothing is printed for it");
    diag_add(model->job->diags, is_final ? E_TBC_IN_FINAL : W_TBC, span,
             is_final ? STR("fill it in, or set `state: draft`") : hint,
             is_final ? "TBC in a final document" : "still to be confirmed");
}

/* Does the place lie in an entry that the article names? What nobody sees need not be confirmed. */
static bool is_in_used_entry(const Model *model, Span span) {
    for (size_t i = 0; i < model->directory->entries.len; i++) {
        Span extent = model->directory->entries.at[i]->extent;
        if (model->is_used[i] && span.source == extent.source && span.start >= extent.start &&
            span.start < extent.end)
            return true;
    }
    return false;
}

static void report_tbcs(Model *model, const Reader *directories) {
    const Reader *own = &model->reader;
    for (size_t i = 0; i < own->tbcs.len; i++) report_tbc(model, own->tbcs.at[i], true);
    for (size_t i = 0; i < own->unprinted_tbcs.len; i++)
        report_tbc(model, own->unprinted_tbcs.at[i], false);
    for (size_t i = 0; i < directories->tbcs.len; i++) {
        if (is_in_used_entry(model, directories->tbcs.at[i]))
            report_tbc(model, directories->tbcs.at[i], true);
    }
}

/* ---- directories ---------------------------------------------------------------------------- */

/* Several articles may use the same directory: it is the same when it says the same. */
static bool was_read(const Model *model, uint32_t source) {
    Str bytes = source_find(model->job->sources, source)->bytes;
    for (size_t i = 0; i < model->directory_sources.len; i++) {
        uint32_t known = model->directory_sources.at[i];
        if (str_equal(source_find(model->job->sources, known)->bytes, bytes)) return true;
    }
    return false;
}

void model_read_directories(Model *model, const Scalars *use) {
    Job *job = model->job;
    model->names_directory |= use->len != 0;
    for (size_t i = 0; i < use->len; i++) {
        uint32_t source;
        if (use->at[i].is_tbc) continue;
        if (!node_read_file(job, use->at[i].text, use->at[i].span, &source)) {
            model->lacks_directory = true;
            continue;
        }
        if (was_read(model, source)) continue;
        *list_add(job->arena, &model->directory_sources) = source;
        Node *root = node_parse(job, source);
        if (root) directory_read(model->directory_reader, root, model->directory);
    }
}

/* ---- the whole ------------------------------------------------------------------------------ */

/* What may be an id or a name: the entry counts as used. Where a directory is missing, its id may be. */
void model_use_name(Model *model, const Scalar *name) {
    if (name->is_tbc) return;
    model_name(model, name, model->lang);
    if (!model->lacks_directory) directory_check_name(model->job, model->directory, name);
}

static void use_names(Model *model, const Article *article) {
    for (size_t i = 0; i < article->authors.len; i++)
        model_use_name(model, &article->authors.at[i]);
    if (article->published_by) model_use_name(model, &article->published_by->publisher);
}

static void resolve(Model *model) {
    model_register_ids(model);
    model_check_links(model);
    model_check_headings(model);
    model_resolve_mentions(model);
    for (size_t i = 0; i < model->articles.len; i++) use_names(model, model->articles.at[i]);
    for (size_t i = 0; i < model->blocks.len; i++) {
        Block *block = model->blocks.at[i];
        if (block->fields && block->kind->resolve) block->kind->resolve(model, block);
    }
    if (model->pack) model_check_pack(model);
    model_number(model);
    model_check_budgets(model);
}

static Str document_lang(Job *job, const Scalar *lang, ModelOptions options) {
    if (options.lang.len)
        return lang_check(job, options.lang, (Span){0}) ? options.lang : STR("en");
    bool is_usable = lang->given && !lang->is_tbc && lang_check(job, lang->text, lang->span);
    return is_usable ? lang->text : STR("en");
}

static void read_article(Model *model, const Node *root, ModelOptions options) {
    const Node *body;
    Article *article = model_open_article(model, root, &body);
    model->lang = document_lang(model->job, &article->lang, options);
    model->is_final = article->state == STATE_FINAL;
    model_read_article(model, article, body);
}

static bool read_pack(Model *model, const Node *root, ModelOptions options) {
    if (!model_open_edition(model, root, options.audience)) return false;
    Pack *pack = model_open_pack(model, root);
    model->lang = document_lang(model->job, &pack->lang, options);
    model->is_final = pack->state == STATE_FINAL;
    model_read_pack(model);
    model->article = NULL;
    model_withhold_files(model);
    return true;
}

static bool refuse_audience(Job *job, Str audience) {
    if (!audience.len) return true;
    diag_add(job->diags, E_UNKNOWN_AUDIENCE, (Span){0},
             STR("editions belong to packs; leave --audience out"),
             "an article has no edition for \"%.*s\"", STR_ARG(audience));
    return false;
}

static Model *read_document(Job *job, const Node *root, const BlockKind *const *kinds,
                            ModelOptions options) {
    Model *model = ARENA_NEW(job->arena, Model);
    *model = (Model){.job = job, .kinds = kinds, .span = root->span};
    model->reader = (Reader){.job = job, .owner = model};
    model->directory = ARENA_NEW(job->arena, Directory);
    Reader directories = {.job = job, .owner = model->directory};
    model->directory_reader = &directories;
    bool is_pack = file_is(root, FILE_PACK);
    if (is_pack && !read_pack(model, root, options)) return NULL;
    if (!is_pack && !refuse_audience(job, options.audience)) return NULL;
    if (!is_pack) read_article(model, root, options);
    directory_check(job, model->directory, model->lang);
    model->is_used = ARENA_ARRAY(job->arena, bool, model->directory->entries.len + 1);
    resolve(model);
    model_warn_audiences(model);
    model->notes = model->reader.notes + directories.notes;
    report_tbcs(model, &directories);
    model_hush(model);
    model->directory_reader = NULL;
    return model;
}

Model *model_read_source(Job *job, uint32_t source, const BlockKind *const *kinds,
                         ModelOptions options) {
    const Node *root = node_parse(job, source);
    bool is_document =
        root && (file_is(root, FILE_PACK) || file_kind_check(job, root, FILE_ARTICLE));
    return is_document ? read_document(job, root, kinds, options) : NULL;
}

Model *model_read(Job *job, Str path, const BlockKind *const *kinds, ModelOptions options) {
    uint32_t source;
    if (!node_read_file(job, path, (Span){0}, &source)) return NULL;
    return model_read_source(job, source, kinds, options);
}
