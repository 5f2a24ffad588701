/* Growing byte buffer. */
#include "base/buf.h"

#include "base/stress.h"

#include <stdio.h>

Buf buf_new(Arena *arena) { return (Buf){.arena = arena}; }

char *buf_reserve(Buf *buf, size_t size) {
    if (buf->cap - buf->len >= size) return buf->at + buf->len;
    size_t cap = buf->cap ? buf->cap * 2 : STRESS_SIZE(64, 1);
    if (cap < buf->len + size) cap = buf->len + size;
    char *grown = arena_alloc(buf->arena, cap);
    if (buf->len) memcpy(grown, buf->at, buf->len);
    STRESS_SPOIL(buf->at, buf->len);
    buf->at = grown;
    buf->cap = cap;
    return grown + buf->len;
}

void buf_add(Buf *buf, Str s) {
    if (s.len == 0) return;
    memcpy(buf_reserve(buf, s.len), s.at, s.len);
    buf->len += s.len;
}

void buf_add_char(Buf *buf, char c) {
    *buf_reserve(buf, 1) = c;
    buf->len++;
}

void buf_add_code_point(Buf *buf, uint32_t code_point) {
    buf->len += utf8_put(buf_reserve(buf, 4), code_point);
}

void buf_add_int(Buf *buf, int64_t number) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) digits[--at] = '-';
    buf_add(buf, (Str){.at = digits + at, .len = sizeof digits - at});
}

void buf_print(Buf *buf, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    size_t room = buf->cap - buf->len;
    int len = vsnprintf(room ? buf->at + buf->len : NULL, room, format, arguments);
    if (len > 0) {
        if ((size_t)len >= room)
            vsnprintf(buf_reserve(buf, (size_t)len + 1), (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
    va_end(arguments);
}

Str buf_str(const Buf *buf) { return (Str){.at = buf->at, .len = buf->len}; }
