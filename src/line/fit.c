/* Items of a paragraph into prefix sums; two breaks into the measurements of the line between them. */
#include "line/fit.h"

static FitSum sum_items(const Item *items, uint32_t count, FitSum *sums) {
    FitSum sum = {0};
    for (uint32_t i = 0; i < count; i++) {
        const Item *item = &items[i];
        sums[i] = sum;
        if (item->kind == ITEM_PENALTY) continue;
        sum.width += item->width;
        sum.stretch += item->stretch;
        sum.shrink += item->shrink;
        if (item->kind == ITEM_GLUE)
            sum.glue++;
        else
            sum.body += item->width;
    }
    sums[count] = sum;
    return sum;
}

static void find_edges(const Fit *fit, uint32_t *starts, uint32_t *ends) {
    uint32_t end = 0; /* behind the last box so far */
    for (uint32_t i = 0; i < fit->count; i++) {
        ends[i] = end;
        if (fit->items[i].kind == ITEM_BOX || fit_is_forced(fit, i)) end = i + 1;
    }
    uint32_t next = fit->count; /* the first item that is not glue, from the end backwards */
    for (uint32_t i = fit->count; i-- > 0;) {
        starts[i] = fit_is_forced(fit, i) ? i + 1 : next;
        if (fit->items[i].kind != ITEM_GLUE) next = i;
    }
}

/* How far extras and hanging marks can make a line differ from the sums. */
static Sp widest_slack(const Fit *fit) {
    Sp extra = 0, hang = 0;
    for (uint32_t i = 0; i < fit->count; i++) {
        const Item *item = &fit->items[i];
        extra = sp_max(extra, sp_max(item->end_extra, -item->end_extra));
        extra = sp_max(extra, sp_max(item->start_extra, -item->start_extra));
        hang = sp_max(hang, sp_max(item->hang_start, item->hang_end));
    }
    hang = sp_max(hang, fit->shaped->hang_start);
    return 2 * extra + 2 * (hang * fit->spec->protrusion / 1000 + 1);
}

static FitShape shape_of(Align align) {
    if (align == ALIGN_JUSTIFY) return FIT_JUSTIFIED;
    return align == ALIGN_BALANCE ? FIT_BALANCED : FIT_RAGGED;
}

Fit fit_new(Job *job, const Shaped *shaped, const Item *items, uint32_t count,
            const LineSpec *spec) {
    FitSum *sums = ARENA_ARRAY(job->scratch, FitSum, (size_t)count + 1);
    uint32_t *starts = ARENA_ARRAY(job->scratch, uint32_t, count);
    uint32_t *ends = ARENA_ARRAY(job->scratch, uint32_t, count);
    Fit fit = {.shaped = shaped,
               .items = items,
               .count = count,
               .spec = spec,
               .shape = shape_of(spec->align),
               .sums = sums,
               .starts = starts,
               .ends = ends,
               .looseness = spec->looseness,
               .narrowest = spec->measure - sp_max(spec->first_indent, spec->hang) -
                            (spec->narrow_lines ? spec->narrow_by : 0)};
    sum_items(items, count, sums);
    find_edges(&fit, starts, ends);
    fit.slack = widest_slack(&fit);
    return fit;
}

static void make_narrow(const Fit *fit, FitLine *line) {
    const LineSpec *spec = fit->spec;
    line->room -= spec->narrow_by;
    line->indent += fit->shaped->is_rtl ? spec->narrow_by - spec->narrow_left : spec->narrow_left;
}

/* A paragraph that begins at the edge begins as its other lines do; behind an indent nothing hangs. */
static Sp first_hang(const Fit *fit) {
    return fit->spec->first_indent ? 0 : fit->shaped->hang_start;
}

FitLine fit_line(const Fit *fit, uint32_t a, uint32_t b, bool is_narrow) {
    const LineSpec *spec = fit->spec;
    const Item *items = fit->items;
    FitLine line = {.from = a == FIT_START ? 0 : fit->starts[a], .to = fit->ends[b]};
    line.indent = a == FIT_START ? spec->first_indent : spec->hang;
    line.room = spec->measure - line.indent;
    if (is_narrow) make_narrow(fit, &line);
    if (line.to <= line.from) {
        line.to = line.from;
        return line;
    }
    const FitSum *from = &fit->sums[line.from], *to = &fit->sums[line.to];
    line.natural = to->width - from->width;
    line.stretch = to->stretch - from->stretch;
    line.shrink = to->shrink - from->shrink;
    if (a != FIT_START && line.from == a + 1) line.natural += items[a].start_extra;
    if (line.to == b) line.natural += items[b].end_extra;
    if (spec->expansion) {
        Sp expandable = (to->body - from->body) * spec->expansion / 1000;
        line.stretch += expandable;
        line.shrink += expandable;
    }
    if (spec->protrusion) {
        Sp first = line.from ? items[line.from - 1].hang_start : first_hang(fit);
        line.hang_left = first * spec->protrusion / 1000;
        line.hang_right = items[line.to].hang_end * spec->protrusion / 1000;
        line.room += line.hang_left + line.hang_right;
    }
    return line;
}

bool fit_is_break(const Fit *fit, const Pass *pass, uint32_t item) {
    const Item *at = &fit->items[item];
    if (at->kind == ITEM_BOX || at->penalty >= PENALTY_NEVER) return false;
    if (at->kind == ITEM_GLUE) /* a run of spaces is one place, its first */
        return item && fit->items[item - 1].kind != ITEM_GLUE;
    return !at->is_hyphen || pass->with_hyphens;
}

bool fit_is_runt(const Fit *fit, uint32_t a) {
    if (a == FIT_START || fit_is_forced(fit, a)) return false;
    FitLine line = fit_line(fit, a, fit->count - 1, false);
    Sp least = sp_max(fit->spec->measure / 6, 2 * fit->spec->first_indent);
    bool is_one_word = fit->sums[line.to].glue == fit->sums[line.from].glue;
    if (is_one_word && fit->items[a].is_flagged) return true;
    return line.natural < (is_one_word ? least * 3 / 2 : least);
}

Sp line_natural_width(const Shaped *shaped) {
    Sp widest = 0, width = 0;
    for (size_t i = 0; i < shaped->item_count; i++) {
        const Item *item = &shaped->items[i];
        if (item->kind != ITEM_PENALTY)
            width += item->width;
        else if (item->penalty <= PENALTY_FORCED)
            width = 0;
        widest = sp_max(widest, width);
    }
    return widest;
}

Sp line_minimal_width(const Shaped *shaped) {
    Sp widest = 0, width = 0;
    for (size_t i = 0; i < shaped->item_count; i++) {
        const Item *item = &shaped->items[i];
        if (item->kind == ITEM_BOX || item->penalty >= PENALTY_NEVER) {
            width += item->kind == ITEM_PENALTY ? 0 : item->width;
            widest = sp_max(widest, width);
            continue;
        }
        bool cuts = item->kind == ITEM_PENALTY;
        widest = sp_max(widest, width + (cuts ? item->end_extra : 0));
        width = cuts ? item->start_extra : 0;
    }
    return widest;
}
