/* Galleys written as strings, and a layout for them, for the tests of the page stage.
 *
 *   T t   a line of text 14pt high (t: 15pt)      H   a head, 14pt      Q   a line of display type, 21pt
 *   B     a picture, 42pt                         X   something 200pt high
 *   .     penalty 0      o w   orphan, widow (5000)     !   never: stranded     n   never: plain
 *   F     forced break   R V   to a recto, a verso
 *   (space) glue 14pt        -   glue 7pt          _   glue 0pt that snaps
 *   [ ]   what repeats a line "again" on its further pieces
 *   ( )   bar            M   mark "#1", "#2", ...  1-9  a margin note of as many lines
 *   ^1-^9 a footnote of as many lines (^ alone: 2)
 *
 * Every box has one line whose text is its number: "b1", "b2", ...; of a note: "n1a", "n1b", ...; of a footnote:
 * "f1a", "f1b", ... */
#ifndef PAGE_FAKE_H
#define PAGE_FAKE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "page/place.h"

#define DEPTH SP(4)

static inline Job *fake_job(void) {
    Arena *arena = arena_new(0);
    Job *job = ARENA_NEW(arena, Job);
    job->arena = arena;
    job->scratch = arena_new(0);
    job->diags = diag_new(arena);
    job->limits = LIMITS_DEFAULT;
    return job;
}

static inline void fake_job_drop(Job *job) {
    arena_drop(job->scratch);
    arena_drop(job->arena);
}

static const Part *fake_part(Job *job, Str text, Sp y) {
    Line *line = ARENA_NEW(job->arena, Line);
    *line = (Line){.text = text, .to = (uint32_t)text.len};
    Part *part = ARENA_NEW(job->arena, Part);
    *part = (Part){.kind = PART_LINE, .y = y, .line = line};
    return part;
}

static void fake_note(Job *job, GalleyItem *item, int lines, int number) {
    bool is_foot = item->kind == GALLEY_NOTE;
    Part *parts = ARENA_ARRAY(job->arena, Part, lines);
    for (int i = 0; i < lines; i++)
        parts[i] =
            *fake_part(job, str_format(job->arena, is_foot ? "f%d%c" : "n%d%c", number, 'a' + i),
                       SP(14) * (i + 1) - DEPTH);
    *item = (GalleyItem){.kind = is_foot ? GALLEY_NOTE : GALLEY_MARGIN,
                         .height = SP(14) * lines,
                         .level = SP(14) - DEPTH,
                         .parts = parts,
                         .part_count = (size_t)lines};
}

static GalleyItem fake_gap(char c) {
    switch (c) {
    case 'o':
        return (GalleyItem){
            .kind = GALLEY_PENALTY, .penalty = 5000, .penalty_kind = PENALTY_ORPHAN};
    case 'w':
        return (GalleyItem){.kind = GALLEY_PENALTY, .penalty = 5000, .penalty_kind = PENALTY_WIDOW};
    case '!':
        return (GalleyItem){
            .kind = GALLEY_PENALTY, .penalty = BREAK_NEVER, .penalty_kind = PENALTY_STRANDED};
    case 'n':
        return (GalleyItem){.kind = GALLEY_PENALTY, .penalty = BREAK_NEVER};
    case 'F':
        return (GalleyItem){.kind = GALLEY_PENALTY, .penalty = BREAK_FORCED};
    case 'R':
        return (GalleyItem){.kind = GALLEY_PENALTY, .penalty = BREAK_FORCED, .side = SIDE_RECTO};
    case 'V':
        return (GalleyItem){.kind = GALLEY_PENALTY, .penalty = BREAK_FORCED, .side = SIDE_VERSO};
    case ' ':
        return (GalleyItem){.kind = GALLEY_GLUE, .height = SP(14)};
    case '-':
        return (GalleyItem){.kind = GALLEY_GLUE, .height = SP(7)};
    case '_':
        return (GalleyItem){.kind = GALLEY_GLUE, .snaps = true};
    case '(':
        return (GalleyItem){.kind = GALLEY_OPEN,
                            .bar = {.x = SP(-6), .width = SP(2), .color = {1, 2, 3}}};
    case ']':
    case ')':
        return (GalleyItem){.kind = GALLEY_CLOSE};
    default:
        return (GalleyItem){.kind = GALLEY_PENALTY};
    }
}

static Sp fake_height(char c) {
    switch (c) {
    case 'T':
    case 'H':
        return SP(14);
    case 't':
        return SP(15);
    case 'Q':
        return SP(21);
    case 'B':
        return SP(42);
    case 'X':
        return SP(200);
    default:
        return 0;
    }
}

static inline Galley *fake_galley(Job *job, const char *text) {
    Galley *galley = ARENA_NEW(job->arena, Galley);
    int boxes = 0, notes = 0, feet = 0, marks = 0;
    for (; *text; text++) {
        GalleyItem *item = list_add(job->arena, &galley->items);
        Sp height = fake_height(*text);
        if (*text >= '1' && *text <= '9') {
            fake_note(job, item, *text - '0', ++notes);
        } else if (*text == '^') {
            bool has_count = text[1] >= '1' && text[1] <= '9';
            if (has_count) text++;
            item->kind = GALLEY_NOTE;
            fake_note(job, item, has_count ? *text - '0' : 2, ++feet);
        } else if (*text == '[') {
            *item = (GalleyItem){.kind = GALLEY_OPEN,
                                 .height = SP(14),
                                 .parts = fake_part(job, STR("again"), SP(14) - DEPTH),
                                 .part_count = 1};
        } else if (*text == 'M') {
            item->kind = GALLEY_MARK;
            item->mark.id = str_format(job->arena, "%d", ++marks);
        } else if (!height) {
            *item = fake_gap(*text);
        } else {
            Str name = str_format(job->arena, "b%d", ++boxes);
            *item = (GalleyItem){.height = height,
                                 .is_text = *text == 'T' || *text == 't',
                                 .parts = fake_part(job, name, height - DEPTH),
                                 .part_count = 1,
                                 .span = {.source = 1, .start = (uint32_t)boxes}};
        }
    }
    galley->measure = SP(200);
    return galley;
}

/* `text` so many times. */
static inline const char *fake_repeat(Job *job, const char *text, int times) {
    Buf out = buf_new(job->arena);
    for (int i = 0; i < times; i++) buf_add(&out, str_from(text));
    buf_add_char(&out, '\0');
    return buf_str(&out).at;
}

static const Style fake_styles[] = {
    {.name = STR_CONST("running"),
     .font = STR_CONST("Source Sans 3"),
     .size = SP_TENTHS(85),
     .leading = SP(14),
     .align = ALIGN_START},
    {.name = STR_CONST("footnote"), .rule = SP(1), .rule_color = {4, 5, 6}}};

/* A page whose column holds `lines` lines of 14pt and 5pt more; text 200pt, margin column 60pt. */
static inline Layout fake_layout(int lines) {
    return (Layout){.page = {.width = SP(350),
                             .height = SP(14) * lines + SP(105),
                             .inner = SP(40),
                             .outer = SP(30),
                             .top = SP(50),
                             .bottom = SP(50),
                             .margin_column = SP(60),
                             .gutter = SP(20),
                             .columns = 1},
                    .grid = SP(14),
                    .styles = fake_styles,
                    .style_count = 2};
}

static inline uint32_t fake_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

#endif
