/* test_page_even.c - columns of pages that are not filled: as high as each other, no rule broken for it. */
#include "page/even.h"
#include "page_fake.h"

#include <string.h>

typedef struct Case {
    const char *what, *galley;
    int lines, columns;
    const char *breaks; /* the end of each column and its page */
} Case;

static const Case cases[] = {
    {"one column stays", "T.T.T.T", 10, 1, "4/1"},
    {"the last page", "T.T.T.T.T.T.T.T", 10, 2, "4/1 8/1"},
    {"the first column has more", "T.T.T.T.T.T.T", 10, 2, "4/1 7/1"},
    {"three columns", "T.T.T.T.T.T.T", 10, 3, "3/1 6/1 7/1"},
    {"before a forced break", "T.T.T.TFT.T", 10, 2, "2/1 4/1 5/2 6/2"},
    {"full pages stay full", "T.T.T.T.T.T.T.T.T.T.T.T", 4, 2, "4/1 8/1 10/2 12/2"},
    {"neither widow nor orphan for it", "ToTwT.ToTwT", 10, 2, "3/1 6/1"},
    {"a paragraph stays whole", "ToTwT", 10, 2, "3/1"},
    {"a head stays with its text", "T.T.T H!ToTwT", 10, 2, "3/1 7/1"},
    {"of one box", "T", 10, 2, "1/1"},
    {"space vanishes on top of a column", "T.T.T T.T.T", 10, 2, "3/1 6/1"},
    {"notes stay below the column of their mark", "T.T^1.T.T^2.T.T", 10, 2, "3/1+1 6/1+3"},
    {"notes that leave no room for less", "T.T.T^4.T.T^4.T", 8, 2, "3/1+4 6/1+8"},
};

static Str breaks_of(Job *job, const Case *at) {
    Strip strip = strip_new(job->arena, fake_galley(job, at->galley), SP(14) * at->lines, SP(14));
    PageBreaks breaks = search_page_breaks(job->arena, &strip);
    strip_count_pages(&strip, at->columns, &breaks);
    even_columns(job->arena, &strip, at->columns, &breaks);
    Buf out = buf_new(job->arena);
    for (size_t i = 0; i < breaks.count; i++) {
        const Column *column = &breaks.columns[i];
        buf_print(&out, i ? " %zu/%zu" : "%zu/%zu", column->end, column->page);
        if (strip.feet.lines) buf_print(&out, "+%zu", column->notes);
    }
    buf_add_char(&out, '\0');
    return buf_str(&out);
}

static void columns_are_evened_out(void **unused) {
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Job *job = fake_job();
        Str got = breaks_of(job, &cases[i]);
        if (strcmp(got.at, cases[i].breaks) != 0)
            fail_msg("%s: %s, not %s", cases[i].what, got.at, cases[i].breaks);
        fake_job_drop(job);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_evened_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
