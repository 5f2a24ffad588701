/* Columns evened out, private to the stage. */
#ifndef DOSSIER_PAGE_EVEN_H
#define DOSSIER_PAGE_EVEN_H

#include "page/strip.h"

/* Where a page ends before its columns are full, on the last page and before a forced break, makes them as high as
 * each other, nearly: the later ones may be a little shorter. The breaks have their page numbers, and have them
 * behind it. */
void even_columns(Arena *arena, const Strip *strip, int columns, PageBreaks *breaks);

#endif
