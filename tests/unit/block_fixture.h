/* For tests of stage block: articles as YAML in, transcripts of galley and structure out. */
#ifndef BLOCK_FIXTURE_H
#define BLOCK_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "block/look.h"
#include "block/set.h"

/* Fonts are opened once for all cases of a program; a job serves one case. */
typedef struct Fixture {
    FontSet *fonts;
    Job job;
    Sources sources;
    Setter setter;
} Fixture;

/* An article of one case. `head` stands above `body:` and begins with the title; NULL: title "T". The
 * directories of tests/golden can be used. */
typedef struct BlockCase {
    const char *name, *head, *body;
    const char *galley, *tags; /* of the body: what follows the title's glue and element */
    const char *messages;      /* "LINE:COLUMN CODE" each; NULL: none */
    const char *set;           /* change of the layout; NULL: none */
    bool is_whole;             /* the galley from its beginning, titling too */
} BlockCase;

static inline int fixture_open_group(void **state) {
    static Fixture fixture;
    fixture.fonts = font_set_new();
    *state = &fixture;
    return 0;
}

static inline int fixture_close_group(void **state) {
    font_set_drop(((Fixture *)*state)->fonts);
    return 0;
}

static inline void fixture_begin(Fixture *fixture, const char *change) {
    Job *job = &fixture->job;
    *job = (Job){.arena = arena_new(0), .scratch = arena_new(0), .limits = LIMITS_DEFAULT};
    fixture->sources = (Sources){.arena = job->arena};
    job->sources = &fixture->sources;
    job->diags = diag_new(job->arena);
    Str set = change ? str_from(change) : (Str){0};
    fixture->setter = (Setter){.job = job, .tags = tag_tree_new(job->arena), .lang = STR("en")};
    fixture->setter.layout =
        layout_load(job, (LayoutOptions){.set = &set, .set_count = change != NULL});
    fixture->setter.shaper = shaper_new(job, fixture->fonts);
    fixture->setter.galley = ARENA_NEW(job->arena, Galley);
    fixture->setter.parent = fixture->setter.tags->root;
    fixture->setter.measure = layout_measure(fixture->setter.layout);
}

static inline void fixture_end(Fixture *fixture) {
    shaper_drop(fixture->setter.shaper);
    arena_drop(fixture->job.scratch);
    arena_drop(fixture->job.arena);
}

static inline const char *fixture_text(Fixture *fixture, const Buf *text) {
    return str_copy(fixture->job.arena, buf_str(text)).at;
}

/* Lines "LINE:COLUMN CODE"; empty text: no diagnostic. */
static inline void expect_messages(Fixture *fixture, const char *expected) {
    Diags *diags = fixture->job.diags;
    Buf text = buf_new(fixture->job.arena);
    diag_sort(diags);
    for (size_t i = 0; i < diags->list.len; i++) {
        Place place = source_place(&fixture->sources, diags->list.at[i].span);
        buf_print(&text, "%u:%u %s\n", place.line, place.column,
                  diag_code(diags->list.at[i].code)->number);
    }
    assert_string_equal(fixture_text(fixture, &text), expected ? expected : "");
}

static inline bool fixture_read(Fixture *fixture, const char *head, const char *body) {
    Arena *arena = fixture->job.arena;
    Str text = str_format(arena, "dossier: article\nlang: en\n%s\nbody:\n%s",
                          head ? head : "title: T", body);
    uint32_t source = source_add(&fixture->sources, STR("tests/golden/article.yaml"), text);
    fixture->setter.model =
        model_read_source(&fixture->job, source, block_kinds, (ModelOptions){0});
    return fixture->setter.model && !fixture->job.diags->errors;
}

/* What follows the first `mark` in a text; all of it when that is not there. */
static inline const char *fixture_behind(const char *text, const char *mark) {
    const char *at = strstr(text, mark);
    return at ? at + strlen(mark) : text;
}

/* The galley; unless it is wanted whole, behind the line that ends the titling: the first glue. */
static inline const char *fixture_galley(Fixture *fixture, bool is_whole) {
    Buf text = buf_new(fixture->job.arena);
    galley_dump(fixture->setter.galley, &fixture->sources, &text);
    const char *whole = fixture_text(fixture, &text);
    return is_whole ? whole : fixture_behind(fixture_behind(whole, "\nglue "), "\n");
}

static inline const char *fixture_tags(Fixture *fixture) {
    Buf text = buf_new(fixture->job.arena);
    tag_tree_dump(fixture->setter.tags, &text);
    return fixture_behind(fixture_text(fixture, &text), "  H1\n");
}

static inline void check_case(Fixture *fixture, const BlockCase *row) {
    fixture_begin(fixture, row->set);
    if (fixture_read(fixture, row->head, row->body)) {
        block_set_article(&fixture->setter);
        if (row->galley) assert_string_equal(fixture_galley(fixture, row->is_whole), row->galley);
        if (row->tags) assert_string_equal(fixture_tags(fixture), row->tags);
    } else {
        assert_null(row->galley);
    }
    expect_messages(fixture, row->messages);
    fixture_end(fixture);
}

static inline void check_cases(void **state, const BlockCase *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        print_message("           %s\n", rows[i].name);
        check_case(*state, &rows[i]);
    }
}

#define CHECK_CASES(state, rows) check_cases(state, rows, sizeof(rows) / sizeof *(rows))

#endif
