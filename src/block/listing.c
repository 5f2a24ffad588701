/* Paragraphs by row and column in; a table in the galley out. */
#include "block/listing.h"

static Arena *arena_of(const Listing *listing) { return listing->setter->job->arena; }

Sp listing_width(Setter *setter, Str text, const Style *style) {
    PartList parts = {0};
    if (!text.len) return 0;
    parts_add_string(setter, &parts, text, (Span){0}, style, NULL);
    const Shaped *shaped = parts_shape(setter, &parts, style);
    return shaped ? line_natural_width(shaped) : 0;
}

Sp listing_value_width(Setter *setter, const Scalar *value, const Style *style) {
    if (!value->is_tbc) return listing_width(setter, value->text, style);
    return listing_width(setter, value->text, layout_style(setter->layout, "tbc")) + style->size;
}

/* ---- columns ---------------------------------------------------------------------------------- */

ListingColumn *listing_column(Listing *listing, Str head, Sp width) {
    ListingColumn *column = &listing->columns[listing->count++];
    *column = (ListingColumn){.head = head, .width = width, .parts = width ? 0 : 1};
    return column;
}

static void place_columns(Listing *listing) {
    Sp gap = listing->style->size * 3 / 2, rest = listing->setter->measure, x = 0;
    int parts = 0;
    for (size_t i = 0; i < listing->count; i++) {
        rest -= listing->columns[i].width + (i ? gap : 0);
        parts += listing->columns[i].parts;
    }
    for (size_t i = 0; i < listing->count; i++) {
        ListingColumn *column = &listing->columns[i];
        if (column->parts) column->width = sp_max(rest, 0) / parts * column->parts;
        column->x = x;
        x += column->width + gap;
    }
}

static bool has_head(const Listing *listing) {
    for (size_t i = 0; i < listing->count; i++) {
        if (listing->columns[i].head.len) return true;
    }
    return false;
}

/* ---- what is repeated ------------------------------------------------------------------------- */

typedef LIST(Part) Parts;

static void repeat_line(Listing *listing, Parts *parts, const Line *line, Part at) {
    at.kind = PART_LINE;
    at.line = line;
    at.x += listing->setter->left;
    at.y -= set_depth(listing->setter->layout);
    *list_add(arena_of(listing), parts) = at;
}

static Lines plain_lines(Listing *listing, Str text, const Style *style, Sp measure) {
    PartList parts = {0};
    if (!text.len) return (Lines){0};
    parts_add_string(listing->setter, &parts, text, listing->span, style, NULL);
    LineSpec spec = {.measure = measure, .align = style->align};
    return parts_break(listing->setter, &parts, style, &spec);
}

static Str continued(const Listing *listing, Str text) {
    Str word = language_term(listing->setter->lang, TERM_CONTINUED);
    return str_format(arena_of(listing), "%.*s (%.*s)", STR_ARG(text), STR_ARG(word));
}

static Sp repeat_caption(Listing *listing, Parts *parts) {
    const Style *style = listing->caption_style;
    Sp top = 0;
    if (!listing->caption.given) return 0;
    Lines lines = plain_lines(listing, continued(listing, listing->caption.text), style,
                              listing->setter->measure);
    for (size_t i = 0; i < lines.len; i++) {
        top += style->leading;
        repeat_line(listing, parts, &lines.at[i], (Part){.y = top});
    }
    return top;
}

/* Without a caption the widest column's head says that it goes on. */
static size_t widest_column(const Listing *listing) {
    size_t widest = 0;
    for (size_t i = 1; i < listing->count; i++) {
        if (listing->columns[i].width > listing->columns[widest].width) widest = i;
    }
    return widest;
}

static Sp repeat_heads(Listing *listing, Parts *parts, Sp top) {
    size_t most = 0, widest = widest_column(listing);
    Sp leading = listing->head->leading;
    for (size_t i = 0; i < listing->count; i++) {
        const ListingColumn *column = &listing->columns[i];
        Str head = column->head;
        if (i == widest && !listing->caption.given) head = continued(listing, head);
        Lines lines = plain_lines(listing, head, listing->head, column->width);
        most = lines.len > most ? lines.len : most;
        for (size_t k = 0; k < lines.len; k++)
            repeat_line(listing, parts, &lines.at[k],
                        (Part){.x = column->x, .y = top + (Sp)(k + 1) * leading});
    }
    return top + (Sp)most * leading;
}

static void open_repeat(Listing *listing) {
    Parts parts = {0};
    Sp top = 0;
    if (has_head(listing)) {
        top = repeat_caption(listing, &parts);
        top = repeat_heads(listing, &parts, top);
    }
    GalleyItem *open = set_add(listing->setter, GALLEY_OPEN, listing->span);
    open->parts = parts.at;
    open->part_count = parts.len;
    open->height = top;
}

/* ---- cells ------------------------------------------------------------------------------------ */

static Tag *add_cell(Listing *listing, size_t column, bool is_head) {
    Setter *setter = listing->setter;
    Tag *cell = tag_add(setter->tags, listing->tr, is_head || !column ? TAG_TH : TAG_TD);
    cell->is_row_header = !is_head && !column;
    return cell;
}

Tag *listing_tag(Listing *listing, size_t column) {
    return tag_add(listing->setter->tags, listing->columns[column].cell, TAG_P);
}

static Lines joined(Arena *arena, Lines first, Lines second) {
    if (!first.len) return second;
    Line *lines = ARENA_ARRAY(arena, Line, first.len + second.len + 1);
    for (size_t i = 0; i < first.len; i++) lines[i] = first.at[i];
    for (size_t i = 0; i < second.len; i++) lines[first.len + i] = second.at[i];
    return (Lines){.at = lines, .len = first.len + second.len};
}

void listing_add(Listing *listing, size_t column, const PartList *parts, const Style *style) {
    ListingColumn *at = &listing->columns[column];
    LineSpec spec = {.measure = at->width, .align = style->align};
    at->lines =
        joined(arena_of(listing), at->lines, parts_break(listing->setter, parts, style, &spec));
}

void listing_add_rich(Listing *listing, size_t column, const Rich *rich, const Style *style) {
    PartList parts = {0};
    if (!rich->count) return;
    parts_add_rich(listing->setter, &parts, rich, style, listing_tag(listing, column));
    listing_add(listing, column, &parts, style);
}

void listing_add_text(Listing *listing, size_t column, Str text, const Style *style) {
    listing_add_value(listing, column, &(Scalar){.text = text, .span = listing->span}, style);
}

void listing_add_value(Listing *listing, size_t column, const Scalar *value, const Style *style) {
    PartList parts = {0};
    if (!value->text.len) return;
    parts_add_value(listing->setter, &parts, value, style, listing_tag(listing, column));
    listing_add(listing, column, &parts, style);
}

/* ---- rows ------------------------------------------------------------------------------------- */

static void begin_row(Listing *listing, bool is_head) {
    listing->tr = tag_add(listing->setter->tags, listing->section, TAG_TR);
    for (size_t i = 0; i < listing->count; i++) {
        listing->columns[i].lines = (Lines){0};
        listing->columns[i].cell = add_cell(listing, i, is_head);
    }
}

void listing_row(Listing *listing) { begin_row(listing, false); }

static void set_cells(Listing *listing, const Style *style, Span span) {
    Cell cells[MOST_LISTING_COLUMNS];
    for (size_t i = 0; i < listing->count; i++)
        cells[i] = (Cell){.lines = listing->columns[i].lines, .x = listing->columns[i].x};
    set_row(listing->setter,
            &(Row){.cells = cells, .count = listing->count, .style = style, .span = span});
}

/* Half a line; above a row its rule stands on top of it. */
static void set_air(Listing *listing, const Style *rule, Span span) {
    Setter *setter = listing->setter;
    Part part = {.kind = PART_RULE, .x = setter->left, .width = setter->measure};
    if (rule) {
        part.height = rule->rule;
        part.color = rule->rule_color;
    } else {
        set_penalty(setter, BREAK_NEVER, PENALTY_PLAIN, span);
    }
    GalleyItem *box = set_add(setter, GALLEY_BOX, span);
    box->height = listing->style->leading / 2;
    box->is_text = true;
    if (!rule) return;
    box->parts = arena_copy(arena_of(listing), &part, sizeof part);
    box->part_count = 1;
    set_penalty(setter, BREAK_NEVER, PENALTY_PLAIN, span);
}

/* Neither the first row nor the last stands alone on a page. */
static void part_rows(Listing *listing, Span span) {
    bool is_held = listing->row == 1 || listing->row + 1 == listing->rows;
    if (listing->row)
        set_penalty(listing->setter, is_held ? BREAK_NEVER : 0, PENALTY_PLAIN, span);
    else if (has_head(listing))
        set_penalty(listing->setter, BREAK_NEVER, PENALTY_STRANDED, span);
}

void listing_end_row(Listing *listing, Span span) {
    Style first = *listing->style;
    if (listing->head) first.rule_color = listing->head->rule_color;
    const Style *style =
        listing->row ? listing->style : arena_copy(arena_of(listing), &first, sizeof first);
    part_rows(listing, span);
    set_air(listing, style, span);
    set_cells(listing, style, span);
    set_air(listing, NULL, span);
    listing->row++;
}

/* ---- the whole -------------------------------------------------------------------------------- */

static void set_caption(Listing *listing) {
    Setter *setter = listing->setter;
    PartList parts = {0};
    if (!listing->caption.given) return;
    parts_add_value(setter, &parts, &listing->caption, listing->caption_style,
                    tag_add(setter->tags, listing->table, TAG_CAPTION));
    set_parts(setter, &parts, listing->caption_style, listing->span);
}

void listing_begin(Listing *listing) {
    Setter *setter = listing->setter;
    setter->follows_text = false;
    place_columns(listing);
    listing->table = tag_add(setter->tags, setter->parent, TAG_TABLE);
    set_caption(listing);
    set_space(setter, listing->caption.given ? listing->head : listing->style);
    if (has_head(listing)) {
        listing->section = tag_add(setter->tags, listing->table, TAG_THEAD);
        begin_row(listing, true);
        for (size_t i = 0; i < listing->count; i++)
            listing_add_text(listing, i, listing->columns[i].head, listing->head);
        set_cells(listing, listing->head, listing->span);
    }
    listing->section = tag_add(setter->tags, listing->table, TAG_TBODY);
    open_repeat(listing);
}

void listing_end(Listing *listing) {
    set_add(listing->setter, GALLEY_CLOSE, listing->span);
    set_end(listing->setter, listing->style);
}

void listing_set_tbc(Setter *setter, const Scalar *tbc, const Style *style) {
    PartList parts = {0};
    parts_add_tbc(setter, &parts, tbc, style, tag_add(setter->tags, setter->parent, TAG_P));
    set_parts(setter, &parts, style, tbc->span);
}
