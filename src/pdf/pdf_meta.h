/* What the file says about itself: document information, XMP, output intent. */
#ifndef DOSSIER_PDF_PDF_META_H
#define DOSSIER_PDF_PDF_META_H

#include "pdf/pdf_out.h"

/* The information dictionary (14.3.3), in pdf_info_id(). */
void pdf_info_write(PdfOut *out, Job *job, const PdfInfo *info);
/* The XMP packet (14.3.2) that says the same, and the claims; its number. */
uint32_t pdf_metadata_write(PdfOut *out, Job *job, const PdfInfo *info);
/* Its text, for tests. */
Str pdf_xmp(Arena *arena, const PdfInfo *info);
/* "/OutputIntents[...]" of the catalog, with the sRGB profile; nothing without a PDF/A claim. */
void pdf_put_output_intent(PdfOut *out, const PdfInfo *info, Buf *catalog);

#endif
