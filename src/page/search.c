/* Slabs in; the column breaks of least total cost out.
 *
 * Shortest path over the places where a column may begin (Plass, "Optimal Pagination Techniques", 1981): every
 * start that can be reached is piled up once, at most a column high, and offers its end to all later starts.
 * Where a column ends does not depend on how its start was reached, so one number a start is enough. */
#include "page/strip.h"

typedef struct Start {
    int64_t cost; /* of all columns above */
    size_t from;  /* where the last of them began */
} Start;

typedef struct Search {
    const Strip *strip;
    Start *starts;
    size_t steps;
} Search;

static void offer(Search *search, size_t from, size_t to, Sp used) {
    int64_t cost = search->starts[from].cost + strip_cost(search->strip, from, to, used);
    /* Of equal costs the later start wins: the fuller page comes first. */
    if (cost <= search->starts[to].cost) search->starts[to] = (Start){.cost = cost, .from = from};
}

/* Piles up from `from`; offers the legal ends, or the forbidden ones. False when there was none. The first
 * slab is always taken: one that is taller than a column stands alone. */
static bool pile(Search *search, size_t from, bool offers_legal) {
    const Strip *strip = search->strip;
    bool found = false;
    Sp used = STRIP_TOP;
    for (size_t to = from; to < strip->count;) {
        Sp bottom = strip_bottom(strip, to, used);
        if (to > from && bottom > strip->height) break;
        used = bottom;
        search->steps++;
        to++;
        bool is_end = to == strip->count || strip_is_forced(strip, to);
        if (is_end || strip_is_legal(strip, to) == offers_legal) {
            offer(search, from, to, used);
            found = true;
        }
        if (is_end) break;
    }
    return found;
}

static PageBreaks trace(Arena *arena, const Search *search) {
    size_t end = search->strip->count, count = 0;
    for (size_t at = end; at > 0; at = search->starts[at].from) count++;
    size_t *ends = ARENA_ARRAY(arena, size_t, count);
    size_t left = count;
    for (size_t at = end; at > 0; at = search->starts[at].from) ends[--left] = at;
    return (PageBreaks){
        .ends = ends, .count = count, .cost = search->starts[end].cost, .steps = search->steps};
}

PageBreaks search_page_breaks(Arena *arena, const Strip *strip) {
    Search search = {.strip = strip, .starts = ARENA_ARRAY(arena, Start, strip->count + 1)};
    for (size_t i = 1; i <= strip->count; i++) search.starts[i].cost = INT64_MAX;
    for (size_t i = 0; i < strip->count; i++) {
        if (search.starts[i].cost == INT64_MAX) continue;
        if (!pile(&search, i, true)) pile(&search, i, false);
    }
    return trace(arena, &search);
}
