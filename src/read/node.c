/* Questions to a node: keys, places inside text, names for messages, hints. */
#include "read/node.h"

#include "read/yaml.h"

static size_t source_of(const Node *scalar, size_t value) {
    size_t low = 0, high = scalar->map_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (scalar->map[middle].value <= value)
            low = middle;
        else
            high = middle;
    }
    return scalar->map[low].source + (value - scalar->map[low].value);
}

static bool is_point(const Node *scalar, size_t value, size_t *source) {
    size_t low = 0, high = scalar->map_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (scalar->map[middle].value < value)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == scalar->map_count || scalar->map[low].value != value) return false;
    *source = scalar->map[low].source;
    return true;
}

/* The end is behind the last byte; behind an escape that is where the next point begins, behind a folded
 * line end it is not. */
Span node_text_span(const Node *scalar, size_t from, size_t to) {
    if (!scalar->map_count) return scalar->span;
    if (to > scalar->text.len) to = scalar->text.len;
    if (from > to) from = to;
    size_t start = source_of(scalar, from);
    if (to == from) return span_of(scalar->span.source, start, start);
    size_t end = source_of(scalar, to - 1) + 1, point = end;
    char last = scalar->text.at[to - 1];
    bool is_fold = (last == ' ' || last == '\n') && scalar->form != SCALAR_DOUBLE_QUOTED;
    if (is_point(scalar, to, &point) && !is_fold && point > end) end = point;
    return span_of(scalar->span.source, start, end);
}

Node *node_find(const Node *mapping, const char *key) {
    if (!mapping || mapping->kind != NODE_MAPPING) return NULL;
    for (size_t i = 0; i < mapping->count; i++) {
        if (str_is(mapping->entries[i].key->text, key)) return mapping->entries[i].value;
    }
    return NULL;
}

bool node_lost_key(const Sources *sources, const Node *mapping, const char *key) {
    if (!mapping->lost.source) return false;
    Str text = source_text(sources, mapping->lost), name = str_from(key);
    for (size_t at = str_find(text, name, 0); at != SIZE_MAX; at = str_find(text, name, at + 1)) {
        char before = at ? text.at[at - 1] : ' ';
        char after = at + name.len < text.len ? text.at[at + name.len] : ' ';
        bool begins = before == ' ' || before == '\n' || before == '\t' || before == '"';
        if (begins && (after == ':' || after == ' ' || after == '"')) return true;
    }
    return false;
}

const char *node_kind_name(const Node *node) {
    if (node->kind == NODE_SEQUENCE) return "a list";
    if (node->kind == NODE_MAPPING) return "a mapping";
    return node->is_null && !node->text.len ? "nothing" : "text";
}

static void add_lines(Buf *out, Str text, size_t indent) {
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find(text, STR("\n"), at);
        if (end == SIZE_MAX) end = text.len;
        Str line = str_trim(str_slice(text, at, end));
        if (line.len) {
            buf_add_char(out, '\n');
            for (size_t i = 0; i < indent; i++) buf_add_char(out, ' ');
            buf_add(out, line);
        }
        at = end + 1;
    }
}

Str node_hint_text(Arena *arena, const Sources *sources, Span value) {
    const Source *source = source_find(sources, value.source);
    if (!source) return (Str){0};
    Str bytes = source->bytes;
    Line line = line_around(bytes, value.start);
    Buf out = buf_new(arena);
    size_t start = value.start <= line.content ? line.content : line.value;
    if (value.start > start) { /* inside a flow collection */
        buf_print(&out, "use quotes\n\"%.*s\"", STR_ARG(source_text(sources, value)));
        return buf_str(&out);
    }
    size_t base = line.base;
    if (start == line.content && line.has_key) {
        base = line.first - line.start; /* the key itself is part of the text */
        for (size_t at = line.first; at < line.content; at++) {
            if (bytes.at[at] == '-') base = at - line.start;
        }
    }
    size_t end = value.end > line.end ? value.end : line.end;
    Str prefix = str_trim(str_slice(bytes, line.first, start));
    if (!prefix.len && line.start > 0) { /* the key stands on the line before */
        Line above = line_around(bytes, line.start - 1);
        if (above.has_key && above.value == above.end) {
            prefix = str_trim(str_slice(bytes, above.first, above.end));
            base = above.base;
            line.first = line.start + (above.first - above.start);
        }
    }
    buf_print(&out, "use >-\n%.*s%s>-", STR_ARG(prefix), prefix.len ? " " : "");
    add_lines(&out, str_slice(bytes, start, end), base - (line.first - line.start) + 2);
    return buf_str(&out);
}
