/* Faces: found by family and style, metrics as the tables say, fallback in the fixed order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "font/font.h"

static int open_set(void **state) {
    *state = font_set_new();
    return *state ? 0 : -1;
}

static int drop_set(void **state) {
    font_set_drop(*state);
    return 0;
}

static void metrics_are_those_of_the_tables(void **state) {
    const Face *face = font_find(*state, STR("Source Serif 4"), FACE_REGULAR);
    assert_non_null(face);
    assert_int_equal(face->upem, 1000);
    assert_int_equal(face->number, 0);
    assert_true(face->is_serif);
    assert_false(face->is_fixed_pitch);
    assert_int_equal(face->italic_angle, 0);
    assert_int_equal(face->stem_v, 87);
    assert_in_range(face->cap_height, 650, 690);
    assert_in_range(face->x_height, 450, 490);
    assert_true(face->ascent > 0 && face->descent < 0);
    assert_true(face->left < 0 && face->bottom < 0 && face->right > 1000 && face->top > 900);
    assert_true(str_equal(face->postscript_name, STR("SourceSerif4-Regular")));
}

static void every_style_is_its_own_face(void **state) {
    static const FaceStyle styles[] = {FACE_REGULAR, FACE_ITALIC, FACE_BOLD, FACE_BOLD_ITALIC};
    const Str *names;
    size_t count = font_families(*state, &names);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < 2 * 4; i++) {
        const Face *face = font_find(*state, names[i / 4], styles[i % 4]);
        assert_non_null(face);
        assert_int_equal(face->style, styles[i % 4]);
        assert_int_equal(face->number, i);
        assert_ptr_equal(face, font_find(*state, names[i / 4], styles[i % 4]));
        bool leans = face->style == FACE_ITALIC || face->style == FACE_BOLD_ITALIC;
        assert_int_equal(face->italic_angle < 0, leans);
    }
}

static void the_face_of_code_is_upright_and_of_one_width(void **state) {
    static const struct {
        FaceStyle wanted, got;
    } cases[] = {{FACE_REGULAR, FACE_REGULAR},
                 {FACE_BOLD, FACE_BOLD},
                 {FACE_ITALIC, FACE_REGULAR},
                 {FACE_BOLD_ITALIC, FACE_BOLD}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const Face *face = font_find(*state, STR("Source Code Pro"), cases[i].wanted);
        assert_non_null(face);
        assert_int_equal(face->style, cases[i].got);
        assert_int_equal(face->number, 8 + cases[i].got);
        assert_true(face->is_fixed_pitch);
        for (uint32_t c = ' '; c < 0x7F; c++)
            assert_int_equal(font_advance(face, font_glyph(face, c)), 600);
    }
}

static void unknown_family_is_no_face(void **state) {
    assert_null(font_find(*state, STR("Comic Sans"), FACE_REGULAR));
}

static void fallback_keeps_the_wanted_face_when_it_can(void **state) {
    const Face *serif = font_find(*state, STR("Source Serif 4"), FACE_ITALIC);
    assert_ptr_equal(font_fallback(*state, serif, 'a'), serif);
    assert_true(font_covers(serif, 0x20AC));
    assert_int_equal(font_advance(serif, font_glyph(serif, ' ')) > 0, 1);
    assert_null(font_fallback(*state, serif, 0x4E16));
    assert_int_equal(font_glyph(serif, 0x4E16), 0);
}

static void fallback_takes_the_same_style_of_the_next_family(void **state) {
    const Face *serif = font_find(*state, STR("Source Serif 4"), FACE_BOLD);
    uint32_t only_sans = 0;
    const Face *sans = font_find(*state, STR("Source Sans 3"), FACE_BOLD);
    for (uint32_t c = 0x2000; c < 0x2C00 && !only_sans; c++) {
        if (font_covers(sans, c) && !font_covers(serif, c)) only_sans = c;
    }
    assert_int_not_equal(only_sans, 0);
    assert_ptr_equal(font_fallback(*state, serif, only_sans), sans);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(metrics_are_those_of_the_tables, open_set, drop_set),
        cmocka_unit_test_setup_teardown(every_style_is_its_own_face, open_set, drop_set),
        cmocka_unit_test_setup_teardown(the_face_of_code_is_upright_and_of_one_width, open_set,
                                        drop_set),
        cmocka_unit_test_setup_teardown(unknown_family_is_no_face, open_set, drop_set),
        cmocka_unit_test_setup_teardown(fallback_keeps_the_wanted_face_when_it_can, open_set,
                                        drop_set),
        cmocka_unit_test_setup_teardown(fallback_takes_the_same_style_of_the_next_family, open_set,
                                        drop_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
