/* Where ids lead: marks of pages by their names.
 *
 * The first mark of the document with an id counts. Pages may come piece by piece; what is known of an id does not
 * change afterwards. */
#ifndef DOSSIER_PAGE_TARGETS_H
#define DOSSIER_PAGE_TARGETS_H

#include "page/page.h"

typedef struct PageTarget {
    Str id, title, label; /* label of the page */
    uint32_t page;        /* 0 is the first */
    Sp top;               /* upward from the page's bottom */
} PageTarget;

typedef struct PageTargets {
    LIST(PageTarget) list;
    IdIndex ids;
} PageTargets;

/* The marks of pages [range.from, range.to); their strings are borrowed. */
void targets_add(Arena *arena, PageTargets *targets, const Pages *pages, PageRange range);
/* NULL when nothing has this name. */
const PageTarget *targets_find(const PageTargets *targets, Str id);

/* Exchanges the figures that stand for pages, as page_add_numbers() does, when the targets are known already. */
void page_exchange_numbers(Setter *setter, Pages *pages, const PageTargets *targets);

/* An id that pages lead to, or tell the page of, and that is not known yet; empty: all are. */
Str targets_missing(const PageTargets *targets, const Pages *pages);

#endif
