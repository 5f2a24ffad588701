/* Breaks in; the same with the columns of pages that are not filled as high as each other out.
 *
 * The slabs of such a page are broken anew at a lower limit: the lowest at which they need no more columns than
 * there are, unless a higher one avoids a break that costs more than the lines between. */
#include "page/even.h"

#define COST_LINE 40 /* of a higher limit; in the currency of strip.c */

/* A page: columns [first, end) of the breaks, and what stands on it. */
typedef struct Spread {
    size_t first, end;
    Range range;
    size_t notes; /* up to its foot */
} Spread;

typedef LIST(Column) ColumnList;

static bool ends_early(const Strip *strip, const Spread *spread) {
    if (spread->range.from == spread->range.to) return false;
    return spread->range.to == strip->count || strip_is_forced(strip, spread->range.to);
}

/* All its slabs in one pile, shared by its columns. */
static Sp even_share(const Strip *strip, Range range, int columns) {
    Sp used = STRIP_TOP;
    for (size_t i = range.from; i < range.to; i++) used = strip_bottom(strip, i, used);
    return used / columns / strip->grid * strip->grid;
}

static bool fits(const Spread *spread, const PageBreaks *breaks, int columns) {
    return breaks->count <= (size_t)columns &&
           breaks->columns[breaks->count - 1].notes >= spread->notes;
}

/* Adds the page's columns; false when no limit will do. */
static bool even_out(Arena *arena, const Strip *strip, const Spread *spread, int columns,
                     ColumnList *list) {
    Strip low = *strip;
    PageBreaks best = {.cost = INT64_MAX};
    int64_t extra = 0;
    low.least_at_last = 0;
    low.limit = sp_max(even_share(strip, spread->range, columns), strip->grid);
    for (; low.limit <= strip->height && extra < best.cost; low.limit += strip->grid) {
        PageBreaks breaks = search_range_breaks(arena, &low, spread->range);
        breaks.cost += extra - COST_COLUMN * (int64_t)breaks.count; /* they are there anyway */
        if (fits(spread, &breaks, columns) && breaks.cost < best.cost) best = breaks;
        extra += COST_LINE;
    }
    for (size_t i = 0; i < best.count; i++) *list_add(arena, list) = best.columns[i];
    return best.count > 0;
}

/* The page that begins with this column. */
static Spread spread_at(const PageBreaks *breaks, size_t first) {
    const Column *at = breaks->columns;
    Spread spread = {.first = first, .end = first};
    while (spread.end < breaks->count && at[spread.end].page == at[first].page) spread.end++;
    if (first) spread.range = (Range){.from = at[first - 1].end, .notes = at[first - 1].notes};
    spread.range.to = at[spread.end - 1].end;
    spread.notes = at[spread.end - 1].notes;
    return spread;
}

void even_columns(Arena *arena, const Strip *strip, int columns, PageBreaks *breaks) {
    if (columns < 2) return;
    ColumnList list = {0};
    for (size_t i = 0; i < breaks->count;) {
        Spread spread = spread_at(breaks, i);
        bool is_even =
            ends_early(strip, &spread) && even_out(arena, strip, &spread, columns, &list);
        for (; i < spread.end; i++) {
            if (!is_even) *list_add(arena, &list) = breaks->columns[i];
        }
    }
    breaks->columns = list.at;
    breaks->count = list.len;
    strip_count_pages(strip, columns, breaks);
}
