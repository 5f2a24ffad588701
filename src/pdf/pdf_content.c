/* Placed lines and rules of a page in, its content stream out. */
#include "pdf/pdf_content.h"

#include "pdf/pdf_drawn.h"
#include "pdf/pdf_object.h"
#include "pdf/pdf_text.h"

/* Frame round a TBC, box of a missing character. */
#define FRAME_LINE (SP_PT * 2 / 5)
#define FRAME_GAP SP_PT

typedef enum StretchKind {
    STRETCH_NONE,
    STRETCH_OWNED,
    STRETCH_HEADER,
    STRETCH_FOOTER,
    STRETCH_LAYOUT
} StretchKind;

/* A rectangle to be stroked when the page's text is done. */
typedef struct Frame {
    const TextPart *part; /* NULL: the box of a missing character */
    const Line *line;
    Sp left, right, bottom, top;
} Frame;

typedef struct Painter {
    Job *job;
    PdfFonts *fonts;
    PdfTags *tags;
    const Page *page;
    PdfContent *content;
    TextPen pen;
    StretchKind kind; /* of the open marked content */
    const Tag *owner; /* of an owned one */
    LIST(Frame) frames;
    LIST(DrawnGlyph) drawn;
} Painter;

/* ---- marked content ------------------------------------------------------------------------ */

static void close_stretch(Painter *painter) {
    text_break(&painter->pen);
    if (painter->kind != STRETCH_NONE) buf_add(&painter->content->bytes, STR("EMC\n"));
    painter->kind = STRETCH_NONE;
    painter->owner = NULL;
}

static void put_artifact(Buf *buf, StretchKind kind) {
    static const char *const properties[] = {
        [STRETCH_HEADER] = "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n",
        [STRETCH_FOOTER] = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n",
        [STRETCH_LAYOUT] = "/Artifact<</Type/Layout>>BDC\n",
    };
    buf_add(buf, str_from(properties[kind]));
}

/* Marked content opened inside a text object must end there, so a change between text and paths ends
 * the stretch too. */
static void open_stretch(Painter *painter, StretchKind kind, const Tag *owner, bool in_text) {
    bool goes_on = painter->kind == kind && painter->owner == owner;
    if (goes_on && painter->pen.in_text == in_text) return;
    close_stretch(painter);
    if (in_text)
        text_begin(&painter->pen);
    else
        text_end(&painter->pen);
    painter->kind = kind;
    painter->owner = owner;
    Buf *buf = &painter->content->bytes;
    if (kind == STRETCH_OWNED)
        buf_print(buf, "/%s<</MCID %u>>BDC\n", pdf_tags_stretch_name(owner),
                  pdf_tags_add_stretch(painter->tags, owner));
    else
        put_artifact(buf, kind);
}

static StretchKind artifact_kind(const Placed *placed) {
    if (!placed->is_pagination) return STRETCH_LAYOUT;
    return placed->is_foot ? STRETCH_FOOTER : STRETCH_HEADER;
}

/* ---- paths --------------------------------------------------------------------------------- */

static void put_rectangle(Buf *buf, const Sp sides[4], Str paint) {
    int64_t left = pdf_hundredths(sides[0]), bottom = pdf_hundredths(sides[1]);
    const int64_t numbers[] = {left, bottom, pdf_hundredths(sides[2]) - left,
                               pdf_hundredths(sides[3]) - bottom};
    for (size_t i = 0; i < 4; i++) {
        pdf_put_decimal(buf, numbers[i], 2);
        buf_add_char(buf, ' ');
    }
    buf_add(buf, STR("re "));
    buf_add(buf, paint);
    buf_add_char(buf, '\n');
}

static void paint_rule(Painter *painter, const Placed *placed) {
    if (placed->width <= 0 || placed->height <= 0)
        return; /* readers draw even nothing a pixel wide */
    open_stretch(painter, artifact_kind(placed), NULL, false);
    text_set_color(&painter->pen, placed->color);
    Sp top = painter->page->height - placed->y;
    const Sp sides[] = {placed->x, top - placed->height, placed->x + placed->width, top};
    put_rectangle(&painter->content->bytes, sides, STR("f"));
}

static void put_line_width(Buf *buf) {
    pdf_put_length(buf, FRAME_LINE);
    buf_add(buf, STR(" w\n"));
}

/* ---- pictures ------------------------------------------------------------------------------ */

/* The unit square that a picture is painted in, onto its place: for each EXIF orientation where the ends of
 * its rows (a, b) and columns (c, d) go, in widths and heights of that place. */
static const struct {
    signed char a, b, c, d;
} turns[] = {{1, 0, 0, 1},   {1, 0, 0, 1},  {-1, 0, 0, 1}, {-1, 0, 0, -1}, {1, 0, 0, -1},
             {0, -1, -1, 0}, {0, -1, 1, 0}, {0, 1, 1, 0},  {0, 1, -1, 0}};

static void put_matrix(Buf *buf, const int64_t place[4], unsigned orientation) {
    int64_t left = place[0], bottom = place[1], width = place[2], height = place[3];
    int a = turns[orientation].a, b = turns[orientation].b;
    int c = turns[orientation].c, d = turns[orientation].d;
    const int64_t numbers[] = {a * width,
                               b * height,
                               c * width,
                               d * height,
                               left + (a < 0 || c < 0 ? width : 0),
                               bottom + (b < 0 || d < 0 ? height : 0)};
    for (size_t i = 0; i < 6; i++) {
        pdf_put_decimal(buf, numbers[i], 2);
        buf_add_char(buf, ' ');
    }
    buf_add(buf, STR("cm"));
}

/* The whole of a picture of which the place shows a part: as small as fills it, in the middle, and of what is too
 * tall twice as much cut off below as above, where faces are. */
static void cover(const Image *image, const int64_t place[4], int64_t whole[4]) {
    int64_t width = image->shown_width, height = image->shown_height;
    bool is_tall = place[2] * height > place[3] * width;
    whole[2] = is_tall ? place[2] : place[3] * width / height;
    whole[3] = is_tall ? place[2] * height / width : place[3];
    whole[0] = place[0] - (whole[2] - place[2]) / 2;
    whole[1] = place[1] - (whole[3] - place[3]) * 2 / 3;
}

static void put_clip(Buf *buf, const int64_t place[4]) {
    for (size_t i = 0; i < 4; i++) {
        pdf_put_decimal(buf, place[i], 2);
        buf_add_char(buf, ' ');
    }
    buf_add(buf, STR("re W n "));
}

static void paint_image(Painter *painter, const Placed *placed) {
    const Tag *owner = placed->is_artifact ? NULL : placed->owner;
    open_stretch(painter, owner ? STRETCH_OWNED : artifact_kind(placed), owner, false);
    Sp top = painter->page->height - placed->y;
    int64_t left = pdf_hundredths(placed->x), bottom = pdf_hundredths(top - placed->height);
    const int64_t place[] = {left, bottom, pdf_hundredths(placed->x + placed->width) - left,
                             pdf_hundredths(top) - bottom};
    Buf *buf = &painter->content->bytes;
    buf_add(buf, STR("q "));
    int64_t whole[4];
    memcpy(whole, place, sizeof whole);
    if (placed->is_cropped) {
        put_clip(buf, place);
        cover(placed->image, place, whole);
    }
    put_matrix(buf, whole, placed->image->orientation);
    buf_print(buf, "/Im%u Do Q\n", pdf_image_use(painter->content->images, placed->image));
    painter->content->has_transparency |= placed->image->alpha.len > 0;
    if (owner) pdf_tags_set_box(painter->tags, owner, place);
}

/* ---- runs ---------------------------------------------------------------------------------- */

/* One run at its place on the page. */
typedef struct RunPlace {
    const Placed *placed;
    const LineRun *run;
    StretchKind kind;
    const Tag *owner, *link_owner; /* of the text; of its link's annotation */
    PdfFont *font;
    Sp left, baseline; /* from the page's bottom left corner */
} RunPlace;

static Str glyph_text(const RunPlace *place, const PlacedGlyph *glyph) {
    if (glyph->flags & GLYPH_SOFT_HYPHEN) return STR("\xC2\xAD");
    return str_slice(place->placed->line->text, glyph->from, glyph->to);
}

static bool is_missing(const PlacedGlyph *glyph) {
    return (glyph->flags & GLYPH_BOX) || glyph->id == 0;
}

static void open_run(Painter *painter, const RunPlace *place) {
    open_stretch(painter, place->kind, place->owner, true);
    const Look *look = &place->run->part->look;
    text_set_state(&painter->pen, &(TextState){.font = place->font->number,
                                               .size = look->size,
                                               .tracking = look->tracking,
                                               .expansion = place->placed->line->expansion,
                                               .color = look->color});
}

static void paint_glyph(Painter *painter, const RunPlace *place, const PlacedGlyph *glyph,
                        Str text) {
    const PdfCode *code = pdf_font_code(painter->fonts, place->font, glyph->id, text);
    text_glyph(&painter->pen, place->left + glyph->x, place->baseline, glyph->y, code);
}

/* A character that no font has: a box is stroked at the end of the page, and here stands a blank glyph
 * that reads as the character. Never glyph 0 (UA-1, 7.21.8). */
static void paint_missing(Painter *painter, const RunPlace *place, const PlacedGlyph *glyph) {
    const Face *face = place->run->face;
    Sp left = place->left + glyph->x, width = sp_max(glyph->advance, 3 * FRAME_LINE);
    const PdfCode *code =
        pdf_font_code(painter->fonts, place->font, font_glyph(face, ' '), glyph_text(place, glyph));
    text_blank(&painter->pen, left, place->baseline, width, code);
    *list_add(painter->job->scratch, &painter->frames) = (Frame){
        .left = left + FRAME_LINE,
        .right = left + width - FRAME_LINE,
        .bottom = place->baseline,
        .top = place->baseline + shape_length(face, place->run->part->look.size, face->cap_height)};
}

static bool has_no_text(const PlacedGlyph *glyph) {
    return glyph->from == glyph->to && !(glyph->flags & GLYPH_SOFT_HYPHEN) && !is_missing(glyph);
}

/* A mark whose letter carries the whole text. As a glyph it would have to map to some character, and readers take
 * a glyph that stands on another for a new word or line: so it is a path, drawn at the end of the page. */
static bool is_drawn(const RunPlace *place, const PlacedGlyph *glyph) {
    return has_no_text(glyph) && font_is_mark(place->run->face, glyph->id);
}

static void note_drawn(Painter *painter, const RunPlace *place, const PlacedGlyph *glyph) {
    const Look *look = &place->run->part->look;
    *list_add(painter->job->scratch, &painter->drawn) =
        (DrawnGlyph){.face = place->run->face,
                     .glyph = glyph->id,
                     .size = look->size,
                     .x = place->left + glyph->x,
                     .y = place->baseline + glyph->y,
                     .expansion = place->placed->line->expansion,
                     .color = look->color};
}

/* How many glyphs from `i` on share the text of the first: the later ones have none of their own. */
static uint32_t cluster_length(const RunPlace *place, uint32_t i) {
    const LineRun *run = place->run;
    uint32_t end = i + 1;
    while (end < run->count && has_no_text(&run->glyphs[end]) &&
           !is_drawn(place, &run->glyphs[end]))
        end++;
    return end - i;
}

/* Several glyphs with enough characters get one each, the last the rest: readers that know nothing of
 * clusters then read the text all the same. Otherwise the text stands as ActualText round them. */
static void paint_cluster(Painter *painter, const RunPlace *place, uint32_t from, uint32_t count) {
    Str text = glyph_text(place, &place->run->glyphs[from]);
    bool is_shared = utf8_count(text) >= count;
    Buf *buf = &painter->content->bytes;
    if (!is_shared) {
        text_break(&painter->pen);
        buf_add(buf, STR("/Span<</ActualText"));
        pdf_add_text(painter->fonts->out, buf, text);
        buf_add(buf, STR(">>BDC\n"));
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t which = place->run->level % 2 && is_shared ? count - 1 - i : i;
        size_t end = 0;
        if (i + 1 < count && text.len > 0)
            utf8_next(text, &end);
        else
            end = text.len;
        paint_glyph(painter, place, &place->run->glyphs[from + which], str_slice(text, 0, end));
        text = str_slice(text, end, text.len);
    }
    if (!is_shared) {
        text_break(&painter->pen);
        buf_add(buf, STR("EMC\n"));
    }
}

static void paint_run(Painter *painter, const RunPlace *place) {
    const LineRun *run = place->run;
    open_run(painter, place);
    for (uint32_t i = 0; i < run->count;) {
        const PlacedGlyph *glyph = &run->glyphs[i];
        uint32_t count = is_missing(glyph) ? 1 : cluster_length(place, i);
        if (is_missing(glyph))
            paint_missing(painter, place, glyph);
        else if (is_drawn(place, glyph))
            note_drawn(painter, place, glyph);
        else if (count == 1)
            paint_glyph(painter, place, glyph, glyph_text(place, glyph));
        else
            paint_cluster(painter, place, i, count);
        i += count;
    }
}

/* ---- what surrounds a run ------------------------------------------------------------------ */

static Frame run_frame(const RunPlace *place) {
    const Face *face = place->run->face;
    Sp size = place->run->part->look.size;
    return (Frame){.part = place->run->part,
                   .line = place->placed->line,
                   .left = place->left - FRAME_GAP,
                   .right = place->left + place->run->width + FRAME_GAP,
                   .bottom = place->baseline + shape_length(face, size, face->descent),
                   .top = place->baseline + shape_length(face, size, face->ascent)};
}

static void note_frame(Painter *painter, const RunPlace *place) {
    Frame frame = run_frame(place);
    const LineRun *run = place->run;
    if (run->count && run->glyphs[0].flags & GLYPH_FRAME_LEFT) frame.left += FRAME_SPACE;
    if (run->count && run->glyphs[run->count - 1].flags & GLYPH_FRAME_RIGHT)
        frame.right -= FRAME_SPACE;
    Frame *last = painter->frames.len ? &list_last(&painter->frames) : NULL;
    if (last && last->part == frame.part && last->line == frame.line) {
        last->left = sp_min(last->left, frame.left);
        last->right = sp_max(last->right, frame.right);
        return;
    }
    *list_add(painter->job->scratch, &painter->frames) = frame;
}

/* Struck words: a rectangle without height through the middle of the small letters. */
static void note_strike(Painter *painter, const RunPlace *place) {
    const Face *face = place->run->face;
    Sp middle =
        place->baseline + shape_length(face, place->run->part->look.size, face->x_height) / 2;
    *list_add(painter->job->scratch, &painter->frames) =
        (Frame){.part = place->run->part,
                .line = place->placed->line,
                .left = place->left,
                .right = place->left + place->run->width,
                .bottom = middle,
                .top = middle};
}

static void note_link(Painter *painter, const RunPlace *place) {
    Frame frame = run_frame(place);
    frame.left += FRAME_GAP;
    frame.right -= FRAME_GAP;
    PdfContent *content = painter->content;
    LinkBox *last = content->links.len ? &list_last(&content->links) : NULL;
    if (last && last->link == place->run->part->link && last->line == frame.line) {
        last->left = sp_min(last->left, frame.left);
        last->right = sp_max(last->right, frame.right);
        last->bottom = sp_min(last->bottom, frame.bottom);
        last->top = sp_max(last->top, frame.top);
        return;
    }
    *list_add(painter->job->scratch, &content->links) = (LinkBox){.link = place->run->part->link,
                                                                  .owner = place->link_owner,
                                                                  .line = frame.line,
                                                                  .left = frame.left,
                                                                  .right = frame.right,
                                                                  .bottom = frame.bottom,
                                                                  .top = frame.top};
}

static void paint_frames(Painter *painter) {
    Buf *buf = &painter->content->bytes;
    for (size_t i = 0; i < painter->frames.len; i++) {
        const Frame *frame = &painter->frames.at[i];
        open_stretch(painter, STRETCH_LAYOUT, NULL, false);
        if (i == 0) put_line_width(buf);
        const Sp sides[] = {frame->left, frame->bottom, frame->right, frame->top};
        put_rectangle(buf, sides, STR("S"));
    }
}

static void paint_drawn(Painter *painter) {
    for (size_t i = 0; i < painter->drawn.len; i++) {
        open_stretch(painter, STRETCH_LAYOUT, NULL, false);
        text_set_color(&painter->pen, painter->drawn.at[i].color);
        pdf_drawn_put(painter->job->scratch, &painter->content->bytes, &painter->drawn.at[i]);
    }
}

/* ---- lines --------------------------------------------------------------------------------- */

/* Runs in the order they are read: a counting sort by `order`. */
static const LineRun **reading_order(Arena *scratch, const Line *line) {
    const LineRun **runs = ARENA_ARRAY(scratch, const LineRun *, line->run_count);
    for (uint32_t i = 0; i < line->run_count; i++)
        if (line->runs[i].order < line->run_count) runs[line->runs[i].order] = &line->runs[i];
    return runs;
}

static void paint_line(Painter *painter, const Placed *placed) {
    const LineRun **runs = reading_order(painter->job->scratch, placed->line);
    for (uint32_t i = 0; i < placed->line->run_count; i++) {
        const LineRun *run = runs[i];
        if (!run || run->count == 0) continue;
        const Tag *owner = placed->is_artifact ? NULL : run->part->owner;
        RunPlace place = {.placed = placed,
                          .run = run,
                          .kind = owner ? STRETCH_OWNED : artifact_kind(placed),
                          .owner = owner,
                          .link_owner = owner ? owner : placed->owner,
                          .font = pdf_font_use(painter->fonts, run->face),
                          .left = placed->x + run->x,
                          .baseline = painter->page->height - placed->y};
        paint_run(painter, &place);
        if (run->part->look.is_boxed) note_frame(painter, &place);
        if (run->part->look.is_struck) note_strike(painter, &place);
        if (run->part->link && place.link_owner) note_link(painter, &place);
    }
}

void pdf_content_write(Job *job, PdfFonts *fonts, PdfTags *tags, const Page *page,
                       PdfContent *content) {
    content->bytes = buf_new(job->scratch);
    Painter painter = {.job = job, .fonts = fonts, .tags = tags, .page = page, .content = content};
    painter.pen.to = &content->bytes;
    for (size_t i = 0; i < page->placed.len; i++) {
        const Placed *placed = &page->placed.at[i];
        if (placed->kind == PLACED_LINE)
            paint_line(&painter, placed);
        else if (placed->kind == PLACED_IMAGE)
            paint_image(&painter, placed);
        else
            paint_rule(&painter, placed);
    }
    paint_drawn(&painter);
    paint_frames(&painter);
    close_stretch(&painter);
    text_end(&painter.pen);
}
