/* The words around a space in, whether the space is a no-break space out (English).
 *
 * A number stays with its unit or month, a title or an initial with the name, "p." with its number, a dash
 * with the word before it. */
#include "shape/glue_words.h"

#include "shape/unicode.h"

static bool is_one_of(Str word, const Str *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (str_equal(word, list[i])) return true;
    }
    return false;
}
#define IS_ONE_OF(word, list) is_one_of((word), (list), sizeof(list) / sizeof(list)[0])

static const Str titles[] = {
    STR_CONST("Mr."),   STR_CONST("Mrs."), STR_CONST("Ms."),  STR_CONST("Mx."),  STR_CONST("Dr."),
    STR_CONST("Prof."), STR_CONST("St."),  STR_CONST("Hon."), STR_CONST("Rev."), STR_CONST("Gen."),
    STR_CONST("Gov."),  STR_CONST("Sen."), STR_CONST("Rep."), STR_CONST("H.E."), STR_CONST("Mr"),
    STR_CONST("Mrs"),   STR_CONST("Ms"),   STR_CONST("Dr"),
};
static const Str numbered[] = {
    STR_CONST("No."),  STR_CONST("no."),  STR_CONST("Nos."),     STR_CONST("nos."),
    STR_CONST("p."),   STR_CONST("pp."),  STR_CONST("para."),    STR_CONST("paras."),
    STR_CONST("Art."), STR_CONST("art."), STR_CONST("Fig."),     STR_CONST("fig."),
    STR_CONST("Vol."), STR_CONST("vol."), STR_CONST("Ch."),      STR_CONST("ch."),
    STR_CONST("Sec."), STR_CONST("sec."), STR_CONST("\xC2\xA7"), STR_CONST("EUR"),
    STR_CONST("USD"),  STR_CONST("GBP"),  STR_CONST("MAD"),      STR_CONST("CAD"),
};
static const Str units[] = {
    STR_CONST("%"),
    STR_CONST("km"),
    STR_CONST("m"),
    STR_CONST("cm"),
    STR_CONST("mm"),
    STR_CONST("kg"),
    STR_CONST("g"),
    STR_CONST("t"),
    STR_CONST("ha"),
    STR_CONST("km\xC2\xB2"),
    STR_CONST("m\xC2\xB2"),
    STR_CONST("\xC2\xB0"
              "C"),
    STR_CONST("kWh"),
    STR_CONST("MW"),
    STR_CONST("GW"),
    STR_CONST("MB"),
    STR_CONST("kB"),
    STR_CONST("GB"),
    STR_CONST("million"),
    STR_CONST("billion"),
    STR_CONST("trillion"),
    STR_CONST("a.m."),
    STR_CONST("p.m."),
    STR_CONST("am"),
    STR_CONST("pm"),
    STR_CONST("EUR"),
    STR_CONST("USD"),
    STR_CONST("per"),
};
static const Str months[] = {
    STR_CONST("January"),   STR_CONST("February"), STR_CONST("March"),    STR_CONST("April"),
    STR_CONST("May"),       STR_CONST("June"),     STR_CONST("July"),     STR_CONST("August"),
    STR_CONST("September"), STR_CONST("October"),  STR_CONST("November"), STR_CONST("December"),
};

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/* The last word of `before`, without an opening bracket or mark; a no-break space ends it too. */
static Str word_before(Str before) {
    size_t from = before.len;
    while (from > 0 && !is_blank(before.at[from - 1])) {
        if (from >= 2 && memcmp(before.at + from - 2, "\xC2\xA0", 2) == 0) break;
        if (before.at[from - 1] == '(' || before.at[from - 1] == '[') break;
        if (from >= 3 && memcmp(before.at + from - 3, "\xE2\x80\x9C", 3) == 0) break;
        if (before.len - from > 24) break;
        from--;
    }
    return str_slice(before, from, before.len);
}

/* The word at `at`, without closing punctuation. */
static Str word_behind(Str text, size_t at) {
    while (at < text.len && is_blank(text.at[at])) at++;
    size_t to = at;
    while (to < text.len && !is_blank(text.at[to]) && to - at < 24) to++;
    return str_slice(text, at, to);
}

static Str strip(Str word) {
    while (word.len && memchr(",;:)]!?\"'", word.at[word.len - 1], 9)) word.len--;
    return word;
}

/* 10, 1,000, 3.5, 10-11 (also with an en dash). */
static bool is_number(Str word) {
    if (!word.len || !unicode_is_digit((unsigned char)word.at[word.len - 1])) return false;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i];
        bool fits = unicode_is_digit((unsigned char)c) || c == ',' || c == '.' || c == '-' ||
                    (unsigned char)c == 0xE2 || (unsigned char)c == 0x80 ||
                    (unsigned char)c == 0x93;
        if (!fits) return false;
    }
    return true;
}

static bool is_day(Str word) {
    return is_number(word) && (word.len <= 2 || word.len == 5 || word.len == 7);
}

/* "J." or "J.K.": capitals, each with its point. */
static bool is_initials(Str word) {
    size_t at = 0;
    while (at < word.len) {
        if (!unicode_is_upper(utf8_next(word, &at))) return false;
        if (at >= word.len || word.at[at++] != '.') return false;
    }
    return word.len > 0;
}

static bool begins_upper(Str word) {
    size_t at = 0;
    return word.len && unicode_is_upper(utf8_next(word, &at));
}

static bool begins_digit(Str word) {
    return word.len && unicode_is_digit((unsigned char)word.at[0]);
}

static bool is_dash(Str word) {
    return str_is(word, "\xE2\x80\x93") || str_is(word, "\xE2\x80\x94");
}

static bool is_unit(Str word) {
    if (IS_ONE_OF(word, units)) return true;
    return word.len > 1 && word.at[word.len - 1] == '.' &&
           IS_ONE_OF(str_slice(word, 0, word.len - 1), units);
}

bool glue_words(Str before, Str text, size_t at) {
    if (!before.len) return false;
    char end = before.at[before.len - 1];
    Str behind = word_behind(text, at);
    if (!behind.len) return false;
    if ((unsigned char)behind.at[0] == 0xE2 && is_dash(behind)) return true;
    bool may_glue = end == '.' || unicode_is_digit((unsigned char)end) ||
                    (end >= 'A' && end <= 'Z') || end == 's' || end == 'r' ||
                    (unsigned char)end == 0xA7;
    if (!may_glue) return false;
    Str word = word_before(before);
    if (is_number(word)) {
        if (is_unit(strip(behind))) return true;
        Str month = strip(behind);
        if (month.len && month.at[month.len - 1] == '.') month.len--;
        return is_day(word) && IS_ONE_OF(month, months);
    }
    if (begins_digit(behind)) return IS_ONE_OF(word, numbered);
    return begins_upper(behind) && (IS_ONE_OF(word, titles) || is_initials(word));
}
