/* Tables: what is a number and where its decimal sign stands; how columns share the measure. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "block/table.h"

/* ---- numbers ---- */

static void numbers_are_told_from_text(void **state) {
    (void)state;
    static const char *const numbers[] = {
        "0",  "12",   "1,704,694", "1 704 694", "4.1",  "4,1",  ".5",
        "+3", "-3",   "−0,3",      "±2",        "12 %", "45%",  "€ 1.250,00",
        "$3", "(12)", "1’234",     "1 234",     "< 5",  "2018", "3*",
    };
    static const char *const texts[] = {
        "",       "–",   "n/a", "12 km", "2018-12-08", "14:30", "1..2",  "1,,2",
        "Item 4", "4th", "a",   "%",     "1.2.3 bis",  "1,",    "12/13",
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (!number_is(str_from(numbers[i]))) fail_msg("a number: %s", numbers[i]);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (number_is(str_from(texts[i]))) fail_msg("no number: %s", texts[i]);
}

/* What the column says of its decimal sign, and where it stands in the first cell. */
static void decimal_signs_are_found(void **state) {
    (void)state;
    static const struct {
        const char *cells[3], *lang;
        char decimal;
        size_t point;
    } cases[] = {
        {{"1,234", "5"}, "en", '.', 5},         /* a comma parts thousands */
        {{"1,234", "5"}, "fr", ',', 1},         /* a decimal comma */
        {{"1,234", "5,6"}, "en", ',', 1},       /* the second cell settles it */
        {{"1.234", "1.234.567"}, "en", ',', 5}, /* points part thousands */
        {{"1.250,00 €", "3"}, "en", ',', 5},    {{"−0.25", "12.5"}, "fr", '.', 4},
        {{"12", "13"}, "en", '.', 2},           {{"12 %", "–", "n/a"}, "en", '.', 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        NumberColumn column = {0};
        for (size_t c = 0; c < 3 && cases[i].cells[c]; c++)
            number_note(&column, str_from(cases[i].cells[c]));
        char decimal = column.decimal ? column.decimal : number_decimal(str_from(cases[i].lang));
        assert_int_equal(column.others, 0);
        assert_true(column.numbers > 0);
        assert_int_equal(decimal, cases[i].decimal);
        assert_int_equal(number_point(str_from(cases[i].cells[0]), decimal), cases[i].point);
    }
    NumberColumn column = {0};
    number_note(&column, STR("12"));
    number_note(&column, STR("about 12"));
    assert_int_equal(column.others, 1);
}

/* ---- widths ---- */

enum { MOST = 4 };

typedef struct Trial {
    const char *what;
    Sp measure;
    size_t columns, rows;
    Sp minimal[MOST], fixed[MOST];
    Sp cells[3 * MOST];      /* natural widths, in points */
    Sp from[MOST], to[MOST]; /* bounds of the answer */
    bool fits;
} Trial;

static const Trial trials[] = {
    {"all natural", 300, 2, 1, {20, 20}, {0}, {100, 150}, {100, 150}, {100, 150}, true},
    {"long text takes what is left",
     300,
     2,
     1,
     {40, 30},
     {0},
     {50, 900},
     {50, 249},
     {51, 250},
     true},
    {"even columns", 300, 2, 1, {40, 40}, {0}, {900, 900}, {145, 145}, {155, 155}, true},
    {"twice the text, more room",
     300,
     2,
     1,
     {20, 20},
     {0},
     {400, 800},
     {90, 180},
     {120, 210},
     true},
    {"a fixed column",
     300,
     3,
     1,
     {10, 10, 10},
     {0, 60, 0},
     {900, 10, 900},
     {110, 60, 110},
     {130, 60, 130},
     true},
    {"numbers keep their width",
     200,
     2,
     2,
     {80, 30},
     {0},
     {80, 900, 60, 30},
     {80, 119},
     {80, 120},
     true},
    {"too many long words",
     100,
     3,
     1,
     {20, 90, 60},
     {0},
     {20, 90, 60},
     {20, 39, 39},
     {20, 40, 40},
     false},
    {"nothing in it", 100, 2, 1, {0}, {0}, {0}, {0}, {0}, true},
};

static void run(Arena *arena, const Trial *trial) {
    TableWidth at[MOST] = {0};
    Sp cells[3 * MOST], total = 0;
    for (size_t i = 0; i < trial->columns * trial->rows; i++) cells[i] = SP(trial->cells[i]);
    for (size_t i = 0; i < trial->columns; i++) {
        at[i].minimal = SP(trial->minimal[i]);
        for (size_t r = 0; r < trial->rows; r++)
            at[i].natural = sp_max(at[i].natural, cells[r * trial->columns + i]);
        Sp fixed = SP(trial->fixed[i]);
        if (fixed) at[i] = (TableWidth){.minimal = fixed, .natural = fixed, .is_fixed = true};
    }
    TableWidths widths = {.at = at, .len = trial->columns, .cells = cells, .rows = trial->rows};
    bool fits = table_solve_widths(arena, &widths, SP(trial->measure));
    if (fits != trial->fits) fail_msg("%s: fits", trial->what);
    for (size_t i = 0; i < trial->columns; i++) {
        total += at[i].width;
        if (at[i].width < SP(trial->from[i]) || at[i].width > SP(trial->to[i]) + 1)
            fail_msg("%s: column %zu is %lldpt", trial->what, i, (long long)(at[i].width / SP_PT));
    }
    assert_true(total <= SP(trial->measure) + (Sp)trial->columns);
}

static void columns_share_the_measure(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof trials / sizeof *trials; i++) run(arena, &trials[i]);
    arena_drop(arena);
}

/* Lines of all rows, as the cells' areas have it. */
static int64_t height(const TableWidths *widths) {
    int64_t lines = 0;
    for (size_t r = 0; r < widths->rows; r++) {
        int64_t tallest = 1;
        for (size_t i = 0; i < widths->len; i++) {
            Sp cell = widths->cells[r * widths->len + i], width = widths->at[i].width;
            int64_t needed = width > 0 ? (cell + width - 1) / width : 1;
            if (needed > tallest) tallest = needed;
        }
        lines += tallest;
    }
    return lines;
}

/* Never much taller than the best of all ways to part the measure between two columns. */
static void tables_are_low(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    uint32_t seed = 7;
    for (int trial = 0; trial < 200; trial++) {
        Sp cells[40];
        TableWidth at[2] = {{.minimal = SP(30)}, {.minimal = SP(30)}};
        for (int i = 0; i < 40; i++) {
            seed = seed * 1664525u + 1013904223u;
            cells[i] = SP(10 + (Sp)((seed >> 8) % (i % 2 ? 900u : 300u)));
            at[i % 2].natural = sp_max(at[i % 2].natural, cells[i]);
        }
        TableWidths widths = {.at = at, .len = 2, .cells = cells, .rows = 20};
        table_solve_widths(arena, &widths, SP(300));
        int64_t found = height(&widths), best = INT64_MAX;
        for (int left = 30; left <= 270; left++) {
            at[0].width = SP(left);
            at[1].width = SP(300 - left);
            int64_t lines = height(&widths);
            if (lines < best) best = lines;
        }
        if (found * 100 > best * 125)
            fail_msg("%d: %d lines, best %d", trial, (int)found, (int)best);
    }
    arena_drop(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_told_from_text), cmocka_unit_test(decimal_signs_are_found),
        cmocka_unit_test(columns_share_the_measure), cmocka_unit_test(tables_are_low)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
