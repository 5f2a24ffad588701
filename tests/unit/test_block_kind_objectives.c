/* Objectives: numbers, boxes to tick, the word above them. */
#include "kind_fixture.h"

static void objectives_are_numbered_and_success_is_ticked(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- objectives: [It is named., It is *funded*.]\n"
                                           "  success:\n"
                                           "    - Two states say so.\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "\"OBJECTIVES\"", "\"1.\"", "\"It is named.\"", "\"2.\"",
                    "\"It is funded.\"", "\"Success looks like this\"", "\"\xE2\x98\x90\"",
                    "\"Two states say so.\"");
    ASSERT_IN_ORDER(galley,
                    "  Sect\n    P\n    L numbering=Decimal\n      LI\n        Lbl\n"
                    "        LBody\n          P\n      LI\n",
                    "    P\n    L numbering=None\n      LI\n        Lbl\n");
}

static void a_head_says_what_the_word_would(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- heading: What we want\n"
                                           "- objectives: Only one.\n"
                                           "- Text between.\n"
                                           "- objectives: [One more.]\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "\"What we want\"", "\"1.\"", "\"Only one.\"", "\"Text between.\"",
                    "\"OBJECTIVES\"", "\"1.\"", "\"One more.\"");
    assert_absent(strstr(galley, "What we want"), "\"OBJECTIVES\"  <2:");
}

static void the_words_are_the_languages(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- objectives: [Une place.]\n"
                                           "  success: On la voit.\n"
                                           "  lang: fr\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "\"OBJECTIFS\"", "\"Signes de r\xC3\xA9ussite\"", "Sect lang=\"fr\"");
}

static void what_is_no_objective_is_said(void **state) {
    Kind *kind = *state;
    kind_galley(kind, "- objectives: []\n"
                      "- objectives: [One., {a: b}]\n"
                      "- objectives: [One.]\n  success: []\n");
    assert_said(kind, "1:15 E0105 expected a list of texts, found an empty list\n"
                      "2:22 E0105 expected text, found a mapping\n"
                      "4:12 E0105 expected a text or a list of texts, found an empty list\n");
}

KIND_MAIN(KIND_TEST(objectives_are_numbered_and_success_is_ticked),
          KIND_TEST(a_head_says_what_the_word_would), KIND_TEST(the_words_are_the_languages),
          KIND_TEST(what_is_no_objective_is_said))
