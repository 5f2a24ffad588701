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

static void find_lines(Arena *arena, Source *source) {
    Str bytes = source->bytes;
    *list_add(arena, &source->lines) = 0;
    for (size_t at = 0; at < bytes.len;) {
        const char *end = memchr(bytes.at + at, '\n', bytes.len - at);
        if (!end) break;
        at = (size_t)(end - bytes.at) + 1;
        *list_add(arena, &source->lines) = (uint32_t)at;
    }
}

/* The line that holds this byte, from 0. */
static size_t find_line(const Source *source, size_t at) {
    size_t low = 0, high = source->lines.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->lines.at[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

Place source_place(const Sources *sources, Span span) {
    if (!source_find(sources, span.source)) return (Place){0};
    Source *source = &sources->list.at[span.source - 1];
    if (!source->lines.len) find_lines(sources->arena, source);
    size_t start = span.start < source->bytes.len ? span.start : source->bytes.len;
    size_t line = find_line(source, start), line_start = source->lines.at[line];
    Place place = {.path = source->path, .line = (uint32_t)line + 1};
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
