/* test_line_search.c - the search of breaks against trying all of them; limits on hyphens; growth. */
#include "line_fake.h"

#include <limits.h>

/* Words of random letters, some with places for hyphens, some with typed ones, marks behind some. */
static void random_text(uint32_t *seed, uint32_t words, char *out) {
    for (uint32_t w = 0; w < words; w++) {
        uint32_t letters = 1 + fake_random(seed) % 9;
        for (uint32_t i = 0; i < letters; i++) {
            if (i > 1 && i + 1 < letters && fake_random(seed) % 3 == 0)
                *out++ = fake_random(seed) % 6 ? '^' : '-';
            *out++ = "aeilmnost"[fake_random(seed) % 9];
        }
        if (fake_random(seed) % 4 == 0) *out++ = ",."[fake_random(seed) % 2];
        if (w + 1 < words)
            *out++ = fake_random(seed) % 40 ? (fake_random(seed) % 12 ? ' ' : '_') : '\n';
    }
    *out = '\0';
}

typedef struct Trial {
    const Fit *fit;
    const Pass *pass;
    int64_t best;
    uint32_t chains; /* ways to break that are allowed */
} Trial;

/* Every chain of breaks from a on: the definition of optimal, without pruning. */
static void try_all(Trial *trial, uint32_t a, FitState state, int64_t demerits) {
    const Fit *fit = trial->fit;
    for (uint32_t b = a == FIT_START ? 0 : a + 1; b < fit->count; b++) {
        if (!fit_is_break(fit, trial->pass, b)) continue;
        Grade grade = grade_line(fit, trial->pass, a, b, false);
        if (grade.verdict == LINE_FITS) {
            Step step = grade_step(fit, trial->pass, &grade, b, state);
            int64_t sum = demerits + step.demerits;
            bool ends = step.is_allowed && b + 1 == fit->count;
            trial->chains += ends;
            if (ends && sum < trial->best) trial->best = sum;
            if (step.is_allowed && !ends) try_all(trial, b, step.state, sum);
        }
        if (fit_is_forced(fit, b)) return;
    }
}

static void finds_the_same_as_trying_all(void **unused) {
    (void)unused;
    static const Align aligns[] = {ALIGN_JUSTIFY, ALIGN_JUSTIFY, ALIGN_START, ALIGN_BALANCE};
    static const int ratios[] = {2200, 5000, 12000, INT_MAX};
    uint32_t seed = 7, found = 0, chosen = 0;
    for (int round = 0; round < 1200; round++) {
        Job *job = fake_job();
        char text[400];
        random_text(&seed, 5 + fake_random(&seed) % 5, text);
        FakeText *fake = fake_shape(job, text, false);
        LineSpec spec = {.measure = SP(45 + fake_random(&seed) % 40),
                         .first_indent = SP(fake_random(&seed) % 12),
                         .hang = SP(fake_random(&seed) % 3 ? 0 : 8),
                         .align = aligns[round % 4],
                         .expansion = (int)(fake_random(&seed) % 3) * 50,
                         .protrusion = fake_random(&seed) % 2 ? 1000 : 0};
        Fit fit =
            fit_new(job, &fake->shaped, fake->items, (uint32_t)fake->shaped.item_count, &spec);
        fit.max_lines = UINT_MAX;
        fit.average = spec.measure * 3 / 4;
        Pass pass = {.with_hyphens = round % 5 > 0,
                     .is_lenient = round % 3 == 0,
                     .max_ratio = ratios[round / 4 % 4]};
        Trial trial = {.fit = &fit, .pass = &pass, .best = INT64_MAX};
        try_all(&trial, FIT_START, (FitState){.fitness = FITNESS_DECENT}, 0);
        Breaks breaks;
        bool is_found = search_breaks(job, &fit, &pass, &breaks);
        assert_int_equal(is_found, trial.best != INT64_MAX);
        if (is_found) assert_int_equal(breaks.demerits, trial.best);
        found += is_found;
        chosen += trial.chains > 5;
        fake_job_drop(job);
    }
    assert_true(found > 600 && chosen > 400); /* else the test looks at nothing */
}

static void known_paragraph(void **unused) {
    (void)unused;
    Job *job = fake_job();
    /* Greedy breaking would put "aa" on the first line and leave the second loose. */
    Lines lines = fake_lines(job, "aaaa aaa aa aaaa aaa aaa aaaaa aaa",
                             (LineSpec){.measure = SP(61), .align = ALIGN_JUSTIFY});
    assert_int_equal(lines.at[lines.len - 1].to, lines.at[0].text.len);
    assert_lines(&lines, "aaaa aaa aa |aaaa aaa aaa |aaaaa aaa|");
    assert_no_diagnostics(job);
    fake_job_drop(job);
}

/* Two in a row at most, though cutting every word would fit best. */
static void hyphens_do_not_run(void **unused) {
    (void)unused;
    Job *job = fake_job();
    uint32_t seed = 3;
    for (int round = 0; round < 60; round++) {
        char text[2000];
        random_text(&seed, 60, text);
        Lines lines = fake_lines(
            job, text,
            (LineSpec){.measure = SP(90 + fake_random(&seed) % 60), .align = ALIGN_JUSTIFY});
        int run = 0;
        for (size_t i = 0; i < lines.len; i++) {
            run = lines.at[i].is_hyphenated ? run + 1 : 0;
            assert_true(run <= 2);
        }
    }
    fake_job_drop(job);
}

static size_t candidates_of(uint32_t words, int looseness) {
    Job *job = fake_job();
    uint32_t seed = 11;
    char *text = ARENA_ARRAY(job->arena, char, (size_t)words * 24 + 1);
    random_text(&seed, words, text);
    for (char *at = text; *at; at++)
        if (*at == '\n') *at = ' ';
    Lines lines = fake_lines(
        job, text, (LineSpec){.measure = SP(200), .align = ALIGN_JUSTIFY, .looseness = looseness});
    assert_true(lines.len > words / 20);
    size_t candidates = lines.candidates;
    fake_job_drop(job);
    return candidates;
}

static void work_grows_linearly(void **unused) {
    (void)unused;
    size_t small = candidates_of(1000, 0), large = candidates_of(10000, 0);
    assert_true(large < small * 11);
    assert_true(small < 1000 * 100);
}

static void looseness_adds_a_line(void **unused) {
    (void)unused;
    Job *job = fake_job();
    uint32_t seed = 5, changed = 0;
    for (int round = 0; round < 10; round++) {
        char text[5000];
        random_text(&seed, 200, text);
        for (char *at = text; *at; at++) *at = *at == '\n' || *at == '_' ? ' ' : *at;
        LineSpec spec = {.measure = SP(220), .align = ALIGN_JUSTIFY};
        size_t best = fake_lines(job, text, spec).len;
        spec.looseness = 1;
        size_t more = fake_lines(job, text, spec).len;
        spec.looseness = -1;
        size_t less = fake_lines(job, text, spec).len;
        assert_true(more <= best + 1 && more >= best && less + 1 >= best && less <= best);
        changed += more > best;
    }
    assert_true(changed > 3);
    fake_job_drop(job);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_same_as_trying_all), cmocka_unit_test(known_paragraph),
        cmocka_unit_test(hyphens_do_not_run),           cmocka_unit_test(work_grows_linearly),
        cmocka_unit_test(looseness_adds_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
