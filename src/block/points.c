/* Texts and rows of a meeting's blocks in; labels and points of the galley out. */
#include "block/points.h"

enum { MOST_HELD = 8 }; /* lines of a point that are kept on one page */

/* ---- reading ---- */

static const Field text_fields[] = {{.key = "text", .type = FIELD_TEXT}, {0}};
static const Record text_record = {.name = "text", .size = sizeof(Rich), .fields = text_fields};

bool texts_parse(Reader *reader, const Node *value, const Field *field, void *slot) {
    TextList *texts = slot;
    bool is_list = value->kind == NODE_SEQUENCE, is_good = true;
    if (is_list && !value->count) {
        diag_add(reader->job->diags, E_WRONG_TYPE, value->span,
                 STR("put each on a line of its own: `- ...`"), "expected %s, found an empty list",
                 field->expects);
        return false;
    }
    texts->len = is_list ? value->count : 1;
    texts->at = ARENA_ARRAY(reader->job->arena, Rich, texts->len);
    for (size_t i = 0; i < texts->len; i++) {
        const Node *node = is_list ? value->items[i] : value;
        if (!field_read(reader, node, text_fields, &texts->at[i])) is_good = false;
    }
    return is_good;
}

void texts_dump(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    const TextList *texts = slot;
    for (size_t i = 0; i < texts->len; i++)
        record_dump(&text_record, &texts->at[i], sources, indent, out);
}

bool points_check_rows(Reader *reader, const Node *rows, const char *what) {
    if (!rows || rows->kind != NODE_SEQUENCE || rows->count) return true;
    diag_add(reader->job->diags, E_BAD_VALUE, rows->span, STR("begin each row with a dash"), "%s",
             what);
    return false;
}

/* ---- setting ---- */

void points_set_label(Setter *setter, const Style *style, LanguageTerm term, Span span) {
    if (setter->is_under_head) return;
    PartList parts = {0};
    setter->follows_text = false;
    parts_add_string(setter, &parts, language_term(setter->lang, term), span, style,
                     tag_add(setter->tags, setter->parent, TAG_P));
    set_parts(setter, &parts, style, span);
}

Points points_begin(Setter *setter, const char *numbering) {
    Points points = {.parent = setter->parent,
                     .list = tag_add(setter->tags, setter->parent, TAG_L)};
    points.list->list_numbering = numbering;
    return points;
}

void points_open(Setter *setter, Points *points, Str marker, Span span) {
    const Style *style = layout_style(setter->layout, "lines.marker");
    Tag *item = tag_add(setter->tags, points->list, TAG_LI);
    points->marker = (Lines){0};
    if (marker.len)
        points->marker = set_string_lines(setter, marker, span, style, setter->measure,
                                          tag_add(setter->tags, item, TAG_LBL));
    setter->parent = tag_add(setter->tags, item, TAG_LBODY);
    setter->follows_text = false;
    points->from = setter->galley->items.len;
}

static size_t lines_since(const Setter *setter, size_t from) {
    size_t count = 0;
    for (size_t i = from; i < setter->galley->items.len; i++)
        count += setter->galley->items.at[i].kind == GALLEY_BOX;
    return count;
}

void points_close(Setter *setter, Points *points) {
    if (points->marker.len) set_marker(setter, points->from, points->marker, setter->left);
    if (lines_since(setter, points->from) <= MOST_HELD) set_hold(setter, points->from);
    setter->parent = points->parent;
    setter->follows_text = false;
}

const Style *points_first(Setter *setter, const Style *style) {
    Style *first = arena_copy(setter->job->arena, style, sizeof *style);
    first->before = 0;
    return first;
}

void points_set_under(Setter *setter, const PartList *parts, const Style *style, Span span) {
    LineSpec spec = {.measure = setter->measure - style->left - style->right,
                     .align = style->align,
                     .protrusion = setter->layout->protrusion};
    set_penalty(setter, BREAK_NEVER, PENALTY_PLAIN, span);
    set_lines(setter, parts_break(setter, parts, style, &spec), style, span);
    set_end(setter, style);
}

void points_set_texts(Setter *setter, const TextList *texts, const Style *style,
                      const char *marker) {
    Points points = points_begin(setter, marker ? "None" : "Decimal");
    size_t number = 0;
    for (size_t i = 0; i < texts->len; i++) {
        if (!texts->at[i].count) continue; /* not for this edition */
        Str sign = marker ? str_from(marker) : str_format(setter->job->arena, "%zu.", ++number);
        points_open(setter, &points, sign, texts->at[i].span);
        set_rich(setter, &texts->at[i], style, tag_add(setter->tags, setter->parent, TAG_P));
        points_close(setter, &points);
    }
}

Str points_letter(Arena *arena, unsigned number) {
    char digits[8];
    size_t at = sizeof digits;
    for (; number > 0; number = (number - 1) / 26) digits[--at] = (char)('a' + (number - 1) % 26);
    return str_format(arena, "(%.*s)", (int)(sizeof digits - at), digits + at);
}
