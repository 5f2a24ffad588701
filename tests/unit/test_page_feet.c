/* test_page_feet.c - footnotes: how many lines a foot holds, where notes divide, and where all of it stands. */
#include "page_fake.h"

#include <string.h>

static Strip strip_of(Job *job, const char *text, int lines) {
    return strip_new(job->arena, fake_galley(job, text), SP(14) * lines, SP(14));
}

/* The stops of columns as "slabs+lines": so many boxes, so many lines of notes up to there. */
static Str stops(Job *job, const Strip *strip) {
    PageBreaks breaks = search_page_breaks(job->arena, strip);
    Buf out = buf_new(job->arena);
    for (size_t i = 0; i < breaks.count; i++)
        buf_print(&out, i ? " %zu+%zu" : "%zu+%zu", breaks.columns[i].end, breaks.columns[i].notes);
    buf_add_char(&out, '\0');
    return buf_str(&out);
}

typedef struct Case {
    const char *what;
    int lines; /* of a column */
    const char *galley, *stops;
} Case;

static const Case cases[] = {
    {"no notes", 5, "T.T.T.T.T.T.T.T.T.T", "5+0 10+0"},
    {"a note takes its room and a line more", 10, "T.T^2.T.T.T.T.T.T.T.T.T.T.T.T.T", "7+2 15+2"},
    {"two notes, one rule", 10, "T.T^2^1.T.T.T.T.T.T.T.T.T.T.T.T.T", "6+3 15+3"},
    {"a note goes to the page of its mark", 10, "T.T.T.T.T.T.T.T.T.T^3.T.T.T.T.T", "9+0 15+3"},
    {"a note on the last page", 10, "T.T^3", "2+3"},
    {"a long note is divided, two lines at least", 10, "T.T.T.T.T.T^9.T.T.T.T.T.T.T.T.T",
     "6+3 9+9 15+9"},
    {"never one line left", 10, "T.T.T.T.T^5.T.T.T.T.T.T.T.T", "6+3 13+5"},
    {"a rest comes before the next page's own", 8, "T.T.T.T^7.T.T^2.T.T", "4+3 5+7 8+9"},
    {"longer than two pages", 5, "T^9.T", "2+2 2+6 2+9"},
    {"a rest behind the end makes pages", 5, "T^9^9", "1+3 1+7 1+11 1+15 1+18"},
    {"a rest goes on behind a forced break", 6, "T^9FT.T.T", "1+4 2+7 4+9"},
};

static void stops_as_the_rules_say(void **unused) {
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Job *job = fake_job();
        Strip strip = strip_of(job, cases[i].galley, cases[i].lines);
        Str got = stops(job, &strip);
        if (strcmp(got.at, cases[i].stops) != 0)
            fail_msg("%s: %s, not %s", cases[i].what, got.at, cases[i].stops);
        fake_job_drop(job);
    }
}

/* ---- where things stand ---------------------------------------------------------------------- */

static Str dump(Job *job, const Pages *pages) {
    Buf out = buf_new(job->arena);
    for (size_t i = 0; i < pages->pages.len; i++) {
        const Page *page = &pages->pages.at[i];
        buf_print(&out, "page %u fill %d\n", page->number, (int)(page->fill / SP_PT));
        for (size_t k = 0; k < page->placed.len; k++) {
            const Placed *at = &page->placed.at[k];
            buf_print(&out, "  %d %d", (int)(at->x / SP_PT), (int)(at->y / SP_PT));
            if (at->kind == PLACED_LINE)
                buf_print(&out, " %.*s%s\n", STR_ARG(at->line->text),
                          at->is_artifact ? " artifact" : "");
            else
                buf_print(&out, " rule %d %s\n", (int)(at->width / SP_PT),
                          at->is_artifact ? "artifact" : "");
        }
    }
    buf_add_char(&out, '\0');
    return buf_str(&out);
}

static Pages pages_of(Job *job, const Layout *layout, const char *text) {
    Pages pages = {0};
    Setter setter = {.job = job, .layout = layout};
    assert_true(page_break_article(&setter, fake_galley(job, text), NULL, &pages));
    assert_int_equal(job->diags->list.len, 0);
    return pages;
}

typedef struct PlaceCase {
    const char *what;
    int lines, columns;
    const char *galley, *pages;
} PlaceCase;

/* Of six lines at 60, 74, 88, 102, 116, 130; two columns are 90 wide and begin at 40 and 150. */
static const PlaceCase places[] = {
    {"at the page's foot, behind the text", 6, 1, "1T.T^2^1",
     "page 1 fill 84\n"
     "  260 60 n1a\n"
     "  40 60 b1\n"
     "  40 74 b2\n"
     "  40 102 f1a\n"
     "  40 116 f1b\n"
     "  40 130 f2a\n"
     "  40 85 rule 66 artifact\n"},
    {"a divided note", 6, 1, "(T^5).TwT",
     "page 1 fill 84\n"
     "  40 60 b1\n"
     "  40 102 f1a\n"
     "  40 116 f1b\n"
     "  40 130 f1c\n"
     "  34 50 rule 2 artifact\n"
     "  40 85 rule 66 artifact\n"
     "page 2 fill 84\n"
     "  40 60 b2\n"
     "  40 74 b3\n"
     "  40 116 f1d\n"
     "  40 130 f1e\n"
     "  40 99 rule 66 artifact\n"},
    {"below the column of its mark", 6, 2, "T.T.T.T.T.T^1.T.T",
     "page 1 fill 84\n"
     "  40 60 b1\n"
     "  40 74 b2\n"
     "  40 88 b3\n"
     "  40 102 b4\n"
     "  150 60 b5\n"
     "  150 74 b6\n"
     "  150 88 b7\n"
     "  150 102 b8\n"
     "  150 130 f1a\n"
     "  150 113 rule 30 artifact\n"},
    {"a page of nothing else", 6, 1, "T^9",
     "page 1 fill 84\n"
     "  40 60 b1\n"
     "  40 88 f1a\n"
     "  40 102 f1b\n"
     "  40 116 f1c\n"
     "  40 130 f1d\n"
     "  40 71 rule 66 artifact\n"
     "page 2 fill 84\n"
     "  40 74 f1e\n"
     "  40 88 f1f\n"
     "  40 102 f1g\n"
     "  40 116 f1h\n"
     "  40 130 f1i\n"
     "  40 57 rule 66 artifact\n"},
};

static void notes_stand_at_the_foot(void **unused) {
    (void)unused;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        Job *job = fake_job();
        Layout layout = fake_layout(places[i].lines);
        layout.page.columns = places[i].columns;
        Pages pages = pages_of(job, &layout, places[i].galley);
        Str got = dump(job, &pages);
        if (strcmp(got.at, places[i].pages) != 0) fail_msg("%s:\n%s", places[i].what, got.at);
        fake_job_drop(job);
    }
}

/* ---- against trying all ---------------------------------------------------------------------- */

typedef struct Trial {
    const Strip *strip;
    int64_t best;
} Trial;

/* What the search may offer from one place: every end in reach, with as many lines of notes as fit. */
static bool offers(const Strip *strip, size_t from, size_t to, Sp *used) {
    *used = STRIP_TOP;
    for (size_t i = from; i < to; i++) {
        if (i > from && strip_is_forced(strip, i)) return false;
        *used = strip_bottom(strip, i, *used);
        if (i > from && *used > strip->height) return false;
    }
    return true;
}

static void try_all(Trial *trial, size_t from, size_t notes, int64_t cost) {
    const Strip *strip = trial->strip;
    const Feet *feet = &strip->feet;
    if (from == strip->count && cost < trial->best) trial->best = cost;
    Sp used;
    for (size_t to = from + 1; to <= strip->count && offers(strip, from, to, &used); to++) {
        size_t wanted = feet_above(feet, to), end = notes;
        while (end < wanted && feet_height(feet, notes, end + 1) <= strip->height - used) end++;
        end = feet_stop(feet, notes, end, wanted);
        int64_t extra = wanted > notes ? feet_cost(feet, notes, end, wanted) : 0;
        if (to == strip->count) extra += strip_rest_cost(strip, end);
        Extent column = {
            .from = from, .to = to, .text = used, .notes = feet_height(feet, notes, end)};
        try_all(trial, to, end, cost + extra + strip_cost(strip, &column));
    }
}

static const char *random_galley(Job *job, uint32_t *seed) {
    static const char boxes[] = "TTTTTTQ", gaps[] = "...ow -";
    Buf out = buf_new(job->arena);
    uint32_t count = 1 + fake_random(seed) % 13;
    for (uint32_t i = 0; i < count; i++) {
        buf_add_char(&out, boxes[fake_random(seed) % (sizeof boxes - 1)]);
        if (fake_random(seed) % 4 == 0) buf_print(&out, "^%u", 1 + fake_random(seed) % 6);
        buf_add_char(&out, gaps[fake_random(seed) % (sizeof gaps - 1)]);
    }
    buf_add_char(&out, '\0');
    return buf_str(&out).at;
}

/* Nearly: the ways a start keeps are few. */
static void costs_as_little_as_trying_all(void **unused) {
    (void)unused;
    uint32_t seed = 7, divided = 0, dearer = 0;
    for (int round = 0; round < 400; round++) {
        Job *job = fake_job();
        const char *text = random_galley(job, &seed);
        Strip strip = strip_of(job, text, 5 + (int)(fake_random(&seed) % 6));
        Trial trial = {.strip = &strip, .best = INT64_MAX};
        try_all(&trial, 0, 0, 0);
        PageBreaks breaks = search_page_breaks(job->arena, &strip);
        if (breaks.cost < trial.best) fail_msg("%s: cheaper than all", text);
        dearer += breaks.cost > trial.best;
        for (size_t i = 0; i < breaks.count; i++)
            divided += breaks.columns[i].notes < feet_above(&strip.feet, breaks.columns[i].end);
        fake_job_drop(job);
    }
    assert_true(divided > 100);
    if (dearer > 8) fail_msg("%u of 400 dearer than need be", dearer);
}

/* ---- many -------------------------------------------------------------------------------------- */

static size_t count_lines(const Pages *pages) {
    size_t count = 0;
    for (size_t i = 0; i < pages->pages.len; i++) {
        const Page *page = &pages->pages.at[i];
        for (size_t k = 0; k < page->placed.len; k++)
            count += page->placed.at[k].kind == PLACED_LINE;
    }
    return count;
}

static void three_hundred_notes(void **unused) {
    (void)unused;
    Job *job = fake_job();
    Layout layout = fake_layout(40);
    Pages pages = pages_of(job, &layout, fake_repeat(job, "ToT.T^3.T^1TwT.", 150));
    assert_int_equal(count_lines(&pages), 150 * (6 + 4));
    fake_job_drop(job);
}

static size_t steps_of(int times) {
    Job *job = fake_job();
    Strip strip = strip_of(job, fake_repeat(job, "ToT^4.T.T^7wT.", times), 50);
    size_t steps = search_page_breaks(job->arena, &strip).steps;
    fake_job_drop(job);
    return steps;
}

static void grows_linearly(void **unused) {
    (void)unused;
    size_t one = steps_of(500), two = steps_of(1000);
    if (two * 10 > one * 22) fail_msg("%zu, then %zu", one, two);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stops_as_the_rules_say),
        cmocka_unit_test(notes_stand_at_the_foot),
        cmocka_unit_test(costs_as_little_as_trying_all),
        cmocka_unit_test(three_hundred_notes),
        cmocka_unit_test(grows_linearly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
