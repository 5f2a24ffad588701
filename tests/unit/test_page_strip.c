/* test_page_strip.c - gaps into one space and one penalty; snapping; what a column costs. */
#include "page_fake.h"

static Strip strip_of(Job *job, const char *text) {
    return strip_new(job->arena, fake_galley(job, text), SP(14) * 10 + SP(5), SP(14));
}

static void a_gap_is_one_space_and_one_penalty(void **unused) {
    (void)unused;
    static const struct {
        const char *galley;
        Sp space;
        int penalty;
        PenaltyKind kind;
        bool snaps, is_joined;
    } cases[] = {
        {"TT", 0, BREAK_NEVER, PENALTY_PLAIN, false, true},
        {"T(M)T", 0, BREAK_NEVER, PENALTY_PLAIN, false, true},
        {"T T", SP(14), 0, PENALTY_PLAIN, false, false},
        {"T -_T", SP(21), 0, PENALTY_PLAIN, true, false},
        {"T. T", SP(14), 0, PENALTY_PLAIN, false, false},
        {"T.w T", SP(14), 5000, PENALTY_WIDOW, false, false},
        {"Tow.T", 0, 5000, PENALTY_ORPHAN, false, false},
        {"Tn!oT", 0, BREAK_NEVER, PENALTY_STRANDED, false, false},
        {"T!F!T", 0, BREAK_FORCED, PENALTY_PLAIN, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Job *job = fake_job();
        Strip strip = strip_of(job, cases[i].galley);
        assert_int_equal(strip.count, 2);
        const Slab *slab = &strip.slabs[1];
        assert_int_equal(slab->space, cases[i].space);
        assert_int_equal(slab->penalty, cases[i].penalty);
        assert_int_equal(slab->penalty_kind, cases[i].kind);
        assert_int_equal(slab->snaps, cases[i].snaps);
        assert_int_equal(slab->is_joined, cases[i].is_joined);
        fake_job_drop(job);
    }
}

static void text_falls_back_on_the_grid(void **unused) {
    (void)unused;
    static const struct {
        const char *what, *galley;
        int bottom; /* points, of the last box */
    } cases[] = {
        {"on it already", "T_T", 28},
        {"behind a line of 21pt", "Q_T", 42},
        {"behind two of them", "Q.Q_T", 56},
        {"with space before it", "Q-_T", 42},
        {"with more space before it", "Q _T", 56},
        {"no snapping asked for", "Q.T", 35},
        {"space vanishes at the top", " _T", 14},
        {"a box off the grid stays whole", "T_Q", 42},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Job *job = fake_job();
        Strip strip = strip_of(job, cases[i].galley);
        Sp bottom = STRIP_TOP;
        for (size_t k = 0; k < strip.count; k++) bottom = strip_bottom(&strip, k, bottom);
        if (bottom != SP(cases[i].bottom)) fail_msg("%s: %d", cases[i].what, (int)(bottom / SP_PT));
        fake_job_drop(job);
    }
}

static void a_column_is_whole_lines_high(void **unused) {
    (void)unused;
    Job *job = fake_job();
    assert_int_equal(strip_of(job, "T").height, SP(140));
    Strip free = strip_new(job->arena, fake_galley(job, "Q_T"), SP(145), 0);
    assert_int_equal(free.height, SP(145));
    assert_int_equal(strip_bottom(&free, 1, SP(21)), SP(35));
    fake_job_drop(job);
}

static int64_t cost_of(Job *job, const char *text, size_t from, size_t to, int lines) {
    Strip strip = strip_of(job, text);
    return strip_cost(&strip, &(Extent){.from = from, .to = to, .text = SP(14) * lines});
}

static void costs_are_in_the_right_order(void **unused) {
    (void)unused;
    Job *job = fake_job();
    int64_t full = cost_of(job, "T.T", 0, 1, 10), short_by_4 = cost_of(job, "T.T", 0, 1, 6);
    int64_t widow = cost_of(job, "TwT", 0, 1, 10), kept = cost_of(job, "TnT", 0, 1, 10);
    int64_t stranded = cost_of(job, "T!T", 0, 1, 10), joined = cost_of(job, "TT", 0, 1, 10);
    assert_true(full < short_by_4 && short_by_4 < widow && widow < kept);
    assert_true(kept < stranded && stranded < joined);
    assert_int_equal(cost_of(job, "TF T", 0, 1, 1), full);
    int64_t one = cost_of(job, "T.T", 1, 2, 1), five = cost_of(job, "T.T.T.T.T.T", 1, 6, 5);
    assert_int_equal(five, full);
    assert_true(one - five > short_by_4 - full);
    assert_int_equal(cost_of(job, "T", 0, 1, 1), full);
    fake_job_drop(job);
}

static void columns_make_pages(void **unused) {
    (void)unused;
    Job *job = fake_job();
    Strip strip = strip_of(job, "T.TFT.T.T");
    static const struct {
        int columns;
        size_t pages[5];
    } cases[] = {{1, {1, 2, 3, 4, 5}}, {2, {1, 1, 2, 2, 3}}, {3, {1, 1, 2, 2, 2}}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Column columns[] = {{.end = 1}, {.end = 2}, {.end = 3}, {.end = 4}, {.end = 5}};
        PageBreaks breaks = {.columns = columns, .count = 5};
        strip_count_pages(&strip, cases[i].columns, &breaks);
        for (size_t k = 0; k < 5; k++) assert_int_equal(columns[k].page, cases[i].pages[k]);
    }
    fake_job_drop(job);
}

static void sides_move_pages_on(void **unused) {
    (void)unused;
    static const struct {
        const char *galley;
        size_t before, pages[3];
    } cases[] = {{"TFTFT", 0, {1, 2, 3}}, {"TRTFT", 0, {1, 3, 4}}, {"TRTRT", 0, {1, 3, 5}},
                 {"TRTFT", 1, {1, 2, 3}}, {"TVTVT", 0, {1, 2, 4}}, {"TFTVT", 0, {1, 2, 4}}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Job *job = fake_job();
        Strip strip = strip_of(job, cases[i].galley);
        Column columns[] = {{.end = 1, .page = 1}, {.end = 2, .page = 2}, {.end = 3, .page = 3}};
        PageBreaks breaks = {.columns = columns, .count = 3};
        strip_count_sides(&strip, cases[i].before, &breaks);
        for (size_t k = 0; k < 3; k++) assert_int_equal(columns[k].page, cases[i].pages[k]);
        fake_job_drop(job);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_gap_is_one_space_and_one_penalty),
        cmocka_unit_test(text_falls_back_on_the_grid),
        cmocka_unit_test(a_column_is_whole_lines_high),
        cmocka_unit_test(costs_are_in_the_right_order),
        cmocka_unit_test(columns_make_pages),
        cmocka_unit_test(sides_move_pages_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
