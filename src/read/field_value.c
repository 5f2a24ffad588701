/* The words of a scalar in, a value of one type out, or what is wrong with them. */
#include "read/field_value.h"

Scalar scalar_of(const Node *node) {
    return (Scalar){
        .text = node->text, .span = node->span, .given = true, .is_tbc = text_is_tbc(node->text)};
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool refuse(Reader *reader, Code code, const Scalar *scalar, Str hint, const char *what) {
    diag_add(reader->job->diags, code, scalar->span, hint, "\"%.*s\" is not %s",
             STR_ARG(scalar->text), what);
    return false;
}

bool value_read_id(Reader *reader, const Scalar *scalar) {
    bool is_good = scalar->text.len > 0;
    for (size_t i = 0; i < scalar->text.len; i++) {
        char c = scalar->text.at[i];
        is_good &= is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
    }
    if (is_good) return true;
    return refuse(reader, E_BAD_ID, scalar, STR("use letters, digits, - _ and . only"), "an id");
}

/* BCP 47, the shape only: subtags of 1-8 letters and digits, the first of 2-8 letters or x. */
bool value_read_lang(Reader *reader, const Scalar *scalar) {
    Str text = scalar->text;
    size_t length = 0, subtags = 0;
    bool is_good = text.len > 0;
    for (size_t i = 0; i <= text.len && is_good; i++) {
        if (i < text.len && text.at[i] != '-') {
            length++;
            is_good = is_letter(text.at[i]) || (subtags && is_digit(text.at[i]));
            continue;
        }
        is_good = length > 0 && length <= 8 && (subtags || length > 1 || text.at[0] == 'x');
        subtags++;
        length = 0;
    }
    if (is_good) return true;
    return refuse(reader, E_BAD_LANG, scalar,
                  STR("write a BCP 47 tag such as en, fr-CA or zh-Hant"), "a language tag");
}

bool value_read_url(Reader *reader, const Scalar *scalar) {
    Str text = scalar->text;
    size_t scheme = 0;
    while (scheme < text.len &&
           (is_letter(text.at[scheme]) ||
            (scheme && (is_digit(text.at[scheme]) || strchr("+-.", text.at[scheme])))))
        scheme++;
    bool is_good = scheme > 1 && scheme + 1 < text.len && text.at[scheme] == ':';
    for (size_t i = 0; i < text.len; i++) is_good &= (unsigned char)text.at[i] > ' ';
    if (is_good) return true;
    bool lacks_scheme =
        str_find(text, STR("."), 0) != SIZE_MAX && str_find(text, STR(" "), 0) == SIZE_MAX;
    Str hint = lacks_scheme
                   ? str_format(reader->job->arena, "did you mean \"https://%.*s\"?", STR_ARG(text))
                   : STR("write it whole, as in https://example.org/page");
    return refuse(reader, E_BAD_VALUE, scalar, hint, "a URL");
}

static bool is_one_of(Str text, const char *const *words) {
    for (; *words; words++) {
        if (str_is(text, *words)) return true;
    }
    return false;
}

bool value_read_bool(Reader *reader, const Scalar *scalar, bool *into) {
    static const char *const yes[] = {"yes", "Yes", "YES", "on", "On", "True", "TRUE", "1", NULL};
    static const char *const no[] = {"no", "No", "NO", "off", "Off", "False", "FALSE", "0", NULL};
    *into = str_is(scalar->text, "true");
    if (*into || str_is(scalar->text, "false")) return true;
    Str hint = is_one_of(scalar->text, yes)  ? STR("write true")
               : is_one_of(scalar->text, no) ? STR("write false")
                                             : STR("write true or false");
    return refuse(reader, E_BAD_VALUE, scalar, hint, "true or false");
}

bool value_read_int(Reader *reader, const Scalar *scalar, int *into) {
    Str text = scalar->text;
    size_t at = text.len && (text.at[0] == '-' || text.at[0] == '+');
    bool is_good = text.len > at && text.len - at <= 9;
    int number = 0;
    for (size_t i = at; i < text.len && is_good; i++) {
        is_good = is_digit(text.at[i]);
        number = number * 10 + (text.at[i] - '0');
    }
    if (!is_good)
        return refuse(reader, E_BAD_VALUE, scalar, STR("write digits only"), "a whole number");
    *into = text.at[0] == '-' ? -number : number;
    return true;
}

static int month_days(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days[month - 1];
}

static int number_at(Str text, size_t from, size_t to) {
    int number = 0;
    for (size_t i = from; i < to; i++) number = number * 10 + (text.at[i] - '0');
    return number;
}

bool value_read_date(Reader *reader, const Scalar *scalar, Date *into) {
    Str text = scalar->text;
    Str hint = STR("write year-month-day, as in 2018-12-08");
    bool is_good = text.len == 10;
    for (size_t i = 0; i < text.len && is_good; i++)
        is_good = i == 4 || i == 7 ? text.at[i] == '-' : is_digit(text.at[i]);
    if (!is_good) return refuse(reader, E_BAD_DATE, scalar, hint, "a date");
    int year = number_at(text, 0, 4), month = number_at(text, 5, 7), day = number_at(text, 8, 10);
    if (year < 1 || month < 1 || month > 12)
        return refuse(reader, E_BAD_DATE, scalar, STR("months run from 01 to 12"), "a date");
    if (day < 1 || day > month_days(year, month)) {
        hint = str_format(reader->job->arena, "that month has %d days", month_days(year, month));
        return refuse(reader, E_BAD_DATE, scalar, hint, "a date");
    }
    *into = (Date){.year = year, .month = month, .day = day, .scalar = *scalar};
    return true;
}

bool value_read_timecode(Reader *reader, const Scalar *scalar, TimeCode *into) {
    Str text = scalar->text;
    unsigned seconds = 0, parts = 0;
    size_t digits = 0, from = 0;
    bool is_good = text.len > 0;
    for (size_t i = 0; i <= text.len && is_good; i++) {
        if (i < text.len && text.at[i] != ':') {
            is_good = is_digit(text.at[i]);
            digits++;
            continue;
        }
        int part = digits && digits <= 3 && is_good ? number_at(text, from, i) : -1;
        is_good = part >= 0 && (parts == 0 || (digits == 2 && part < 60));
        seconds = seconds * 60 + (unsigned)part;
        parts++;
        digits = 0;
        from = i + 1;
    }
    if (!is_good || parts < 2 || parts > 3)
        return refuse(reader, E_BAD_VALUE, scalar, STR("write h:mm:ss or mm:ss, as in 1:22:45"),
                      "a time code");
    *into = (TimeCode){.seconds = seconds, .scalar = *scalar};
    return true;
}

static Str join_choices(Arena *arena, const char *const *choices) {
    Buf out = buf_new(arena);
    buf_add(&out, STR("one of "));
    for (size_t i = 0; choices[i]; i++) buf_print(&out, "%s%s", i ? ", " : "", choices[i]);
    return buf_str(&out);
}

bool value_read_choice(Reader *reader, const Field *field, const Scalar *scalar, int *into) {
    Arena *arena = reader->job->arena;
    LIST(Str) names = {0};
    for (size_t i = 0; field->choices[i]; i++) {
        if (str_is(scalar->text, field->choices[i])) {
            *into = (int)i;
            return true;
        }
        *list_add(arena, &names) = str_from(field->choices[i]);
    }
    int nearest = str_nearest(scalar->text, names.at, names.len);
    Str hint = nearest < 0 ? join_choices(arena, field->choices)
                           : str_format(arena, "did you mean \"%s\"?", field->choices[nearest]);
    diag_add(reader->job->diags, E_BAD_VALUE, scalar->span, hint,
             "\"%.*s\" is not a value of \"%s\"", STR_ARG(scalar->text), field->key);
    return false;
}
