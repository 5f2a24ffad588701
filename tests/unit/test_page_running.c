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

/* A black and white PNG, 300 by 100 pixels. */
#define SIGN_BYTES 95
static const char sign[SIGN_BYTES + 1] =
    "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x01\x2c\x00\x00"
    "\x00\x64\x01\x00\x00\x00\x00\x14\x7a\x30\x6d\x00\x00\x00\x26\x49\x44\x41\x54\x78\xda\xed"
    "\xca\x31\x01\x00\x00\x0c\x02\x20\xfb\x47\x31\xa5\x15\xf6\x0f\x6e\xd2\x93\x68\x9a\xa6\x69"
    "\x9a\xa6\x69\x9a\xa6\x69\xda\xd7\x36\xf4\xd3\xdb\xf8\x75\x6d\x2a\x2a\x00\x00\x00\x00\x49"
    "\x45\x4e\x44\xae\x42\x60\x82";

static Fixture *fixture_with_logo(LogoPlace place, Sp height, bool is_on_all) {
    Fixture *fixture = fixture_new();
    Logo *logo = ARENA_NEW(fixture->job->arena, Logo);
    *logo = (Logo){.file = STR("sign.png"),
                   .bytes = {.at = sign, .len = SIGN_BYTES},
                   .height = height,
                   .place = place,
                   .is_on_all = is_on_all};
    fixture->layout.logo = logo;
    fixture->layout.head = (RunningLine){.inner = STR("{marking}"), .outer = STR("{marking}")};
    return fixture;
}

static const RunningFields marked = {.title = STR_CONST("Title"), .marking = STR_CONST("SECRET")};

/* Pictures of the head as "left..right top..bottom", and how many texts it has. */
static const char *logo_of(const Fixture *fixture, size_t page, int *texts) {
    Buf out = buf_new(fixture->job->arena);
    const Page *at = &fixture->pages.pages.at[page];
    *texts = 0;
    for (size_t i = 0; i < at->placed.len; i++) {
        const Placed *placed = &at->placed.at[i];
        *texts += placed->is_pagination && placed->kind == PLACED_LINE;
        if (placed->kind != PLACED_IMAGE) continue;
        assert_true(placed->is_artifact && placed->is_pagination && !placed->is_foot);
        assert_null(placed->owner);
        buf_print(&out, "%d..%d %d..%d", (int)(placed->x / SP_PT),
                  (int)((placed->x + placed->width) / SP_PT), (int)(placed->y / SP_PT),
                  (int)((placed->y + placed->height) / SP_PT));
    }
    buf_add_char(&out, '\0');
    return buf_str(&out).at;
}

/* The page is 360 wide; its text lies between 40 and 320, notes from 260 on; the head's baseline is at 32. */
static void a_logo_has_four_places(void **unused) {
    (void)unused;
    static const struct {
        LogoPlace place;
        const char *recto, *verso;
    } cases[] = {{LOGO_INNER, "40..70 22..32", "280..310 22..32"},
                 {LOGO_CENTER, "165..195 22..32", "155..185 22..32"},
                 {LOGO_OUTER, "290..320 22..32", "30..60 22..32"},
                 {LOGO_MARGIN, "260..290 22..32", "30..60 22..32"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Fixture *fixture = fixture_with_logo(cases[i].place, SP(10), true);
        fixture->layout.page.is_duplex = true;
        run(fixture, &marked, 2);
        int texts;
        assert_string_equal(logo_of(fixture, 0, &texts), cases[i].recto);
        assert_int_equal(texts, 2);
        assert_string_equal(logo_of(fixture, 1, &texts), cases[i].verso);
        assert_int_equal(texts, 2);
        assert_int_equal(fixture->job->diags->list.len, 0);
        fixture_drop(fixture);
    }
}

/* Whatever its place, texts of the head keep away from it. */
static void texts_stand_beside_a_logo(void **unused) {
    (void)unused;
    for (LogoPlace place = LOGO_INNER; place <= LOGO_MARGIN; place++) {
        Fixture *fixture = fixture_with_logo(place, SP(10), true);
        fixture->layout.page.is_duplex = true;
        run(fixture, &marked, 2);
        for (size_t at = 0; at < 2; at++) {
            const Page *page = &fixture->pages.pages.at[at];
            const Placed *logo = NULL;
            for (size_t i = 0; i < page->placed.len; i++)
                if (page->placed.at[i].kind == PLACED_IMAGE) logo = &page->placed.at[i];
            for (size_t i = 0; i < page->placed.len; i++) {
                const Placed *placed = &page->placed.at[i];
                if (!placed->is_pagination || placed->kind != PLACED_LINE) continue;
                Sp left = placed->x + placed->line->left, right = left + placed->line->width;
                assert_true(right <= logo->x - SP(4) || left >= logo->x + logo->width + SP(4));
            }
        }
        fixture_drop(fixture);
    }
}

static void a_logo_stands_on_the_first_page_or_on_all(void **unused) {
    (void)unused;
    for (int is_on_all = 0; is_on_all < 2; is_on_all++) {
        Fixture *fixture = fixture_with_logo(LOGO_INNER, SP(10), is_on_all);
        run(fixture, &marked, 3);
        int texts;
        assert_true(*logo_of(fixture, 0, &texts));
        assert_int_equal(*logo_of(fixture, 2, &texts) != '\0', is_on_all);
        fixture_drop(fixture);
    }
}

/* Half of the margin's 50 points stay white; 7 are left above the baseline; the rest is made up of lines of 14. */
static void a_tall_logo_sinks_with_the_text(void **unused) {
    (void)unused;
    static const struct {
        Sp height;
        const char *stands;
    } cases[] = {{SP(7), "40..61 25..32"}, {SP(8), "40..64 38..46"}, {SP(36), "40..148 38..74"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Fixture *fixture = fixture_with_logo(LOGO_INNER, cases[i].height, false);
        run(fixture, &marked, 1);
        int texts;
        assert_string_equal(logo_of(fixture, 0, &texts), cases[i].stands);
        fixture_drop(fixture);
    }
}

static void an_unusable_logo_is_an_error(void **unused) {
    (void)unused;
    static const struct {
        LogoPlace place;
        Sp height;
        const char *center, *said;
    } cases[] = {
        {LOGO_OUTER, SP(100), "",
         "the logo is 300pt wide at its height, and there is room for 280pt"},
        {LOGO_MARGIN, SP(30), "",
         "the logo is 90pt wide at its height, and there is room for 60pt"},
        {LOGO_CENTER, SP(10), "{marking}",
         "the logo stands where `head.center` does, on \"SECRET\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Fixture *fixture = fixture_with_logo(cases[i].place, cases[i].height, false);
        fixture->layout.head.center = str_from(cases[i].center);
        run(fixture, &marked, 1);
        assert_int_equal(fixture->job->diags->list.len, 1);
        const Diag *diag = &fixture->job->diags->list.at[0];
        assert_int_equal(diag->code, E_BAD_GEOMETRY);
        if (!str_is(diag->message, cases[i].said)) fail_msg("%.*s", STR_ARG(diag->message));
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
        cmocka_unit_test(a_logo_has_four_places),
        cmocka_unit_test(texts_stand_beside_a_logo),
        cmocka_unit_test(a_logo_stands_on_the_first_page_or_on_all),
        cmocka_unit_test(a_tall_logo_sinks_with_the_text),
        cmocka_unit_test(an_unusable_logo_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
