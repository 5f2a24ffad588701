/* Two words in, which comes first in a language's alphabet out.
 *
 * Letters first, without their accents and case; words of the same letters by their bytes, so that the order is
 * always the same one. A letter of the language's own (ñ) stands behind the letter it is made of. Latin letters;
 * others go by their code points. After the two first levels of UTS #10. */
#include "base/buf.h"
#include "base/language.h"

/* Base letters of U+00C0 to U+017F, in lower case; æ, ß and œ are two letters (second_letter()). */
static const char base_letters[] =
    "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnoooooxouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static uint32_t base_letter(uint32_t c) {
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c >= 0xC0 && c < 0x180) return (unsigned char)base_letters[c - 0xC0];
    return c;
}

static uint32_t second_letter(uint32_t c) {
    if (c == 0xC6 || c == 0xE6 || c == 0x152 || c == 0x153) return 'e';
    return c == 0xDF ? 's' : 0;
}

static bool is_own_letter(const LanguageProfile *profile, uint32_t c) {
    for (size_t at = 0; at < profile->own_letters.len;) {
        uint32_t own = utf8_next(profile->own_letters, &at);
        if (c == own || (c >= 0xC0 && c < 0xE0 && c + 0x20 == own)) return true;
    }
    return false;
}

typedef struct Letters {
    const LanguageProfile *profile;
    Str word;
    size_t at;
    uint32_t second; /* of the last character; 0: none */
} Letters;

/* The next letter's rank; 0 at the end. */
static uint32_t next_rank(Letters *letters) {
    if (letters->second) {
        uint32_t rank = 2 * letters->second;
        letters->second = 0;
        return rank;
    }
    if (letters->at >= letters->word.len) return 0;
    uint32_t c = utf8_next(letters->word, &letters->at);
    letters->second = second_letter(c);
    return 2 * base_letter(c) + is_own_letter(letters->profile, c);
}

int language_compare(const LanguageProfile *profile, Str a, Str b) {
    Letters left = {.profile = profile, .word = a}, right = {.profile = profile, .word = b};
    for (;;) {
        uint32_t mine = next_rank(&left), other = next_rank(&right);
        if (mine != other) return mine < other ? -1 : 1;
        if (mine == 0) return str_compare(a, b);
    }
}

Str language_fold(Arena *arena, Str word) {
    Buf folded = buf_new(arena);
    for (size_t at = 0; at < word.len;) {
        uint32_t c = utf8_next(word, &at), second = second_letter(c);
        if (c >= 0x300 && c <= 0x36F) continue; /* an accent of its own */
        buf_add_code_point(&folded, base_letter(c));
        if (second) buf_add_code_point(&folded, second);
    }
    return buf_str(&folded);
}
