/* Dates and lists in, words of a language out. */
#include "model/model.h"

#include "base/language.h"

static void add_date_field(Buf *out, const LanguageWords *words, const Date *date, Str name) {
    if (str_is(name, "year"))
        buf_add_int(out, date->year);
    else if (str_is(name, "month"))
        buf_add(out, words->months[date->month - 1]);
    else if (date->day == 1 && words->first_day.len)
        buf_add(out, words->first_day);
    else
        buf_add_int(out, date->day);
}

/* Gregorian; Sakamoto's method. */
int model_weekday(int year, int month, int day) {
    static const int shifts[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    if (month < 3) year--;
    return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7;
}

Str model_format_date(Arena *arena, const Date *date, Str lang) {
    if (date->scalar.is_tbc) return date->scalar.text;
    if (!date->year || date->month < 1 || date->month > 12) return (Str){0};
    const LanguageProfile *profile = language_find(lang);
    if (!profile->date.len)
        return str_format(arena, "%04d-%02d-%02d", date->year, date->month, date->day);
    Buf out = buf_new(arena);
    Str form = profile->date;
    for (size_t at = 0; at < form.len;) {
        size_t open = str_find(form, STR("{"), at), close = str_find(form, STR("}"), at);
        buf_add(&out, str_slice(form, at, open));
        if (open == SIZE_MAX) break;
        add_date_field(&out, profile->words, date, str_slice(form, open + 1, close));
        at = close + 1;
    }
    return buf_str(&out);
}

Str model_join_list(Arena *arena, const Str *items, size_t count, Str lang) {
    const LanguageProfile *profile = language_find(lang);
    Buf text = buf_new(arena);
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_add(&text,
                    i + 1 == count ? language_list_joint(profile, count, items[i]) : STR(", "));
        buf_add(&text, items[i]);
    }
    return buf_str(&text);
}
