/* A table whose cells are short paragraphs one below the other: agendas, actions, contacts.
 *
 * Made row by row: listing_row(), for each column tags and parts, listing_end_row(). The head is drawn again, with
 * "(continued)", on top of each further piece; a row of few lines is never split. Each stands between two half lines
 * of white, with a rule on top. All styles in a row have the
 * leading of the table's. */
#ifndef DOSSIER_BLOCK_LISTING_H
#define DOSSIER_BLOCK_LISTING_H

#include "base/language.h"
#include "block/look.h"

enum { MOST_LISTING_COLUMNS = 5 };

typedef struct ListingColumn {
    Str head; /* empty in all columns: no head */
    Sp width; /* 0: of what is left, this many parts: */
    int parts;
    Sp x;
    Lines lines; /* of the row being made */
    Tag *cell;
} ListingColumn;

typedef struct Listing {
    Setter *setter;
    const Style *style, *head; /* `rule` of both is drawn above rows: the head's above the first */
    ListingColumn columns[MOST_LISTING_COLUMNS];
    size_t count; /* of columns */
    Scalar caption;
    const Style *caption_style;
    size_t rows, row; /* how many there will be; which is being made */
    Tag *table, *section, *tr;
    Span span;
} Listing;

/* A new column; `width` 0: one that shares what is left. */
ListingColumn *listing_column(Listing *listing, Str head, Sp width);
/* Columns get their places, the caption and the head are set. */
void listing_begin(Listing *listing);
void listing_row(Listing *listing);
/* A paragraph of a cell: its element, then its parts. */
Tag *listing_tag(Listing *listing, size_t column);
void listing_add(Listing *listing, size_t column, const PartList *parts, const Style *style);
/* Both at once; nothing for an empty text. */
void listing_add_rich(Listing *listing, size_t column, const Rich *rich, const Style *style);
void listing_add_text(Listing *listing, size_t column, Str text, const Style *style);
void listing_add_value(Listing *listing, size_t column, const Scalar *value, const Style *style);
/* Ids of the directory, names, or "everybody": "a, b and c" (agenda_row.c). */
void listing_add_people(Listing *listing, size_t column, const Scalars *who, const Style *style);
void listing_end_row(Listing *listing, Span span);
void listing_end(Listing *listing);

/* All of it is to be confirmed: a paragraph that says so. */
void listing_set_tbc(Setter *setter, const Scalar *tbc, const Style *style);
/* The same of a value, with its box when it is to be confirmed. */
Sp listing_value_width(Setter *setter, const Scalar *value, const Style *style);
/* Natural width of a word in a style, for columns that are as wide as what they hold. */
Sp listing_width(Setter *setter, Str text, const Style *style);

#endif
