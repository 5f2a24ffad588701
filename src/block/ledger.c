/* Words in; the rows of a table that the program makes itself out. */
#include "block/ledger.h"

static Arena *arena_of(const Ledger *ledger) { return ledger->setter->job->arena; }

static const Rich *rich_of(Arena *arena, PieceKind kind, Str text, Span span) {
    Piece *piece = ARENA_NEW(arena, Piece);
    *piece = (Piece){.kind = kind, .text = text, .span = span};
    Rich *rich = ARENA_NEW(arena, Rich);
    *rich = (Rich){.pieces = piece, .count = 1, .span = span, .is_tbc = kind == PIECE_TBC};
    return rich;
}

Ledger ledger_new(Setter *setter, const Str *heads, size_t count) {
    Ledger ledger = {.setter = setter};
    Arena *arena = setter->job->arena;
    TableColumns *columns = &ledger.table.columns;
    columns->at = ARENA_ARRAY(arena, TableColumn, count);
    columns->len = count;
    columns->has_names = heads != NULL;
    ledger.table.header_columns = heads ? 0 : 1;
    if (!heads &&
        count == 2) { /* a quarter of the measure for what it is, the rest for what it says */
        columns->at[0].width = (Length){.unit = UNIT_NONE, .millionths = 250000};
        columns->at[1].width = (Length){.unit = UNIT_NONE, .millionths = 700000};
    }
    for (size_t i = 0; heads && i < count; i++)
        columns->at[i].name = rich_of(arena, PIECE_TEXT, heads[i], (Span){0});
    return ledger;
}

void ledger_row(Ledger *ledger, Span span) {
    TableRow *row = list_add(arena_of(ledger), &ledger->table.rows);
    row->cells = ARENA_ARRAY(arena_of(ledger), const Rich *, ledger->table.columns.len);
    row->span = span;
}

/* While a row grows its count says how many cells it has; a finished one has as many as there are columns. */
static void add_cell(Ledger *ledger, const Rich *rich) {
    TableRow *row = &list_last(&ledger->table.rows);
    row->cells[row->count++] = rich;
}

void ledger_text(Ledger *ledger, Str text, Span span) {
    add_cell(ledger, text.len ? rich_of(arena_of(ledger), PIECE_TEXT, text, span) : NULL);
}

void ledger_rich(Ledger *ledger, const Rich *rich) { add_cell(ledger, rich->count ? rich : NULL); }

static void add_scalar(Ledger *ledger, const Scalar *value, Str text) {
    if (value->given && value->is_tbc)
        add_cell(ledger, rich_of(arena_of(ledger), PIECE_TBC, value->text, value->span));
    else
        ledger_text(ledger, text, value->span);
}

void ledger_value(Ledger *ledger, const Scalar *value) { add_scalar(ledger, value, value->text); }

void ledger_name(Ledger *ledger, const Scalar *id_or_name) {
    const Setter *setter = ledger->setter;
    bool has_name = id_or_name->given && !id_or_name->is_tbc;
    add_scalar(ledger, id_or_name,
               has_name ? model_name(setter->model, id_or_name, setter->lang) : (Str){0});
}

void ledger_date(Ledger *ledger, const Date *date) {
    Str text = {0};
    if (date->year) text = model_format_date(arena_of(ledger), date, ledger->setter->lang);
    add_scalar(ledger, &date->scalar, text);
}

void ledger_fact(Ledger *ledger, LanguageTerm label, Str value, Span span) {
    if (!value.len) return;
    ledger_row(ledger, span);
    ledger_text(ledger, language_term(ledger->setter->lang, label), span);
    ledger_text(ledger, value, span);
}

void ledger_set(Ledger *ledger, Span span) {
    Table *table = &ledger->table;
    if (!table->rows.len) return;
    for (size_t i = 0; i < table->rows.len; i++) table->rows.at[i].count = table->columns.len;
    table_set(ledger->setter, table, span);
}
