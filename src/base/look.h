/* Attributes of characters and paragraphs that several stages name. */
#ifndef DOSSIER_BASE_LOOK_H
#define DOSSIER_BASE_LOOK_H

#include <stdint.h>

/* sRGB; black (0 0 0) is written as DeviceGray 0. */
typedef struct Color {
    uint8_t red, green, blue;
} Color;

typedef enum FaceStyle { FACE_REGULAR, FACE_ITALIC, FACE_BOLD, FACE_BOLD_ITALIC } FaceStyle;

/* Superior figures are the marks of notes; no style asks for them. */
typedef enum Figures {
    FIGURES_OLDSTYLE,
    FIGURES_LINING,
    FIGURES_TABULAR,
    FIGURES_SUPERIOR
} Figures;

typedef enum Align {
    ALIGN_JUSTIFY,
    ALIGN_START,
    ALIGN_END,
    ALIGN_CENTER,
    ALIGN_BALANCE /* ragged, lines of even length, never hyphenated */
} Align;

#endif
