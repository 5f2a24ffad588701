/* Characters in, shaped segments out: one word or one space, one part, one face, one direction. */
#include "shape/internal.h"

#include <inttypes.h>
#include <stdio.h>

static bool is_glue(uint32_t c) { return c == ' ' || c == 0xA0; }

WordStyle word_style(const Work *work, const Segment *segment) {
    const TextPart *part = segment->part;
    size_t index = (size_t)(part - work->paragraph->parts);
    return (WordStyle){.face = segment->face,
                       .figures = part->look.figures,
                       .is_unjoined = part->look.tracking != 0 || part->is_verbatim,
                       .has_small_caps = part->look.has_small_caps && !part->is_verbatim,
                       .is_rtl = segment->level & 1,
                       .language = work->part_language[index]};
}

/* Indexes of characters [from, to) of one part that become one segment or, by fallback, several. */
typedef struct Stretch {
    const TextPart *part;
    size_t from, to;
} Stretch;

static Segment *add_segment(Work *work, Stretch stretch, const Face *face) {
    Arena *arena = work->shaper->keep;
    Segment *segment = list_add(arena, &work->shaper->segments);
    segment->part = stretch.part;
    segment->face = face;
    segment->from = work->chars[stretch.from].at;
    segment->to = work->chars[stretch.to].at;
    segment->level = work->chars[stretch.from].level;
    *list_add(arena, &work->shaper->segment_words) = NULL;
    return segment;
}

/* Clusters of the cache count from the word; the paragraph's from its text. */
static const Glyph *place_glyphs(Arena *arena, const Word *word, uint32_t from) {
    Glyph *glyphs = arena_copy(arena, word->glyphs, word->count * sizeof *glyphs);
    for (uint32_t i = 0; i < word->count; i++) {
        glyphs[i].cluster += from;
        glyphs[i].flags = 0;
    }
    return glyphs;
}

static void use_word(Work *work, Segment *segment, const Word *word) {
    segment->glyphs = place_glyphs(work->shaper->job->arena, word, segment->from);
    segment->count = word->count;
    segment->width = look_length(&segment->part->look, segment->face, word->width, word->advancing);
    list_last(&work->shaper->segment_words) = word;
}

static WordStyle stretch_style(const Work *work, Stretch stretch, const Face *face) {
    Segment segment = {
        .part = stretch.part, .face = face, .level = work->chars[stretch.from].level};
    WordStyle style = word_style(work, &segment);
    style.script = work->scripts ? work->scripts[work->chars[stretch.from].script] : 0;
    return style;
}

static Str stretch_text(const Work *work, Stretch stretch) {
    return str_slice(work->text, work->chars[stretch.from].at, work->chars[stretch.to].at);
}

static Str faces_tried(Work *work, const Face *wanted) {
    const Str *names;
    size_t count = font_families(work->shaper->fonts, &names);
    Buf tried = buf_new(work->shaper->job->arena);
    buf_add(&tried, wanted->family);
    for (size_t i = 0; i < count; i++) {
        if (!str_equal(names[i], wanted->family)) buf_print(&tried, ", %.*s", STR_ARG(names[i]));
    }
    return buf_str(&tried);
}

/* Text without a place in a source is a running line, which repeats words of the article: what has been told of
 * those, or of the page before, is not told again. */
static bool is_told(Work *work, uint32_t c, Span span) {
    Shaper *shaper = work->shaper;
    if (!shaper->missing) shaper->missing = ARENA_ARRAY(shaper->keep, uint8_t, UNICODE_COUNT / 8);
    uint8_t bit = (uint8_t)(1u << c % 8), *bits = &shaper->missing[c / 8];
    bool was_told = *bits & bit;
    *bits |= bit;
    return was_told && !span.source;
}

/* One report for `missing` characters that stand together, the first at `index`. */
static void report_missing(Work *work, Stretch stretch, size_t index, size_t missing) {
    const TextChar *ch = &work->chars[index];
    Span span = typography_span(work, ch->at, work->chars[stretch.to].at);
    if (is_told(work, ch->code_point, span)) return;
    Str tried = faces_tried(work, stretch.part->look.face);
    Str character = str_slice(work->text, ch->at, work->chars[index + 1].at);
    Str others = {0};
    if (missing > 1)
        others = str_format(work->shaper->job->arena, " and %zu more of this word", missing - 1);
    diag_add(work->shaper->job->diags, W_MISSING_GLYPH, span,
             STR("it is drawn as a box; use another character or name a font that has it"),
             "U+%04" PRIX32 " \"%.*s\"%.*s: in no font (tried %.*s)", ch->code_point,
             STR_ARG(character), STR_ARG(others), STR_ARG(tried));
}

/* Characters of no font: a box each, half an em wide. */
static void add_boxes(Work *work, Stretch stretch) {
    Arena *arena = work->shaper->job->arena;
    const Look *look = &stretch.part->look;
    Segment *segment = add_segment(work, stretch, look->face);
    Glyph *glyphs = ARENA_ARRAY(arena, Glyph, stretch.to - stretch.from);
    uint32_t count = 0;
    for (size_t i = stretch.from; i < stretch.to; i++) {
        size_t logical = segment->level & 1 ? stretch.to - 1 - (i - stretch.from) : i;
        if (unicode_is_ignorable(work->chars[logical].code_point)) continue;
        glyphs[count++] = (Glyph){.cluster = work->chars[logical].at,
                                  .advance = look->face->upem / 2,
                                  .flags = GLYPH_BOX};
    }
    size_t first = stretch.from;
    while (first < stretch.to && unicode_is_ignorable(work->chars[first].code_point)) first++;
    if (count) report_missing(work, stretch, first, count);
    segment->glyphs = glyphs;
    segment->count = count;
    segment->width = look_length(look, look->face, (int64_t)count * (look->face->upem / 2), count);
}

/* The face of a character: marks and joiners stay with what they belong to when that face has them. */
static const Face *choose_face(Work *work, uint32_t c, const Face *wanted, const Face *before) {
    if (unicode_is_ignorable(c)) return wanted;
    if (unicode_is_mark(c) && before && font_covers(before, c)) return before;
    return font_fallback(work->shaper->fonts, wanted, c);
}

static void add_run(Work *work, Stretch stretch, const Face *face) {
    if (!face) {
        add_boxes(work, stretch);
        return;
    }
    Word *word =
        word_shape(work->shaper, stretch_style(work, stretch, face), stretch_text(work, stretch));
    if (word->is_incomplete)
        add_boxes(work,
                  stretch); /* covered one by one, yet not together: show it rather than lose it */
    else
        use_word(work, add_segment(work, stretch, face), word);
}

static void add_with_fallback(Work *work, Stretch stretch) {
    const Face *wanted = stretch.part->look.face;
    Stretch run = {.part = stretch.part, .from = stretch.from, .to = stretch.from};
    const Face *face = NULL;
    for (size_t i = stretch.from; i < stretch.to; i++) {
        uint32_t c = work->chars[i].code_point;
        bool stays = i > run.from && unicode_is_ignorable(c);
        const Face *next = stays ? face : choose_face(work, c, wanted, face);
        if (i > run.from && next != face) {
            run.to = i;
            add_run(work, run, face);
            run.from = i;
        }
        face = next;
    }
    run.to = stretch.to;
    add_run(work, run, face);
}

static void add_word(Work *work, Stretch stretch) {
    const Face *face = stretch.part->look.face;
    Word *word =
        word_shape(work->shaper, stretch_style(work, stretch, face), stretch_text(work, stretch));
    if (word->is_incomplete)
        add_with_fallback(work, stretch);
    else
        use_word(work, add_segment(work, stretch, face), word);
}

/* Both spaces are drawn with the glyph of U+0020: faces disagree about U+00A0. */
static void add_space(Work *work, Stretch stretch) {
    const Face *face = stretch.part->look.face;
    Word *word = word_shape(work->shaper, stretch_style(work, stretch, face), STR(" "));
    Segment *segment = add_segment(work, stretch, face);
    use_word(work, segment, word);
    segment->is_space = true;
    for (uint32_t i = 0; i < segment->count; i++) ((Glyph *)segment->glyphs)[i].flags = GLYPH_SPACE;
}

/* In verbatim text only a single space between words is a space; indents and runs keep their width. */
static bool is_fixed_space(const Work *work, size_t i, const TextPart *part) {
    if (!part->is_verbatim || work->chars[i].code_point != ' ') return false;
    if (i == 0 || i + 1 >= work->char_count) return true;
    uint32_t before = work->chars[i - 1].code_point;
    return before == '\n' || before == ' ' || work->chars[i + 1].code_point == ' ';
}

static size_t word_end(const Work *work, size_t from, size_t part_end, const TextPart *part) {
    const TextChar *first = &work->chars[from];
    size_t i = from;
    while (i < work->char_count && work->chars[i].at < part_end) {
        const TextChar *ch = &work->chars[i];
        if (ch->code_point == '\n' || ch->level != first->level || ch->script != first->script)
            break;
        if (is_glue(ch->code_point) && !is_fixed_space(work, i, part)) break;
        i++;
    }
    return i;
}

/* The frame round a boxed part must touch nothing: white at its ends. Words of `from` on are the part's. */
static void make_room(Work *work, size_t from) {
    if (from == work->shaper->segments.len) return;
    Segment *ends[] = {&work->shaper->segments.at[from], &list_last(&work->shaper->segments)};
    bool is_rtl = ends[0]->level & 1;
    for (int side = 0; side < 2; side++) { /* left, right */
        Segment *segment = ends[side ^ is_rtl];
        if (!segment->count) continue;
        Glyph *glyph = (Glyph *)&segment->glyphs[side ? segment->count - 1 : 0];
        int32_t units = (int32_t)(FRAME_SPACE * segment->face->upem / segment->part->look.size);
        glyph->advance += units;
        if (!side) glyph->dx += units;
        glyph->flags |= side ? GLYPH_FRAME_RIGHT : GLYPH_FRAME_LEFT;
        segment->width += look_length(&segment->part->look, segment->face, units, 0);
    }
}

void segments_make(Work *work) {
    size_t i = 0;
    for (size_t p = 0; p < work->paragraph->count; p++) {
        const TextPart *part = &work->paragraph->parts[p];
        uint32_t part_end = work->part_from[p + 1];
        size_t first = work->shaper->segments.len;
        while (i < work->char_count && work->chars[i].at < part_end) {
            uint32_t c = work->chars[i].code_point;
            Stretch stretch = {.part = part, .from = i, .to = i + 1};
            if (c == '\n') {
                i++;
                continue;
            }
            if (is_glue(c) && !is_fixed_space(work, i, part)) {
                add_space(work, stretch);
            } else {
                stretch.to = word_end(work, i, part_end, part);
                add_word(work, stretch);
            }
            i = stretch.to;
        }
        if (part->look.is_boxed) make_room(work, first);
    }
}
