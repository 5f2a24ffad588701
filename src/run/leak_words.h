/* Text as the leak test sees it: words and numbers, without case, accents, marks and punctuation. */
#ifndef DOSSIER_RUN_LEAK_WORDS_H
#define DOSSIER_RUN_LEAK_WORDS_H

#include "base/str.h"

typedef struct LeakWord {
    uint64_t hash;   /* of its folded letters; of a number's digits leak_add_digit() over them */
    unsigned digits; /* how many it has, when it has nothing else; 0: it is a word */
    size_t from, to; /* in the text */
} LeakWord;

/* The next word of the text at or after *at, which moves behind it; false at the end. In scripts that part no
 * words each character is one. */
bool leak_next_word(Str text, size_t *at, LeakWord *word);

/* Hashes that go on from one word to the next, so that a sequence is one number. */
static inline uint64_t leak_add(uint64_t hash, uint64_t next) {
    hash ^= next + 0x9E3779B97F4A7C15u + (hash << 6) + (hash >> 2);
    return hash * 0xFF51AFD7ED558CCDu;
}

#endif
