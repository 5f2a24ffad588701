#include "shape/hyphen.h"
#include "shape/internal.h"
const HyphenPatterns *hyphen_find(Str lang) {
    (void)lang;
    return NULL;
}
void hyphen_points(const HyphenPatterns *p, Str word, uint8_t *points) {
    (void)p;
    memset(points, 0, word.len);
}
bool hyphenate_word(Str lang, Str word, uint8_t *points) {
    (void)lang;
    (void)word;
    (void)points;
    return false;
}
void word_make_cuts(Shaper *shaper, WordStyle style, Word *word) {
    (void)shaper;
    (void)style;
    word->has_cuts = true;
}
