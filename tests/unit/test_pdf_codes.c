/* test_pdf_codes.c - codes of texts: shared by fonts, apart within one, and all of them in ToUnicode. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/pdf_codes.h"

#define LIGATURE STR("fi")
#define E_ACUTE STR("\xC3\xA9")

static bool holds(Str text, const char *what) {
    return str_find(text, str_from(what), 0) != SIZE_MAX;
}

static void fonts_share_the_code_of_a_text(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    PdfCodes codes = {0};
    PdfCodeSet *roman = ARENA_NEW(arena, PdfCodeSet), *bold = ARENA_NEW(arena, PdfCodeSet);
    assert_int_equal(pdf_codes_give(arena, &codes, STR("A"), roman), 'A');
    assert_int_equal(pdf_codes_give(arena, &codes, LIGATURE, roman), 0x7F);
    assert_int_equal(pdf_codes_give(arena, &codes, E_ACUTE, roman), 0x80);
    assert_int_equal(pdf_codes_give(arena, &codes, E_ACUTE, bold), 0x80);
    assert_int_equal(pdf_codes_give(arena, &codes, STR("A"), bold), 'A');
    assert_int_equal(pdf_codes_give(arena, &codes, LIGATURE, bold), 0x7F);
    arena_drop(arena);
}

/* Small capitals, a narrower form: the same text, another glyph. */
static void second_glyph_of_a_text_gets_its_own_code(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    PdfCodes codes = {0};
    PdfCodeSet *roman = ARENA_NEW(arena, PdfCodeSet), *bold = ARENA_NEW(arena, PdfCodeSet);
    assert_int_equal(pdf_codes_give(arena, &codes, STR("A"), roman), 'A');
    assert_int_equal(pdf_codes_give(arena, &codes, STR("A"), roman), 0x7F);
    assert_int_equal(pdf_codes_give(arena, &codes, STR(""), roman), 0x80);
    assert_int_equal(pdf_codes_give(arena, &codes, STR(""), roman), 0x81);
    assert_int_equal(pdf_codes_give(arena, &codes, STR("A"), bold), 'A');
    assert_int_equal(pdf_codes_give(arena, &codes, STR("A"), bold), 0x7F);
    assert_int_equal(pdf_codes_give(arena, &codes, STR("A"), bold), 0x82);
    Str cmap = pdf_codes_to_unicode(arena, &codes);
    assert_true(holds(cmap, "\n<0020><007E><0020>\n"));
    assert_true(holds(cmap, "\n<007F><0082>[<0041><200B><200B><0041>]\n"));
    arena_drop(arena);
}

/* A range of ToUnicode has one first byte. */
static void ranges_end_with_their_row(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    PdfCodes codes = {0};
    PdfCodeSet *taken = ARENA_NEW(arena, PdfCodeSet);
    Str cmap = pdf_codes_to_unicode(arena, &codes);
    assert_false(holds(cmap, "["));
    for (int i = 0; i < 0x82; i++) pdf_codes_give(arena, &codes, STR("\xE2\x82\xAC"), taken);
    cmap = pdf_codes_to_unicode(arena, &codes);
    assert_true(holds(cmap, "\n<007F><00FF>[<20AC>"));
    assert_true(holds(cmap, "\n<0100><0100>[<20AC>]\n"));
    arena_drop(arena);
}

static void codes_run_out(void **state) {
    (void)state;
    enum { OTHERS = PDF_CODE_COUNT - 0x7F };
    Arena *arena = arena_new(0);
    PdfCodes codes = {0};
    PdfCodeSet *taken = ARENA_NEW(arena, PdfCodeSet);
    for (uint32_t i = 0; i < OTHERS; i++) {
        Str text = str_format(arena, "text %u", i);
        assert_int_equal(pdf_codes_give(arena, &codes, text, taken), 0x7F + i);
    }
    assert_int_equal(pdf_codes_give(arena, &codes, STR("one more"), taken), 0);
    assert_int_equal(pdf_codes_give(arena, &codes, STR("~"), taken), '~');
    arena_drop(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fonts_share_the_code_of_a_text),
        cmocka_unit_test(second_glyph_of_a_text_gets_its_own_code),
        cmocka_unit_test(ranges_end_with_their_row),
        cmocka_unit_test(codes_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
