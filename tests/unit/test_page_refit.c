/* test_page_refit.c - paragraphs a line shorter or longer for the page's sake: chosen well, put in place whole. */
#include "page/refit.h"
#include "page_fake.h"

#include <string.h>

/* ---- the choice ------------------------------------------------------------------------------- */

/* Paragraphs of three to six lines and what each change of them costs. */
static Strip random_strip(Job *job, uint32_t *seed) {
    Buf out = buf_new(job->arena);
    LIST(Refit) refits = {0};
    size_t slab = 0, count = 1 + fake_random(seed) % 4;
    for (size_t i = 0; i < count; i++) {
        size_t lines = 3 + fake_random(seed) % 4;
        buf_add(&out, STR("ToT"));
        for (size_t k = 2; k + 1 < lines; k++) buf_add(&out, STR(".T"));
        buf_add(&out, STR("wT"));
        buf_add_char(&out, " .-"[fake_random(seed) % 3]);
        Refit refit = {.from = slab, .to = slab += lines, .line = SP(14)};
        for (Change change = CHANGE_FEWER; change < CHANGE_COUNT; change++) {
            bool is_good = fake_random(seed) % 3 == 0;
            refit.costs[change] = is_good ? 10 + fake_random(seed) % 50 : NO_CHANGE;
        }
        *list_add(job->arena, &refits) = refit;
    }
    buf_add_char(&out, '\0');
    Strip strip = strip_new(job->arena, fake_galley(job, buf_str(&out).at),
                            SP(14) * (4 + fake_random(seed) % 5), SP(14));
    size_t *refit_of = ARENA_ARRAY(job->arena, size_t, strip.count);
    for (size_t i = 0; i < refits.len; i++) refit_of[refits.at[i].to - 1] = i + 1;
    strip.refits = refits.at;
    strip.refit_of = refit_of;
    strip.refit_line = SP(14);
    return strip;
}

typedef struct Trial {
    const Strip *strip;
    int64_t best;
} Trial;

/* What the cheapest change of a paragraph in [from, to) costs. */
static int64_t change_cost(const Strip *strip, size_t from, size_t to, Change change) {
    int64_t best = NO_CHANGE;
    for (size_t i = from; i < to; i++) {
        if (!strip->refit_of[i]) continue;
        const Refit *refit = &strip->refits[strip->refit_of[i] - 1];
        if (refit->from >= from && refit->costs[change] < best) best = refit->costs[change];
    }
    return best;
}

/* The least that a column of [from, to) costs; NO_CHANGE: it is none. */
static int64_t column_cost(const Strip *strip, size_t from, size_t to) {
    Sp used = STRIP_TOP;
    for (size_t i = from; i < to; i++) used = strip_bottom(strip, i, used);
    int64_t best = NO_CHANGE;
    for (int more = -1; more <= 1; more++) {
        Change change = more < 0 ? CHANGE_FEWER : more ? CHANGE_MORE : CHANGE_NONE;
        int64_t extra = change ? change_cost(strip, from, to, change) : 0;
        Sp height = used + SP(14) * more;
        if (extra == NO_CHANGE || height > strip->height) continue;
        int64_t cost =
            extra +
            strip_cost(strip, &(Extent){.from = from, .to = to, .text = height, .more = more});
        if (cost < best) best = cost;
    }
    return best;
}

static void try_all(Trial *trial, size_t from, int64_t cost) {
    const Strip *strip = trial->strip;
    if (from == strip->count && cost < trial->best) trial->best = cost;
    for (size_t to = from + 1; to <= strip->count; to++) {
        int64_t column = column_cost(strip, from, to);
        if (column != NO_CHANGE) try_all(trial, to, cost + column);
    }
}

static void costs_as_little_as_trying_all(void **unused) {
    (void)unused;
    uint32_t seed = 11, changes = 0;
    for (int round = 0; round < 400; round++) {
        Job *job = fake_job();
        Strip strip = random_strip(job, &seed);
        Trial trial = {.strip = &strip, .best = INT64_MAX};
        try_all(&trial, 0, 0);
        PageBreaks breaks = search_page_breaks(job->arena, &strip);
        if (breaks.cost != trial.best)
            fail_msg("round %d: cost %lld, not %lld", round, (long long)breaks.cost,
                     (long long)trial.best);
        for (size_t i = 0; i < breaks.count; i++)
            changes += breaks.columns[i].choice.change != CHANGE_NONE;
        fake_job_drop(job);
    }
    assert_true(changes > 100);
}

static size_t steps_of(int times) {
    Job *job = fake_job();
    Galley *galley = fake_galley(job, fake_repeat(job, "ToT.T.TwT.", times));
    Strip strip = strip_new(job->arena, galley, SP(14) * 50, SP(14));
    Refit *refits = ARENA_ARRAY(job->arena, Refit, times);
    size_t *refit_of = ARENA_ARRAY(job->arena, size_t, strip.count);
    for (size_t i = 0; i < (size_t)times; i++) {
        refits[i] = (Refit){
            .from = i * 5, .to = i * 5 + 5, .line = SP(14), .costs = {0, 20 + (int)(i % 7), 15}};
        refit_of[i * 5 + 4] = i + 1;
    }
    strip.refits = refits;
    strip.refit_of = refit_of;
    strip.refit_line = SP(14);
    size_t steps = search_page_breaks(job->arena, &strip).steps;
    fake_job_drop(job);
    return steps;
}

static void grows_linearly(void **unused) {
    (void)unused;
    size_t one = steps_of(500), two = steps_of(1000);
    if (two * 10 > one * 22) fail_msg("%zu, then %zu", one, two);
}

/* ---- the galley changed ---------------------------------------------------------------------- */

static Str boxes_of(Job *job, const Galley *galley) {
    Buf out = buf_new(job->arena);
    for (size_t i = 0; i < galley->items.len; i++) {
        const GalleyItem *item = &galley->items.at[i];
        if (item->part_count)
            buf_print(&out, "%.*s ", STR_ARG(item->parts->line->text));
        else
            buf_add(&out, item->kind == GALLEY_MARK ? STR("M ") : STR("- "));
    }
    buf_add_char(&out, '\0');
    return buf_str(&out);
}

static void a_paragraph_is_replaced_with_its_marks_and_its_notes_kept(void **unused) {
    (void)unused;
    Job *job = fake_job();
    Galley *galley = fake_galley(job, "T MToMT^1wT^1 T");
    Galley *shorter = fake_galley(job, "MMTwT");
    Recast recast = {.lead = 1};
    galley->items.at[3].recast = &recast;
    Strip strip = strip_new(job->arena, galley, SP(140), SP(14));
    Refit refit = {.from = 1, .to = 4};
    refit.variants[CHANGE_FEWER] =
        (Variant){.items = shorter->items.at, .count = shorter->items.len};
    Column columns[] = {{.end = 4, .choice = {CHANGE_FEWER, &refit}}, {.end = 5}};
    PageBreaks breaks = {.columns = columns, .count = 2};
    assert_string_equal(boxes_of(job, galley).at, "b1 - M b2 - M b3 f1a - b4 f2a - b5 ");
    const Galley *changed = refit_galley(job, galley, &strip, &breaks);
    assert_string_equal(boxes_of(job, changed).at, "b1 - M M b1 - b2 f1a f2a - b5 ");
    assert_int_equal(columns[0].end, 3);
    assert_int_equal(columns[1].end, 4);
    assert_null(refit_galley(job, galley, &strip, &breaks));
    fake_job_drop(job);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(costs_as_little_as_trying_all),
        cmocka_unit_test(grows_linearly),
        cmocka_unit_test(a_paragraph_is_replaced_with_its_marks_and_its_notes_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
