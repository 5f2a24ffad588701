/* Destinations and link annotations (ISO 32000-1, 12.3.2, 12.5.6.5). */
#ifndef DOSSIER_PDF_PDF_LINKS_H
#define DOSSIER_PDF_PDF_LINKS_H

#include "page/targets.h"
#include "pdf/pdf_tags.h"
#include "read/markup.h"

/* "[12 0 R/XYZ null 700 null]": to this height, zoom unchanged. */
void pdf_put_destination(Buf *buf, uint32_t page_id, Sp top);
/* The name tree as the value of /Dests; nothing when there are none. Memory in job->scratch. */
void pdf_put_destination_tree(PdfOut *out, Job *job, const PageTargets *targets,
                              const uint32_t *page_ids, Buf *buf);

/* Where one line's piece of a link stands, from the page's bottom left corner. */
typedef struct LinkBox {
    const TextLink *link;
    const Tag *owner;
    const Line *line;
    Sp left, right, bottom, top;
} LinkBox;

/* Whether the link leads anywhere: a URI, or a name there is. */
bool pdf_link_leads(const PageTargets *targets, const TextLink *link);
/* Writes the annotation and ties it to its structure element; its number. */
uint32_t pdf_link_write(PdfOut *out, Job *job, PdfTags *tags, const PageTargets *targets,
                        const LinkBox *box);

#endif
