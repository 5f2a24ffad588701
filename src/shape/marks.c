/* A mark and its neighbours in, the space that belongs beside it out. */
#include "shape/marks.h"

#include "shape/unicode.h"

enum { OPENING_GUILLEMET = 0xAB, CLOSING_GUILLEMET = 0xBB };

bool marks_may_begin(char byte) {
    unsigned char c = (unsigned char)byte;
    return c == ';' || c == ':' || c == '!' || c == '?' || c == 0xC2 || c == 0xE2;
}

bool marks_is_no_break_space(uint32_t c) { return c == 0xA0 || c == 0x202F || c == 0x2009; }

static bool is_blank(uint32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || marks_is_no_break_space(c);
}

static bool is_ending(uint32_t c) { return c == ';' || c == ':' || c == '!' || c == '?'; }

/* The language's space before the mark; no address: it has no rule. */
static Str rule_of(const LanguageSpaces *spaces, uint32_t mark) {
    switch (mark) {
    case ';':
        return spaces->semicolon;
    case ':':
        return spaces->colon;
    case '!':
        return spaces->exclamation;
    case '?':
        return spaces->question;
    case CLOSING_GUILLEMET:
        return spaces->inside;
    default:
        return (Str){0};
    }
}

/* Behind marks that end something stand a blank, a closing mark, a dash, or nothing. */
static bool ends_something(Str text, size_t at) {
    uint32_t c = 0;
    while (at < text.len) {
        c = utf8_next(text, &at);
        if (!is_ending(c) && c != '.' && c != 0x2026) break;
        c = 0;
    }
    return c == 0 || is_blank(c) || c == ')' || c == ']' || c == '}' || c == ',' || c == '"' ||
           c == '\'' || c == CLOSING_GUILLEMET || c == 0x2019 || c == 0x201D || c == 0x2013 ||
           c == 0x2014;
}

bool marks_has_rule(const LanguageSpaces *spaces, Str text, size_t at) {
    uint32_t mark = utf8_next(text, &at);
    if (marks_is_opening(spaces, mark)) return true;
    return rule_of(spaces, mark).at && (!is_ending(mark) || ends_something(text, at));
}

size_t marks_behind_blanks(const LanguageSpaces *spaces, Str text, size_t at) {
    size_t mark = at;
    uint32_t c = 0;
    while (at < text.len) {
        mark = at;
        c = utf8_next(text, &at);
        if (!is_blank(c)) break;
    }
    bool is_ruled = rule_of(spaces, c).at && marks_has_rule(spaces, text, mark);
    return is_ruled ? mark : SIZE_MAX;
}

/* What a mark that ends something has no space behind: an opening bracket, another such mark. */
static bool is_tight(uint32_t before) {
    return before == '(' || before == '[' || before == '{' || before == '/' || is_ending(before) ||
           before == 0xA1 || before == 0xBF || before == 0x201C || before == 0x2018;
}

Str marks_space(const LanguageSpaces *spaces, uint32_t mark, uint32_t before) {
    Str rule = rule_of(spaces, mark);
    if (!rule.len || before == 0 || is_blank(before)) return (Str){0};
    return is_ending(mark) && is_tight(before) ? (Str){0} : rule;
}

bool marks_is_opening(const LanguageSpaces *spaces, uint32_t mark) {
    if (mark == OPENING_GUILLEMET) return spaces->inside.at != NULL;
    return spaces->has_openers && (mark == 0xA1 || mark == 0xBF);
}
