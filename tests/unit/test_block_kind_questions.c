/* If pressed: question, line, what goes on, owner; short ones stay whole. */
#include "kind_fixture.h"

static void a_question_stands_above_its_answer(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- questions:\n"
                                           "    - ask: Who pays?\n"
                                           "      line: States do.\n"
                                           "      then: They said so.\n"
                                           "      owner: plante\n"
                                           "    - {ask: When?, line: TBC, owner: Finance}\n");
    assert_said(kind, "6:26 W0313 still to be confirmed\n");
    ASSERT_IN_ORDER(galley, "\"IF PRESSED\"", "\"Who pays?\"", "penalty 10000", "\"States do.\"",
                    "penalty 10000", "\"Then: They said so.\"", "penalty 10000",
                    "\"Owner: Val\xC3\xA9rie Plante\"", "penalty 0", "\"When?\"", "penalty 10000",
                    "\"TBC\"", "penalty 10000", "\"Owner: Finance\"");
    ASSERT_IN_ORDER(galley, "  Sect\n    P\n    L numbering=None\n      LI\n        LBody\n"
                            "          P\n          P\n          P\n          P\n      LI\n");
}

static void a_long_answer_may_be_divided(void **state) {
    Kind *kind = *state;
    char blocks[4000] = "- questions:\n    - ask: Why?\n      line: >-\n";
    for (int i = 0; i < 40; i++)
        strcat(blocks, "        many words of an answer that goes on and on and\n");
    strcat(blocks, "        ends.\n");
    const char *galley = kind_galley(kind, blocks);
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "\"Why?\"", "penalty 5000 orphan", "penalty 0", "penalty 5000 widow");
}

static void a_question_needs_an_answer(void **state) {
    Kind *kind = *state;
    kind_galley(kind, "- questions: [{ask: Why?}, {line: So.}]\n- questions: []\n");
    assert_said(kind, "1:16 E0103 question has no \"line\"\n"
                      "1:29 E0103 question has no \"ask\"\n"
                      "2:14 E0106 no questions\n");
}

KIND_MAIN(KIND_TEST(a_question_stands_above_its_answer), KIND_TEST(a_long_answer_may_be_divided),
          KIND_TEST(a_question_needs_an_answer))
