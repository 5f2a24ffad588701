/* Bytes in, lines out as authors think of them: indent, dashes, key, value. */
#include "read/yaml.h"

static bool is_space(char c) { return c == ' ' || c == '\t'; }

static bool is_key_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

static size_t skip_space(Str bytes, size_t at, size_t end) {
    while (at < end && is_space(bytes.at[at])) at++;
    return at;
}

size_t line_key(Str bytes, size_t at) {
    size_t end = at;
    if (end < bytes.len && bytes.at[end] == '"') {
        for (end++; end < bytes.len && bytes.at[end] != '"' && bytes.at[end] != '\n';) end++;
        if (end == bytes.len || bytes.at[end] != '"') return 0;
        end++;
    } else {
        while (end < bytes.len && is_key_character(bytes.at[end])) end++;
    }
    return end < bytes.len && bytes.at[end] == ':' ? end - at : 0;
}

static void find_key(Str bytes, Line *line) {
    size_t length = line_key(bytes, line->content);
    size_t behind = line->content + length + 1;
    if (!length || behind > line->end) return;
    if (behind < line->end && !is_space(bytes.at[behind])) return;
    line->has_key = true;
    line->value = skip_space(bytes, behind, line->end);
    line->base = line->content - line->start;
}

Line line_around(Str bytes, size_t at) {
    Line line = {.start = at < bytes.len ? at : bytes.len};
    while (line.start > 0 && bytes.at[line.start - 1] != '\n') line.start--;
    line.end = line.start;
    while (line.end < bytes.len && bytes.at[line.end] != '\n') line.end++;
    line.next = line.end < bytes.len ? line.end + 1 : line.end;
    if (line.end > line.start && bytes.at[line.end - 1] == '\r') line.end--;
    if (line.start == 0 && str_starts(bytes, STR("\xEF\xBB\xBF"))) line.start = 3;
    line.first = line.content = skip_space(bytes, line.start, line.end);
    line.base = line.first - line.start;
    while (line.content < line.end && bytes.at[line.content] == '-' &&
           (line.content + 1 == line.end || is_space(bytes.at[line.content + 1]))) {
        line.has_dash = true;
        line.base = line.content - line.start;
        line.content = skip_space(bytes, line.content + 1, line.end);
    }
    line.value = line.content;
    find_key(bytes, &line);
    return line;
}

size_t line_extent(Str bytes, const Line *line) {
    size_t end = line->next;
    for (size_t at = end; at < bytes.len;) {
        Line next = line_around(bytes, at);
        if (!line_is_blank(&next)) {
            if (next.first - next.start <= line->base) break;
            end = next.next;
        }
        at = next.next;
    }
    return end;
}
