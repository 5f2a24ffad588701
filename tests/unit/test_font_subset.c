/* Subsets: dense, without layout tables, advances kept, accents' parts brought along. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "font/font.h"

static bool has_table(Str font, const char *tag) {
    unsigned count = (unsigned)((uint8_t)font.at[4] << 8 | (uint8_t)font.at[5]);
    for (unsigned i = 0; i < count; i++) {
        if (memcmp(font.at + 12 + i * 16, tag, 4) == 0) return true;
    }
    return false;
}

static void subset_holds_what_a_pdf_needs(void **state) {
    (void)state;
    static const char *const needed[] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};
    static const char *const dropped[] = {"GSUB", "GPOS", "GDEF", "OS/2", "name",
                                          "post", "cmap", "STAT", "fpgm", "prep"};
    Arena *arena = arena_new(0);
    FontSet *set = font_set_new();
    const Face *face = font_find(set, STR("Source Serif 4"), FACE_REGULAR);
    uint32_t glyphs[3] = {font_glyph(face, 'A'), font_glyph(face, 'b'), font_glyph(face, 0xE9)};
    assert_true(glyphs[0] < glyphs[1] && glyphs[1] < glyphs[2]);
    uint16_t mapped[3] = {0};
    Str bytes = {0};
    assert_true(font_subset(arena, face, glyphs, 3, mapped, &bytes));
    assert_true(mapped[0] >= 1 && mapped[0] < mapped[1] && mapped[1] < mapped[2]);
    assert_true(mapped[2] < 8);
    assert_true(bytes.len > 500 && bytes.len < 6000);
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
        assert_true(has_table(bytes, needed[i]));
    for (size_t i = 0; i < sizeof dropped / sizeof dropped[0]; i++)
        assert_false(has_table(bytes, dropped[i]));
    font_set_drop(set);
    arena_drop(arena);
}

static void same_glyphs_give_same_bytes(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    Str bytes[2];
    for (int i = 0; i < 2; i++) {
        FontSet *set = font_set_new();
        const Face *face = font_find(set, STR("Source Sans 3"), FACE_BOLD);
        uint32_t glyphs[2] = {font_glyph(face, 'H'), font_glyph(face, 'z')};
        uint16_t mapped[2];
        assert_true(font_subset(arena, face, glyphs, 2, mapped, &bytes[i]));
        font_set_drop(set);
    }
    assert_true(str_equal(bytes[0], bytes[1]));
    arena_drop(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(subset_holds_what_a_pdf_needs),
        cmocka_unit_test(same_glyphs_give_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
