/* A straight mark and its neighbours in, the typographic mark out.
 *
 * A mark opens when a word begins behind it and none ends before it; else it closes. A ' that closes nothing
 * is an apostrophe, and so is one before a figure ('90s) or a known elision ('tis). */
#include "shape/quotes.h"

#include "shape/unicode.h"

#define LSQ "\xE2\x80\x98"
#define RSQ "\xE2\x80\x99"
#define LDQ "\xE2\x80\x9C"
#define RDQ "\xE2\x80\x9D"

static const QuoteMarks table[] = {
    {.lang = STR_CONST("en"),
     .outer = {STR_CONST(LDQ), STR_CONST(RDQ)},
     .inner = {STR_CONST(LSQ), STR_CONST(RSQ)},
     .apostrophe = STR_CONST(RSQ)},
    /* British book practice prefers single marks outside, but an author who types " means ". */
    {.lang = STR_CONST("en-GB"),
     .outer = {STR_CONST(LDQ), STR_CONST(RDQ)},
     .inner = {STR_CONST(LSQ), STR_CONST(RSQ)},
     .apostrophe = STR_CONST(RSQ)},
};

const QuoteMarks *quotes_find(Str lang) {
    for (size_t i = sizeof table / sizeof table[0]; i-- > 0;) {
        if (str_starts(lang, table[i].lang)) return &table[i];
    }
    return &table[0];
}

static bool is_space(uint32_t c) {
    return c == 0 || c == ' ' || c == '\n' || c == '\t' || c == 0xA0 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x202F;
}

/* A word may begin behind it. */
static bool is_opening(uint32_t c) {
    return is_space(c) || c == '(' || c == '[' || c == '{' || c == '/' || c == '-' || c == 0x2013 ||
           c == 0x2014 || c == 0x201C || c == 0x2018 || c == 0xAB || c == 0xA1 || c == 0xBF;
}

/* Words whose first letters an apostrophe stands for. */
static bool begins_elision(Str after) {
    static const Str words[] = {STR_CONST("tis"),  STR_CONST("twas"),  STR_CONST("em"),
                                STR_CONST("til"),  STR_CONST("cause"), STR_CONST("round"),
                                STR_CONST("bout"), STR_CONST("n")};
    if (after.len && unicode_is_digit((unsigned char)after.at[0])) {
        size_t digits = 0;
        while (digits < after.len && unicode_is_digit((unsigned char)after.at[digits])) digits++;
        return digits == 2; /* '90s, '08 */
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (after.len < words[i].len) continue;
        bool is_same = true;
        for (size_t k = 0; k < words[i].len && is_same; k++)
            is_same = unicode_lower((unsigned char)after.at[k]) == (unsigned char)words[i].at[k];
        size_t at = words[i].len;
        uint32_t next = at < after.len ? utf8_next(after, &at) : 0;
        if (is_same && !unicode_is_letter(next) && !unicode_is_digit(next)) return true;
    }
    return false;
}

static bool begins_word(Str after) {
    if (!after.len) return false;
    size_t at = 0;
    return !is_space(utf8_next(after, &at));
}

Str quotes_choose(const QuoteMarks *marks, QuoteState *state, char mark, uint32_t before,
                  Str after) {
    bool opens = is_opening(before) && begins_word(after);
    if (mark == '"') {
        /* "" right behind an opening mark closes it. */
        if (before == 0x201C && state->is_outer_open) opens = false;
        state->is_outer_open = opens;
        return marks->outer[opens ? 0 : 1];
    }
    if (!opens) {
        if (state->is_inner_open && !(unicode_is_letter(before) && begins_word(after) &&
                                      unicode_is_letter((unsigned char)after.at[0]))) {
            state->is_inner_open = false;
            return marks->inner[1];
        }
        return marks->apostrophe;
    }
    if (begins_elision(after)) return marks->apostrophe;
    state->is_inner_open = true;
    return marks->inner[0];
}
