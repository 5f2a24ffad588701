/* How to find one's way: outline (bookmarks, 12.3.3) and page labels (12.4.2). */
#ifndef DOSSIER_PDF_PDF_OUTLINE_H
#define DOSSIER_PDF_PDF_OUTLINE_H

#include "pdf/pdf_out.h"

/* The outline of all marks with an outline level; its number, 0 when there are none. */
uint32_t pdf_outline_write(PdfOut *out, Job *job, const Pages *pages, const uint32_t *page_ids);
/* "/PageLabels<<...>>": every page's label as it is printed. */
void pdf_put_page_labels(PdfOut *out, const Pages *pages, Buf *catalog);

#endif
