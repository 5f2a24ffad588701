/* Paragraphs: indents, languages, what leads on. */
#include "block_fixture.h"

static const BlockCase cases[] = {
    {.name = "a colon holds what it leads to; an id names the first of several paragraphs",
     .body = "  - text: >-\n"
             "      One:\n"
             "\n"
             "\n"
             "      Two.\n"
             "    id: both\n",
     .galley = "mark #both\n"
               "box 14.00 [0.00 10.00] \"One:\"  <6:7>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Two.\"  <9:7>\n",
     .tags = "  P id=\"both\"\n"
             "  P\n"},
    {.name = "kept paragraphs hold together, but not to what follows",
     .body = "  - text: >-\n"
             "      One.\n"
             "\n"
             "\n"
             "      Two.\n"
             "    keep: together\n"
             "  - Three.\n",
     .galley = "box 14.00 [0.00 10.00] \"One.\"  <6:7>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Two.\"  <9:7>\n"
               "penalty 0\n"
               "glue 0.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Three.\"  <11:5>\n"},
    {.name = "the last of several paragraphs holds to what follows",
     .body = "  - text: >-\n"
             "      One.\n"
             "\n"
             "\n"
             "      Two.\n"
             "    keep: with-next\n"
             "  - Three.\n",
     .galley = "box 14.00 [0.00 10.00] \"One.\"  <6:7>\n"
               "penalty 0\n"
               "glue 0.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Two.\"  <9:7>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Three.\"  <11:5>\n"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_are_set_as_expected)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
