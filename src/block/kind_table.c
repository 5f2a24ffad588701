/* A table: rows in the article or a CSV file, or Markdown's tables, in; head, body and columns out. */
#include "block/table.h"

#include "read/csv.h"

enum { MOST_REPORTS = 10 }; /* of rows of a wrong length */

/* ---- rows ---- */

static bool read_cell(Reader *reader, const Node *node, const Rich **cell) {
    if (node->kind == NODE_SCALAR && !node->is_damaged && !node->comment.source &&
        str_trim(node->text).len == 0)
        return true;
    Rich *text = ARENA_NEW(reader->job->arena, Rich);
    *cell = text;
    return markup_read_inline(reader, node, text);
}

static bool read_row(Reader *reader, const Node *node, TableRow *row) {
    row->span = node->span;
    if (node->kind != NODE_SEQUENCE || !node->count) {
        if (!node->is_damaged)
            diag_add(reader->job->diags, E_WRONG_TYPE, node->span,
                     STR("write a row as `- [Montréal, 4.1, \"1,704,694\"]`"),
                     "expected a row of cells, found %s",
                     node->kind == NODE_SEQUENCE ? "an empty list" : node_kind_name(node));
        return false;
    }
    if (node->count > MOST_COLUMNS) {
        diag_add(reader->job->diags, E_LIMIT, node->span, STR("divide the table"),
                 "a row of %zu cells; the limit is %d", node->count, MOST_COLUMNS);
        return false;
    }
    row->cells = ARENA_ARRAY(reader->job->arena, const Rich *, node->count);
    row->count = node->count;
    bool is_good = true;
    for (size_t i = 0; i < node->count; i++)
        is_good &= read_cell(reader, node->items[i], &row->cells[i]);
    return is_good;
}

static bool read_rows(Reader *reader, const Node *list, TableRows *rows) {
    bool is_good = true;
    rows->at = ARENA_ARRAY(reader->job->arena, TableRow, list->count);
    for (size_t i = 0; i < list->count; i++)
        is_good &= read_row(reader, list->items[i], &rows->at[rows->len++]);
    return is_good;
}

/* All of the table is to be confirmed: one cell. */
static bool read_tbc(Reader *reader, const Node *value, TableRows *rows) {
    Node *cell = arena_copy(reader->job->arena, value, sizeof *value);
    Node row = {.kind = NODE_SEQUENCE, .span = value->span, .items = &cell, .count = 1};
    Node *only = &row;
    Node list = {.kind = NODE_SEQUENCE, .span = value->span, .items = &only, .count = 1};
    return read_rows(reader, &list, rows);
}

static bool parse_rows(Reader *reader, const Node *value, const Field *field, void *slot) {
    (void)field;
    bool is_file = value->kind == NODE_SCALAR && !value->is_null;
    if (is_file && text_is_tbc(value->text)) return read_tbc(reader, value, slot);
    if (is_file && !text_check(reader, value)) return false;
    if (is_file) value = csv_read_file(reader->job, str_trim(value->text), value->span);
    if (!value) return false;
    if (value->kind == NODE_SEQUENCE && value->count) return read_rows(reader, value, slot);
    diag_add(reader->job->diags, E_WRONG_TYPE, value->span,
             STR("put each row on a line of its own: `- [Montréal, 4.1]`, or name a CSV file"),
             "expected rows, found %s",
             value->kind == NODE_SEQUENCE ? "an empty list" : node_kind_name(value));
    return false;
}

/* ---- columns ---- */

static const char *const aligns[] = {"auto", "start", "end", "center", "decimal", NULL};
static const char *const kinds[] = {"auto", "text", "number", NULL};

typedef struct ColumnFields {
    Rich name;
    Length width;
    int align, kind;
} ColumnFields;

static bool parse_width(Reader *reader, const Node *value, const Field *field, void *slot) {
    (void)field;
    if (!text_check(reader, value)) return false;
    Str text = str_trim(value->text);
    if (text_is_tbc(text)) {
        *list_add(reader->job->arena, &reader->tbcs) = value->span;
        return true;
    }
    bool is_share = str_ends(text, STR("%"));
    Length length = {0};
    bool is_good = length_parse(is_share ? str_slice(text, 0, text.len - 1) : text, &length) &&
                   (length.unit == UNIT_NONE) == is_share && length.millionths > 0;
    if (is_share) length.millionths /= 100;
    if (is_good && is_share) is_good = length.millionths <= 1000000;
    if (is_good) {
        *(Length *)slot = length;
        return true;
    }
    diag_add(reader->job->diags, E_BAD_LENGTH, value->span,
             STR("write a length or a share of the measure: 30mm, 4em, 25%"),
             "\"%.*s\" is not a width", STR_ARG(text));
    return false;
}

static const Field column_fields[] = {
    {.key = "name", .type = FIELD_TEXT, FIELD(ColumnFields, name), .help = "its head"},
    {.key = "align",
     .type = FIELD_CHOICE,
     FIELD(ColumnFields, align),
     .default_value = "auto",
     .choices = aligns,
     .help = "auto: numbers by their decimal sign, all else at the start"},
    {.key = "width",
     .type = FIELD_CUSTOM,
     FIELD(ColumnFields, width),
     .parse = parse_width,
     .expects = "a length such as 30mm, or a share such as 25%",
     .help = "else found from what the column holds"},
    {.key = "kind",
     .type = FIELD_CHOICE,
     FIELD(ColumnFields, kind),
     .default_value = "auto",
     .choices = kinds,
     .help = "auto: number when all cells are numbers"},
    {0}};
static const Record column_record = {
    .name = "column", .size = sizeof(ColumnFields), .fields = column_fields};

/* A string is the column's name. */
static bool read_column(Reader *reader, const Node *node, TableColumns *columns) {
    TableColumn *column = list_add(reader->job->arena, columns);
    ColumnFields *fields =
        ARENA_NEW(reader->job->arena, ColumnFields); /* its text keeps its address */
    bool is_good = node->kind == NODE_SCALAR
                       ? markup_read_inline(reader, node, &fields->name)
                       : record_read(reader, node, &column_record, fields, NULL, NULL);
    *column = (TableColumn){.name = fields->name.count ? &fields->name : NULL,
                            .width = fields->width,
                            .align = fields->align,
                            .kind = fields->kind};
    columns->has_names |= column->name != NULL;
    return is_good;
}

static bool parse_columns(Reader *reader, const Node *value, const Field *field, void *slot) {
    (void)field;
    TableColumns *columns = slot;
    columns->span = value->span;
    if (value->kind == NODE_SCALAR && text_is_tbc(value->text)) {
        *list_add(reader->job->arena, &reader->tbcs) = value->span;
        return true;
    }
    if (value->kind != NODE_SEQUENCE || !value->count || value->count > MOST_COLUMNS) {
        diag_add(reader->job->diags, E_WRONG_TYPE, value->span,
                 STR("write a line for each: `- {name: City, width: 30mm}`"),
                 "expected a list of 1 to %d columns", MOST_COLUMNS);
        return false;
    }
    bool is_good = true;
    for (size_t i = 0; i < value->count; i++)
        is_good &= read_column(reader, value->items[i], columns);
    return is_good;
}

/* ---- notes ---- */

static bool parse_notes(Reader *reader, const Node *value, const Field *field, void *slot) {
    (void)field;
    TableNotes *notes = slot;
    Node *const *items = value->items;
    Node *one = arena_copy(reader->job->arena, value, sizeof *value);
    size_t count = value->count;
    if (value->kind != NODE_SEQUENCE) {
        items = &one;
        count = 1;
    }
    notes->at = ARENA_ARRAY(reader->job->arena, const Rich *, count + 1);
    bool is_good = true;
    for (size_t i = 0; i < count; i++) {
        Rich *text = ARENA_NEW(reader->job->arena, Rich);
        is_good &= markup_read_inline(reader, items[i], text);
        notes->at[notes->len++] = text;
    }
    return is_good;
}

/* ---- transcripts ---- */

static void dump_text(const char *name, const Rich *text, const Sources *sources, unsigned indent,
                      Buf *out) {
    buf_print(out, "%*s%s:\n", (int)indent, "", name);
    if (text) rich_dump(text, sources, out);
}

static void dump_rows(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    const TableRows *rows = slot;
    for (size_t r = 0; r < rows->len; r++) {
        buf_print(out, "%*srow:\n", (int)indent, "");
        for (size_t i = 0; i < rows->at[r].count; i++)
            dump_text("cell", rows->at[r].cells[i], sources, indent + 2, out);
    }
}

static void dump_columns(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    const TableColumns *columns = slot;
    for (size_t i = 0; i < columns->len; i++)
        dump_text("column", columns->at[i].name, sources, indent, out);
}

static void dump_notes(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    const TableNotes *notes = slot;
    for (size_t i = 0; i < notes->len; i++) dump_text("note", notes->at[i], sources, indent, out);
}

/* ---- the table ---- */

static const Field fields[] = {
    {.key = "table",
     .type = FIELD_CUSTOM,
     FIELD(Table, rows),
     .required = true,
     .parse = parse_rows,
     .dump = dump_rows,
     .expects = "rows (lists of cells), or the path of a CSV file",
     .help = "rows, or a CSV file"},
    {.key = "columns",
     .type = FIELD_CUSTOM,
     FIELD(Table, columns),
     .parse = parse_columns,
     .dump = dump_columns,
     .expects = "a list of names or of name, align, width and kind",
     .help = "what is in them and how they are set"},
    {.key = "caption", .type = FIELD_TEXT, FIELD(Table, caption), .help = "what the table shows"},
    {.key = "header-rows",
     .type = FIELD_INT,
     FIELD(Table, header_rows),
     .default_value = "1",
     .help = "rows that are heads (0 when the columns have names)"},
    {.key = "header-columns",
     .type = FIELD_INT,
     FIELD(Table, header_columns),
     .default_value = "0",
     .help = "columns that are heads of their rows"},
    {.key = "total",
     .type = FIELD_BOOL,
     FIELD(Table, total),
     .default_value = "false",
     .help = "the last row is set off as the total"},
    {.key = "source", .type = FIELD_TEXT, FIELD(Table, source), .help = "where it is from"},
    {.key = "notes",
     .type = FIELD_CUSTOM,
     FIELD(Table, notes),
     .parse = parse_notes,
     .dump = dump_notes,
     .expects = "text, or a list of texts",
     .help = "remarks below it"},
    {.key = "turn", .type = FIELD_NODE, FIELD(Table, turn), .help = "on its side (later version)"},
    {0}};

/* Rows and columns must agree; the columns decide, or else the first row. */
static bool check_lengths(Reader *reader, const Table *table) {
    size_t wanted = table->columns.len ? table->columns.len : table->rows.at[0].count;
    size_t wrong = 0;
    for (size_t i = 0; i < table->rows.len; i++) {
        const TableRow *row = &table->rows.at[i];
        if (!row->count || row->count == wanted || wrong++ >= MOST_REPORTS) continue;
        Str hint = row->count > wanted ? STR("put cells that hold a comma in quotation marks")
                                       : STR("an empty cell is \"\"");
        diag_add(reader->job->diags, E_BAD_VALUE, row->span, hint,
                 "row %zu has %zu cell%s, but %s %zu", i + 1, row->count,
                 row->count == 1 ? "" : "s",
                 table->columns.len ? "the columns are" : "the first row has", wanted);
    }
    return !wrong;
}

static bool check_count(Reader *reader, const Node *mapping, const char *key, int count, int most) {
    if (count >= 0 && count <= most) return true;
    const Node *node = node_find(mapping, key);
    diag_add(reader->job->diags, E_BAD_VALUE, node ? node->span : mapping->span,
             STR("some of the table must be left"), "`%s` must be 0 to %d here", key, most);
    return false;
}

static bool check_shares(Reader *reader, const TableColumns *columns) {
    int64_t shares = 0;
    for (size_t i = 0; i < columns->len; i++)
        if (columns->at[i].width.unit == UNIT_NONE) shares += columns->at[i].width.millionths;
    if (shares <= 1000000) return true;
    diag_add(reader->job->diags, E_BAD_VALUE, columns->span, (Str){0},
             "the columns' shares add up to more than 100%%");
    return false;
}

static bool check(Reader *reader, const Node *mapping, void *into) {
    Table *table = into;
    if (table->turn)
        diag_add(reader->job->diags, E_NOT_IMPLEMENTED, table->turn->span, STR("leave the key out"),
                 "`turn` of tables is not supported yet");
    if (!table->rows.len || !table->rows.at[0].count) return false;
    int rows = (int)table->rows.len;
    if (!node_find(mapping, "header-rows"))
        table->header_rows = table->columns.has_names || rows == 1 ? 0 : 1;
    bool is_good = check_lengths(reader, table) && !table->turn;
    is_good &= check_count(reader, mapping, "header-rows", table->header_rows, rows - 1);
    is_good &= check_count(reader, mapping, "header-columns", table->header_columns,
                           (int)table->rows.at[0].count - 1);
    return check_shares(reader, &table->columns) && is_good;
}

static const Record record = {
    .name = "table", .size = sizeof(Table), .fields = fields, .check = check};

/* ---- from Markdown ---- */

static bool from_markup(Model *model, const Markup *markup, void *into) {
    static const int column_aligns[] = {[ALIGN_JUSTIFY] = COLUMN_AUTO,
                                        [ALIGN_START] = COLUMN_START,
                                        [ALIGN_END] = COLUMN_END,
                                        [ALIGN_CENTER] = COLUMN_CENTER};
    Arena *arena = model->job->arena;
    Table *table = into;
    for (const Markup *row = markup->first; row; row = row->next) {
        size_t count = 0;
        for (const Markup *cell = row->first; cell; cell = cell->next) count++;
        TableRow *to = list_add(arena, &table->rows);
        *to = (TableRow){.cells = ARENA_ARRAY(arena, const Rich *, count), .span = row->span};
        for (const Markup *cell = row->first; cell; cell = cell->next) {
            to->cells[to->count++] = cell->text.count ? &cell->text : NULL;
            if (row == markup->first)
                *list_add(arena, &table->columns) =
                    (TableColumn){.align = column_aligns[cell->align]};
        }
    }
    table->header_rows = 1;
    return table->rows.len > 0;
}

static void set(Setter *setter, const Block *block) {
    table_set(setter, block->fields, block->span);
}

extern const BlockKind kind_table;
const BlockKind kind_table = {.key = "table",
                              .help = "rows and columns, from the article or a CSV file",
                              .record = &record,
                              .from_markup = from_markup,
                              .markup_kind = MARKUP_TABLE,
                              .set = set};
