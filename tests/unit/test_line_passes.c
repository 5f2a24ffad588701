/* test_line_passes.c - what a paragraph becomes: ragged, balanced, forced, overlong, empty; its last line. */
#include "line_fake.h"

typedef struct BreakCase {
    const char *text;
    int measure;
    Align align;
    const char *expected;
} BreakCase;

static void breaks_as_expected(void **unused) {
    (void)unused;
    static const BreakCase cases[] = {
        {"", 100, ALIGN_JUSTIFY, ""},
        {"aaa", 100, ALIGN_JUSTIFY, "aaa|"},
        {"aaa ", 100, ALIGN_START, "aaa |"},
        {"aaa bbb", 100, ALIGN_CENTER, "aaa bbb|"},
        /* hard breaks: the line before is not stretched, an empty line stays, the last opens none */
        {"aaa\nbbb bb", 100, ALIGN_JUSTIFY, "aaa\n|bbb bb|"},
        {"aaa\n\nbbb", 100, ALIGN_START, "aaa\n|\n|bbb|"},
        {"aaa\n", 100, ALIGN_START, "aaa\n|"},
        {"\n", 100, ALIGN_START, "\n|"},
        /* ragged: even rather than greedy */
        {"aaaa bbbb cccc dd eeeeeeee ffff", 70, ALIGN_START, "aaaa bbbb cccc |dd eeeeeeee |ffff|"},
        {"aaaa bbbb_cccc dd", 48, ALIGN_START, "aaaa |bbbb_cccc |dd|"},
        /* ragged and no hyphen wanted: none that only evens the edge */
        {"aaaaaa bb^bb cc", 46, ALIGN_START, "aaaaaa |bbbb cc|"},
        /* balanced: fewest lines, then even, never a hyphen, no little word left at a line's end */
        {"aaaa bbbb cccc dddd eeee", 90, ALIGN_BALANCE, "aaaa bbbb |cccc dddd eeee|"},
        {"aaaa bbbb cccc dddd", 100, ALIGN_BALANCE, "aaaa bbbb cccc dddd|"},
        {"aaaa bbbb cccc dddd", 80, ALIGN_BALANCE, "aaaa bbbb |cccc dddd|"},
        {"aaaa bbbb the cccc ddd", 80, ALIGN_BALANCE, "aaaa bbbb |the cccc ddd|"},
        {"aaaaaa bbbb^bbbb", 60, ALIGN_BALANCE, "aaaaaa |bbbbbbbb|"},
        /* nothing else helps: cut anywhere, without a hyphen */
        {"aaaaaaaaaaaaaaaaaaaa", 40, ALIGN_JUSTIFY, "aaaaaaaa|aaaaaaaa|aaaa|"},
        {"aaaaaaaaaaaaaaaaaaaa", 40, ALIGN_START, "aaaaaaaa|aaaaaaaa|aaaa|"},
        {"aaaaaaaaaaaaaaaaaaaa", 50, ALIGN_BALANCE, "aaaaaaaaaa|aaaaaaaaaa|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Job *job = fake_job();
        Lines lines =
            fake_lines(job, cases[i].text,
                       (LineSpec){.measure = SP(cases[i].measure), .align = cases[i].align});
        assert_lines(&lines, cases[i].expected);
        assert_no_diagnostics(job);
        if (lines.len) assert_true(lines.at[lines.len - 1].is_last);
        fake_job_drop(job);
    }
}

/* One cluster wider than the measure: nothing can be done but say so. */
static void reports_what_does_not_fit(void **unused) {
    (void)unused;
    static const Align aligns[] = {ALIGN_JUSTIFY, ALIGN_START, ALIGN_BALANCE};
    for (size_t i = 0; i < 3; i++) {
        Job *job = fake_job();
        Lines lines = fake_lines(job, "mm", (LineSpec){.measure = SP(6), .align = aligns[i]});
        assert_lines(&lines, "m|m|");
        assert_int_equal(job->diags->list.len, 1); /* the same twice */
        assert_int_equal(job->diags->list.at[0].code, W_OVERFULL_LINE);
        assert_true(str_is(job->diags->list.at[0].message, "\"m\" is 1.5pt wider than its line"));
        fake_job_drop(job);
    }
}

static void last_line_is_no_runt(void **unused) {
    (void)unused;
    Job *job = fake_job();
    /* "ee" alone would fit the greedy way; the words before are set tighter or looser to avoid it. */
    Lines lines = fake_lines(job, "aaaa aaaa aaaa aaa aaaa aaa aaaa aaa aa ee",
                             (LineSpec){.measure = SP(72), .align = ALIGN_JUSTIFY});
    const Line *last = &lines.at[lines.len - 1];
    assert_true(last->width > SP(12));
    assert_no_diagnostics(job);
    fake_job_drop(job);
}

static void hyphens_only_where_lines_need_them(void **unused) {
    (void)unused;
    Job *job = fake_job();
    LineSpec spec = {.measure = SP(65), .align = ALIGN_JUSTIFY};
    Lines even = fake_lines(job, "aaaa aa^aa aaaa aa^aa aaaa aaaa", spec);
    for (size_t i = 0; i < even.len; i++) assert_false(even.at[i].is_hyphenated);
    Lines needy = fake_lines(job, "aaaa eeee^eeeeee aaaaa aaaa", (LineSpec){.measure = SP(50)});
    assert_true(needy.at[0].is_hyphenated);
    assert_line(&needy.at[0], "aaaa eeee");
    assert_no_diagnostics(job);
    fake_job_drop(job);
}

static void widths_for_columns(void **unused) {
    (void)unused;
    Job *job = fake_job();
    FakeText *fake = fake_shape(job, "aaaa bb^bbbb\ncc_cc dd-ddd", false);
    assert_int_equal(line_natural_width(&fake->shaped), SP(53));
    /* cc_cc is one piece; "dd-" ends a line; "bbbb" begins one */
    assert_int_equal(line_minimal_width(&fake->shaped), SP_TENTHS(225));
    fake_job_drop(job);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_as_expected),
        cmocka_unit_test(reports_what_does_not_fit),
        cmocka_unit_test(last_line_is_no_runt),
        cmocka_unit_test(hyphens_only_where_lines_need_them),
        cmocka_unit_test(widths_for_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
