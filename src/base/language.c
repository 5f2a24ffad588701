/* A language tag in, its profile out; and what a profile's data mean. */
#include "base/language.h"

static const LanguageProfile *const files[] = {language_en, language_es, language_fr};
enum { FILES = sizeof files / sizeof *files };

const LanguageProfile *language_at(size_t index) {
    for (size_t i = 0; i < FILES; i++) {
        for (const LanguageProfile *profile = files[i]; profile->tags; profile++) {
            if (index-- == 0) return profile;
        }
    }
    return NULL;
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

/* Tags have no case; some write en_GB. */
static bool is_same_tag(Str a, Str b) {
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++) {
        char typed = b.at[i] == '_' ? '-' : lower(b.at[i]);
        if (lower(a.at[i]) != typed) return false;
    }
    return true;
}

static bool has_tag(const LanguageProfile *profile, Str lang) {
    for (WordList tag = profile->tags; tag->len; tag++) {
        if (is_same_tag(*tag, lang)) return true;
    }
    return false;
}

static Str without_last_subtag(Str lang) {
    do lang.len--;
    while (lang.len > 0 && lang.at[lang.len] != '-' && lang.at[lang.len] != '_');
    return lang;
}

const LanguageProfile *language_find(Str lang) {
    for (; lang.len; lang = without_last_subtag(lang)) {
        for (size_t i = 0; i < FILES; i++) {
            for (const LanguageProfile *profile = files[i]; profile->tags; profile++) {
                if (has_tag(profile, lang)) return profile;
            }
        }
    }
    return &language_root;
}

Str language_term(Str lang, LanguageTerm term) { return language_find(lang)->words->terms[term]; }

/* Latin-1's capitals too: in UTF-8 theirs stand 0x20 before the small ones, all but the sign U+00D7. */
bool language_is_same_word(Str a, Str b) {
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++) {
        bool is_latin1 = i && (unsigned char)a.at[i - 1] == 0xC3 && a.at[i - 1] == b.at[i - 1];
        bool is_same =
            is_latin1 ? (a.at[i] | 0x20) == (b.at[i] | 0x20) : lower(a.at[i]) == lower(b.at[i]);
        if (!is_same) return false;
    }
    return true;
}

int language_weekday(const LanguageProfile *profile, Str word) {
    for (int i = 0; i < 7; i++) {
        if (language_is_same_word(profile->words->weekdays[i], word)) return i;
    }
    return -1;
}

/* Any case of the first letter only: HIV is spelled, and begins with another sound than hijo. */
static bool begins_as(Str text, WordList beginnings) {
    for (WordList begin = beginnings; begin && begin->len; begin++) {
        size_t first = (unsigned char)begin->at[0] < 0x80 ? 1 : 2;
        if (text.len < begin->len) continue;
        if (language_is_same_word(str_slice(text, 0, first), str_slice(*begin, 0, first)) &&
            str_equal(str_slice(text, first, begin->len), str_slice(*begin, first, begin->len)))
            return true;
    }
    return false;
}

Str language_list_joint(const LanguageProfile *profile, size_t count, Str last) {
    const LanguageList *list = profile->list;
    if (begins_as(last, list->other_before) && !begins_as(last, list->other_not_before))
        return list->other;
    return count > 2 ? list->many : list->two;
}
