/* A table in, rows of the galley out: cells are shaped once, widths solved, lines broken, boxes set.
 *
 * Head rows stand before an OPEN item whose parts are the caption "(continued)" and the head rows once more:
 * the page stage draws them on top of each further piece. Each box is one line of a row, and so on the grid. */
#include "block/table.h"

#include "base/language.h"
#include "block/link_note.h"
#include "block/look.h"

enum {
    COST_LONELY_ROW = 2000, /* a break behind the first body row or before the last */
    COST_TOTAL = 4000,      /* before the total */
    COST_SPLIT_EDGE = 1000, /* one line of a split row alone */
    LARGEST_REPEAT = 3      /* what is repeated takes at most this part of a page */
};

typedef struct SetCell {
    PartList parts;
    const Shaped *shaped; /* NULL: empty */
    Lines lines;
    bool is_number;
    Sp before, natural; /* a number's width before its decimal sign; of all */
    Sp shift;           /* of the lines from the column's left edge */
} SetCell;

typedef struct SetRow {
    const TableRow *row;
    SetCell *cells;
    const Style *style;
    size_t marks_from, marks_to;
    size_t lines;
    bool is_head;
    Sp rule; /* below it; 0: none */
    Color rule_color;
} SetRow;

typedef struct SetColumn {
    NumberColumn numbers;
    bool is_number;
    int align;
    Sp before, behind; /* widest parts of its numbers on either side of the decimal sign */
    Sp x, width;
} SetColumn;

typedef struct TableSetter {
    Setter *setter;
    const Table *table;
    Span span;
    const Style *body, *head;
    SetRow *rows; /* all; heads first */
    size_t row_count, head_count;
    SetColumn *columns;
    size_t column_count;
    LIST(Mark) marks;  /* of spans in cells, row by row */
    Sp gap, x, width;  /* of the whole table */
    GalleyItem repeat; /* parts and height */
} TableSetter;

static Arena *arena_of(const TableSetter *set) { return set->setter->job->arena; }

/* ---- rows and cells -------------------------------------------------------------------------- */

/* The names of the columns as a row. */
static const TableRow *names_row(TableSetter *set) {
    const TableColumns *columns = &set->table->columns;
    TableRow *row = ARENA_NEW(arena_of(set), TableRow);
    *row = (TableRow){.cells = ARENA_ARRAY(arena_of(set), const Rich *, columns->len),
                      .count = columns->len,
                      .span = columns->span};
    for (size_t i = 0; i < columns->len; i++) row->cells[i] = columns->at[i].name;
    return row;
}

static void list_rows(TableSetter *set) {
    const Table *table = set->table;
    bool has_names = table->columns.has_names;
    const Style *total = layout_style(set->setter->layout, "table.total");
    set->head_count = (size_t)table->header_rows + has_names;
    set->rows = ARENA_ARRAY(arena_of(set), SetRow, table->rows.len + 1);
    if (has_names) set->rows[set->row_count++].row = names_row(set);
    for (size_t i = 0; i < table->rows.len; i++)
        set->rows[set->row_count++].row = &table->rows.at[i];
    for (size_t i = 0; i < set->row_count; i++) {
        SetRow *row = &set->rows[i];
        row->is_head = i < set->head_count;
        row->style = row->is_head ? set->head : set->body;
        row->cells = ARENA_ARRAY(arena_of(set), SetCell, set->column_count);
    }
    if (table->total && set->row_count > set->head_count)
        set->rows[set->row_count - 1].style = total;
}

/* An empty head would name nothing: it is a plain cell. */
static Tag *cell_tag(TableSetter *set, const SetRow *row, size_t column, Tag *tr) {
    bool is_row_header = !row->is_head && column < (size_t)set->table->header_columns;
    bool is_header = (row->is_head || is_row_header) && row->row->cells[column];
    Tag *tag = tag_add(set->setter->tags, tr, is_header ? TAG_TH : TAG_TD);
    tag->is_row_header = is_header && is_row_header;
    return tag;
}

static void shape_row(TableSetter *set, SetRow *row, Tag *group) {
    Setter *setter = set->setter;
    Tag *tr = group ? tag_add(setter->tags, group, TAG_TR) : NULL;
    for (size_t i = 0; i < set->column_count; i++) {
        Tag *tag = tr ? cell_tag(set, row, i, tr) : NULL;
        if (!row->row->cells[i]) continue;
        SetCell *cell = &row->cells[i];
        parts_add_rich(setter, &cell->parts, row->row->cells[i], row->style, tag);
        cell->shaped = parts_shape(setter, &cell->parts, row->style);
    }
}

/* Spans with ids leave marks with the setter: they are kept for their row. */
static void shape_rows(TableSetter *set, Tag *table) {
    Setter *setter = set->setter;
    Tag *head = NULL, *body = NULL;
    size_t waiting = setter->marks.len;
    for (size_t i = 0; i < set->row_count; i++) {
        SetRow *row = &set->rows[i];
        Tag **group = row->is_head ? &head : &body;
        if (!*group) *group = tag_add(setter->tags, table, row->is_head ? TAG_THEAD : TAG_TBODY);
        row->marks_from = set->marks.len;
        shape_row(set, row, *group);
        for (size_t m = waiting; m < setter->marks.len; m++)
            *list_add(arena_of(set), &set->marks) = setter->marks.at[m];
        setter->marks.len = waiting;
        row->marks_to = set->marks.len;
    }
}

/* ---- columns --------------------------------------------------------------------------------- */

/* Width of what stands before byte `point`. */
static Sp width_before(const Shaped *shaped, size_t point) {
    Sp width = 0;
    for (size_t i = 0; i < shaped->segment_count; i++) {
        const Segment *segment = &shaped->segments[i];
        if (segment->to <= point) {
            width += segment->width;
            continue;
        }
        int64_t units = 0;
        for (uint32_t g = 0; g < segment->count; g++)
            if (segment->glyphs[g].cluster < point) units += segment->glyphs[g].advance;
        width += shape_length(segment->face, segment->part->look.size, units);
    }
    return width;
}

static void find_kinds(TableSetter *set) {
    for (size_t i = 0; i < set->column_count; i++) {
        SetColumn *column = &set->columns[i];
        for (size_t r = set->head_count; r < set->row_count; r++) {
            const Shaped *shaped = set->rows[r].cells[i].shaped;
            if (shaped) number_note(&column->numbers, shaped->text);
        }
        bool is_declared = i < set->table->columns.len;
        int kind = is_declared ? set->table->columns.at[i].kind : COLUMN_ANY;
        column->align = is_declared ? set->table->columns.at[i].align : COLUMN_AUTO;
        column->is_number =
            kind == COLUMN_NUMBER ||
            (kind == COLUMN_ANY && column->numbers.numbers && !column->numbers.others);
        if (column->align == COLUMN_AUTO)
            column->align = column->is_number ? COLUMN_DECIMAL : COLUMN_START;
        if (!column->numbers.decimal) column->numbers.decimal = number_decimal(set->setter->lang);
    }
}

static void measure_cell(TableSetter *set, const SetRow *row, size_t column) {
    SetCell *cell = &row->cells[column];
    SetColumn *of = &set->columns[column];
    cell->natural = cell->shaped ? line_natural_width(cell->shaped) : 0;
    cell->is_number = cell->shaped && !row->is_head && of->align == COLUMN_DECIMAL &&
                      number_is(cell->shaped->text);
    if (!cell->is_number) return;
    cell->before =
        width_before(cell->shaped, number_point(cell->shaped->text, of->numbers.decimal));
    of->before = sp_max(of->before, cell->before);
    of->behind = sp_max(of->behind, cell->natural - cell->before);
}

static Sp wanted_width(const TableSetter *set, size_t column, Sp measure) {
    if (column >= set->table->columns.len) return 0;
    Length length = set->table->columns.at[column].width;
    if (length.unit == UNIT_NONE) return sp_scale(measure, length.millionths, 1000000);
    return length_on_grid(length, set->body->size, set->setter->layout->grid);
}

static TableWidth column_width(const TableSetter *set, size_t column, Sp measure) {
    const SetColumn *of = &set->columns[column];
    Sp numbers = of->before + of->behind, wanted = wanted_width(set, column, measure);
    TableWidth width = {.minimal = numbers, .natural = numbers};
    if (wanted) return (TableWidth){.minimal = wanted, .natural = wanted, .is_fixed = true};
    for (size_t r = 0; r < set->row_count; r++) {
        const SetCell *cell = &set->rows[r].cells[column];
        if (!cell->shaped) continue;
        bool is_whole = cell->is_number || (of->is_number && !set->rows[r].is_head);
        Sp minimal = is_whole ? cell->natural : line_minimal_width(cell->shaped);
        width.minimal = sp_max(width.minimal, minimal);
        width.natural = sp_max(width.natural, cell->natural);
    }
    return width;
}

static bool solve(TableSetter *set, TableWidths *widths, Sp measure) {
    size_t columns = set->column_count;
    Sp *cells = ARENA_ARRAY(set->setter->job->scratch, Sp, set->row_count * columns);
    for (size_t r = 0; r < set->row_count; r++)
        for (size_t i = 0; i < columns; i++) {
            measure_cell(set, &set->rows[r], i);
            cells[r * columns + i] = set->rows[r].cells[i].natural;
        }
    for (size_t i = 0; i < columns; i++) widths->at[i] = column_width(set, i, measure);
    widths->cells = cells;
    widths->rows = set->row_count;
    return table_solve_widths(set->setter->job->scratch, widths, measure);
}

/* Cells once more, with words that may be cut. */
static void hyphenate(TableSetter *set) {
    for (size_t r = 0; r < set->row_count; r++) {
        SetRow *row = &set->rows[r];
        Style style = *row->style;
        style.hyphenate = true;
        for (size_t i = 0; i < set->column_count; i++)
            row->cells[i].shaped = parts_shape(set->setter, &row->cells[i].parts, &style);
    }
}

/* Gaps grow up to three times their size to fill the measure; a table that is narrower yet stays so. */
static void place_columns(TableSetter *set, const TableWidths *widths, bool is_rtl) {
    Sp measure = set->setter->measure, total = 0, x = 0;
    size_t gaps = set->column_count - 1;
    for (size_t i = 0; i < widths->len; i++) total += widths->at[i].width;
    if (gaps) {
        Sp even = (measure - total) / (Sp)gaps;
        set->gap = sp_min(sp_max(even, set->gap), 3 * set->gap);
    }
    set->width = total + set->gap * (Sp)gaps;
    set->x = set->setter->left + (is_rtl ? measure - set->width : 0);
    for (size_t i = 0; i < widths->len; i++) {
        Sp width = widths->at[i].width;
        set->columns[i].width = width;
        set->columns[i].x = set->x + (is_rtl ? set->width - x - width : x);
        x += width + set->gap;
    }
}

static bool is_rtl(const TableSetter *set) {
    for (size_t i = 0; i < set->column_count; i++)
        if (set->rows[0].cells[i].shaped) return set->rows[0].cells[i].shaped->is_rtl;
    return false;
}

static void find_widths(TableSetter *set) {
    Job *job = set->setter->job;
    ArenaMark mark = arena_mark(job->scratch);
    TableWidths widths = {.at = ARENA_ARRAY(job->scratch, TableWidth, set->column_count),
                          .len = set->column_count};
    set->gap = sp_min(set->body->size * 3 / 2, set->setter->measure / (4 * (Sp)set->column_count));
    Sp measure = set->setter->measure - set->gap * (Sp)(set->column_count - 1);
    find_kinds(set);
    bool fits = solve(set, &widths, measure);
    if (!fits) {
        hyphenate(set);
        fits = solve(set, &widths, measure);
    }
    if (!fits)
        diag_add(job->diags, W_OVERFULL_LINE, set->span,
                 STR("use fewer columns, or shorter words in them"),
                 "the columns of this table are wider than the text: words are cut");
    place_columns(set, &widths, is_rtl(set));
    arena_release(job->scratch, mark);
}

/* ---- lines ----------------------------------------------------------------------------------- */

/* Numbers stand with their decimal signs below each other, the widest ones at the column's end; a dash in
 * their place ends where whole numbers end. */
static void break_cell(TableSetter *set, const SetRow *row, size_t column) {
    static const Align aligns[] = {[COLUMN_START] = ALIGN_START,
                                   [COLUMN_END] = ALIGN_END,
                                   [COLUMN_CENTER] = ALIGN_CENTER,
                                   [COLUMN_DECIMAL] = ALIGN_END};
    SetCell *cell = &row->cells[column];
    const SetColumn *of = &set->columns[column];
    LineSpec spec = {.measure = of->width, .align = aligns[of->align]};
    if (of->align == COLUMN_DECIMAL && !row->is_head) {
        Sp point = sp_max(of->width - of->behind, 0);
        if (cell->is_number) {
            spec.align = ALIGN_START;
            cell->shift = sp_max(point - cell->before, 0);
        } else if (cell->natural <= point) {
            spec.measure = point;
        }
    }
    cell->lines = shaped_break(set->setter, cell->shaped, &spec);
}

static void break_row(TableSetter *set, SetRow *row) {
    row->lines = 1;
    for (size_t i = 0; i < set->column_count; i++) {
        break_cell(set, row, i);
        if (row->cells[i].lines.len > row->lines) row->lines = row->cells[i].lines.len;
    }
}

static void put_rule(SetRow *row, const Style *style) {
    row->rule = style->rule;
    row->rule_color = style->rule_color;
}

/* Below the head and the last row; above the total; between all when some row has several lines. */
static void find_rules(TableSetter *set) {
    bool has_long = false;
    for (size_t i = set->head_count; i < set->row_count; i++) has_long |= set->rows[i].lines > 1;
    for (size_t i = set->head_count; has_long && i + 1 < set->row_count; i++)
        put_rule(&set->rows[i], set->body);
    if (set->table->total && set->row_count > set->head_count + 1)
        put_rule(&set->rows[set->row_count - 2], layout_style(set->setter->layout, "table.total"));
    if (set->head_count) put_rule(&set->rows[set->head_count - 1], set->head);
    put_rule(&set->rows[set->row_count - 1], set->head);
}

/* ---- boxes ----------------------------------------------------------------------------------- */

typedef LIST(Part) Parts;

/* Line `number` of a row whose box begins at `top`. Heads stand on the row's last line. */
static void add_row_parts(const TableSetter *set, const SetRow *row, size_t number, Sp top,
                          Parts *parts) {
    Sp leading = row->style->leading, depth = set_depth(set->setter->layout);
    for (size_t i = 0; i < set->column_count; i++) {
        const SetCell *cell = &row->cells[i];
        size_t first = row->is_head && cell->lines.len ? row->lines - cell->lines.len : 0;
        if (number < first || number - first >= cell->lines.len) continue;
        *list_add(arena_of(set), parts) = (Part){.kind = PART_LINE,
                                                 .x = set->columns[i].x + cell->shift,
                                                 .y = top + leading - depth,
                                                 .line = &cell->lines.at[number - first]};
    }
    if (row->rule && number + 1 == row->lines)
        *list_add(arena_of(set), parts) = (Part){.kind = PART_RULE,
                                                 .x = set->x,
                                                 .y = top + leading - row->rule,
                                                 .width = set->width,
                                                 .height = row->rule,
                                                 .color = row->rule_color};
}

static void set_row_line(TableSetter *set, const SetRow *row, size_t number) {
    Parts parts = {0};
    for (size_t i = 0; i < set->column_count; i++) {
        const Lines *lines = &row->cells[i].lines;
        size_t first = row->is_head && lines->len ? row->lines - lines->len : 0;
        if (number >= first) link_notes_beside(set->setter, lines, number - first);
    }
    add_row_parts(set, row, number, 0, &parts);
    GalleyItem *box = set_add(set->setter, GALLEY_BOX, row->row->span);
    box->parts = parts.at;
    box->part_count = parts.len;
    box->height = row->style->leading;
    box->is_text = true;
}

static Sp column_height(const Setter *setter) {
    const PageGeometry *page = &setter->layout->page;
    Sp height = page->height - page->top - page->bottom, grid = setter->layout->grid;
    return grid ? height / grid * grid : height;
}

/* A destination belongs to the line where its words begin. */
static void set_line_marks(TableSetter *set, const SetRow *row, size_t number) {
    for (size_t m = row->marks_from; m < row->marks_to; m++) {
        const Mark *mark = &set->marks.at[m];
        size_t line = 0;
        for (size_t i = 0; i < set->column_count && !line; i++)
            line = set_line_of(&row->cells[i].lines, mark->tag);
        if (line == number) set_mark(set->setter, *mark);
    }
}

/* A row that fits on a page is never split. */
static void set_table_row(TableSetter *set, const SetRow *row) {
    Setter *setter = set->setter;
    Sp room = column_height(setter) - set->repeat.height;
    bool is_split = (Sp)row->lines * row->style->leading > room;
    for (size_t i = 0; i < row->lines; i++) {
        bool is_edge = i == 1 || i + 1 == row->lines;
        int split = is_edge ? COST_SPLIT_EDGE : 0;
        if (i) set_penalty(setter, is_split ? split : BREAK_NEVER, PENALTY_PLAIN, row->row->span);
        set_line_marks(set, row, i);
        set_row_line(set, row, i);
    }
}

static int row_penalty(const TableSetter *set, size_t row) {
    bool is_last = row + 1 == set->row_count;
    if (is_last && set->table->total) return COST_TOTAL;
    return is_last || row == set->head_count + 1 ? COST_LONELY_ROW : 0;
}

static void set_rows(TableSetter *set) {
    Setter *setter = set->setter;
    for (size_t i = 0; i < set->row_count; i++) {
        if (i == set->head_count) {
            GalleyItem *open = set_add(setter, GALLEY_OPEN, set->span);
            open->parts = set->repeat.parts;
            open->part_count = set->repeat.part_count;
            open->height = set->repeat.height;
        }
        const SetRow *row = &set->rows[i];
        if (i && i <= set->head_count)
            set_penalty(setter, BREAK_NEVER, PENALTY_STRANDED, row->row->span);
        else if (i)
            set_penalty(setter, row_penalty(set, i), PENALTY_PLAIN, row->row->span);
        set_table_row(set, row);
    }
    set_add(setter, GALLEY_CLOSE, set->span);
}

/* ---- what is repeated ------------------------------------------------------------------------ */

static void repeat_caption(TableSetter *set, Parts *parts, Sp *top) {
    Setter *setter = set->setter;
    const Rich *caption = &set->table->caption;
    if (!caption->count) return;
    const Style *style = layout_style(setter->layout, "table.caption");
    PartList text = {0};
    parts_add_rich(setter, &text, caption, style, NULL);
    Str continued = language_term(setter->lang, TERM_CONTINUED);
    parts_add_string(setter, &text, str_format(arena_of(set), " (%.*s)", STR_ARG(continued)),
                     caption->span, set->body, NULL);
    LineSpec spec = {.measure = setter->measure, .align = style->align};
    Lines lines = parts_break(setter, &text, style, &spec);
    for (size_t i = 0; i < lines.len; i++) {
        *top += style->leading;
        *list_add(arena_of(set), parts) = (Part){.kind = PART_LINE,
                                                 .x = setter->left,
                                                 .y = *top - set_depth(setter->layout),
                                                 .line = &lines.at[i]};
    }
}

/* Caption and heads once more, without elements of the structure. */
static void make_repeat(TableSetter *set) {
    Parts parts = {0};
    Sp top = 0;
    repeat_caption(set, &parts, &top);
    for (size_t i = 0; i < set->head_count; i++) {
        SetRow row = set->rows[i];
        row.cells = ARENA_ARRAY(arena_of(set), SetCell, set->column_count);
        shape_row(set, &row, NULL);
        break_row(set, &row);
        for (size_t line = 0; line < row.lines; line++, top += row.style->leading)
            add_row_parts(set, &row, line, top, &parts);
    }
    if (top > column_height(set->setter) / LARGEST_REPEAT) return;
    set->repeat = (GalleyItem){.parts = parts.at, .part_count = parts.len, .height = top};
}

/* ---- the table ------------------------------------------------------------------------------- */

static void set_notes(TableSetter *set) {
    Setter *setter = set->setter;
    const Table *table = set->table;
    const Style *style = layout_style(setter->layout, "table.note");
    for (size_t i = 0; i < table->notes.len; i++) {
        setter->pending_penalty = BREAK_NEVER;
        set_rich(setter, table->notes.at[i], style, tag_add(setter->tags, setter->parent, TAG_P));
    }
    if (!table->source.count) return;
    setter->pending_penalty = BREAK_NEVER;
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    PartList parts = {0};
    Str label = language_term(setter->lang, TERM_SOURCE);
    parts_add_string(setter, &parts, str_format(arena_of(set), "%.*s: ", STR_ARG(label)),
                     table->source.span, style, tag);
    parts_add_rich(setter, &parts, &table->source, style, tag);
    set_parts(setter, &parts, style, table->source.span);
}

void table_set(Setter *setter, const Table *table, Span span) {
    const Layout *layout = setter->layout;
    const Style *style = layout_style(layout, "table");
    TableSetter set = {.setter = setter,
                       .table = table,
                       .span = span,
                       .body = style,
                       .head = layout_style(layout, "table.head"),
                       .column_count = table->rows.at[0].count};
    setter->follows_text = false;
    set.columns = ARENA_ARRAY(setter->job->arena, SetColumn, set.column_count);
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_TABLE);
    if (table->caption.count)
        set_rich(setter, &table->caption, layout_style(layout, "table.caption"),
                 tag_add(setter->tags, tag, TAG_CAPTION));
    list_rows(&set);
    shape_rows(&set, tag);
    find_widths(&set);
    for (size_t i = 0; i < set.row_count; i++) break_row(&set, &set.rows[i]);
    find_rules(&set);
    make_repeat(&set);
    set_space(setter, table->caption.count ? set.head : style);
    set_rows(&set);
    set_notes(&set);
    set_end(setter, style);
}
