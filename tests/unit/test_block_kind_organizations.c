/* Organizations: tables, lists, sentences. */
#include "block_fixture.h"

static const BlockCase cases[] = {
    {.name = "a table with a caption, acronyms in a column",
     .head = "title: T\n"
             "use: [directory/all.yaml]",
     .body = "  - organizations:\n"
             "      - group: Hosts\n"
             "        members: [metropolis, uclg]\n"
             "      - iom\n",
     .galley = "box 14.00 [0.00 10.00] \"HOSTS\"  <7:16>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 rule [0.00 0.00] [32.87 10.00] \"Metropolis\"  <8:19>\n"
               "penalty 10000\n"
               "box 14.00 rule [0.00 0.00] [0.00 10.00] \"UCLG\" [32.87 10.00] \"United Cities and "
               "Local Governments\"  <8:31>\n"
               "penalty 0\n"
               "glue 14.00 snaps\n"
               "box 14.00 rule [0.00 0.00] [0.00 10.00] \"IOM\" [32.87 10.00] \"International "
               "Organization for Migration\"  <9:9>\n",
     .tags = "  Table\n"
             "    Caption\n"
             "    TR\n"
             "      TD\n"
             "      TH scope=row\n"
             "        Link\n"
             "    TR\n"
             "      TD\n"
             "      TH scope=row\n"
             "        Link\n"
             "  Table\n"
             "    TR\n"
             "      TD\n"
             "      TH scope=row\n"},
    {.name = "a list",
     .head = "title: T\n"
             "use: [directory/all.yaml]",
     .body = "  - organizations:\n"
             "      - group: Hosts\n"
             "        members: [metropolis, uclg]\n"
             "    as: list\n",
     .galley = "box 14.00 [0.00 10.00] \"HOSTS\"  <7:16>\n"
               "penalty 10000 stranded\n"
               "glue 14.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Metropolis\"  <8:19>\n"
               "penalty 10000\n"
               "box 14.00 [0.00 10.00] \"United Cities and Local Governments (UCLG)\"  <8:31>\n",
     .tags = "  P\n"
             "  L numbering=None\n"
             "    LI\n"
             "      LBody\n"
             "        Link\n"
             "    LI\n"
             "      LBody\n"
             "        Link\n"},
    {.name = "a sentence",
     .head = "title: T\n"
             "use: [directory/all.yaml]",
     .body = "  - organizations:\n"
             "      - group: Hosts\n"
             "        members: [metropolis, TBC, {name: Port, acronym: P, parent: uclg}]\n"
             "    as: sentence\n",
     .galley = "box 14.00 [0.00 10.00] \"Hosts: Metropolis, TBC and Port (P) (United Cities and "
               "Local Govern\"  <7:9>\n"
               "penalty 5000 orphan\n"
               "box 14.00 [0.00 10.00] \"ments).\"  <7:9>\n",
     .tags = "  P\n"
             "    Link\n",
     .messages = "8:31 W0313\n"},
    {.name = "entries written in place; a long acronym is broken",
     .body = "  - organizations:\n"
             "      - name: An office with a name that takes more than one line of the column that "
             "is left for names\n"
             "        acronym: ANACRONYMLONGERTHANATHIRDOFTHECOLUMN\n"
             "      - {name: TBC, acronym: TBC}\n",
     .galley = "box 14.00 rule [0.00 0.00] [0.00 10.00] \"ANACRONYMLONGERTHANA\" [111.50 10.00] "
               "\"An office with a name that takes more than one line of the \"  <6:9>\n"
               "penalty 10000\n"
               "box 14.00 [0.00 10.00] \"THIRDOFTHECOLUMN\" [111.50 10.00] \"column that is left "
               "for names\"  <6:9>\n"
               "penalty 10000\n"
               "box 14.00 rule [0.00 0.00] [0.00 10.00] \"TBC\" [111.50 10.00] \"TBC\"  <8:9>\n",
     .tags = "  Table\n"
             "    TR\n"
             "      TD\n"
             "      TH scope=row\n"
             "    TR\n"
             "      TD\n"
             "      TH scope=row\n",
     .messages = "8:16 W0313\n"
                 "8:30 W0313\n"},
    {.name = "what has no place is told, what is empty is refused",
     .body = "  - organizations:\n"
             "      - {name: Port, address: 1 Quay, about: Ships., logo: TBC}\n"
             "  - organizations: []\n"
             "  - organizations: [{group: Hosts, members: []}]\n"
             "  - organizations: [port]\n",
     .messages = "6:31 W0314\n"
                 "6:46 W0314\n"
                 "6:60 W0313\n"
                 "6:60 W0314\n"
                 "7:20 E0105\n"
                 "8:45 E0105\n"
                 "9:21 E0304\n"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_are_set_as_expected)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
