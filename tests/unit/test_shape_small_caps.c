/* Small capitals: which letters of a word they stand for, and that the text stays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "shape/internal.h"
#include "unit/shape_fixture.h"

/* Runs stand in brackets. */
static void acronyms_are_found(void **state) {
    (void)state;
    static const char *const cases[] = {
        "[UCLG]",    "[UN]-Habitat",
        "[NGO]s",    "([OECD]),",
        "[COP24]",   "[ÉÀ]",
        "Marrakech", "I",
        "A",         "McDONALD",
        "UNHabitat", "iOS",
        "[OECD]'s",  "[UCLG]/[IOM]",
        "NGOst",     "[AB].[CD].[EF].[GH].IJ",
        "[XIV]",     "",
        "1918",
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char word[64], marked[64];
        size_t len = 0, out = 0;
        for (const char *c = cases[i]; *c; c++)
            if (*c != '[' && *c != ']') word[len++] = *c;
        CapitalRun runs[MOST_CAPITAL_RUNS];
        unsigned count = small_caps_runs((Str){word, len}, runs), next = 0;
        for (size_t at = 0; at <= len; at++) {
            if (next < count && runs[next].to == at) {
                marked[out++] = ']';
                next++;
            }
            if (next < count && runs[next].from == at) marked[out++] = '[';
            if (at < len) marked[out++] = word[at];
        }
        marked[out] = 0;
        assert_string_equal(marked, cases[i]);
    }
}

static const Segment *shape_word(Fixture *fixture, const char *text, FaceStyle style, bool wanted) {
    fixture->paragraph.count = 0;
    fixture_add(fixture, text, style)->look.has_small_caps = wanted;
    const Shaped *shaped = fixture_shape(fixture);
    fixture_no_diagnostics(fixture);
    assert_true(str_equal(shaped->text, str_from(text)));
    return shaped->segments;
}

static void only_acronyms_get_other_glyphs(void **state) {
    (void)state;
    static const struct {
        const char *text;
        FaceStyle style;
        uint32_t from, to; /* glyphs that differ */
    } cases[] = {
        {"UN-Habitat", FACE_REGULAR, 0, 2},
        {"Habitat", FACE_REGULAR, 0, 0},
        {"NGOs", FACE_BOLD, 0, 3},
        {"UCLG", FACE_ITALIC, 0, 0}}; /* the face has none: the capitals stay, and stay close */
    Fixture fixture;
    fixture_open(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const Segment *plain = shape_word(&fixture, cases[i].text, cases[i].style, false);
        const Segment *small = shape_word(&fixture, cases[i].text, cases[i].style, true);
        assert_int_equal(small->count, plain->count);
        for (uint32_t g = 0; g < small->count; g++) {
            bool differs = g >= cases[i].from && g < cases[i].to;
            assert_int_equal(small->glyphs[g].id != plain->glyphs[g].id, differs);
            assert_int_equal(small->glyphs[g].cluster, plain->glyphs[g].cluster);
        }
        assert_int_equal(small->width < plain->width, cases[i].from < cases[i].to);
        assert_int_equal(small->width == plain->width, cases[i].from == cases[i].to);
    }
    fixture_close(&fixture);
}

static void code_has_none(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    const Segment *plain = shape_word(&fixture, "HTTP", FACE_REGULAR, false);
    fixture.paragraph.count = 0;
    TextPart *part = fixture_add(&fixture, "HTTP", FACE_REGULAR);
    part->look.has_small_caps = part->is_verbatim = true;
    assert_int_equal(fixture_shape(&fixture)->segments->width, plain->width);
    fixture_close(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acronyms_are_found),
        cmocka_unit_test(only_acronyms_get_other_glyphs),
        cmocka_unit_test(code_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
