/* Texts of a leaf block as md4c gives them in, tokens with exact places out. */
#include "read/entity.h"
#include "read/markup_parse.h"

static unsigned marks_of(const MarkupParse *parse) {
    return (parse->strong ? MARK_STRONG : 0u) | (parse->emphasis ? MARK_EMPHASIS : 0u) |
           (parse->strike ? MARK_STRIKE : 0u) | (parse->code ? MARK_CODE : 0u);
}

Token *markup_add_token(MarkupParse *parse, TokenKind kind, Str text, Range range) {
    Token *token = list_add(parse->reader->job->scratch, &parse->tokens);
    *token = (Token){.kind = kind, /* the list is used again: nothing of the last leaf may stay */
                     .piece = {.kind = PIECE_TEXT,
                               .marks = marks_of(parse),
                               .text = text,
                               .span = node_text_span(parse->scalar, range.from, range.to),
                               .link = parse->link}};
    if (parse->cursor < range.to) parse->cursor = range.to;
    return token;
}

/* Where value and source stop running side by side, at or before `to`. */
static size_t run_end(MarkupParse *parse, size_t from, size_t to) {
    const Node *scalar = parse->scalar;
    size_t at = parse->map_at;
    while (at > 0 && scalar->map[at].value > from) at--;
    while (at + 1 < scalar->map_count && scalar->map[at + 1].value <= from) at++;
    parse->map_at = at;
    for (; at + 1 < scalar->map_count && scalar->map[at + 1].value < to; at++) {
        MapPoint a = scalar->map[at], b = scalar->map[at + 1];
        if (b.source - a.source != b.value - a.value) return b.value;
    }
    return to;
}

static bool is_code_block(const MarkupParse *parse) {
    return parse->open.len && list_last(&parse->open).node->kind == MARKUP_CODE;
}

/* A tab is a space; in a code block it leads to the next of the stops, which are four columns apart. */
static void add_tab(const MarkupParse *parse, Buf *line) {
    do buf_add_char(line, ' ');
    while (is_code_block(parse) && line->len % 4);
}

/* Tabs as spaces, and what NUL is printed as (CommonMark 2.2, 2.3). `line` holds what stands before. */
static Str printable(MarkupParse *parse, Buf *line, Str text) {
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\t')
            add_tab(parse, line);
        else if (text.at[i])
            buf_add_char(line, text.at[i]);
        else
            buf_add_code_point(line, 0xFFFD);
    }
    return buf_str(line);
}

static bool is_printable(const MarkupParse *parse, Str text) {
    return !parse->has_blanks ||
           (!memchr(text.at, 0, text.len) && !memchr(text.at, '\t', text.len));
}

void markup_add_source(MarkupParse *parse, size_t from, size_t to) {
    while (from < to) {
        size_t end = run_end(parse, from, to);
        Str text = str_slice(parse->text, from, end);
        Buf line = buf_new(parse->reader->job->arena);
        if (!is_printable(parse, text)) text = printable(parse, &line, text);
        markup_add_token(parse, TOKEN_PIECE, text, (Range){from, end});
        from = end;
    }
}

/* A line break stands at the next end of line; some are inside link targets and do not count. */
static Range find_line_end(const MarkupParse *parse) {
    size_t from = markup_line_end(parse->text, parse->cursor);
    return (Range){from, from < parse->text.len ? from + 1 : from};
}

static void add_break(MarkupParse *parse, bool is_hard) {
    Token *token =
        markup_add_token(parse, TOKEN_PIECE, is_hard ? (Str){0} : STR(" "), find_line_end(parse));
    if (is_hard) token->piece.kind = PIECE_BREAK;
}

static void add_null(MarkupParse *parse) {
    if (is_code_block(parse)) return; /* md4c 0.4.8 gives it a second time, in the line */
    const char *at = memchr(parse->text.at + parse->cursor, 0, parse->text.len - parse->cursor);
    size_t from = at ? (size_t)(at - parse->text.at) : parse->cursor;
    markup_add_token(parse, TOKEN_PIECE, STR("\uFFFD"), (Range){from, from + (at ? 1 : 0)});
}

static void add_entity(MarkupParse *parse, size_t from, size_t to) {
    char value[ENTITY_BYTES];
    size_t len = entity_decode(str_slice(parse->text, from, to), value);
    if (!len) {
        markup_add_source(parse, from, to);
        return;
    }
    unsigned char first = (unsigned char)value[0];
    if (first == '\n' || first == '\t' || first == '\r')
        value[0] = ' ';
    else if (first < 0x20 || first == 0x7F)
        markup_report(parse, E_CONTROL_CHARACTER, (Range){from, to},
                      "this reference is a control character", "");
    Str text = str_copy(parse->reader->job->arena, (Str){.at = value, .len = len});
    markup_add_token(parse, TOKEN_PIECE, text, (Range){from, to});
}

/* md4c gives indentation of code from a string of its own: find it in the source if it is all spaces. */
static void add_code_line(MarkupParse *parse, size_t from, size_t to) {
    size_t indent = parse->pending_indent, begin = from;
    parse->pending_indent = 0;
    while (begin > 0 && from - begin < indent && parse->text.at[begin - 1] == ' ') begin--;
    if (from - begin == indent) {
        markup_add_source(parse, begin, to);
        return;
    }
    Buf line = buf_new(parse->reader->job->arena);
    if (indent) memset(buf_reserve(&line, indent + to - from), ' ', indent);
    line.len += indent;
    Str text = printable(parse, &line, str_slice(parse->text, from, to));
    markup_add_token(parse, TOKEN_PIECE, text, (Range){from, to});
}

static void add_code(MarkupParse *parse, Str text, size_t from) {
    parse->code++;
    if (from == NOWHERE && text.len && text.at[0] == '\n') {
        if (parse->pending_line) add_break(parse, true);
        parse->pending_line = true;
        parse->pending_indent = 0;
    } else if (from == NOWHERE) {
        if (parse->pending_line) add_break(parse, true);
        parse->pending_line = false;
        parse->pending_indent += text.len;
    } else if (text.len) {
        if (parse->pending_line) add_break(parse, true);
        parse->pending_line = false;
        add_code_line(parse, from, from + text.len);
    }
    parse->code--;
}

/* A space that md4c made of several, or of the end of a line in code. */
static void add_made_space(MarkupParse *parse) {
    size_t from = parse->cursor;
    Range line_end = find_line_end(parse);
    Range range = {from, from < parse->text.len ? from + 1 : from};
    if (parse->code) range = line_end;
    markup_add_token(parse, TOKEN_PIECE, STR(" "), range);
}

int markup_add_text(MarkupParse *parse, MD_TEXTTYPE type, Str text, Range range) {
    size_t from = range.from, to = range.to;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        add_break(parse, type == MD_TEXT_BR);
    else if (type == MD_TEXT_NULLCHAR)
        add_null(parse);
    else if (type == MD_TEXT_CODE && is_code_block(parse))
        add_code(parse, text, from);
    else if (from == NOWHERE)
        add_made_space(parse);
    else if (type == MD_TEXT_ENTITY)
        add_entity(parse, from, to);
    else if (type == MD_TEXT_CODE)
        markup_add_source(parse, from, to);
    else if (type == MD_TEXT_HTML) {
        markup_report(parse, E_RAW_HTML, (Range){from, to}, "raw HTML in text",
                      "write `\\<` to print the sign itself");
        parse->cursor = to;
    } else
        markup_add_normal(parse, from, to);
    return 0;
}
