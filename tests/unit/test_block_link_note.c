/* Links on paper: which get a note, where it stands, what a screen reader hears of it. */
#include "block_fixture.h"

#include "block/link_note.h"

#define LONG_TEXT \
    "One two three four five six seven eight nine ten eleven twelve thirteen fourteen "

static const BlockCase cases[] = {
    {.name = "beside the line where the link begins",
     .body =
         "  - >-\n"
         "      " LONG_TEXT "fifteen [a link of many words that goes on to the next line, and on "
         "and on and on](https://www.example.org/page/) behind.\n",
     .galley =
         "box 14.00 [0.00 10.00] \"One two three four five six seven eight nine ten eleven "
         "twelve thirteen \"  <6:7>\n"
         "penalty 5000 orphan\n"
         "margin 14.00 [0.00 10.00] \"example.org/page\"\n"
         "box 14.00 [0.00 10.00] \"fourteen fifteen a link of many words that goes on to the next "
         "line, and \"  <6:7>\n"
         "penalty 5000 widow\n"
         "box 14.00 [0.00 10.00] \"on and on and on behind.\"  <6:7>\n",
     .tags = "  P\n"
             "    Link\n"},
    {.name = "one note for an address, and none for one that can be read",
     .body = "  - Go [here](https://example.org/), [there](http://www.example.org) and "
             "[in](#x).\n"
             "  - Read <https://example.org/a> or [this]{#x}, [that](https://example.org/a), "
             "<m@example.org>.\n",
     .galley =
         "margin 14.00 [0.00 10.00] \"example.org\"\n"
         "box 14.00 [0.00 10.00] \"Go here, there and in (page\u00A00).\"  <5:5>\n"
         "penalty 0\n"
         "glue 0.00 snaps\n"
         "mark #x\n"
         "box 14.00 [0.00 10.00] \"Read https://example.org/a or this, that, m@example.org.\"  "
         "<6:5>\n"},
    {.name = "words that are the address, in pieces and on two lines",
     .body = "  - >-\n"
             "      " LONG_TEXT "fifteen sixteen seventeen "
             "[example.org/**a-long-address-that-breaks/at-the-lines-end**]"
             "(https://example.org/a-long-address-that-breaks/at-the-lines-end).\n",
     .tags = "  P\n"
             "    Link\n"
             "      Strong\n",
     .galley = "box 14.00 [0.00 10.00] \"One two three four five six seven eight nine ten eleven "
               "twelve thirteen four\"  <6:7>\n"
               "penalty 5000 orphan\n"
               "box 14.00 [0.00 10.00] \"teen fifteen sixteen seventeen example.org/a-long-address-"
               "that-breaks/\"  <6:7>\n"
               "penalty 5000 widow\n"
               "box 14.00 [0.00 10.00] \"at-the-lines-end.\"  <6:7>\n"},
    {.name = "several beside one line, longer ones on two",
     .body = "  - An [a](https://example.org/a-rather-long-address/of-a-page), a "
             "[b](mailto:b@example.org).\n",
     .galley = "margin 28.00 [0.00 10.00] \"example.org/a-rather-long-\" [0.00 24.00] "
               "\"address/of-a-page\"\n"
               "margin 14.00 [0.00 10.00] \"b@example.org\"\n"
               "box 14.00 [0.00 10.00] \"An a, a b.\"  <5:5>\n"},
    {.name = "in the text",
     .body = "  - An **[a *b*](https://example.org/a/)**, <https://example.org/b>, "
             "[c](https://example.org/a).\n",
     .set = "links=inline",
     .galley = "box 14.00 [0.00 10.00] \"An a b (example.org/a), https://example.org/b, c.\"  "
               "<5:5>\n"},
    {.name = "no margin to stand in",
     .body = "  - An [a](https://example.org/a).\n",
     .set = "page.margin-column=0mm",
     .galley = "box 14.00 [0.00 10.00] \"An a (example.org/a).\"  <5:5>\n",
     .tags = "  P\n"
             "    Link\n"},
    {.name = "none",
     .body = "  - An [a](https://example.org/a).\n",
     .set = "links=none",
     .galley = "box 14.00 [0.00 10.00] \"An a.\"  <5:5>\n"},
    {.name = "a code, its dark modules level with the capitals",
     .body = "  - An [a](https://example.org/a).\n",
     .set = "links=qr",
     .galley = "margin 90.11 image [-9.07 0.00] 74.83 74.83 [0.00 86.11] \"example.org/a\"\n"
               "box 14.00 [0.00 10.00] \"An a.\"  <5:5>\n",
     .tags = "  P\n"
             "    Link\n"
             "      Figure alt=\"QR code: example.org/a\"\n"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

static void notes_are_artifacts_that_lead_where_the_link_leads(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, NULL);
    assert_true(fixture_read(fixture, NULL, "  - An [a](https://example.org/a).\n"));
    block_set_article(&fixture->setter);
    size_t notes = 0;
    for (size_t i = 0; i < fixture->setter.galley->items.len; i++) {
        const GalleyItem *item = &fixture->setter.galley->items.at[i];
        if (item->kind != GALLEY_MARGIN) continue;
        const Part *part = &item->parts[0];
        assert_int_equal(part->owner->parent->role, TAG_LINK);
        assert_null(part->line->runs[0].part->owner);
        assert_non_null(part->line->runs[0].part->link);
        notes++;
    }
    assert_int_equal(notes, 1);
    expect_messages(fixture, NULL);
    fixture_end(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_are_set_as_expected),
        cmocka_unit_test(notes_are_artifacts_that_lead_where_the_link_leads)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
