/* A scalar's source and libyaml's value in, its text and the map from each byte to the source out.
 *
 * Both are walked side by side: what YAML drops (indents, trailing blanks, folded breaks) or changes
 * (escapes, doubled quotes) starts a new point; everything else is 1:1. */
#include "read/yaml.h"

typedef struct Walk {
    const Yaml *yaml;
    Arena *arena;
    Str value;   /* libyaml's */
    size_t from; /* in value */
    char *text;  /* ours: longer only by surrogate pairs */
    size_t len;
    size_t at, end; /* in the source */
    LIST(MapPoint) map;
} Walk;

static void add_point(Walk *walk, size_t source) {
    MapPoint point = {.value = (uint32_t)walk->len, .source = (uint32_t)source};
    if (walk->map.len) {
        MapPoint *last = &list_last(&walk->map);
        if (last->value == point.value) {
            last->source = point.source;
            return;
        }
        if (last->source + (point.value - last->value) == point.source) return;
    }
    *list_add(walk->arena, &walk->map) = point;
}

static void take(Walk *walk, size_t count) {
    if (count > walk->value.len - walk->from) count = walk->value.len - walk->from;
    memcpy(walk->text + walk->len, walk->value.at + walk->from, count);
    walk->len += count;
    walk->from += count;
}

static char peek(const Walk *walk) {
    return walk->from < walk->value.len ? walk->value.at[walk->from] : '\0';
}

/* Length of the line break at `at`; 0 when there is none. */
static size_t break_length(const Walk *walk, size_t at) {
    const char *s = walk->yaml->work + at;
    size_t left = walk->end - at;
    if (left && *s == '\n') return 1;
    return left > 1 && s[0] == '\r' && s[1] == '\n' ? 2 : 0;
}

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static size_t blanks_end(const Walk *walk, size_t at) {
    while (at < walk->end && is_blank(walk->yaml->work[at])) at++;
    return at;
}

/* Takes what the breaks at `at` left in the value: a space, or one line end fewer than there are breaks. */
static void take_fold(Walk *walk, size_t at) {
    size_t before = walk->len;
    if (peek(walk) == ' ') {
        add_point(walk, at);
        take(walk, 1);
    }
    while (walk->at < walk->end) {
        size_t length = break_length(walk, walk->at);
        if (!length) break;
        bool is_kept = peek(walk) == '\n';
        if (is_kept && walk->len == before) add_point(walk, at);
        if (peek(walk) == '\n') take(walk, 1);
        walk->at = blanks_end(walk, walk->at + length);
    }
}

static uint32_t hex(const char *s, size_t count) {
    uint32_t number = 0;
    for (size_t i = 0; i < count; i++) {
        char c = s[i];
        number = number * 16 + (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return number;
}

static size_t code_length(uint32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

static void take_pair(Walk *walk) {
    const char *s = walk->yaml->bytes.at + walk->at;
    uint32_t c = 0x10000 + ((hex(s + 2, 4) - 0xD800) << 10) + (hex(s + 8, 4) - 0xDC00);
    walk->from += 2;
    walk->len += utf8_put(walk->text + walk->len, c);
    walk->at += 12;
}

static void take_escape(Walk *walk) {
    const char *s = walk->yaml->work + walk->at;
    size_t left = walk->end - walk->at;
    size_t broken = left > 1 ? break_length(walk, walk->at + 1) : 0;
    if (broken) { /* an escaped line end joins without a space */
        walk->at = blanks_end(walk, walk->at + 1 + broken);
        if (break_length(walk, walk->at)) take_fold(walk, walk->at);
        return;
    }
    add_point(walk, walk->at);
    char kind = left > 1 ? s[1] : '\0';
    size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits + 2 > left) digits = 0;
    bool is_pair = kind == 'u' && left >= 12 && walk->yaml->has_pairs &&
                   walk->from + 2 <= walk->value.len && !memcmp(s, "\\u0020\\u0020", 12) &&
                   memcmp(s, walk->yaml->bytes.at + walk->at, 12) != 0;
    if (is_pair) {
        take_pair(walk);
        return;
    }
    size_t length = digits                       ? code_length(hex(s + 2, digits))
                    : kind == 'N' || kind == '_' ? 2
                    : kind == 'L' || kind == 'P' ? 3
                                                 : 1;
    take(walk, length);
    walk->at += 2 + digits;
}

/* How many bytes from here on are certainly 1:1; at least 1. */
static size_t run_length(const Walk *walk) {
    size_t at = walk->at + 1;
    for (; at < walk->end; at++) {
        unsigned char c = (unsigned char)walk->yaml->work[at];
        if (c <= ' ' || c == '\\' || c == '\'') break;
    }
    return at - walk->at;
}

static void walk_flow(Walk *walk, ScalarForm form) {
    const char *work = walk->yaml->work;
    while (walk->at < walk->end) {
        size_t after = blanks_end(walk, walk->at);
        if (after > walk->at && break_length(walk, after)) {
            size_t at = walk->at;
            walk->at = after;
            take_fold(walk, at);
        } else if (break_length(walk, walk->at)) {
            take_fold(walk, walk->at);
        } else if (form == SCALAR_DOUBLE_QUOTED && work[walk->at] == '\\') {
            take_escape(walk);
        } else {
            add_point(walk, walk->at);
            bool is_doubled = form == SCALAR_SINGLE_QUOTED && work[walk->at] == '\'';
            size_t length = is_doubled ? 1 : run_length(walk);
            take(walk, length);
            walk->at += is_doubled ? 2 : length;
        }
    }
}

/* The indent of a block scalar: how far its first written line stands to the right of its value. */
static size_t block_indent(const Walk *walk) {
    size_t spaces = 0, in_value = 0;
    for (size_t at = walk->at; at < walk->end; at++) {
        char c = walk->yaml->work[at];
        if (c == ' ')
            spaces++;
        else if (break_length(walk, at))
            spaces = 0;
        else
            break;
    }
    for (size_t i = 0; i < walk->value.len; i++) {
        if (walk->value.at[i] == ' ')
            in_value++;
        else if (walk->value.at[i] == '\n')
            in_value = 0;
        else
            break;
    }
    return spaces > in_value ? spaces - in_value : 0;
}

static void walk_block_line(Walk *walk, size_t indent, size_t *content_end) {
    for (size_t i = 0; i < indent && walk->at < walk->end && walk->yaml->work[walk->at] == ' '; i++)
        walk->at++;
    size_t end = walk->at;
    while (end < walk->end && !break_length(walk, end)) end++;
    if (end > walk->at && walk->from < walk->value.len) {
        add_point(walk, walk->at);
        take(walk, end - walk->at);
        *content_end = end;
    }
    walk->at = end;
    size_t length = break_length(walk, end);
    char next = peek(walk);
    if (length && (next == '\n' || next == ' ')) {
        add_point(walk, end);
        take(walk, 1);
        *content_end = end + length;
    }
    walk->at = end + length;
}

static void walk_block(Walk *walk, size_t *content_end) {
    while (walk->at < walk->end && !break_length(walk, walk->at)) walk->at++; /* the header */
    walk->at += break_length(walk, walk->at);
    size_t indent = block_indent(walk);
    *content_end = walk->at;
    while (walk->at < walk->end && walk->from < walk->value.len)
        walk_block_line(walk, indent, content_end);
}

/* Outside double quotes \ud83d\ude00 is twelve letters, which yaml_prepare() could not know. */
static void restore_pairs(const Yaml *yaml, const Node *node, char *text) {
    static const Str blanked = STR_CONST("\\u0020\\u0020");
    for (size_t at = str_find(node->text, blanked, 0); at != SIZE_MAX;
         at = str_find(node->text, blanked, at + blanked.len)) {
        size_t source = node_text_span(node, at, at + 1).start;
        if (source + blanked.len > yaml->bytes.len || yaml->bytes.at[source] != '\\') continue;
        memcpy(text + at, yaml->bytes.at + source, blanked.len);
    }
}

void yaml_map_scalar(const Yaml *yaml, Arena *arena, Node *node, Range written, Str value) {
    Walk walk = {
        .yaml = yaml, .arena = arena, .value = value, .at = written.start, .end = written.end};
    walk.text = arena_alloc(arena, value.len * (yaml->has_pairs ? 2 : 1) + 1);
    size_t content_end = written.end;
    bool is_quoted = node->form == SCALAR_SINGLE_QUOTED || node->form == SCALAR_DOUBLE_QUOTED;
    if (node->form == SCALAR_LITERAL || node->form == SCALAR_FOLDED) {
        walk_block(&walk, &content_end);
    } else {
        walk.at += is_quoted;
        walk.end = content_end = written.end - (is_quoted && written.end > walk.at);
        walk_flow(&walk, node->form);
    }
    take(&walk, value.len); /* nothing is left, unless the walk lost its way */
    add_point(&walk, content_end);
    node->text = (Str){.at = walk.text, .len = walk.len};
    node->map = walk.map.at;
    node->map_count = walk.map.len;
    if (yaml->has_pairs && node->form != SCALAR_DOUBLE_QUOTED) restore_pairs(yaml, node, walk.text);
}
