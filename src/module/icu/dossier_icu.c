/* Code points in, bidi levels, line breaks and scripts out: ICU behind the three functions that
 * shape/unicode_module.h describes. Opened only for text beyond Latin, Greek and Cyrillic. */
#include "shape/break_rules.h"
#include "shape/unicode_module.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#define EXPORT __attribute__((visibility("default")))

EXPORT UnicodeLevels dossier_icu_levels;
EXPORT UnicodeBreaks dossier_icu_breaks;
EXPORT UnicodeScripts dossier_icu_scripts;

/* The same text in UTF-16; to[i] is the unit where character i begins. */
typedef struct Utf16 {
    UChar *units;
    int32_t *to;
    int32_t len;
} Utf16;

static bool convert(const uint32_t *text, size_t count, Utf16 *utf16) {
    *utf16 = (Utf16){0};
    if (count > INT32_MAX / 2 - 1) return false;
    utf16->units = malloc((2 * count + 1) * sizeof *utf16->units);
    utf16->to = malloc((count + 1) * sizeof *utf16->to);
    if (!utf16->units || !utf16->to) return false;
    for (size_t i = 0; i < count; i++) {
        utf16->to[i] = utf16->len;
        U16_APPEND_UNSAFE(utf16->units, utf16->len, text[i]);
    }
    utf16->to[count] = utf16->len;
    return true;
}

static void release(Utf16 *utf16) {
    free(utf16->units);
    free(utf16->to);
}

int dossier_icu_levels(const uint32_t *text, size_t count, int is_rtl, uint8_t *levels) {
    UErrorCode error = U_ZERO_ERROR;
    Utf16 utf16;
    if (!convert(text, count, &utf16)) error = U_MEMORY_ALLOCATION_ERROR;
    UBiDi *bidi = U_SUCCESS(error) ? ubidi_openSized(utf16.len, 0, &error) : NULL;
    ubidi_setPara(bidi, utf16.units, utf16.len, is_rtl ? 1 : 0, NULL, &error);
    const UBiDiLevel *found = U_SUCCESS(error) && count ? ubidi_getLevels(bidi, &error) : NULL;
    for (size_t i = 0; found && i < count; i++) levels[i] = found[utf16.to[i]];
    if (bidi) ubidi_close(bidi);
    release(&utf16);
    return U_SUCCESS(error) ? 0 : (int)error;
}

static void mark_breaks(UBreakIterator *iterator, const Utf16 *utf16, size_t count,
                        uint8_t *breaks) {
    size_t i = 0;
    for (size_t k = 0; k < count; k++) breaks[k] = BREAK_NONE;
    for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        int32_t status = ubrk_getRuleStatus(iterator);
        while (i < count && utf16->to[i] < at) i++;
        if (i == count) return;
        bool is_hard = status >= UBRK_LINE_HARD && status < UBRK_LINE_HARD_LIMIT;
        breaks[i] = is_hard ? BREAK_MUST : BREAK_ALLOWED;
    }
}

int dossier_icu_breaks(const uint32_t *text, size_t count, const char *lang, uint8_t *breaks) {
    UErrorCode error = U_ZERO_ERROR;
    Utf16 utf16;
    if (!convert(text, count, &utf16)) error = U_MEMORY_ALLOCATION_ERROR;
    UBreakIterator *iterator =
        U_SUCCESS(error) ? ubrk_open(UBRK_LINE, lang, utf16.units, utf16.len, &error) : NULL;
    if (iterator && U_SUCCESS(error)) mark_breaks(iterator, &utf16, count, breaks);
    if (iterator) ubrk_close(iterator);
    release(&utf16);
    return U_SUCCESS(error) ? 0 : (int)error;
}

static bool is_shared(UScriptCode script) {
    return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

static uint32_t tag_of(UScriptCode script) {
    const char *name = uscript_getShortName(script);
    return (uint32_t)name[0] << 24 | (uint32_t)name[1] << 16 | (uint32_t)name[2] << 8 |
           (uint32_t)name[3];
}

int dossier_icu_scripts(const uint32_t *text, size_t count, uint32_t *tags) {
    UErrorCode error = U_ZERO_ERROR;
    size_t first = count; /* the first character with a script of its own */
    uint32_t tag = tag_of(USCRIPT_LATIN);
    for (size_t i = 0; i < count && U_SUCCESS(error); i++) {
        UScriptCode script = uscript_getScript((UChar32)text[i], &error);
        if (!is_shared(script)) {
            tag = tag_of(script);
            if (first == count) first = i;
        }
        tags[i] = tag;
    }
    for (size_t i = 0; first < count && i < first; i++) tags[i] = tags[first];
    return U_SUCCESS(error) ? 0 : (int)error;
}
