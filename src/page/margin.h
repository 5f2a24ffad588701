/* The margin column of a page, private to the stage: notes beside the lines they belong to. */
#ifndef DOSSIER_PAGE_MARGIN_H
#define DOSSIER_PAGE_MARGIN_H

#include "base/sp.h"

#include <stddef.h>

/* A note, in lengths from the column's top: where it would stand beside its line, and where it stands. */
typedef struct MarginNote {
    Sp wish, top, height;
} MarginNote;

/* Finds each note's top. Moves notes, in order, by whole grid lines so that none touches the one above and none leaves the column:
 * down for the note above, up for the foot. Returns how many stay; the others belong on the next page. At
 * least one stays, even if it is taller than the column. */
size_t margin_settle(MarginNote *notes, size_t count, Sp height, Sp grid);

#endif
