/* Headings: elements, outline, spaces, hold on what follows. */
#include "block_fixture.h"

static const BlockCase cases[] = {
    {.name = "levels, Markdown's and the author's",
     .body = "  - heading: First\n"
             "    id: one\n"
             "  - \"## Second\"\n"
             "  - heading: Third\n"
             "    level: 3\n"
             "  - Text.\n",
     .galley = "mark #one\n"
               "mark outline 2 \"First\"\n"
               "box 14.00 [0.00 10.00] \"First\"  <5:14>\n"
               "penalty 10000 stranded\n"
               "glue 14.00 snaps\n"
               "mark outline 3 \"Second\"\n"
               "box 14.00 [0.00 10.00] \"Second\"  <7:9>\n"
               "penalty 10000 stranded\n"
               "glue 14.00 snaps\n"
               "mark outline 4 \"Third\"\n"
               "box 14.00 [0.00 10.00] \"Third\"  <8:14>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Text.\"  <10:5>\n",
     .tags = "  H2 id=\"one\"\n"
             "  H3\n"
             "  H4\n"
             "  P\n"},
    {.name = "what follows stands nearer to its head than to text",
     .body = "  - heading: Head\n"
             "  - list: [one]\n"
             "  - list: [two]\n",
     .galley = "mark outline 2 \"Head\"\n"
               "box 14.00 [0.00 10.00] \"Head\"  <5:14>\n"
               "penalty 10000 stranded\n"
               "glue 7.00 snaps\n"
               "box 14.00 [0.00 10.00] \"•\" [14.00 10.00] \"one\"  <6:12>\n"
               "penalty 0\n"
               "glue 14.00 snaps\n"
               "box 14.00 [0.00 10.00] \"•\" [14.00 10.00] \"two\"  <7:12>\n"},
    {.name = "marks inside do not reach the outline",
     .body = "  - heading: An *old* **story**\n"
             "  - Text.\n",
     .galley = "mark outline 2 \"An old story\"\n"
               "box 14.00 [0.00 10.00] \"An old story\"  <5:14>\n"
               "penalty 10000 stranded\n"
               "glue 7.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Text.\"  <6:5>\n",
     .tags = "  H2\n"
             "    Em\n"
             "    Strong\n"
             "  P\n"},
    {.name = "a level skipped is no heading",
     .body = "  - heading: Third\n"
             "    level: 3\n",
     .messages = "5:5 E0308\n"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_are_set_as_expected)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
