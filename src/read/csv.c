/* A CSV file in, rows of scalar nodes with their places out; libcsv says where a cell ends and what it holds. */
#include "read/csv.h"

#include "read/yaml.h"

#include <csv.h>

typedef LIST(Node *) NodeList;

typedef struct Csv {
    Job *job;
    uint32_t source;
    Str bytes;
    char separator;
    size_t at;    /* the byte libcsv has just been given */
    size_t start; /* behind the separator before the cell */
    NodeList rows, cells;
} Csv;

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/* ---- the separator ---- */

static char find_separator(Str bytes, size_t start) {
    static const char separators[] = ",;\t";
    size_t counts[sizeof separators - 1] = {0};
    bool is_quoted = false, has_some = false;
    for (size_t i = start; i < bytes.len; i++) {
        char c = bytes.at[i];
        if (c == '"') is_quoted = !is_quoted;
        if (c == '\n' && !is_quoted && has_some) break;
        has_some |= !is_blank(c);
        const char *found = is_quoted || !c ? NULL : strchr(separators, c);
        if (found) counts[found - separators]++;
    }
    size_t best = 0;
    for (size_t i = 1; i < sizeof counts / sizeof *counts; i++)
        if (counts[i] > counts[best]) best = i;
    return separators[best];
}

/* ---- cells and rows ---- */

static Node *add_node(Csv *csv, NodeKind kind, size_t from, size_t to) {
    Node *node = ARENA_NEW(csv->job->arena, Node);
    node->kind = kind;
    node->span = span_of(csv->source, from, to);
    return node;
}

/* The value without its doubled quotation marks, and where each stretch of it stands. */
static void map_cell(Csv *csv, Node *node, size_t from, Str value) {
    Arena *arena = csv->job->arena;
    LIST(MapPoint) map = {0};
    *list_add(arena, &map) = (MapPoint){.value = 0, .source = (uint32_t)from};
    size_t source = from;
    for (size_t i = 0; i < value.len; i++, source++) {
        if (value.at[i] != '"') continue;
        source++; /* the second of a pair */
        *list_add(arena, &map) =
            (MapPoint){.value = (uint32_t)i + 1, .source = (uint32_t)source + 1};
    }
    node->text =
        map.len > 1 ? str_copy(arena, value) : (Str){.at = csv->bytes.at + from, .len = value.len};
    node->map = map.at;
    node->map_count = map.len;
}

static void end_cell(void *value, size_t size, void *user) {
    Csv *csv = user;
    size_t from = csv->start, to = csv->at;
    while (from < to && is_blank(csv->bytes.at[from])) from++;
    while (to > from && is_blank(csv->bytes.at[to - 1])) to--;
    bool is_quoted = from < to && csv->bytes.at[from] == '"';
    Node *node = add_node(csv, NODE_SCALAR, from, to);
    node->form = is_quoted ? SCALAR_DOUBLE_QUOTED : SCALAR_PLAIN;
    map_cell(csv, node, from + is_quoted, (Str){.at = value, .len = size});
    *list_add(csv->job->scratch, &csv->cells) = node;
    csv->start = csv->at + 1;
}

static void end_row(int end, void *user) {
    (void)end;
    Csv *csv = user;
    size_t count = csv->cells.len;
    size_t from = csv->cells.at[0]->span.start, to = csv->cells.at[count - 1]->span.end;
    Node *row = add_node(csv, NODE_SEQUENCE, from, to);
    row->items = arena_copy(csv->job->arena, csv->cells.at, count * sizeof(Node *));
    row->count = count;
    *list_add(csv->job->scratch, &csv->rows) = row;
    csv->cells.len = 0;
}

/* ---- the file ---- */

static bool report_quote(Csv *csv, size_t at) {
    diag_add(csv->job->diags, E_SYNTAX, span_of(csv->source, at, at + 1),
             STR("put the whole cell in quotation marks and double those inside it"),
             "row %zu: a quotation mark that does not open or close a cell", csv->rows.len + 1);
    return false;
}

static bool report_open(Csv *csv) {
    size_t from = csv->start;
    while (from < csv->bytes.len && csv->bytes.at[from] != '"') from++;
    diag_add(csv->job->diags, E_SYNTAX, span_of(csv->source, from, from + 1),
             STR("close the cell with a quotation mark"), "row %zu: this cell does not end",
             csv->rows.len + 1);
    return false;
}

/* libcsv tells no places: it gets one byte at a time, and where it ends a cell is the cell's end. */
static bool feed(Csv *csv, struct csv_parser *parser) {
    for (; csv->at < csv->bytes.len; csv->at++) {
        const char *byte = csv->bytes.at + csv->at;
        if (csv_parse(parser, byte, 1, end_cell, end_row, csv) == 1) continue;
        if (csv_error(parser) == CSV_EPARSE) return report_quote(csv, csv->at);
        (void)arena_alloc(csv->job->arena, SIZE_MAX); /* ends as any other want of memory */
    }
    return csv_fini(parser, end_cell, end_row, csv) == 0 || report_open(csv);
}

static bool parse(Csv *csv) {
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) return false;
    csv_set_delim(&parser, (unsigned char)csv->separator);
    bool is_good = feed(csv, &parser);
    csv_free(&parser);
    return is_good;
}

static Node *rows_of(Csv *csv) {
    if (!csv->rows.len) {
        diag_add(csv->job->diags, E_EMPTY_TEXT, span_of(csv->source, 0, 0), (Str){0},
                 "this file has no rows");
        return NULL;
    }
    Node *node = add_node(csv, NODE_SEQUENCE, 0, csv->bytes.len);
    node->items = arena_copy(csv->job->arena, csv->rows.at, csv->rows.len * sizeof *csv->rows.at);
    node->count = csv->rows.len;
    return node;
}

Node *csv_parse_source(Job *job, uint32_t source) {
    Str bytes = source_find(job->sources, source)->bytes;
    ArenaMark mark = arena_mark(job->scratch);
    size_t errors = job->diags->errors;
    Yaml check = {.job = job, .source = source, .bytes = bytes};
    yaml_prepare(&check); /* characters are refused as in YAML */
    Csv csv = {.job = job,
               .source = source,
               .bytes = bytes,
               .separator = find_separator(bytes, check.start),
               .at = check.start,
               .start = check.start};
    Node *rows = job->diags->errors == errors && parse(&csv) ? rows_of(&csv) : NULL;
    arena_release(job->scratch, mark);
    return rows;
}

Node *csv_read_file(Job *job, Str path, Span from) {
    uint32_t source = 0;
    return node_read_file(job, path, from, &source) ? csv_parse_source(job, source) : NULL;
}

#define CSV_TEXT(number) #number
#define CSV_VERSION(major, minor, release) CSV_TEXT(major) "." CSV_TEXT(minor) "." CSV_TEXT(release)

const char *csv_library_version(void) { return CSV_VERSION(CSV_MAJOR, CSV_MINOR, CSV_RELEASE); }
