/* Lengths and colours as authors of layouts write them, into integers; nothing here reports. */
#ifndef DOSSIER_STYLE_VALUE_H
#define DOSSIER_STYLE_VALUE_H

#include "base/buf.h"
#include "base/look.h"
#include "base/sp.h"

typedef enum LengthUnit {
    UNIT_NONE,
    UNIT_PT,
    UNIT_MM,
    UNIT_CM,
    UNIT_IN,
    UNIT_EM,
    UNIT_LINE
} LengthUnit;

/* A decimal number in millionths, and its unit. Exact: no digit an author writes is rounded here. */
typedef struct Length {
    int64_t millionths;
    LengthUnit unit;
} Length;

/* "12pt", "4.5mm", "1.2em"; at most six digits on either side of the point. A bare number is
 * read with UNIT_NONE, so that the caller's message can say what is missing. */
bool length_parse(Str text, Length *length);
/* In sp, rounded half up. `em` serves UNIT_EM alone. UNIT_LINE needs length_on_grid(). */
Sp length_to_sp(Length length, Sp em);
/* The same where a grid is known: a line is one step of it. */
Sp length_on_grid(Length length, Sp em, Sp grid);
/* "10.5pt", at most three decimals, for dumps and messages. */
Str length_print(Arena *arena, Sp length);

/* "#00545c", either case. */
bool color_parse(Str text, Color *color);

#endif
