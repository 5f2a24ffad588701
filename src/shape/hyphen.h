/* Inside stage shape: compiled hyphenation patterns (hyphen_format.h). */
#ifndef DOSSIER_SHAPE_HYPHEN_H
#define DOSSIER_SHAPE_HYPHEN_H

#include "base/str.h"

/* The bytes of a compiled file, used where they lie. */
typedef struct HyphenPatterns HyphenPatterns;

/* The patterns of a language; NULL when there are none. */
const HyphenPatterns *hyphen_find(Str lang);
/* A compiled file in memory; NULL when it is none. */
const HyphenPatterns *hyphen_open(Str bytes);
/* points[i] is set when a break is allowed before byte i of the word (letters only), else cleared. */
void hyphen_points(const HyphenPatterns *patterns, Str word, uint8_t *points);

#endif
