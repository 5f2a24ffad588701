/* Boxes: hairlines, label, title, blocks inside. */
#include "kind_fixture.h"

static void a_box_stands_between_hairlines(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- Before.\n"
                                           "- box: What it *means*\n"
                                           "  kind: definition\n"
                                           "  body:\n"
                                           "    - One.\n"
                                           "    - list: [a]\n"
                                           "- After.\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "Before.", "glue 7.00\n", "box 7.00 rule", "penalty 10000",
                    "\"DEFINITION\"", "penalty 10000",
                    "\"What it means\"  <12:8>\nbox 14.00 [0.00 10.00] \"One.\"", "\"a\"",
                    "penalty 10000", "glue 0.00\n", "box 7.00 rule", "glue 7.00\n",
                    "glue 0.00 snaps", "After.");
    ASSERT_IN_ORDER(galley, "\n  P\n  Sect\n    P\n    P\n      Em\n    P\n    L", "\n  P\n");
}

static void a_box_needs_no_kind(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- box: Title\n  body: One.\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "rule", "\"Title\"", "\"One.\"", "rule");
    assert_absent(galley, "Note");
}

static void what_is_missing_is_said(void **state) {
    Kind *kind = *state;
    kind_galley(kind, "- box: Title\n- box: Title\n  kind: alarm\n  body: One.\n");
    assert_said(kind, "1:3 E0103 box has no \"body\"\n"
                      "3:9 E0106 \"alarm\" is not a value of \"kind\"\n");
}

KIND_MAIN(KIND_TEST(a_box_stands_between_hairlines), KIND_TEST(a_box_needs_no_kind),
          KIND_TEST(what_is_missing_is_said))
