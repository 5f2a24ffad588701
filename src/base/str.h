/* Borrowed strings: a place and a length, never owned, never terminated. UTF-8 unless said otherwise. */
#ifndef DOSSIER_BASE_STR_H
#define DOSSIER_BASE_STR_H

#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct Str {
    const char *at;
    size_t len;
} Str;

/* A string literal as a Str. */
#define STR(literal) ((Str){.at = (literal), .len = sizeof(literal) - 1})
#define STR_CONST(literal) \
    { .at = (literal), .len = sizeof(literal) - 1 }
/* For printf: "%.*s", STR_ARG(s). */
#define STR_ARG(s) (int)(s).len, (s).at ? (s).at : ""

Str str_from(const char *terminated); /* borrows */
bool str_equal(Str a, Str b);
bool str_is(Str s, const char *terminated);
bool str_starts(Str s, Str prefix);
bool str_ends(Str s, Str suffix);
int str_compare(Str a, Str b); /* by bytes: <0, 0, >0 */
uint64_t str_hash(Str s);      /* same on every run and machine */
Str str_slice(Str s, size_t from, size_t to);
Str str_trim(Str s); /* without ASCII white space at both ends */

/* Where `what` first stands in `s` at or after `from`; SIZE_MAX when nowhere. */
size_t str_find(Str s, Str what, size_t from);

/* Copies into an arena; the copy is also NUL-terminated for C interfaces. */
Str str_copy(Arena *arena, Str s);
Str str_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str str_format_list(Arena *arena, const char *format, va_list arguments);

/* Of `count` names, the one nearest to `typed` by edits (insert, delete, replace, swap of neighbours),
 * if near enough to be meant; -1 when none is. Serves "did you mean". */
int str_nearest(Str typed, const Str *names, size_t count);

/* The code point at *at (which moves behind it); malformed bytes give U+FFFD, one byte at a time. */
uint32_t utf8_next(Str s, size_t *at);
/* Writes 1-4 bytes, returns how many. */
size_t utf8_put(char out[4], uint32_t code_point);
/* Characters (code points) in s. */
size_t utf8_count(Str s);

#endif
