/* Pages: a galley cut into pages by cost over the whole article, everything at its final place.
 *
 * Cost of a page: how far it is from full, the penalties of its break (widow, orphan, stranded head), what a
 * break does to a quote or list; a last page of fewer than five lines of text costs much. Text lines fall on
 * the baseline grid. Positions are from the page's top left corner, y downward. */
#ifndef DOSSIER_PAGE_PAGE_H
#define DOSSIER_PAGE_PAGE_H

#include "block/galley.h"
#include "block/set.h"

typedef enum PlacedKind { PLACED_LINE, PLACED_RULE } PlacedKind;

typedef struct Placed {
    PlacedKind kind;
    bool is_artifact;   /* running matter, rules, bars */
    bool is_pagination; /* an artifact of type Pagination (head, foot) */
    bool is_foot;       /* its subtype: Footer, else Header */
    Sp x, y;            /* line: left edge of the measure and baseline; rule: top left */
    const Line *line;
    Sp width, height; /* rule */
    Color color;      /* rule */
    Span span;
} Placed;

typedef struct PlacedMark {
    Mark mark;
    Sp x, y;
} PlacedMark;

typedef struct Page {
    unsigned number; /* 1 is the first: equals the PDF page */
    Str label;       /* as printed */
    Sp width, height;
    LIST(Placed) placed; /* in reading order; artifacts after */
    LIST(PlacedMark) marks;
    Sp fill; /* height used in the column */
} Page;

typedef struct Pages {
    LIST(Page) pages;
    size_t widows, orphans,
        stranded; /* breaks that the rules could not avoid (each a W_PAGE_BREAK) */
} Pages;

/* What the running lines may print, besides page numbers. */
typedef struct RunningFields {
    Str title, short_title, kicker, date, place, marking;
} RunningFields;

/* Breaks and places. `shaper` sets the running lines. False when something cannot be placed (E_TOO_TALL). */
bool page_break_article(Setter *setter, const Galley *galley, const RunningFields *fields,
                        Pages *pages);

void pages_dump(const Pages *pages, Buf *out);

#endif
