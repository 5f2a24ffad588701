/* Footnotes as one stream of lines, private to the stage: how many of them stand at a column's foot.
 *
 * The lines of all notes are numbered through the galley. A column takes them in that order from where the one
 * before it stopped, as far as its text leaves room: so a note that is divided goes on before the notes of the
 * next column. All that stand at a foot have one grid line with a short rule above them. */
#ifndef DOSSIER_PAGE_FEET_H
#define DOSSIER_PAGE_FEET_H

#include "block/galley.h"

typedef struct Feet {
    const size_t *items;  /* of the galley, by note */
    const size_t *firsts; /* number of each note's first line; behind the last note: of all lines */
    const size_t *owners; /* the note of each line */
    const Sp *tops;       /* height of all lines above each line; behind the last one: of all */
    const size_t *above;  /* by slab: lines of the notes of all slabs above it */
    size_t lines;
    Sp rule; /* height of what parts them from the text */
} Feet;

/* `boxes` are the galley's. */
Feet feet_new(Arena *arena, const Galley *galley, size_t boxes, Sp grid);

/* What lines [from, to) take at a foot. */
static inline Sp feet_height(const Feet *feet, size_t from, size_t to) {
    return from == to ? 0 : feet->rule + feet->tops[to] - feet->tops[from];
}

/* Lines of the notes of slabs above this one, or of all behind the last. */
static inline size_t feet_above(const Feet *feet, size_t slab) {
    return feet->lines ? feet->above[slab] : 0;
}

/* How far lines from `from` on may go, at most to `to`, in this much room. `near` is where a search for the
 * same `from` in not much more or less room ended, or `from`: from there it goes step by step. */
size_t feet_fit(const Feet *feet, size_t from, size_t to, size_t near, Sp room);

/* Where to stop when no more than [from, end) fits of [from, to): no line alone, if that can be helped. */
size_t feet_stop(const Feet *feet, size_t from, size_t end, size_t to);

/* What stopping there costs, in the currency of strip.c. */
int64_t feet_cost(const Feet *feet, size_t from, size_t end, size_t to);

#endif
