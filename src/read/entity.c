/* Character references: `&eacute;` in, UTF-8 out. */
#include "read/entity.h"

/* One string of "name;value\0" sorted by name: no pointers, so nothing to relocate at start. */
static const char entities[] =
#include "read/entities.def"
    ;

/* The entry around byte `at`, and where it starts. */
static Str entry_at(size_t at, size_t *start) {
    while (at > 0 && entities[at - 1]) at--;
    *start = at;
    return str_from(entities + at);
}

static size_t decode_name(Str name, char out[ENTITY_BYTES]) {
    size_t low = 0, high = sizeof entities - 2;
    while (low < high) {
        size_t start;
        Str entry = entry_at(low + (high - low) / 2, &start);
        size_t semicolon = (size_t)((const char *)memchr(entry.at, ';', entry.len) - entry.at);
        int order = str_compare(name, str_slice(entry, 0, semicolon));
        if (order == 0) {
            size_t len = entry.len - semicolon - 1;
            memcpy(out, entry.at + semicolon + 1, len);
            return len;
        }
        if (order < 0)
            high = start;
        else
            low = start + entry.len + 1;
    }
    return 0;
}

static int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return 16;
}

static size_t decode_number(Str digits, char out[ENTITY_BYTES]) {
    int base = 10;
    if (digits.len && (digits.at[0] == 'x' || digits.at[0] == 'X')) {
        base = 16;
        digits = str_slice(digits, 1, digits.len);
    }
    if (!digits.len) return 0;
    uint32_t code_point = 0;
    for (size_t i = 0; i < digits.len; i++) {
        int digit = digit_of(digits.at[i]);
        if (digit >= base) return 0;
        if (code_point <= 0x10FFFF) code_point = code_point * (uint32_t)base + (uint32_t)digit;
    }
    bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (!code_point || is_surrogate || code_point > 0x10FFFF) code_point = 0xFFFD;
    return utf8_put(out, code_point);
}

size_t entity_decode(Str reference, char out[ENTITY_BYTES]) {
    if (reference.len < 3 || reference.at[0] != '&' || reference.at[reference.len - 1] != ';')
        return 0;
    Str inside = str_slice(reference, 1, reference.len - 1);
    if (inside.at[0] == '#') return decode_number(str_slice(inside, 1, inside.len), out);
    return decode_name(inside, out);
}
