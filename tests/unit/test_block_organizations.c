/* Organizations: grids, cards, chosen columns, order, sentences once printed. */
#include "kind_fixture.h"

#define TOMORROW                                                                             \
    "{name: Cities of Tomorrow, acronym: COT, parent: uclg, url: 'https://cot.example.org'," \
    " address: 12 Rue, about: Plans *towns*.}"

static void a_grid_stands_two_abreast(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- organizations:\n"
                                           "    - group: Hosts\n"
                                           "      members: [uclg, metropolis, iom]\n"
                                           "  as: grid\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "\"HOSTS\"", "box 14.00 rule", "[0.00 10.00] \"UCLG",
                    "10.00] \"Metropolis\"", "rule", "[0.00 10.00] \"IOM");
    ASSERT_IN_ORDER(galley, "\n  P\n  L numbering=None\n    LI\n      LBody\n", "        Link\n",
                    "    LI\n      LBody\n");
}

static void cards_say_where_and_what(void **state) {
    Kind *kind = *state;
    const char *galley =
        kind_galley(kind, "- organizations: [" TOMORROW ", TBC, iom]\n  as: cards\n");
    assert_said(kind, "1:147 W0313 still to be confirmed\n");
    ASSERT_IN_ORDER(galley, "\"Cities of Tomorrow (COT)\"", "\"TBC\"", "\"United Cities",
                    "\"12 Rue\"", "\"https://cot.example.org\"", "\"Plans towns.\"", "glue", "rule",
                    "(IOM)");
}

static void a_table_has_the_columns_asked_for(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- organizations: [uclg, " TOMORROW "]\n"
                                           "  columns: [acronym, name, kind, address]\n"
                                           "  sort: name\n");
    assert_said(kind, "1:74 W0314 `parent` is not printed in this form\n"
                      "1:136 W0314 `about` is not printed in this form\n");
    ASSERT_IN_ORDER(galley, "\"Acronym\"", "\"Name\"", "\"Kind\"", "\"Address\"",
                    "penalty 10000\nbox 14.00 rule", "\"COT\"", "\"Cities of Tomorrow\"",
                    "\"body\"", "\"12 Rue\"", "rule", "\"UCLG\"");
    ASSERT_IN_ORDER(galley, "  Table\n    THead\n      TR\n        TH\n        TH\n",
                    "    TBody\n      TR\n        TD\n        TH scope=row\n");
}

static void members_are_sorted(void **state) {
    Kind *kind = *state;
    ASSERT_IN_ORDER(kind_galley(kind, "- organizations: [uclg, metropolis, iom]\n  as: list\n"
                                      "  sort: name\n"),
                    "International", "Metropolis", "United");
    ASSERT_IN_ORDER(kind_galley(kind, "- organizations: [uclg, unicef, iom]\n  as: list\n"
                                      "  sort: acronym\n"),
                    "IOM", "UCLG", "UNICEF");
    assert_said(kind, "");
}

static void a_published_sentence_is_held_to_the_data(void **state) {
    static const struct {
        const char *published, *said;
    } cases[] = {
        {"Hosted by UCLG and the International Organization for Migration.", ""},
        {"IOM and United Cities and Local Governments (UCLG)", ""},
        {"Hosted by UCLG.", "1:25 W0315 \"International Organization for Migration (IOM)\" is not "
                            "in the sentence as published\n"},
        {"Hosted by UCLG, IOM, Metropolis and the University of Oslo.",
         "3:35 W0315 \"Metropolis\" is in the sentence as published, but not among the "
         "organizations\n"
         "3:54 W0315 \"University of Oslo\" is in the sentence as published, but not among the "
         "organizations\n"},
        {"OSCE, UCLG, IOM",
         "3:14 W0315 \"OSCE\" is in the sentence as published, but not among the organizations\n"},
        {"Hosted by UCLGs and IOM.", "1:19 W0315 \"United Cities and Local Governments (UCLG)\" is "
                                     "not in the sentence as published\n"
                                     "3:24 W0315 \"UCLGs\" is in the sentence as published, but "
                                     "not among the organizations\n"},
    };
    Kind *kind = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[300];
        snprintf(text, sizeof text,
                 "- organizations: [uclg, iom]\n  as: sentence\n  published: %s\n",
                 cases[i].published);
        const char *galley = kind_galley(kind, text);
        assert_said(kind, cases[i].said);
        if (!i) ASSERT_IN_ORDER(galley, "\"Hosted by UCLG and the International Organization for");
    }
}

static void what_cannot_be_is_said(void **state) {
    Kind *kind = *state;
    kind_galley(kind, "- organizations: [uclg]\n  columns: [size]\n"
                      "- organizations: [uclg]\n  as: list\n  columns: [name]\n"
                      "- organizations: [uclg]\n  sort: size\n");
    assert_said(kind, "2:13 E0106 organizations have no column \"size\"\n"
                      "5:13 E0106 only a table has columns\n"
                      "7:9 E0106 \"size\" is not a value of \"sort\"\n");
}

KIND_MAIN(KIND_TEST(a_grid_stands_two_abreast), KIND_TEST(cards_say_where_and_what),
          KIND_TEST(a_table_has_the_columns_asked_for), KIND_TEST(members_are_sorted),
          KIND_TEST(a_published_sentence_is_held_to_the_data), KIND_TEST(what_cannot_be_is_said))
