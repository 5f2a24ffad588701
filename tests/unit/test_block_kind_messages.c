/* Lines to take: the words, their proof, the quotation they cite, what to avoid. */
#include "kind_fixture.h"

#define QUOTE "- quote: We are partners.\n  by: plante\n  id: partners\n"

static void a_message_stands_above_its_proof_and_its_quotation(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, QUOTE "- messages:\n"
                                                 "    - say: Cities come first.\n"
                                                 "      proof: Four in five live there.\n"
                                                 "      cite: partners\n"
                                                 "    - say: We ask for a seat.\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "\"LINES TO TAKE\"", "box 21.00", "\"1.\"", "\"Cities come first.\"",
                    "penalty 10000", "box 14.00", "\"Four in five live there.\"", "penalty 10000",
                    "\"\xE2\x80\x9CWe are partners.\xE2\x80\x9D \xE2\x80\x94 Val\xC3\xA9rie Plante "
                    "(page 0)\"",
                    "penalty 0", "\"2.\"", "\"We ask for a seat.\"");
    ASSERT_IN_ORDER(galley, "L numbering=Decimal\n      LI\n        Lbl\n        LBody\n"
                            "          P\n          P\n          P\n            Link\n      LI\n");
}

static void a_long_quotation_is_named_only(void **state) {
    Kind *kind = *state;
    const char *galley =
        kind_galley(kind, "- quote: |\n    One paragraph.\n\n    Another.\n  id: long\n"
                          "- messages: [{say: It was said., cite: long}]\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "\"It was said.\"", "\"Quotation (page 0)\"");
}

static void what_to_avoid_has_its_own_word(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- messages: [{say: Yes., cite: TBC}]\n"
                                           "  avoid: [Figures., Names.]\n");
    assert_said(kind, "1:32 W0313 still to be confirmed\n");
    ASSERT_IN_ORDER(galley, "\"Yes.\"", "\"TBC\"", "\"Avoid saying\"", "\"\xE2\x80\x93\"",
                    "\"Figures.\"", "\"Names.\"");
}

static void what_cannot_be_cited_is_said(void **state) {
    Kind *kind = *state;
    kind_galley(kind, "- messages: []\n- messages: [{proof: Three.}]\n");
    assert_said(kind, "1:13 E0106 no messages\n2:15 E0103 message has no \"say\"\n");
    kind_galley(kind, "- messages:\n"
                      "    - {say: One., cite: nowhere}\n"
                      "    - {say: Two., cite: words}\n"
                      "- text: Words.\n  id: words\n");
    assert_said(kind, "2:25 E0304 no block has the id \"nowhere\"\n"
                      "3:25 E0106 \"words\" is no quotation\n");
}

KIND_MAIN(KIND_TEST(a_message_stands_above_its_proof_and_its_quotation),
          KIND_TEST(a_long_quotation_is_named_only), KIND_TEST(what_to_avoid_has_its_own_word),
          KIND_TEST(what_cannot_be_cited_is_said))
