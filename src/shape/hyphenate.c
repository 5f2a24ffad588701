/* A word in, the places where it may be hyphenated out: Liang's method over a compiled trie.
 *
 * Every pattern found anywhere in ".word." puts its digits between the letters, the largest wins, odd ones
 * allow a break (Liang 1983). The trie was packed at build time, so there is nothing to load. */
#include "base/resource.h"
#include "shape/hyphen.h"
#include "shape/hyphen_format.h"
#include "shape/shape.h"
#include "shape/unicode.h"

enum { LONGEST_WORD = 120, LONGEST_FOLDED = 2 * LONGEST_WORD + 8 };

/* ".word." in lower case; origin[i] is the byte of the word that byte i stands for. */
typedef struct Folded {
    unsigned char bytes[LONGEST_FOLDED];
    uint8_t origin[LONGEST_FOLDED];
    uint8_t digits[LONGEST_FOLDED];
    size_t len;
} Folded;

static const unsigned char *bytes_of(const HyphenPatterns *patterns) {
    return (const unsigned char *)patterns;
}

static uint32_t read_u32(const unsigned char *at) {
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

const HyphenPatterns *hyphen_open(Str bytes) {
    bool fits = bytes.len > HYPHEN_SLOTS && memcmp(bytes.at, "DHY1", 4) == 0 &&
                read_u32((const unsigned char *)bytes.at + HYPHEN_SIZE) == bytes.len;
    return fits ? (const HyphenPatterns *)bytes.at : NULL;
}

Hyphenation hyphen_find(const LanguageProfile *profile) {
    char path[64] = "hyphen/";
    size_t len = 7;
    Str name = profile->hyphenation, bytes;
    if (!name.len || len + name.len + 4 > sizeof path) return (Hyphenation){0};
    memcpy(path + len, name.at, name.len);
    len += name.len;
    memcpy(path + len, ".bin", 4);
    if (!resource_find((Str){path, len + 4}, &bytes)) return (Hyphenation){0};
    return (Hyphenation){.patterns = hyphen_open(bytes),
                         .left_min = profile->left_min,
                         .right_min = profile->right_min};
}

static bool fold(Str word, Folded *folded) {
    if (word.len > LONGEST_WORD) return false;
    folded->bytes[0] = '.';
    folded->len = 1;
    for (size_t at = 0; at < word.len;) {
        uint8_t origin = (uint8_t)at;
        char put[4];
        size_t len = utf8_put(put, unicode_lower(utf8_next(word, &at)));
        for (size_t i = 0; i < len; i++) {
            folded->origin[folded->len] = origin;
            folded->bytes[folded->len++] = (unsigned char)put[i];
        }
    }
    folded->origin[folded->len] = (uint8_t)word.len;
    folded->bytes[folded->len++] = '.';
    memset(folded->digits, 0, folded->len + 1);
    return true;
}

static void match_from(const HyphenPatterns *patterns, Folded *folded, size_t from) {
    const unsigned char *file = bytes_of(patterns);
    const unsigned char *values = file + read_u32(file + HYPHEN_VALUES);
    uint32_t base = read_u32(file + HYPHEN_ROOT);
    for (size_t i = from; i < folded->len && base; i++) {
        const unsigned char *slot =
            file + HYPHEN_SLOTS + (size_t)(base + folded->bytes[i]) * HYPHEN_SLOT_SIZE;
        if (slot[4] != folded->bytes[i]) return;
        base = read_u32(slot);
        uint32_t at = slot[5] | (uint32_t)slot[6] << 8 | (uint32_t)slot[7] << 16;
        if (!at) continue;
        for (unsigned k = 0; k < values[at]; k++) {
            uint8_t *digit = &folded->digits[from + values[at + 1 + 2 * k]];
            if (values[at + 2 + 2 * k] > *digit) *digit = values[at + 2 + 2 * k];
        }
    }
}

/* Byte of the word behind its first / before its last `count` characters; false when it is too short. */
static bool bounds(const Hyphenation *hyphenation, Str word, size_t *first, size_t *last) {
    size_t left = hyphenation->left_min, right = hyphenation->right_min;
    *first = 0;
    *last = word.len;
    for (; left > 0 && *first < word.len; left--) utf8_next(word, first);
    for (; right > 0 && *last > 0; right--) {
        do --*last;
        while (*last > 0 && ((unsigned char)word.at[*last] & 0xC0) == 0x80);
    }
    return *first <= *last;
}

void hyphen_points(const Hyphenation *hyphenation, Str word, uint8_t *points) {
    Folded folded;
    size_t first, last;
    memset(points, 0, word.len);
    if (!bounds(hyphenation, word, &first, &last) || !fold(word, &folded)) return;
    for (size_t from = 0; from + 1 < folded.len; from++)
        match_from(hyphenation->patterns, &folded, from);
    for (size_t i = 1; i < folded.len; i++) {
        size_t at = folded.origin[i];
        if ((folded.digits[i] & 1) && at >= first && at <= last && at < word.len) points[at] = 1;
    }
}

bool hyphenate_word(Str lang, Str word, uint8_t *points) {
    Hyphenation hyphenation = hyphen_find(language_find(lang));
    if (hyphenation.patterns) hyphen_points(&hyphenation, word, points);
    return hyphenation.patterns != NULL;
}
