/* An article or item that must stand on one page, set as large as it fits there. */
#ifndef DOSSIER_RUN_FIT_H
#define DOSSIER_RUN_FIT_H

#include "block/set.h"

/* What is to be set, and the element it stands below. */
typedef struct FitPart {
    Galley *(*set)(Setter *setter, const void *what, Tag *parent);
    const void *what;
    Tag *parent;
    Span span;
} FitPart;

/* Sets it; where the layout wants one page (fits_page) with smaller type, closer lines, until it fits. The setter's
 * layout is then the one it was set with. E_OVER_PAGE, and the galley all the same, when nothing helps. */
Galley *fit_set(Setter *setter, const FitPart *part);

#endif
