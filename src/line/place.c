/* A chosen line into runs of placed glyphs.
 *
 * The line's items become pieces (a word, a cut word's part, a space), pieces are put into visual order and
 * joined into runs. Positions inside a run come from font units summed up and scaled once, so nothing
 * drifts; what a justified line lacks is spread over the spaces by running totals, so the last glyph ends
 * exactly at the edge. */
#include "line/fit.h"

typedef struct Piece {
    const Segment *segment;
    const Glyph *glyphs;
    uint32_t count, from, to;
    uint8_t level;
    bool is_trailing; /* dropped from the width, kept as text */
    bool is_glue;
    Sp stretch, shrink;
} Piece;

/* Pieces [begin, end) in visual order that make a run. */
typedef struct Join {
    uint32_t begin, end;
} Join;

typedef struct Placer {
    Job *job;
    Shaper *shaper;
    const Fit *fit;
    FitLine at;
    bool is_filled;
    LIST(Piece) pieces; /* in reading order */
    uint32_t *order;
    LIST(Join) joins;
    int expansion;
    Sp missing;         /* to be spread over the spaces */
    Sp weight, weighed; /* of all spaces, of those placed so far */
} Placer;

/* Where a pen stands in a run. */
typedef struct Pen {
    int64_t body, glue; /* font units so far; glue is never expanded */
    uint32_t count;     /* glyphs so far, for tracking; a mark goes with its letter */
    Sp extra;           /* justification so far */
} Pen;

static Piece *add_piece(Placer *placer, uint32_t item, bool is_trailing) {
    const Item *at = &placer->fit->items[item];
    const Segment *segment = &placer->fit->shaped->segments[at->segment];
    Piece *piece = list_add(placer->job->scratch, &placer->pieces);
    *piece = (Piece){.segment = segment,
                     .from = at->from,
                     .to = at->to,
                     .level = segment->level,
                     .is_trailing = is_trailing,
                     .is_glue = at->kind == ITEM_GLUE};
    if (is_trailing) /* UAX #9 L1 */
        piece->level = placer->fit->shaped->is_rtl;
    return piece;
}

static void collect_pieces(Placer *placer, uint32_t from, uint32_t to, bool is_trailing) {
    const Item *items = placer->fit->items;
    const Segment *segments = placer->fit->shaped->segments;
    Piece *piece = NULL;
    for (uint32_t i = from; i < to; i++) {
        if (items[i].kind == ITEM_PENALTY) continue;
        bool goes_on = piece && piece->segment == &segments[items[i].segment];
        if (!goes_on) piece = add_piece(placer, i, is_trailing);
        piece->to = items[i].to;
        if (!is_trailing) {
            piece->stretch += items[i].stretch;
            piece->shrink += items[i].shrink;
        }
    }
}

/* Whole segments keep their glyphs; parts of one are shaped as they stand at the line's end or start. */
static void find_glyphs(Placer *placer, uint32_t b) {
    const Shaped *shaped = placer->fit->shaped;
    const Item *end = &placer->fit->items[b];
    for (size_t i = 0; i < placer->pieces.len; i++) {
        Piece *piece = &placer->pieces.at[i];
        const Segment *segment = piece->segment;
        uint32_t index = (uint32_t)(segment - shaped->segments);
        bool is_last = i + 1 == placer->pieces.len;
        bool is_hyphenated = is_last && end->kind == ITEM_PENALTY && end->is_hyphen;
        piece->glyphs = segment->glyphs;
        piece->count = segment->count;
        if (is_hyphenated || piece->from > segment->from || piece->to < segment->to)
            piece->glyphs = shape_fragment(placer->shaper, shaped, index, piece->from, piece->to,
                                           is_hyphenated, &piece->count);
    }
}

static void order_pieces(Placer *placer) {
    uint32_t count = (uint32_t)placer->pieces.len;
    uint8_t *levels = ARENA_ARRAY(placer->job->scratch, uint8_t, count);
    placer->order = ARENA_ARRAY(placer->job->scratch, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) levels[i] = placer->pieces.at[i].level;
    bidi_reorder(levels, count, placer->order);
}

/* In right-to-left text trailing spaces stand left of the line's left edge: a run of their own. */
static bool joins_with(const Placer *placer, uint32_t visual) {
    uint32_t before = placer->order[visual - 1], here = placer->order[visual];
    const Piece *a = &placer->pieces.at[before], *b = &placer->pieces.at[here];
    bool are_neighbours = before + 1 == here || here + 1 == before;
    return are_neighbours && a->segment->part == b->segment->part &&
           a->segment->face == b->segment->face && a->level == b->level &&
           (a->is_trailing == b->is_trailing || a->level % 2 == 0);
}

static void join_pieces(Placer *placer) {
    for (uint32_t i = 0; i < placer->pieces.len; i++) {
        if (i == 0 || !joins_with(placer, i))
            *list_add(placer->job->scratch, &placer->joins) = (Join){.begin = i};
        list_last(&placer->joins).end = i + 1;
    }
}

static const Piece *piece_at(const Placer *placer, uint32_t visual) {
    return &placer->pieces.at[placer->order[visual]];
}

/* sp_scale() without its 128 bits where 64 do, which is always but for posters: this is done per glyph. */
static Sp scale_units(Sp size, int64_t units, int64_t per) {
    const int64_t most = (int64_t)1 << 31;
    if (units == 0) return 0;
    if (size < 0 || size >= most || units <= -most || units >= most)
        return sp_scale(size, units, per);
    int64_t product = size * units, half = per / 2;
    return (product >= 0 ? product + half : product - half) / per;
}

static Sp pen_x(const Placer *placer, const Piece *piece, const Pen *pen) {
    const Look *look = &piece->segment->part->look;
    int64_t units = pen->body * (1000 + placer->expansion) + pen->glue * 1000;
    return scale_units(look->size, units, (int64_t)piece->segment->face->upem * 1000) +
           scale_units(look->size, (int64_t)look->tracking * pen->count, 1000) + pen->extra;
}

static void pen_advance(Pen *pen, const Piece *piece, const Glyph *glyph) {
    if (piece->is_glue)
        pen->glue += glyph->advance;
    else
        pen->body += glyph->advance;
    if (glyph->advance) pen->count++;
}

/* Width of a run without justification; what of it expansion acts on is added to *body. */
static Sp join_width(const Placer *placer, const Join *join, Sp *body) {
    Pen pen = {0};
    const Piece *piece = piece_at(placer, join->begin);
    for (uint32_t i = join->begin; i < join->end; i++) {
        const Piece *at = piece_at(placer, i);
        for (uint32_t g = 0; g < at->count && !at->is_trailing; g++)
            pen_advance(&pen, at, &at->glyphs[g]);
    }
    *body += shape_length(piece->segment->face, piece->segment->part->look.size, pen.body);
    return pen_x(placer, piece, &pen);
}

static Sp line_width(const Placer *placer, Sp *body) {
    Sp width = 0;
    *body = 0;
    for (size_t i = 0; i < placer->joins.len; i++)
        width += join_width(placer, &placer->joins.at[i], body);
    return width;
}

/* Glyphs take their share first, so that spaces stay even; then the spaces take what is left. */
static void justify(Placer *placer) {
    Sp body, missing = placer->at.room - line_width(placer, &body);
    Sp stretch = 0, shrink = 0;
    bool is_filled = placer->is_filled && missing > 0;
    if (placer->fit->shape != FIT_JUSTIFIED || is_filled) return;
    for (size_t i = 0; i < placer->pieces.len; i++) {
        stretch += placer->pieces.at[i].stretch;
        shrink += placer->pieces.at[i].shrink;
    }
    placer->weight = missing > 0 ? stretch : shrink;
    if (placer->weight == 0) return;
    int limit = placer->fit->spec->expansion;
    if (limit && body > 0) {
        Sp wanted = missing * 1000 / body;
        placer->expansion = (int)(wanted > limit ? limit : wanted < -limit ? -limit : wanted);
        missing = placer->at.room - line_width(placer, &body);
    }
    /* Reshaped fragments may differ a little from their estimate; more than that is an overfull line. */
    if (-missing > shrink + placer->fit->spec->measure / 200) missing = -shrink;
    placer->missing = missing;
}

/* The text a glyph carries. Clusters rise along the glyphs, or fall in right-to-left pieces. */
static void find_text(const Piece *piece, uint32_t g, PlacedGlyph *placed) {
    const Glyph *glyphs = piece->glyphs;
    placed->from = placed->to = piece->to;
    if (glyphs[g].flags & GLYPH_SOFT_HYPHEN) return;
    uint32_t cluster = glyphs[g].cluster, end = piece->to;
    bool is_rtl = piece->segment->level % 2 != 0, is_carrier = true;
    for (uint32_t i = g; i-- > 0 && !(glyphs[i].flags & GLYPH_SOFT_HYPHEN);) {
        if (glyphs[i].cluster != cluster) {
            if (is_rtl) end = glyphs[i].cluster;
            break;
        }
        is_carrier &= is_rtl;
    }
    for (uint32_t i = g + 1; i < piece->count && !(glyphs[i].flags & GLYPH_SOFT_HYPHEN); i++) {
        if (glyphs[i].cluster != cluster) {
            if (!is_rtl) end = glyphs[i].cluster;
            break;
        }
        is_carrier &= !is_rtl;
    }
    placed->from = is_carrier ? cluster : end;
    placed->to = end;
}

static void place_piece(Placer *placer, const Piece *piece, Pen *pen, PlacedGlyph *out) {
    const Look *look = &piece->segment->part->look;
    const Face *face = piece->segment->face;
    Sp x = pen_x(placer, piece, pen);
    for (uint32_t g = 0; g < piece->count; g++) {
        const Glyph *glyph = &piece->glyphs[g];
        pen_advance(pen, piece, glyph);
        if (g + 1 == piece->count && placer->weight) {
            Sp before = sp_scale(placer->missing, placer->weighed, placer->weight);
            placer->weighed += placer->missing > 0 ? piece->stretch : piece->shrink;
            pen->extra += sp_scale(placer->missing, placer->weighed, placer->weight) - before;
        }
        Sp next = pen_x(placer, piece, pen);
        out[g] = (PlacedGlyph){.id = glyph->id,
                               .flags = glyph->flags,
                               .x = x + scale_units(look->size, glyph->dx, face->upem),
                               .y = scale_units(look->size, glyph->dy, face->upem) + look->rise,
                               .advance = next - x};
        find_text(piece, g, &out[g]);
        x = next;
    }
}

static LineRun place_run(Placer *placer, const Join *join) {
    const Piece *piece = piece_at(placer, join->begin);
    LineRun run = {
        .part = piece->segment->part, .face = piece->segment->face, .level = piece->level};
    for (uint32_t i = join->begin; i < join->end; i++) run.count += piece_at(placer, i)->count;
    PlacedGlyph *glyphs = ARENA_ARRAY(placer->job->arena, PlacedGlyph, run.count);
    run.glyphs = glyphs;
    Pen pen = {0};
    for (uint32_t i = join->begin; i < join->end; i++) {
        piece = piece_at(placer, i);
        place_piece(placer, piece, &pen, glyphs);
        glyphs += piece->count;
        if (!piece->is_trailing) run.width = pen_x(placer, piece, &pen);
    }
    return run;
}

/* Reading order: rank of the run's first piece among all runs. */
static uint32_t reading_order(const Placer *placer, const Join *join) {
    uint32_t order = 0, first = placer->order[join->begin];
    for (size_t i = 0; i < placer->joins.len; i++)
        order += placer->order[placer->joins.at[i].begin] < first;
    return order;
}

static Sp left_edge(const Fit *fit, const FitLine *at, Sp width) {
    Sp left = at->indent - at->hang_left;
    if (fit->spec->align == ALIGN_END)
        left += at->room - width;
    else if (fit->spec->align == ALIGN_CENTER)
        left += (at->room - width) / 2;
    return fit->shaped->is_rtl ? fit->spec->measure - left - width : left;
}

static Align fixed_edge(const Placer *placer) {
    Align align = placer->fit->spec->align;
    bool is_rtl = placer->fit->shaped->is_rtl;
    if (placer->weight) return ALIGN_JUSTIFY;
    if (align == ALIGN_CENTER) return ALIGN_CENTER;
    return (align == ALIGN_END) != is_rtl ? ALIGN_END : ALIGN_START;
}

/* Trailing spaces in right-to-left text are drawn first and end where the line begins. */
static void place_runs(Placer *placer, Line *line) {
    LineRun *runs = ARENA_ARRAY(placer->job->arena, LineRun, placer->joins.len);
    line->runs = runs;
    line->run_count = (uint32_t)placer->joins.len;
    for (uint32_t i = 0; i < line->run_count; i++) {
        runs[i] = place_run(placer, &placer->joins.at[i]);
        runs[i].order = reading_order(placer, &placer->joins.at[i]);
        line->width += runs[i].width;
    }
    line->left = left_edge(placer->fit, &placer->at, line->width);
    line->expansion = placer->expansion;
    Sp x = line->left;
    for (uint32_t i = 0; i < line->run_count; i++) {
        runs[i].x = x;
        x += runs[i].width;
        const LineRun *run = &runs[i];
        if (placer->fit->shaped->is_rtl && run->width == 0 && run->count) {
            const PlacedGlyph *last = &run->glyphs[run->count - 1];
            runs[i].x -= last->x + last->advance;
        }
    }
}

void place_line(Job *job, Shaper *shaper, const Fit *fit, uint32_t a, uint32_t b, Line *line) {
    ArenaMark mark = arena_mark(job->scratch);
    Placer placer = {
        .job = job, .shaper = shaper, .fit = fit, .at = fit_line(fit, a, b, line->is_narrow)};
    placer.is_filled = fit_is_forced(fit, b);
    collect_pieces(&placer, placer.at.from, placer.at.to, false);
    find_glyphs(&placer, b);
    collect_pieces(&placer, placer.at.to, fit->starts[b], true);
    for (size_t i = 0; i < placer.pieces.len; i++) {
        Piece *piece = &placer.pieces.at[i];
        if (piece->is_trailing) {
            piece->glyphs = piece->segment->glyphs;
            piece->count = piece->segment->count;
        }
    }
    order_pieces(&placer);
    join_pieces(&placer);
    justify(&placer);
    place_runs(&placer, line);
    line->align = fixed_edge(&placer);
    arena_release(job->scratch, mark);
}
