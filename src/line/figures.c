/* A line and other figures for some of its runs in; the line justified anew, in its place, out.
 *
 * Runs are walked as they are drawn, from left to right: the pen moves on by what figures are wider and by what
 * each space gains or gives. The text of the new line is its own, and its glyphs count from there. */
#include "line/line.h"

/* What a run's bytes are exchanged for. */
typedef struct Edit {
    uint32_t from, to;
    Str figures;
} Edit;

typedef struct Exchange {
    Job *job;
    const Line *line;
    LIST(Edit) edits; /* in the order of the text */
    Sp missing;       /* to be spread over the spaces */
    uint32_t spaces, spaced;
} Exchange;

/* ---- text ---- */

static Edit edit_of(const LineRun *run, Str figures) {
    Edit edit = {.from = UINT32_MAX, .figures = figures};
    for (uint32_t i = 0; i < run->count; i++) {
        if (run->glyphs[i].from < edit.from) edit.from = run->glyphs[i].from;
        if (run->glyphs[i].to > edit.to) edit.to = run->glyphs[i].to;
    }
    return edit;
}

static void collect_edits(Exchange *exchange, const Str *figures) {
    const Line *line = exchange->line;
    for (uint32_t order = 0; order < line->run_count; order++) {
        for (uint32_t i = 0; i < line->run_count; i++) {
            if (line->runs[i].order == order && figures[i].len && line->runs[i].count)
                *list_add(exchange->job->scratch, &exchange->edits) =
                    edit_of(&line->runs[i], figures[i]);
        }
    }
}

static Str new_text(const Exchange *exchange) {
    const Line *line = exchange->line;
    Buf text = buf_new(exchange->job->arena);
    uint32_t at = line->from;
    for (size_t i = 0; i < exchange->edits.len; i++) {
        const Edit *edit = &exchange->edits.at[i];
        buf_add(&text, str_slice(line->text, at, edit->from));
        buf_add(&text, edit->figures);
        at = edit->to;
    }
    buf_add(&text, str_slice(line->text, at, line->to));
    return buf_str(&text);
}

/* Where a byte outside all edits has come to stand. */
static uint32_t new_byte(const Exchange *exchange, uint32_t at) {
    uint32_t now = at - exchange->line->from;
    for (size_t i = 0; i < exchange->edits.len && exchange->edits.at[i].to <= at; i++) {
        const Edit *edit = &exchange->edits.at[i];
        now = now + (uint32_t)edit->figures.len - (edit->to - edit->from);
    }
    return now;
}

/* ---- glyphs ---- */

static Sp glyph_x(const LineRun *run, int expansion, int64_t units, uint32_t count) {
    const Look *look = &run->part->look;
    return sp_scale(look->size, units * (1000 + expansion), (int64_t)run->face->upem * 1000) +
           sp_scale(look->size, (int64_t)look->tracking * count, 1000);
}

static LineRun figures_run(const Exchange *exchange, const LineRun *run, const Glyph *shaped,
                           uint32_t count) {
    LineRun made = *run;
    PlacedGlyph *glyphs = ARENA_ARRAY(exchange->job->arena, PlacedGlyph, count);
    uint32_t from = new_byte(exchange, edit_of(run, (Str){0}).from);
    int64_t units = 0;
    for (uint32_t i = 0; i < count; i++) {
        Sp x = glyph_x(run, exchange->line->expansion, units, i);
        units += shaped[i].advance;
        Sp next = glyph_x(run, exchange->line->expansion, units, i + 1);
        glyphs[i] =
            (PlacedGlyph){.id = shaped[i].id,
                          .from = from + shaped[i].cluster,
                          .to = from + shaped[i].cluster + 1,
                          .x = x + shape_length(run->face, run->part->look.size, shaped[i].dx),
                          .y = run->part->look.rise,
                          .advance = next - x};
        made.width = next;
    }
    made.glyphs = glyphs;
    made.count = count;
    return made;
}

/* A space inside the line, not one it ends with. */
static bool is_inner_space(const LineRun *run, const PlacedGlyph *glyph) {
    return glyph->flags & GLYPH_SPACE && glyph->x < run->width;
}

static void weigh_spaces(Exchange *exchange) {
    Sp least = 0;
    for (uint32_t r = 0; r < exchange->line->run_count; r++) {
        const LineRun *run = &exchange->line->runs[r];
        for (uint32_t i = 0; i < run->count; i++) {
            if (!is_inner_space(run, &run->glyphs[i])) continue;
            Sp kept = sp_scale(run->part->look.size, LEAST_SPACE, 1000);
            exchange->spaces++;
            least += sp_max(run->glyphs[i].advance - kept, 0);
        }
    }
    if (exchange->missing < -least) exchange->missing = -least;
}

/* The spaces of a run take their shares; everything else keeps its distance. */
static LineRun respaced_run(Exchange *exchange, const LineRun *run) {
    LineRun made = *run;
    PlacedGlyph *glyphs =
        arena_copy(exchange->job->arena, run->glyphs, run->count * sizeof *glyphs);
    Sp moved = 0;
    for (uint32_t i = 0; i < run->count; i++) {
        bool is_space = exchange->spaces && is_inner_space(run, &run->glyphs[i]);
        glyphs[i].x += moved;
        glyphs[i].from = new_byte(exchange, run->glyphs[i].from);
        glyphs[i].to = new_byte(exchange, run->glyphs[i].to);
        if (!is_space) continue;
        Sp before = sp_scale(exchange->missing, exchange->spaced, exchange->spaces);
        Sp share = sp_scale(exchange->missing, ++exchange->spaced, exchange->spaces) - before;
        glyphs[i].advance += share;
        moved += share;
    }
    made.glyphs = glyphs;
    if (run->width) made.width += moved;
    return made;
}

/* ---- the line ---- */

static Sp shift_of(Align align, Sp wider) {
    return align == ALIGN_END ? -wider : align == ALIGN_CENTER ? -wider / 2 : 0;
}

const Line *line_exchange_figures(Job *job, Shaper *shaper, const Line *line, const Str *figures,
                                  Str lang) {
    ArenaMark mark = arena_mark(job->scratch);
    Exchange exchange = {.job = job, .line = line};
    Line *made = arena_copy(job->arena, line, sizeof *line);
    LineRun *runs = arena_copy(job->arena, line->runs, line->run_count * sizeof *runs);
    Sp wider = 0;
    collect_edits(&exchange, figures);
    for (uint32_t i = 0; i < line->run_count; i++) {
        if (!figures[i].len || !runs[i].count) continue;
        uint32_t count;
        const Glyph *shaped =
            shape_figures(shaper, runs[i].part, runs[i].face, figures[i], lang, &count);
        runs[i] = figures_run(&exchange, &line->runs[i], shaped, count);
        wider += runs[i].width - line->runs[i].width;
    }
    if (line->align == ALIGN_JUSTIFY) {
        exchange.missing = -wider;
        weigh_spaces(&exchange);
    }
    Sp moved = shift_of(line->align, wider);
    made->left += moved;
    for (uint32_t i = 0; i < line->run_count; i++) {
        if (!figures[i].len || !runs[i].count) runs[i] = respaced_run(&exchange, &line->runs[i]);
        runs[i].x += moved;
        moved += runs[i].width - line->runs[i].width;
    }
    made->runs = runs;
    made->width += wider + exchange.missing;
    made->text = new_text(&exchange);
    made->from = 0;
    made->to = (uint32_t)made->text.len;
    arena_release(job->scratch, mark);
    return made;
}
