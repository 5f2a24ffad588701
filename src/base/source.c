/* Source files and places in them: spans in, lines and columns out. */
#include "base/source.h"

uint32_t source_add(Sources *sources, Str path, Str bytes) {
    *list_add(sources->arena, &sources->list) = (Source){.path = path, .bytes = bytes};
    return (uint32_t)sources->list.len;
}

const Source *source_find(const Sources *sources, uint32_t source) {
    return source && source <= sources->list.len ? &sources->list.at[source - 1] : NULL;
}

static Str line_at(Str bytes, size_t start) {
    const char *end = start < bytes.len ? memchr(bytes.at + start, '\n', bytes.len - start) : NULL;
    Str line = str_slice(bytes, start, end ? (size_t)(end - bytes.at) : bytes.len);
    return str_ends(line, STR("\r")) ? str_slice(line, 0, line.len - 1) : line;
}

Place source_place(const Sources *sources, Span span) {
    const Source *source = source_find(sources, span.source);
    if (!source) return (Place){0};
    Place place = {.path = source->path, .line = 1, .column = 1};
    size_t start = span.start < source->bytes.len ? span.start : source->bytes.len;
    size_t line_start = 0;
    for (size_t i = 0; i < start; i++) {
        if (source->bytes.at[i] != '\n') continue;
        place.line++;
        line_start = i + 1;
    }
    bool has_mark = line_start == 0 && str_starts(source->bytes, STR("\xEF\xBB\xBF"));
    if (has_mark) line_start = start < 3 ? start : 3;
    place.line_text = line_at(source->bytes, line_start);
    size_t line_end = line_start + place.line_text.len;
    size_t end = span.end < line_end ? span.end : line_end;
    place.column = 1 + (uint32_t)utf8_count(str_slice(source->bytes, line_start, start));
    place.length = (uint32_t)utf8_count(str_slice(source->bytes, start, end));
    if (place.length == 0) place.length = 1;
    return place;
}

Str source_text(const Sources *sources, Span span) {
    const Source *source = source_find(sources, span.source);
    return source ? str_slice(source->bytes, span.start, span.end) : (Str){0};
}
