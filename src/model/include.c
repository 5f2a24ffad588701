/* The name of a file, or of a block in it, in; its blocks among those of the article out. */
#include "model/check.h"
#include "model/internal.h"
#include "read/edition.h"

enum { MOST_INCLUDES = 10000 };

/* The files that are open: the one being included, the one that includes it, ... */
struct Include {
    const struct Include *outer;
    Str path; /* without "." and ".." where they can be resolved */
};

/* ---- paths ---- */

static bool is_above(Str part) { return str_is(part, ".."); }

/* "a/./b/../c" is "a/c". Links are not followed: a circle through one is found a round later. */
static Str clean_path(Arena *arena, Str path) {
    LIST(Str) parts = {0};
    bool is_absolute = str_starts(path, STR("/"));
    for (size_t at = 0; at < path.len;) {
        size_t end = str_find(path, STR("/"), at);
        if (end == SIZE_MAX) end = path.len;
        Str part = str_slice(path, at, end);
        at = end + 1;
        if (!part.len || str_is(part, ".")) continue;
        bool is_back = is_above(part) && parts.len && !is_above(list_last(&parts));
        if (is_back)
            parts.len--;
        else
            *list_add(arena, &parts) = part;
    }
    Buf clean = buf_new(arena);
    for (size_t i = 0; i < parts.len; i++) {
        if (i || is_absolute) buf_add_char(&clean, '/');
        buf_add(&clean, parts.at[i]);
    }
    return buf_str(&clean);
}

static Str path_of(const Model *model, uint32_t source) {
    const Source *found = source_find(model->job->sources, source);
    return found ? clean_path(model->job->arena, found->path) : (Str){0};
}

/* ---- circles ---- */

static void add_chain(Buf *chain, const struct Include *include, Str until) {
    if (include->outer && !str_equal(include->path, until)) add_chain(chain, include->outer, until);
    buf_print(chain, "%.*s includes ", STR_ARG(include->path));
}

/* "a.yaml includes b.yaml includes a.yaml" */
static bool is_circle(Model *model, Str path, const Scalar *target) {
    const struct Include *open = model->include;
    while (open && !str_equal(open->path, path)) open = open->outer;
    if (!open) return false;
    Buf chain = buf_new(model->job->arena);
    add_chain(&chain, model->include, path);
    diag_add(model->job->diags, E_CYCLE, target->span, STR("take one of them out"),
             "the file includes itself: %.*s%.*s", STR_ARG(buf_str(&chain)), STR_ARG(path));
    return true;
}

static bool is_within_limits(Model *model, const Scalar *target) {
    size_t depth = 0;
    for (const struct Include *open = model->include; open; open = open->outer) depth++;
    if (depth <= model->job->limits.nesting && ++model->include_count <= MOST_INCLUDES) return true;
    diag_add(model->job->diags, E_LIMIT, target->span, (Str){0},
             "more than %d files included, or more than %u in one another", MOST_INCLUDES,
             model->job->limits.nesting);
    return false;
}

/* ---- blocks ---- */

/* The mapping with this id, wherever in the body it stands. */
static const Node *find_block(const Node *node, Str id) {
    const Node *found = NULL;
    if (node->kind == NODE_MAPPING) {
        const Node *own = node_find(node, "id");
        if (own && own->kind == NODE_SCALAR && str_equal(own->text, id)) return node;
        for (size_t i = 0; i < node->count && !found; i++)
            found = find_block(node->entries[i].value, id);
    } else if (node->kind == NODE_SEQUENCE) {
        for (size_t i = 0; i < node->count && !found; i++) found = find_block(node->items[i], id);
    }
    return found;
}

bool model_read_blocks_in(Model *model, const Node *body, const Scalar *lang, Blocks *blocks) {
    size_t first = blocks->len, first_text = model->reader.texts.len;
    bool is_good = model_read_blocks(model, body, blocks);
    model_set_text_lang(model, first_text, lang);
    for (size_t i = first; i < blocks->len && lang->given; i++) {
        if (!blocks->at[i]->common.lang.given) blocks->at[i]->common.lang = *lang;
    }
    return is_good;
}

static bool report_withheld(Model *model, const Scalar *target) {
    diag_add(model->job->diags, E_WITHHELD_REFERENCE, target->span,
             STR("give the include the audience of what it includes"),
             "this includes what the edition leaves out");
    return false;
}

static bool include_file(Model *model, const Node *root, Str id, const Scalar *target,
                         Blocks *blocks) {
    Scalar lang = {0};
    if (!edition_shows_node(&model->reader, root)) return report_withheld(model, target);
    const Node *body = model_read_included(model, root, &lang);
    if (!body || (body->kind == NODE_MAPPING && !id.len)) {
        if (body)
            diag_add(model->job->diags, E_WRONG_TYPE, body->span, STR("begin each block with `- `"),
                     "the body is a list of blocks or one text, not a mapping");
        return false;
    }
    const Node *wanted = id.len ? find_block(body, id) : body;
    if (wanted && !edition_shows_node(&model->reader, wanted))
        return report_withheld(model, target);
    if (wanted) return model_read_blocks_in(model, wanted, &lang, blocks);
    diag_add(model->job->diags, E_UNKNOWN_ID, target->span, (Str){0},
             "no block of %.*s has the id \"%.*s\"", STR_ARG(model->include->path), STR_ARG(id));
    return false;
}

bool model_include(Model *model, const Scalar *target, Blocks *blocks) {
    Job *job = model->job;
    size_t mark = str_find(target->text, STR("#"), 0);
    Str file = str_slice(target->text, 0, mark), id = {0};
    if (mark != SIZE_MAX) id = str_slice(target->text, mark + 1, target->text.len);
    const struct Include *outer = model->include;
    struct Include main = {.path = path_of(model, model->article->span.source)};
    if (!outer) model->include = &main;
    uint32_t source;
    bool is_good =
        is_within_limits(model, target) && node_read_file(job, file, target->span, &source);
    struct Include this = {.outer = model->include};
    if (is_good) this.path = path_of(model, source);
    is_good = is_good && !is_circle(model, this.path, target);
    if (is_good) {
        const Node *root = node_parse(job, source);
        model->include = &this;
        is_good = root && file_kind_check(job, root, FILE_ARTICLE) &&
                  include_file(model, root, id, target, blocks);
    }
    model->include = outer;
    return is_good;
}
