/* test_page_page.c - what page breaking reports: breaks against the rules, things too tall, too many pages. */
#include "page_fake.h"

#include <string.h>

typedef struct Case {
    const char *what, *galley; /* on pages of five lines */
    bool is_good;
    size_t widows, orphans, stranded;
    const char *reports; /* "CODE@place message", one a line */
} Case;

static const Case cases[] = {
    {"nothing to say", "T.T.T.T.T.T.T.T.T.T", true, 0, 0, 0, ""},
    {"a break of its own accord", "T.T.TFT.T", true, 0, 0, 0, ""},
    {"a widow", "TnTnTnTnTwTnTnTnTnT", true, 1, 0, 0,
     "W0602@6 page 1 ends one line before its last paragraph does\n"},
    {"an orphan", "TnTnTnTnToTnTnTnTnT", true, 0, 1, 0,
     "W0602@6 page 1 ends with the first line of a paragraph\n"},
    {"a stranded head", "H!H!H!H!H!H!H!H!H!H", true, 0, 0, 1,
     "W0602@6 page 1 ends with a head or lead whose text is on the next page\n"},
    {"kept together, but too long", "TnTnTnTnTnTnTnTnTnT", true, 0, 0, 0,
     "W0602@6 page 1 ends inside something that is kept together\n"},
    {"too tall", "T.X.T", false, 0, 0, 0, "E0603@2 this is 130.0pt taller than a page\n"},
    {"a note too tall", "T.7T", false, 0, 0, 0, "E0603@0 this is 28.0pt taller than a page\n"},
    {"too many pages", "TFTFTFTFT", false, 0, 0, 0, "E0805@0 5 pages; the limit is 4\n"},
};

static Str reports(Job *job) {
    Buf out = buf_new(job->arena);
    diag_sort(job->diags);
    for (size_t i = 0; i < job->diags->list.len; i++) {
        const Diag *diag = &job->diags->list.at[i];
        buf_print(&out, "%s@%u %.*s\n", diag_code(diag->code)->number, diag->span.start,
                  STR_ARG(diag->message));
        assert_true(diag->hint.len > 0);
    }
    buf_add_char(&out, '\0');
    return buf_str(&out);
}

static void tells_how_much_is_over_a_page(void **unused) {
    (void)unused;
    static const struct {
        const char *galley;
        int over; /* points, on a page of five lines */
    } overs[] = {{"", 0},        {"T.T.T.T.T", 0},     {"T.T.T.T.T.T", 14}, {"T.T.TFT.T T", 56},
                 {"T.T.T^1", 0}, {"T.T.T.T.T^1.T", 42}};
    for (size_t i = 0; i < sizeof overs / sizeof *overs; i++) {
        Job *job = fake_job();
        Layout layout = fake_layout(5);
        Setter setter = {.job = job, .layout = &layout};
        assert_int_equal(page_overflow(&setter, fake_galley(job, overs[i].galley)),
                         SP(overs[i].over));
        fake_job_drop(job);
    }
}

static void reports_what_could_not_be_avoided(void **unused) {
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Case *at = &cases[i];
        Job *job = fake_job();
        job->limits.pages = 4;
        Layout layout = fake_layout(5);
        Pages pages = {0};
        Setter setter = {.job = job, .layout = &layout};
        bool is_good = page_break_article(&setter, fake_galley(job, at->galley), NULL, &pages);
        Str got = reports(job);
        if (is_good != at->is_good || pages.widows != at->widows || pages.orphans != at->orphans ||
            pages.stranded != at->stranded || strcmp(got.at, at->reports) != 0)
            fail_msg("%s: %d, %zu %zu %zu\n%s", at->what, is_good, pages.widows, pages.orphans,
                     pages.stranded, got.at);
        fake_job_drop(job);
    }
}

static void scratch_is_given_back(void **unused) {
    (void)unused;
    Job *job = fake_job();
    Layout layout = fake_layout(5);
    ArenaMark before = arena_mark(job->scratch);
    Pages pages = {0};
    Setter setter = {.job = job, .layout = &layout};
    Galley *galley = fake_galley(job, fake_repeat(job, "(1ToMT.T.T).", 100));
    assert_true(page_break_article(&setter, galley, NULL, &pages));
    ArenaMark after = arena_mark(job->scratch);
    assert_true(before.chunk == after.chunk && before.used == after.used);
    assert_int_equal(job->diags->list.len, 0);
    fake_job_drop(job);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_what_could_not_be_avoided),
        cmocka_unit_test(tells_how_much_is_over_a_page),
        cmocka_unit_test(scratch_is_given_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
