/* For tests of stage shape: a job, the bundled faces, a shaper, and paragraphs from string literals. */
#ifndef SHAPE_FIXTURE_H
#define SHAPE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "shape/shape.h"

typedef struct Fixture {
    Job job;
    Sources sources;
    FontSet *fonts;
    Shaper *shaper;
    TextPart parts[8];
    Paragraph paragraph;
} Fixture;

static inline void fixture_open(Fixture *fixture) {
    *fixture = (Fixture){.job = {.arena = arena_new(0), .scratch = arena_new(0)}};
    fixture->sources.arena = fixture->job.arena;
    fixture->job.sources = &fixture->sources;
    fixture->job.diags = diag_new(fixture->job.arena);
    fixture->fonts = font_set_new();
    fixture->shaper = shaper_new(&fixture->job, fixture->fonts);
    fixture->paragraph = (Paragraph){.parts = fixture->parts, .lang = STR("en")};
}

static inline void fixture_close(Fixture *fixture) {
    shaper_drop(fixture->shaper);
    font_set_drop(fixture->fonts);
    arena_drop(fixture->job.arena);
    arena_drop(fixture->job.scratch);
}

static inline Look fixture_look(Fixture *fixture, FaceStyle style) {
    return (Look){.face = font_find(fixture->fonts, STR("Source Serif 4"), style), .size = SP(10)};
}

/* Each part is a source of its own, so that places can be checked. */
static inline TextPart *fixture_add(Fixture *fixture, const char *text, FaceStyle style) {
    TextPart *part = &fixture->parts[fixture->paragraph.count++];
    uint32_t source = source_add(&fixture->sources, STR("text"), str_from(text));
    *part = (TextPart){.text = str_from(text),
                       .look = fixture_look(fixture, style),
                       .span = span_of(source, 0, strlen(text))};
    return part;
}

static inline const Shaped *fixture_shape(Fixture *fixture) {
    return shape_paragraph(fixture->shaper, &fixture->paragraph);
}

static inline const Shaped *fixture_shape_text(Fixture *fixture, const char *text) {
    fixture->paragraph.count = 0;
    fixture_add(fixture, text, FACE_REGULAR);
    return fixture_shape(fixture);
}

static inline void fixture_no_diagnostics(Fixture *fixture) {
    Buf out = buf_new(fixture->job.arena);
    diag_print(fixture->job.diags, &fixture->sources, &out);
    buf_add_char(&out, 0);
    assert_string_equal(out.at, "");
}

static inline const char *fixture_text(Fixture *fixture, Str text) {
    return str_copy(fixture->job.arena, text).at;
}

static inline const char *fixture_dump(Fixture *fixture, const Shaped *shaped) {
    Buf out = buf_new(fixture->job.arena);
    shaped_dump(shaped, &out);
    buf_add_char(&out, 0);
    return out.at;
}

#endif
