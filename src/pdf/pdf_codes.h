/* The codes of a file's text strings: two bytes each, and the same code stands for the same text in every
 * font, so that all fonts share one ToUnicode map.
 *
 * A character of ASCII is its own code; other texts (a letter, a ligature's letters) get codes from 0x7F on in
 * order of first use. When a font has several glyphs for one text (small capitals, a narrower form), the
 * text gets one more code for each; a glyph that stands for two texts has two codes. Code 0 stands for
 * nothing. */
#ifndef DOSSIER_PDF_PDF_CODES_H
#define DOSSIER_PDF_PDF_CODES_H

#include "pdf/pdf_out.h"

enum { PDF_CODE_COUNT = 65536, PDF_TEXT_BUCKETS = 1024 };

/* A code's text, borrowed, and the next code whose text has the same hash (0: none). */
typedef struct PdfCodeText {
    Str text;
    uint32_t next;
} PdfCodeText;

/* Starts as zeroes; nothing is allocated before a text comes that is not ASCII. */
typedef struct PdfCodes {
    LIST(PdfCodeText) others; /* of the codes from 0x7F on */
    uint16_t *buckets;
} PdfCodes;

/* One bit for each code. */
typedef struct PdfCodeSet {
    uint8_t bits[PDF_CODE_COUNT / 8];
} PdfCodeSet;

/* The first code of `text` outside of `taken`, which it joins. 0 when all codes are used up. */
uint32_t pdf_codes_give(Arena *arena, PdfCodes *codes, Str text, PdfCodeSet *taken);

/* The texts of all codes as a CMap (9.10.3). */
Str pdf_codes_to_unicode(Arena *arena, const PdfCodes *codes);

#endif
