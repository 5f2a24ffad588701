/* The words around a space in, whether the space is a no-break space out.
 *
 * A number stays with its unit or month, a title or an initial with the name, "p." with its number, a dash
 * with the word before it. */
#include "shape/glue_words.h"

#include "shape/unicode.h"

static bool is_one_of(Str word, WordList list) {
    for (; list && list->len; list++) {
        if (str_equal(word, *list)) return true;
    }
    return false;
}

static bool is_month(const LanguageProfile *profile, Str word) {
    if (word.len && word.at[word.len - 1] == '.') word.len--;
    for (size_t i = 0; i < 12; i++) {
        if (str_equal(word, profile->words->months[i])) return true;
    }
    return false;
}

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/* Characters that a word of our lists may stand behind without a space. */
static bool ends_with_opener(Str text) {
    static const Str openers[] = {STR_CONST("“"),           STR_CONST("«"), STR_CONST("¿"),
                                  STR_CONST("¡"),           STR_CONST("’"), STR_CONST("\xC2\xA0"),
                                  STR_CONST("\xE2\x80\xAF")};
    unsigned char last = text.len ? (unsigned char)text.at[text.len - 1] : ' ';
    if (last < 0x80) return last == '(' || last == '['; /* most are: done without the list */
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
        if (str_ends(text, openers[i])) return true;
    }
    return false;
}

/* The last word of `before`, without what opens before it. */
static Str word_before(Str before) {
    size_t from = before.len;
    while (from > 0 && !is_blank(before.at[from - 1])) {
        if (ends_with_opener(str_slice(before, 0, from))) break;
        if (before.len - from > 24) break;
        from--;
    }
    return str_slice(before, from, before.len);
}

/* The word at `at`, without closing punctuation. */
static Str word_behind(Str text, size_t at) {
    while (at < text.len && is_blank(text.at[at])) at++;
    size_t to = at;
    for (; to < text.len && !is_blank(text.at[to]) && to - at < 24; to++) {
        Str rest = str_slice(text, to, text.len);
        if (str_starts(rest, STR("\xC2\xA0")) || str_starts(rest, STR("\xE2\x80\xAF"))) break;
    }
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

static bool is_first_day(const LanguageProfile *profile, Str word) {
    return word.len && str_equal(word, profile->words->first_day);
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

static bool is_unit(const LanguageGlue *glue, Str word) {
    if (is_one_of(word, glue->units)) return true;
    return word.len > 1 && word.at[word.len - 1] == '.' &&
           is_one_of(str_slice(word, 0, word.len - 1), glue->units);
}

/* Three figures, and no more, behind one to three: 12 000. */
static bool is_thousands(Str word, Str behind) {
    if (word.len > 3 || behind.len < 3) return false;
    for (size_t i = 0; i < 3; i++) {
        if (!unicode_is_digit((unsigned char)behind.at[i])) return false;
    }
    return behind.len == 3 || !unicode_is_digit((unsigned char)behind.at[3]);
}

/* What stands behind a number or the first day of a month. */
static bool follows_number(const LanguageProfile *profile, Str word, Str text, size_t at) {
    Str behind = word_behind(text, at), bare = strip(behind);
    if (is_unit(profile->glue, bare)) return true;
    if (profile->glue->has_spaced_thousands && is_thousands(word, behind)) return true;
    if (!is_day(word) && !is_first_day(profile, word)) return false;
    if (is_one_of(bare, profile->glue->joints)) {
        size_t from = str_find(text, behind, at) + behind.len;
        bare = strip(word_behind(text, from));
    }
    return is_month(profile, bare);
}

/* Cheap: most words end otherwise than all those that tie. */
static bool may_tie(const LanguageGlue *glue, char end) {
    return unicode_is_digit((unsigned char)end) || (end >= 'A' && end <= 'Z') ||
           memchr(glue->ends.at, end, glue->ends.len);
}

bool glue_words(const LanguageProfile *profile, Str before, Str text, size_t at) {
    if (!before.len) return false;
    Str behind = word_behind(text, at);
    if (!behind.len) return false;
    if ((unsigned char)behind.at[0] == 0xE2 && is_dash(behind)) return true;
    const LanguageGlue *glue = profile->glue;
    if (!may_tie(glue, before.at[before.len - 1])) return false;
    Str word = word_before(before);
    if (is_number(word) || is_first_day(profile, word))
        return follows_number(profile, word, text, at);
    if (begins_digit(behind)) return is_one_of(word, glue->numbered);
    return begins_upper(behind) && (is_one_of(word, glue->titles) || is_initials(word));
}
