/* Timelines: days and times beside what happened. */
#include "kind_fixture.h"

static void days_are_said_in_the_documents_form(void **state) {
    static const struct {
        const char *when, *said;
    } cases[] = {
        {"at: 2018-12-08", "\"8 December 2018\""},
        {"at: 2017", "\"2017\""},
        {"at: 14:30", "\"14:30\""},
        {"from: 2018-12-08, to: 2018-12-10", "\"8\xE2\x80\x93"
                                             "10 December 2018\""},
        {"from: 2018-12-08, to: 2018-12-08", "\"8 December 2018\""},
        {"from: May, to: June", "\"May\xE2\x80\x93June\""},
        {"from: 2017, to: TBC", "\"2017 \xE2\x80\x93 TBC\""},
        {"from: 2017", "\"2017 \xE2\x80\x93\""},
    };
    Kind *kind = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[200];
        snprintf(text, sizeof text, "- timeline:\n    - {%s, what: So *it* was.}\n", cases[i].when);
        const char *galley = kind_galley(kind, text);
        ASSERT_IN_ORDER(galley, "box 14.00 [0.00 10.00]", cases[i].said, "\"So it was.\"",
                        "L numbering=None", "LI", "Lbl", "LBody", "Em");
    }
}

static void long_ranges_break_behind_their_dash(void **state) {
    Kind *kind = *state;
    const char *galley = kind_galley(kind, "- timeline:\n    - {from: 2018-11-28, to: 2019-01-02, "
                                           "what: Long.}\n    - {at: 2017, what: Short.}\n");
    assert_said(kind, "");
    ASSERT_IN_ORDER(galley, "\"28 November 2018 \xE2\x80\x93 \"", "\"Long.\"", "penalty 10000",
                    "\"2 January 2019\"", "penalty 10000", "\"2017\"");
}

static void when_is_checked(void **state) {
    Kind *kind = *state;
    kind_galley(kind, "- timeline:\n"
                      "    - what: Never.\n"
                      "    - {at: 2017, to: 2018, what: Both.}\n"
                      "    - {to: 2018, what: End.}\n"
                      "    - {at: 2018-13-01, what: No day.}\n"
                      "    - {from: 2018-12-02, to: 2018-12-01, what: Backwards.}\n"
                      "- timeline: []\n");
    assert_said(kind, "2:7 E0103 event has no \"at\"\n"
                      "3:12 E0106 both `at` and `from` or `to`\n"
                      "4:12 E0106 `to` without `from`\n"
                      "5:12 E0310 \"2018-13-01\" is not a date\n"
                      "6:30 E0106 it ends before it begins\n"
                      "7:13 E0106 no events\n");
}

KIND_MAIN(KIND_TEST(days_are_said_in_the_documents_form),
          KIND_TEST(long_ranges_break_behind_their_dash), KIND_TEST(when_is_checked))
