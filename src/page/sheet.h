/* One page while it is being laid, private to the stage: boxes, margin notes, footnotes, bars.
 *
 * A page is first laid as lists, because a margin note's place depends on all notes of its page, and then painted
 * in reading order: text, then what stands at its foot, artifacts behind. Lengths are from the page's left edge
 * and from the top of its columns. */
#ifndef DOSSIER_PAGE_SHEET_H
#define DOSSIER_PAGE_SHEET_H

#include "page/page.h"
#include "page/strip.h"

/* An item's parts [first, first + count) at a place. */
typedef struct Laid {
    const GalleyItem *item;
    size_t first, count;
    Sp x, y;
    bool is_note, is_repeat; /* in the margin; on top of a further piece */
} Laid;

typedef struct Sheet {
    Job *job;
    const Layout *layout;
    Sp height, grid; /* of a column */
    Page *page;
    LIST(Laid) laid, feet;
    LIST(Placed) rules;
    LIST(const GalleyItem *) moved; /* margin notes for the next page */
} Sheet;                            /* its lists live in job->scratch */

/* A new page, with the margin notes that found no room on the last one. */
void sheet_open(Sheet *sheet, Pages *pages);
bool sheet_is_verso(const Sheet *sheet);
/* A new entry for text, or for the foot: all parts of an item. */
Laid *sheet_lay(Sheet *sheet, const GalleyItem *item, Sp x, Sp y);
Laid *sheet_lay_foot(Sheet *sheet, const GalleyItem *item, Sp x, Sp y);
/* A margin note level with something. */
void sheet_lay_note(Sheet *sheet, const GalleyItem *note, Sp wish);
void sheet_lay_rule(Sheet *sheet, Sp x, Sp y, const Part *rule);
/* Paints it. */
void sheet_close(Sheet *sheet);

#endif
