/* What the tests of the model share: a job, files in a folder of their own, and a few small kinds. */
#ifndef TESTS_MODEL_FIXTURE_H
#define TESTS_MODEL_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "model/kind.h"

typedef struct Fixture {
    Job job;
    Sources sources;
    char folder[32];
} Fixture;

/* ---- kinds ---------------------------------------------------------------------------------- */

typedef struct FakeText {
    Rich text;
    int level;
} FakeText;

typedef struct FakeList {
    Blocks items;
} FakeList;

typedef struct FakeQuote {
    Rich quote;
    Scalar by, source;
    const Entry *speaker;
    const Block *recording;
} FakeQuote;

static bool fake_text_from_markup(Model *model, const Markup *markup, void *fields) {
    (void)model;
    *(FakeText *)fields = (FakeText){.text = markup->text, .level = (int)markup->level};
    return true;
}

static bool fake_list_from_markup(Model *model, const Markup *markup, void *fields) {
    FakeList *list = fields;
    bool is_good = true;
    for (const Markup *item = markup->first; item; item = item->next)
        is_good &= model_add_markup(model, item->first, &list->items);
    return is_good;
}

static void fake_quote_resolve(Model *model, Block *block) {
    FakeQuote *quote = block->fields;
    quote->speaker = model_require_entry(model, &quote->by);
    quote->recording = model_require_block(model, &quote->source);
}

static int fake_heading_level(const Block *block) { return ((FakeText *)block->fields)->level; }

static const Field fake_text_fields[] = {
    {.key = "text", .type = FIELD_TEXT, FIELD(FakeText, text), .required = true}, {0}};
static const Field fake_heading_fields[] = {
    {.key = "heading", .type = FIELD_TEXT, FIELD(FakeText, text), .required = true},
    {.key = "level", .type = FIELD_INT, FIELD(FakeText, level), .default_value = "1"},
    {0}};
static const Field fake_list_fields[] = {{.key = "list",
                                          .type = FIELD_CUSTOM,
                                          FIELD(FakeList, items),
                                          .required = true,
                                          .parse = model_parse_blocks,
                                          .expects = "a list of blocks"},
                                         {0}};
static const Field fake_quote_fields[] = {
    {.key = "quote", .type = FIELD_TEXT, FIELD(FakeQuote, quote), .required = true},
    {.key = "by", .type = FIELD_ID, FIELD(FakeQuote, by)},
    {.key = "source", .type = FIELD_ID, FIELD(FakeQuote, source)},
    {0}};

#define FAKE_RECORD(Struct, word, rows) \
    &(const Record) { .name = word, .size = sizeof(Struct), .fields = rows }

static const BlockKind fake_text = {.key = "text",
                                    .record = FAKE_RECORD(FakeText, "text", fake_text_fields),
                                    .from_markup = fake_text_from_markup,
                                    .markup_kind = MARKUP_PARAGRAPH};
static const BlockKind fake_heading = {.key = "heading",
                                       .record =
                                           FAKE_RECORD(FakeText, "heading", fake_heading_fields),
                                       .from_markup = fake_text_from_markup,
                                       .markup_kind = MARKUP_HEADING,
                                       .heading_level = fake_heading_level};
static const BlockKind fake_list = {.key = "list",
                                    .record = FAKE_RECORD(FakeList, "list", fake_list_fields),
                                    .from_markup = fake_list_from_markup,
                                    .markup_kind = MARKUP_LIST};
static const BlockKind fake_quote = {.key = "quote",
                                     .record = FAKE_RECORD(FakeQuote, "quote", fake_quote_fields),
                                     .resolve = fake_quote_resolve};
__attribute__((unused)) static const BlockKind *const fake_kinds[] = {
    &fake_text, &fake_heading, &fake_list, &fake_quote, NULL};

/* ---- job and files -------------------------------------------------------------------------- */

static inline int fixture_open(void **state) {
    Fixture *fixture = calloc(1, sizeof *fixture);
    Job *job = &fixture->job;
    *job = (Job){.arena = arena_new(0), .scratch = arena_new(0), .limits = LIMITS_DEFAULT};
    job->sources = &fixture->sources;
    job->sources->arena = job->arena;
    job->diags = diag_new(job->arena);
    strcpy(fixture->folder, "/tmp/dossier-model-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    *state = fixture;
    return 0;
}

static Str fixture_path(Fixture *fixture, const char *name) {
    return str_format(fixture->job.arena, "%s/%s", fixture->folder, name);
}

static inline int fixture_close(void **state) {
    static const char *const names[] = {"article.yaml", "directory.yaml", "more.yaml"};
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(fixture_path(fixture, names[i]).at);
    rmdir(fixture->folder);
    arena_drop(fixture->job.scratch);
    arena_drop(fixture->job.arena);
    free(fixture);
    return 0;
}

static inline void fixture_write(Fixture *fixture, const char *name, const char *text) {
    FILE *file = fopen(fixture_path(fixture, name).at, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* The article `text`, read with the small kinds. */
static inline Model *fixture_read(Fixture *fixture, const char *text) {
    fixture_write(fixture, "article.yaml", text);
    return model_read(&fixture->job, fixture_path(fixture, "article.yaml"), fake_kinds,
                      (ModelOptions){0});
}

/* Exactly these lines, "LINE:COLUMN CODE message | hint" each (without " | " when there is no hint). Taken
 * off the list, so that the next call sees only what is new. */
static inline void expect_diags(Fixture *fixture, const char *expected) {
    Diags *diags = fixture->job.diags;
    Buf text = buf_new(fixture->job.arena);
    diag_sort(diags);
    for (size_t i = 0; i < diags->list.len; i++) {
        const Diag *diag = &diags->list.at[i];
        Place place = source_place(fixture->job.sources, diag->span);
        buf_print(&text, "%u:%u %s %.*s%s%.*s\n", place.line, place.column,
                  diag_code(diag->code)->number, STR_ARG(diag->message),
                  diag->hint.len ? " | " : "", STR_ARG(diag->hint));
    }
    buf_add_char(&text, '\0');
    assert_string_equal(text.at, expected);
    diags->list.len = diags->errors = diags->warnings = 0;
}

#define assert_str_equal(s, literal)                                              \
    do {                                                                          \
        Str checked = (s);                                                        \
        assert_string_equal(str_copy(fixture->job.arena, checked).at, (literal)); \
    } while (0)

#define MODEL_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)

#endif
