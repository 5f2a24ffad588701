/* Slabs in; the column breaks of least total cost out.
 *
 * Shortest path over the places where a column may begin (Plass, "Optimal Pagination Techniques", 1981): every
 * start that can be reached is piled up once, at most a column high, and offers its end to all later starts.
 * Without footnotes one number a start is enough: where a column ends does not depend on how its start was
 * reached. With them it depends on how many of their lines wait there; a start keeps a few ways to reach it,
 * each cheaper than those that have more notes behind them. */
#include "page/strip.h"

#define MOST_WAYS 3

typedef struct Way {
    int64_t cost; /* of all columns above */
    size_t from;  /* where the last of them began, */
    size_t back;  /* by which way */
    size_t notes; /* lines of notes that stand so far */
} Way;

typedef struct Start {
    Way ways[MOST_WAYS]; /* from cheap to dear */
    size_t count;
} Start;

typedef struct Search {
    const Strip *strip;
    Start *starts;
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
    Start *start = &search->starts[to];
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
} Pile;

static void offer_end(Pile *pile, size_t to, Sp used) {
    Search *search = pile->search;
    const Strip *strip = search->strip;
    const Feet *feet = &strip->feet;
    Way way = {.cost = pile->cost, .from = pile->from, .back = pile->back, .notes = pile->notes};
    size_t wanted = feet_above(feet, to);
    if (wanted > pile->notes) {
        pile->near = feet_fit(feet, pile->notes, wanted, pile->near, strip->height - used);
        way.notes = feet_stop(feet, pile->notes, pile->near, wanted);
        way.cost += feet_cost(feet, pile->notes, way.notes, wanted);
        if (to == strip->count) way.cost += strip_rest_cost(strip, way.notes);
        used += feet_height(feet, pile->notes, way.notes);
    }
    way.cost += strip_cost(strip, pile->from, to, used);
    offer(search, to, &way);
}

/* Piles up; offers the legal ends, or the forbidden ones. False when there was none. The first slab is always
 * taken: one that is taller than a column stands alone. */
static bool pile_up(Pile *pile, bool offers_legal) {
    const Strip *strip = pile->search->strip;
    bool found = false;
    Sp used = STRIP_TOP;
    for (size_t to = pile->from; to < strip->count;) {
        Sp bottom = strip_bottom(strip, to, used);
        if (to > pile->from && bottom > strip->height) break;
        used = bottom;
        pile->search->steps++;
        to++;
        bool is_end = to == strip->count || strip_is_forced(strip, to);
        if (is_end || strip_is_legal(strip, to) == offers_legal) {
            offer_end(pile, to, used);
            found = true;
        }
        if (is_end) break;
    }
    return found;
}

static void go_on(Search *search, size_t from) {
    const Start *start = &search->starts[from];
    for (size_t i = 0; i < start->count; i++) {
        const Way *way = &start->ways[i];
        Pile pile = {.search = search,
                     .from = from,
                     .back = i,
                     .cost = way->cost,
                     .notes = way->notes,
                     .near = way->notes};
        if (!pile_up(&pile, true)) pile_up(&pile, false);
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

typedef LIST(size_t) SizeList;

/* The columns that lead to a way, from the last to the first, turned round. */
static void trace(Arena *arena, const Search *search, SizeList *ends, SizeList *notes) {
    size_t to = search->strip->count, way = 0;
    while (to > 0) {
        const Way *at = &search->starts[to].ways[way];
        *list_add(arena, ends) = to;
        *list_add(arena, notes) = at->notes;
        to = at->from;
        way = at->back;
    }
    for (size_t i = 0; i < ends->len / 2; i++) {
        size_t last = ends->len - 1 - i, end = ends->at[i], lines = notes->at[i];
        ends->at[i] = ends->at[last];
        notes->at[i] = notes->at[last];
        ends->at[last] = end;
        notes->at[last] = lines;
    }
}

PageBreaks search_page_breaks(Arena *arena, const Strip *strip) {
    Search search = {.strip = strip, .starts = ARENA_ARRAY(arena, Start, strip->count + 1)};
    search.starts[0].count = 1;
    for (size_t i = 0; i < strip->count; i++) go_on(&search, i);
    SizeList ends = {0}, notes = {0};
    trace(arena, &search, &ends, &notes);
    while (ends.len && list_last(&notes) < strip->feet.lines) {
        size_t from = list_last(&notes);
        *list_add(arena, &ends) = strip->count;
        *list_add(arena, &notes) = fill_with_notes(strip, from);
    }
    return (PageBreaks){.ends = ends.at,
                        .notes = notes.at,
                        .count = ends.len,
                        .cost = search.starts[strip->count].ways[0].cost,
                        .steps = search.steps};
}
