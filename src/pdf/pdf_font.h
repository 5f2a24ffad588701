/* The fonts of a file: which glyphs are used with which text, and at the end the font objects.
 *
 * Codes are given while pages are written (pdf_codes.h), before the subset is known; a CIDToGIDMap stream
 * leads from codes to the dense subset. */
#ifndef DOSSIER_PDF_PDF_FONT_H
#define DOSSIER_PDF_PDF_FONT_H

#include "pdf/pdf_codes.h"

/* A glyph with a text: what a code stands for. */
typedef struct PdfCode {
    Str text; /* borrowed; empty: a later glyph of a cluster */
    uint32_t glyph, code;
    uint32_t next; /* the glyph's next text: index + 1 in `codes`, 0 at the end */
    int64_t width; /* hundredths of a thousandth of an em, as in /W */
} PdfCode;

typedef struct PdfFont {
    const Face *face;
    unsigned number; /* of the face: its name in content is /F and this */
    uint32_t id;     /* the Type0 object */
    LIST(PdfCode) codes;
    uint32_t *first; /* by glyph: index + 1 of its first text */
    PdfCodeSet taken;
} PdfFont;

typedef struct PdfFonts {
    PdfOut *out;
    Job *job;
    LIST(PdfFont *) list; /* in order of first use */
    PdfCodes codes;
} PdfFonts;

PdfFont *pdf_font_use(PdfFonts *fonts, const Face *face);
/* The code of a glyph standing for `text`; valid until the next call. */
const PdfCode *pdf_font_code(PdfFonts *fonts, PdfFont *font, uint32_t glyph, Str text);
/* Subsets, embeds and describes every font used; the /Font resource dictionary goes to `resources`. */
void pdf_fonts_write(PdfFonts *fonts, Buf *resources);

#endif
