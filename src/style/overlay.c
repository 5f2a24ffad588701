/* Trees of nodes laid over each other, and the tree that a `--set` option makes. */
#include "style/layer.h"

static int find_entry(const Node *mapping, Str key) {
    for (size_t i = 0; i < mapping->count; i++) {
        if (str_equal(mapping->entries[i].key->text, key)) return (int)i;
    }
    return -1;
}

Node *node_overlay(Arena *arena, Node *under, Node *over) {
    if (under->kind == NODE_MAPPING && over->is_null)
        return under; /* `title:` and nothing behind it */
    if (under->kind != NODE_MAPPING || over->kind != NODE_MAPPING) return over;
    Node *merged = ARENA_NEW(arena, Node);
    *merged = *over;
    merged->entries = ARENA_ARRAY(arena, NodeEntry, under->count + over->count);
    merged->count = under->count;
    if (under->count) memcpy(merged->entries, under->entries, under->count * sizeof(NodeEntry));
    for (size_t i = 0; i < over->count; i++) {
        NodeEntry entry = over->entries[i];
        int old = find_entry(merged, entry.key->text);
        if (old < 0) {
            merged->entries[merged->count++] = entry;
            continue;
        }
        entry.value = node_overlay(arena, merged->entries[old].value, entry.value);
        merged->entries[old] = entry;
    }
    return merged;
}

/* A plain scalar that stands at [from, to) of an option. */
static Node *scalar_at(Arena *arena, uint32_t source, Str bytes, size_t from, size_t to) {
    Node *node = ARENA_NEW(arena, Node);
    MapPoint *point = ARENA_NEW(arena, MapPoint);
    point->source = (uint32_t)from;
    *node = (Node){.kind = NODE_SCALAR,
                   .span = span_of(source, from, to),
                   .text = str_slice(bytes, from, to),
                   .map = point,
                   .map_count = 1};
    return node;
}

static Node *mapping_of(Arena *arena, Node *key, Node *value) {
    Node *node = ARENA_NEW(arena, Node);
    *node = (Node){.kind = NODE_MAPPING, .span = span_join(key->span, value->span), .count = 1};
    node->entries = ARENA_NEW(arena, NodeEntry);
    node->entries[0] = (NodeEntry){.key = key, .value = value};
    return node;
}

/* Where the segment that begins at `at` ends. Names of styles have dots, names of their keys have
 * none: in styles.quote.by.size the middle is "quote.by". */
static size_t segment_end(Str key, size_t at) {
    if (at == sizeof "styles." - 1 && str_starts(key, STR("styles."))) {
        size_t last = key.len;
        while (last > at && key.at[last - 1] != '.') last--;
        return last > at ? last - 1 : key.len;
    }
    size_t dot = str_find(key, STR("."), at);
    return dot == SIZE_MAX ? key.len : dot;
}

/* The value of an option is taken as written: a `#` is no comment there. Quotes may surround it. */
static Node *option_value(Arena *arena, uint32_t source, Str option, size_t from) {
    size_t to = option.len;
    char first = from < to ? option.at[from] : 0;
    if ((first == '"' || first == '\'') && to - from >= 2 && option.at[to - 1] == first)
        return scalar_at(arena, source, option, from + 1, to - 1);
    return scalar_at(arena, source, option, from, to);
}

Node *layer_from_option(Job *job, Str option) {
    uint32_t source = source_add(job->sources, STR("--set"), option);
    size_t equals = str_find(option, STR("="), 0);
    if (equals == SIZE_MAX || equals == 0) {
        diag_add(job->diags, E_BAD_VALUE, span_of(source, 0, option.len),
                 STR("say --set page.size=letter"), "--set without KEY=VALUE");
        return NULL;
    }
    Str key = str_slice(option, 0, equals);
    LIST(Node *) keys = {0};
    for (size_t at = 0; at <= key.len;) {
        size_t end = segment_end(key, at);
        *list_add(job->arena, &keys) = scalar_at(job->arena, source, option, at, end);
        at = end + 1;
    }
    Node *node = option_value(job->arena, source, option, equals + 1);
    for (size_t i = keys.len; i > 0; i--) node = mapping_of(job->arena, keys.at[i - 1], node);
    return node;
}
