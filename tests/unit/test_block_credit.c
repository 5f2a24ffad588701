/* Credit lines: names, posts, recordings, what is not known. */
#include "block_fixture.h"

static const BlockCase cases[] = {
    {.name = "an id gives name and post",
     .head = "title: T\n"
             "use: [directory/all.yaml]",
     .body = "  - quote: Words.\n"
             "    by: plante\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"“Words.”\"  <6:12>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"— Valérie Plante, Mayor of Montréal\"  <7:9>\n"
               "close\n",
     .tags = "  BlockQuote\n"
             "    P\n"
             "    P\n"
             "      Strong\n"},
    {.name = "a role wins over the post",
     .head = "title: T\n"
             "use: [directory/all.yaml]",
     .body = "  - quote: Words.\n"
             "    by: plante\n"
             "    role: Chair\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"“Words.”\"  <6:12>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"— Valérie Plante, Chair\"  <7:9>\n"
               "close\n"},
    {.name = "a time code leads to its recording",
     .body = "  - quote: Words.\n"
             "    by: Jane Doe\n"
             "    source: film\n"
             "    timecode: 1:22:45\n"
             "  - media: The film\n"
             "    id: film\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"“Words.”\"  <5:12>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"— Jane Doe · 1:22:45\"  <6:9>\n"
               "close\n"
               "penalty 0\n"
               "glue 14.00 snaps\n"
               "mark #film\n"
               "box 14.00 [0.00 10.00] \"The film\"  <9:5>\n",
     .tags = "  BlockQuote\n"
             "    P\n"
             "    P\n"
             "      Strong\n"
             "      Link\n"
             "  P id=\"film\"\n"},
    {.name = "without a time code the recording is named",
     .body = "  - quote: Words.\n"
             "    source: film\n"
             "  - quote: Words.\n"
             "    source: film\n"
             "    timecode: TBC\n"
             "  - media: The film\n"
             "    id: film\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"“Words.”\"  <5:12>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"recording\"  <5:12>\n"
               "close\n"
               "penalty 0\n"
               "glue 14.00\n"
               "open\n"
               "box 21.00 [12.00 17.00] \"“Words.”\"  <7:12>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"TBC · recording\"  <7:12>\n"
               "close\n"
               "penalty 0\n"
               "glue 14.00 snaps\n"
               "mark #film\n"
               "box 14.00 [0.00 10.00] \"The film\"  <10:5>\n",
     .tags = "  BlockQuote\n"
             "    P\n"
             "    P\n"
             "      Link\n"
             "  BlockQuote\n"
             "    P\n"
             "    P\n"
             "      Link\n"
             "  P id=\"film\"\n",
     .messages = "9:15 W0313\n"},
    {.name = "a source may be words or an entry",
     .head = "title: T\n"
             "use: [directory/all.yaml]",
     .body = "  - quote: Words.\n"
             "    source: The minutes\n"
             "  - quote: Words.\n"
             "    source: uclg\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"“Words.”\"  <6:12>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"The minutes\"  <6:12>\n"
               "close\n"
               "penalty 0\n"
               "glue 14.00\n"
               "open\n"
               "box 21.00 [12.00 17.00] \"“Words.”\"  <8:12>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"United Cities and Local Governments (UCLG)\"  <8:12>\n"
               "close\n"},
    {.name = "what looks like an id must be one",
     .body = "  - quote: Words.\n"
             "    by: plant\n"
             "    source: flim\n",
     .messages = "6:9 E0304\n"
                 "7:13 E0304\n"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_are_set_as_expected)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
