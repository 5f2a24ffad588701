/* A galley: a whole article as one flat list, before it is cut into pages.
 *
 * Boxes are stacked from top to bottom; glue between them disappears at a page's top and bottom; a penalty
 * says what a page break here costs; open and close bracket what spans a break: a quote's bar, drawn once for
 * each piece, and a table's head, drawn again on top of each further piece; a mark carries something to the
 * page it falls on; a margin item stands beside the next box; a note stands at the foot of the column that the
 * box before it is in. Page breaking works on this list alone (Plass: pages are lines). */
#ifndef DOSSIER_BLOCK_GALLEY_H
#define DOSSIER_BLOCK_GALLEY_H

#include "block/tag.h"
#include "image/image.h"
#include "line/line.h"

typedef enum PartKind { PART_LINE, PART_RULE, PART_IMAGE } PartKind;

/* Something painted inside a box; x, y from the box's top left corner, y downward. */
typedef struct Part {
    PartKind kind;
    Sp x, y; /* line: left edge of its measure and baseline; else top left corner */
    const Line *line;
    Sp width, height; /* rule, image */
    Color color;      /* rule; a rule is an artifact */
    const Image *image;
    bool is_cropped;    /* image: fills the place, and what is over of it is cut off */
    bool is_decoration; /* line: an artifact */
    /* Image: its Figure; NULL: an artifact. Line: content of the Link whose address it shows once more: an
     * artifact that leads where that Link does. */
    const Tag *owner;
} Part;

typedef enum GalleyKind {
    GALLEY_BOX,
    GALLEY_GLUE,
    GALLEY_PENALTY,
    GALLEY_MARK,
    GALLEY_OPEN,
    GALLEY_CLOSE,
    GALLEY_MARGIN,
    /* A footnote, directly behind the box whose line holds its mark; several follow one box, in order. Its parts
     * are its lines, one each (PART_LINE, y from the note's top), all height / part_count high; it may be
     * divided between any two of them, and goes on at the next foot. */
    GALLEY_NOTE
} GalleyKind;

#define BREAK_NEVER 10000
#define BREAK_FORCED (-10000)

/* A bar along everything between open and close; no width: none. */
typedef struct Bar {
    Sp x, width;
    Color color;
} Bar;

/* What a mark says. */
typedef struct Mark {
    const Tag *tag;    /* the element that begins here */
    Str id;            /* destination name; empty: none */
    int outline_level; /* 1 for the article's title; 0: not in the outline */
    Str title;         /* outline text, running head */
} Mark;

/* What a break at a penalty would be, for the report when it cannot be avoided. */
typedef enum PenaltyKind {
    PENALTY_PLAIN,
    PENALTY_WIDOW,   /* a paragraph's last line alone at a page's top */
    PENALTY_ORPHAN,  /* its first line alone at a page's bottom */
    PENALTY_STRANDED /* a head, or what leads to something, without what follows */
} PenaltyKind;

/* Where what follows a forced break must begin. */
typedef enum PageSide { SIDE_ANY, SIDE_RECTO, SIDE_VERSO } PageSide;

/* A paragraph that could have a line less or more (block/recast.h). */
typedef struct Recast Recast;

typedef struct GalleyItem {
    GalleyKind kind;
    Span span; /* what it comes from */
    Sp height; /* box, note: how much of the column it takes; glue: natural size; open: of its parts */
    Sp stretch, shrink; /* glue */
    bool
        snaps; /* glue: grows until the next box's bottom falls on the grid (boxes of text styles) */
    int penalty;
    PenaltyKind penalty_kind;
    PageSide side;     /* penalty: forced */
    const Part *parts; /* box, margin, note; open: artifacts, on top of each further piece */
    size_t part_count;
    Bar bar;   /* open */
    Mark mark; /* mark; note: leads to its first line */
    Sp level;  /* margin: the first baseline of the box beside it stands here, from the top */
    const void *link;     /* margin: the TextLink whose note it is; NULL: none */
    bool is_text;         /* box: a line of running text: counts for "at least five lines" */
    const Recast *recast; /* box: the first line of such a paragraph; NULL: not that */
} GalleyItem;

typedef struct Galley {
    LIST(GalleyItem) items;
    bool has_references; /* lines with page numbers still to be known (TextPart.page_of) */
    Sp measure;
} Galley;

void galley_dump(const Galley *galley, const Sources *sources, Buf *out);

#endif
