/* test_page_place.c - boxes, bars, marks and margin notes at their places on pages. */
#include "page_fake.h"

#include <string.h>

typedef struct Case {
    const char *what;
    int lines; /* of a column */
    const char *galley, *pages;
} Case;

/* The column's top is at 50; a line's baseline 10 below its top; text at 40, the margin column at 260. */
static const Case cases[] = {
    {"lines and a page's fill", 10, "T.T T",
     "page 1 fill 56.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  line 40.00 74.00 \"b2\"\n"
     "  line 40.00 102.00 \"b3\"\n"},
    {"text back on the grid behind display type", 10, "Q_T",
     "page 1 fill 42.00\n"
     "  line 40.00 67.00 \"b1\"\n"
     "  line 40.00 88.00 \"b2\"\n"},
    {"a bar, and a bar inside it", 10, "T.(T.(T.T).T).T",
     "page 1 fill 84.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  line 40.00 74.00 \"b2\"\n"
     "  line 40.00 88.00 \"b3\"\n"
     "  line 40.00 102.00 \"b4\"\n"
     "  line 40.00 116.00 \"b5\"\n"
     "  line 40.00 130.00 \"b6\"\n"
     "  rule 34.00 78.00 2.00 28.00 #010203\n"
     "  rule 34.00 64.00 2.00 56.00 #010203\n"},
    {"a bar over a break", 3, "T.(TFT.T).T",
     "page 1 fill 28.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  line 40.00 74.00 \"b2\"\n"
     "  rule 34.00 64.00 2.00 14.00 #010203\n"
     "page 2 fill 42.00\n"
     "  line 40.00 60.00 \"b3\"\n"
     "  line 40.00 74.00 \"b4\"\n"
     "  line 40.00 88.00 \"b5\"\n"
     "  rule 34.00 50.00 2.00 28.00 #010203\n"},
    {"bars that end and begin at a break", 3, "(T)F()(T)",
     "page 1 fill 14.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  rule 34.00 50.00 2.00 14.00 #010203\n"
     "page 2 fill 14.00\n"
     "  line 40.00 60.00 \"b2\"\n"
     "  rule 34.00 50.00 2.00 14.00 #010203\n"},
    {"a bar round an empty one at a break", 3, "(TF()T)",
     "page 1 fill 14.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  rule 34.00 50.00 2.00 14.00 #010203\n"
     "page 2 fill 14.00\n"
     "  line 40.00 60.00 \"b2\"\n"
     "  rule 34.00 50.00 2.00 14.00 #010203\n"},
    {"a close behind the break is for the page before", 3, "(TF M)T",
     "page 1 fill 14.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  rule 34.00 50.00 2.00 14.00 #010203\n"
     "page 2 fill 14.00\n"
     "  line 40.00 60.00 \"b2\"\n"
     "  mark 40.00 50.00 #1\n"},
    {"a bracket repeats its parts on further pages", 3, "TnT[nT.T.T.T]T",
     "page 1 fill 42.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  line 40.00 74.00 \"b2\"\n"
     "  line 40.00 88.00 \"b3\"\n"
     "page 2 fill 42.00\n"
     "  again 40.00 60.00 \"again\"\n"
     "  line 40.00 74.00 \"b4\"\n"
     "  line 40.00 88.00 \"b5\"\n"
     "page 3 fill 42.00\n"
     "  again 40.00 60.00 \"again\"\n"
     "  line 40.00 74.00 \"b6\"\n"
     "  line 40.00 88.00 \"b7\"\n"},
    {"no repeat where a bracket begins or has ended", 3, "TF[T]F[T.]FT",
     "page 1 fill 14.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "page 2 fill 14.00\n"
     "  line 40.00 60.00 \"b2\"\n"
     "page 3 fill 14.00\n"
     "  line 40.00 60.00 \"b3\"\n"
     "page 4 fill 14.00\n"
     "  line 40.00 60.00 \"b4\"\n"},
    {"a bar runs along what is repeated", 3, "(T[F T.TF T])",
     "page 1 fill 14.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  rule 34.00 50.00 2.00 14.00 #010203\n"
     "page 2 fill 28.00\n"
     "  line 40.00 60.00 \"b2\"\n"
     "  line 40.00 74.00 \"b3\"\n"
     "  rule 34.00 50.00 2.00 28.00 #010203\n"
     "page 3 fill 28.00\n"
     "  again 40.00 60.00 \"again\"\n"
     "  line 40.00 74.00 \"b4\"\n"
     "  rule 34.00 50.00 2.00 28.00 #010203\n"},
    {"no repeat where it leaves no room", 3, "TF[TFB]",
     "page 1 fill 14.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "page 2 fill 14.00\n"
     "  line 40.00 60.00 \"b2\"\n"
     "page 3 fill 42.00\n"
     "  line 40.00 88.00 \"b3\"\n"},
    {"marks go with the box below, even over a break", 10, "MT.M TMF TM",
     "page 1 fill 42.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  line 40.00 88.00 \"b2\"\n"
     "  mark 40.00 50.00 #1\n"
     "  mark 40.00 78.00 #2\n"
     "page 2 fill 14.00\n"
     "  line 40.00 60.00 \"b3\"\n"
     "  mark 40.00 50.00 #3\n"
     "  mark 40.00 64.00 #4\n"},
    {"a note level with its line, read before it", 10, "T.1Q_T",
     "page 1 fill 56.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  line 260.00 81.00 \"n1a\"\n"
     "  line 40.00 81.00 \"b2\"\n"
     "  line 40.00 102.00 \"b3\"\n"},
    {"notes that would collide", 10, "2T.1T",
     "page 1 fill 28.00\n"
     "  line 260.00 60.00 \"n1a\"\n"
     "  line 260.00 74.00 \"n1b\"\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  line 260.00 88.00 \"n2a\"\n"
     "  line 40.00 74.00 \"b2\"\n"},
    {"a note up from the foot", 3, "T.T.2T",
     "page 1 fill 42.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  line 40.00 74.00 \"b2\"\n"
     "  line 260.00 74.00 \"n1a\"\n"
     "  line 260.00 88.00 \"n1b\"\n"
     "  line 40.00 88.00 \"b3\"\n"},
    {"a note moved on comes before the notes there", 3, "2T.2TF1T",
     "page 1 fill 28.00\n"
     "  line 260.00 60.00 \"n1a\"\n"
     "  line 260.00 74.00 \"n1b\"\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  line 40.00 74.00 \"b2\"\n"
     "page 2 fill 14.00\n"
     "  line 260.00 60.00 \"n2a\"\n"
     "  line 260.00 74.00 \"n2b\"\n"
     "  line 260.00 88.00 \"n3a\"\n"
     "  line 40.00 60.00 \"b3\"\n"},
    {"notes without room get pages of their own", 3, "T3.3T.3",
     "page 1 fill 28.00\n"
     "  line 40.00 60.00 \"b1\"\n"
     "  line 260.00 60.00 \"n1a\"\n"
     "  line 260.00 74.00 \"n1b\"\n"
     "  line 260.00 88.00 \"n1c\"\n"
     "  line 40.00 74.00 \"b2\"\n"
     "page 2 fill 0.00\n"
     "  line 260.00 60.00 \"n2a\"\n"
     "  line 260.00 74.00 \"n2b\"\n"
     "  line 260.00 88.00 \"n2c\"\n"
     "page 3 fill 0.00\n"
     "  line 260.00 60.00 \"n3a\"\n"
     "  line 260.00 74.00 \"n3b\"\n"
     "  line 260.00 88.00 \"n3c\"\n"},
    {"nothing is a page, too", 3, "M", "page 1 fill 0.00\n  mark 40.00 50.00 #1\n"},
};

static Str dump(Job *job, const Pages *pages) {
    Buf out = buf_new(job->arena), lean = buf_new(job->arena);
    pages_dump(pages, &out);
    Str all = buf_str(&out);
    /* Without label and size, which are the same everywhere. */
    for (size_t at = 0; at < all.len;) {
        size_t end = str_find(all, STR("\n"), at);
        Str line = str_slice(all, at, end + 1);
        size_t label = str_find(line, STR(" \""), 0), fill = str_find(line, STR(" fill"), 0);
        if (str_starts(line, STR("page"))) {
            buf_add(&lean, str_slice(line, 0, label));
            line = str_slice(line, fill, line.len);
        }
        buf_add(&lean, line);
        at = end + 1;
    }
    buf_add_char(&lean, '\0');
    return buf_str(&lean);
}

static Pages break_galley(Job *job, const Layout *layout, const char *text) {
    Pages pages = {0};
    Setter setter = {.job = job, .layout = layout};
    assert_true(page_break_article(&setter, fake_galley(job, text), NULL, &pages));
    assert_int_equal(job->diags->list.len, 0);
    return pages;
}

static void things_stand_where_they_should(void **unused) {
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Job *job = fake_job();
        Layout layout = fake_layout(cases[i].lines);
        Pages pages = break_galley(job, &layout, cases[i].galley);
        Str got = dump(job, &pages);
        if (strcmp(got.at, cases[i].pages) != 0) fail_msg("%s:\n%s", cases[i].what, got.at);
        fake_job_drop(job);
    }
}

static void duplex_mirrors(void **unused) {
    (void)unused;
    Job *job = fake_job();
    Layout layout = fake_layout(3);
    layout.page.is_duplex = true;
    Pages pages = break_galley(job, &layout, "1(T)F1MTF1T");
    assert_string_equal(dump(job, &pages).at, "page 1 fill 14.00\n"
                                              "  line 260.00 60.00 \"n1a\"\n"
                                              "  line 40.00 60.00 \"b1\"\n"
                                              "  rule 34.00 50.00 2.00 14.00 #010203\n"
                                              "page 2 fill 14.00\n"
                                              "  line 30.00 60.00 \"n2a\"\n"
                                              "  line 110.00 60.00 \"b2\"\n"
                                              "  mark 110.00 50.00 #1\n"
                                              "page 3 fill 14.00\n"
                                              "  line 260.00 60.00 \"n3a\"\n"
                                              "  line 40.00 60.00 \"b3\"\n");
    fake_job_drop(job);
}

static void columns_stand_side_by_side(void **unused) {
    (void)unused;
    Job *job = fake_job();
    Layout layout = fake_layout(2);
    layout.page.columns = 2; /* 90pt each */
    Pages pages = break_galley(job, &layout, "(T.T.T).TFT.T");
    assert_string_equal(dump(job, &pages).at, "page 1 fill 28.00\n"
                                              "  line 40.00 60.00 \"b1\"\n"
                                              "  line 40.00 74.00 \"b2\"\n"
                                              "  line 150.00 60.00 \"b3\"\n"
                                              "  line 150.00 74.00 \"b4\"\n"
                                              "  rule 34.00 50.00 2.00 28.00 #010203\n"
                                              "  rule 144.00 50.00 2.00 14.00 #010203\n"
                                              "page 2 fill 14.00\n"
                                              "  line 40.00 60.00 \"b5\"\n"
                                              "  line 150.00 60.00 \"b6\"\n");
    fake_job_drop(job);
}

static void a_bar_begins_where_letters_do(void **unused) {
    (void)unused;
    Job *job = fake_job();
    Layout layout = fake_layout(10);
    Galley *galley = fake_galley(job, "(Q.Q)");
    Face face = {.upem = 1000, .ascent = 900};
    TextPart part = {.look = {.face = &face, .size = SP(10)}};
    LineRun run = {.part = &part, .face = &face};
    Line line = *galley->items.at[1].parts->line;
    line.runs = &run;
    line.run_count = 1;
    ((Part *)(uintptr_t)galley->items.at[1].parts)->line = &line;
    Pages pages = {0};
    Setter setter = {.job = job, .layout = &layout};
    assert_true(page_break_article(&setter, galley, NULL, &pages));
    const Placed *bar = &list_last(&pages.pages.at[0].placed);
    assert_int_equal(bar->kind, PLACED_RULE);
    assert_int_equal(bar->y, SP(50 + 17 - 9));
    assert_int_equal(bar->y + bar->height, SP(50 + 42));
    fake_job_drop(job);
}

/* Every box, note and mark comes out once, whatever the breaks. */
static void nothing_is_lost(void **unused) {
    (void)unused;
    static const char any[] = "TTTTTTHQB....ow -__F(M)125^^";
    uint32_t seed = 5;
    for (int round = 0; round < 300; round++) {
        Job *job = fake_job();
        Layout layout = fake_layout(3 + (int)(fake_random(&seed) % 8));
        layout.page.columns = 1 + (int)(fake_random(&seed) % 2);
        char text[80];
        size_t length = fake_random(&seed) % sizeof text, parts = 0, marks = 0;
        for (size_t i = 0; i < length; i++) text[i] = any[fake_random(&seed) % (sizeof any - 1)];
        text[length] = '\0';
        for (char *at = text; *at; at++) /* no margin note taller than a page */
            *at = *at == '5' && (at == text || at[-1] != '^') ? '3' : *at;
        Galley *galley = fake_galley(job, text);
        for (size_t i = 0; i < galley->items.len; i++) {
            parts += galley->items.at[i].part_count;
            marks += galley->items.at[i].kind == GALLEY_MARK;
        }
        Pages pages = {0};
        Setter setter = {.job = job, .layout = &layout};
        assert_true(page_break_article(&setter, galley, NULL, &pages));
        for (size_t i = 0; i < pages.pages.len; i++) {
            const Page *page = &pages.pages.at[i];
            marks -= page->marks.len;
            for (size_t k = 0; k < page->placed.len; k++)
                parts -= page->placed.at[k].kind == PLACED_LINE;
        }
        if (parts || marks) fail_msg("%s: %zu parts, %zu marks", text, parts, marks);
        fake_job_drop(job);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(things_stand_where_they_should),
        cmocka_unit_test(duplex_mirrors),
        cmocka_unit_test(columns_stand_side_by_side),
        cmocka_unit_test(a_bar_begins_where_letters_do),
        cmocka_unit_test(nothing_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
