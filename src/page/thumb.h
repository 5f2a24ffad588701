/* Thumb index of a pack, private to the stage: a tab at the fore edge, lower for each item, bleeding off the trim. */
#ifndef DOSSIER_PAGE_THUMB_H
#define DOSSIER_PAGE_THUMB_H

#include "page/page.h"

/* The tab fields->tab of fields->tabs, with that number beside it; an artifact. Nothing when there is none. */
void thumb_put(Setter *setter, const RunningFields *fields, Page *page);

#endif
