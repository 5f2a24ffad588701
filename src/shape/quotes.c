/* A straight mark and its neighbours in, the typographic mark out.
 *
 * A mark opens when a word begins behind it and none ends before it; else it closes. A ' that closes nothing
 * is an apostrophe, and so is one before a figure ('90s) or a known elision ('tis). */
#include "shape/quotes.h"

#include "shape/unicode.h"

static bool is_space(uint32_t c) {
    return c == 0 || c == ' ' || c == '\n' || c == '\t' || c == 0xA0 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x202F;
}

/* A word may begin behind it. */
static bool is_opening(uint32_t c) {
    return is_space(c) || c == '(' || c == '[' || c == '{' || c == '/' || c == '-' || c == 0x2013 ||
           c == 0x2014 || c == 0x201C || c == 0x2018 || c == 0xAB || c == 0xA1 || c == 0xBF;
}

/* '90s, '08, and the language's own: 'tis. */
static bool begins_elision(const LanguageQuotes *marks, Str after) {
    if (after.len && unicode_is_digit((unsigned char)after.at[0])) {
        size_t digits = 0;
        while (digits < after.len && unicode_is_digit((unsigned char)after.at[digits])) digits++;
        return digits == 2;
    }
    for (WordList word = marks->elisions; word && word->len; word++) {
        if (after.len < word->len) continue;
        bool is_same = true;
        for (size_t k = 0; k < word->len && is_same; k++)
            is_same = unicode_lower((unsigned char)after.at[k]) == (unsigned char)word->at[k];
        size_t at = word->len;
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

/* A " inside " is of the inner pair. Behind an elided article (l'"avenir") one opens, too. */
static Str choose_double(const LanguageQuotes *marks, QuoteState *state, uint32_t before,
                         Str after) {
    bool may_open = is_opening(before) || (before == 0x2019 && !state->is_outer_open);
    bool opens = may_open && begins_word(after);
    /* "" right behind an opening mark closes it. */
    if (before == 0x201C && state->is_outer_open) opens = false;
    if (!opens) {
        bool is_inner = state->is_nested_open;
        if (!is_inner) state->is_outer_open = false;
        state->is_nested_open = false;
        return is_inner ? marks->inner[1] : marks->outer[1];
    }
    if (state->is_outer_open && !state->is_nested_open) {
        state->is_nested_open = true;
        return marks->inner[0];
    }
    state->is_outer_open = true;
    return marks->outer[0];
}

Str quotes_choose(const LanguageQuotes *marks, QuoteState *state, char mark, uint32_t before,
                  Str after) {
    if (mark == '"') return choose_double(marks, state, before, after);
    bool opens = is_opening(before) && begins_word(after);
    if (!opens) {
        if (state->is_inner_open && !(unicode_is_letter(before) && begins_word(after) &&
                                      unicode_is_letter((unsigned char)after.at[0]))) {
            state->is_inner_open = false;
            return marks->inner[1];
        }
        return marks->apostrophe;
    }
    if (begins_elision(marks, after)) return marks->apostrophe;
    state->is_inner_open = true;
    return marks->inner[0];
}

void quotes_see(QuoteState *state, uint32_t typed) {
    if (typed == 0xAB) state->is_outer_open = true;
    if (typed == 0xBB) state->is_outer_open = state->is_nested_open = false;
}
