/* One run of libyaml over the working copy in, a tree of nodes out, or why there is none. */
#include "read/yaml.h"

#include <stdlib.h>

typedef struct Anchor {
    Str name;
    Node *node;
    size_t size; /* nodes below it, aliases expanded */
    Span span;   /* &name */
    bool is_used;
} Anchor;

typedef struct Builder {
    Yaml *yaml;
    Arena *arena;
    yaml_parser_t parser;
    yaml_event_t event; /* the current one */
    Failure *failure;
    LIST(Anchor) anchors;
    size_t nodes;    /* built, aliases expanded */
    size_t expanded; /* by aliases */
    unsigned depth, flow_depth;
    bool is_too_many;
} Builder;

typedef LIST(Node *) Nodes;
typedef LIST(NodeEntry) Entries;

static Node *build_node(Builder *builder);

static Diags *diags(const Builder *builder) { return builder->yaml->job->diags; }

static Range event_range(Builder *builder) {
    size_t start = yaml_offset(builder->yaml, builder->event.start_mark.index);
    return (Range){start, yaml_offset(builder->yaml, builder->event.end_mark.index)};
}

static Span span(const Builder *builder, Range range) {
    return span_of(builder->yaml->source, range.start, range.end);
}

static bool fail(Builder *builder) {
    const yaml_parser_t *parser = &builder->parser;
    Failure *failure = builder->failure;
    if (parser->error == YAML_MEMORY_ERROR) arena_fail(builder->arena);
    failure->problem = parser->problem ? parser->problem : "the parser stopped";
    failure->context = parser->context ? parser->context : "";
    failure->at = yaml_offset(builder->yaml, parser->problem_mark.index);
    failure->context_at = yaml_offset(builder->yaml, parser->context_mark.index);
    failure->in_flow = builder->flow_depth > 0;
    return false;
}

/* Moves to the next event; false on a syntax error. */
static bool next(Builder *builder) {
    yaml_event_delete(&builder->event);
    return yaml_parser_parse(&builder->parser, &builder->event) ? true : fail(builder);
}

static bool is_damaged(const Yaml *yaml, Range range) {
    for (size_t i = 0; i < yaml->damages.len; i++) {
        Range damage = yaml->damages.at[i];
        if (damage.start <= range.end && damage.end > range.start) return true;
    }
    return false;
}

static Span lost_in(const Yaml *yaml, Range range) {
    Span lost = {0};
    for (size_t i = 0; i < yaml->lost.len; i++) {
        Range one = yaml->lost.at[i];
        if (one.start > range.end || one.end <= range.start) continue;
        if (!lost.source) lost = span_of(yaml->source, one.start, one.end);
        if (one.start < lost.start) lost.start = (uint32_t)one.start;
        if (one.end > lost.end) lost.end = (uint32_t)one.end;
    }
    return lost;
}

static Node *new_node(Builder *builder, NodeKind kind, Range range) {
    Node *node = ARENA_NEW(builder->arena, Node);
    *node = (Node){.kind = kind, .span = span(builder, range)};
    builder->nodes++;
    return node;
}

static void closed(Builder *builder, Node *node) {
    Range range = {node->span.start, node->span.end};
    if (node->kind == NODE_SCALAR) {
        node->is_damaged = is_damaged(builder->yaml, range);
    } else {
        node->lost = lost_in(builder->yaml, range);
        node->is_damaged |= node->lost.source != 0;
    }
    builder->failure->last = range;
    builder->failure->has_last = true;
}

/* Where the node itself begins: libyaml's mark stands at its anchor or tag. */
static size_t behind_properties(const Yaml *yaml, size_t at) {
    const char *work = yaml->work;
    size_t end = yaml->bytes.len;
    for (;;) {
        if (at < end && (work[at] == '&' || work[at] == '!')) {
            while (at < end && (unsigned char)work[at] > ' ') at++;
        } else if (at < end && work[at] == '#') {
            while (at < end && work[at] != '\n') at++;
        } else if (at < end &&
                   (work[at] == ' ' || work[at] == '\t' || work[at] == '\n' || work[at] == '\r')) {
            at++;
        } else {
            return at;
        }
    }
}

static void check_tag(Builder *builder, const yaml_char_t *tag, size_t at) {
    if (!tag) return;
    const Yaml *yaml = builder->yaml;
    size_t start = at, end = at;
    if (yaml->work[start] == '&') {
        while (start < yaml->bytes.len && yaml->work[start] != '!') start++;
        end = start;
    }
    while (end < yaml->bytes.len && (unsigned char)yaml->work[end] > ' ') end++;
    Line line = line_around(yaml->bytes, start);
    Str hint = line_is_blank(&line)
                   ? (Str){0}
                   : node_hint_text(yaml->job->arena, yaml->job->sources,
                                    span_of(yaml->source, start, line.end > end ? line.end : end));
    diag_add(diags(builder), E_TAG, span_of(yaml->source, start, end), hint,
             "YAML tags are not used here");
}

static void add_anchor(Builder *builder, Anchor anchor, size_t at) {
    const Yaml *yaml = builder->yaml;
    while (at < yaml->bytes.len && yaml->work[at] != '&') at++;
    anchor.span = span_of(yaml->source, at, at + 1 + anchor.name.len);
    *list_add(builder->arena, &builder->anchors) = anchor;
}

/* "- &co are here": an anchor that nothing uses, in front of text, is text. */
static void check_anchors(Builder *builder) {
    Job *job = builder->yaml->job;
    for (size_t i = 0; i < builder->anchors.len; i++) {
        const Anchor *anchor = &builder->anchors.at[i];
        if (anchor->is_used || anchor->node->kind != NODE_SCALAR || anchor->node->is_damaged)
            continue;
        Span words = span_join(anchor->span, anchor->node->span);
        diag_add(job->diags, E_PLAIN_START, anchor->span,
                 node_hint_text(job->arena, job->sources, words),
                 "YAML reads \"&\" at the start of text as an anchor");
    }
}

static ScalarForm form_of(yaml_scalar_style_t style) {
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return SCALAR_SINGLE_QUOTED;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return SCALAR_DOUBLE_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE:
        return SCALAR_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return SCALAR_FOLDED;
    default:
        return SCALAR_PLAIN;
    }
}

static bool is_null_word(Str s) {
    return str_is(s, "~") || str_is(s, "null") || str_is(s, "Null") || str_is(s, "NULL");
}

static void find_comment(const Yaml *yaml, Node *node) {
    size_t at = node->span.end, end = yaml->bytes.len;
    while (at < end && (yaml->work[at] == ' ' || yaml->work[at] == '\t')) at++;
    if (at == node->span.end || at == end || yaml->work[at] != '#') return;
    size_t stop = at;
    while (stop < end && yaml->work[stop] != '\n' && yaml->work[stop] != '\r') stop++;
    node->comment = span_of(yaml->source, at, stop);
}

static bool swallows(Builder *builder, Node *node, Range range) {
    bool is_quoted = node->form == SCALAR_SINGLE_QUOTED || node->form == SCALAR_DOUBLE_QUOTED;
    if (!is_quoted || builder->flow_depth || !yaml_quote_swallows(builder->yaml, range))
        return false;
    Failure *failure = builder->failure;
    failure->context = "while scanning a quoted scalar";
    failure->problem = "found unexpected end of stream";
    failure->at = failure->context_at = range.start;
    failure->in_flow = false;
    return true;
}

static Node *build_scalar(Builder *builder) {
    Yaml *yaml = builder->yaml;
    Range range = event_range(builder);
    const yaml_event_t *event = &builder->event;
    Str value = {.at = (const char *)event->data.scalar.value, .len = event->data.scalar.length};
    ScalarForm form = form_of(event->data.scalar.style);
    if (event->data.scalar.anchor || event->data.scalar.tag) {
        check_tag(builder, event->data.scalar.tag, range.start);
        size_t start = behind_properties(yaml, range.start);
        range.start = start < range.end ? start : range.end;
    }
    Node *node = new_node(builder, NODE_SCALAR, range);
    node->form = form;
    if (swallows(builder, node, range)) return NULL;
    yaml_map_scalar(yaml, builder->arena, node, range, value);
    if (form == SCALAR_LITERAL || form == SCALAR_FOLDED)
        node->span.end = node->map[node->map_count - 1].source;
    if (form == SCALAR_PLAIN) {
        node->is_null = !value.len || is_null_word(value);
        find_comment(yaml, node);
    }
    closed(builder, node);
    return node;
}

/* A placeholder for what was refused: nobody judges it. */
static Node *build_nothing(Builder *builder) {
    Node *node = new_node(builder, NODE_SCALAR, event_range(builder));
    node->is_null = true;
    closed(builder, node);
    node->is_damaged = true;
    return node;
}

static Node *build_alias(Builder *builder) {
    Str name = str_from((const char *)builder->event.data.alias.anchor);
    Range range = event_range(builder);
    Anchor *found = NULL;
    for (size_t i = 0; i < builder->anchors.len; i++) {
        if (str_equal(builder->anchors.at[i].name, name)) found = &builder->anchors.at[i];
    }
    Job *job = builder->yaml->job;
    builder->failure->last = range;
    builder->failure->has_last = true;
    if (!found) {
        diag_add(job->diags, E_ALIAS, span(builder, range),
                 node_hint_text(job->arena, job->sources, span(builder, range)),
                 "no anchor &%.*s stands before this alias", STR_ARG(name));
        return build_nothing(builder);
    }
    size_t left = job->limits.alias_nodes - builder->expanded;
    if (found->size > left) {
        if (!builder->is_too_many)
            diag_add(job->diags, E_ALIAS, span(builder, range),
                     STR("write the content out, or raise the limit"),
                     "aliases expand to more than %zu nodes", job->limits.alias_nodes);
        builder->is_too_many = true;
        return build_nothing(builder);
    }
    found->is_used = true;
    builder->expanded += found->size;
    builder->nodes += found->size;
    return found->node;
}

/* Skips a collection nested too deeply. */
static Node *skip_collection(Builder *builder) {
    Job *job = builder->yaml->job;
    Range range = event_range(builder);
    range.end = range.start + 1;
    diag_add(job->diags, E_NESTING, span(builder, range), STR("flatten the structure"),
             "nested more than %u levels deep", job->limits.nesting);
    Node *node = build_nothing(builder);
    for (size_t depth = 1; depth > 0;) {
        if (!next(builder)) return NULL;
        yaml_event_type_t type = builder->event.type;
        if (type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT) depth++;
        if (type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT) depth--;
    }
    return node;
}

static bool build_items(Builder *builder, Node *list) {
    Nodes items = {0};
    for (;;) {
        if (!next(builder)) return false;
        if (builder->event.type == YAML_SEQUENCE_END_EVENT) break;
        Node *item = build_node(builder);
        if (!item) return false;
        *list_add(builder->arena, &items) = item;
    }
    list->items = items.at;
    list->count = items.len;
    return true;
}

static uint32_t line_of(const Builder *builder, Span where) {
    return source_place(builder->yaml->job->sources, where).line;
}

static bool is_comma_key(const Builder *builder, const Node *mapping, NodeEntry entry) {
    if (!mapping->is_flow || entry.value->kind != NODE_SCALAR || !entry.value->is_null ||
        entry.value->text.len)
        return false;
    Str between =
        source_text(builder->yaml->job->sources,
                    span_of(entry.key->span.source, entry.key->span.end, entry.value->span.end));
    return !memchr(between.len ? between.at : "", ':', between.len);
}

static void report_comma_key(Builder *builder, const Entries *entries, NodeEntry entry) {
    Job *job = builder->yaml->job;
    Str hint = STR("write a colon and a value behind the key");
    if (entries->len) {
        NodeEntry before = list_last(entries);
        Span whole = span_join(before.value->span, entry.key->span);
        if (before.value->kind == NODE_SCALAR)
            hint = str_format(job->arena, "a comma ends the text here: use quotes\n%.*s: \"%.*s\"",
                              STR_ARG(before.key->text), STR_ARG(source_text(job->sources, whole)));
    }
    diag_add(job->diags, E_VALUELESS_KEY, entry.key->span, hint,
             "\"%.*s\" became a key without a value", STR_ARG(entry.key->text));
}

/* Whether the entry is to be kept. */
static bool check_entry(Builder *builder, const Node *mapping, const Entries *entries,
                        NodeEntry entry) {
    const Node *key = entry.key;
    if (key->form == SCALAR_PLAIN && str_is(key->text, "<<")) {
        diag_add(diags(builder), E_MERGE_KEY, key->span, STR("write the keys out"),
                 "merge keys are not used here");
        return false;
    }
    if (is_comma_key(builder, mapping, entry)) {
        report_comma_key(builder, entries, entry);
        return false;
    }
    return true;
}

typedef struct KeyRank {
    Str key;
    size_t index;
} KeyRank;

static int by_key(const void *left, const void *right) {
    const KeyRank *a = left, *b = right;
    int order = str_compare(a->key, b->key);
    return order ? order : a->index < b->index ? -1 : 1;
}

/* Reports keys given twice and keeps the first of each. Sorting keeps a mapping of many keys cheap. */
static void check_duplicates(Builder *builder, Entries *entries) {
    if (entries->len < 2) return;
    Arena *scratch = builder->yaml->job->scratch;
    KeyRank *ranks = ARENA_ARRAY(scratch, KeyRank, entries->len);
    for (size_t i = 0; i < entries->len; i++) ranks[i] = (KeyRank){entries->at[i].key->text, i};
    qsort(ranks, entries->len, sizeof *ranks, by_key);
    size_t dropped = 0, first = 0;
    for (size_t i = 1; i < entries->len; i++) {
        if (!str_equal(ranks[i].key, ranks[first].key)) {
            first = i;
            continue;
        }
        Job *job = builder->yaml->job;
        Node *key = entries->at[ranks[i].index].key;
        Str hint = str_format(job->arena, "first given in line %u",
                              line_of(builder, entries->at[ranks[first].index].key->span));
        if (!key->is_damaged)
            diag_add(job->diags, E_DUPLICATE_KEY, key->span, hint, "key \"%.*s\" given twice",
                     STR_ARG(key->text));
        entries->at[ranks[i].index].key = NULL;
        dropped++;
    }
    if (!dropped) return;
    size_t kept = 0;
    for (size_t i = 0; i < entries->len; i++) {
        if (entries->at[i].key) entries->at[kept++] = entries->at[i];
    }
    entries->len = kept;
}

static bool build_entries(Builder *builder, Node *mapping) {
    Entries entries = {0};
    for (;;) {
        if (!next(builder)) return false;
        if (builder->event.type == YAML_MAPPING_END_EVENT) break;
        NodeEntry entry = {0};
        entry.key = build_node(builder);
        if (!entry.key || !next(builder)) return false;
        entry.value = build_node(builder);
        if (!entry.value) return false;
        if (entry.key->kind != NODE_SCALAR) {
            Job *job = builder->yaml->job;
            diag_add(job->diags, E_SYNTAX, entry.key->span,
                     node_hint_text(job->arena, job->sources, entry.key->span),
                     "%s cannot be a key", node_kind_name(entry.key));
            mapping->is_damaged = true;
        } else if (check_entry(builder, mapping, &entries, entry)) {
            *list_add(builder->arena, &entries) = entry;
        }
    }
    check_duplicates(builder, &entries);
    mapping->entries = entries.at;
    mapping->count = entries.len;
    return true;
}

/* A block collection ends, for libyaml, where the next token stands; for people behind its last child. */
static void trim_block(Node *node) {
    const Node *last = node->kind == NODE_SEQUENCE ? node->items[node->count - 1]
                                                   : node->entries[node->count - 1].value;
    uint32_t end = last->span.end;
    if (node->kind == NODE_MAPPING && end < node->entries[node->count - 1].key->span.end)
        end = node->entries[node->count - 1].key->span.end;
    if (end > node->span.start && end < node->span.end) node->span.end = end;
}

static Node *build_collection(Builder *builder, NodeKind kind) {
    Yaml *yaml = builder->yaml;
    Range range = event_range(builder);
    const yaml_event_t *event = &builder->event;
    bool is_list = kind == NODE_SEQUENCE;
    const yaml_char_t *tag =
        is_list ? event->data.sequence_start.tag : event->data.mapping_start.tag;
    bool is_flow = is_list ? event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
                           : event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    check_tag(builder, tag, range.start);
    size_t start = behind_properties(yaml, range.start);
    Node *node = new_node(builder, kind, (Range){start, start});
    node->is_flow = is_flow;
    if (is_flow && builder->flow_depth++ == 0) builder->failure->flow_start = start;
    if (!(is_list ? build_items(builder, node) : build_entries(builder, node))) return NULL;
    if (is_flow) builder->flow_depth--;
    node->span.end = (uint32_t)event_range(builder).end;
    if (node->span.end < node->span.start) node->span.end = node->span.start;
    closed(builder, node); /* damage behind the last child still lies within libyaml's range */
    if (!is_flow && node->count) trim_block(node);
    return node;
}

static Node *build_nested(Builder *builder, NodeKind kind) {
    if (builder->depth >= builder->yaml->job->limits.nesting) return skip_collection(builder);
    builder->depth++;
    Node *node = build_collection(builder, kind);
    builder->depth--;
    return node;
}

/* The node that begins with the current event; leaves its last event current. NULL on a syntax error. */
static Node *build_node(Builder *builder) {
    const yaml_event_t *event = &builder->event;
    const yaml_char_t *anchor = NULL;
    if (event->type == YAML_ALIAS_EVENT) return build_alias(builder);
    if (event->type == YAML_SCALAR_EVENT) anchor = event->data.scalar.anchor;
    if (event->type == YAML_SEQUENCE_START_EVENT) anchor = event->data.sequence_start.anchor;
    if (event->type == YAML_MAPPING_START_EVENT) anchor = event->data.mapping_start.anchor;
    Str name = anchor ? str_copy(builder->arena, str_from((const char *)anchor)) : (Str){0};
    size_t nodes = builder->nodes, start = event_range(builder).start;
    Node *node = event->type == YAML_SCALAR_EVENT           ? build_scalar(builder)
                 : event->type == YAML_SEQUENCE_START_EVENT ? build_nested(builder, NODE_SEQUENCE)
                                                            : build_nested(builder, NODE_MAPPING);
    if (node && anchor)
        add_anchor(builder, (Anchor){.name = name, .node = node, .size = builder->nodes - nodes},
                   start);
    return node;
}

static Node *build_document(Builder *builder) {
    if (!next(builder) || !next(builder)) return NULL; /* stream start, document start */
    if (builder->event.type == YAML_STREAM_END_EVENT) return NULL;
    if (!next(builder)) return NULL;
    Node *root = build_node(builder);
    if (root) check_anchors(builder);
    if (!root || !next(builder) || !next(builder)) return NULL; /* document end, what follows */
    if (builder->event.type == YAML_DOCUMENT_START_EVENT) {
        Range range = event_range(builder);
        if (range.end <= range.start) range.end = range.start + 1;
        diag_add(diags(builder), E_MANY_DOCUMENTS, span(builder, range),
                 STR("put it into a file of its own"), "a second document begins here");
    }
    return root;
}

static void drop_parser(Builder *builder) {
    yaml_event_delete(&builder->event);
    yaml_parser_delete(&builder->parser);
}

/* libyaml's memory is not the arena's: it is given back before a jump goes on. */
static Node *build_guarded(Builder *builder) {
    Job *job = builder->yaml->job;
    jmp_buf no_memory;
    jmp_buf *outer = arena_catch(job->arena, &no_memory);
    jmp_buf *outer_scratch = arena_catch(job->scratch, &no_memory);
    bool is_failed = setjmp(no_memory) != 0;
    Node *root = is_failed ? NULL : build_document(builder);
    arena_catch(job->arena, outer);
    arena_catch(job->scratch, outer_scratch);
    drop_parser(builder);
    if (is_failed) arena_fail(job->arena);
    return root;
}

Node *yaml_build(Yaml *yaml, Arena *arena, Failure *failure) {
    *failure = (Failure){.problem = "", .context = ""};
    yaml->at_character =
        0; /* a repair may have changed how many characters stand before the cursor */
    yaml->at_byte = yaml->start;
    Builder builder = {.yaml = yaml, .arena = arena, .failure = failure};
    if (!yaml_parser_initialize(&builder.parser)) arena_fail(arena);
    yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&builder.parser, (const unsigned char *)yaml->work + yaml->start,
                                 yaml->bytes.len - yaml->start);
    ArenaMark mark = arena_mark(yaml->job->scratch);
    Node *root = build_guarded(&builder);
    if (arena != yaml->job->scratch) arena_release(yaml->job->scratch, mark);
    return root;
}
