/* A mapping in, its one block key out; or a report that says what the author may have meant. */
#include "model/internal.h"

/* Block keys of the vocabulary; those that no kind answers to belong to later versions. */
static const Str vocabulary[] = {STR_CONST("text"),          STR_CONST("heading"),
                                 STR_CONST("list"),          STR_CONST("quote"),
                                 STR_CONST("pull"),          STR_CONST("box"),
                                 STR_CONST("table"),         STR_CONST("figure"),
                                 STR_CONST("chart"),         STR_CONST("facts"),
                                 STR_CONST("timeline"),      STR_CONST("media"),
                                 STR_CONST("organizations"), STR_CONST("people"),
                                 STR_CONST("agenda"),        STR_CONST("objectives"),
                                 STR_CONST("messages"),      STR_CONST("questions"),
                                 STR_CONST("meeting"),       STR_CONST("recommendations"),
                                 STR_CONST("actions"),       STR_CONST("contacts"),
                                 STR_CONST("logistics"),     STR_CONST("include"),
                                 STR_CONST("page")};
#define VOCABULARY_COUNT (sizeof vocabulary / sizeof *vocabulary)

/* A kind that an author can name; "(code)" and the like are made by Markdown alone. */
static bool is_writable(const BlockKind *kind) { return kind->key[0] != '(' && kind->record; }

const BlockKind *model_find_kind(const Model *model, Str key) {
    for (const BlockKind *const *kind = model->kinds; *kind; kind++) {
        if (is_writable(*kind) && str_is(key, (*kind)->key)) return *kind;
    }
    return NULL;
}

static bool is_in_vocabulary(Str key) {
    for (size_t i = 0; i < VOCABULARY_COUNT; i++) {
        if (str_equal(key, vocabulary[i])) return true;
    }
    return false;
}

/* Blocks that are no kind: the model reads them itself (blocks.c). */
static bool is_read_here(Str key) { return str_is(key, "text") || str_is(key, "include"); }

static bool is_block_key(const Model *model, Str key) {
    return is_read_here(key) || model_find_kind(model, key) || is_in_vocabulary(key);
}

static bool is_common_key(Str key) {
    for (const Field *field = block_common_record.fields; field->key; field++) {
        if (str_is(key, field->key)) return true;
    }
    return false;
}

/* What other formats call our blocks. */
static const struct {
    const char *called, *key;
} synonyms[] = {
    {"paragraph", "text"},  {"para", "text"},        {"p", "text"},
    {"markdown", "text"},   {"title", "heading"},    {"subtitle", "heading"},
    {"section", "heading"}, {"header", "heading"},   {"bullet", "list"},
    {"bullets", "list"},    {"ul", "list"},          {"ol", "list"},
    {"items", "list"},      {"blockquote", "quote"}, {"image", "figure"},
    {"img", "figure"},      {"picture", "figure"},   {"photo", "figure"},
    {"video", "media"},     {"audio", "media"},      {"note", "box"},
    {"warning", "box"},     {"callout", "box"},      {"organisations", "organizations"},
    {"persons", "people"},  {"todo", "actions"},     {"pagebreak", "page"},
    {"schedule", "agenda"},
};

static Str nearest_block_key(const Model *model, Str key) {
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++) {
        if (str_is(key, synonyms[i].called)) return str_from(synonyms[i].key);
    }
    LIST(Str) names = {0};
    Arena *arena = model->job->arena;
    *list_add(arena, &names) = STR("text");
    *list_add(arena, &names) = STR("include");
    for (const BlockKind *const *kind = model->kinds; *kind; kind++) {
        if (is_writable(*kind)) *list_add(arena, &names) = str_from((*kind)->key);
    }
    int nearest = str_nearest(key, names.at, names.len);
    return nearest < 0 ? (Str){0} : names.at[nearest];
}

/* "Minister said", "Note": keys are short words in lower case, prose is not. */
static bool looks_like_prose(Str key) {
    for (size_t i = 0; i < key.len; i++) {
        if (key.at[i] == ' ' || (key.at[i] >= 'A' && key.at[i] <= 'Z')) return true;
    }
    return false;
}

/* No key of the mapping is a block key: say what is nearest. */
static void report_no_block_key(Model *model, const Node *mapping) {
    if (mapping->is_damaged) return; /* it may have lost the key, and that has been reported */
    const Node *unknown = NULL;
    Str nearest = {0};
    for (size_t i = 0; i < mapping->count && !nearest.len; i++) {
        const Node *key = mapping->entries[i].key;
        if (is_common_key(key->text)) continue;
        nearest = nearest_block_key(model, key->text);
        if (!unknown || nearest.len) unknown = key;
    }
    Diags *diags = model->job->diags;
    if (!unknown) {
        diag_add(diags, E_UNKNOWN_BLOCK, mapping->span,
                 STR("add what the block is, such as `text: >-`"), "this mapping is no block");
        return;
    }
    bool is_one_text = mapping->count == 1 && mapping->entries[0].value->kind == NODE_SCALAR;
    if (is_one_text && (looks_like_prose(unknown->text) || !nearest.len)) {
        diag_add(diags, E_TEXT_AS_MAPPING, unknown->span,
                 STR("did you mean text? begin it with `- >-` and put the text on the next line"),
                 "the colon makes \"%.*s\" a block key, and there is no such block",
                 STR_ARG(unknown->text));
        return;
    }
    Str hint = STR("a block is a text, or a mapping with a key such as `text`, `quote` or `list`");
    if (nearest.len)
        hint = str_format(model->job->arena, "did you mean \"%.*s\"?", STR_ARG(nearest));
    diag_add(diags, E_UNKNOWN_BLOCK, unknown->span, hint, "unknown block \"%.*s\"",
             STR_ARG(unknown->text));
}

const Node *model_find_block_key(Model *model, const Node *mapping) {
    const Node *found = NULL;
    Diags *diags = model->job->diags;
    for (size_t i = 0; i < mapping->count; i++) {
        const Node *key = mapping->entries[i].key;
        if (!is_block_key(model, key->text)) continue;
        if (found) {
            diag_add(diags, E_TWO_BLOCK_KEYS, key->span,
                     STR("begin a second block with `- ` before it"),
                     "two block keys in one mapping: \"%.*s\" and \"%.*s\"", STR_ARG(found->text),
                     STR_ARG(key->text));
            return NULL;
        }
        found = key;
    }
    if (!found) {
        report_no_block_key(model, mapping);
        return NULL;
    }
    if (is_read_here(found->text) || model_find_kind(model, found->text)) return found;
    diag_add(diags, E_NOT_IMPLEMENTED, found->span, (Str){0}, "`%.*s` blocks are not supported yet",
             STR_ARG(found->text));
    return NULL;
}
