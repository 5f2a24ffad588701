/* A table as the author gave it, and the parts of its setting: numbers, column widths, rows.
 *
 * Widths. A column has a minimal width (its widest piece that cannot be broken; a column of numbers never
 * breaks) and a natural one (its widest cell on one line). When all natural widths fit, they are used. Else
 * every column begins at its minimum and the rest of the measure is handed out in 64 shares, each to the
 * column where it saves most height; or a column gets all it needs at once, when that saves more a share. A cell
 * of natural width n in a column w wide takes one line or about n / w + 1/2, a row as many as its tallest cell;
 * a cell that breaks without making its row taller counts half, so that short cells stay whole. When not even the minima fit, words are hyphenated, and then the widest columns
 * give way until the others fit. */
#ifndef DOSSIER_BLOCK_TABLE_H
#define DOSSIER_BLOCK_TABLE_H

#include "block/set.h"
#include "style/value.h"

enum { MOST_COLUMNS = 100 };

typedef enum ColumnAlign {
    COLUMN_AUTO,
    COLUMN_START,
    COLUMN_END,
    COLUMN_CENTER,
    COLUMN_DECIMAL
} ColumnAlign;

typedef enum ColumnKind { COLUMN_ANY, COLUMN_TEXT, COLUMN_NUMBER } ColumnKind;

typedef struct TableColumn {
    const Rich *name; /* NULL: none */
    Length width;     /* 0: found; UNIT_NONE: millionths of the table's measure */
    int align;        /* ColumnAlign */
    int kind;         /* ColumnKind */
} TableColumn;

typedef struct TableRow {
    const Rich **cells; /* NULL: empty */
    size_t count;       /* of every row the same */
    Span span;
} TableRow;

typedef struct TableColumns {
    TableColumn *at;
    size_t len, cap;
    Span span;
    bool has_names;
} TableColumns;

typedef struct TableRows {
    TableRow *at;
    size_t len, cap;
} TableRows;

typedef struct TableNotes {
    const Rich **at;
    size_t len;
} TableNotes;

typedef struct Table {
    TableRows rows;
    TableColumns columns; /* as many as the rows have cells, or none */
    Rich caption, source;
    TableNotes notes;
    const Node *turn;
    int header_rows, header_columns;
    bool total;
} Table;

/* ---- numbers (table_number.c) ---- */

/* What a column says about its numbers. */
typedef struct NumberColumn {
    size_t numbers, others; /* cells; dashes, "n/a" and empty ones are neither */
    char decimal;           /* '.' or ',' as some cell shows beyond doubt; 0: none does */
} NumberColumn;

/* Whether the text is a number with what may stand round it: sign, currency, per cent, brackets; groups of
 * digits parted by blanks, points, commas or apostrophes. */
bool number_is(Str text);
/* Adds a cell to what is known of its column. */
void number_note(NumberColumn *column, Str text);
/* Byte of the decimal sign in a number, or behind its last digit. `decimal` is the column's sign, or else the
 * language's. */
size_t number_point(Str text, char decimal);
char number_decimal(Str lang);

/* ---- widths (table_widths.c) ---- */

typedef struct TableWidth {
    Sp minimal, natural;
    bool is_fixed; /* minimal and natural are what the author wants */
    Sp width;      /* the answer */
} TableWidth;

typedef struct TableWidths {
    TableWidth *at;
    size_t len;
    const Sp *cells; /* natural width of each cell, row by row */
    size_t rows;
} TableWidths;

/* Shares out `measure` (without gaps). False when the minima did not fit and columns are narrower than those. */
bool table_solve_widths(Arena *scratch, TableWidths *widths, Sp measure);

/* ---- setting (table_set.c) ---- */

void table_set(Setter *setter, const Table *table, Span span);

#endif
