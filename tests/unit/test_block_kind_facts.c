/* Facts: figures side by side and in a list. */
#include "kind_fixture.h"

static void figures_stand_side_by_side(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- facts:\n"
                                           "    - {value: \"258\", unit: million, label: people, "
                                           "date: 2017, source: UN, checked: 2018-12-01}\n"
                                           "    - {value: \"54\", unit: \"%\", label: of all}\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "glue 14.00 snaps\nbox 28.00 [0.00 24.00] \"258 million\" [",
                    "24.00] \"54%\"", "penalty 10000\nbox 14.00 [0.00 10.00] \"people\" [",
                    "10.00] \"of all\"", "box 14.00 [0.00 10.00]",
                    "\"2017 \xC2\xB7 UN \xC2\xB7 checked 1 December 2018\"");
    ASSERT_IN_ORDER(galley,
                    "  L numbering=None\n    LI\n      LBody\n        P\n        P\n        P\n",
                    "    LI\n      LBody\n        P\n        P\n");
}

static void five_are_set_as_three_and_two(void **state) {
    Kind *kind = *state;
    const char *galley =
        kind_galley(kind, "- facts:\n"
                          "    - {value: a, label: A}\n    - {value: b, label: B}\n"
                          "    - {value: c, label: C}\n    - {value: d, label: D}\n"
                          "    - {value: e, label: E}\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "\"a\"", "\"b\"", "\"c\"", "\n", "\"C\"", "glue", "\"d\"", "\"e\"");
}

static void figures_of_a_list_end_at_one_edge(void **state) {
    Kind *kind = *state;
    const char *galley =
        kind_galley(kind, "- facts:\n"
                          "    - {value: \"1,258\", unit: million, label: people}\n"
                          "    - {value: TBC, label: towns, date: 2018-05-16}\n"
                          "  as: list\n");
    assert_said(kind, "3:15 W0313 still to be confirmed\n");
    ASSERT_IN_ORDER(galley, "box 14.00 rule", "\"1,258\"", "\"million\"", "\"people\"", "\n",
                    "penalty 10000\nbox 14.00 rule", "\"TBC\"", "\"towns\"", "\n",
                    "\"16 May 2018\"");
}

static void what_is_missing_is_said(void **state) {
    Kind *kind = *state;
    kind_galley(kind, "- facts: []\n- facts:\n    - {value: \"1\"}\n    - {label: a}\n"
                      "- facts:\n    - {value: x, label: y, source: no-such}\n");
    assert_said(kind, "1:10 E0106 no facts\n"
                      "3:8 E0103 fact has no \"label\"\n"
                      "4:8 E0103 fact has no \"value\"\n"
                      "6:36 E0304 no block has the id \"no-such\"\n");
}

KIND_MAIN(KIND_TEST(figures_stand_side_by_side), KIND_TEST(five_are_set_as_three_and_two),
          KIND_TEST(figures_of_a_list_end_at_one_edge), KIND_TEST(what_is_missing_is_said))
