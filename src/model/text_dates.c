/* Dates and lists in, words of a language out. English for now; other languages get ISO dates and plain
 * commas, which are right everywhere if not idiomatic. */
#include "model/model.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static bool same_letter(char a, char b) {
    char lower_a = a >= 'A' && a <= 'Z' ? (char)(a + 32) : a;
    char lower_b = b >= 'A' && b <= 'Z' ? (char)(b + 32) : b;
    return lower_a == lower_b;
}

/* Is `lang` the language `base`, or it in some region (BCP 47: subtags behind a hyphen, any case)? */
static bool lang_is(Str lang, Str base) {
    if (lang.len < base.len || (lang.len > base.len && lang.at[base.len] != '-')) return false;
    for (size_t i = 0; i < base.len; i++) {
        if (!same_letter(lang.at[i], base.at[i])) return false;
    }
    return true;
}

Str model_format_date(Arena *arena, const Date *date, Str lang) {
    if (date->scalar.is_tbc) return date->scalar.text;
    if (!date->year || date->month < 1 || date->month > 12) return (Str){0};
    const char *month = months[date->month - 1];
    if (lang_is(lang, STR("en-US")))
        return str_format(arena, "%s %d, %d", month, date->day, date->year);
    if (lang_is(lang, STR("en")))
        return str_format(arena, "%d %s %d", date->day, month, date->year);
    return str_format(arena, "%04d-%02d-%02d", date->year, date->month, date->day);
}

static Str last_separator(size_t count, Str lang) {
    if (!lang_is(lang, STR("en"))) return STR(", ");
    bool is_serial = count > 2 && lang_is(lang, STR("en-US"));
    return is_serial ? STR(", and ") : STR(" and ");
}

Str model_join_list(Arena *arena, const Str *items, size_t count, Str lang) {
    Buf text = buf_new(arena);
    for (size_t i = 0; i < count; i++) {
        if (i) buf_add(&text, i + 1 == count ? last_separator(count, lang) : STR(", "));
        buf_add(&text, items[i]);
    }
    return buf_str(&text);
}
