/* The word cache: the features it leaves out for speed change nothing; equal words are shaped once. */
#include "shape_fixture.h"

#include <hb.h>

#include "shape/internal.h"

static const Figures figures = FIGURES_LINING;

/* With every feature the face has. */
static void shape_fully(hb_buffer_t *buffer, const Face *face, Str text) {
    hb_feature_t features[2];
    hb_feature_from_string("lnum", -1, &features[0]);
    hb_feature_from_string("pnum", -1, &features[1]);
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text.at, (int)text.len, 0, (int)text.len);
    hb_buffer_set_language(buffer, hb_language_from_string("en", 2));
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face->hb_font, buffer, features, 2);
}

static void check(Fixture *fixture, hb_buffer_t *buffer, const Face *face, Str text) {
    WordStyle style = {
        .face = face, .figures = figures, .language = language_number(fixture->shaper, STR("en"))};
    const Word *word = word_shape(fixture->shaper, style, text);
    shape_fully(buffer, face, text);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);
    bool is_equal = word->count == count;
    for (unsigned i = 0; i < count && is_equal; i++)
        is_equal = word->glyphs[i].id == infos[i].codepoint &&
                   word->glyphs[i].cluster == infos[i].cluster &&
                   word->glyphs[i].advance == places[i].x_advance &&
                   word->glyphs[i].dx == places[i].x_offset;
    if (!is_equal) fail_msg("\"%.*s\" is shaped otherwise", STR_ARG(text));
}

/* Every two characters of ASCII, Latin-1 and general punctuation, and a third that likes ligatures. */
static void features_left_out_change_nothing(void **state) {
    (void)state;
    static const char *const families[] = {"Source Serif 4", "Source Sans 3", "Source Code Pro"};
    static const uint32_t ranges[][2] = {
        {0x21, 0x7E}, {0xA1, 0xAC}, {0xAE, 0xFF}, {0x2010, 0x2027}};
    uint32_t chars[256];
    size_t count = 0;
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        for (uint32_t c = ranges[i][0]; c <= ranges[i][1]; c++) chars[count++] = c;
    hb_buffer_t *buffer = hb_buffer_create();
    for (int f = 0; f < 3; f++) {
        Fixture fixture;
        fixture_open(&fixture);
        const Face *face = font_find(fixture.fonts, str_from(families[f]), FACE_REGULAR);
        for (size_t a = 0; a < count; a++)
            for (size_t b = 0; b < count; b++) {
                char text[12];
                size_t len = utf8_put(text, chars[a]);
                len += utf8_put(text + len, chars[b]);
                len += utf8_put(text + len, b % 2 ? 'f' : 'l');
                check(&fixture, buffer, face, (Str){text, len});
            }
        fixture_close(&fixture);
    }
    hb_buffer_destroy(buffer);
}

static void equal_words_are_shaped_once(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    const Face *face = font_find(fixture.fonts, STR("Source Serif 4"), FACE_REGULAR);
    WordStyle style = {.face = face, .language = language_number(fixture.shaper, STR("en"))};
    const Word *first = word_shape(fixture.shaper, style, STR("city"));
    for (int i = 0; i < 3000; i++) { /* the table grows */
        Str word = str_format(fixture.job.arena, "w%d", i);
        assert_ptr_equal(word_shape(fixture.shaper, style, word),
                         word_shape(fixture.shaper, style, word));
    }
    assert_ptr_equal(word_shape(fixture.shaper, style, STR("city")), first);
    style.figures = FIGURES_TABULAR;
    assert_ptr_not_equal(word_shape(fixture.shaper, style, STR("city")), first);
    fixture_close(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(features_left_out_change_nothing),
        cmocka_unit_test(equal_words_are_shaped_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
