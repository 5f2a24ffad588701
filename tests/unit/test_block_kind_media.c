/* Recordings: label, title, credit, address. */
#include "block_fixture.h"

static const BlockCase cases[] = {
    {.name = "everything",
     .body = "  - media: A film\n"
             "    kind: video\n"
             "    by: Jane Doe\n"
             "    role: Mayor\n"
             "    timecode: 1:22\n"
             "    url: https://example.org/film\n"
             "    id: film\n",
     .galley = "mark #film\n"
               "box 14.00 [0.00 10.00] \"VIDEO A film · Jane Doe, Mayor · 1:22 · "
               "https://example.org/film\"  <5:5>\n",
     .tags = "  P id=\"film\"\n"
             "    Strong\n"
             "    Link\n"},
    {.name = "only what is to be printed",
     .body = "  - media: A film\n"
             "    timecode: 1:22\n"
             "    url: https://example.org/film\n"
             "    print: [url]\n"
             "  - media: A film\n"
             "    timecode: 1:22\n"
             "    url: https://example.org/film\n"
             "    print: [timecode]\n",
     .galley = "box 14.00 [0.00 10.00] \"A film · https://example.org/film\"  <5:5>\n"
               "penalty 0\n"
               "glue 14.00 snaps\n"
               "margin 14.00 [0.00 10.00] \"example.org/film\"\n"
               "box 14.00 [0.00 10.00] \"A film · 1:22\"  <9:5>\n",
     .tags = "  P\n"
             "    Link\n"
             "  P\n"
             "    Link\n"},
    {.name = "an address left out and no margin to name it in",
     .body = "  - media: A film\n"
             "    url: https://example.org/film\n"
             "    timecode: 1:22\n"
             "    print: timecode\n"
             "  - media: A film\n"
             "    url: https://example.org/film\n"
             "    print: qr\n",
     .set = "page.margin-column=0mm",
     .galley = "box 14.00 [0.00 10.00] \"A film · 1:22\"  <5:5>\n"
               "penalty 0\n"
               "glue 14.00 snaps\n"
               "box 14.00 [0.00 10.00] \"A film · https://example.org/film\"  <9:5>\n"},
    {.name = "what is to be confirmed is said",
     .body = "  - media: TBC\n"
             "    by: TBC\n"
             "    role: TBC\n"
             "    timecode: TBC\n"
             "    url: TBC\n",
     .galley = "box 14.00 [0.00 10.00] \"TBC · TBC, TBC · TBC · TBC\"  <5:5>\n",
     .tags = "  P\n",
     .messages = "5:12 W0313\n"
                 "6:9 W0313\n"
                 "7:11 W0313\n"
                 "8:15 W0313\n"
                 "9:10 W0313\n"},
    {.name = "unknown words are refused",
     .body = "  - media: A film\n"
             "    print: [qr, sound]\n",
     .messages = "6:17 E0106\n"},
};

static void cases_are_set_as_expected(void **state) { CHECK_CASES(state, cases); }

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_are_set_as_expected)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
