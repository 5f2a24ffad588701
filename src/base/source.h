/* The input files of a run, kept whole, and places in them.
 *
 * A span is a range of bytes of one source; line and column are computed when somebody asks. Columns
 * count characters (code points) from 1, lines from 1. */
#ifndef DOSSIER_BASE_SOURCE_H
#define DOSSIER_BASE_SOURCE_H

#include "base/str.h"

/* A range of bytes [start, end) of a source. `source` 0 means "no place". */
typedef struct Span {
    uint32_t source;
    uint32_t start, end;
} Span;

typedef struct Source {
    Str path;             /* as the user would write it */
    Str bytes;            /* the whole file */
    LIST(uint32_t) lines; /* where each begins; made when a place is first asked for */
} Source;

typedef struct Sources {
    Arena *arena;
    LIST(Source) list;
} Sources;

/* A place as people count it. */
typedef struct Place {
    Str path;
    uint32_t line, column;
    uint32_t length; /* characters of the span on its first line, at least 1 */
    Str line_text;   /* the line, without its end */
} Place;

/* Keeps path and bytes (borrowed, must outlive the run); the number that spans carry. */
uint32_t source_add(Sources *sources, Str path, Str bytes);
const Source *source_find(const Sources *sources, uint32_t source);
/* Where a span begins; path empty when it has no place. */
Place source_place(const Sources *sources, Span span);
/* The bytes a span covers. */
Str source_text(const Sources *sources, Span span);

static inline Span span_of(uint32_t source, size_t start, size_t end) {
    return (Span){.source = source, .start = (uint32_t)start, .end = (uint32_t)end};
}
/* From the start of a to the end of b (same source). */
static inline Span span_join(Span a, Span b) {
    if (!a.source || a.source != b.source) return a;
    return (Span){.source = a.source, .start = a.start, .end = b.end};
}

#endif
