/* The module lib/dossier/dossier-icu.so: three functions in plain C, found by name with dlsym.
 *
 * Texts are arrays of code points; results are arrays of as many elements, given by the caller. Each returns
 * 0 when done, else ICU's error number. Safe from any thread. */
#ifndef DOSSIER_SHAPE_UNICODE_MODULE_H
#define DOSSIER_SHAPE_UNICODE_MODULE_H

#include <stddef.h>
#include <stdint.h>

/* UAX #9: embedding levels in a paragraph of the given direction. */
typedef int UnicodeLevels(const uint32_t *text, size_t count, int is_rtl, uint8_t *levels);
/* UAX #14 for a language (BCP 47): BreakKind before each character. */
typedef int UnicodeBreaks(const uint32_t *text, size_t count, const char *lang, uint8_t *breaks);
/* UAX #24: ISO 15924 tag ('Arab' as four bytes, first highest); characters of every script have that of the
 * text around them. */
typedef int UnicodeScripts(const uint32_t *text, size_t count, uint32_t *tags);

#define UNICODE_MODULE_FILE "dossier-icu.so"
#define UNICODE_MODULE_LEVELS "dossier_icu_levels"
#define UNICODE_MODULE_BREAKS "dossier_icu_breaks"
#define UNICODE_MODULE_SCRIPTS "dossier_icu_scripts"

#endif
