/* Lengths and colours: what is read, what is refused, how exact. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "style/value.h"

static void lengths_are_exact(void **state) {
    (void)state;
    static const struct {
        const char *text;
        Sp sp;
    } cases[] = {
        {"12pt", SP(12)},
        {"10.5pt", SP_TENTHS(105)},
        {"0pt", 0},
        {"1in", SP(72)},
        {"25.4mm", SP(72)},
        {"2.54cm", SP(72)},
        {"297mm", SP_MM(297)},
        {"210mm", SP_MM(210)},
        {"1em", SP(10)},
        {"1.25em", 819200},
        {"0.000001pt", 0},
        {"0.000008pt", 1},
        {"999999.999999pt", 65536000000},
        {"0.1mm", 18577},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Length length;
        assert_true(length_parse(str_from(cases[i].text), &length));
        assert_int_equal(length_to_sp(length, SP(10)), cases[i].sp);
    }
}

static void other_forms_are_refused(void **state) {
    (void)state;
    static const char *const cases[] = {
        "",     "pt",    ".5pt", "5.pt",      "-1pt",        "+1pt",    "1 pt",  "1,5pt",
        "12px", "1e3pt", "12PT", "1234567pt", "1.1234567pt", "1.2.3pt", "0x1pt",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Length length;
        if (length_parse(str_from(cases[i]), &length)) fail_msg("read %s", cases[i]);
    }
}

static void bare_numbers_are_told_apart(void **state) {
    (void)state;
    Length length;
    assert_true(length_parse(STR("12"), &length));
    assert_int_equal(length.unit, UNIT_NONE);
}

static void lengths_are_printed_short(void **state) {
    (void)state;
    static const struct {
        Sp sp;
        const char *text;
    } cases[] = {
        {0, "0pt"},         {SP(12), "12pt"},      {SP_TENTHS(105), "10.5pt"},
        {SP(-3), "-3pt"},   {SP_PT / 4, "0.25pt"}, {SP_PT / 100, "0.01pt"},
        {SP(7) - 1, "7pt"},
    };
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str text = length_print(arena, cases[i].sp);
        if (!str_is(text, cases[i].text)) fail_msg("%.*s", STR_ARG(text));
    }
    arena_drop(arena);
}

static void colors_are_six_digits(void **state) {
    (void)state;
    Color color = {0};
    assert_true(color_parse(STR("#00545c"), &color));
    assert_int_equal(color.green, 0x54);
    assert_int_equal(color.blue, 0x5c);
    assert_true(color_parse(STR("#FFaB00"), &color));
    assert_int_equal(color.red, 255);
    static const char *const bad[] = {"", "#", "#fff", "00545c", "#00545g", "#00545c0", "black"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(color_parse(str_from(bad[i]), &color));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_are_exact),           cmocka_unit_test(other_forms_are_refused),
        cmocka_unit_test(bare_numbers_are_told_apart), cmocka_unit_test(lengths_are_printed_short),
        cmocka_unit_test(colors_are_six_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
