/* test_pdf_text.c - text operators: only what changes, and the reader's pen never drifts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/pdf_text.h"

static const TextState plain = {.font = 0, .size = SP(10)};
/* A glyph of half an em: 5 pt. */
static const PdfCode letter = {.code = 0x4142, .width = 50000};
static const PdfCode bracket = {.code = 0x285C, .width = 50000};

typedef struct Fixture {
    Arena *arena;
    Buf buf;
    TextPen pen;
} Fixture;

static Fixture open_pen(void) {
    Fixture fixture = {.arena = arena_new(0)};
    fixture.buf = buf_new(fixture.arena);
    return fixture;
}

static void assert_written(Fixture *fixture, const char *expected) {
    text_end(&fixture->pen);
    if (!str_is(buf_str(&fixture->buf), expected))
        print_error("got:\n%.*s", STR_ARG(buf_str(&fixture->buf)));
    assert_true(str_is(buf_str(&fixture->buf), expected));
    arena_drop(fixture->arena);
}

static void glyphs_that_follow_share_a_string(void **state) {
    (void)state;
    Fixture f = open_pen();
    f.pen.to = &f.buf;
    text_begin(&f.pen);
    text_set_state(&f.pen, &plain);
    text_glyph(&f.pen, SP(72), SP(700), 0, &letter);
    text_glyph(&f.pen, SP(77), SP(700), 0, &bracket);
    text_set_state(&f.pen, &plain);
    text_glyph(&f.pen, SP(83), SP(700), 0, &letter); /* 1 pt to the right: -100 thousandths */
    text_glyph(&f.pen, SP(88) + SP_PT / 200, SP(700), 0, &letter); /* too little to be seen */
    assert_written(&f, "BT\n/F0 10 Tf\n72 700 Td\n[(AB\\(\\\\)-100(ABAB)]TJ\nET\n");
}

static void a_new_line_is_relative_to_the_last(void **state) {
    (void)state;
    Fixture f = open_pen();
    f.pen.to = &f.buf;
    text_begin(&f.pen);
    text_set_state(&f.pen, &plain);
    text_glyph(&f.pen, SP(72), SP(700), 0, &letter);
    text_glyph(&f.pen, SP(60), SP_TENTHS(6855), 0, &letter);
    assert_written(&f, "BT\n/F0 10 Tf\n72 700 Td\n[(AB)]TJ\n-12 -14.5 Td\n[(AB)]TJ\nET\n");
}

static void state_is_written_once(void **state) {
    (void)state;
    Fixture f = open_pen();
    f.pen.to = &f.buf;
    text_begin(&f.pen);
    text_set_state(&f.pen,
                   &(TextState){.font = 2, .size = SP(10), .tracking = 50, .color = {255, 0, 0}});
    text_glyph(&f.pen, SP(72), SP(700), 0, &letter);
    text_set_state(&f.pen, &(TextState){.font = 2, .size = SP(10)});
    text_glyph(&f.pen, SP_TENTHS(775), SP(700), SP(3), &letter); /* the pen counts the tracking */
    assert_written(&f, "BT\n/F2 10 Tf\n.5 Tc\n1 0 0 rg\n72 700 Td\n[(AB)]TJ\n0 Tc\n0 g\n3 Ts\n"
                       "[(AB)]TJ\nET\n");
}

static void rounding_never_adds_up(void **state) {
    (void)state;
    Fixture f = open_pen();
    f.pen.to = &f.buf;
    text_begin(&f.pen);
    text_set_state(&f.pen, &(TextState){.size = SP_TENTHS(95)});
    Sp x = SP(72), worst = 0;
    for (int i = 0; i < 500; i++, x += SP_PT * 4781 / 1000) {
        text_glyph(&f.pen, x, SP(700), 0, &letter);
        Sp after = x + sp_scale(letter.width, SP_TENTHS(95), 100000);
        Sp away = f.pen.pen > after ? f.pen.pen - after : after - f.pen.pen;
        worst = sp_max(worst, away);
    }
    assert_true(worst <= SP_PT / 60);
    arena_drop(f.arena);
}

static void a_blank_is_stretched_to_its_advance(void **state) {
    (void)state;
    Fixture f = open_pen();
    f.pen.to = &f.buf;
    text_begin(&f.pen);
    text_set_state(&f.pen, &plain);
    text_blank(&f.pen, SP(72), SP(700), SP(6), &letter);
    assert_written(&f, "BT\n/F0 10 Tf\n120 Tz\n72 700 Td\n[(AB)]TJ\n100 Tz\nET\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(glyphs_that_follow_share_a_string),
        cmocka_unit_test(a_new_line_is_relative_to_the_last),
        cmocka_unit_test(state_is_written_once),
        cmocka_unit_test(rounding_never_adds_up),
        cmocka_unit_test(a_blank_is_stretched_to_its_advance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
