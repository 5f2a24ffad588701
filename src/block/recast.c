/* A paragraph and a wish for one line less or more in; items to put in its place out. */
#include "block/recast.h"

#include "block/note.h"

enum {
    FEWEST_LINES = 3,
    MOST_LINES = 40,
    MOST_DEMERITS = 10000, /* a line more than the best have: above it, it shows */
    LOOSEST = 1000,        /* thousandths of stretch, unless it was so already */
    TIGHTEST = -1000,
    HOPELESS = 2200,
    /* Thousandths of the measure that an average line can give up, and take, at full shrink and stretch. */
    GIVES = 55,
    TAKES = 67,
    /* Words are not sand: so many hundredths of it can be had at best. */
    GIVES_AT_BEST = 50,
    TAKES_AT_BEST = 65
};

/* Lines of a measure that is too narrow for their words only get worse. */
static bool has_hopeless_line(const Lines *lines) {
    for (size_t i = 0; i + 1 < lines->len; i++) {
        if (lines->at[i].ratio > HOPELESS || lines->at[i].badness >= 10000) return true;
    }
    return false;
}

static bool may_be_recast(const Setter *setter, const Recast *recast) {
    Sp grid = setter->layout->grid;
    if (setter->footnotes && notes_are_in(&recast->lines)) return false;
    return recast->lines.len >= FEWEST_LINES && recast->lines.len <= MOST_LINES &&
           recast->spec.align == ALIGN_JUSTIFY && !recast->spec.narrow_lines &&
           (!grid || recast->style->leading % grid == 0) && !has_hopeless_line(&recast->lines);
}

static size_t first_box(const Galley *galley, size_t from) {
    while (galley->items.at[from].kind != GALLEY_BOX) from++;
    return from;
}

/* Of the items from `from` on those that stand in the margin. */
static void keep_notes(Setter *setter, size_t from, Recast *kept) {
    LIST(GalleyItem) notes = {0};
    for (size_t i = from; i < setter->galley->items.len; i++) {
        const GalleyItem *item = &setter->galley->items.at[i];
        if (item->kind == GALLEY_MARGIN && item->link)
            *list_add(setter->job->arena, &notes) = *item;
    }
    kept->notes = notes.at;
    kept->note_count = notes.len;
}

void recast_keep(Setter *setter, const Recast *recast) {
    size_t from = setter->galley->items.len;
    Recast *kept = NULL;
    if (may_be_recast(setter, recast)) {
        kept = arena_copy(setter->job->arena, recast, sizeof *recast);
        kept->mark_count = setter->marks.len;
        kept->marks = arena_copy(setter->job->arena, setter->marks.at,
                                 setter->marks.len * sizeof *setter->marks.at);
    }
    set_lines(setter, recast->lines, recast->style, recast->span);
    if (!kept) return;
    keep_notes(setter, from, kept);
    kept->lead = first_box(setter->galley, from) - from;
    setter->galley->items.at[from + kept->lead].recast = kept;
}

/* ---- is it worth trying? ----------------------------------------------------------------------- */

/* How much further the lines could be tightened, or stretched. */
static Sp sum_room(const Recast *recast, bool is_loosened) {
    Sp thousandths = 0;
    for (size_t i = 0; i + 1 < recast->lines.len; i++) {
        int ratio = recast->lines.at[i].ratio;
        int used = ratio * (ratio < 0 ? GIVES : TAKES) / 1000;
        thousandths += is_loosened ? TAKES * LOOSEST / 1000 - used : GIVES + used;
    }
    return recast->spec.measure / 1000 * thousandths *
           (is_loosened ? TAKES_AT_BEST : GIVES_AT_BEST) / 100;
}

static bool is_promising(const Recast *recast, int more) {
    const Line *last = &recast->lines.at[recast->lines.len - 1];
    if (more < 0) return last->width <= sum_room(recast, false);
    return recast->spec.measure * 7 / 6 - last->width <= sum_room(recast, true);
}

/* ---- lines ----------------------------------------------------------------------------------- */

typedef struct Extremes {
    int loosest, tightest;
    size_t hyphens;
} Extremes;

static Extremes extremes_of(const Lines *lines) {
    Extremes extremes = {.loosest = LOOSEST, .tightest = TIGHTEST};
    for (size_t i = 0; i + 1 < lines->len; i++) {
        int ratio = lines->at[i].ratio;
        if (ratio > extremes.loosest) extremes.loosest = ratio;
        if (ratio < extremes.tightest) extremes.tightest = ratio;
        extremes.hyphens += lines->at[i].is_hyphenated;
    }
    return extremes;
}

static bool are_good(const Lines *lines, const Lines *best) {
    Extremes is = extremes_of(lines), was = extremes_of(best);
    return lines->demerits - best->demerits <= MOST_DEMERITS * (int64_t)lines->len &&
           is.loosest <= was.loosest && is.tightest >= was.tightest &&
           is.hyphens <= was.hyphens + 1;
}

/* ---- items ----------------------------------------------------------------------------------- */

/* A first line stands among other parts: the marker of a list. */
static void take_over_parts(Setter *setter, const GalleyItem *old, const Line *old_line,
                            GalleyItem *box) {
    const Line *line = box->parts->line;
    Part *parts = arena_copy(setter->job->arena, old->parts, old->part_count * sizeof *parts);
    for (size_t i = 0; i < old->part_count; i++) {
        if (parts[i].line == old_line) parts[i].line = line;
    }
    box->parts = parts;
    box->part_count = old->part_count;
}

bool recast_paragraph(Setter *setter, const GalleyItem *box, int more, Variant *variant) {
    const Recast *recast = box->recast;
    if (!is_promising(recast, more)) return false;
    LineSpec spec = recast->spec;
    spec.looseness = more;
    Lines lines = line_break(setter->job, setter->shaper, recast->shaped, &spec);
    if (lines.len != recast->lines.len + (size_t)more || !are_good(&lines, &recast->lines))
        return false;
    Galley galley = {.measure = setter->galley->measure};
    Setter again = {.job = setter->job,
                    .layout = setter->layout,
                    .galley = &galley,
                    .left = recast->left,
                    .measure = setter->measure,
                    .is_again = true,
                    .notes = recast->notes,
                    .note_count = recast->note_count};
    for (size_t i = 0; i < recast->mark_count; i++) set_mark(&again, recast->marks[i]);
    set_lines(&again, lines, recast->style, recast->span);
    GalleyItem *first = &galley.items.at[first_box(&galley, 0)];
    take_over_parts(setter, box, &recast->lines.at[0], first);
    *variant = (Variant){.items = galley.items.at,
                         .count = galley.items.len,
                         .demerits = lines.demerits - recast->lines.demerits};
    return true;
}
