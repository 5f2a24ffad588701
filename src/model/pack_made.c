/* Parts of a pack that are made of rows in; reports of those that would have nothing to print out. */
#include "model/internal.h"
#include "read/edition.h"

/* Rows on a key of the pack, read as the block of the same name. */
static void read_rows(Model *model, const char *key, const Node *rows, Blocks *blocks) {
    Arena *arena = model->job->arena;
    if (!rows) return;
    Node *name = ARENA_NEW(arena, Node);
    *name = (Node){.kind = NODE_SCALAR, .span = rows->span, .text = str_from(key)};
    NodeEntry entry = {.key = name, .value = arena_copy(arena, rows, sizeof *rows)};
    Node *block = ARENA_NEW(arena, Node);
    *block = (Node){.kind = NODE_MAPPING, .span = rows->span, .count = 1};
    block->entries = arena_copy(arena, &entry, sizeof entry);
    model_read_blocks(model, block, blocks);
}

static bool lists_matter(const Pack *pack, Matter matter) {
    for (size_t i = 0; i < pack->front.len; i++)
        if (pack->front.at[i] == matter) return true;
    for (size_t i = 0; i < pack->back.len; i++)
        if (pack->back.at[i] == matter) return true;
    return false;
}

static void warn_unlisted(Model *model, Matter matter, const Node *rows) {
    const char *name = matter_name(matter);
    if (rows && !lists_matter(model->pack, matter))
        diag_add(model->job->diags, W_UNPRINTED, rows->span,
                 str_format(model->job->arena, "add `%s` to `front` or `back`", name),
                 "the pack's %s are in no part of it", name);
}

static bool has_block(const Model *model, const char *key) {
    for (size_t i = 0; i < model->blocks.len; i++)
        if (str_is(str_from(key), model->blocks.at[i]->kind->key)) return true;
    return false;
}

static void report_nothing(Job *job, Matter matter, const char *key, Span span) {
    diag_add(job->diags, E_MISSING_KEY, span,
             str_format(job->arena, "add `%s:` to an item, or take the part out", key),
             "the part \"%s\" has nothing to print", matter_name(matter));
}

/* Is the part, if it is made of what blocks say, to be set? In one edition of several all of them may be withheld:
 * then it is left out without a word. */
static bool check_made(Model *model, Matter matter, Span span) {
    bool is_day = matter == MATTER_DAY;
    const char *key = is_day ? "agenda" : "actions";
    if (!is_day && matter != MATTER_ACTIONS) return true;
    if (is_day && !model->pack->principal.given)
        diag_add(model->job->diags, E_MISSING_KEY, span,
                 STR("add `principal: id` to the pack, or take the part out"),
                 "the part \"day\" is for the pack's principal, and there is none");
    if (has_block(model, key)) return true;
    if (model->edition && model->edition->name.len) return false;
    report_nothing(model->job, matter, key, span);
    return true;
}

static void check_list(Model *model, MatterList *list) {
    size_t count = list->len;
    list->len = 0;
    for (size_t i = 0; i < count; i++) {
        if (!check_made(model, list->at[i], list->spans[i])) continue;
        list->at[list->len] = list->at[i];
        list->spans[list->len++] = list->spans[i];
    }
}

void model_read_pack_rows(Model *model) {
    Pack *pack = model->pack;
    read_rows(model, "contacts", pack->contacts, &pack->contact_blocks);
    read_rows(model, "logistics", pack->logistics, &pack->logistics_blocks);
}

void model_check_pack(Model *model) {
    Pack *pack = model->pack;
    model_require_entry(model, &pack->principal);
    check_list(model, &pack->front);
    check_list(model, &pack->back);
    warn_unlisted(model, MATTER_CONTACTS, pack->contacts);
    warn_unlisted(model, MATTER_LOGISTICS, pack->logistics);
}
