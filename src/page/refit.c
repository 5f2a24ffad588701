/* Breaks that leave something to wish for in; what paragraphs can do about it, and a galley changed so, out. */
#include "page/refit.h"

#define COST_CHANGE 10         /* half a line of white; */
#define DEMERITS_PER_COST 3000 /* and what the lines lose */
#define COLUMNS_BEFORE_END 5   /* may each give a line for the last page */

/* ---- what is amiss --------------------------------------------------------------------------- */

static Sp used_height(const Strip *strip, const Column *before, const Column *column) {
    Sp used = STRIP_TOP;
    for (size_t i = before->end; i < column->end; i++) used = strip_bottom(strip, i, used);
    return used + feet_height(&strip->feet, before->notes, column->notes);
}

static bool is_short_end(const Strip *strip, size_t from) {
    Sp lines = 0;
    for (size_t i = from; i < strip->count && lines < LEAST_LAST_LINES; i++)
        lines += strip->slabs[i].lines;
    return from > 0 && lines < LEAST_LAST_LINES;
}

/* Whether the foot of this column could be better. */
static bool is_amiss(const Strip *strip, const Column *before, const Column *column) {
    if (column->end == strip->count) return is_short_end(strip, before->end);
    if (before->end == column->end || strip_is_forced(strip, column->end)) return false;
    return strip->slabs[column->end].penalty > 0 ||
           strip->height - used_height(strip, before, column) >= strip->grid;
}

/* For each column whether its paragraphs are to be asked: it, or the next one, ends badly; false if none. */
static bool find_columns(const Strip *strip, const PageBreaks *breaks, bool *wanted) {
    bool is_any = false;
    Column before = {0};
    for (size_t i = 0; i < breaks->count; i++) {
        const Column *column = &breaks->columns[i];
        if (is_amiss(strip, &before, column)) {
            size_t back = column->end == strip->count ? COLUMNS_BEFORE_END : 1;
            for (size_t k = i > back ? i - back : 0; k <= i; k++) wanted[k] = true;
            is_any = true;
        }
        before = *column;
    }
    return is_any;
}

/* ---- what paragraphs can do ------------------------------------------------------------------ */

/* Between the boxes of a paragraph lies nothing but what belongs to it. */
static bool is_whole(const Galley *galley, size_t from, size_t to) {
    for (size_t i = from; i <= to; i++) {
        GalleyKind kind = galley->items.at[i].kind;
        if (kind != GALLEY_BOX && kind != GALLEY_PENALTY && kind != GALLEY_MARK &&
            kind != GALLEY_NOTE)
            return false;
    }
    return true;
}

static int64_t change_cost(const Variant *variant) {
    return COST_CHANGE + (variant->demerits > 0 ? variant->demerits / DEMERITS_PER_COST : 0);
}

static bool try_changes(Setter *setter, const GalleyItem *box, Refit *refit) {
    static const int more[] = {[CHANGE_FEWER] = -1, [CHANGE_MORE] = 1};
    bool is_found = false;
    for (Change change = CHANGE_FEWER; change < CHANGE_COUNT; change++) {
        Variant *variant = &refit->variants[change];
        bool is_good = recast_paragraph(setter, box, more[change], variant);
        refit->costs[change] = is_good ? change_cost(variant) : NO_CHANGE;
        is_found |= is_good;
    }
    return is_found;
}

typedef struct Finder {
    Setter *setter;
    const Galley *galley;
    Strip *strip;
    size_t *refit_of;
    LIST(Refit) refits;
} Finder;

static void ask(Finder *finder, size_t from, size_t to) {
    const Slab *slabs = finder->strip->slabs;
    const GalleyItem *box = &finder->galley->items.at[slabs[from].item];
    Refit refit = {.from = from, .to = to, .line = box->height};
    if (!is_whole(finder->galley, slabs[from].item, slabs[to - 1].item) ||
        !try_changes(finder->setter, box, &refit))
        return;
    *list_add(finder->setter->job->scratch, &finder->refits) = refit;
    finder->refit_of[to - 1] = finder->refits.len;
    finder->strip->refit_line = sp_max(finder->strip->refit_line, refit.line);
}

static void ask_paragraphs(Finder *finder, const PageBreaks *breaks, const bool *wanted) {
    const Strip *strip = finder->strip;
    size_t column = 0;
    for (size_t i = 0; i < strip->count; i++) {
        while (i >= breaks->columns[column].end) column++;
        const Recast *recast = finder->galley->items.at[strip->slabs[i].item].recast;
        size_t to = recast ? i + recast->lines.len : 0;
        if (!recast || to > strip->count) continue;
        bool goes_on = to > breaks->columns[column].end;
        if (wanted[column] || (goes_on && wanted[column + 1])) ask(finder, i, to);
    }
}

bool refit_find(Setter *setter, const Galley *galley, const PageBreaks *breaks, Strip *strip) {
    Arena *scratch = setter->job->scratch;
    bool *wanted = ARENA_ARRAY(scratch, bool, breaks->count + 1);
    if (!find_columns(strip, breaks, wanted)) return false;
    Finder finder = {.setter = setter,
                     .galley = galley,
                     .strip = strip,
                     .refit_of = ARENA_ARRAY(scratch, size_t, strip->count)};
    ask_paragraphs(&finder, breaks, wanted);
    strip->refits = finder.refits.at;
    strip->refit_of = finder.refit_of;
    return finder.refits.len > 0;
}

/* ---- the galley changed ---------------------------------------------------------------------- */

static void copy_items(Arena *arena, const Galley *from, size_t begin, size_t end, Galley *to) {
    for (size_t i = begin; i < end; i++) *list_add(arena, &to->items) = from->items.at[i];
}

/* Notes from between its lines stand behind the paragraph: their order is what counts. */
static void copy_notes(Arena *arena, const Galley *from, size_t begin, size_t end, Galley *to) {
    for (size_t i = begin; i < end; i++) {
        if (from->items.at[i].kind == GALLEY_NOTE) copy_items(arena, from, i, i + 1, to);
    }
}

const Galley *refit_galley(Job *job, const Galley *galley, const Strip *strip, PageBreaks *breaks) {
    Galley *changed = ARENA_NEW(job->arena, Galley);
    changed->measure = galley->measure;
    size_t done = 0, fewer = 0, more = 0;
    for (size_t i = 0; i < breaks->count; i++) {
        Column *column = &breaks->columns[i];
        const Refit *refit = column->choice.refit;
        if (refit) {
            const Variant *variant = &refit->variants[column->choice.change];
            size_t box = strip->slabs[refit->from].item;
            size_t begin = box - galley->items.at[box].recast->lead;
            size_t end = strip->slabs[refit->to - 1].item + 1;
            copy_items(job->arena, galley, done, begin, changed);
            for (size_t k = 0; k < variant->count; k++)
                *list_add(job->arena, &changed->items) = variant->items[k];
            copy_notes(job->arena, galley, begin, end, changed);
            done = end;
            fewer += column->choice.change == CHANGE_FEWER;
            more += column->choice.change == CHANGE_MORE;
        }
        column->end = column->end + more - fewer;
        column->choice = (Choice){0};
    }
    if (!done) return NULL;
    copy_items(job->arena, galley, done, galley->items.len, changed);
    return changed;
}
