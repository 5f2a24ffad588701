/* A pack in; its contents out: number, title, leader, page; purpose and owner below the title.
 *
 * Leaders are whole numbers of dots set flush to the page numbers' column, so the dots of all lines stand below
 * one another. */
#include "base/language.h"
#include "block/look.h"
#include "block/pack.h"

typedef struct Columns {
    Sp title; /* left edge of the titles */
    Sp folio; /* left edge of the page numbers; they stand flush right */
    Sp dot;   /* width of one dot of the leader */
} Columns;

static const Style *style_of(const Setter *setter, const char *name) {
    return layout_style(setter->layout, name);
}

static Sp width_of(Setter *setter, Str text, const Style *style) {
    PartList parts = {0};
    parts_add_string(setter, &parts, text, (Span){0}, style, NULL);
    const Shaped *shaped = parts_shape(setter, &parts, style);
    return shaped ? line_natural_width(shaped) : 0;
}

static Columns find_columns(Setter *setter) {
    const Style *style = style_of(setter, "contents");
    bool has_numbers = setter->model->pack->numbering->items;
    Sp folio = width_of(setter, STR("00000"), style_of(setter, "contents.page"));
    return (Columns){.title = has_numbers ? style->left : 0,
                     .folio = setter->measure - folio,
                     .dot = (width_of(setter, STR(". . . . . . . . . . ."), style) -
                             width_of(setter, STR("."), style)) /
                            10};
}

/* The line stands level with the last line of the title: empty lines above it. */
static Lines lowered(Setter *setter, Lines lines, size_t below) {
    if (!lines.len || !below) return lines;
    Line *all = ARENA_ARRAY(setter->job->arena, Line, below + 1);
    for (size_t i = 0; i < below; i++) all[i] = (Line){.text = lines.at[0].text};
    all[below] = lines.at[0];
    return (Lines){.at = all, .len = below + 1};
}

/* Dots from where the title's last line leaves off to a gap before the page's column. */
static Lines leader_lines(Setter *setter, const Columns *columns, Sp from) {
    const Style *style = style_of(setter, "contents");
    Sp room = columns->folio - style->size - from;
    int count = columns->dot > 0 ? (int)(room / columns->dot) - 1 : 0;
    if (count < 2) return (Lines){0};
    Buf dots = buf_new(setter->job->arena);
    for (int i = 0; i < count; i++) buf_add(&dots, i ? STR(" .") : STR("."));
    PartList parts = {0};
    parts_add_string(setter, &parts, buf_str(&dots), (Span){0}, style, NULL);
    LineSpec spec = {.measure = room, .align = ALIGN_END};
    return parts_break(setter, &parts, style, &spec);
}

static Lines linked_lines(Setter *setter, Str text, const TextLink *link, const Style *style,
                          const LineSpec *spec) {
    PartList parts = {0};
    Tag *tag = tag_add(setter->tags, setter->parent->last, TAG_REFERENCE);
    parts_add_link(setter, &parts, text, link, style, tag);
    return parts_break(setter, &parts, style, spec);
}

static Cell number_cell(Setter *setter, const PackItem *item, const Columns *columns) {
    if (!columns->title) return (Cell){0};
    Str number = str_format(setter->job->arena, "%u", item->number);
    Tag *label = tag_add(setter->tags, setter->parent->last, TAG_LBL);
    return (Cell){.lines =
                      set_string_lines(setter, number, item->span,
                                       style_of(setter, "contents.number"), columns->title, label)};
}

static Cell title_cell(Setter *setter, const PackItem *item, const TextLink *link,
                       const Columns *columns) {
    const Style *style = style_of(setter, "contents");
    LineSpec spec = {.measure = columns->folio - columns->title - style->size,
                     .align = style->align};
    Str title = rich_plain(setter->job->arena, &item->title);
    return (Cell){.x = columns->title, .lines = linked_lines(setter, title, link, style, &spec)};
}

static void set_entry(Setter *setter, const PackItem *item, Str page, const Columns *columns) {
    const Style *style = style_of(setter, "contents");
    Arena *arena = setter->job->arena;
    TextLink *link = ARENA_NEW(arena, TextLink);
    link->url = str_format(arena, "#%.*s", STR_ARG(item_destination(arena, item)));
    tag_add(setter->tags, setter->parent, TAG_TOCI);
    Cell cells[4] = {number_cell(setter, item, columns), title_cell(setter, item, link, columns)};
    size_t last = cells[1].lines.len ? cells[1].lines.len - 1 : 0;
    const Line *line = cells[1].lines.len ? &cells[1].lines.at[last] : NULL;
    Sp end = columns->title + (line ? line->left + line->width : 0) + style->size;
    cells[2] = (Cell){.x = end, .lines = lowered(setter, leader_lines(setter, columns, end), last)};
    LineSpec spec = {.measure = setter->measure - columns->folio, .align = ALIGN_END};
    Lines folio = linked_lines(setter, page, link, style_of(setter, "contents.page"), &spec);
    cells[3] = (Cell){.x = columns->folio, .lines = lowered(setter, folio, last)};
    set_space(setter, style);
    set_row(setter, &(Row){.cells = cells, .count = 4, .style = style, .span = item->span});
    set_end(setter, style);
}

static void set_label(Setter *setter, const PackItem *item, const Columns *columns) {
    Buf label = buf_new(setter->job->arena);
    if (!item_add_label(setter, item, &label)) return;
    const Style *style = style_of(setter, "contents.label");
    Cell cell = {.x = columns->title};
    cell.lines = set_string_lines(setter, buf_str(&label), item->span, style,
                                  columns->folio - columns->title,
                                  tag_add(setter->tags, setter->parent->last, TAG_P));
    set_penalty(setter, BREAK_NEVER, PENALTY_PLAIN, item->span);
    set_row(setter, &(Row){.cells = &cell, .count = 1, .style = style, .span = item->span});
}

void matter_set_contents(Setter *setter, const PackNumbers *numbers) {
    const Pack *pack = setter->model->pack;
    matter_set_title(setter, language_term(setter->lang, TERM_CONTENTS), STR("part:contents"));
    setter->parent = tag_add(setter->tags, setter->parent, TAG_TOC);
    Columns columns = find_columns(setter);
    for (size_t i = 0; i < pack->items.len; i++) {
        Str page = numbers->items[i].first.len ? numbers->items[i].first : STR("0000");
        set_entry(setter, pack->items.at[i], page, &columns);
        set_label(setter, pack->items.at[i], &columns);
    }
}
