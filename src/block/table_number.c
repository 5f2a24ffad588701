/* The text of a cell in; whether it is a number, and where its decimal sign stands, out. */
#include "block/table.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* What may stand before or behind the digits. */
static const Str around[] = {
    STR_CONST("+"),
    STR_CONST("-"),
    STR_CONST("\xE2\x88\x92"), /* minus */
    STR_CONST("\xC2\xB1"),     /* plus-minus */
    STR_CONST("\xE2\x80\x93"), /* en dash */
    STR_CONST("("),
    STR_CONST(")"),
    STR_CONST("<"),
    STR_CONST(">"),
    STR_CONST("~"),
    STR_CONST("%"),
    STR_CONST("\xE2\x80\xB0"), /* per mille */
    STR_CONST("$"),
    STR_CONST("\xC2\xA3"),
    STR_CONST("\xC2\xA5"),
    STR_CONST("\xE2\x82\xAC"),
    STR_CONST("*"),
    STR_CONST(" "),
    STR_CONST("\xC2\xA0"),
    STR_CONST("\xE2\x80\xAF"),
};

/* What may part groups of three digits, besides the decimal signs. */
static const Str groups[] = {
    STR_CONST(" "), STR_CONST("\xC2\xA0"),    STR_CONST("\xE2\x80\xAF"), STR_CONST("\xE2\x80\x89"),
    STR_CONST("'"), STR_CONST("\xE2\x80\x99")};

static size_t match(const Str *list, size_t count, Str text, size_t at) {
    for (size_t i = 0; i < count; i++)
        if (str_starts(str_slice(text, at, text.len), list[i])) return list[i].len;
    return 0;
}

#define MATCH(list, text, at) match((list), sizeof(list) / sizeof *(list), (text), (at))

/* The number proper: from its first digit (or a decimal sign before one) to behind its last. */
static bool find_core(Str text, size_t *from, size_t *to) {
    size_t at = 0, step;
    while (at < text.len && (step = MATCH(around, text, at)) > 0) at += step;
    *from = at;
    *to = at;
    bool has_gap = true; /* two separators never meet */
    while (at < text.len) {
        if (is_digit(text.at[at])) {
            *to = ++at;
            has_gap = false;
            continue;
        }
        step = text.at[at] == '.' || text.at[at] == ',' ? 1 : MATCH(groups, text, at);
        bool is_first = at == *from;
        if (!step || (has_gap && !is_first)) break;
        at += step;
        has_gap = true;
        if (at >= text.len || !is_digit(text.at[at])) break;
    }
    for (at = *to; at < text.len && (step = MATCH(around, text, at)) > 0;) at += step;
    return *to > *from && at == text.len;
}

bool number_is(Str text) {
    size_t from, to;
    return find_core(text, &from, &to);
}

/* "–", "...", "n/a", "TBC": no number, but no reason against a column of them. */
static bool is_neutral(Str text) {
    static const char *const words[] = {"", "n/a", "N/A", "n.a.", "na", "NA", "nil", NULL};
    for (size_t i = 0; words[i]; i++)
        if (str_is(text, words[i])) return true;
    if (str_starts(text, STR("TBC"))) return true;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        bool is_word = is_digit((char)c) || ((c | 32) >= 'a' && (c | 32) <= 'z');
        if (is_word || (c >= 0xC3 && c != 0xE2)) return false;
    }
    return true;
}

typedef struct Signs {
    size_t points, commas; /* how many */
    size_t last;           /* place of the last of either, SIZE_MAX: none */
    size_t digits_behind;  /* it */
} Signs;

static Signs find_signs(Str text, size_t from, size_t to) {
    Signs signs = {.last = SIZE_MAX};
    for (size_t i = from; i < to; i++) {
        char c = text.at[i];
        signs.points += c == '.';
        signs.commas += c == ',';
        if (c == '.' || c == ',') {
            signs.last = i;
            signs.digits_behind = 0;
        }
        signs.digits_behind += is_digit(c);
    }
    return signs;
}

/* The sign that must be the decimal one: the last of two kinds, a lone one not before three digits, the other
 * one of a kind that comes twice. */
static char certain_decimal(Str text, size_t from, size_t to) {
    Signs signs = find_signs(text, from, to);
    if (signs.last == SIZE_MAX) return 0;
    char last = text.at[signs.last], other = last == '.' ? ',' : '.';
    if (signs.points && signs.commas) return last;
    if (signs.points + signs.commas > 1) return other;
    return signs.digits_behind == 3 ? 0 : last;
}

void number_note(NumberColumn *column, Str text) {
    size_t from, to;
    text = str_trim(text);
    if (is_neutral(text)) return;
    if (!find_core(text, &from, &to)) {
        column->others++;
        return;
    }
    column->numbers++;
    if (!column->decimal) column->decimal = certain_decimal(text, from, to);
}

size_t number_point(Str text, char decimal) {
    size_t from, to;
    if (!find_core(text, &from, &to)) return text.len;
    Signs signs = find_signs(text, from, to);
    bool is_decimal = signs.last != SIZE_MAX && text.at[signs.last] == decimal &&
                      (decimal == '.' ? signs.points : signs.commas) == 1;
    return is_decimal ? signs.last : to;
}

char number_decimal(Str lang) {
    static const char *const pointed[] = {"en", "ga", "he", "zh", "ja", "ko", "th", "hi", "bn",
                                          "ur", "ms", "sw", "fa", "mt", "cy", "tl", NULL};
    for (size_t i = 0; pointed[i]; i++) {
        if (str_starts(lang, str_from(pointed[i])) && (lang.len == 2 || lang.at[2] == '-'))
            return '.';
    }
    return ',';
}
