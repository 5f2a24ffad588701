/* Columns of slabs onto pages, private to the stage. */
#ifndef DOSSIER_PAGE_PLACE_H
#define DOSSIER_PAGE_PLACE_H

#include "page/page.h"
#include "page/strip.h"

/* Puts every item of the galley at its place. The pages are new ones; running lines are not on them. */
void place_columns(Setter *setter, const Galley *galley, const Strip *strip,
                   const PageBreaks *breaks, Pages *pages);

#endif
