/* Widths of the columns of a small table: what each needs, cut down to what there is. */
#ifndef DOSSIER_BLOCK_COLUMNS_H
#define DOSSIER_BLOCK_COLUMNS_H

#include "line/line.h"

enum { MOST_COLUMNS = 12 };

typedef struct Columns {
    Sp x[MOST_COLUMNS], width[MOST_COLUMNS];
    size_t count;
} Columns;

/* A column is at least as wide as these lines. */
void columns_widen(Columns *columns, size_t column, const Lines *lines);
/* Narrow columns keep what they need, the others share what is left of the measure. */
void columns_share(Columns *columns, Sp measure, Sp gap);

#endif
