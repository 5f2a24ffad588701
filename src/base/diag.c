/* Diagnostics: collected, ordered, merged, printed. */
#include "base/diag.h"

#include "base/buf.h"

#include <stdlib.h>

static const CodeInfo infos[CODE_COUNT] = {
    {"", "", SEVERITY_OFF, ""},
#define CODE(name, number, severity, summary) {number, #name, severity, summary},
#include "base/codes.def"
#undef CODE
};

static const char *const severity_names[] = {"off", "note", "warning", "error"};

Diags *diag_new(Arena *arena) {
    Diags *diags = ARENA_NEW(arena, Diags);
    diags->arena = arena;
    for (int code = 0; code < CODE_COUNT; code++) diags->severity[code] = infos[code].severity;
    return diags;
}

Diags *diag_new_like(Arena *arena, const Diags *like) {
    Diags *diags = ARENA_NEW(arena, Diags);
    diags->arena = arena;
    memcpy(diags->severity, like->severity, sizeof diags->severity);
    return diags;
}

const CodeInfo *diag_code(Code code) { return &infos[code]; }

Code diag_find_code(Str number) {
    for (int code = 1; code < CODE_COUNT; code++) {
        if (str_is(number, infos[code].number)) return (Code)code;
    }
    return CODE_NONE;
}

static bool same(const Diag *a, const Diag *b) {
    return a->code == b->code && a->span.source == b->span.source &&
           a->span.start == b->span.start && str_equal(a->message, b->message);
}

static bool is_known(const Diags *diags, const Diag *diag) {
    size_t len = diags->list.len;
    size_t looked_at = len > 64 ? 64 : len; /* the rest is merged by diag_sort() */
    for (size_t i = len - looked_at; i < len; i++) {
        if (same(&diags->list.at[i], diag)) return true;
    }
    return false;
}

static void keep(Diags *diags, const Diag *diag) {
    *list_add(diags->arena, &diags->list) = *diag;
    if (diag->severity == SEVERITY_ERROR) diags->errors++;
    if (diag->severity == SEVERITY_WARNING) diags->warnings++;
}

void diag_join(Diags *to, const Diags *from) {
    for (size_t i = 0; i < from->list.len; i++) {
        Diag diag = from->list.at[i];
        if (is_known(to, &diag)) continue;
        diag.message = str_copy(to->arena, diag.message);
        diag.hint = str_copy(to->arena, diag.hint);
        keep(to, &diag);
    }
}

void diag_forget(Diags *diags, size_t len) {
    while (diags->list.len > len) {
        Severity severity = diags->list.at[--diags->list.len].severity;
        if (severity == SEVERITY_ERROR) diags->errors--;
        if (severity == SEVERITY_WARNING) diags->warnings--;
    }
}

void diag_add(Diags *diags, Code code, Span span, Str hint, const char *format, ...) {
    Diag diag = {.code = code, .severity = diags->severity[code], .span = span, .hint = hint};
    if (diag.severity == SEVERITY_OFF) return;
    va_list arguments;
    va_start(arguments, format);
    diag.message = str_format_list(diags->arena, format, arguments);
    va_end(arguments);
    if (is_known(diags, &diag)) return;
    keep(diags, &diag);
}

static int by_place(const void *left, const void *right) {
    const Diag *a = left, *b = right;
    if (a->span.source != b->span.source) return a->span.source < b->span.source ? -1 : 1;
    if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
    if (a->code != b->code) return a->code < b->code ? -1 : 1;
    return str_compare(a->message, b->message);
}

void diag_sort(Diags *diags) {
    if (diags->list.len < 2) return;
    qsort(diags->list.at, diags->list.len, sizeof(Diag), by_place);
    size_t kept = 1;
    for (size_t i = 1; i < diags->list.len; i++) {
        const Diag *diag = &diags->list.at[i];
        if (!same(&diags->list.at[kept - 1], diag)) {
            diags->list.at[kept++] = *diag;
            continue;
        }
        if (diag->severity == SEVERITY_ERROR) diags->errors--;
        if (diag->severity == SEVERITY_WARNING) diags->warnings--;
    }
    diags->list.len = kept;
}

static void print_source_line(const Place *place, Str hint, Buf *out) {
    buf_print(out, "%5u | %.*s\n      | ", place->line, STR_ARG(place->line_text));
    for (uint32_t i = 1; i < place->column; i++) buf_add_char(out, ' ');
    for (uint32_t i = 0; i < place->length; i++) buf_add_char(out, '^');
    if (hint.len) buf_print(out, " %.*s", STR_ARG(hint));
    buf_add_char(out, '\n');
}

static void print_one(const Diag *diag, const Sources *sources, Buf *out) {
    Place place = source_place(sources, diag->span);
    if (place.path.len)
        buf_print(out, "%.*s:%u:%u: ", STR_ARG(place.path), place.line, place.column);
    buf_print(out, "%s[%s]: %.*s\n", severity_names[diag->severity], infos[diag->code].number,
              STR_ARG(diag->message));
    if (place.path.len)
        print_source_line(&place, diag->hint, out);
    else if (diag->hint.len)
        buf_print(out, "      = %.*s\n", STR_ARG(diag->hint));
}

void diag_print(const Diags *diags, const Sources *sources, Buf *out) {
    for (size_t i = 0; i < diags->list.len; i++) print_one(&diags->list.at[i], sources, out);
}
