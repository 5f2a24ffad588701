/* Rules: a line's height, held to what follows. */
#include "block_fixture.h"

static const BlockCase cases[] = {
    {.name = "a rule between paragraphs",
     .body = "  - |\n"
             "    One.\n"
             "\n"
             "    ---\n"
             "\n"
             "    Two.\n",
     .galley = "box 14.00 [0.00 10.00] \"One.\"  <6:5>\n"
               "penalty 0\n"
               "glue 0.00 snaps\n"
               "box 14.00 rule [0.00 7.00]  <8:5>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Two.\"  <10:5>\n",
     .tags = "  P\n"
             "  P\n"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_are_set_as_expected)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
