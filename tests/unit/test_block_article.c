/* The head of an article: titling in the column, dateline in the margin or below. */
#include "block_fixture.h"

static const BlockCase cases[] = {
    {.name = "everything, beside a margin column",
     .head = "title: \"A **strong** title\"\n"
             "id: top\n"
             "kicker: News\n"
             "subtitle: Below\n"
             "standfirst: What it says.\n"
             "date: 2018-12-12\n"
             "weekday: Wednesday\n"
             "place: Marrakech\n"
             "authors: [Jane Doe, plante, TBC]\n"
             "use: [directory/all.yaml]\n"
             "published-by: {publisher: metropolis, url: \"https://example.org\", retrieved: "
             "2018-12-13, status: edited}",
     .body = "  - Text.\n",
     .galley = "margin 98.00 [0.00 10.00] \"Wednesday\" [0.00 24.00] \"12 December 2018\" [0.00 "
               "38.00] \"Marrakech\" [0.00 52.00] \"Metropolis\" [0.00 66.00] \"Edited version\" "
               "[0.00 80.00] \"Retrieved 13 December 2018\"\n"
               "box 14.00 [0.00 10.00] \"NEWS\"  <5:9>\n"
               "penalty 10000 stranded\n"
               "glue 0.00\n"
               "mark #top outline 1 \"A strong title\"\n"
               "box 28.00 [0.00 24.00] \"A strong title\"  <3:9>\n"
               "penalty 10000 stranded\n"
               "glue 7.00\n"
               "box 21.00 [0.00 17.00] \"Below\"  <6:11>\n"
               "penalty 10000 stranded\n"
               "glue 7.00\n"
               "box 21.00 [0.00 17.00] \"What it says.\"  <7:13>\n"
               "penalty 10000 stranded\n"
               "glue 14.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Jane Doe, Valérie Plante and TBC\"  <11:11>\n"
               "penalty 10000 stranded\n"
               "glue 14.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Text.\"  <15:5>\n",
     .tags = "    Strong\n"
             "  P\n"
             "  P\n"
             "  P\n"
             "  P\n"
             "  P\n"
             "    Link\n"
             "  P\n"
             "  P\n"
             "  P\n"
             "  P\n"
             "  P\n",
     .messages = "11:29 W0313\n",
     .is_whole = true},
    {.name = "the same below the titling",
     .head = "title: T\n"
             "date: 2018-12-12\n"
             "place: Marrakech\n"
             "authors: Jane Doe",
     .body = "  - Text.\n",
     .galley = "box 14.00 [0.00 10.00] \"Jane Doe\"  <6:10>\n"
               "penalty 10000 stranded\n"
               "glue 14.00 snaps\n"
               "box 14.00 [0.00 10.00] \"12 December 2018\"  <1:1>\n"
               "penalty 5000 orphan\n"
               "box 14.00 [0.00 10.00] \"Marrakech\"  <1:1>\n"
               "penalty 0\n"
               "glue 14.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Text.\"  <8:5>\n",
     .tags = "  P\n"
             "  P\n"
             "  P\n"
             "  P\n",
     .set = "page.margin-column=0mm"},
    {.name = "an address without a name stands for itself",
     .head = "title: T\n"
             "date: TBC\n"
             "weekday: TBC\n"
             "place: TBC\n"
             "published-by: {publisher: TBC, url: \"https://example.org\", retrieved: TBC}",
     .body = "  - Text.\n",
     .galley = "box 14.00 [0.00 10.00] \"TBC\"  <1:1>\n"
               "penalty 5000 orphan\n"
               "box 14.00 [0.00 10.00] \"TBC\"  <1:1>\n"
               "penalty 0\n"
               "box 14.00 [0.00 10.00] \"TBC\"  <1:1>\n"
               "penalty 0\n"
               "box 14.00 [0.00 10.00] \"TBC\"  <1:1>\n"
               "penalty 0\n"
               "box 14.00 [0.00 10.00] \"https://example.org\"  <1:1>\n"
               "penalty 5000 widow\n"
               "box 14.00 [0.00 10.00] \"Retrieved TBC\"  <1:1>\n"
               "penalty 0\n"
               "glue 14.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Text.\"  <9:5>\n",
     .tags = "  P\n"
             "  P\n"
             "  P\n"
             "  P\n"
             "  P\n"
             "    Link\n"
             "  P\n"
             "  P\n",
     .messages = "4:7 W0313\n"
                 "5:10 W0313\n"
                 "6:8 W0313\n"
                 "7:27 W0313\n"
                 "7:71 W0313\n",
     .set = "page.margin-column=0mm"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_are_set_as_expected)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
