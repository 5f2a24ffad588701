/* A shaped word in, the places where it may be divided out, with what a cut there costs in width.
 *
 * Only runs of five letters and more are divided; an apostrophe ends a run. A word with a typed hyphen, with
 * figures or with the marks of an address has no points, nor has an acronym. */
#include "shape/hyphen.h"
#include "shape/internal.h"

enum { LEAST_LETTERS = 5, LONGEST_RUN = 120 };

static bool forbids_cuts(uint32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xAD || c == '@' || c == '_' ||
           c == '/' || c == '\\' || unicode_is_digit(c) || unicode_is_mark(c) ||
           unicode_is_ignorable(c);
}

/* Whether the word is of a kind that is divided at all. */
static bool is_divisible(Str text) {
    bool is_after_point = false;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (forbids_cuts(c) || (is_after_point && unicode_is_letter(c))) return false;
        is_after_point = c == '.';
    }
    return true;
}

/* Letters [from, to) of the text, or an empty run at its end. */
static Str next_run(Str text, size_t *at, unsigned *letters, unsigned *capitals) {
    size_t from = *at, to = *at;
    *letters = *capitals = 0;
    while (*at < text.len) {
        size_t before = *at;
        uint32_t c = utf8_next(text, at);
        if (unicode_is_letter(c)) {
            if (!*letters) from = before;
            to = *at;
            ++*letters;
            *capitals += unicode_is_upper(c);
        } else if (*letters) {
            break;
        }
    }
    return *letters ? str_slice(text, from, to) : (Str){0};
}

void word_make_cuts(Shaper *shaper, WordStyle style, Word *word) {
    word->has_cuts = true;
    const Hyphenation *hyphenation = &shaper->languages.at[style.language].hyphenation;
    if (!hyphenation->patterns || word->text.len < LEAST_LETTERS || !is_divisible(word->text))
        return;
    Arena *arena = shaper->keep;
    LIST(Cut) cuts = {0};
    for (size_t at = 0; at < word->text.len;) {
        unsigned letters, capitals;
        uint8_t points[LONGEST_RUN];
        Str run = next_run(word->text, &at, &letters, &capitals);
        if (letters < LEAST_LETTERS || capitals > 1 || run.len > sizeof points) continue;
        hyphen_points(hyphenation, run, points);
        for (size_t i = 1; i < run.len; i++) {
            if (!points[i]) continue;
            uint32_t place = (uint32_t)(run.at - word->text.at + (ptrdiff_t)i);
            Cut cut = word_cut(shaper, style, word, place, true);
            *list_add(arena, &cuts) = cut;
        }
    }
    word->cuts = cuts.at;
    word->cut_count = (uint32_t)cuts.len;
}
