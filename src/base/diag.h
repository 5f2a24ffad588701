/* Diagnostics: every stage reports here and goes on; the driver stops between stages.
 *
 * A code is stable for ever (codes.def). Identical diagnostics (same code, place and message) are kept
 * once. The list is handed out sorted by source, then place, then code, so that a run always prints in
 * the same order. Messages start in lower case and have no full stop; a hint says what to do. */
#ifndef DOSSIER_BASE_DIAG_H
#define DOSSIER_BASE_DIAG_H

#include "base/buf.h"
#include "base/source.h"

typedef enum Severity { SEVERITY_OFF, SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

typedef enum Code {
    CODE_NONE,
#define CODE(name, number, severity, summary) name,
#include "base/codes.def"
#undef CODE
    CODE_COUNT
} Code;

typedef struct CodeInfo {
    const char *number; /* "E0102" */
    const char *name;   /* "W_DOUBLE_SPACE" */
    Severity severity;  /* unless the user sets another */
    const char *summary;
} CodeInfo;

typedef struct Diag {
    Code code;
    Severity severity;
    Span span;   /* span.source 0: no place in a source */
    Str message; /* one sentence */
    Str hint;    /* may be empty; may have several lines */
} Diag;

typedef struct Diags {
    Arena *arena;
    LIST(Diag) list;
    size_t errors, warnings;
    Severity severity[CODE_COUNT]; /* as in codes.def until changed */
} Diags;

Diags *diag_new(Arena *arena);
const CodeInfo *diag_code(Code code);
/* CODE_NONE when no code has this number. */
Code diag_find_code(Str number);

/* Reports. `hint` may be empty ((Str){0}). A code set to off is dropped. */
void diag_add(Diags *diags, Code code, Span span, Str hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* A collection of its own that treats codes as `like` does. */
Diags *diag_new_like(Arena *arena, const Diags *like);
/* Adds all of `from`, copied. */
void diag_join(Diags *to, const Diags *from);
/* Back to the first `len` of them. */
void diag_forget(Diags *diags, size_t len);
/* Orders by source, place, code and merges identical ones. */
void diag_sort(Diags *diags);
/* As a person reads it (rustc's manner), without colour; used by tests and dumps. */
void diag_print(const Diags *diags, const Sources *sources, Buf *out);

#endif
