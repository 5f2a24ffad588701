/* A time of day, written 14:30. Never guessed: 870, which YAML 1.1 makes of 14:30, is refused. */
#ifndef DOSSIER_BLOCK_CLOCK_H
#define DOSSIER_BLOCK_CLOCK_H

#include "read/field.h"

typedef struct Clock {
    Scalar text;
    bool is_known; /* else not given, or TBC */
    int minute;    /* of the day */
} Clock;

enum { DAY_MINUTES = 24 * 60 };

/* A field row for a time of day. */
#define CLOCK_FIELD(name, Struct, member, text)                                           \
    {                                                                                     \
        .key = (name), .type = FIELD_CUSTOM, FIELD(Struct, member), .parse = clock_parse, \
        .dump = clock_dump, .expects = "a time of day such as 14:30", .help = (text)      \
    }
/* E0360. */
bool clock_parse(Reader *reader, const Node *value, const Field *field, void *slot);
void clock_dump(const void *slot, const Sources *sources, unsigned indent, Buf *out);

/* "09:05"; of a minute past midnight that of the next day. */
Str clock_text(Arena *arena, int minute);

#endif
