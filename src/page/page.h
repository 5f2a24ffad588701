/* Pages: a galley cut into pages by cost over the whole article, everything at its final place.
 *
 * Cost of a page: its white at the foot, the penalty of its break (widow, orphan, stranded head, hyphen); a
 * last page of fewer than five lines of text costs much. Of the penalties between two boxes the strictest
 * binds; their glue adds up, and vanishes at a page's top and bottom. A page without a single legal break is
 * broken all the same: each such break, and each widow, orphan or stranded head chosen as the lesser evil,
 * is a W_PAGE_BREAK. Text lines fall on the baseline grid. With several columns to a page each is filled in
 * turn; on the last page and before a forced break they are made as high as each other.
 *
 * Where that leaves a break that costs, white at a foot or a short last page, paragraphs thereabouts may be set a
 * line shorter or longer, at most one in each column and only where that does not show.
 *
 * What stands between two boxes goes with the box below (marks, margin notes, opened bars); only a closed
 * bar goes with the box above. What a bracket repeats stands on top of each further piece of it, a copy that
 * takes its room and is an artifact. Margin notes stand level with the first line of their box, moved by whole
 * grid lines so that none touches another; what finds no room goes to the next page.
 *
 * Footnotes stand at the foot of the column that holds their mark, the last line on the column's last line, a
 * short rule above the first. A note that finds no room goes on at the next foot, before the notes of that
 * column; what is left behind the last text makes pages of its own. A note that does not even begin on the page of
 * its mark is a W_NOTE_AWAY.
 *
 * Running lines stand on the grid's lines in the margins, between the margins' inner edges. The first page
 * has no head, but for texts that hold {marking}. Texts change sides on versos of duplex layouts.
 *
 * At the end, when every page has its number, the lines that tell pages are set anew, each in its place.
 *
 * Positions are from the page's top left corner, y downward. */
#ifndef DOSSIER_PAGE_PAGE_H
#define DOSSIER_PAGE_PAGE_H

#include "block/galley.h"
#include "block/set.h"

typedef enum PlacedKind { PLACED_LINE, PLACED_RULE, PLACED_IMAGE } PlacedKind;

typedef struct Placed {
    PlacedKind kind;
    bool is_artifact;   /* running matter, rules, bars */
    bool is_pagination; /* an artifact of type Pagination (head, foot) */
    bool is_foot;       /* its subtype: Footer, else Header */
    Sp x, y;            /* line: left edge of the measure and baseline; else top left */
    const Line *line;
    Sp width, height; /* rule, image */
    Color color;      /* rule */
    const Image *image;
    bool is_cropped;  /* image: fills the place (block/galley.h) */
    const Tag *owner; /* image: its Figure; line: the Link it is a note to (block/galley.h) */
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
    LIST(Placed) placed; /* in reading order, footnotes behind the text; artifacts after */
    LIST(PlacedMark) marks;
    bool is_blank; /* nothing but running lines, so that what follows begins on the right side */
    Sp fill;       /* height used in the fullest column: all of it when notes stand at its foot */
} Page;

typedef struct Pages {
    LIST(Page) pages;
    const struct PageLogo *logo; /* once read, private to the stage */
    bool has_references; /* lines in which the figures of page numbers only stand for them */
    size_t before;       /* pages of the document that stand before the first of these */
    size_t widows, orphans,
        stranded; /* breaks that the rules could not avoid (each a W_PAGE_BREAK) */
} Pages;

/* What the running lines may print, besides page numbers. */
typedef struct RunningFields {
    bool is_cover;       /* of its lines only those with a marking are printed */
    bool has_own_labels; /* pages are numbered by item (4.3): neither "Pack 4.3" nor "4.3 of 9.1" */
    Str title, short_title, kicker, date, place, marking;
    Str item,
        item_title;     /* of a pack's item; outside of one a text that has {item...} is left out */
    Str body, symbol;   /* of a pack: who meets, and its number in the files */
    unsigned tab, tabs; /* of the thumb index: which of how many; 0: none */
} RunningFields;

/* Pages [from, to) of a document that belong together: a whole article, an item of a pack. */
typedef struct PageRange {
    size_t from, to;
} PageRange;

/* Breaks and places. Of the setter job, layout, shaper and lang are used, the last two by running lines alone;
 * `fields` may be NULL. False, and no pages, when something cannot be placed (E_TOO_TALL) or there would be
 * more pages than job->limits.pages (E_LIMIT). */
bool page_break_article(Setter *setter, const Galley *galley, const RunningFields *fields,
                        Pages *pages);

/* The same in two steps, for documents of several galleys. The pages are added behind those that are there. */
bool page_break_galley(Setter *setter, const Galley *galley, Pages *pages);
/* How much more than one page it takes; 0: it fits. */
Sp page_overflow(Setter *setter, const Galley *galley);
/* A page that says that it is left blank, once it has its running lines. */
Page *page_add_blank(Setter *setter, Pages *pages);
/* Head and foot, once all pages of the document are there: the last one's label is {pages}. */
void page_add_running(Setter *setter, const RunningFields *fields, PageRange range, Pages *pages);
/* Once all pages are there: exchanges the figures that stand for pages (TextPart.page_of) for the labels of the
 * pages where those ids are. Each such line is justified anew in its measure; no line or page changes otherwise.
 * E_UNKNOWN_ID for an id that stands on no page. page_break_article does it, too. */
void page_add_numbers(Setter *setter, Pages *pages);

/* Stable text: each page's fill and what stands where, in points; a cut word ends in "|". */
void pages_dump(const Pages *pages, Buf *out);

#endif
