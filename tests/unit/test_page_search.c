/* test_page_search.c - where columns end: the rules one by one, the search against trying all, growth. */
#include "page_fake.h"

#include <string.h>

static Str search_ends(Job *job, const char *text, int lines) {
    Strip strip = strip_new(job->arena, fake_galley(job, text), SP(14) * lines + SP(5), SP(14));
    PageBreaks breaks = search_page_breaks(job->arena, &strip);
    Buf out = buf_new(job->arena);
    for (size_t i = 0; i < breaks.count; i++)
        buf_print(&out, i ? " %zu" : "%zu", breaks.columns[i].end);
    buf_add_char(&out, '\0');
    return buf_str(&out);
}

typedef struct Case {
    const char *what, *galley;
    int lines;
    const char *ends; /* how many boxes stand above each page's end */
} Case;

static const Case cases[] = {
    {"nothing", "", 10, ""},
    {"a page just full", "T.T.T.T.T.T.T.T.T.T", 10, "10"},
    {"two full pages", "T.T.T.T.T.T.T.T.T.T.T.T.T.T.T.T.T.T.T.T", 10, "10 20"},
    {"space vanishes at a page's foot and top", "T.T.T.T.T.T.T.T.T.T T.T.T.T.T", 10, "10 15"},
    {"no widow", "T.T.T.T.ToT.T.T.T.TwT.ToT.T.T.T.TwT", 10, "9 18"},
    {"no orphan", "T.T.T.T.T.T.T.T.T.ToT.T.T.T.T.TwT", 10, "9 17"},
    {"a head stays with two lines of its text", "T.T.T.T.T.T.T H!ToT.T.T.T.TwT", 10, "7 15"},
    {"a chain of heads", "T.T.T.T.T.T.T.TnH!H!ToT.T.T.T", 10, "7 15"},
    {"the strictest penalty of a gap binds", "T.T.T.T.T.T.T.T.T!. T.T.T.T.T", 10, "8 14"},
    {"a forced break", "T.T.T F T.T.T.T.T", 10, "3 8"},
    {"a forced break over a forbidden one", "T.T.T!F!T.T.T.T.T", 10, "3 8"},
    {"forced breaks at both ends make no empty page", "FT.T.T.T.TF", 10, "5"},
    {"five lines on the last page", "T.T.T.T.T.T.T.T.T.T.T.T", 10, "7 12"},
    {"a picture counts by its height", "T.T.T.T.T.T.T.T.T.T.B.H.H", 10, "10 13"},
    {"a short article stays short", "T.T", 10, "2"},
    {"white is shared out", "T.T.T.T.T.T.T.T.T.T.T.T.T.T.T.T", 7, "6 11 16"},
    {"taller than a page stands alone", "T.T.X.T.T.T.T.T", 10, "2 3 8"},
    {"never, but nowhere else", "TnTnTnTnTnTnTnTnTnTnTnT", 10, "7 12"},
    {"rather anything than inside a box of boxes", "TTTTTTnTTTT", 8, "6 10"},
    {"rather something kept together than a stranded head", "TnTnTnT!TnTnT", 4, "3 7"},
};

static void ends_as_the_rules_say(void **unused) {
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Job *job = fake_job();
        Str ends = search_ends(job, cases[i].galley, cases[i].lines);
        if (strcmp(ends.at, cases[i].ends) != 0)
            fail_msg("%s: %s, not %s", cases[i].what, ends.at, cases[i].ends);
        fake_job_drop(job);
    }
}

/* ---- against trying all ---------------------------------------------------------------------- */

typedef struct Trial {
    const Strip *strip;
    int64_t best;
} Trial;

static Sp pile_height(const Strip *strip, size_t from, size_t to) {
    Sp used = STRIP_TOP;
    for (size_t i = from; i < to; i++) used = strip_bottom(strip, i, used);
    return used;
}

static bool is_column(const Strip *strip, size_t from, size_t to) {
    for (size_t i = from + 1; i < to; i++) {
        if (strip_is_forced(strip, i)) return false;
    }
    return to == from + 1 || pile_height(strip, from, to) <= strip->height;
}

static bool is_good_end(const Strip *strip, size_t to) {
    return to == strip->count || strip_is_legal(strip, to);
}

/* The definition: every way to divide, without memory of what was tried. */
static void try_all(Trial *trial, size_t from, int64_t cost) {
    const Strip *strip = trial->strip;
    if (from == strip->count && cost < trial->best) trial->best = cost;
    bool has_good = false;
    for (size_t to = from + 1; to <= strip->count; to++)
        has_good |= is_column(strip, from, to) && is_good_end(strip, to);
    for (size_t to = from + 1; to <= strip->count; to++) {
        if (is_column(strip, from, to) && (!has_good || is_good_end(strip, to)))
            try_all(trial, to,
                    cost + strip_cost(strip, &(Extent){.from = from,
                                                       .to = to,
                                                       .text = pile_height(strip, from, to)}));
    }
}

static const char *random_galley(Job *job, uint32_t *seed) {
    static const char boxes[] = "TTTTTTtHQQB", gaps[] = "....ow!n -__F";
    Buf out = buf_new(job->arena);
    uint32_t count = 1 + fake_random(seed) % 13;
    for (uint32_t i = 0; i < count; i++) {
        buf_add_char(&out, boxes[fake_random(seed) % (sizeof boxes - 1)]);
        for (uint32_t k = fake_random(seed) % 3; k > 0; k--)
            buf_add_char(&out, gaps[fake_random(seed) % (sizeof gaps - 1)]);
    }
    buf_add_char(&out, '\0');
    return buf_str(&out).at;
}

static void costs_as_little_as_trying_all(void **unused) {
    (void)unused;
    uint32_t seed = 3, pages = 0;
    for (int round = 0; round < 400; round++) {
        Job *job = fake_job();
        const char *text = random_galley(job, &seed);
        Sp height = SP(14) * (3 + fake_random(&seed) % 5);
        Strip strip = strip_new(job->arena, fake_galley(job, text), height, SP(14));
        Trial trial = {.strip = &strip, .best = INT64_MAX};
        try_all(&trial, 0, 0);
        PageBreaks breaks = search_page_breaks(job->arena, &strip);
        if (breaks.cost != trial.best)
            fail_msg("%s: cost %lld, not %lld", text, (long long)breaks.cost,
                     (long long)trial.best);
        pages += (uint32_t)breaks.count;
        fake_job_drop(job);
    }
    assert_true(pages > 600);
}

static void grows_linearly(void **unused) {
    (void)unused;
    Job *job = fake_job();
    Galley *galley = fake_galley(job, fake_repeat(job, "ToT.T.TwT.", 2000));
    Strip strip = strip_new(job->arena, galley, SP(14) * 50, SP(14));
    PageBreaks breaks = search_page_breaks(job->arena, &strip);
    assert_int_equal(strip.count, 10000);
    assert_true(breaks.count >= 200 && breaks.count <= 204);
    assert_true(breaks.steps <= 10000 * 50);
    fake_job_drop(job);
}

static void thousands_of_forbidden_breaks_do_not_overflow(void **unused) {
    (void)unused;
    Job *job = fake_job();
    Galley *galley = fake_galley(job, fake_repeat(job, "T", 20000));
    Strip strip = strip_new(job->arena, galley, SP(14), SP(14));
    PageBreaks breaks = search_page_breaks(job->arena, &strip);
    assert_int_equal(breaks.count, 20000);
    assert_true(breaks.cost > 0 && breaks.cost < INT64_MAX / 64);
    fake_job_drop(job);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_as_the_rules_say),
        cmocka_unit_test(costs_as_little_as_trying_all),
        cmocka_unit_test(grows_linearly),
        cmocka_unit_test(thousands_of_forbidden_breaks_do_not_overflow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
