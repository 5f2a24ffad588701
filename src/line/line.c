/* A shaped paragraph into justified lines: breaks chosen, then each line placed. */
#include "line/fit.h"

/* The line of a paragraph that sticks out most; `line` is NULL when none does. */
typedef struct Widest {
    const Line *line;
    uint32_t item;
    Sp excess;
} Widest;

static void report_overfull(Job *job, const Fit *fit, const Widest *widest) {
    const Line *line = widest->line;
    Span span = fit->shaped->segments[fit->items[widest->item].segment].part->span;
    Str text = str_trim(str_slice(line->text, line->from, line->to));
    if (fit->spec->measure <= 0) {
        diag_add(job->diags, E_NO_ROOM, span,
                 STR("nest less deeply, or choose a layout with wider columns"),
                 "no room is left for this text");
        return;
    }
    diag_add(job->diags, W_OVERFULL_LINE, span, STR("widen the column or let the text break"),
             "\"%.*s\" is %d.%dpt wider than its line", STR_ARG(text),
             (int)(widest->excess / SP_PT), (int)(widest->excess * 10 / SP_PT % 10));
}

/* Where the text of the line that ends at b stops. */
static uint32_t text_end(const Fit *fit, uint32_t b) {
    uint32_t next = fit->starts[b];
    return next < fit->count ? fit->items[next].from : (uint32_t)fit->shaped->text.len;
}

static void grade_placed(const Fit *fit, uint32_t a, uint32_t b, Line *line) {
    Pass pass = {.max_ratio = 1000000};
    Grade grade = grade_line(fit, &pass, a, b, line->is_narrow);
    int64_t ratio = grade.ratio < 0 ? -grade.ratio : grade.ratio;
    line->ratio = grade.ratio;
    line->badness = ratio > 4641 ? 10000 : (int)(ratio * ratio * ratio / 10000000);
}

static void set_line(Job *job, Shaper *shaper, const Fit *fit, uint32_t a, uint32_t b, Line *line) {
    line->text = fit->shaped->text;
    line->from = a == FIT_START ? 0 : text_end(fit, a);
    line->to = text_end(fit, b);
    line->is_last = b + 1 == fit->count;
    line->is_hyphenated = fit->items[b].is_flagged;
    grade_placed(fit, a, b, line);
    place_line(job, shaper, fit, a, b, line);
}

static void compare_width(const Fit *fit, uint32_t a, uint32_t b, const Line *line,
                          Widest *widest) {
    FitLine at = fit_line(fit, a, b, line->is_narrow);
    Sp shrink = fit->shape == FIT_JUSTIFIED ? at.shrink : 0;
    if (at.to == at.from || at.natural - shrink <= at.room) return;
    Sp excess = line->left + line->width - fit->spec->measure;
    if (!widest->line || excess > widest->excess)
        *widest = (Widest){.line = line, .item = at.from, .excess = excess};
}

Lines line_break(Job *job, Shaper *shaper, const Shaped *shaped, const LineSpec *spec) {
    Lines lines = {0};
    if (shaped->text.len == 0 || shaped->item_count == 0) return lines;
    ArenaMark mark = arena_mark(job->scratch);
    Fit fit = fit_new(job, shaped, shaped->items, (uint32_t)shaped->item_count, spec);
    Breaks breaks = choose_breaks(job, &fit);
    size_t count = breaks.count;
    /* A hard break at the very end opens no further line. */
    if (count > 1 && fit_is_forced(&fit, breaks.at[count - 2]) &&
        breaks.at[count - 2] + 2 == fit.count)
        count--;
    Line *at = ARENA_ARRAY(job->arena, Line, count);
    Widest widest = {0};
    for (size_t i = 0; i < count; i++) {
        uint32_t start = i ? breaks.at[i - 1] : FIT_START;
        at[i].is_narrow = i < spec->narrow_lines;
        set_line(job, shaper, &fit, start, breaks.at[i], &at[i]);
        compare_width(&fit, start, breaks.at[i], &at[i], &widest);
    }
    if (widest.line) report_overfull(job, &fit, &widest);
    if (count) at[count - 1].is_last = true;
    lines = (Lines){
        .at = at, .len = count, .demerits = breaks.demerits, .candidates = breaks.candidates};
    arena_release(job->scratch, mark);
    return lines;
}
