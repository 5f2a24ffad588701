/* People: lists and tables of them, what stands beside the name, their order. */
#include "kind_fixture.h"

#define ADA "{name: Ada Colau, family: Colau, pronounce: AH-da, post: Mayor, about: Born *here*.}"

static void a_list_says_name_post_and_organization(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- people: [plante, " ADA "]\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley,
                    "\"Ms. Val\xC3\xA9rie Plante, Mayor of Montr\xC3\xA9"
                    "al, Metropolis\"",
                    "penalty 10000", "\"Ada Colau (AH-da), Mayor\"", "penalty 10000",
                    "[14.00 10.00] \"Born here.\"");
    ASSERT_IN_ORDER(galley, "  L numbering=None\n    LI\n      LBody\n        P\n",
                    "    LI\n      LBody\n        P\n        P\n          Em\n");
}

static void a_table_has_heads_and_columns_as_asked(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- people:\n"
                                           "    - group: Mayors\n"
                                           "      members: [plante, TBC]\n"
                                           "  as: table\n"
                                           "  fields: [organization, post]\n");
    assert_said(kind, "3:25 W0313 still to be confirmed\n");
    ASSERT_IN_ORDER(galley, "\"MAYORS\"", "\"Name\"", "\"Organization\"", "\"Post\"",
                    "box 14.00 rule", "Plante\"", "\"Metropolis\"", "\"Mayor of", "box 14.00 rule",
                    "\"TBC\"");
    ASSERT_IN_ORDER(galley, "  Table\n    Caption\n    THead\n      TR\n        TH\n        TH\n",
                    "    TBody\n      TR\n        TH scope=row\n        TD\n");
}

static void people_are_sorted_by_family_name(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- people: [{name: X \xC3\x98verland}, plante, {name: B "
                                           "Osmond}, {name: A de Zoet, family: de Zoet}]\n"
                                           "  sort: family-name\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "de Zoet", "Osmond", "\xC3\x98verland", "Plante");
    galley = kind_galley(kind, "- people: [plante, {name: Ada Colau}]\n  sort: protocol\n");
    ASSERT_IN_ORDER(galley, "Plante", "Colau");
}

/* Two abreast, in one box a line; a portrait is in the box of the first, and its Figure is named. */
static void cards_stand_two_abreast(void **state) {
    Kind *kind = *state;
    const char *galley =
        kind_galley(kind, "- people:\n"
                          "    - {name: Ann Low, portrait: pictures/tower.png, post: Mayor}\n"
                          "    - {name: Bo van Top, family: van Top, pronounce: boh}\n"
                          "    - {name: \xC3\x89va, about: Born here.}\n"
                          "  as: cards\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "image [", "\"Ann Low\"", "rule [", "\"Bv\"", "\"Bo van Top\"",
                    "penalty 10000", "\"Mayor\"", "\"boh\"", "penalty 0", "rule [", "\"\xC3\x89\"",
                    "\"\xC3\x89va\"");
    ASSERT_IN_ORDER(galley,
                    "  L numbering=None\n    LI\n      LBody\n        Figure alt=\"Ann Low\"\n",
                    "        P\n        P\n    LI\n      LBody\n        P\n        P\n    LI");
}

static void a_portrait_to_come_is_told_apart_from_none(void **state) {
    Kind *kind = *state;
    const char *galley =
        kind_galley(kind, "- people:\n"
                          "    - {name: Ann Low, portrait: TBC}\n"
                          "    - {name: Bo Top, portrait: {figure: "
                          "pictures/tower.png, decorative: true, credit: A city}}\n"
                          "  as: cards\n");
    assert_said(kind, "2:33 W0313 still to be confirmed\n");
    ASSERT_IN_ORDER(galley, "\"TBC\"", "\"Ann Low\"", "image [", "\"Bo Top\"", "\"A city\"");
    assert_absent(galley, "Figure");
    assert_absent(galley, "\"AL\"");
}

static void cards_show_the_fields_asked_for(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- people: [plante]\n  as: cards\n  fields: [post]\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "Plante\"", "penalty 10000", "\"Mayor of");
    assert_absent(galley, "rule [");
    kind_galley(kind, "- people: [{name: Ann, portrait: directory/all.yaml}]\n  as: cards\n");
    ASSERT_IN_ORDER(kind->said, "1:34 E", "all.yaml");
}

static void what_cannot_be_set_is_said(void **state) {
    Kind *kind = *state;
    kind_galley(kind, "- people: people.csv\n"
                      "- people: [plante]\n  fields: [post, age, portrait]\n"
                      "- people: [uclg, plant]\n"
                      "- people: [" ADA "]\n  fields: [post]\n");
    assert_said(kind, "1:11 E0309 people from a CSV file are not supported yet\n"
                      "3:18 E0106 people have no field \"age\"\n"
                      "3:23 E0106 only cards show portraits\n"
                      "4:12 E0106 \"uclg\" is no person\n"
                      "4:18 E0304 no directory entry has the id \"plant\"\n"
                      "5:56 W0314 `pronounce` is not printed in this form\n"
                      "5:83 W0314 `about` is not printed in this form\n");
}

KIND_MAIN(KIND_TEST(a_list_says_name_post_and_organization),
          KIND_TEST(a_table_has_heads_and_columns_as_asked),
          KIND_TEST(people_are_sorted_by_family_name), KIND_TEST(cards_stand_two_abreast),
          KIND_TEST(a_portrait_to_come_is_told_apart_from_none),
          KIND_TEST(cards_show_the_fields_asked_for), KIND_TEST(what_cannot_be_set_is_said))
