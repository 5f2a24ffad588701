/* Text in; its words, folded, one by one out. */
#include "run/leak_words.h"

#include "shape/unicode.h"

/* U+00C0 to U+017F without their accents; a space: as it stands. */
static const char latin[] = "aaaaaa ceeeeiiii nooooo  uuuuy  aaaaaa ceeeeiiii nooooo  uuuuy y"
                            "aaaaaaccccccccdd  eeeeeeeeeegggggggghh  iiiiiiiii   jjkk llllll "
                            "   nnnnnn   oooooo  rrrrrrsssssssstttt  uuuuuuuuuuuuwwyyyzzzzzz ";

static uint32_t folded(uint32_t c) {
    c = unicode_lower(c);
    if (c >= 0xC0 && c < 0xC0 + sizeof latin - 1 && latin[c - 0xC0] != ' ')
        return (unsigned char)latin[c - 0xC0];
    return c;
}

/* Scripts of East and South East Asia that put no spaces between words. */
static bool stands_alone(uint32_t c) {
    return (c >= 0xE00 && c < 0x1000) || (c >= 0x1780 && c < 0x1800) ||
           (c >= 0x3040 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || c >= 0x20000;
}

static bool is_of_word(uint32_t c) {
    return unicode_is_letter(c) || unicode_is_digit(c) || stands_alone(c) ||
           (c >= 0x370 && c < 0x2000 && c != 0xAD && c != 0x37E && c != 0x387);
}

static bool is_skipped(uint32_t c) { return unicode_is_mark(c) || unicode_is_ignorable(c); }

static void add_character(LeakWord *word, uint32_t c, bool *is_number) {
    *is_number &= unicode_is_digit(c);
    word->digits++;
    word->hash = leak_add(word->hash, folded(c));
}

/* Ligatures that came as one character are their letters. */
static void add_letters(LeakWord *word, uint32_t c, bool *is_number) {
    static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    if (c < 0xFB00 || c > 0xFB06) {
        add_character(word, c, is_number);
        return;
    }
    for (const char *letter = ligatures[c - 0xFB00]; *letter; letter++)
        add_character(word, (unsigned char)*letter, is_number);
}

bool leak_next_word(Str text, size_t *at, LeakWord *word) {
    *word = (LeakWord){0};
    bool is_open = false, is_number = true;
    while (*at < text.len) {
        size_t from = *at, next = *at;
        uint32_t c = utf8_next(text, &next);
        bool is_alone = stands_alone(c);
        bool is_end =
            is_open &&
            (is_alone || (!is_of_word(c) && !is_skipped(c) && !(c >= 0xFB00 && c <= 0xFB06)));
        if (is_end) break;
        *at = next;
        if (is_skipped(c)) continue;
        if (!is_of_word(c) && !(c >= 0xFB00 && c <= 0xFB06)) continue;
        if (!is_open) word->from = from;
        is_open = true;
        word->to = next;
        add_letters(word, c, &is_number);
        if (is_alone) break;
    }
    if (!is_number) word->digits = 0;
    return is_open;
}
