/* The audiences of a pack and the one asked for in; its edition, the grounds printed in place of what it leaves
 * out, and references into that, out. */
#include "read/edition.h"

#include "base/language.h"
#include "model/check.h"
#include "model/internal.h"

/* ---- choosing ------------------------------------------------------------------------------- */

/* A name stands in file names and in the braces of a text. */
static bool check_name(Job *job, const Node *node) {
    bool is_name = node->kind == NODE_SCALAR && id_looks_like(node->text);
    if (!is_name)
        diag_add(job->diags, E_BAD_VALUE, node->span,
                 STR("small letters, digits and - _ . alone, such as `delegation`"),
                 "an audience has a name like an id");
    return is_name;
}

static bool declare(Job *job, const Node *given, Edition *edition) {
    Node *one[] = {(Node *)given};
    bool is_list = given->kind == NODE_SEQUENCE, is_good = true;
    size_t count = is_list ? given->count : 1;
    Scalar *names = ARENA_ARRAY(job->arena, Scalar, count + 1);
    for (size_t i = 0; i < count; i++) {
        const Node *name = is_list ? given->items[i] : one[0];
        is_good &= check_name(job, name);
        names[i] = (Scalar){.text = name->text, .span = name->span, .given = true};
    }
    edition->declared = (Scalars){.at = names, .len = count};
    return is_good;
}

static void report_choice(Job *job, const Edition *edition) {
    Buf names = buf_new(job->arena);
    for (size_t i = 0; i < edition->declared.len; i++)
        buf_print(&names, "%s%.*s", i ? ", " : "", STR_ARG(edition->declared.at[i].text));
    diag_add(job->diags, E_NO_AUDIENCE, edition->declared.at[0].span,
             STR("render one edition, as --audience=NAME, or all: --audience=each"),
             "the pack has editions for %.*s", STR_ARG(buf_str(&names)));
}

bool model_open_edition(Model *model, const Node *root, Str audience) {
    Job *job = model->job;
    Edition *edition = ARENA_NEW(job->arena, Edition);
    model->edition = model->reader.edition = model->directory_reader->edition = edition;
    const Node *given = root->kind == NODE_MAPPING ? node_find(root, "audiences") : NULL;
    /* A damaged list may have lost names, and with them whom something is for. */
    if (given && given->is_damaged) return false;
    if (!given && root->is_damaged && node_lost_key(job->sources, root, "audiences")) return false;
    if (given && !declare(job, given, edition)) return false;
    if (!audience.len && !edition->declared.len) return true;
    if (!audience.len) {
        report_choice(job, edition);
        return false;
    }
    Span start = span_of(root->span.source, root->span.start, root->span.start);
    Span place = edition->declared.len ? edition->declared.at[0].span : start;
    edition->name = edition_find(job, edition, audience, place);
    return edition->name.len != 0;
}

/* ---- grounds -------------------------------------------------------------------------------- */

Rich model_ground_text(Model *model, const Node *mapping) {
    const Node *ground = node_find(mapping, "withheld");
    Rich text = {0};
    if (!ground || ground->kind != NODE_SCALAR || !ground->text.len) return text;
    Arena *arena = model->job->arena;
    Piece *piece = ARENA_NEW(arena, Piece);
    *piece = (Piece){
        .kind = PIECE_TEXT,
        .text = str_format(arena, "%.*s: %.*s", STR_ARG(language_term(model->lang, TERM_WITHHELD)),
                           STR_ARG(str_trim(ground->text))),
        .span = ground->span,
    };
    return (Rich){.pieces = piece, .count = 1, .span = ground->span};
}

bool model_add_ground(Model *model, const Node *mapping, Blocks *blocks) {
    Markup paragraph = {.kind = MARKUP_PARAGRAPH, .text = model_ground_text(model, mapping)};
    if (!paragraph.text.count) return true;
    paragraph.span = paragraph.text.span;
    return model_add_markup(model, &paragraph, blocks);
}

void edition_check_ground(Model *model, const BlockCommon *common) {
    if (common->withheld.given && !common->audience.len)
        diag_add(model->job->diags, E_MISSING_KEY, common->withheld.span,
                 STR("say who may see it: `audience: [...]`"),
                 "`withheld` without an audience withholds nothing");
}

/* ---- references ----------------------------------------------------------------------------- */

bool model_names_withheld(const Model *model, const Scalar *id_or_name) {
    const Edition *edition = model->edition;
    for (size_t i = 0; edition && i < edition->ids.len; i++) {
        if (!str_equal(edition->ids.at[i], id_or_name->text)) continue;
        diag_add(model->job->diags, E_WITHHELD_REFERENCE, id_or_name->span,
                 STR("give what names it the same audience"),
                 "this names an entry that the edition leaves out");
        return true;
    }
    return false;
}

static bool spans_bear(const TextSpan *span, Str id) {
    for (; span; span = span->outer)
        if (str_equal(span->id, id)) return true;
    return false;
}

static bool pieces_bear(const Piece *pieces, size_t count, Str id) {
    for (size_t i = 0; i < count; i++) {
        const TextNote *note = pieces[i].note;
        if (spans_bear(pieces[i].attributes, id)) return true;
        if (note && pieces_bear(note->text.pieces, note->text.count, id)) return true;
    }
    return false;
}

/* Text that was not read is looked through as it stands: `{#id` opens a passage's name. */
static bool text_bears(Arena *arena, Str text, Str id) {
    Str mark = str_format(arena, "#%.*s", STR_ARG(id));
    for (size_t at = str_find(text, mark, 0); at != SIZE_MAX; at = str_find(text, mark, at + 1)) {
        char before = at ? text.at[at - 1] : ' ';
        size_t end = at + mark.len;
        bool is_end = end < text.len && strchr("} ", text.at[end]);
        if (is_end && (before == '{' || before == ' ')) return true;
    }
    return false;
}

static bool node_bears(Arena *arena, const Node *node, Str id) {
    if (node->kind == NODE_SCALAR) return text_bears(arena, node->text, id);
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == NODE_SEQUENCE) {
            if (node_bears(arena, node->items[i], id)) return true;
            continue;
        }
        const NodeEntry *entry = &node->entries[i];
        bool is_id = str_is(entry->key->text, "id") && entry->value->kind == NODE_SCALAR;
        if (is_id && str_equal(entry->value->text, id)) return true;
        if (node_bears(arena, entry->value, id)) return true;
    }
    return false;
}

bool model_report_withheld(Model *model, Str id, Span span) {
    bool is_withheld = false;
    if (!model->edition) return false;
    for (size_t i = 0; i < model->edition->ids.len; i++)
        is_withheld |= str_equal(model->edition->ids.at[i], id);
    for (size_t i = 0; i < model->edition->removed.len && !is_withheld; i++) {
        const Removed *gone = &model->edition->removed.at[i];
        is_withheld = gone->node ? node_bears(model->job->arena, gone->node, id)
                                 : pieces_bear(gone->pieces, gone->count, id);
    }
    if (is_withheld)
        diag_add(model->job->diags, E_WITHHELD_REFERENCE, span,
                 STR("give the reference the audience of what it leads to"),
                 "this leads to what the edition leaves out");
    return is_withheld;
}

/* ---- files ---------------------------------------------------------------------------------- */

enum { MOST_WITHHELD_FILES = 10000 };

/* What withheld values name is withheld too: it is looked for in the finished file as they are. Nobody is told
 * when such a file is missing or broken: it is nobody's in this edition. */
static void withhold_file(Model *model, const Node *name) {
    if (name->kind != NODE_SCALAR || model->edition->removed.len > MOST_WITHHELD_FILES) return;
    size_t mark = str_find(name->text, STR("#"), 0);
    Str path = str_slice(name->text, 0, mark == SIZE_MAX ? name->text.len : mark);
    bool is_yaml =
        str_ends(path, STR(".yaml")) || str_ends(path, STR(".yml")) || str_ends(path, STR(".json"));
    Job quiet = *model->job;
    quiet.diags = diag_new(model->job->arena);
    uint32_t source;
    if (!path.len || !node_read_file(&quiet, path, name->span, &source)) return;
    Node *root = is_yaml ? node_parse(&quiet, source) : NULL;
    if (!root) {
        Str bytes = source_find(model->job->sources, source)->bytes;
        root = ARENA_NEW(model->job->arena, Node);
        *root = (Node){.kind = NODE_SCALAR, .text = bytes, .span = span_of(source, 0, bytes.len)};
    }
    *list_add(model->job->arena, &model->edition->removed) =
        (Removed){.span = span_of(source, 0, root->span.end), .node = root};
}

static bool names_file(const Node *key, const Node *value) {
    static const char *const keys[] = {"file", "articles", "include", NULL};
    for (size_t i = 0; keys[i]; i++)
        if (str_is(key->text, keys[i])) return true;
    return value->kind == NODE_SCALAR && str_ends(value->text, STR(".csv"));
}

static void withhold_named(Model *model, const Node *node) {
    for (size_t i = 0; i < node->count; i++) {
        const Node *value = node->kind == NODE_MAPPING ? node->entries[i].value : node->items[i];
        bool is_name = node->kind == NODE_MAPPING && names_file(node->entries[i].key, value);
        if (is_name && value->kind == NODE_SCALAR) withhold_file(model, value);
        for (size_t k = 0; is_name && value->kind == NODE_SEQUENCE && k < value->count; k++)
            withhold_file(model, value->items[k]);
        if (!is_name) withhold_named(model, value);
    }
}

static bool was_named_before(const Edition *edition, const Sources *sources, size_t index) {
    const Source *source = source_find(sources, edition->removed.at[index].span.source);
    for (size_t i = 0; source && i < index; i++) {
        const Source *other = source_find(sources, edition->removed.at[i].span.source);
        bool is_whole =
            !edition->removed.at[i].span.start && !edition->removed.at[index].span.start;
        if (other && other != source && is_whole && str_equal(other->path, source->path))
            return true;
    }
    return false;
}

void model_withhold_files(Model *model) {
    Edition *edition = model->edition;
    for (size_t i = 0; edition && i < edition->removed.len; i++) {
        const Node *node = edition->removed.at[i].node;
        if (node && !was_named_before(edition, model->job->sources, i)) withhold_named(model, node);
    }
}

/* ---- messages ------------------------------------------------------------------------------- */

void model_hush(Model *model) {
    Diags *diags = model->job->diags;
    if (!model->edition || !model->edition->removed.len) return;
    size_t kept = 0;
    for (size_t i = 0; i < diags->list.len; i++) {
        Diag diag = diags->list.at[i];
        bool is_hidden = edition_hides(model->edition, diag.span);
        bool is_error = diag.severity == SEVERITY_ERROR;
        if (is_hidden && diag.severity == SEVERITY_WARNING) diags->warnings--;
        if (is_hidden && !is_error) continue;
        bool quotes_nothing = diag.code == E_UNKNOWN_AUDIENCE || diag.code == E_BAD_SPAN ||
                              diag.code == E_NOTHING_LEFT || diag.code == E_WITHHELD_REFERENCE;
        if (is_hidden && !quotes_nothing) {
            diag.message = str_from(diag_code(diag.code)->summary);
            diag.hint = STR("this edition does not show it; render one that does");
        }
        diags->list.at[kept++] = diag;
    }
    diags->list.len = kept;
}
