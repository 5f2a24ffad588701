/* Catchlines: the first words of the next page at the foot, so that a speaker need not turn in silence. Private to
 * the stage. */
#ifndef DOSSIER_PAGE_CATCHLINE_H
#define DOSSIER_PAGE_CATCHLINE_H

#include "page/page.h"

/* On every page of the range but its last; artifacts, for they stand in the text already. */
void page_add_catchlines(Setter *setter, PageRange range, Pages *pages);

#endif
