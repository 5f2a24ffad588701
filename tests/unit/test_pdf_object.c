/* test_pdf_object.c - numbers, strings, names and dates as PDF writes them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/pdf_object.h"

static void assert_text(const Buf *buf, Str expected) {
    if (!str_equal(buf_str(buf), expected))
        print_error("got \"%.*s\", expected \"%.*s\"\n", STR_ARG(buf_str(buf)), STR_ARG(expected));
    assert_true(str_equal(buf_str(buf), expected));
}

static void decimals_have_no_needless_digits(void **state) {
    (void)state;
    static const struct {
        int64_t value;
        unsigned decimals;
        const char *expected;
    } cases[] = {{0, 2, "0"},
                 {5, 2, ".05"},
                 {-5, 2, "-.05"},
                 {7200, 2, "72"},
                 {7250, 2, "72.5"},
                 {7205, 2, "72.05"},
                 {-7250, 2, "-72.5"},
                 {10, 0, "10"},
                 {-1, 0, "-1"},
                 {1000, 3, "1"},
                 {INT64_MIN, 0, "-9223372036854775808"},
                 {123456789, 3, "123456.789"}};
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buf buf = buf_new(arena);
        pdf_put_decimal(&buf, cases[i].value, cases[i].decimals);
        assert_text(&buf, str_from(cases[i].expected));
    }
    arena_drop(arena);
}

static void lengths_are_rounded_to_hundredths(void **state) {
    (void)state;
    assert_int_equal(pdf_hundredths(SP(72)), 7200);
    assert_int_equal(pdf_hundredths(SP_MM(210)), 59528);
    assert_int_equal(pdf_hundredths(SP_PT / 200), 0); /* 327 sp: just under half of 0.01 pt */
    assert_int_equal(pdf_hundredths(SP_PT / 200 + 1), 1);
    assert_int_equal(pdf_hundredths(-SP_PT / 200 - 1), -1);
}

static void strings_are_escaped(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    pdf_put_string(&buf, STR("a(b)\\\r\n\0z"));
    assert_text(&buf, STR("(a\\(b\\)\\\\\\r\n\0z)"));
    arena_drop(arena);
}

static void texts_choose_the_shorter_encoding(void **state) {
    (void)state;
    static const struct {
        Str text, expected;
    } cases[] = {
        {STR_CONST("plain"), STR_CONST("(plain)")},
        {STR_CONST("caf\xC3\xA9"), STR_CONST("(caf\xE9)")},
        {STR_CONST("\xE2\x82\xAC"), STR_CONST("(\xFE\xFF\x20\xAC)")},
        {STR_CONST("\xF0\x9F\x98\x80"), STR_CONST("(\xFE\xFF\xD8\x3D\xDE\x00)")},
        /* U+0128 U+0129: bytes that are parentheses need their escape in UTF-16 too */
        {STR_CONST("\xC4\xA8\xC4\xA9"), STR_CONST("(\xFE\xFF\x01\\(\x01\\))")},
        /* would be taken for the mark of UTF-16 */
        {STR_CONST("\xC3\xBE\xC3\xBF"), STR_CONST("(\xFE\xFF\0\xFE\0\xFF)")},
        /* a soft hyphen has no code in PDFDocEncoding */
        {STR_CONST("\xC2\xAD"), STR_CONST("(\xFE\xFF\0\xAD)")},
    };
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buf buf = buf_new(arena);
        pdf_put_text(&buf, cases[i].text);
        assert_text(&buf, cases[i].expected);
    }
    assert_int_equal(pdf_text_size(STR("caf\xC3\xA9")), 4);
    assert_int_equal(pdf_text_size(STR("\xE2\x82\xAC\xF0\x9F\x98\x80")), 2 + 2 + 4);
    arena_drop(arena);
}

static void names_hide_what_may_not_stand_in_them(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    pdf_put_name(&buf, STR("A B/C#\xC3"));
    assert_text(&buf, STR("/A#20B#2FC#23#C3"));
    arena_drop(arena);
}

static void dates_follow_the_calendar(void **state) {
    (void)state;
    static const struct {
        int64_t time;
        const char *pdf, *iso;
    } cases[] = {
        {0, "D:19700101000000Z", "1970-01-01T00:00:00Z"},
        {951782399, "D:20000228235959Z", "2000-02-28T23:59:59Z"},
        {951782400, "D:20000229000000Z", "2000-02-29T00:00:00Z"},
        {1795480550, "D:20261124003550Z", "2026-11-24T00:35:50Z"},
        {4107542400, "D:21000301000000Z", "2100-03-01T00:00:00Z"},
        {-1, "D:19691231235959Z", "1969-12-31T23:59:59Z"},
    };
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buf pdf = buf_new(arena), iso = buf_new(arena);
        pdf_put_date(&pdf, cases[i].time);
        pdf_put_iso_date(&iso, cases[i].time);
        assert_text(&pdf, str_from(cases[i].pdf));
        assert_text(&iso, str_from(cases[i].iso));
    }
    arena_drop(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decimals_have_no_needless_digits),
        cmocka_unit_test(lengths_are_rounded_to_hundredths),
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(texts_choose_the_shorter_encoding),
        cmocka_unit_test(names_hide_what_may_not_stand_in_them),
        cmocka_unit_test(dates_follow_the_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
