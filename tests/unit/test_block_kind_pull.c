/* Pulls: words of a span, a text, a quote; never in the structure tree. */
#include "kind_fixture.h"

static void words_are_set_once_more_for_the_eye(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- One [two *three*]{#span} four.\n"
                                           "- text: Five [six](https://x.org).\n"
                                           "  id: text\n"
                                           "- quote: Seven\n"
                                           "  id: quote\n"
                                           "- pull: span\n"
                                           "- pull: text\n"
                                           "- pull: quote\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "Five six.", "Seven", "box 21.00 [0.00 17.00] \"two three\"",
                    "box 21.00 [0.00 17.00] \"Five six.\"",
                    "box 21.00 [0.00 17.00] \"\xE2\x80\x9CSeven\xE2\x80\x9D\"");
    ASSERT_IN_ORDER(galley, "Em\n  P id=\"text\"\n    Link\n  BlockQuote id=\"quote\"\n    P\n");
    assert_absent(strstr(galley, "BlockQuote"), "  P\n  ");
}

static void what_cannot_be_pulled_is_refused(void **state) {
    Kind *kind = *state;
    kind_galley(kind, "- heading: One\n  id: head\n- pull: head\n- pull: nothing\n- pull: TBC\n");
    assert_said(kind, "3:9 E0106 \"head\" is the id of a `heading`, which cannot be pulled\n"
                      "4:9 E0304 no block has the id \"nothing\"\n"
                      "5:9 W0313 still to be confirmed\n");
}

KIND_MAIN(KIND_TEST(words_are_set_once_more_for_the_eye),
          KIND_TEST(what_cannot_be_pulled_is_refused))
