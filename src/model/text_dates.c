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

/* "{day} de {month} de {year}" without its day, and what ties that to the next field. */
static Str form_without_day(Arena *arena, Str form) {
    size_t day = str_find(form, STR("{day}"), 0), next = str_find(form, STR("{"), day + 1);
    return str_format(arena, "%.*s%.*s", STR_ARG(str_slice(form, 0, day)),
                      STR_ARG(str_slice(form, next, form.len)));
}

Str model_format_date(Arena *arena, const Date *date, Str lang) {
    if (date->scalar.is_tbc) return date->scalar.text;
    if (!date->year || date->month < 0 || date->month > 12) return (Str){0};
    const LanguageProfile *profile = language_find(lang);
    if (!date->month || (!date->day && !profile->date.len)) return date->scalar.text;
    if (!profile->date.len)
        return str_format(arena, "%04d-%02d-%02d", date->year, date->month, date->day);
    Buf out = buf_new(arena);
    Str form = date->day ? profile->date : form_without_day(arena, profile->date);
    for (size_t at = 0; at < form.len;) {
        size_t open = str_find(form, STR("{"), at), close = str_find(form, STR("}"), at);
        buf_add(&out, str_slice(form, at, open));
        if (open == SIZE_MAX) break;
        add_date_field(&out, profile->words, date, str_slice(form, open + 1, close));
        at = close + 1;
    }
    return buf_str(&out);
}

/* 2018-12-08; the field table did not say that it is one, so its months are not checked. */
static bool read_date(const Scalar *scalar, Date *date) {
    int numbers[3] = {0};
    size_t part = 0;
    if (scalar->text.len != 10) return false;
    for (size_t i = 0; i < 10; i++) {
        char c = scalar->text.at[i];
        bool is_hyphen = i == 4 || i == 7;
        if (is_hyphen ? c != '-' : c < '0' || c > '9') return false;
        if (is_hyphen)
            part++;
        else
            numbers[part] = numbers[part] * 10 + (c - '0');
    }
    *date = (Date){numbers[0], numbers[1], numbers[2], *scalar};
    return date->year > 0 && date->month > 0 && date->month <= 12 && date->day > 0;
}

Str model_met_text(Arena *arena, const Person *person, Str lang) {
    Buf text = buf_new(arena);
    for (size_t i = 0; i < person->met.len; i++) {
        Date date;
        const Scalar *met = &person->met.at[i];
        if (i) buf_add(&text, STR("; "));
        buf_add(&text, read_date(met, &date) ? model_format_date(arena, &date, lang) : met->text);
    }
    return person->met.len ? buf_str(&text) : (Str){0};
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
