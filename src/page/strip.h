/* The page breaker's view of a galley, private to the stage: slabs, and where pages end between them.
 *
 * A slab is a box with what lies above it. Of all the glue and penalties between two boxes one space and one
 * penalty remain: spaces add up, the strictest penalty binds, a forced break overrides all. A pile of slabs
 * grows from the top of a column; the space above its first slab vanishes, but what brackets repeat on top of
 * their further pieces (a table's head) stands there first. */
#ifndef DOSSIER_PAGE_STRIP_H
#define DOSSIER_PAGE_STRIP_H

#include "block/recast.h"
#include "page/feet.h"

/* What a column costs by itself: keeps white from being bought with more pages. */
#define COST_COLUMN 1000

/* A last page with less text than this looks like a mistake. */
#define LEAST_LAST_LINES 5

typedef struct Slab {
    size_t item;      /* the box in the galley */
    Sp height, space; /* of the box; above it */
    bool snaps;       /* the space grows until the box's bottom is on the grid */
    size_t repeat;    /* when it begins a column: the open item whose parts stand above it, */
    Sp repeat_height; /* and their height; 0: none */
    bool is_joined;   /* neither glue nor penalty above: nobody ever meant to break here */
    int penalty;      /* of a break above */
    PenaltyKind penalty_kind;
    PageSide side; /* of the page that it begins when the break is forced */
    Sp lines;      /* counts for LEAST_LAST_LINES: 1 for a line of text, else grid lines taken */
} Slab;

/* A paragraph, slabs [from, to), that can have a line less or more. */
typedef enum Change { CHANGE_NONE, CHANGE_FEWER, CHANGE_MORE, CHANGE_COUNT } Change;
#define NO_CHANGE INT64_MAX

typedef struct Refit {
    size_t from, to;
    Sp line;                     /* height */
    int64_t costs[CHANGE_COUNT]; /* NO_CHANGE: has no good lines */
    Variant variants[CHANGE_COUNT];
} Refit;

typedef struct Strip {
    const Slab *slabs;
    size_t count;
    Sp height;        /* of a column: whole grid lines */
    Sp limit;         /* of text in it, less than its height where columns are evened out */
    Sp grid;          /* never 0 */
    Sp least_at_last; /* lines of text in a last column */
    Feet feet;
    const Refit *refits;    /* NULL: not asked for */
    const size_t *refit_of; /* by slab: of which its line is the last, counted from 1; 0: none */
    Sp refit_line;          /* the highest of their lines */
} Strip;

/* `height` is cut to whole lines of `grid` (0: a line of 12pt measures pages, nothing snaps). Of brackets inside
 * each other the innermost that has something to repeat does, unless the box then has no room. */
Strip strip_new(Arena *arena, const Galley *galley, Sp height, Sp grid);

/* Where the bottom of a slab lies when the pile above it is `above` high; SP_MAX marks the column's top. */
#define STRIP_TOP SP_MAX
Sp strip_bottom(const Strip *strip, size_t slab, Sp above);

/* A column of slabs [from, to): how far its text goes down, how high its notes are, how many lines it has `more`
 * than its slabs say. */
typedef struct Extent {
    size_t from, to;
    Sp text, notes;
    int more;
} Extent;

/* What it costs; INT64_MAX never comes out. */
int64_t strip_cost(const Strip *strip, const Extent *column);

/* What pages cost that hold the notes from line `notes` on behind the last slab, and nothing else. */
int64_t strip_rest_cost(const Strip *strip, size_t notes);

static inline bool strip_is_forced(const Strip *strip, size_t slab) {
    return strip->slabs[slab].penalty <= BREAK_FORCED;
}
static inline bool strip_is_legal(const Strip *strip, size_t slab) {
    return strip->slabs[slab].penalty < BREAK_NEVER;
}

/* What makes a column fit: the paragraph and its change. */
typedef struct Choice {
    Change change;
    const Refit *refit;
} Choice;

/* A column holds the slabs from where the one before ended up to `end`; the last ones may hold none, only what is
 * left of the notes. */
typedef struct Column {
    size_t end;
    size_t notes; /* lines of footnotes that stand up to its foot */
    Choice choice;
    size_t page; /* number of the page it stands on */
} Column;

typedef struct PageBreaks {
    Column *columns;
    size_t count;
    int64_t cost;
    size_t steps; /* boxes looked at on the way: the proof that work grows linearly */
} PageBreaks;

/* The breaks of least cost, unless long notes meet: then nearly. A column without a single legal break is broken
 * where it is forbidden. */
PageBreaks search_page_breaks(Arena *arena, const Strip *strip);

/* The same for slabs [from, to), of which `to` begins a page, when so many lines of notes stand before. */
typedef struct Range {
    size_t from, to, notes;
} Range;
PageBreaks search_range_breaks(Arena *arena, const Strip *strip, Range range);

/* Pages that must be recto or verso move on by one where the number says otherwise: a blank page will stand before
 * them. `before` pages stand before the first. */
void strip_count_sides(const Strip *strip, size_t before, PageBreaks *breaks);
/* Numbers the pages: `columns` side by side, but none beside the end of a forced column. */
void strip_count_pages(const Strip *strip, int columns, PageBreaks *breaks);

#endif
