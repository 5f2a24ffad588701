/* pdf_sample.h - two pages set by hand: every kind of thing the PDF stage must write, without the stages
 * before it. Glyphs are nominal, unkerned; each part of a line is one run. */
#ifndef TESTS_PDF_SAMPLE_H
#define TESTS_PDF_SAMPLE_H

#include "pdf/pdf.h"
#include "read/markup.h"

#include <stdio.h>

typedef struct Sample {
    Job job;
    FontSet *fonts;
    TagTree tags;
    Pages pages;
    Page *page;
    Sp y;
} Sample;

/* What a piece of a sample line is. */
typedef struct SamplePart {
    const char *text;
    Tag *owner; /* the element; its content leaf is made here */
    FaceStyle style;
    const TextLink *link;
    Color color;
    int tracking;
    bool is_boxed;
    bool has_hyphen; /* an inserted one behind */
} SamplePart;

static inline Sample sample_open(void) {
    Sample sample = {.fonts = font_set_new()};
    sample.job.arena = arena_new(0);
    sample.job.scratch = arena_new(0);
    sample.job.diags = diag_new(sample.job.arena);
    sample.tags.arena = sample.job.arena;
    return sample;
}

static inline void sample_drop(Sample *sample) {
    font_set_drop(sample->fonts);
    arena_drop(sample->job.scratch);
    arena_drop(sample->job.arena);
}

static inline Tag *sample_tag(Sample *sample, Tag *parent, TagRole role) {
    Tag *tag = ARENA_NEW(sample->job.arena, Tag);
    tag->role = role;
    tag->parent = parent;
    tag->number = sample->tags.count++;
    if (!parent)
        sample->tags.root = tag;
    else if (parent->last)
        parent->last->next = tag;
    else
        parent->first = tag;
    if (parent) parent->last = tag;
    return tag;
}

/* The leaf that painted text of `element` belongs to: one for each stretch between two children. */
static inline Tag *sample_leaf(Sample *sample, Tag *element) {
    if (element->last && element->last->role == TAG_CONTENT) return element->last;
    return sample_tag(sample, element, TAG_CONTENT);
}

static inline void sample_page(Sample *sample, const char *label) {
    sample->page = list_add(sample->job.arena, &sample->pages.pages);
    sample->page->number = (unsigned)sample->pages.pages.len;
    sample->page->label = str_from(label);
    sample->page->width = SP_MM(210);
    sample->page->height = SP_MM(297);
    sample->y = SP(72);
}

static inline void sample_mark(Sample *sample, const char *id, int level, const char *title) {
    PlacedMark *placed = list_add(sample->job.arena, &sample->page->marks);
    placed->mark = (Mark){.id = str_from(id), .outline_level = level, .title = str_from(title)};
    placed->y = sample->y - SP(12);
}

static inline PlacedGlyph *sample_glyphs(Sample *sample, const TextPart *part, bool has_hyphen,
                                         uint32_t at, LineRun *run) {
    PlacedGlyph *glyphs = ARENA_ARRAY(sample->job.arena, PlacedGlyph, part->text.len + 1);
    Sp tracking = sp_scale(part->look.size, part->look.tracking, 1000);
    for (size_t i = 0; i < part->text.len || has_hyphen;) {
        PlacedGlyph *glyph = &glyphs[run->count++];
        glyph->from = at + (uint32_t)i;
        bool is_end = i >= part->text.len;
        uint32_t c = is_end ? '-' : utf8_next(part->text, &i);
        glyph->to = at + (uint32_t)i;
        glyph->id = font_glyph(run->face, c);
        glyph->flags = is_end ? GLYPH_SOFT_HYPHEN : glyph->id == 0 ? GLYPH_BOX : 0;
        glyph->x = run->width;
        int advance = glyph->id ? font_advance(run->face, glyph->id) : 600;
        glyph->advance = shape_length(run->face, part->look.size, advance) + tracking;
        run->width += glyph->advance;
        if (is_end) break;
    }
    return glyphs;
}

/* A line at the sample's y, which moves on by 14 pt. */
static inline Placed *sample_line(Sample *sample, Sp size, const SamplePart *parts,
                                  uint32_t count) {
    Arena *arena = sample->job.arena;
    Line *line = ARENA_NEW(arena, Line);
    LineRun *runs = ARENA_ARRAY(arena, LineRun, count);
    Buf text = buf_new(arena);
    Sp x = 0;
    for (uint32_t i = 0; i < count; i++) {
        TextPart *part = ARENA_NEW(arena, TextPart);
        part->text = str_from(parts[i].text);
        part->owner = parts[i].owner ? sample_leaf(sample, parts[i].owner) : NULL;
        part->link = parts[i].link;
        part->look = (Look){
            .face = font_find(sample->fonts, STR("Source Serif 4"), parts[i].style),
            .size = size,
            .color = parts[i].color,
            .tracking = parts[i].tracking,
            .is_boxed = parts[i].is_boxed,
        };
        runs[i] = (LineRun){.part = part, .face = part->look.face, .x = x, .order = i};
        runs[i].glyphs =
            sample_glyphs(sample, part, parts[i].has_hyphen, (uint32_t)text.len, &runs[i]);
        x += runs[i].width;
        buf_add(&text, part->text);
    }
    *line =
        (Line){.text = buf_str(&text), .to = (uint32_t)text.len, .runs = runs, .run_count = count};
    Placed *placed = list_add(arena, &sample->page->placed);
    *placed = (Placed){.kind = PLACED_LINE, .x = SP(72), .y = sample->y, .line = line};
    sample->y += SP(14);
    return placed;
}

static inline void sample_running(Sample *sample, const char *text, bool is_foot) {
    Sp y = sample->y;
    sample->y = is_foot ? SP(800) : SP(40);
    Placed *placed = sample_line(sample, SP(8), &(SamplePart){.text = text}, 1);
    placed->is_artifact = placed->is_pagination = true;
    placed->is_foot = is_foot;
    sample->y = y;
}

static inline void sample_rule(Sample *sample, Color color) {
    *list_add(sample->job.arena, &sample->page->placed) = (Placed){.kind = PLACED_RULE,
                                                                   .is_artifact = true,
                                                                   .x = SP(72),
                                                                   .y = sample->y,
                                                                   .width = SP(200),
                                                                   .height = SP_TENTHS(5),
                                                                   .color = color};
}

static const TextLink sample_uri = {.url = STR_CONST("https://example.org/a?b=c&d=\xC3\xA9")};
static const TextLink sample_jump = {.url = STR_CONST("#second")};
static const TextLink sample_lost = {.url = STR_CONST("#nowhere")};

static inline void sample_list(Sample *sample, Tag *document) {
    Tag *list = sample_tag(sample, document, TAG_L);
    list->list_numbering = "Decimal";
    for (int i = 0; i < 2; i++) {
        Tag *item = sample_tag(sample, list, TAG_LI);
        Tag *label = sample_tag(sample, item, TAG_LBL);
        Tag *body = sample_tag(sample, sample_tag(sample, item, TAG_LBODY), TAG_P);
        SamplePart parts[] = {{.text = i ? "2. " : "1. ", .owner = label},
                              {.text = "item of the list", .owner = body}};
        sample_line(sample, SP(10), parts, 2);
    }
}

static inline void sample_table(Sample *sample, Tag *document) {
    Tag *row = sample_tag(sample, sample_tag(sample, document, TAG_TABLE), TAG_TR);
    SamplePart head = {.text = "Head ", .owner = sample_tag(sample, row, TAG_TH)};
    SamplePart cell = {.text = "cell", .owner = sample_tag(sample, row, TAG_TD)};
    sample_line(sample, SP(10), (SamplePart[]){head, cell}, 2);
    sample_tag(sample, row, TAG_TD);                                   /* an empty cell stays */
    sample_tag(sample, sample_tag(sample, document, TAG_SECT), TAG_P); /* this goes */
}

static inline void sample_first_page(Sample *sample, Tag *document, Tag *split) {
    Tag *head = sample_tag(sample, document, TAG_H1);
    sample_page(sample, "1");
    sample_mark(sample, "first", 1, "Caf\xC3\xA9 (\xE2\x82\xAC)");
    sample_line(sample, SP(18), &(SamplePart){.text = "Hand-made (sample)", .owner = head}, 1);
    Tag *text = sample_tag(sample, document, TAG_P), *strong = sample_tag(sample, text, TAG_STRONG);
    sample_line(sample, SP(10),
                (SamplePart[]){{.text = "bold ", .owner = strong, .style = FACE_BOLD},
                               {.text = "typed-hyphen, hyphen", .owner = text, .has_hyphen = true}},
                2);
    sample_line(sample, SP(10), &(SamplePart){.text = "ated. ", .owner = text}, 1);
    Tag *french = sample_tag(sample, text, TAG_SPAN);
    french->lang = STR("fr");
    french->expansion = STR("Organisation des Nations unies");
    sample_line(
        sample, SP(10),
        (SamplePart[]){{.text = "ONU ", .owner = french, .style = FACE_ITALIC, .tracking = 50},
                       {.text = "red ", .owner = text, .color = {200, 0, 0}},
                       {.text = "TBC", .owner = text, .is_boxed = true},
                       {.text = " \xE2\x98\x83 gone ", .owner = text}},
        4);
    Tag *para = sample_tag(sample, document, TAG_P);
    Tag *link = sample_tag(sample, para, TAG_LINK), *jump = sample_tag(sample, para, TAG_LINK);
    sample_line(sample, SP(10),
                &(SamplePart){.text = "a link over ", .owner = link, .link = &sample_uri}, 1);
    sample_line(sample, SP(10),
                (SamplePart[]){{.text = "two lines ", .owner = link, .link = &sample_uri},
                               {.text = "and a jump", .owner = jump, .link = &sample_jump},
                               {.text = " lost", .owner = para, .link = &sample_lost}},
                3);
    sample_list(sample, document);
    sample_table(sample, document);
    sample_line(sample, SP(10), &(SamplePart){.text = "begins here ", .owner = split}, 1);
    sample_rule(sample, (Color){0, 90, 160});
    sample_running(sample, "Running head", false);
    sample_running(sample, "1", true);
}

static inline void sample_build(Sample *sample) {
    Tag *document = sample_tag(sample, NULL, TAG_DOCUMENT);
    Tag *late = sample_tag(sample, document, TAG_DIV);
    Tag *split = NULL;
    (void)late;
    /* The paragraph that runs over the page end is built last of page 1, so its tag is made there. */
    Tag *main_part = sample_tag(sample, document, TAG_PART);
    Tag *split_part = sample_tag(sample, document, TAG_PART);
    split = sample_tag(sample, split_part, TAG_P);
    sample_first_page(sample, main_part, split);
    sample_page(sample, "2");
    sample_line(sample, SP(10), &(SamplePart){.text = "and ends on page two.", .owner = split}, 1);
    sample_mark(sample, "second", 2, "Second");
    Tag *head = sample_tag(sample, split_part, TAG_H2);
    sample_line(sample, SP(14), &(SamplePart){.text = "Second heading", .owner = head}, 1);
    sample_running(sample, "Running head", false);
    sample_running(sample, "2", true);
}

static inline bool sample_keep(void *to, const void *bytes, size_t size) {
    buf_add(to, (Str){bytes, size});
    return true;
}

static const Str sample_authors[] = {STR_CONST("A & B"), STR_CONST("C <d>")};

static inline PdfInfo sample_info(PdfClaim claim) {
    return (PdfInfo){.title = STR("Title & <sample> \xE2\x82\xAC"),
                     .lang = STR("en-GB"),
                     .subject = STR("A \"subject\""),
                     .creator_tool = STR("dossier 0.1.0"),
                     .authors = sample_authors,
                     .author_count = 2,
                     .time = 1795480550,
                     .claim = claim,
                     .compression = 6};
}

/* The whole sample as a file's bytes, borrowed from the sample; empty when writing failed. */
static inline Str sample_write(Sample *sample, PdfClaim claim) {
    Buf *file = ARENA_NEW(sample->job.arena, Buf);
    *file = buf_new(sample->job.arena);
    PdfInfo info = sample_info(claim);
    PdfSink sink = {.write = sample_keep, .to = file};
    if (!pdf_write(&sample->job, &sample->pages, &sample->tags, &info, sink)) return (Str){0};
    return buf_str(file);
}

#endif
