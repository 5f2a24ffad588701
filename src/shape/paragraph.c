/* Parts in, a shaped paragraph out: the order of the steps. */
#include "shape/internal.h"

#include <hb.h>

Shaper *shaper_new(Job *job, FontSet *fonts) {
    Shaper *shaper = ARENA_NEW(job->arena, Shaper);
    shaper->job = job;
    shaper->keep = job->arena;
    shaper->fonts = fonts;
    shaper->buffer = hb_buffer_create();
    return shaper;
}

enum { MISSING_BYTES = UNICODE_COUNT / 8 };

static void join_bits(Arena *arena, uint8_t **to, const uint8_t *from) {
    if (!from) return;
    if (!*to) *to = ARENA_ARRAY(arena, uint8_t, MISSING_BYTES);
    for (size_t i = 0; i < MISSING_BYTES; i++) (*to)[i] |= from[i];
}

void shaper_use(Shaper *shaper, Job *job) {
    shaper->job = job;
    shaper->is_module_missing = false;
    for (size_t i = 0; i < shaper->languages.len; i++) shaper->languages.at[i].was_warned = false;
    if (!shaper->missing) return;
    join_bits(shaper->keep, &shaper->before, shaper->missing);
    memset(shaper->missing, 0, MISSING_BYTES);
}

void shaper_join_missing(Shaper *shaper, const Shaper *other) {
    join_bits(shaper->keep, &shaper->missing, other->missing);
    join_bits(shaper->keep, &shaper->missing, other->before);
}

void shaper_drop(Shaper *shaper) {
    if (!shaper) return;
    for (size_t i = 0; i < shaper->plans.len; i++) hb_shape_plan_destroy(shaper->plans.at[i].hb);
    hb_buffer_destroy(shaper->buffer);
}

FontSet *shaper_fonts(const Shaper *shaper) { return shaper->fonts; }

const Shaped *shape_paragraph(Shaper *shaper, const Paragraph *paragraph) {
    Job *job = shaper->job;
    ArenaMark mark = arena_mark(job->scratch);
    Work work = {.shaper = shaper, .paragraph = paragraph};
    shaper->segments.len = shaper->segment_words.len = shaper->items.len = 0;
    typography_apply(&work);
    chars_read(&work);
    segments_make(&work);
    items_make(&work);
    Sp hang_start = items_hang_start(&work);
    arena_release(job->scratch, mark);
    Shaped *shaped = ARENA_NEW(job->arena, Shaped);
    *shaped = (Shaped){.text = work.text,
                       .lang = paragraph->lang,
                       .is_rtl = work.is_rtl,
                       .hang_start = hang_start,
                       .segment_count = shaper->segments.len,
                       .item_count = shaper->items.len};
    shaped->segments = arena_copy(job->arena, shaper->segments.at,
                                  shaper->segments.len * sizeof *shaper->segments.at);
    shaped->items =
        arena_copy(job->arena, shaper->items.at, shaper->items.len * sizeof *shaper->items.at);
    return shaped;
}

/* `shape_fragment` has no Work: the style is made from the segment. */
static WordStyle fragment_style(Shaper *shaper, const Shaped *shaped, const Segment *segment) {
    const TextPart *part = segment->part;
    Str lang = part->lang.len ? part->lang : shaped->lang;
    return (WordStyle){.face = segment->face,
                       .figures = part->look.figures,
                       .is_unjoined = part->look.tracking != 0 || part->is_verbatim,
                       .has_small_caps = part->look.has_small_caps && !part->is_verbatim,
                       .is_rtl = segment->level & 1,
                       .language = language_number(shaper, lang)};
}

/* Characters that no face has are boxes wherever they are cut. */
static const Glyph *copy_boxes(Job *job, const Segment *segment, uint32_t from, uint32_t to,
                               uint32_t *count) {
    Glyph *glyphs = ARENA_ARRAY(job->arena, Glyph, segment->count);
    *count = 0;
    for (uint32_t i = 0; i < segment->count; i++) {
        if (segment->glyphs[i].cluster >= from && segment->glyphs[i].cluster < to)
            glyphs[(*count)++] = segment->glyphs[i];
    }
    return glyphs;
}

const Glyph *shape_fragment(Shaper *shaper, const Shaped *shaped, uint32_t segment, uint32_t from,
                            uint32_t to, bool with_hyphen, uint32_t *count) {
    const Segment *whole = &shaped->segments[segment];
    Job *job = shaper->job;
    if (whole->count && whole->glyphs[0].flags & GLYPH_BOX)
        return copy_boxes(job, whole, from, to, count);
    WordStyle style = fragment_style(shaper, shaped, whole);
    ArenaMark mark = arena_mark(job->scratch);
    Buf text = buf_new(job->scratch);
    buf_add(&text, str_slice(shaped->text, from, to));
    if (with_hyphen) buf_add(&text, word_hyphen(whole->face));
    const Word *word = word_shape(shaper, style, buf_str(&text));
    arena_release(job->scratch, mark);
    Glyph *glyphs = arena_copy(job->arena, word->glyphs, word->count * sizeof *glyphs);
    for (uint32_t i = 0; i < word->count; i++) {
        bool is_hyphen = with_hyphen && glyphs[i].cluster >= to - from;
        glyphs[i].cluster += from;
        glyphs[i].flags = is_hyphen ? GLYPH_SOFT_HYPHEN : 0;
    }
    *count = word->count;
    return glyphs;
}

const Glyph *shape_figures(Shaper *shaper, const TextPart *part, const Face *face, Str figures,
                           Str lang, uint32_t *count) {
    WordStyle style = {.face = face,
                       .figures = part->look.figures,
                       .is_unjoined = part->look.tracking != 0,
                       .language = language_number(shaper, part->lang.len ? part->lang : lang)};
    const Word *word = word_shape(shaper, style, figures);
    *count = word->count;
    return word->glyphs;
}
