/* A page's content stream: placed lines and rules in, operators out; links found on the way.
 *
 * Text is written in reading order. Every contiguous stretch of one owner stands in BDC..EMC with its
 * marked-content id, everything else is an artifact (UA-1, 7.1). */
#ifndef DOSSIER_PDF_PDF_CONTENT_H
#define DOSSIER_PDF_PDF_CONTENT_H

#include "pdf/pdf_font.h"
#include "pdf/pdf_image.h"
#include "pdf/pdf_links.h"
#include "pdf/pdf_tags.h"

typedef struct PdfContent {
    PdfImages *images; /* of the file; given by the caller */
    Buf bytes;
    bool has_transparency;
    LIST(LinkBox) links; /* one for each line's piece of a link */
} PdfContent;

/* The page must have been begun in `tags`. Memory in job->scratch. */
void pdf_content_write(Job *job, PdfFonts *fonts, PdfTags *tags, const Page *page,
                       PdfContent *content);

#endif
