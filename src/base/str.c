/* Borrowed strings: comparing, slicing, UTF-8, nearest names. */
#include "base/str.h"

#include <stdio.h>

Str str_from(const char *terminated) {
    return (Str){.at = terminated, .len = terminated ? strlen(terminated) : 0};
}

bool str_equal(Str a, Str b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool str_is(Str s, const char *terminated) { return str_equal(s, str_from(terminated)); }

bool str_starts(Str s, Str prefix) {
    return s.len >= prefix.len && str_equal(str_slice(s, 0, prefix.len), prefix);
}

bool str_ends(Str s, Str suffix) {
    return s.len >= suffix.len && str_equal(str_slice(s, s.len - suffix.len, s.len), suffix);
}

int str_compare(Str a, Str b) {
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.at, b.at, shared) : 0;
    if (order) return order;
    return (a.len > b.len) - (a.len < b.len);
}

/* FNV-1a, 64 bits. */
uint64_t str_hash(Str s) {
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < s.len; i++) hash = (hash ^ (unsigned char)s.at[i]) * 0x100000001b3u;
    return hash;
}

Str str_slice(Str s, size_t from, size_t to) {
    if (to > s.len) to = s.len;
    if (from > to) from = to;
    return (Str){.at = s.at ? s.at + from : NULL, .len = to - from};
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

Str str_trim(Str s) {
    size_t from = 0, to = s.len;
    while (from < to && is_space(s.at[from])) from++;
    while (to > from && is_space(s.at[to - 1])) to--;
    return str_slice(s, from, to);
}

size_t str_find(Str s, Str what, size_t from) {
    for (; from + what.len <= s.len; from++) {
        if (what.len == 0 || memcmp(s.at + from, what.at, what.len) == 0) return from;
    }
    return SIZE_MAX;
}

Str str_copy(Arena *arena, Str s) {
    char *copy = arena_alloc(arena, s.len + 1);
    if (s.len) memcpy(copy, s.at, s.len);
    return (Str){.at = copy, .len = s.len};
}

Str str_format_list(Arena *arena, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len < 0) return (Str){0};
    char *text = arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, arguments);
    return (Str){.at = text, .len = (size_t)len};
}

Str str_format(Arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Str text = str_format_list(arena, format, arguments);
    va_end(arguments);
    return text;
}

#define LONGEST_NAME 48

static unsigned smaller(unsigned a, unsigned b) { return a < b ? a : b; }

/* Optimal string alignment distance. */
static unsigned edits(Str a, Str b) {
    unsigned rows[3][LONGEST_NAME + 1];
    unsigned *two_up = rows[0], *up = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b.len; j++) up[j] = (unsigned)j;
    for (size_t i = 1; i <= a.len; i++) {
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= b.len; j++) {
            unsigned differs = a.at[i - 1] != b.at[j - 1];
            row[j] = smaller(smaller(up[j] + 1, row[j - 1] + 1), up[j - 1] + differs);
            bool swapped =
                i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1];
            if (swapped) row[j] = smaller(row[j], two_up[j - 2] + 1);
        }
        unsigned *free_row = two_up;
        two_up = up;
        up = row;
        row = free_row;
    }
    return up[b.len];
}

int str_nearest(Str typed, const Str *names, size_t count) {
    int best = -1;
    unsigned least = typed.len < 3 ? 1 : typed.len < 6 ? 2 : 3;
    if (typed.len == 0 || typed.len > LONGEST_NAME) return -1;
    for (size_t i = 0; i < count; i++) {
        if (names[i].len == 0 || names[i].len > LONGEST_NAME) continue;
        unsigned distance = edits(typed, names[i]);
        if (distance > least || distance >= names[i].len) continue;
        if (best >= 0 && distance == least) continue;
        best = (int)i;
        least = distance;
    }
    return best;
}

static bool is_continuation(Str s, size_t at) {
    return at < s.len && ((unsigned char)s.at[at] & 0xC0) == 0x80;
}

/* Bytes a sequence with this lead byte has; 0 for a byte that cannot lead. */
static size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    return lead < 0xF5 ? 4 : 0;
}

uint32_t utf8_next(Str s, size_t *at) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = (unsigned char)s.at[*at];
    size_t length = sequence_length(lead);
    if (length == 1) return s.at[(*at)++] & 0x7F;
    size_t start = (*at)++;
    if (length == 0) return 0xFFFD;
    uint32_t code_point = lead & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if (!is_continuation(s, start + i)) return 0xFFFD;
        code_point = code_point << 6 | ((unsigned char)s.at[start + i] & 0x3F);
    }
    bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < least[length] || surrogate || code_point > 0x10FFFF) return 0xFFFD;
    *at = start + length;
    return code_point;
}

size_t utf8_put(char out[4], uint32_t c) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t utf8_count(Str s) {
    size_t count = 0;
    for (size_t at = 0; at < s.len; count++) utf8_next(s, &at);
    return count;
}
