/* test_page_running.c - running heads and feet: fields, sides, places, shortening. */
#include "page_fake.h"

#include <string.h>

typedef struct Fixture {
    Job *job;
    FontSet *fonts;
    Shaper *shaper;
    Layout layout;
    Setter setter;
    Pages pages;
} Fixture;

static const RunningFields fields = {.title = STR_CONST("A Title of Some Length"),
                                     .short_title = STR_CONST("Short"),
                                     .date = STR_CONST("12 December 2018"),
                                     .place = STR_CONST("Marrakech")};

static Fixture *fixture_new(void) {
    Job *job = fake_job();
    Fixture *fixture = ARENA_NEW(job->arena, Fixture);
    fixture->job = job;
    fixture->fonts = font_set_new();
    fixture->shaper = shaper_new(job, fixture->fonts);
    fixture->layout = fake_layout(5);
    fixture->setter = (Setter){
        .job = job, .layout = &fixture->layout, .shaper = fixture->shaper, .lang = STR("en")};
    return fixture;
}

static void fixture_drop(Fixture *fixture) {
    shaper_drop(fixture->shaper);
    font_set_drop(fixture->fonts);
    fake_job_drop(fixture->job);
}

static void run(Fixture *fixture, const RunningFields *with, int pages) {
    Galley *galley = fake_galley(fixture->job, fake_repeat(fixture->job, "TF", pages));
    assert_true(page_break_article(&fixture->setter, galley, with, &fixture->pages));
    assert_int_equal(fixture->pages.pages.len, pages);
}

/* The running lines of a page: "head left..right baseline text", lengths in whole points. */
static const char *running_of(const Fixture *fixture, size_t page) {
    Buf out = buf_new(fixture->job->arena);
    const Page *at = &fixture->pages.pages.at[page];
    for (size_t i = 0; i < at->placed.len; i++) {
        const Placed *placed = &at->placed.at[i];
        if (!placed->is_pagination) continue;
        assert_true(placed->is_artifact && placed->kind == PLACED_LINE);
        const Line *line = placed->line;
        Sp left = placed->x + line->left;
        buf_print(&out, "%s %d..%d %d %.*s\n", placed->is_foot ? "foot" : "head",
                  (int)(left / SP_PT), (int)((left + line->width) / SP_PT),
                  (int)(placed->y / SP_PT), STR_ARG(line->text));
    }
    buf_add_char(&out, '\0');
    return buf_str(&out).at;
}

/* Column from 50 to 120, page 175 high, between 40 and 320. */
static void fields_stand_at_their_places(void **unused) {
    (void)unused;
    Fixture *fixture = fixture_new();
    fixture->layout.foot =
        (RunningLine){.inner = STR("{short}"), .outer = STR("{page} of {pages}")};
    run(fixture, &fields, 10);
    assert_int_equal(fixture->job->diags->list.len, 0);
    assert_string_equal(running_of(fixture, 0), "foot 40..59 144 Short\n"
                                                "foot 298..320 144 1 of 10\n");
    assert_string_equal(running_of(fixture, 9), "foot 40..59 144 Short\n"
                                                "foot 294..320 144 10 of 10\n");
    fixture_drop(fixture);
}

static void the_folio_is_in_the_language(void **unused) {
    (void)unused;
    static const struct {
        Str lang;
        const char *folio;
    } cases[] = {{STR_CONST("en"), " 2 of 10\n"},
                 {STR_CONST("fr-CA"), " 2 sur 10\n"},
                 {STR_CONST("es"), " 2 de 10\n"},
                 {STR_CONST("de"), " 2 of 10\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Fixture *fixture = fixture_new();
        fixture->setter.lang = cases[i].lang;
        fixture->layout.foot = (RunningLine){.inner = STR("{short}"), .outer = STR("{folio}")};
        run(fixture, &fields, 10);
        assert_non_null(strstr(running_of(fixture, 1), cases[i].folio));
        assert_int_equal(fixture->job->diags->list.len, 0);
        fixture_drop(fixture);
    }
}

static void sides_change_when_duplex(void **unused) {
    (void)unused;
    Fixture *fixture = fixture_new();
    fixture->layout.page.is_duplex = true;
    fixture->layout.foot =
        (RunningLine){.inner = STR("{short}"), .center = STR("{place}"), .outer = STR("{page}")};
    run(fixture, &fields, 2);
    const char *recto = running_of(fixture, 0), *verso = running_of(fixture, 1);
    assert_non_null(strstr(recto, "foot 40..59 144 Short\n"));
    assert_non_null(strstr(recto, "320 144 1\n"));
    assert_non_null(strstr(verso, "foot 30.."));
    assert_non_null(strstr(verso, "..310 144 Short\n"));
    assert_true(strstr(verso, "144 2\n") < strstr(verso, "Short"));
    assert_non_null(strstr(verso, "Marrakech"));
    fixture_drop(fixture);
}

static void the_first_page_has_no_head_but_its_marking(void **unused) {
    (void)unused;
    Fixture *fixture = fixture_new();
    fixture->layout.head = (RunningLine){.inner = STR("{title}"), .outer = STR("{marking}")};
    RunningFields marked = fields;
    run(fixture, &marked, 2);
    assert_string_equal(running_of(fixture, 0), "");
    assert_string_equal(running_of(fixture, 1), "head 40..119 32 A Title of Some Length\n");
    fixture->pages = (Pages){0};
    marked.marking = STR("SECRET");
    run(fixture, &marked, 2);
    assert_non_null(strstr(running_of(fixture, 0), "..320 32 SECRET\n"));
    assert_null(strstr(running_of(fixture, 0), "Title"));
    assert_non_null(strstr(running_of(fixture, 1), "SECRET"));
    fixture_drop(fixture);
}

static void the_short_title_falls_back_on_the_title(void **unused) {
    (void)unused;
    Fixture *fixture = fixture_new();
    fixture->layout.foot = (RunningLine){.center = STR(" {short} {kicker} ")};
    RunningFields without = fields;
    without.short_title = (Str){0};
    run(fixture, &without, 1);
    assert_non_null(strstr(running_of(fixture, 0), "144 A Title of Some Length\n"));
    fixture_drop(fixture);
}

static void too_long_is_shortened_behind_a_word(void **unused) {
    (void)unused;
    static const struct {
        const char *inner, *center, *outer, *left;
    } cases[] = {
        {"Something that goes on, and on, and on far beyond the end of any line of this width", "",
         "{page}", "Something that goes on, and on, and on far beyond the end of any line\u2026"},
        {"Something that goes on, and on, and on far beyond the end", "",
         "And so does this, for it "
         "wants more than its half of the line",
         "Something that goes on, and on\u2026"},
        {"Something that goes on, and on", "A middle that keeps the middle", "",
         "Something that\u2026"},
        {"Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle", "x", "",
         "Donaudampfschifffahrtsgesells\u2026"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Fixture *fixture = fixture_new();
        fixture->layout.foot = (RunningLine){.inner = str_from(cases[i].inner),
                                             .center = str_from(cases[i].center),
                                             .outer = str_from(cases[i].outer)};
        run(fixture, &fields, 3);
        const Diags *diags = fixture->job->diags;
        assert_int_equal(diags->list.len, 1);
        assert_int_equal(diags->list.at[0].code, W_HEAD_CUT);
        for (size_t page = 0; page < 3; page++) {
            const char *got = running_of(fixture, page);
            if (!strstr(got, cases[i].left) || !strstr(got, "\u2026\n"))
                fail_msg("%zu: %s", i, got);
        }
        fixture_drop(fixture);
    }
}

static void an_endless_title_is_cut_at_once(void **unused) {
    (void)unused;
    Fixture *fixture = fixture_new();
    fixture->layout.foot = (RunningLine){.inner = STR("{title}"), .outer = STR("{page}")};
    RunningFields endless = {.title = str_from(fake_repeat(fixture->job, "word ", 4000))};
    run(fixture, &endless, 2);
    assert_int_equal(fixture->job->diags->list.len, 1);
    assert_non_null(strstr(running_of(fixture, 1), " word word\u2026\n"));
    assert_true(arena_used(fixture->job->arena) < 40u << 20);
    fixture_drop(fixture);
}

static void texts_never_touch(void **unused) {
    (void)unused;
    static const char words[] =
        "a sentence of several words, long and short, to be cut anywhere at all";
    uint32_t seed = 9;
    for (int round = 0; round < 60; round++) {
        Fixture *fixture = fixture_new();
        Str texts[3];
        for (int i = 0; i < 3; i++) {
            size_t length = fake_random(&seed) % 3 ? fake_random(&seed) % sizeof words : 0;
            texts[i] = str_slice(str_from(words), 0, length);
        }
        fixture->layout.foot =
            (RunningLine){.inner = texts[0], .center = texts[1], .outer = texts[2]};
        run(fixture, &fields, 1);
        const Page *page = &fixture->pages.pages.at[0];
        Sp end = SP(40);
        for (size_t i = 0; i < page->placed.len; i++) {
            const Placed *placed = &page->placed.at[i];
            if (!placed->is_pagination) continue;
            assert_true(placed->x + placed->line->left >= end);
            end = placed->x + placed->line->left + placed->line->width;
        }
        assert_true(end <= SP(320));
        fixture_drop(fixture);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_stand_at_their_places),
        cmocka_unit_test(the_folio_is_in_the_language),
        cmocka_unit_test(sides_change_when_duplex),
        cmocka_unit_test(the_first_page_has_no_head_but_its_marking),
        cmocka_unit_test(the_short_title_falls_back_on_the_title),
        cmocka_unit_test(too_long_is_shortened_behind_a_word),
        cmocka_unit_test(an_endless_title_is_cut_at_once),
        cmocka_unit_test(texts_never_touch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
