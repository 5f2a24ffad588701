/* Recommendations: the frame, the lead, letters and verbs. */
#include "kind_fixture.h"

static void they_are_lettered_in_a_frame(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- recommendations:\n"
                                           "    - {verb: adopt, text: the report;}\n"
                                           "    - {verb: take note, text: of the rest.}\n"
                                           "  to: The Committee\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "open", "open", "box 7.00 rule", "penalty 10000", "\"RECOMMENDATIONS\"",
                    "\"The Committee is invited to:\"", "\"(a)\"", "\"adopt the report;\"",
                    "\"(b)\"", "\"take note of the rest.\"", "penalty 10000", "box 7.00 rule",
                    "close", "close");
    ASSERT_IN_ORDER(galley, "  Sect\n    P\n    P\n    L numbering=LowerAlpha\n      LI\n"
                            "        Lbl\n        LBody\n          P\n            Strong\n");
}

static void the_words_between_may_be_others(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- heading: Decision\n"
                                           "- recommendations: [{verb: adopt, text: it.}]\n"
                                           "  to: The Board\n"
                                           "  invites: is asked to\n"
                                           "- After it.\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "\"The Board is asked to:\"", "\"adopt it.\"", "close", "close",
                    "\"After it.\"");
    assert_absent(galley, "RECOMMENDATIONS");
}

static void what_is_missing_is_said(void **state) {
    Kind *kind = *state;
    kind_galley(kind, "- recommendations: [{verb: adopt}, {text: it}]\n"
                      "- recommendations: []\n"
                      "- recommendations: [{verb: adopt, text: it}]\n  invites: must\n");
    assert_said(kind, "1:22 E0103 recommendation has no \"text\"\n"
                      "1:37 E0103 recommendation has no \"verb\"\n"
                      "2:20 E0106 no recommendations\n"
                      "4:12 E0103 `invites` without `to`\n");
}

KIND_MAIN(KIND_TEST(they_are_lettered_in_a_frame), KIND_TEST(the_words_between_may_be_others),
          KIND_TEST(what_is_missing_is_said))
