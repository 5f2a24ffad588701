/* Paragraphs a line shorter or longer for better pages, private to the stage.
 *
 * First pages are broken as the paragraphs are. Only where that leaves something to wish for (a break that costs,
 * white at a foot, a short last page) the paragraphs thereabouts are asked what else they could be, and pages are
 * broken again. */
#ifndef DOSSIER_PAGE_REFIT_H
#define DOSSIER_PAGE_REFIT_H

#include "page/strip.h"

/* Fills in the strip's refits. False when nothing is amiss, or nothing can be done about it. */
bool refit_find(Setter *setter, const Galley *galley, const PageBreaks *breaks, Strip *strip);

/* The galley with the paragraphs that the breaks chose to change; the breaks' ends are then its own. NULL when
 * they chose none. */
const Galley *refit_galley(Job *job, const Galley *galley, const Strip *strip, PageBreaks *breaks);

#endif
