/* Language tags in, numbers out: what the shaper knows of a language it has met. */
#include "shape/internal.h"

#include <hb.h>

static bool tag_has_prefix(Str tag, const char *prefix) {
    Str wanted = str_from(prefix);
    return str_starts(tag, wanted) && (tag.len == wanted.len || tag.at[wanted.len] == '-');
}

static bool is_rtl_language(Str tag) {
    static const char *const rtl[] = {"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi", "ckb"};
    for (size_t i = 0; i < sizeof rtl / sizeof rtl[0]; i++) {
        if (tag_has_prefix(tag, rtl[i])) return true;
    }
    return false;
}

uint16_t language_number(Shaper *shaper, Str tag) {
    for (size_t i = 0; i < shaper->languages.len; i++) {
        if (str_equal(shaper->languages.at[i].tag, tag)) return (uint16_t)i;
    }
    Language *language = list_add(shaper->keep, &shaper->languages);
    language->tag = str_copy(shaper->keep, tag);
    language->hb =
        tag.len ? hb_language_from_string(tag.at, (int)tag.len) : hb_language_from_string("en", 2);
    language->profile = language_find(tag);
    language->hyphenation = hyphen_find(language->profile);
    language->is_rtl = is_rtl_language(tag);
    return (uint16_t)(shaper->languages.len - 1);
}
