/* Spaces, breaks, marks, languages: the toolkit through whole articles. */
#include "block_fixture.h"

static const BlockCase cases[] = {
    {.name = "a destination stands at the line where it begins",
     .body = "  - >-\n"
             "      More than one hundred and fifty mayors and other city leaders met in Marrakech "
             "for the forum, and\n"
             "      one question ran through the meeting: [what can cities do]{#question} with "
             "agreements?\n",
     .galley = "box 14.00 [0.00 10.00] \"More than one hundred and fifty mayors and other city "
               "leaders met in \"  <6:7>\n"
               "penalty 5000 orphan\n"
               "mark #question\n"
               "box 14.00 [0.00 10.00] \"Marrakech for the forum, and one question ran through the "
               "meeting: what \"  <6:7>\n"
               "penalty 5000 widow\n"
               "box 14.00 [0.00 10.00] \"can cities do with agreements?\"  <6:7>\n",
     .tags = "  P\n"
             "    Span id=\"question\"\n"},
    {.name = "an inner block is in the language of the outer one",
     .body = "  - quote: One.\n"
             "    lang: de\n"
             "    checked: 2018-12-12\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"“One.”\"  <5:12>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"checked 2018-12-12\"  <5:12>\n"
               "close\n",
     .tags = "  BlockQuote lang=\"de\"\n"
             "    P\n"
             "    P\n",
     .messages = "5:12 W0503\n"},
    {.name = "the larger of two spaces counts",
     .body = "  - quote: One.\n"
             "  - heading: Two\n"
             "  - Three.\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"“One.”\"  <5:12>\n"
               "close\n"
               "penalty 0\n"
               "glue 21.00\n"
               "mark outline 2 \"Two\"\n"
               "box 14.00 [0.00 10.00] \"Two\"  <6:14>\n"
               "penalty 10000 stranded\n"
               "glue 7.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Three.\"  <7:5>\n"},
    {.name = "held to what follows",
     .body = "  - quote: One.\n"
             "    keep: with-next\n"
             "  - Two.\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"“One.”\"  <5:12>\n"
               "close\n"
               "penalty 10000 stranded\n"
               "glue 14.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Two.\"  <7:5>\n"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

static Lines lines_of(Fixture *fixture, const char *text) {
    const Style *style = layout_style(fixture->setter.layout, "text");
    return set_string_lines(&fixture->setter, str_from(text), (Span){0}, style, SP(100),
                            fixture->setter.parent);
}

static void a_marker_needs_a_box(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, NULL);
    Setter *setter = &fixture->setter;
    Lines marker = lines_of(fixture, "1.");
    assert_false(set_marker(setter, 0, marker, 0));
    set_penalty(setter, 0, PENALTY_PLAIN, (Span){0});
    set_lines(setter, lines_of(fixture, "a"), layout_style(setter->layout, "text"), (Span){0});
    assert_true(set_marker(setter, 0, marker, SP(-5)));
    const GalleyItem *box = &list_last(&setter->galley->items);
    assert_int_equal(box->part_count, 2);
    assert_int_equal(box->parts[0].x, SP(-5));
    assert_int_equal(box->parts[0].y, box->parts[1].y);
    fixture_end(fixture);
}

static void a_row_is_as_high_as_its_longest_cell_and_kept(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, NULL);
    Setter *setter = &fixture->setter;
    Cell cells[] = {
        {.lines = lines_of(fixture, "a")},
        {.lines = lines_of(fixture, "one two three four five six seven eight"), .x = SP(50)}};
    assert_true(cells[1].lines.len == 2);
    set_row(setter, &(Row){.cells = cells,
                           .count = 2,
                           .style = layout_style(setter->layout, "organizations"),
                           .has_rule = true});
    const GalleyItem *items = setter->galley->items.at;
    assert_int_equal(setter->galley->items.len, 3);
    assert_int_equal(items[0].part_count, 3);
    assert_int_equal(items[0].parts[0].kind, PART_RULE);
    assert_int_equal(items[1].penalty, BREAK_NEVER);
    assert_int_equal(items[2].part_count, 1);
    assert_int_equal(items[2].parts[0].x, SP(50));
    fixture_end(fixture);
}

static void margins_are_refused_where_there_is_none(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, "page.margin-column=0mm");
    const Style *style = layout_style(fixture->setter.layout, "note");
    assert_false(set_margin(&fixture->setter, lines_of(fixture, "a"), style, (Span){0}));
    fixture_end(fixture);
    fixture_begin(fixture, NULL);
    style = layout_style(fixture->setter.layout, "note");
    assert_true(set_margin(&fixture->setter, lines_of(fixture, "a"), style, (Span){0}));
    fixture_end(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_are_set_as_expected), cmocka_unit_test(a_marker_needs_a_box),
        cmocka_unit_test(a_row_is_as_high_as_its_longest_cell_and_kept),
        cmocka_unit_test(margins_are_refused_where_there_is_none)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
