/* Dates or words in; what stands on the page out. */
#include "block/moment.h"

/* 2018-12-08, and what looks enough like it to be meant so. */
static bool looks_like_date(Str text) {
    if (text.len != sizeof "2018-12-08" - 1) return false;
    for (size_t i = 0; i < text.len; i++) {
        bool is_dash = i == 4 || i == 7;
        bool is_fine = is_dash ? text.at[i] == '-' : text.at[i] >= '0' && text.at[i] <= '9';
        if (!is_fine) return false;
    }
    return true;
}

bool moment_parse(Reader *reader, const Node *value, const Field *field, void *slot) {
    Moment *moment = slot;
    Field words = {.key = field->key, .type = FIELD_STRING};
    if (!field_read(reader, value, &words, &moment->text)) return false;
    moment->text.given = true;
    if (!looks_like_date(moment->text.text)) return true;
    Field date = {.key = field->key, .type = FIELD_DATE};
    return field_read(reader, value, &date, &moment->date);
}

Scalar moment_value(Arena *arena, const Moment *moment, Str lang) {
    Scalar value = moment->text;
    if (moment->date.year) value.text = model_format_date(arena, &moment->date, lang);
    return value;
}

/* How many bytes at the end of both are the same, from a space or comma on. */
static size_t shared_end(Str from, Str to) {
    size_t shared = 0;
    for (size_t i = 1; i < from.len && i < to.len; i++) {
        char c = from.at[from.len - i];
        if (c != to.at[to.len - i]) break;
        if (c == ' ' || c == ',') shared = i;
    }
    return shared;
}

static bool has_space(Str text) { return str_find(text, STR(" "), 0) != SIZE_MAX; }
static bool has_hyphen(Str text) { return str_find(text, STR("-"), 0) != SIZE_MAX; }

/* The dash stands close between two plain words, spaced when one of them has a space or hyphen itself. */
Str moment_range(Arena *arena, Str from, Str to) {
    if (str_equal(from, to)) return from;
    size_t shared = shared_end(from, to);
    from = str_slice(from, 0, from.len - shared);
    Str last = str_slice(to, 0, to.len - shared);
    bool is_spaced = has_space(from) || has_space(last) || has_hyphen(from) || has_hyphen(last);
    return str_format(arena, is_spaced ? "%.*s \xE2\x80\x93 %.*s" : "%.*s\xE2\x80\x93%.*s",
                      STR_ARG(from), STR_ARG(to));
}
