/* Slabs in; the column breaks of least total cost out.
 *
 * Shortest path over the places where a column may begin (Plass, "Optimal Pagination Techniques", 1981): every
 * start that can be reached is piled up once, at most a column high, and offers its end to all later starts.
 * Without footnotes one number a start is enough: where a column ends does not depend on how its start was
 * reached. With them it depends on how many of their lines wait there; a start keeps a few ways to reach it,
 * each cheaper than those that have more notes behind them.
 *
 * Where paragraphs may have a line less or more, each end is offered as it is and with the cheapest change of a
 * paragraph that lies wholly in the column: a running minimum, so work stays linear. */
#include "page/strip.h"

#define MOST_WAYS 3

typedef struct Way {
    int64_t cost; /* of all columns above */
    size_t from;  /* where the last of them began, */
    size_t back;  /* by which way */
    size_t notes; /* lines of notes that stand so far */
    Choice choice;
} Way;

typedef struct Start {
    Way ways[MOST_WAYS]; /* from cheap to dear */
    size_t count;
} Start;

typedef struct Search {
    const Strip *strip;
    Range range;
    Start *starts; /* of the range's slabs and the end */
    size_t steps;
} Search;

/* ---- ways ------------------------------------------------------------------------------------ */

/* Of equal costs the later start wins: the fuller page comes first. */
static bool is_beaten(const Start *start, const Way *way) {
    for (size_t i = 0; i < start->count; i++) {
        if (start->ways[i].cost < way->cost && start->ways[i].notes >= way->notes) return true;
    }
    return false;
}

static void drop_beaten(Start *start, const Way *way) {
    size_t kept = 0;
    for (size_t i = 0; i < start->count; i++) {
        if (start->ways[i].cost < way->cost || start->ways[i].notes > way->notes)
            start->ways[kept++] = start->ways[i];
    }
    start->count = kept;
}

static void offer(Search *search, size_t to, const Way *way) {
    Start *start = &search->starts[to - search->range.from];
    if (is_beaten(start, way)) return;
    drop_beaten(start, way);
    size_t at = start->count;
    while (at > 0 && start->ways[at - 1].cost > way->cost) at--;
    if (at == MOST_WAYS) return;
    if (start->count < MOST_WAYS) start->count++;
    for (size_t i = start->count - 1; i > at; i--) start->ways[i] = start->ways[i - 1];
    start->ways[at] = *way;
}

/* ---- columns --------------------------------------------------------------------------------- */

/* A column that grows from a start. */
typedef struct Pile {
    Search *search;
    size_t from, back;
    int64_t cost; /* before it */
    size_t notes, near;
    const Refit *best[CHANGE_COUNT]; /* of the paragraphs in it, for each change; NULL: none */
} Pile;

/* The end behind slab `to` when text reaches down to `used`, a change made. */
static void offer_as(Pile *pile, size_t to, Sp used, Change change) {
    const Strip *strip = pile->search->strip;
    const Feet *feet = &strip->feet;
    static const int lines[] = {[CHANGE_FEWER] = -1, [CHANGE_MORE] = 1};
    Extent column = {.from = pile->from, .to = to, .text = used, .more = lines[change]};
    Way way = {.cost = pile->cost, .from = pile->from, .back = pile->back, .notes = pile->notes};
    size_t wanted = feet_above(feet, to);
    if (wanted > pile->notes) {
        pile->near = feet_fit(feet, pile->notes, wanted, pile->near, strip->height - used);
        way.notes = feet_stop(feet, pile->notes, pile->near, wanted);
        way.cost += feet_cost(feet, pile->notes, way.notes, wanted);
        if (to == strip->count) way.cost += strip_rest_cost(strip, way.notes);
        column.notes = feet_height(feet, pile->notes, way.notes);
    }
    way.cost += strip_cost(strip, &column);
    if (change) {
        way.choice = (Choice){.change = change, .refit = pile->best[change]};
        way.cost += pile->best[change]->costs[change];
    }
    offer(pile->search, to, &way);
}

/* As it is, and changed; false when it is too high either way. */
static bool offer_end(Pile *pile, size_t to, Sp used) {
    Sp limit = pile->search->strip->limit;
    const Refit *fewer = pile->best[CHANGE_FEWER], *more = pile->best[CHANGE_MORE];
    bool is_first = to == pile->from + 1, fits = used <= limit || is_first;
    if (fits) offer_as(pile, to, used, CHANGE_NONE);
    if (more && used + more->line <= limit) offer_as(pile, to, used + more->line, CHANGE_MORE);
    if (!fewer || used - fewer->line > limit) return fits;
    offer_as(pile, to, used - fewer->line, CHANGE_FEWER);
    return true;
}

/* A slab has been added: perhaps with it a whole paragraph. */
static void note_paragraph(Pile *pile, size_t slab) {
    const Strip *strip = pile->search->strip;
    if (!strip->refits || !strip->refit_of[slab]) return;
    const Refit *refit = &strip->refits[strip->refit_of[slab] - 1];
    if (refit->from < pile->from) return;
    for (Change change = CHANGE_FEWER; change < CHANGE_COUNT; change++) {
        const Refit *best = pile->best[change];
        if (refit->costs[change] == NO_CHANGE) continue;
        if (!best || refit->costs[change] < best->costs[change]) pile->best[change] = refit;
    }
}

/* Piles up; offers the legal ends, or the forbidden ones. False when there was none. The first slab is always
 * taken: one that is taller than a column stands alone. */
static bool pile_up(Pile *pile, bool offers_legal) {
    const Strip *strip = pile->search->strip;
    bool found = false;
    Sp used = STRIP_TOP, highest = strip->limit + (strip->refits ? strip->refit_line : 0);
    size_t end = pile->search->range.to;
    for (size_t to = pile->from; to < end;) {
        Sp bottom = strip_bottom(strip, to, used);
        if (to > pile->from && bottom > highest) break;
        used = bottom;
        pile->search->steps++;
        note_paragraph(pile, to++);
        bool is_end = to == end || strip_is_forced(strip, to);
        if (is_end || strip_is_legal(strip, to) == offers_legal) found |= offer_end(pile, to, used);
        if (is_end) break;
    }
    return found;
}

static void go_on(Search *search, size_t from) {
    const Start *start = &search->starts[from - search->range.from];
    for (size_t i = 0; i < start->count; i++) {
        const Way *way = &start->ways[i];
        Pile pile = {.search = search,
                     .from = from,
                     .back = i,
                     .cost = way->cost,
                     .notes = way->notes,
                     .near = way->notes};
        if (pile_up(&pile, true)) continue;
        pile.near = way->notes;
        memset(pile.best, 0, sizeof pile.best);
        pile_up(&pile, false);
    }
}

/* ---- the result ------------------------------------------------------------------------------ */

/* Lines of notes that a column holds which has nothing else: at least one. */
static size_t fill_with_notes(const Strip *strip, size_t from) {
    const Feet *feet = &strip->feet;
    size_t end = feet_fit(feet, from, feet->lines, from, strip->height);
    if (end == from) return from + 1;
    size_t stop = feet_stop(feet, from, end, feet->lines);
    return stop > from ? stop : end;
}

typedef LIST(Column) ColumnList;

/* The columns that lead to the cheapest way, from the last to the first, turned round. */
static ColumnList trace(Arena *arena, const Search *search) {
    ColumnList columns = {0};
    size_t to = search->range.to, way = 0, first = search->range.from;
    while (to > first) {
        const Way *at = &search->starts[to - first].ways[way];
        *list_add(arena, &columns) = (Column){.end = to, .notes = at->notes, .choice = at->choice};
        to = at->from;
        way = at->back;
    }
    for (size_t i = 0; i < columns.len / 2; i++) {
        Column column = columns.at[i];
        columns.at[i] = columns.at[columns.len - 1 - i];
        columns.at[columns.len - 1 - i] = column;
    }
    return columns;
}

PageBreaks search_range_breaks(Arena *arena, const Strip *strip, Range range) {
    size_t count = range.to - range.from;
    Search search = {
        .strip = strip, .range = range, .starts = ARENA_ARRAY(arena, Start, count + 1)};
    search.starts[0] = (Start){.count = 1, .ways[0].notes = range.notes};
    for (size_t i = range.from; i < range.to; i++) go_on(&search, i);
    ColumnList columns = trace(arena, &search);
    return (PageBreaks){.columns = columns.at,
                        .count = columns.len,
                        .cost = search.starts[count].ways[0].cost,
                        .steps = search.steps};
}

PageBreaks search_page_breaks(Arena *arena, const Strip *strip) {
    PageBreaks breaks = search_range_breaks(arena, strip, (Range){.to = strip->count});
    ColumnList columns = {.at = breaks.columns, .len = breaks.count, .cap = breaks.count};
    while (columns.len && list_last(&columns).notes < strip->feet.lines) {
        size_t notes = fill_with_notes(strip, list_last(&columns).notes);
        *list_add(arena, &columns) = (Column){.end = strip->count, .notes = notes};
    }
    breaks.columns = columns.at;
    breaks.count = columns.len;
    return breaks;
}
