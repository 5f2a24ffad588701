/* Quotes: marks, lead, credit, original; inline; Markdown's. */
#include "block_fixture.h"

static const BlockCase cases[] = {
    {.name = "lead, bar, credit",
     .body = "  - quote: Words.\n"
             "    lead: She said\n"
             "    by: Jane Doe\n"
             "    role: Mayor\n"
             "    id: q\n",
     .galley = "mark #q\n"
               "box 14.00 [0.00 10.00] \"She said:\"  <6:11>\n"
               "penalty 10000 stranded\n"
               "glue 14.00\n"
               "open\n"
               "box 21.00 [12.00 17.00] \"“Words.”\"  <5:12>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"— Jane Doe, Mayor\"  <7:9>\n"
               "close\n",
     .tags = "  P id=\"q\"\n"
             "  BlockQuote\n"
             "    P\n"
             "    P\n"
             "      Strong\n"},
    {.name = "marks stand at the first and last of several paragraphs",
     .body = "  - quote: |\n"
             "      One.\n"
             "\n"
             "      Two.\n"
             "    kind: translated\n"
             "    original: Un. Deux.\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"“One.\"  <6:7>\n"
               "penalty 0\n"
               "glue 0.00\n"
               "box 21.00 [12.00 17.00] \"Two.”\"  <8:7>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"Translated\"  <6:7>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"Original: Un. Deux.\"  <10:15>\n"
               "close\n",
     .tags = "  BlockQuote\n"
             "    P\n"
             "    P\n"
             "    P\n"
             "    P\n"},
    {.name = "typed marks are kept, reported words have none",
     .body = "  - quote: >-\n"
             "      \"Words.\"\n"
             "  - quote: He would come.\n"
             "    kind: reported\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"“Words.”\"  <6:7>\n"
               "close\n"
               "penalty 0\n"
               "glue 14.00\n"
               "open\n"
               "box 21.00 [12.00 17.00] \"He would come.\"  <7:12>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"Reported\"  <7:12>\n"
               "close\n",
     .tags = "  BlockQuote\n"
             "    P\n"
             "  BlockQuote\n"
             "    P\n"
             "    P\n"},
    {.name = "inline, everything in one paragraph",
     .body = "  - quote: |\n"
             "      One.\n"
             "\n"
             "      Two.\n"
             "    show: inline\n"
             "    lead: She said\n"
             "    by: Jane Doe\n"
             "    kind: translated\n"
             "    original: Un. Deux.\n"
             "    checked: 2018-12-12\n",
     .galley = "box 14.00 [0.00 10.00] \"She said “One. Two.” (Jane Doe · Translated · checked "
               "12 December 2018 \"  <5:5>\n"
               "penalty 5000 orphan\n"
               "box 14.00 [0.00 10.00] \"· Original: Un. Deux.)\"  <5:5>\n",
     .tags = "  P\n"
             "    Quote\n"
             "    Strong\n"},
    {.name = "inline, the kind alone",
     .body = "  - quote: He would come.\n"
             "    show: inline\n"
             "    kind: reported\n",
     .galley = "box 14.00 [0.00 10.00] \"He would come. (Reported)\"  <5:5>\n",
     .tags = "  P\n"
             "    Quote\n"},
    {.name = "a list inside begins anew and keeps the quote's inset",
     .body = "  - list:\n"
             "      - - quote: |\n"
             "            - a\n"
             "\n"
             "            b\n"
             "          by: Jane Doe\n",
     .galley = "open\n"
               "box 21.00 [0.00 17.00] \"•\" [26.00 17.00] \"•\" [40.00 17.00] \"a\"  <7:15>\n"
               "penalty 0\n"
               "glue 14.00\n"
               "box 21.00 [26.00 17.00] \"b\"  <9:13>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [26.00 10.00] \"— Jane Doe\"  <10:15>\n"
               "close\n",
     .tags = "  L numbering=Disc\n"
             "    LI\n"
             "      Lbl\n"
             "      LBody\n"
             "        BlockQuote\n"
             "          L numbering=Disc\n"
             "            LI\n"
             "              Lbl\n"
             "              LBody\n"
             "                P\n"
             "          P\n"
             "          P\n"
             "            Strong\n"},
    {.name = "Markdown's, even empty, has no credit",
     .body = "  - |\n"
             "    > Words.\n"
             "\n"
             "    >\n"
             "\n"
             "    Text.\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"Words.\"  <6:7>\n"
               "close\n"
               "penalty 0\n"
               "glue 14.00 snaps\n"
               "box 14.00 [0.00 10.00] \"Text.\"  <10:5>\n",
     .tags = "  BlockQuote\n"
             "    P\n"
             "  P\n"},
    {.name = "what is to be confirmed is said",
     .body = "  - quote: Words.\n"
             "    by: TBC\n"
             "    role: TBC\n"
             "    timecode: TBC\n"
             "    source: TBC\n"
             "    checked: TBC\n"
             "    original: TBC\n",
     .galley = "open\n"
               "box 21.00 [12.00 17.00] \"“Words.”\"  <5:12>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"— TBC, TBC · TBC · TBC · checked TBC\"  <6:9>\n"
               "penalty 10000 stranded\n"
               "glue 0.00 snaps\n"
               "box 14.00 [12.00 10.00] \"Original: TBC\"  <11:15>\n"
               "close\n",
     .tags = "  BlockQuote\n"
             "    P\n"
             "    P\n"
             "    P\n",
     .messages = "6:9 W0313\n"
                 "7:11 W0313\n"
                 "8:15 W0313\n"
                 "9:13 W0313\n"
                 "10:14 W0313\n"
                 "11:15 W0313\n"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_are_set_as_expected)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
