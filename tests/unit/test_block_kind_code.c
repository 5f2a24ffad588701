/* Code: lines as typed. */
#include "block_fixture.h"

static const BlockCase cases[] = {
    {.name = "lines keep their spaces and marks",
     .body = "  - |\n"
             "    ```\n"
             "    a = \"b\" --\n"
             "      c\n"
             "    ```\n",
     .galley = "box 14.00 [14.00 10.00] \"a = \"b\" -- \"  <7:5>\n"
               "penalty 5000 orphan\n"
               "box 14.00 [14.00 10.00] \"  c\"  <7:5>\n",
     .tags = "  P\n"
             "    Code\n"},
    {.name = "a long line goes on below behind a corner, two letters in",
     .body = "  - |\n"
             "    ```\n"
             "      one two three four five six seven eight nine ten eleven twelve thirteen\n"
             "\n"
             "    end\n"
             "    ```\n",
     .galley =
         "box 14.00 [14.00 10.00] \"  one two three four five six seven eight nine ten eleven "
         "\"  <7:5>\n"
         "penalty 5000 orphan\n"
         "box 14.00 [14.00 10.00] \"twelve thirteen \" rule [28.20 3.80] rule [28.20 7.43]  "
         "<7:5>\n"
         "penalty 0\n"
         "box 14.00 [14.00 10.00] \" \"  <7:5>\n"
         "penalty 5000 widow\n"
         "box 14.00 [14.00 10.00] \"end\"  <7:5>\n"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_are_set_as_expected)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
