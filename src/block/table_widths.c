/* What the cells of a table want in, the widths of its columns out (the rule is in table.h). Integers only. */
#include "block/table.h"

#define SHARES 64
#define UNIT 1024 /* a line */

typedef enum WidthKind { WIDTH_MINIMAL, WIDTH_NATURAL } WidthKind;

static Sp sum(const TableWidths *widths, WidthKind kind) {
    Sp total = 0;
    for (size_t i = 0; i < widths->len; i++)
        total += kind == WIDTH_MINIMAL ? widths->at[i].minimal : widths->at[i].natural;
    return total;
}

static void begin_with(TableWidths *widths, WidthKind kind) {
    for (size_t i = 0; i < widths->len; i++)
        widths->at[i].width = kind == WIDTH_MINIMAL ? widths->at[i].minimal : widths->at[i].natural;
}

/* How many lines a cell takes, in UNITs; never less than one. */
static int64_t lines(Sp natural, Sp width) {
    return natural <= width || width <= 0 ? UNIT : natural * UNIT / width;
}

/* Adds to `gains` what each column's cell of a row would save with `share` more. */
static void add_gains(const TableWidths *widths, const Sp *cells, Sp share, int64_t *gains) {
    int64_t tallest = UNIT, second = UNIT;
    size_t which = SIZE_MAX;
    for (size_t i = 0; i < widths->len; i++) {
        int64_t now = lines(cells[i], widths->at[i].width);
        if (now == UNIT) continue;
        gains[i] += (now - lines(cells[i], widths->at[i].width + share)) / 2;
        if (now > tallest) {
            second = tallest;
            tallest = now;
            which = i;
        } else if (now > second) {
            second = now;
        }
    }
    if (which == SIZE_MAX) return;
    int64_t then = lines(cells[which], widths->at[which].width + share);
    gains[which] += tallest - (then > second ? then : second);
}

/* The column that saves most with `share` more; SIZE_MAX when none saves anything. */
static size_t best_column(const TableWidths *widths, Sp share, int64_t *gains) {
    memset(gains, 0, widths->len * sizeof *gains);
    for (size_t row = 0; row < widths->rows; row++)
        add_gains(widths, widths->cells + row * widths->len, share, gains);
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < widths->len; i++) {
        bool is_open = !widths->at[i].is_fixed && widths->at[i].width < widths->at[i].natural;
        if (is_open && gains[i] > 0 && (best == SIZE_MAX || gains[i] > gains[best])) best = i;
    }
    return best;
}

static void share_out(Arena *scratch, TableWidths *widths, Sp rest) {
    int64_t *gains = ARENA_ARRAY(scratch, int64_t, widths->len);
    Sp share = sp_max(rest / SHARES, 1);
    while (rest > 0) {
        share = sp_min(share, rest);
        size_t best = best_column(widths, share, gains);
        if (best == SIZE_MAX) return;
        TableWidth *column = &widths->at[best];
        Sp given = sp_min(share, column->natural - column->width);
        column->width += given;
        rest -= given;
    }
}

/* No column wider than `most`: what is left for all. */
static Sp cut_sum(const TableWidths *widths, Sp most) {
    Sp total = 0;
    for (size_t i = 0; i < widths->len; i++) total += sp_min(widths->at[i].minimal, most);
    return total;
}

/* The widest columns give way, to one width. */
static void cut_widest(TableWidths *widths, Sp measure) {
    Sp low = 0, high = measure; /* low fits */
    while (high - low > 1) {
        Sp middle = low + (high - low) / 2;
        if (cut_sum(widths, middle) <= measure)
            low = middle;
        else
            high = middle;
    }
    for (size_t i = 0; i < widths->len; i++)
        widths->at[i].width = sp_max(sp_min(widths->at[i].minimal, low), 1);
}

bool table_solve_widths(Arena *scratch, TableWidths *widths, Sp measure) {
    if (sum(widths, WIDTH_NATURAL) <= measure) {
        begin_with(widths, WIDTH_NATURAL);
        return true;
    }
    Sp rest = measure - sum(widths, WIDTH_MINIMAL);
    if (rest < 0) {
        cut_widest(widths, measure);
        return false;
    }
    begin_with(widths, WIDTH_MINIMAL);
    ArenaMark mark = arena_mark(scratch);
    share_out(scratch, widths, rest);
    arena_release(scratch, mark);
    return true;
}
