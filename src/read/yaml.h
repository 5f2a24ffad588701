/* Inside of node_parse(): one file under the parser, shared by the yaml_*.c files and nobody else.
 *
 * The parser never sees the author's bytes but a copy of the same length, `work`, in which everything
 * libyaml would stumble over has been overwritten: malformed bytes, JSON surrogate pairs and, after each
 * syntax error, the words that caused it. So every offset holds in both, and the parse can simply start
 * again: what follows an error is read into the same tree. */
#ifndef DOSSIER_READ_YAML_H
#define DOSSIER_READ_YAML_H

#include "read/node.h"

#include <yaml.h>

typedef struct Range {
    size_t start, end;
} Range;

typedef struct Yaml {
    Job *job;
    uint32_t source;
    Str bytes;      /* as the author wrote them */
    char *work;     /* the same length */
    size_t start;   /* behind the byte order mark */
    bool has_pairs; /* surrogate pairs are blanked in work */
    LIST(Range) damages;
    LIST(Range) lost;             /* whole keys that were overwritten */
    size_t at_character, at_byte; /* cursor of yaml_offset() */
} Yaml;

/* Why an attempt ended. */
typedef struct Failure {
    const char *problem, *context; /* libyaml's words; never NULL */
    size_t at, context_at;         /* bytes */
    bool has_last;
    Range last; /* the node that was complete last */
    bool in_flow;
    size_t flow_start; /* of the outermost open [ or { */
} Failure;

/* Reports a PDF, a Word file, a picture and the like. */
bool yaml_is_foreign(const Yaml *yaml);
/* Reports malformed UTF-8 and control characters, blanks them and surrogate pairs. */
void yaml_prepare(Yaml *yaml);
/* The byte of a libyaml mark (which counts characters). */
size_t yaml_offset(Yaml *yaml, size_t character);
/* One attempt: the tree, NULL on a failure (filled) or when there is no document (problem empty). */
Node *yaml_build(Yaml *yaml, Arena *arena, Failure *failure);
/* Fills text and map of a scalar that was written from `start` to `end`; `value` is libyaml's. */
void yaml_map_scalar(const Yaml *yaml, Arena *arena, Node *node, Range written, Str value);
/* Reports a failure in the author's terms and overwrites its cause; false when nothing could be changed. */
bool yaml_repair(Yaml *yaml, const Failure *failure);
/* Whether a quoted text that runs over several lines swallows what must be a new key or item. */
bool yaml_quote_swallows(const Yaml *yaml, Range written);

/* A line as an author thinks of it: indent, dashes, key, value. Offsets into the bytes. */
typedef struct Line {
    size_t start, end, next; /* without and with its end */
    size_t first;            /* first character that is not white space; end when blank */
    size_t content;          /* behind the dashes */
    size_t value;            /* behind "key:"; content when there is no key */
    bool has_dash, has_key;
    size_t base; /* column that the lines of this entry must pass to belong to it */
} Line;

Line line_around(Str bytes, size_t at);
static inline bool line_is_blank(const Line *line) { return line->first == line->end; }
/* Where the lines that belong to this line's entry end: those blank or indented beyond its base. */
size_t line_extent(Str bytes, const Line *line);
/* How many letters of a key stand at `at`, 0 when there is no "key:" (the colon may lack its space). */
size_t line_key(Str bytes, size_t at);

#endif
