/* Outlines: contours that close, curves that are cubic, composite glyphs; which glyphs are marks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "font/font.h"

typedef struct Box {
    int32_t left, right, bottom, top;
} Box;

/* Ends of steps; every contour begins with m, ends with h and comes back to its start. */
static Box assert_contours(const OutlineStep *steps, size_t count, unsigned contours) {
    Box box = {INT32_MAX, INT32_MIN, INT32_MAX, INT32_MIN};
    bool is_open = false;
    for (size_t i = 0; i < count; i++) {
        const OutlineStep *step = &steps[i];
        if (step->op == 'm') assert_false(is_open);
        if (step->op != 'm') assert_true(is_open);
        is_open = step->op != 'h';
        if (step->op == 'h') {
            assert_true(contours-- > 0);
            continue;
        }
        int last = step->op == 'c' ? 2 : 0;
        int32_t x = step->x[last], y = step->y[last];
        box = (Box){x < box.left ? x : box.left, x > box.right ? x : box.right,
                    y < box.bottom ? y : box.bottom, y > box.top ? y : box.top};
    }
    assert_false(is_open);
    assert_int_equal(contours, 0);
    return box;
}

static void letters_have_their_contours(void **state) {
    (void)state;
    static const struct {
        uint32_t code_point;
        unsigned contours;
        bool is_high; /* over the x-height */
    } cases[] = {{'l', 1, true}, {'o', 2, false}, {0xF3, 3, true}, {' ', 0, false}};
    Arena *arena = arena_new(0);
    FontSet *set = font_set_new();
    const Face *face = font_find(set, STR("Source Serif 4"), FACE_REGULAR);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t count = 0;
        uint32_t glyph = font_glyph(face, cases[i].code_point);
        const OutlineStep *steps = font_outline(arena, face, glyph, &count);
        Box box = assert_contours(steps, count, cases[i].contours);
        if (!cases[i].contours) continue;
        assert_true(box.left >= 0 && box.right <= font_advance(face, glyph) * 3);
        assert_in_range(box.bottom + 60, 0, 60);
        assert_int_equal(box.top > face->x_height * 3 + 100, cases[i].is_high);
    }
    font_set_drop(set);
    arena_drop(arena);
}

static void marks_are_told_from_letters(void **state) {
    (void)state;
    FontSet *set = font_set_new();
    const Face *face = font_find(set, STR("Source Sans 3"), FACE_BOLD);
    assert_true(font_is_mark(face, font_glyph(face, 0x301)));
    assert_true(font_is_mark(face, font_glyph(face, 0x323)));
    assert_false(font_is_mark(face, font_glyph(face, 'a')));
    assert_false(font_is_mark(face, font_glyph(face, 0xB4)));
    font_set_drop(set);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_have_their_contours),
        cmocka_unit_test(marks_are_told_from_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
