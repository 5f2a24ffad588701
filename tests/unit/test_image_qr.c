/* test_image_qr.c - QR codes as pictures: their size, the white round them, the corners every reader looks for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "image/image.h"

typedef struct Fixture {
    Job job;
} Fixture;

static void begin(Fixture *fixture) {
    fixture->job = (Job){.arena = arena_new(0), .scratch = arena_new(0), .limits = LIMITS_DEFAULT};
    fixture->job.diags = diag_new(fixture->job.arena);
}

static void end(Fixture *fixture) {
    arena_drop(fixture->job.scratch);
    arena_drop(fixture->job.arena);
}

static bool is_dark(const Image *image, unsigned x, unsigned y) {
    size_t row = (image->width + 7) / 8 + 1;
    unsigned char byte = (unsigned char)image->bytes.at[y * row + 1 + x / 8];
    return !(byte >> (7 - x % 8) & 1);
}

/* A finder pattern: dark frame of seven modules, light, dark square of three (ISO/IEC 18004, 6.3.3). */
static void expect_finder(const Image *image, unsigned left, unsigned top) {
    for (unsigned y = 0; y < 7; y++) {
        for (unsigned x = 0; x < 7; x++) {
            bool is_frame = x == 0 || x == 6 || y == 0 || y == 6;
            bool is_core = x >= 2 && x <= 4 && y >= 2 && y <= 4;
            assert_int_equal(is_dark(image, left + x, top + y), is_frame || is_core);
        }
    }
}

static void codes_have_corners_and_quiet(void **state) {
    /* What a version holds in bytes at level M (ISO/IEC 18004, table 7). */
    static const struct {
        size_t bytes;
        unsigned side;
    } cases[] = {{1, 21},  {14, 21},  {15, 25},  {26, 25},
                 {27, 29}, {106, 41}, {107, 45}, {2331, 177}};
    Fixture fixture;
    (void)state;
    begin(&fixture);
    char *text = arena_alloc(fixture.job.arena, 4000);
    memset(text, 'a', 4000);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str bytes = {.at = text, .len = cases[i].bytes};
        const Image *image = image_qr(&fixture.job, bytes, (Span){0});
        assert_non_null(image);
        unsigned side = cases[i].side, width = side + 2 * QR_QUIET;
        assert_int_equal(image->width, width);
        assert_int_equal(image->height, width);
        assert_int_equal(image->bytes.len, width * ((width + 7) / 8 + 1));
        expect_finder(image, QR_QUIET, QR_QUIET);
        expect_finder(image, QR_QUIET + side - 7, QR_QUIET);
        expect_finder(image, QR_QUIET, QR_QUIET + side - 7);
        for (unsigned k = 0; k < width; k++) {
            for (unsigned edge = 0; edge < QR_QUIET; edge++) {
                assert_false(is_dark(image, k, edge) || is_dark(image, edge, k));
                assert_false(is_dark(image, k, width - 1 - edge));
                assert_false(is_dark(image, width - 1 - edge, k));
            }
        }
    }
    assert_int_equal(fixture.job.diags->list.len, 0);
    end(&fixture);
}

static void what_no_code_holds_is_said(void **state) {
    static char text[2332];
    static const Str cases[] = {{.at = text, .len = sizeof text}, {.at = text, .len = 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Fixture fixture;
        begin(&fixture);
        assert_null(image_qr(&fixture.job, cases[i], (Span){0}));
        assert_int_equal(fixture.job.diags->list.len, 1);
        assert_int_equal(fixture.job.diags->list.at[0].code, W_NO_QR);
        end(&fixture);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(codes_have_corners_and_quiet),
                                       cmocka_unit_test(what_no_code_holds_is_said)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
