/* YAML as a tree of nodes that know where they stand in the source.
 *
 * A scalar is only text: what it means (date, number, id, Markdown) is decided by the field table that
 * reads it (field.h), never guessed. Duplicate keys, tags, merge keys and a second document are refused;
 * aliases share the node of their anchor. A scalar keeps a map from each byte of its value to its byte in
 * the source, so that a place inside folded, indented or escaped text is exact. */
#ifndef DOSSIER_READ_NODE_H
#define DOSSIER_READ_NODE_H

#include "base/job.h"

typedef enum NodeKind { NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING } NodeKind;
typedef enum ScalarForm {
    SCALAR_PLAIN,
    SCALAR_SINGLE_QUOTED,
    SCALAR_DOUBLE_QUOTED,
    SCALAR_LITERAL,
    SCALAR_FOLDED
} ScalarForm;

/* From value byte `value` on, value bytes stand 1:1 from source byte `source` on, until the next point. */
typedef struct MapPoint {
    uint32_t value, source;
} MapPoint;

typedef struct Node Node;

typedef struct NodeEntry {
    Node *key, *value; /* key is always a scalar; value is never NULL (a null scalar when absent) */
} NodeEntry;

struct Node {
    NodeKind kind;
    Span span; /* the whole node in the source */
    /* A syntax error was reported here and read around. A scalar holds filler that must not be judged; a list
     * or mapping holds good nodes, but may have lost others that stood in `lost`: node_lost_key(). */
    bool is_damaged;
    Span lost;
    bool is_flow; /* collection written with [ ] or { }, as in JSON */
    Span
        comment; /* plain scalar: a comment behind it on its last line, from the #; source 0: none */
    /* scalar */
    ScalarForm form;
    bool is_null; /* nothing was written (`key:`) or a plain ~ or null; text is empty for nothing */
    Str text;
    const MapPoint *map;
    size_t map_count;
    /* sequence */
    Node **items;
    /* mapping */
    NodeEntry *entries;
    size_t count; /* items or entries */
};

/* Parses one YAML (or JSON) file. Reports every mistake it can find in one go, resuming after a syntax
 * error at the next top-level key or item of the same indent. Returns what could be read, NULL when
 * nothing could. Errors: E01xx. */
Node *node_parse(Job *job, uint32_t source);

/* Reads a file into the sources and parses it. `path` is relative to the folder of `from` (span.source 0:
 * the current directory); the result must stay under job->root unless from.source is 0.
 * Reports E08xx with place `from`. "-" with no `from` is standard input. */
bool node_read_file(Job *job, Str path, Span from, uint32_t *source);

/* Whether there is such a file, without reading it; what is wrong is reported as node_read_file() does. */
bool node_find_file(Job *job, Str path, Span from);

/* The source bytes of value bytes [from, to) of a scalar. */
Span node_text_span(const Node *scalar, size_t from, size_t to);

/* The value of a key, NULL when the mapping has none. */
Node *node_find(const Node *mapping, const char *key);

/* Whether a damaged mapping seems to have this key after all, in the text that could not be read. */
bool node_lost_key(const Sources *sources, const Node *mapping, const char *key);

/* "a mapping", "a list", "text": for messages. */
const char *node_kind_name(const Node *node);

/* How the entry around a value should have been written, with its text folded (`title: >-` and the text on the
 * next line) or, inside { } and [ ], in quotes: for hints. `value` may run over several lines. */
Str node_hint_text(Arena *arena, const Sources *sources, Span value);

/* libyaml's version, as linked. */
const char *node_library_version(void);

/* Stable text of a tree, for --dump=node. */
void node_dump(const Node *node, const Sources *sources, Buf *out);

#endif
