/* When something is: a day that is set in the document's form, or words as they stand (2018, 14:30, spring). */
#ifndef DOSSIER_BLOCK_MOMENT_H
#define DOSSIER_BLOCK_MOMENT_H

#include "model/model.h"

typedef struct Moment {
    Scalar text;
    Date date; /* year 0: words */
} Moment;

/* A field row for a moment. */
#define MOMENT_FIELD(name, Struct, member, text)                                           \
    {                                                                                      \
        .key = (name), .type = FIELD_CUSTOM, FIELD(Struct, member), .parse = moment_parse, \
        .expects = "a date such as 2018-12-08, or words such as 14:30", .help = (text)     \
    }
/* Reads a Moment. What is written as a date must be one (E0310). */
bool moment_parse(Reader *reader, const Node *value, const Field *field, void *slot);

/* "8 December 2018", "14:30", "TBC". */
Scalar moment_value(Arena *arena, const Moment *moment, Str lang);
/* From one to the other, what they share said once: "8-10 December 2018" with an en dash. */
Str moment_range(Arena *arena, Str from, Str to);

#endif
