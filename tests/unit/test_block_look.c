/* Pieces of text: elements for marks, links, languages, acronyms. */
#include "block_fixture.h"

static const BlockCase cases[] = {
    {.name = "neighbours share what surrounds both",
     .body = "  - \"a **b *c* d** `e` [f **g**](https://example.org) h\"\n",
     .tags = "  P\n"
             "    Strong\n"
             "      Em\n"
             "    Code\n"
             "    Link\n"
             "      Strong\n"},
    {.name = "spans of a language, with an id",
     .body = "  - \"a [b *c*]{lang=fr #here} [d](#here)\"\n",
     .galley = "mark #here\n"
               "box 14.00 [0.00 10.00] \"a b c d (page\u00A00)\"  <5:6>\n",
     .tags = "  P\n"
             "    Span lang=\"fr\" id=\"here\"\n"
             "      Em\n"
             "    Link\n"},
    {.name = "an acronym alone says what it means",
     .head = "title: T\n"
             "use: [directory/all.yaml]",
     .body = "  - \"[[uclg]] and [[uclg]]\"\n",
     .tags = "  P\n"
             "    Span expansion=\"United Cities and Local Governments\"\n"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

static Rich rich_of(Piece *pieces, size_t count) {
    return (Rich){.pieces = pieces, .count = count};
}

/* A layout without italics: emphasis is bold, a slanted style upright. */
static void weight_stands_for_slope(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, NULL);
    Setter *setter = &fixture->setter;
    Layout layout = *setter->layout;
    layout.has_italics = false;
    setter->layout = &layout;
    Style style = *layout_style(&layout, "quote"); /* italic */
    Piece pieces[] = {{.kind = PIECE_TEXT, .text = STR("a")},
                      {.kind = PIECE_TEXT, .text = STR("b"), .marks = MARK_EMPHASIS},
                      {.kind = PIECE_TEXT, .text = STR("c"), .marks = MARK_STRONG}};
    Rich rich = rich_of(pieces, sizeof pieces / sizeof *pieces);
    PartList parts = {0};
    parts_add_rich(setter, &parts, &rich, &style, setter->parent);
    for (size_t i = 0; i < 3; i++)
        assert_ptr_equal(parts.list.at[i].look.face,
                         font_find(fixture->fonts, style.font, i ? FACE_BOLD : FACE_REGULAR));
    expect_messages(fixture, NULL);
    fixture_end(fixture);
}

static void marks_and_kinds_make_looks(void **state) {
    Fixture *fixture = *state;
    static const TextLink link = {.url = STR_CONST("#x")};
    fixture_begin(fixture, NULL);
    Setter *setter = &fixture->setter;
    Style style = *layout_style(setter->layout, "quote"); /* italic */
    Piece pieces[] = {{.kind = PIECE_TEXT, .text = STR("a"), .marks = MARK_EMPHASIS},
                      {.kind = PIECE_TEXT, .text = STR("b"), .marks = MARK_STRONG},
                      {.kind = PIECE_TBC, .text = STR("TBC")},
                      {.kind = PIECE_TEXT, .text = STR("c"), .marks = MARK_CODE},
                      {.kind = PIECE_TEXT, .text = STR("d"), .link = &link}};
    Rich rich = rich_of(pieces, sizeof pieces / sizeof *pieces);
    PartList parts = {0};
    parts_add_rich(setter, &parts, &rich, &style, setter->parent);
    FontSet *fonts = fixture->fonts;
    const TextPart *part = parts.list.at;
    assert_ptr_equal(part[0].look.face, font_find(fonts, style.font, FACE_REGULAR));
    assert_ptr_equal(part[1].look.face, font_find(fonts, style.font, FACE_BOLD_ITALIC));
    assert_true(part[2].look.is_boxed && !part[1].look.is_boxed);
    assert_true(part[3].is_verbatim && part[3].look.figures == FIGURES_TABULAR);
    assert_ptr_equal(part[4].link, &link);
    assert_int_equal(part[4].look.color.green, 0x54);
    expect_messages(fixture, NULL);
    fixture_end(fixture);
}

static void artifacts_have_no_elements(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, NULL);
    Setter *setter = &fixture->setter;
    Piece piece = {.kind = PIECE_TEXT, .text = STR("a"), .marks = MARK_STRONG};
    Rich rich = rich_of(&piece, 1);
    PartList parts = {0};
    parts_add_rich(setter, &parts, &rich, layout_style(setter->layout, "text"), NULL);
    assert_null(parts.list.at[0].owner);
    assert_null(setter->parent->first);
    fixture_end(fixture);
}

static void names_are_parts_of_their_own(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, NULL);
    Setter *setter = &fixture->setter;
    Name names[] = {{.text = {.text = STR("a")}},
                    {.text = {.text = STR("and")}},
                    {.text = {.text = STR("TBC"), .is_tbc = true}}};
    NameList list = {.at = names, .len = 3};
    PartList parts = {0};
    parts_add_names(setter, &parts, &list, layout_style(setter->layout, "text"), setter->parent);
    const char *const expected[] = {"a", ", ", "and", " and ", "TBC"};
    assert_int_equal(parts.list.len, 5);
    for (size_t i = 0; i < 5; i++) assert_true(str_is(parts.list.at[i].text, expected[i]));
    assert_true(parts.list.at[4].look.is_boxed);
    fixture_end(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_are_set_as_expected), cmocka_unit_test(marks_and_kinds_make_looks),
        cmocka_unit_test(weight_stands_for_slope), cmocka_unit_test(artifacts_have_no_elements),
        cmocka_unit_test(names_are_parts_of_their_own)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
