/* A shaper of one imaginary face for the tests of the line stage: text in, Shaped out, no fonts.
 *
 * Every letter is 500 units of 1000 wide (i and l 250, m and w 750), a space 250 with 125 of stretch and 83
 * of shrink, a hyphen 300. In the text given, "^" is a place where a hyphen may be put in, "_" a no-break
 * space, "\n" a hard break; "-" is a typed hyphen, behind which a line may end; capitals are letters of a
 * right-to-left script. Comma, full stop and hyphen may hang out by half their width, quotation marks too. */
#ifndef LINE_FAKE_H
#define LINE_FAKE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "line/fit.h"

#define FAKE_HYPHEN_ID 1000

typedef struct FakeText {
    Shaped shaped;
    TextPart part;
    Face face;
    char *text;
    Segment *segments;
    Item *items;
    uint32_t len;
} FakeText;

static inline Job *fake_job(void) {
    Arena *arena = arena_new(0);
    Job *job = ARENA_NEW(arena, Job);
    job->arena = arena;
    job->scratch = arena_new(0);
    job->diags = diag_new(arena);
    return job;
}

static inline void fake_job_drop(Job *job) {
    arena_drop(job->scratch);
    arena_drop(job->arena);
}

static inline int fake_units(char c) {
    if (c == '-') return 300;
    if (c == ' ' || c == '_' || c == ',' || c == '.' || c == 'i' || c == 'l' || c == '"')
        return 250;
    return c == 'm' || c == 'w' ? 750 : 500;
}

static inline Sp fake_hang(char c) {
    return c == ',' || c == '.' || c == '-' || c == '"' ? SP(10) * fake_units(c) / 2000 : 0;
}

static inline bool fake_is_rtl(char c) { return c >= 'A' && c <= 'Z'; }

static inline Glyph fake_glyph(const FakeText *fake, uint32_t at) {
    char c = fake->text[at];
    return (Glyph){.id = (uint32_t)(unsigned char)c,
                   .cluster = at,
                   .advance = fake_units(c),
                   .flags = c == ' ' || c == '_' ? GLYPH_SPACE : 0};
}

static inline Glyph *fake_glyphs(Job *job, const FakeText *fake, uint32_t from, uint32_t to,
                                 bool is_rtl) {
    Glyph *glyphs = ARENA_ARRAY(job->arena, Glyph, to - from + 1);
    for (uint32_t i = from; i < to; i++)
        glyphs[is_rtl ? to - 1 - i : i - from] = fake_glyph(fake, i);
    return glyphs;
}

static inline void fake_add_segment(Job *job, FakeText *fake, uint32_t from, uint32_t to) {
    Segment *segment = &fake->segments[fake->shaped.segment_count++];
    bool is_space = fake->text[from] == ' ' || fake->text[from] == '_';
    bool is_rtl = is_space ? fake->shaped.is_rtl : fake_is_rtl(fake->text[from]);
    *segment = (Segment){.part = &fake->part,
                         .face = &fake->face,
                         .from = from,
                         .to = to,
                         .level = (uint8_t)(is_rtl                ? 1
                                            : fake->shaped.is_rtl ? 2
                                                                  : 0),
                         .is_space = is_space,
                         .count = to - from};
    segment->glyphs = fake_glyphs(job, fake, from, to, segment->level % 2);
    for (uint32_t i = from; i < to; i++)
        segment->width += SP(10) * fake_units(fake->text[i]) / 1000;
}

static inline Item *fake_add_item(FakeText *fake, ItemKind kind, uint32_t from, uint32_t to) {
    Item *item = &fake->items[fake->shaped.item_count++];
    *item = (Item){.kind = kind, .from = from, .to = to};
    item->segment = fake->shaped.segment_count ? (uint32_t)fake->shaped.segment_count - 1 : 0;
    for (uint32_t i = from; i < to && kind != ITEM_PENALTY; i++)
        item->width += SP(10) * fake_units(fake->text[i]) / 1000;
    if (kind != ITEM_BOX) {
        item->hang_end = from ? fake_hang(fake->text[from - 1]) : 0;
        item->hang_start = to < fake->len ? fake_hang(fake->text[to]) : 0;
    }
    return item;
}

static inline void fake_add_space(Job *job, FakeText *fake, uint32_t at) {
    fake_add_segment(job, fake, at, at + 1);
    Item *glue = fake_add_item(fake, ITEM_GLUE, at, at + 1);
    glue->stretch = glue->width / 2;
    glue->shrink = glue->width / 3;
    if (fake->text[at] == '_') glue->penalty = PENALTY_NEVER;
}

/* A word: boxes with penalties at the cuts (cut[i] set: before byte i). */
static inline void fake_add_word(Job *job, FakeText *fake, uint32_t from, uint32_t to,
                                 const char *cut) {
    fake_add_segment(job, fake, from, to);
    uint32_t start = from;
    for (uint32_t i = from + 1; i <= to; i++) {
        bool is_typed = i < to && fake->text[i - 1] == '-';
        if (i < to && !cut[i] && !is_typed) continue;
        fake_add_item(fake, ITEM_BOX, start, i);
        start = i;
        if (i == to) break;
        Item *penalty = fake_add_item(fake, ITEM_PENALTY, i, i);
        penalty->is_flagged = true;
        penalty->penalty = is_typed ? 20 : 50;
        if (is_typed) continue;
        penalty->is_hyphen = true;
        penalty->end_extra = SP(10) * 300 / 1000;
        penalty->hang_end = fake_hang('-');
    }
}

/* Text, and for each byte whether a hyphen may stand before it. */
static inline char *fake_read(Job *job, FakeText *fake, const char *source) {
    size_t len = strlen(source);
    char *cut = ARENA_ARRAY(job->arena, char, len + 1);
    fake->text = ARENA_ARRAY(job->arena, char, len + 1);
    for (size_t i = 0; i < len; i++) {
        if (source[i] == '^')
            cut[fake->len] = 1;
        else
            fake->text[fake->len++] = source[i];
    }
    return cut;
}

/* `is_rtl` is the paragraph's direction. */
static inline FakeText *fake_shape(Job *job, const char *source, bool is_rtl) {
    FakeText *fake = ARENA_NEW(job->arena, FakeText);
    char *cut = fake_read(job, fake, source);
    fake->face.upem = 1000;
    fake->part.look = (Look){.face = &fake->face, .size = SP(10)};
    fake->segments = ARENA_ARRAY(job->arena, Segment, fake->len + 1);
    fake->items = ARENA_ARRAY(job->arena, Item, 2 * (size_t)fake->len + 2);
    fake->shaped.is_rtl = is_rtl;
    for (uint32_t i = 0; i < fake->len;) {
        uint32_t end = i + 1;
        if (fake->text[i] == '\n') {
            fake_add_item(fake, ITEM_PENALTY, i, end)->penalty = PENALTY_FORCED;
        } else if (fake->text[i] == ' ' || fake->text[i] == '_') {
            fake_add_space(job, fake, i);
        } else {
            bool side = fake_is_rtl(fake->text[i]);
            while (end < fake->len && !strchr(" _\n", fake->text[end]) &&
                   fake_is_rtl(fake->text[end]) == side)
                end++;
            fake_add_word(job, fake, i, end, cut);
        }
        i = end;
    }
    fake_add_item(fake, ITEM_PENALTY, fake->len, fake->len)->penalty = PENALTY_FORCED;
    fake->shaped.hang_start = fake->len ? fake_hang(fake->text[0]) : 0;
    fake->shaped.text = (Str){.at = fake->text, .len = fake->len};
    fake->shaped.segments = fake->segments;
    fake->shaped.items = fake->items;
    fake->part.text = fake->shaped.text;
    return fake;
}

/* The real one's stand-in: the line stage asks the shaper for nothing else. `shaper` is the job. */
const Glyph *shape_fragment(Shaper *shaper, const Shaped *shaped, uint32_t segment, uint32_t from,
                            uint32_t to, bool with_hyphen, uint32_t *count) {
    Job *job = (Job *)(void *)shaper;
    FakeText fake = {.text = (char *)(uintptr_t)shaped->text.at};
    bool is_rtl = shaped->segments[segment].level % 2 != 0;
    Glyph *glyphs = fake_glyphs(job, &fake, from, to, is_rtl);
    *count = to - from;
    if (with_hyphen)
        glyphs[(*count)++] = (Glyph){
            .id = FAKE_HYPHEN_ID, .cluster = to, .advance = 300, .flags = GLYPH_SOFT_HYPHEN};
    return glyphs;
}

static inline Lines fake_break(Job *job, const FakeText *fake, const LineSpec *spec) {
    return line_break(job, (Shaper *)(void *)job, &fake->shaped, spec);
}

static inline Lines fake_lines(Job *job, const char *source, LineSpec spec) {
    return fake_break(job, fake_shape(job, source, false), &spec);
}

static inline void assert_line(const Line *line, const char *expected) {
    char text[512];
    snprintf(text, sizeof text, "%.*s", (int)(line->to - line->from), line->text.at + line->from);
    assert_string_equal(text, expected);
}

/* "first line|second line|": trailing spaces kept, so that the text is whole. */
static inline void assert_lines(const Lines *lines, const char *expected) {
    char text[4096] = "";
    size_t len = 0;
    for (size_t i = 0; i < lines->len; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%.*s|",
                                (int)(lines->at[i].to - lines->at[i].from),
                                lines->at[i].text.at + lines->at[i].from);
    assert_string_equal(text, expected);
}

static inline void assert_no_diagnostics(const Job *job) {
    assert_int_equal(job->diags->list.len, 0);
}

/* A small generator, the same on every machine. */
static inline uint32_t fake_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

#endif
