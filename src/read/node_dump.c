/* A tree of nodes in, stable text out. */
#include "read/node.h"

static const char *const forms[] = {"plain", "single", "double", "literal", "folded"};

static void add_quoted(Buf *out, Str s) {
    buf_add_char(out, '"');
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        if (c == '\n')
            buf_add(out, STR("\\n"));
        else if (c == '\t')
            buf_add(out, STR("\\t"));
        else if (c == '\r')
            buf_add(out, STR("\\r"));
        else if (c == '"' || c == '\\')
            buf_print(out, "\\%c", c);
        else
            buf_add_char(out, c);
    }
    buf_add_char(out, '"');
}

static void dump(const Node *node, const Sources *sources, unsigned indent, Buf *out);

static void dump_children(const Node *node, const Sources *sources, unsigned indent, Buf *out) {
    for (size_t i = 0; i < node->count; i++) {
        for (unsigned space = 0; space < indent; space++) buf_add_char(out, ' ');
        if (node->kind == NODE_MAPPING) {
            buf_add(out, node->entries[i].key->text);
            buf_add(out, STR(": "));
            dump(node->entries[i].value, sources, indent + 2, out);
        } else {
            buf_add(out, STR("- "));
            dump(node->items[i], sources, indent + 2, out);
        }
    }
}

static void dump(const Node *node, const Sources *sources, unsigned indent, Buf *out) {
    Place place = source_place(sources, node->span);
    if (node->kind == NODE_SCALAR) {
        buf_print(out, "%u:%u %s ", place.line, place.column,
                  node->is_null ? "null" : forms[node->form]);
        add_quoted(out, node->text);
    } else {
        const char *kind = node->kind == NODE_SEQUENCE ? "list" : "mapping";
        buf_print(out, "%u:%u %s", place.line, place.column, kind);
    }
    buf_add(out, node->is_damaged ? STR(" damaged\n") : STR("\n"));
    dump_children(node, sources, indent, out);
}

void node_dump(const Node *node, const Sources *sources, Buf *out) {
    if (node) dump(node, sources, 0, out);
}
