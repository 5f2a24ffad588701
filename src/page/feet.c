/* A galley's footnotes in; how many of their lines a foot holds, and what dividing them costs, out. */
#include "page/feet.h"

#define COST_GOES_ON 300   /* notes go on at the next foot: as dear as four lines of white, */
#define COST_LINE_LATE 20  /* with each line that does, */
#define COST_LONE_LINE 600 /* a line of a note alone here or there, */
#define COST_AWAY 3000     /* and a note that does not even begin where its mark is */

typedef struct Counts {
    size_t notes, lines;
} Counts;

static Counts count_notes(const Galley *galley) {
    Counts counts = {0};
    for (size_t i = 0; i < galley->items.len; i++) {
        const GalleyItem *item = &galley->items.at[i];
        if (item->kind != GALLEY_NOTE) continue;
        counts.notes++;
        counts.lines += item->part_count;
    }
    return counts;
}

static void add_lines(const GalleyItem *note, size_t number, size_t *line, size_t *owners,
                      Sp *tops) {
    for (size_t i = 0; i < note->part_count; i++, ++*line) {
        owners[*line] = number;
        tops[*line + 1] = tops[*line] + note->height / (Sp)note->part_count;
    }
}

Feet feet_new(Arena *arena, const Galley *galley, size_t boxes, Sp grid) {
    Counts counts = count_notes(galley);
    if (!counts.lines) return (Feet){0};
    size_t *items = ARENA_ARRAY(arena, size_t, counts.notes);
    size_t *firsts = ARENA_ARRAY(arena, size_t, counts.notes + 1);
    size_t *owners = ARENA_ARRAY(arena, size_t, counts.lines);
    Sp *tops = ARENA_ARRAY(arena, Sp, counts.lines + 1);
    size_t *above = ARENA_ARRAY(arena, size_t, boxes + 1);
    size_t note = 0, line = 0, box = 0;
    for (size_t i = 0; i < galley->items.len; i++) {
        const GalleyItem *item = &galley->items.at[i];
        if (item->kind == GALLEY_BOX) above[box++] = line;
        if (item->kind != GALLEY_NOTE) continue;
        items[note] = i;
        firsts[note] = line;
        add_lines(item, note++, &line, owners, tops);
    }
    firsts[note] = above[box] = line;
    return (Feet){.items = items,
                  .firsts = firsts,
                  .owners = owners,
                  .tops = tops,
                  .above = above,
                  .lines = line,
                  .rule = grid};
}

size_t feet_fit(const Feet *feet, size_t from, size_t to, size_t near, Sp room) {
    while (near < to && feet_height(feet, from, near + 1) <= room) near++;
    while (near > from && feet_height(feet, from, near) > room) near--;
    return near;
}

/* Lines of the divided note at this foot and still to come. */
typedef struct Division {
    size_t here, later;
} Division;

static Division divide(const Feet *feet, size_t from, size_t end) {
    size_t note = feet->owners[end], first = feet->firsts[note];
    if (first >= end) return (Division){0};
    return (Division){.here = end - (first > from ? first : from),
                      .later = feet->firsts[note + 1] - end};
}

size_t feet_stop(const Feet *feet, size_t from, size_t end, size_t to) {
    if (end == to) return end;
    Division division = divide(feet, from, end);
    return division.later == 1 && division.here > 2 ? end - 1 : end;
}

/* The first note that does not begin before line `end`. */
static size_t next_note(const Feet *feet, size_t end) {
    size_t note = feet->owners[end];
    return feet->firsts[note] < end ? note + 1 : note;
}

int64_t feet_cost(const Feet *feet, size_t from, size_t end, size_t to) {
    if (end == to) return 0;
    Division division = divide(feet, from, end);
    size_t away = feet->owners[to - 1] + 1 - next_note(feet, end);
    bool is_alone = division.here == 1 || division.later == 1;
    return COST_GOES_ON + COST_LINE_LATE * (int64_t)(to - end) + COST_AWAY * (int64_t)away +
           (is_alone ? COST_LONE_LINE : 0);
}
