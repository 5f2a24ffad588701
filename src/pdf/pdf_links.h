/* Destinations and link annotations (ISO 32000-1, 12.3.2, 12.5.6.5). */
#ifndef DOSSIER_PDF_PDF_LINKS_H
#define DOSSIER_PDF_PDF_LINKS_H

#include "pdf/pdf_tags.h"
#include "read/markup.h"

/* A place with a name, from a mark of a page. */
typedef struct PdfDestination {
    Str id, title;
    uint32_t page; /* 0 is the first */
    Sp top;        /* upward from the page's bottom */
} PdfDestination;

typedef struct PdfDestinations {
    PdfDestination *at; /* by id, each once: the first of the document counts */
    size_t count;
} PdfDestinations;

PdfDestinations pdf_destinations(Arena *arena, const Pages *pages);
/* NULL when nothing has this name. */
const PdfDestination *pdf_destination_find(const PdfDestinations *destinations, Str id);
/* "[12 0 R/XYZ null 700 null]": to this height, zoom unchanged. */
void pdf_put_destination(Buf *buf, uint32_t page_id, Sp top);
/* The name tree as the value of /Dests; nothing when there are none. */
void pdf_put_destination_tree(PdfOut *out, Job *job, const PdfDestinations *destinations,
                              const uint32_t *page_ids, Buf *buf);

/* Where one line's piece of a link stands, from the page's bottom left corner. */
typedef struct LinkBox {
    const TextLink *link;
    const Tag *owner;
    const Line *line;
    Sp left, right, bottom, top;
} LinkBox;

/* Whether the link leads anywhere: a URI, or a name there is. */
bool pdf_link_leads(const PdfDestinations *destinations, const TextLink *link);
/* Writes the annotation and ties it to its structure element; its number. */
uint32_t pdf_link_write(PdfOut *out, Job *job, PdfTags *tags, const PdfDestinations *destinations,
                        const LinkBox *box);

#endif
