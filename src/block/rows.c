/* A list of mappings or the name of a CSV file in, filled structs out. */
#include "block/rows.h"

#include "read/csv.h"

enum { MOST_REPORTS = 10 }; /* of rows of a wrong length */

/* ---- the head of a CSV file ----------------------------------------------------------------- */

typedef struct CsvHead {
    const Field **fields; /* NULL: an unknown key, reported */
    const Node *row;
} CsvHead;

static const Field *find_field(const Record *record, Str key) {
    for (const Field *field = record->fields; field->key; field++) {
        if (str_is(key, field->key)) return field;
    }
    return NULL;
}

static void report_key(Reader *reader, const Node *cell, const Record *record) {
    Arena *arena = reader->job->arena;
    LIST(Str) keys = {0};
    Buf names = buf_new(arena);
    for (const Field *field = record->fields; field->key; field++) {
        *list_add(arena, &keys) = str_from(field->key);
        buf_print(&names, "%s%s", names.len ? ", " : "the first row names the keys: ", field->key);
    }
    int nearest = str_nearest(cell->text, keys.at, keys.len);
    Str hint = nearest < 0 ? buf_str(&names)
                           : str_format(arena, "did you mean \"%.*s\"?", STR_ARG(keys.at[nearest]));
    diag_add(reader->job->diags, E_UNKNOWN_KEY, cell->span, hint, "unknown key \"%.*s\" in %s",
             STR_ARG(cell->text), record->name);
}

static bool is_repeated(const CsvHead *head, size_t at) {
    for (size_t i = 0; i < at; i++) {
        if (head->fields[i] && head->fields[i] == head->fields[at]) return true;
    }
    return false;
}

static bool read_head(Reader *reader, const Node *row, const Record *record, CsvHead *head) {
    size_t errors = reader->job->diags->errors;
    head->row = row;
    head->fields = ARENA_ARRAY(reader->job->arena, const Field *, row->count + 1);
    for (size_t i = 0; i < row->count; i++) {
        const Node *cell = row->items[i];
        head->fields[i] = find_field(record, cell->text);
        if (!head->fields[i])
            report_key(reader, cell, record);
        else if (is_repeated(head, i))
            diag_add(reader->job->diags, E_DUPLICATE_KEY, cell->span, (Str){0},
                     "two columns are called \"%.*s\"", STR_ARG(cell->text));
    }
    return reader->job->diags->errors == errors;
}

/* ---- its rows as the mappings that YAML would give ------------------------------------------- */

static Node *part_of_cell(Arena *arena, const Node *cell, size_t from, size_t to) {
    while (from < to && cell->text.at[from] == ' ') from++;
    while (to > from && cell->text.at[to - 1] == ' ') to--;
    Node *node = ARENA_NEW(arena, Node);
    *node = *cell;
    node->span = node_text_span(cell, from, to);
    node->text = str_slice(cell->text, from, to);
    node->map = arena_copy(arena, &(MapPoint){.value = 0, .source = (uint32_t)node->span.start},
                           sizeof(MapPoint));
    node->map_count = 1;
    return node;
}

/* "plante; brown": a list of two. */
static Node *list_of_cell(Arena *arena, Node *cell) {
    LIST(Node *) items = {0};
    for (size_t at = 0; at <= cell->text.len;) {
        size_t end = str_find(cell->text, STR(";"), at);
        if (end == SIZE_MAX) end = cell->text.len;
        Node *item = part_of_cell(arena, cell, at, end);
        if (item->text.len) *list_add(arena, &items) = item;
        at = end + 1;
    }
    if (items.len < 2) return cell;
    Node *list = ARENA_NEW(arena, Node);
    *list =
        (Node){.kind = NODE_SEQUENCE, .span = cell->span, .items = items.at, .count = items.len};
    return list;
}

static Node *mapping_of(Arena *arena, const CsvHead *head, const Node *row) {
    Node *mapping = ARENA_NEW(arena, Node);
    *mapping = (Node){.kind = NODE_MAPPING, .span = row->span};
    mapping->entries = ARENA_ARRAY(arena, NodeEntry, row->count + 1);
    for (size_t i = 0; i < row->count && i < head->row->count; i++) {
        Node *cell = row->items[i];
        if (!str_trim(cell->text).len) continue;
        Node *key = arena_copy(arena, head->row->items[i], sizeof(Node));
        key->span = cell->span; /* what is said of the key is to name the row */
        bool is_list = head->fields[i]->type == FIELD_STRINGS;
        mapping->entries[mapping->count++] =
            (NodeEntry){.key = key, .value = is_list ? list_of_cell(arena, cell) : cell};
    }
    return mapping;
}

static bool check_length(Reader *reader, const CsvHead *head, const Node *row, size_t *wrong) {
    if (row->count == head->row->count) return true;
    if ((*wrong)++ >= MOST_REPORTS) return false;
    bool is_long = row->count > head->row->count;
    diag_add(reader->job->diags, E_BAD_VALUE, row->span,
             is_long ? STR("put cells that hold a comma in quotation marks")
                     : STR("leave cells empty, but keep their commas"),
             "a row of %zu cell%s; the first row names %zu", row->count, row->count == 1 ? "" : "s",
             head->row->count);
    return false;
}

static Node *mappings_of(Reader *reader, const Node *csv, const Record *record) {
    CsvHead head;
    Arena *arena = reader->job->arena;
    if (!read_head(reader, csv->items[0], record, &head)) return NULL;
    Node *list = ARENA_NEW(arena, Node);
    *list = (Node){.kind = NODE_SEQUENCE, .span = csv->span};
    list->items = ARENA_ARRAY(arena, Node *, csv->count);
    size_t wrong = 0;
    for (size_t i = 1; i < csv->count; i++) {
        if (!check_length(reader, &head, csv->items[i], &wrong)) continue;
        Node *mapping = mapping_of(arena, &head, csv->items[i]);
        if (mapping->count) list->items[list->count++] = mapping;
    }
    return wrong ? NULL : list;
}

/* ---- rows ------------------------------------------------------------------------------------- */

static bool report_rows(Reader *reader, const Node *value, const Field *field) {
    if (value->is_damaged) return false;
    Str hint = str_format(reader->job->arena,
                          "begin each row with a dash, or name a CSV file\n%s:\n  - %s: ...",
                          field->key, field->record->fields[0].key);
    diag_add(reader->job->diags, value->kind == NODE_SEQUENCE ? E_EMPTY_TEXT : E_WRONG_TYPE,
             value->span, hint, "expected rows, found %s",
             value->kind == NODE_SEQUENCE ? "none" : node_kind_name(value));
    return false;
}

static bool read_list(Reader *reader, const Node *list, const Record *record, FieldList *into) {
    char *rows = arena_alloc(reader->job->arena, record->size * (list->count + 1));
    *into = (FieldList){.at = rows, .len = list->count};
    bool is_good = true;
    for (size_t i = 0; i < list->count; i++)
        is_good &= record_read(reader, list->items[i], record, rows + i * record->size, NULL, NULL);
    return is_good;
}

bool rows_parse(Reader *reader, const Node *value, const Field *field, void *slot) {
    Rows *rows = slot;
    bool is_text = value->kind == NODE_SCALAR && !value->is_null;
    const Field words = {.key = field->key, .type = FIELD_STRING};
    if (is_text && text_is_tbc(value->text)) return field_read(reader, value, &words, &rows->tbc);
    const Node *list = value;
    if (is_text) {
        if (!text_check(reader, value)) return false;
        const Node *csv = csv_read_file(reader->job, str_trim(value->text), value->span);
        list = csv ? mappings_of(reader, csv, field->record) : NULL;
        if (!list) return false;
    }
    if (list->kind != NODE_SEQUENCE || !list->count) return report_rows(reader, list, field);
    return read_list(reader, list, field->record, &rows->list);
}

void rows_dump(const Record *record, const Rows *rows, const Sources *sources, unsigned indent,
               Buf *out) {
    const char *at = rows->list.at;
    for (size_t i = 0; i < rows->list.len; i++) {
        buf_print(out, "%*srow:\n", (int)indent, "");
        record_dump(record, at + i * record->size, sources, indent + 2, out);
    }
}
