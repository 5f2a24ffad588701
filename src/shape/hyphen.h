/* Inside stage shape: compiled hyphenation patterns (hyphen_format.h). */
#ifndef DOSSIER_SHAPE_HYPHEN_H
#define DOSSIER_SHAPE_HYPHEN_H

#include "base/language.h"

/* The bytes of a compiled file, used where they lie. */
typedef struct HyphenPatterns HyphenPatterns;

/* How a language divides its words. */
typedef struct Hyphenation {
    const HyphenPatterns *patterns; /* NULL: not at all */
    unsigned left_min, right_min;   /* letters that stay before and behind a hyphen */
} Hyphenation;

Hyphenation hyphen_find(const LanguageProfile *profile);
/* A compiled file in memory; NULL when it is none. */
const HyphenPatterns *hyphen_open(Str bytes);
/* points[i] is set when a break is allowed before byte i of the word (letters only), else cleared. */
void hyphen_points(const Hyphenation *hyphenation, Str word, uint8_t *points);

#endif
