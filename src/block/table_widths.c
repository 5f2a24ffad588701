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

/* How many lines a cell takes, in UNITs: one, or when it breaks its area and the half of a line that is left
 * over on average. */
static int64_t lines(Sp natural, Sp width) {
    return natural <= width || width <= 0 ? UNIT : natural * UNIT / width + UNIT / 2;
}

/* What each column might be given, and what that would save. */
typedef struct Offer {
    Sp *amounts;
    int64_t *gains;
} Offer;

/* Adds what each column's cell of a row would save. */
static void add_gains(const TableWidths *widths, const Sp *cells, const Offer *offer) {
    int64_t tallest = UNIT, second = UNIT;
    size_t which = SIZE_MAX;
    for (size_t i = 0; i < widths->len; i++) {
        int64_t now = lines(cells[i], widths->at[i].width);
        if (now == UNIT) continue;
        offer->gains[i] += (now - lines(cells[i], widths->at[i].width + offer->amounts[i])) / 2;
        if (now > tallest) {
            second = tallest;
            tallest = now;
            which = i;
        } else if (now > second) {
            second = now;
        }
    }
    if (which == SIZE_MAX) return;
    int64_t then = lines(cells[which], widths->at[which].width + offer->amounts[which]);
    offer->gains[which] += tallest - (then > second ? then : second);
}

typedef struct Choice {
    size_t column; /* SIZE_MAX: nothing saves anything */
    Sp amount;
    int64_t rate; /* saved for each share */
} Choice;

/* The column that saves most for what it is given: `share`, or all it needs (`is_whole`) when there is as much. */
static void choose(const TableWidths *widths, const Offer *offer, Sp share, Sp rest, bool is_whole,
                   Choice *choice) {
    for (size_t i = 0; i < widths->len; i++) {
        Sp needed = widths->at[i].natural - widths->at[i].width;
        offer->amounts[i] = is_whole && needed <= rest ? needed : sp_min(share, needed);
        offer->gains[i] = 0;
    }
    for (size_t row = 0; row < widths->rows; row++)
        add_gains(widths, widths->cells + row * widths->len, offer);
    for (size_t i = 0; i < widths->len; i++) {
        Sp amount = offer->amounts[i];
        if (widths->at[i].is_fixed || amount <= 0 || offer->gains[i] <= 0) continue;
        int64_t rate = sp_scale(offer->gains[i], share, amount);
        if (choice->column == SIZE_MAX || rate > choice->rate)
            *choice = (Choice){.column = i, .amount = amount, .rate = rate};
    }
}

static void share_out(Arena *scratch, TableWidths *widths, Sp rest) {
    Offer offer = {.amounts = ARENA_ARRAY(scratch, Sp, widths->len),
                   .gains = ARENA_ARRAY(scratch, int64_t, widths->len)};
    Sp share = sp_max(rest / SHARES, 1);
    while (rest > 0) {
        Choice choice = {.column = SIZE_MAX};
        share = sp_min(share, rest);
        choose(widths, &offer, share, rest, false, &choice);
        choose(widths, &offer, share, rest, true, &choice);
        if (choice.column == SIZE_MAX) return;
        widths->at[choice.column].width += choice.amount;
        rest -= choice.amount;
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
