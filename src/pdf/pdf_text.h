/* The text operators of a content stream (9.3, 9.4), written only where they change something.
 *
 * The pen follows the reader's: from the widths in /W and the numbers as they were written, so that
 * rounding never adds up. A glyph is moved (a number in TJ) only when the reader's pen would stand more
 * than about 0.01 pt away from where the glyph belongs. */
#ifndef DOSSIER_PDF_PDF_TEXT_H
#define DOSSIER_PDF_PDF_TEXT_H

#include "pdf/pdf_font.h"

/* How the next glyphs look. */
typedef struct TextState {
    unsigned font; /* number of the face */
    Sp size;
    int tracking;  /* thousandths of an em */
    int expansion; /* thousandths by which glyphs are set wider: Tz */
    Color color;
} TextState;

typedef struct TextPen {
    Buf *to;
    bool in_text;             /* between BT and ET */
    bool in_array, in_string; /* between [ and ]TJ; between ( and ) */
    bool is_placed;           /* the reader's pen is known */

    Sp baseline;              /* of the current line, as it was asked for */
    int64_t line_x, line_y;   /* origin of the current line, hundredths of a point */
    Sp pen;                   /* x of the reader's pen */
    int64_t size, char_space; /* as written: hundredths and thousandths of a point */
    int64_t rise;             /* hundredths */
    TextState state;
    bool has_font;
} TextPen;

void text_begin(TextPen *pen); /* BT, if not yet */
void text_end(TextPen *pen);   /* ET */
void text_break(TextPen *pen); /* ends the open TJ: operators may follow */
void text_set_state(TextPen *pen, const TextState *state);
/* A glyph at x, `rise` above the baseline y (upward, from the page's bottom left corner). */
void text_glyph(TextPen *pen, Sp x, Sp y, Sp rise, const PdfCode *code);

/* A blank glyph as wide as `advance`: it stands for a character that is drawn otherwise. */
void text_blank(TextPen *pen, Sp x, Sp y, Sp advance, const PdfCode *code);

/* The fill colour of text and paths, if it is another: "0 g" or "r g b rg". */
void text_set_color(TextPen *pen, Color color);

#endif
