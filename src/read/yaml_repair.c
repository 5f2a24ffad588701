/* A syntax error in: what the author got wrong is reported in the author's terms, and the words that caused it
 * are overwritten in the working copy, so that the next attempt gets past them.
 *
 * Every attempt starts at the top of the file; so that all of this ends, each repair changes the copy for good
 * and the attempts are counted (node_parse.c). */
#include "read/yaml.h"

static Span place(const Yaml *yaml, size_t from, size_t to) {
    return span_of(yaml->source, from, to > from ? to : from + 1);
}

static bool has(const char *text, const char *words) { return strstr(text, words) != NULL; }

static Str work(const Yaml *yaml) { return (Str){.at = yaml->work, .len = yaml->bytes.len}; }

/* ---- overwriting ---------------------------------------------------------------------------- */

/* Puts `with` for everything but line ends; whether that changed anything. */
static bool overwrite(Yaml *yaml, size_t from, size_t to, char with) {
    bool changed = false;
    for (size_t i = from; i < to; i++) {
        char *c = &yaml->work[i];
        if (*c == '\n' || *c == '\r' || *c == with) continue;
        *c = with;
        changed = true;
    }
    return changed;
}

static void mark_damage(Yaml *yaml, size_t from, size_t to) {
    *list_add(yaml->job->arena, &yaml->damages) = (Range){from, to};
}

static bool line_before(const Yaml *yaml, const Line *line, Line *before) {
    for (size_t at = line->start; at > yaml->start;) {
        *before = line_around(work(yaml), at - 1);
        if (!line_is_blank(before) && yaml->work[before->first] != '#') return true;
        at = before->start;
    }
    return false;
}

/* Where the lines of a wrongly indented entry end: at the latest where its neighbours above go on. */
static size_t drop_extent(const Yaml *yaml, const Line *line) {
    size_t extent = line_extent(work(yaml), line);
    Line above = *line;
    while (line_before(yaml, &above, &above)) {
        bool is_like = line->has_dash ? above.has_dash : above.has_key && !above.has_dash;
        if (is_like) break;
    }
    for (size_t at = line->next; at < extent;) {
        Line next = line_around(work(yaml), at);
        bool is_like = line->has_dash ? next.has_dash : next.has_key && !next.has_dash;
        if (is_like && next.first - next.start == above.first - above.start) return at;
        at = next.next;
    }
    return extent;
}

/* Takes a line and what belongs to it out of the tree. */
static bool drop_line(Yaml *yaml, const Line *line) {
    size_t extent = drop_extent(yaml, line);
    bool changed = overwrite(yaml, line->start, extent, ' ');
    mark_damage(yaml, line->start, extent);
    *list_add(yaml->job->arena, &yaml->lost) = (Range){line->start, extent};
    return changed;
}

/* Whether a line without dash and key continues the entry above it. */
static bool continues(const Yaml *yaml, const Line *line, Line *above) {
    return !line->has_dash && !line->has_key && line_before(yaml, line, above) &&
           line->first - line->start > above->base;
}

/* Puts filler for the value of a line and of the lines that belong to it. */
static bool fill_value(Yaml *yaml, Line line) {
    Line above;
    if (!line.has_dash && !line.has_key && !continues(yaml, &line, &above))
        return drop_line(yaml, &line);
    size_t extent = line_extent(work(yaml), &line);
    bool changed = overwrite(yaml, line.value, line.end, 'x');
    changed |= overwrite(yaml, line.next, extent, ' ');
    mark_damage(yaml, line.value, extent);
    return changed;
}

/* Inside a flow collection of several lines: one token up to the punctuation that ends its line. */
static bool fill_token(Yaml *yaml, size_t from) {
    Line line = line_around(work(yaml), from);
    size_t end = line.end;
    while (end > from + 1 && strchr(",]} \t", yaml->work[end - 1])) end--;
    mark_damage(yaml, from, end);
    return overwrite(yaml, from, end, 'x');
}

/* The whole file, or an entry of many lines, is one flow collection: as JSON is. */
static bool in_long_flow(const Yaml *yaml, const Failure *failure, size_t at) {
    if (!failure->in_flow || failure->flow_start >= at) return false;
    Line first = line_around(work(yaml), failure->flow_start);
    return at >= first.next;
}

static bool fill_around(Yaml *yaml, const Failure *failure, size_t at) {
    if (in_long_flow(yaml, failure, at)) return fill_token(yaml, at);
    return fill_value(yaml, line_around(work(yaml), at));
}

/* The line where the text begins that `at` is part of. */
static Line entry_line(const Yaml *yaml, size_t at) {
    Line line = line_around(work(yaml), at), above;
    while (continues(yaml, &line, &above)) line = above;
    return line;
}

static size_t word_end(const Yaml *yaml, size_t at) {
    while (at < yaml->bytes.len && (unsigned char)yaml->work[at] > ' ') at++;
    return at;
}

static Str hint_for(const Yaml *yaml, const Failure *failure, const Line *line, size_t at) {
    if (in_long_flow(yaml, failure, at)) return STR("use quotes");
    size_t end = line_extent(work(yaml), line);
    return node_hint_text(yaml->job->arena, yaml->job->sources,
                          place(yaml, line->value < line->end ? line->value : at, end));
}

/* ---- what authors get wrong ----------------------------------------------------------------- */

static const char *reading_of(char c) {
    switch (c) {
    case '*':
        return "an alias";
    case '&':
        return "an anchor";
    case '!':
        return "a tag";
    case '[':
        return "a list";
    case '{':
        return "a mapping";
    case '>':
    case '|':
        return "the head of a block of text";
    case '%':
        return "a directive";
    case '"':
    case '\'':
        return "the end of the text";
    default:
        return NULL;
    }
}

/* Text that begins with what YAML reads as something else: **bold**, [[id]], "quoted" and more, @x. */
static bool repair_start(Yaml *yaml, const Failure *failure, Range words) {
    Line line = line_around(work(yaml), words.start);
    char c = yaml->work[words.start];
    const char *reading = reading_of(c);
    Str hint = hint_for(yaml, failure, &line, words.start);
    Span where = place(yaml, words.start, words.end);
    if (c == '"' || c == '\'')
        diag_add(yaml->job->diags, E_PLAIN_START, where, hint,
                 "text goes on behind the closing quotation mark");
    else if (reading)
        diag_add(yaml->job->diags, E_PLAIN_START, where, hint,
                 "YAML reads \"%c\" at the start of text as %s", c, reading);
    else
        diag_add(yaml->job->diags, E_PLAIN_START, where, hint, "text cannot begin with \"%c\"", c);
    return fill_around(yaml, failure, words.start);
}

static bool repair_word(Yaml *yaml, const Failure *failure, size_t at) {
    return repair_start(yaml, failure, (Range){at, word_end(yaml, at)});
}

static bool repair_tabs(Yaml *yaml, size_t at) {
    Line line = line_around(work(yaml), at);
    const char *tab = memchr(yaml->work + line.start, '\t', line.first - line.start);
    if (!tab) return false;
    size_t from = (size_t)(tab - yaml->work), more = 0;
    overwrite(yaml, line.start, line.first, ' ');
    for (size_t next = line.next; next < yaml->bytes.len;) {
        Line other = line_around(work(yaml), next);
        bool has_tab = memchr(yaml->work + other.start, '\t', other.first - other.start) != NULL;
        if (!line_is_blank(&other) && !has_tab) break;
        more += has_tab && !line_is_blank(&other);
        overwrite(yaml, other.start, other.first, ' ');
        next = other.next;
    }
    Str hint = more ? str_format(yaml->job->arena, "use spaces, here and in the next %zu line%s",
                                 more, more == 1 ? "" : "s")
                    : STR("use spaces");
    diag_add(yaml->job->diags, E_SYNTAX, place(yaml, from, line.first), hint,
             "tab used as indentation");
    return true;
}

static bool repair_quote(Yaml *yaml, const Failure *failure) {
    size_t at = failure->context_at;
    Line line = line_around(work(yaml), at);
    Str fix = hint_for(yaml, failure, &line, at);
    Str hint = str_format(yaml->job->arena, "close it, or %.*s", STR_ARG(fix));
    diag_add(yaml->job->diags, E_SYNTAX, place(yaml, at, at + 1), hint,
             "quotation mark is never closed");
    return fill_around(yaml, failure, at);
}

static bool repair_escape(Yaml *yaml, const Failure *failure) {
    size_t at = failure->at;
    while (at > failure->context_at && yaml->work[at] != '\\') at--;
    size_t end = at + 2 <= yaml->bytes.len ? at + 2 : at + 1;
    while (end < yaml->bytes.len && ((unsigned char)yaml->work[end] & 0xC0) == 0x80) end++;
    Str escape = str_slice(yaml->bytes, at, end);
    if (has(failure->problem, "invalid Unicode")) {
        end = at + 6 <= yaml->bytes.len ? at + 6 : end;
        diag_add(yaml->job->diags, E_SYNTAX, place(yaml, at, end),
                 STR("write the character itself"), "escape of no character");
    } else if (has(failure->problem, "hexdecimal")) {
        diag_add(yaml->job->diags, E_SYNTAX, place(yaml, at, end),
                 STR("write two digits behind \\x, four behind \\u, eight behind \\U"),
                 "escape %.*s without its hexadecimal digits", STR_ARG(escape));
    } else {
        diag_add(
            yaml->job->diags, E_SYNTAX, place(yaml, at, end),
            str_format(yaml->job->arena, "write \\%.*s, or use >- without quotes", STR_ARG(escape)),
            "unknown escape %.*s in double quotes", STR_ARG(escape));
    }
    mark_damage(yaml, at, end);
    return overwrite(yaml, at, end, 'x');
}

/* A tab there has been reported, and nobody knows how wide it was meant to be. */
static bool had_tab(const Yaml *yaml, const Line *line) {
    return memchr(yaml->bytes.at + line->start, '\t', line->first - line->start) != NULL;
}

static Str hint_of_indent(const Yaml *yaml, const Line *line) {
    Line above;
    if (!line->has_key || !line_before(yaml, line, &above))
        return STR("indent it like its neighbours");
    if (!above.has_key)
        return above.has_dash ? STR("it stands below text: give that a key, as in `- text: >-`")
                              : STR("indent it like its neighbours");
    size_t length = line_key(work(yaml), above.content);
    return str_format(yaml->job->arena,
                      "begin it in the column of \"%.*s\", or of the key it belongs to",
                      STR_ARG(str_slice(yaml->bytes, above.content, above.content + length)));
}

static bool report_indent(Yaml *yaml, const Line *line) {
    if (had_tab(yaml, line)) return drop_line(yaml, line);
    size_t key = line->has_key ? line_key(work(yaml), line->content) : 0;
    Str name = str_slice(yaml->bytes, line->content, line->content + key);
    Str hint = hint_of_indent(yaml, line);
    if (key)
        diag_add(yaml->job->diags, E_SYNTAX, place(yaml, line->content, line->content + key), hint,
                 "wrong indentation of \"%.*s\"", STR_ARG(name));
    else
        diag_add(yaml->job->diags, E_SYNTAX, place(yaml, line->first, line->first + 1), hint,
                 "wrong indentation of this item");
    return drop_line(yaml, line);
}

/* "title: Cities: first", or a line that goes on with the text above and has a colon. */
static bool repair_colon(Yaml *yaml, const Failure *failure) {
    size_t at = failure->at, word = at;
    Line line = line_around(work(yaml), at);
    if (line.has_key && at < line.value) return report_indent(yaml, &line);
    while (word > line.value && (unsigned char)yaml->work[word - 1] > ' ') word--;
    Line entry = entry_line(yaml, at);
    diag_add(yaml->job->diags, E_TEXT_AS_MAPPING, place(yaml, word, at + 1),
             hint_for(yaml, failure, &entry, at), "a colon and a space inside text begin a key");
    return in_long_flow(yaml, failure, at) ? fill_token(yaml, word) : fill_value(yaml, entry);
}

static bool is_word(Str s) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        if (!(c >= 'a' && c <= 'z') && c != '-') return false;
    }
    return s.len > 0;
}

/* A dash is missing, or the indent of a line that goes on. */
static bool repair_item(Yaml *yaml, const Line *line) {
    Str words = str_slice(yaml->bytes, line->content, line->end);
    diag_add(yaml->job->diags, E_SYNTAX, place(yaml, line->content, line->end),
             str_format(yaml->job->arena,
                        "write - %.*s, or indent it if it belongs to the item above",
                        STR_ARG(words)),
             "text between the items of a list");
    return drop_line(yaml, line);
}

/* "title:Foo", "title Foo", or text where a key must be. */
static bool repair_key(Yaml *yaml, size_t at) {
    Line line = line_around(work(yaml), at);
    size_t key = line_key(work(yaml), line.content), behind = line.content + key + 1;
    Arena *arena = yaml->job->arena;
    if (key && behind < line.end) {
        Str hint = str_format(arena, "write %.*s %.*s",
                              STR_ARG(str_slice(yaml->bytes, line.content, behind)),
                              STR_ARG(str_slice(yaml->bytes, behind, line.end)));
        diag_add(yaml->job->diags, E_SYNTAX, place(yaml, line.content, behind), hint,
                 "no space behind the colon");
        mark_damage(yaml, behind, line.end);
        bool changed = overwrite(yaml, behind, line.end, 'x');
        yaml->work[behind] = ' ';
        return changed;
    }
    Line above;
    if (line_before(yaml, &line, &above) && above.has_dash &&
        above.first - above.start == line.first - line.start)
        return repair_item(yaml, &line);
    size_t end = word_end(yaml, line.content);
    Str word = str_slice(yaml->bytes, line.content, end);
    if (is_word(word)) {
        Str hint =
            str_format(arena, "write %.*s: %.*s, or indent it if it belongs to the text above",
                       STR_ARG(word), STR_ARG(str_trim(str_slice(yaml->bytes, end, line.end))));
        diag_add(yaml->job->diags, E_SYNTAX, place(yaml, line.content, end), hint,
                 "no colon behind \"%.*s\"", STR_ARG(word));
    } else {
        diag_add(yaml->job->diags, E_SYNTAX, place(yaml, line.content, line.end),
                 STR("indent it if it belongs to the text above"), "text where a key is expected");
    }
    return drop_line(yaml, &line);
}

/* "z": "unclosed, and the next quotation mark closes it, lines further down. */
static bool is_unclosed_quote(const Yaml *yaml, const Failure *failure) {
    char c = failure->has_last ? yaml->work[failure->last.start] : '\0';
    if (c != '"' && c != '\'') return false;
    Line line = line_around(work(yaml), failure->last.start);
    return failure->last.end > line.end;
}

static bool repair_flow(Yaml *yaml, const Failure *failure) {
    if (is_unclosed_quote(yaml, failure)) {
        Failure quote = *failure;
        quote.context_at = failure->last.start;
        return repair_quote(yaml, &quote);
    }
    Line first = line_around(work(yaml), failure->flow_start);
    char open = yaml->work[failure->flow_start], close = open == '[' ? ']' : '}';
    bool is_root = first.first == failure->flow_start && first.first == first.start;
    if (failure->at >= yaml->bytes.len ||
        (!is_root && failure->at >= line_extent(work(yaml), &first))) {
        Str fix = hint_for(yaml, failure, &first, failure->flow_start);
        diag_add(yaml->job->diags, E_SYNTAX,
                 place(yaml, failure->flow_start, failure->flow_start + 1),
                 is_root ? str_format(yaml->job->arena, "add %c at its end", close)
                         : str_format(yaml->job->arena, "add %c at its end; if it is text, %.*s",
                                      close, STR_ARG(fix)),
                 "\"%c\" is never closed", open);
        return !is_root && fill_value(yaml, first);
    }
    size_t at = failure->at;
    diag_add(yaml->job->diags, E_SYNTAX, place(yaml, at, word_end(yaml, at)),
             STR("add what is missing, or use quotes"), "expected a comma or %c here", close);
    if (!in_long_flow(yaml, failure, at)) return fill_value(yaml, first);
    if (at > yaml->start && (unsigned char)yaml->work[at - 1] <= ' ') {
        yaml->work[at - 1] = ',';
        return true;
    }
    return fill_token(yaml, at);
}

/* A line that fits neither the list nor the mapping it stands in. */
static bool repair_structure(Yaml *yaml, const Failure *failure) {
    size_t at = failure->at < yaml->bytes.len ? failure->at : failure->last.start;
    Line line = line_around(work(yaml), at);
    if (at > line.content) {
        diag_add(yaml->job->diags, E_SYNTAX, place(yaml, at, word_end(yaml, at)),
                 hint_for(yaml, failure, &line, at), "unexpected text");
        return fill_value(yaml, line);
    }
    if (line.has_dash || line.has_key) return report_indent(yaml, &line);
    if (has(failure->problem, "'-' indicator")) return repair_item(yaml, &line);
    return repair_key(yaml, line.content);
}

/* Text behind a complete node on the same line: it was the node that should not have begun there. */
static bool follows_node(const Yaml *yaml, const Failure *failure) {
    if (!failure->has_last || failure->last.end > failure->at ||
        failure->last.end <= failure->last.start)
        return false;
    for (size_t i = failure->last.end; i < failure->at; i++) {
        if (yaml->work[i] != ' ' && yaml->work[i] != '\t') return false;
    }
    return failure->at < yaml->bytes.len && (unsigned char)yaml->work[failure->at] > ' ' &&
           reading_of(yaml->work[failure->last.start]) != NULL;
}

static bool repair_by_cause(Yaml *yaml, const Failure *failure) {
    const char *problem = failure->problem, *context = failure->context;
    if (has(context, "a quoted scalar") &&
        (has(problem, "end of stream") || has(problem, "document indicator")))
        return repair_quote(yaml, failure);
    if (has(context, "a quoted scalar")) return repair_escape(yaml, failure);
    if (repair_tabs(yaml, failure->at)) return true;
    if (has(context, "an alias") || has(context, "an anchor") || has(context, "a block scalar") ||
        has(context, "directive"))
        return repair_word(yaml, failure, failure->context_at);
    if (has(problem, "cannot start any token")) return repair_word(yaml, failure, failure->at);
    if (has(context, "a tag") || has(problem, "tag handle"))
        return repair_word(yaml, failure,
                           has(context, "a tag") ? failure->context_at : failure->at);
    if (has(problem, "mapping values are not allowed")) return repair_colon(yaml, failure);
    if (has(problem, "expected ':'")) return repair_key(yaml, failure->context_at);
    if (failure->in_flow) return repair_flow(yaml, failure);
    if (follows_node(yaml, failure)) return repair_start(yaml, failure, failure->last);
    return repair_structure(yaml, failure);
}

bool yaml_quote_swallows(const Yaml *yaml, Range written) {
    Line first = line_around(work(yaml), written.start);
    for (size_t at = first.next; at < written.end;) {
        Line line = line_around(work(yaml), at);
        if (!line_is_blank(&line) && (line.has_key || line.has_dash) &&
            line.first - line.start <= first.base)
            return true;
        at = line.next;
    }
    return false;
}

bool yaml_repair(Yaml *yaml, const Failure *failure) {
    if (repair_by_cause(yaml, failure)) return true;
    size_t at = failure->at < yaml->bytes.len ? failure->at : failure->last.start;
    Line line = line_around(work(yaml), at);
    return drop_line(yaml, &line);
}
