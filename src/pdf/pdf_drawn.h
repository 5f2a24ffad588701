/* Marks (accents, dots) that stand on a letter: drawn as paths. */
#ifndef DOSSIER_PDF_PDF_DRAWN_H
#define DOSSIER_PDF_PDF_DRAWN_H

#include "base/look.h"
#include "font/font.h"

/* A glyph with its origin from the page's bottom left corner. */
typedef struct DrawnGlyph {
    const Face *face;
    uint32_t glyph;
    Sp size, x, y;
    int expansion; /* thousandths by which it is set wider */
    Color color;
} DrawnGlyph;

/* Path operators that fill the glyph in the current colour. */
void pdf_drawn_put(Arena *scratch, Buf *to, const DrawnGlyph *drawn);

#endif
