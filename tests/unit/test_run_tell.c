/* Diagnostics told to the caller, and the status they make of a run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "run/tell.h"

typedef struct Fixture {
    Job job;
    Sources sources;
    uint32_t source;
    DossierRequest request;
    Buf told;
} Fixture;

/* "FILE:LINE:COLUMN+LENGTH CODE severity message | hint | line" */
static void note(void *user, const DossierDiagnostic *diagnostic) {
    Fixture *fixture = user;
    buf_print(&fixture->told, "%s:%u:%u+%u %s %d %s | %s | %s\n", diagnostic->file,
              diagnostic->line, diagnostic->column, diagnostic->length, diagnostic->code,
              diagnostic->severity, diagnostic->message, diagnostic->hint, diagnostic->source_line);
}

static void fixture_open(Fixture *fixture) {
    *fixture = (Fixture){.job = {.arena = arena_new(0), .scratch = arena_new(0)}};
    fixture->sources.arena = fixture->job.arena;
    fixture->job.sources = &fixture->sources;
    fixture->job.diags = diag_new(fixture->job.arena);
    fixture->source = source_add(&fixture->sources, STR("a.yaml"), STR("one\ntw\xC3\xB6 three\n"));
    fixture->request = (DossierRequest){.on_diagnostic = note, .user = fixture};
    fixture->told = buf_new(fixture->job.arena);
}

static void fixture_close(Fixture *fixture) {
    arena_drop(fixture->job.arena);
    arena_drop(fixture->job.scratch);
}

static void assert_told(Fixture *fixture, const char *expected) {
    buf_add_char(&fixture->told, '\0');
    assert_string_equal(fixture->told.at, expected);
}

static void places_are_told_in_their_order_and_once(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    Diags *diags = fixture.job.diags;
    Span late = span_of(fixture.source, 9, 14), early = span_of(fixture.source, 0, 3);
    diag_add(diags, W_TBC, late, (Str){0}, "late");
    diag_add(diags, E_BAD_VALUE, early, STR("do"), "early");
    diag_add(diags, W_TBC, late, (Str){0}, "late");
    tell_diagnostics(&fixture.job, &fixture.request, NULL);
    assert_told(&fixture, "a.yaml:1:1+3 E0106 2 early | do | one\n"
                          "a.yaml:2:5+5 W0313 1 late |  | tw\xC3\xB6 three\n");
    fixture.request.on_diagnostic = NULL;
    tell_diagnostics(&fixture.job, &fixture.request, NULL); /* nobody listens: nothing happens */
    fixture_close(&fixture);
}

static void no_memory_is_told_without_any(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    tell_no_memory(&fixture.request);
    buf_add_char(&fixture.told, '\0');
    assert_non_null(strstr(fixture.told.at, "E0807 2 no memory left"));
    fixture_close(&fixture);
}

typedef struct StatusCase {
    Code codes[3]; /* CODE_NONE: no more */
    bool has_place, strict;
    DossierStatus status;
} StatusCase;

static const StatusCase status_cases[] = {
    {.status = DOSSIER_DONE},
    {.codes = {W_TBC}, .status = DOSSIER_DONE},
    {.codes = {W_TBC}, .strict = true, .status = DOSSIER_DOCUMENT},
    {.codes = {E_BAD_VALUE, W_TBC}, .has_place = true, .status = DOSSIER_DOCUMENT},
    {.codes = {E_CANNOT_READ}, .status = DOSSIER_FILES}, /* named by the caller */
    {.codes = {E_CANNOT_READ}, .has_place = true, .status = DOSSIER_DOCUMENT}, /* by the document */
    {.codes = {E_BAD_VALUE, E_CANNOT_WRITE}, .status = DOSSIER_FILES},
    {.codes = {E_LIMIT}, .has_place = true, .status = DOSSIER_FILES},
    {.codes = {E_FILE_TOO_LARGE}, .has_place = true, .status = DOSSIER_FILES},
    {.codes = {E_CANNOT_WRITE, E_BACKEND}, .status = DOSSIER_FAULT},
    {.codes = {E_NO_UNICODE_MODULE}, .has_place = true, .status = DOSSIER_FAULT}};

static void the_gravest_makes_the_status(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof status_cases / sizeof *status_cases; i++) {
        const StatusCase *row = &status_cases[i];
        Fixture fixture;
        fixture_open(&fixture);
        fixture.request.strict = row->strict;
        Span span = row->has_place ? span_of(fixture.source, 0, 3) : (Span){0};
        for (size_t k = 0; k < 3 && row->codes[k]; k++)
            diag_add(fixture.job.diags, row->codes[k], span, (Str){0}, "message");
        assert_int_equal(tell_status(&fixture.job, &fixture.request), row->status);
        fixture_close(&fixture);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(places_are_told_in_their_order_and_once),
                                       cmocka_unit_test(no_memory_is_told_without_any),
                                       cmocka_unit_test(the_gravest_makes_the_status)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
