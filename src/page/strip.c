/* A galley in; slabs with what a break above each costs out, and what a column of them costs.
 *
 * Costs are in one currency: 20 is one grid line of white at a column's foot; white counts by its square, so
 * two pages that are a line short are better than one that is two short. */
#include "page/strip.h"

#define COST_WHITE 20        /* one line short */
#define COST_SHORT_END 2000  /* a last page under LEAST_LAST_LINES, */
#define COST_SHORT_LINE 1000 /* and each line it lacks */
#define COST_UGLY 5000       /* forbidden here, and a widow, an orphan or a stranded head too */
#define COST_FORBIDDEN ((int64_t)1 << 40) /* above any sum of the others */

/* What a gap between boxes says, item by item. */
typedef struct Gap {
    Sp space;
    bool snaps, has_glue, has_penalty;
    int penalty;
    PenaltyKind kind;
    PageSide side;
} Gap;

static void add_penalty(Gap *gap, const GalleyItem *item) {
    bool is_forced = gap->has_penalty && gap->penalty <= BREAK_FORCED;
    bool is_stricter = item->penalty > gap->penalty ||
                       (item->penalty == gap->penalty && gap->kind == PENALTY_PLAIN);
    if (!is_forced && (!gap->has_penalty || item->penalty <= BREAK_FORCED || is_stricter)) {
        gap->penalty = item->penalty;
        gap->kind = item->penalty_kind;
    }
    gap->has_penalty = true;
    if (item->side) gap->side = item->side;
}

static void add_glue(Gap *gap, const GalleyItem *item) {
    gap->space += item->height;
    gap->snaps |= item->snaps;
    gap->has_glue = true;
}

static Slab slab_of(const Gap *gap, const GalleyItem *box, Sp grid) {
    bool is_joined = !gap->has_glue && !gap->has_penalty;
    return (Slab){.height = box->height,
                  .space = gap->space,
                  .snaps = gap->snaps,
                  .is_joined = is_joined,
                  .penalty = is_joined ? BREAK_NEVER : gap->penalty,
                  .penalty_kind = gap->kind,
                  .side = gap->side,
                  .lines = box->is_text ? 1 : (box->height + grid - 1) / grid};
}

/* The brackets open above a box, and those that the gap before it opened: for them it is the first piece. */
typedef struct Brackets {
    LIST(size_t) open; /* items */
    size_t old;        /* so many were open above the last box */
} Brackets;

static void add_bracket(Arena *arena, Brackets *brackets, const GalleyItem *item, size_t at) {
    if (item->kind == GALLEY_OPEN) *list_add(arena, &brackets->open) = at;
    if (item->kind != GALLEY_CLOSE || !brackets->open.len) return;
    brackets->open.len--;
    if (brackets->old > brackets->open.len) brackets->old = brackets->open.len;
}

static void set_repeat(const Galley *galley, Brackets *brackets, Sp height, Slab *slab) {
    for (size_t i = brackets->old; i > 0 && !slab->repeat_height; i--) {
        slab->repeat = brackets->open.at[i - 1];
        slab->repeat_height = galley->items.at[slab->repeat].height;
    }
    if (slab->repeat_height + slab->height > height) slab->repeat_height = 0;
    brackets->old = brackets->open.len;
}

static size_t count_boxes(const Galley *galley) {
    size_t count = 0;
    for (size_t i = 0; i < galley->items.len; i++) count += galley->items.at[i].kind == GALLEY_BOX;
    return count;
}

Strip strip_new(Arena *arena, const Galley *galley, Sp height, Sp grid) {
    Sp unit = grid ? grid : SP(12);
    size_t boxes = count_boxes(galley);
    Slab *slabs = ARENA_ARRAY(arena, Slab, boxes);
    Sp whole = grid ? height / grid * grid : height;
    Strip strip = {.slabs = slabs,
                   .height = whole,
                   .limit = whole,
                   .grid = unit,
                   .least_at_last = LEAST_LAST_LINES,
                   .feet = feet_new(arena, galley, boxes, unit)};
    Gap gap = {0};
    Brackets brackets = {0};
    for (size_t i = 0; i < galley->items.len; i++) {
        const GalleyItem *item = &galley->items.at[i];
        add_bracket(arena, &brackets, item, i);
        if (item->kind == GALLEY_PENALTY) add_penalty(&gap, item);
        if (item->kind == GALLEY_GLUE) add_glue(&gap, item);
        if (item->kind != GALLEY_BOX) continue;
        gap.snaps &= grid != 0;
        Slab *slab = &slabs[strip.count++];
        *slab = slab_of(&gap, item, unit);
        slab->item = i;
        set_repeat(galley, &brackets, strip.height, slab);
        gap = (Gap){0};
    }
    return strip;
}

Sp strip_bottom(const Strip *strip, size_t slab, Sp above) {
    const Slab *at = &strip->slabs[slab];
    if (above == STRIP_TOP) return at->repeat_height + at->height;
    Sp bottom = above + at->space + at->height;
    Sp over = bottom % strip->grid;
    return at->snaps && over > 0 ? bottom - over + strip->grid : bottom;
}

static Sp text_lines(const Strip *strip, size_t from, size_t to) {
    Sp lines = 0;
    for (size_t i = from; i < to && lines <= strip->least_at_last; i++)
        lines += strip->slabs[i].lines;
    return lines;
}

static int64_t last_cost(const Strip *strip, const Extent *column) {
    Sp lines = text_lines(strip, column->from, column->to) + column->more;
    if (column->from == 0 || lines >= strip->least_at_last) return 0;
    return COST_SHORT_END + COST_SHORT_LINE * (strip->least_at_last - lines);
}

static int64_t break_cost(const Slab *below) {
    if (below->penalty < BREAK_NEVER) return below->penalty;
    int64_t cost = COST_FORBIDDEN << (below->is_joined ? 1 : 0);
    return below->penalty_kind == PENALTY_PLAIN ? cost : cost + COST_UGLY;
}

int64_t strip_cost(const Strip *strip, const Extent *column) {
    if (column->to == strip->count) return COST_COLUMN + last_cost(strip, column);
    if (strip_is_forced(strip, column->to)) return COST_COLUMN;
    Sp free = sp_min(strip->limit - column->text, strip->height - column->notes - column->text);
    Sp white = sp_max(free, 0) / strip->grid;
    return COST_COLUMN + COST_WHITE * white * white + break_cost(&strip->slabs[column->to]);
}

int64_t strip_rest_cost(const Strip *strip, size_t notes) {
    Sp rest = feet_height(&strip->feet, notes, strip->feet.lines);
    if (!rest) return 0;
    int64_t columns = (rest + strip->height - 1) / strip->height;
    return COST_COLUMN * columns + COST_SHORT_END + COST_SHORT_LINE * LEAST_LAST_LINES;
}

void strip_count_pages(const Strip *strip, int columns, PageBreaks *breaks) {
    size_t page = 1, from = 0;
    int column = 0;
    for (size_t i = 0; i < breaks->count; i++) {
        bool is_forced = from < strip->count && strip_is_forced(strip, from);
        if (i && (++column >= columns || is_forced)) {
            page++;
            column = 0;
        }
        breaks->columns[i].page = page;
        from = breaks->columns[i].end;
    }
}

void strip_count_sides(const Strip *strip, size_t before, PageBreaks *breaks) {
    size_t blanks = 0;
    for (size_t i = 1; i < breaks->count; i++) {
        Column *column = &breaks->columns[i];
        size_t from = breaks->columns[i - 1].end;
        PageSide side = from < strip->count ? strip->slabs[from].side : SIDE_ANY;
        column->page += blanks;
        bool is_recto = (before + column->page) % 2 != 0;
        bool is_wrong = side == (is_recto ? SIDE_VERSO : SIDE_RECTO);
        if (column->page == breaks->columns[i - 1].page || !is_wrong) continue;
        blanks++;
        column->page++;
    }
}
