/* Inside stage shape: compiled hyphenation patterns. Format: src/tools/hyphen_compile.c. */
#ifndef DOSSIER_SHAPE_HYPHEN_H
#define DOSSIER_SHAPE_HYPHEN_H

#include "base/str.h"

typedef struct HyphenPatterns HyphenPatterns;

/* The patterns of a language; NULL when there are none. Costs nothing: they are used where they lie. */
const HyphenPatterns *hyphen_find(Str lang);
/* points[i] is set when a break is allowed before byte i of the word, else cleared. */
void hyphen_points(const HyphenPatterns *patterns, Str word, uint8_t *points);

#endif
