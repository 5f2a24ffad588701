/* Text that goes to ICU: levels, logical order of segments, visual order of glyphs, breaks of ideographs. */
#include <unistd.h>

#include "shape/unicode_module.h"
#include "shape_fixture.h"

static int need_module(void) {
    return access(TEST_BUILD_DIR "/lib/dossier/" UNICODE_MODULE_FILE, R_OK);
}

static void right_to_left_words_keep_logical_order(void **state) {
    (void)state;
    if (need_module() != 0) skip();
    Fixture fixture;
    fixture_open(&fixture);
    const Shaped *shaped = fixture_shape_text(&fixture, "ab שלום 12 cd");
    static const uint8_t levels[] = {0, 0, 1, 1, 2, 0, 0};
    assert_int_equal(shaped->segment_count, sizeof levels);
    assert_false(shaped->is_rtl);
    for (size_t i = 0; i < sizeof levels; i++) {
        assert_int_equal(shaped->segments[i].level, levels[i]);
        if (i) assert_int_equal(shaped->segments[i].from, shaped->segments[i - 1].to);
    }
    /* no bundled face has Hebrew: boxes, the last letter leftmost */
    const Segment *word = &shaped->segments[2];
    assert_int_equal(word->count, 4);
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(word->glyphs[i].flags, GLYPH_BOX);
        assert_int_equal(word->glyphs[i].cluster, word->from + 2 * (3 - i));
    }
    assert_int_equal(fixture.job.diags->warnings, 1);
    assert_int_equal(fixture.job.diags->errors, 0);
    fixture_close(&fixture);
}

static void language_sets_the_direction(void **state) {
    (void)state;
    if (need_module() != 0) skip();
    Fixture fixture;
    fixture_open(&fixture);
    fixture.paragraph.lang = STR("ar");
    const Shaped *shaped = fixture_shape_text(&fixture, "ab cd.");
    assert_true(shaped->is_rtl);
    assert_int_equal(shaped->segments[0].level, 2);
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

static void ideographs_may_part(void **state) {
    (void)state;
    if (need_module() != 0) skip();
    Fixture fixture;
    fixture_open(&fixture);
    const Shaped *shaped = fixture_shape_text(&fixture, "世界");
    assert_int_equal(shaped->item_count, 4);
    assert_int_equal(shaped->items[1].kind, ITEM_PENALTY);
    assert_int_equal(shaped->items[1].penalty, 0);
    assert_int_equal(shaped->items[1].from, 3);
    fixture_close(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_to_left_words_keep_logical_order),
        cmocka_unit_test(language_sets_the_direction),
        cmocka_unit_test(ideographs_may_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
