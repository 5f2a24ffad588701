/* An owned, growing byte buffer in an arena. `bytes.at[0..len)` is what was written; never terminated. */
#ifndef DOSSIER_BASE_BUF_H
#define DOSSIER_BASE_BUF_H

#include "base/str.h"

typedef struct Buf {
    Arena *arena;
    char *at;
    size_t len, cap;
} Buf;

/* An empty buffer that grows in `arena`. */
Buf buf_new(Arena *arena);
void buf_add(Buf *buf, Str s);
void buf_add_char(Buf *buf, char c);
void buf_add_code_point(Buf *buf, uint32_t code_point);
void buf_add_int(Buf *buf, int64_t number);
void buf_print(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Room for `size` more bytes at buf->at + buf->len; the caller adds to len what it wrote. */
char *buf_reserve(Buf *buf, size_t size);
/* What was written, borrowed until the next write. */
Str buf_str(const Buf *buf);

#endif
