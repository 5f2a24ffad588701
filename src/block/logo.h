/* Where the head's line and a layout's logo stand, for the galley (which leaves room) and the pages. */
#ifndef DOSSIER_BLOCK_LOGO_H
#define DOSSIER_BLOCK_LOGO_H

#include "block/set.h"

/* Baseline of the running head, from the top of the page: on the text's grid, a line left free where there is
 * room. */
Sp logo_head_baseline(const Layout *layout);

/* By how much the text of the first page begins lower to make room for the logo: whole grid lines, often 0. */
Sp logo_sink(const Layout *layout);

/* Begins the galley with that room. Reports a logo for which there is none (E_BAD_GEOMETRY). */
void logo_set_room(Setter *setter);

#endif
