/* Layouts: found, laid over each other, inherited, checked; and the shipped ones as PAGES has them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/resource.h"
#include "style/style.h"

static Job job_new(void) {
    Job job = {.arena = arena_new(0), .scratch = arena_new(0), .limits = LIMITS_DEFAULT};
    job.sources = ARENA_NEW(job.arena, Sources);
    job.sources->arena = job.arena;
    job.diags = diag_new(job.arena);
    return job;
}

static void job_drop(Job *job) {
    arena_drop(job->scratch);
    arena_drop(job->arena);
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static Str said(const Job *job) {
    Buf out = buf_new(job->arena);
    diag_sort(job->diags);
    diag_print(job->diags, job->sources, &out);
    return buf_str(&out);
}

static void assert_silent(const Job *job) {
    if (job->diags->list.len) fail_msg("%.*s", STR_ARG(said(job)));
}

/* A house layout "house.yaml" with this text, loaded by name. */
static const Layout *load_house(Job *job, const char *text) {
    write_file("house.yaml", text);
    return layout_load(job, (LayoutOptions){.name = STR("house")});
}

static const Layout *load_set(Job *job, Str set) {
    Str *options = ARENA_NEW(job->arena, Str);
    *options = set;
    return layout_load(job, (LayoutOptions){.set = options, .set_count = 1});
}

static void news_is_as_designed(void **state) {
    (void)state;
    Job job = job_new();
    const Layout *layout = layout_load(&job, (LayoutOptions){0});
    assert_silent(&job);
    assert_true(str_is(layout->name, "news"));
    assert_int_equal(layout->page.width, SP_MM(210));
    assert_int_equal(layout->grid, SP(14));
    assert_true(llabs(layout_measure(layout) - SP_MM(118)) <= 4); /* each margin is rounded */
    Sp height = layout->page.height - layout->page.top - layout->page.bottom;
    assert_int_equal(height / layout->grid, 51);
    assert_true(height % layout->grid < SP_PT / 100);
    const Style *quote = layout_style(layout, "quote");
    assert_int_equal(quote->size, SP(13));
    assert_int_equal(quote->leading, SP(21));
    assert_int_equal(quote->face, FACE_ITALIC);
    assert_int_equal(quote->bar, SP(2));
    assert_int_equal(quote->bar_color.green, 0x54);
    assert_int_equal(quote->figures, FIGURES_OLDSTYLE); /* from text */
    assert_int_equal(layout_style(layout, "text")->indent, SP_TENTHS(105));
    assert_true(str_is(layout_style(layout, "kicker")->font, "Source Sans 3"));
    assert_true(str_is(layout->families.at[0], "Source Serif 4"));
    job_drop(&job);
}

/* Leadings and spaces are whole or half lines; a head and its spaces are whole ones. */
static void check_grid(const Layout *layout) {
    Sp half = layout->grid / 2;
    for (size_t i = 0; i < layout->style_count; i++) {
        const Style *style = &layout->styles[i];
        Sp spaces = style->before + style->after;
        bool is_head = str_starts(style->name, STR("heading."));
        assert_true(style->font.len && style->size);
        bool is_foot = str_is(style->name, "footnote"); /* closer; its last line is on the grid */
        if ((style->leading % half && !is_foot) || spaces % half ||
            (is_head && (spaces + style->leading) % layout->grid))
            fail_msg("%.*s: %.*s leaves the grid", STR_ARG(layout->name), STR_ARG(style->name));
    }
}

static void every_style_sits_on_the_grid(void **state) {
    (void)state;
    Str name, bytes;
    size_t count = 0;
    for (size_t i = 0; resource_at(i, &name, &bytes); i++) {
        if (!str_starts(name, STR("layouts/"))) continue;
        Job job = job_new();
        const Layout *layout =
            layout_load(&job, (LayoutOptions){.name = str_slice(name, 8, name.len - 5)});
        assert_silent(&job);
        assert_non_null(layout);
        check_grid(layout);
        job_drop(&job);
        count++;
    }
    assert_true(count >= 4);
}

static void a_changed_parent_changes_its_children(void **state) {
    (void)state;
    Job job = job_new();
    const Layout *layout = load_house(&job, "dossier: layout\n"
                                            "extends: news\n"
                                            "colors: {accent: \"#7a1f3d\"}\n"
                                            "styles:\n"
                                            "  text: {size: 12pt, leading: 14pt, color: accent}\n"
                                            "  quote: {size: 20pt, indent: 0.5em}\n");
    assert_silent(&job);
    assert_int_equal(layout_style(layout, "list")->size, SP(12));
    assert_int_equal(layout_style(layout, "list")->color.red, 0x7a);
    assert_int_equal(layout_style(layout, "text")->indent, SP(12));
    assert_int_equal(layout_style(layout, "quote")->indent, SP(10)); /* em of its own size */
    assert_int_equal(layout_style(layout, "quote.lead")->indent, SP(12));
    assert_int_equal(layout_style(layout, "kicker")->color.red, 0x7a);
    job_drop(&job);
}

static void options_change_the_layout(void **state) {
    (void)state;
    Job job = job_new();
    assert_int_equal(load_set(&job, STR("page.size=letter"))->page.width, SP(612));
    const Layout *layout = load_set(&job, STR("styles.quote.by.size=9pt"));
    assert_int_equal(layout_style(layout, "quote.by")->size, SP(9));
    layout = load_set(&job, STR("colors.accent=#010203"));
    assert_int_equal(layout_style(layout, "link")->color.blue, 3);
    layout = load_set(&job, STR("page.margin.inner=\"30mm\""));
    assert_int_equal(layout->page.inner, SP_MM(30));
    layout = load_set(&job, STR("page.duplex=true"));
    assert_int_equal(layout_text_left(layout, false), SP_MM(26));
    assert_int_equal(layout_margin_left(layout, true), SP_MM(22));
    assert_true(llabs(layout_text_left(layout, true) - SP_MM(66)) <= 4);
    assert_silent(&job);
    job_drop(&job);
}

static const struct {
    const char *text, *said;
} bad_houses[] = {
    {"dossier: layout\ngrid: 14\n", "house.yaml:2:7: error[E0402]: length \"14\" has no unit\n"
                                    "    2 | grid: 14\n      |       ^^ say 12pt or 4mm\n"},
    {"dossier: layout\nstyles: {qoute: {size: 12pt}}\n",
     "house.yaml:2:10: error[E0404]: unknown style \"qoute\"\n"
     "    2 | styles: {qoute: {size: 12pt}}\n      |          ^^^^^ did you mean \"quote\"?\n"},
    {"dossier: layout\nstyles: {quote: {color: acent}}\n",
     "house.yaml:2:25: error[E0403]: unknown colour \"acent\"\n"
     "    2 | styles: {quote: {color: acent}}\n      |                         ^^^^^ did you mean "
     "\"accent\"?\n"},
    {"dossier: layout\nstyles: {quote: {font: txt}}\n",
     "house.yaml:2:24: error[E0406]: no font role \"txt\"\n"
     "    2 | styles: {quote: {font: txt}}\n      |                        ^^^ did you mean "
     "\"text\"?\n"},
    {"dossier: layout\nstyles: {text: {extends: quote}}\n",
     "house.yaml:2:26: error[E0405]: style \"text\" extends itself\n"},
    {"dossier: layout\nfoot: {inner: \"on {pgae}\"}\n",
     "house.yaml:2:19: error[E0408]: unknown placeholder {pgae}\n"
     "    2 | foot: {inner: \"on {pgae}\"}\n      |                   ^^^^^^ did you mean "
     "{page}?\n"},
    {"dossier: layout\npage: {size: a4l}\n",
     "house.yaml:2:14: error[E0106]: unknown page size \"a4l\"\n"},
    {"dossier: layout\npage: {margin: {inner: 120mm}}\n",
     "house.yaml:2:7: error[E0407]: the text column would be 23 mm wide; it needs 40 mm\n"},
    {"dossier: layout\npage: {margin: {top: 280mm, bottom: 5mm}}\n",
     "house.yaml:2:7: error[E0407]: fewer than five lines of text fit on a page\n"},
    {"dossier: layout\npage: {gutter: 1em}\n",
     "house.yaml:2:16: error[E0402]: gutter has nothing to measure an em or a line by\n"},
    {"dossier: layout\nextends: house\n",
     "house.yaml:2:10: error[E0405]: layout \"house\" extends itself\n"},
    {"dossier: layout\nextends: nwes\n",
     "house.yaml:2:10: error[E0401]: layout \"nwes\" not found\n"},
    {"dossier: article\n",
     "house.yaml:1:10: error[E0301]: this file is \"article\", not a layout\n"},
    {"dossier: layout\ncolors: {accent: #fff}\n}\n", "house.yaml:"},
    {"dossier: layout\nexpansion: 90\n", "house.yaml:2:12: error[E0106]: expansion out of range\n"},
    {"dossier: layout\nlogo: sign.png\n",
     "house.yaml:2:7: error[E0105]: expected a mapping (logo), found "},
    {"dossier: layout\nlogo: {height: 12mm}\n",
     "house.yaml:2:8: error[E0103]: logo has no \"file\"\n"},
    {"dossier: layout\nlogo: {file: none.png}\n",
     "house.yaml:2:14: error[E0801]: cannot read \"none.png\": no such file\n"},
    {"dossier: layout\nlogo: {file: house.yaml, place: left}\n", "house.yaml:2:33: error[E0106]: "},
    {"dossier: layout\nstyles: {text: {keep-with-next: 20000}}\n",
     "house.yaml:2:33: error[E0106]: keep-with-next out of range\n"},
};

static void mistakes_are_told_with_their_place(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof bad_houses / sizeof *bad_houses; i++) {
        Job job = job_new();
        const Layout *layout = load_house(&job, bad_houses[i].text);
        Str text = said(&job);
        if (layout || !str_starts(text, str_from(bad_houses[i].said)))
            fail_msg("for %s got %.*s", bad_houses[i].text, STR_ARG(text));
        job_drop(&job);
    }
}

static void options_are_named_in_messages(void **state) {
    (void)state;
    Job job = job_new();
    assert_null(load_set(&job, STR("styles.text.size=11")));
    assert_true(str_is(said(&job), "--set:1:18: error[E0402]: length \"11\" has no unit\n"
                                   "    1 | styles.text.size=11\n"
                                   "      |                  ^^ say 12pt or 4mm\n"));
    job_drop(&job);
    job = job_new();
    load_set(&job, STR("page.size"));
    assert_true(str_starts(said(&job), STR("--set:1:1: error[E0106]: --set without KEY=VALUE\n")));
    job_drop(&job);
}

/* From the folder of the layout that names it, also where another changes its size. */
static void a_logo_is_read_beside_its_layout(void **state) {
    (void)state;
    mkdir("beside", 0777);
    write_file("beside/own.yaml", "dossier: layout\nlogo: {file: own.yaml, place: margin}\n");
    Job job = job_new();
    const Layout *layout =
        load_house(&job, "dossier: layout\nextends: beside/own\nlogo: {height: 9mm}\n");
    assert_silent(&job);
    assert_true(str_starts(layout->logo->bytes, STR("dossier: layout\nlogo")));
    assert_int_equal(layout->logo->height, SP_MM(9));
    assert_int_equal(layout->logo->place, LOGO_MARGIN);
    assert_false(layout->logo->is_on_all);
    remove("beside/own.yaml");
    job_drop(&job);
}

/* A layout outside the root was chosen by the user: its own folder is trusted then, and no other. */
static void a_logo_never_leaves_root_and_layout(void **state) {
    (void)state;
    static const struct {
        const char *root, *file, *said;
    } cases[] = {{"beside", "logo.png", ""},
                 {"user", "logo.png", ""},
                 {"", "../house.yaml", ""},
                 {"beside", "../house.yaml", "error[E0803]"},
                 {"user", "../house.yaml", "error[E0803]"},
                 {"", "none.png", "error[E0801]"}};
    mkdir("beside", 0777);
    mkdir("user", 0777);
    write_file("house.yaml", "");
    write_file("beside/logo.png", "");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Job job = job_new();
        char *root = *cases[i].root ? realpath(cases[i].root, NULL) : NULL;
        if (root) job.root = str_copy(job.arena, str_from(root));
        free(root);
        Str text = str_format(job.arena, "dossier: layout\nlogo: {file: %s}\n", cases[i].file);
        write_file("beside/own.yaml", str_copy(job.arena, text).at);
        bool is_read = layout_load(&job, (LayoutOptions){.name = STR("beside/own.yaml")}) != NULL;
        Str messages = said(&job);
        bool as_wanted = *cases[i].said ? str_find(messages, str_from(cases[i].said), 0) != SIZE_MAX
                                        : messages.len == 0;
        if (is_read == (*cases[i].said != '\0') || !as_wanted)
            fail_msg("%zu: %.*s", i, STR_ARG(messages));
        job_drop(&job);
    }
    remove("beside/logo.png");
    remove("beside/own.yaml");
}

/* Beside the file that names it, then $DOSSIER_PATH, then the user's folder. */
static void layouts_are_searched_in_order(void **state) {
    (void)state;
    mkdir("beside", 0777);
    mkdir("path", 0777);
    mkdir("user", 0777);
    mkdir("user/dossier", 0777);
    mkdir("user/dossier/layouts", 0777);
    write_file("user/dossier/layouts/own.yaml", "dossier: layout\ngrid: 13pt\n");
    for (int step = 0; step < 3; step++) {
        if (step == 1) write_file("path/own.yaml", "dossier: layout\ngrid: 12pt\n");
        if (step == 2) write_file("beside/own.yaml", "dossier: layout\ngrid: 11pt\n");
        Job job = job_new();
        uint32_t source = source_add(job.sources, STR("beside/a.yaml"), STR("layout: own"));
        LayoutOptions options = {.name = STR("own"), .from = span_of(source, 8, 11)};
        const Layout *layout = layout_load(&job, options);
        assert_silent(&job);
        assert_int_equal(layout->grid, SP(13 - step));
        job_drop(&job);
    }
}

static void a_missing_layout_says_where_it_looked(void **state) {
    (void)state;
    Job job = job_new();
    assert_null(layout_load(&job, (LayoutOptions){.name = STR("nwes")}));
    Str expected = STR("error[E0401]: layout \"nwes\" not found\n"
                       "      = did you mean \"news\"? looked for nwes.yaml, path/nwes.yaml, "
                       "user/dossier/layouts/nwes.yaml and among the shipped layouts: ");
    if (!str_starts(said(&job), expected)) fail_msg("%.*s", STR_ARG(said(&job)));
    job_drop(&job);
}

static void dumps_are_stable(void **state) {
    (void)state;
    Str dumps[2];
    Job job = job_new();
    for (int i = 0; i < 2; i++) {
        Buf out = buf_new(job.arena);
        layout_dump(layout_load(&job, (LayoutOptions){0}), &out);
        dumps[i] = buf_str(&out);
    }
    assert_true(str_equal(dumps[0], dumps[1]));
    assert_true(str_starts(dumps[0],
                           STR("layout news links=note expansion=30 protrusion=1000\n"
                               "families \"Source Serif 4\" \"Source Sans 3\" \"Source Code Pro\"\n"
                               "page width=595.276pt height=841.89pt inner=73.701pt")));
    Str quote = STR(
        "style quote\n    font=\"Source Serif 4\" face=italic size=13pt leading=21pt align=start "
        "figures=oldstyle color=#000000\n    before=14pt after=14pt indent=13pt left=12pt bar=2pt "
        "bar-gap=10pt bar-color=#00545c hyphenate\n");
    if (str_find(dumps[0], quote, 0) == SIZE_MAX) fail_msg("%.*s", STR_ARG(dumps[0]));
    assert_silent(&job);
    job_drop(&job);
}

static int enter_folder(void **state) {
    static char folder[] = "/tmp/dossier-style-XXXXXX";
    *state = mkdtemp(folder);
    setenv("DOSSIER_PATH", "path", 1);
    setenv("XDG_DATA_HOME", "user", 1);
    return *state ? chdir(folder) : -1;
}

static int leave_folder(void **state) {
    static const char *const made[] = {"house.yaml",
                                       "beside/own.yaml",
                                       "path/own.yaml",
                                       "user/dossier/layouts/own.yaml",
                                       "beside",
                                       "path",
                                       "user/dossier/layouts",
                                       "user/dossier",
                                       "user"};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) remove(made[i]);
    return chdir("/") == 0 ? rmdir(*state) : -1;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(news_is_as_designed),
        cmocka_unit_test(every_style_sits_on_the_grid),
        cmocka_unit_test(a_changed_parent_changes_its_children),
        cmocka_unit_test(options_change_the_layout),
        cmocka_unit_test(mistakes_are_told_with_their_place),
        cmocka_unit_test(options_are_named_in_messages),
        cmocka_unit_test(a_logo_is_read_beside_its_layout),
        cmocka_unit_test(a_logo_never_leaves_root_and_layout),
        cmocka_unit_test(layouts_are_searched_in_order),
        cmocka_unit_test(a_missing_layout_says_where_it_looked),
        cmocka_unit_test(dumps_are_stable),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
