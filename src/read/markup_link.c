/* Links and mentions as md4c announces them in; targets with exact places out. */
#include "read/entity.h"
#include "read/markup_parse.h"

static void add_resolved(Buf *buf, Str part, MD_TEXTTYPE type) {
    char value[ENTITY_BYTES];
    size_t len = type == MD_TEXT_ENTITY ? entity_decode(part, value) : 0;
    if (type == MD_TEXT_NULLCHAR)
        buf_add(buf, STR("\uFFFD"));
    else if (len)
        buf_add(buf, (Str){.at = value, .len = len});
    else
        buf_add(buf, part);
}

/* The text of an attribute, and where it stands in the value (NOWHERE when md4c made a copy). */
static Str attribute_text(MarkupParse *parse, const MD_ATTRIBUTE *attribute, size_t *offset) {
    *offset = attribute->size ? markup_offset(parse, attribute->text) : NOWHERE;
    if (*offset != NOWHERE) return str_slice(parse->text, *offset, *offset + attribute->size);
    Buf buf = buf_new(parse->reader->job->arena);
    for (size_t i = 0; attribute->size && attribute->substr_offsets[i] < attribute->size; i++) {
        MD_OFFSET from = attribute->substr_offsets[i], to = attribute->substr_offsets[i + 1];
        add_resolved(&buf, (Str){.at = attribute->text + from, .len = to - from},
                     attribute->substr_types[i]);
    }
    return buf_str(&buf);
}

/* A long definition used often would make far more output than input. */
static bool fits_limit(MarkupParse *parse, size_t size) {
    parse->attribute_bytes += size;
    if (parse->attribute_bytes <= 64 * parse->text.len + 65536) return true;
    markup_report(parse, E_LIMIT, (Range){parse->cursor, parse->cursor},
                  "link definitions of this text grow too large", "shorten the targets");
    return false;
}

/* Whether an unescaped ^ stands before byte `at`. */
static bool is_caret(Str text, size_t at) {
    return at > 0 && text.at[at - 1] == '^' && !(at > 1 && text.at[at - 2] == '\\');
}

/* `^[x](y)` and `[^1]` with a definition: md4c sees links, their authors meant notes. */
static void check_note(MarkupParse *parse) {
    size_t at = parse->cursor;
    Str text = parse->text;
    if (at + 1 >= text.len || text.at[at] != '[') return;
    if (is_caret(text, at))
        markup_report(parse, E_BAD_NOTE, (Range){at - 1, at + 1}, "this note reads as a link",
                      "a bracket right behind a note makes it one: write `^[note] (words)`");
    else if (text.at[at + 1] == '^')
        markup_report(parse, E_BAD_NOTE, (Range){at, at + 2}, "this note stands elsewhere",
                      "write the note where its mark is: `^[note]`");
}

bool markup_enter_link(MarkupParse *parse, const MD_SPAN_A_DETAIL *detail) {
    if (!fits_limit(parse, detail->href.size + detail->title.size)) return false;
    if (parse->link_depth++ || parse->mute) return true;
    check_note(parse);
    TextLink *link = ARENA_NEW(parse->reader->job->arena, TextLink);
    size_t target, title;
    link->url = attribute_text(parse, &detail->href, &target);
    link->title = attribute_text(parse, &detail->title, &title);
    if (target != NOWHERE)
        link->span = node_text_span(parse->scalar, target, target + detail->href.size);
    if (parse->may_define)
        *list_add(parse->reader->job->scratch, &parse->used) =
            (UsedTarget){.offset = target, .url = link->url};
    parse->link = link;
    parse->link_target = target;
    parse->link_token = parse->tokens.len;
    return true;
}

size_t markup_target_end(Str text, size_t at, bool is_angled) {
    unsigned depth = 0;
    for (; at < text.len; at++) {
        char c = text.at[at];
        if (c == '\\')
            at++;
        else if (is_angled && c == '>')
            return at;
        else if (!is_angled && memchr(" \t\r\n", c, 4))
            return at;
        else if (!is_angled && c == '(')
            depth++;
        else if (!is_angled && c == ')' && depth-- == 0)
            return at;
    }
    return text.len;
}

/* Where the target of an inline link stands whose text has just ended at the cursor. */
static bool find_inline_target(const MarkupParse *parse, Range *range) {
    Str text = parse->text;
    size_t at = parse->cursor;
    while (at < text.len && strchr("*_~`", text.at[at]) && text.at[at]) at++;
    if (at + 1 >= text.len || text.at[at] != ']' || text.at[at + 1] != '(') return false;
    for (at += 2;
         at < text.len && (text.at[at] == ' ' || text.at[at] == '\n' || text.at[at] == '\t');)
        at++;
    bool is_angled = at < text.len && text.at[at] == '<';
    if (is_angled) at++;
    size_t end = markup_target_end(text, at, is_angled);
    *range = (Range){at, end};
    /* What looks so may be plain text behind a reference: `[foo]( not a target`. */
    if (parse->link_target != NOWHERE) return at == parse->link_target;
    return markup_is_target(str_slice(text, 0, end), at, parse->link->url);
}

/* A cross-reference without words has a piece without text. */
static void end_reference(MarkupParse *parse, TextLink *link) {
    link->is_reference = true;
    if (parse->tokens.len > parse->link_token) return;
    Token *token =
        markup_add_token(parse, TOKEN_PIECE, (Str){0}, (Range){parse->cursor, parse->cursor});
    token->piece.link = link;
    token->piece.span = link->span;
}

void markup_leave_link(MarkupParse *parse) {
    if (--parse->link_depth || !parse->link) return;
    TextLink *link = parse->link;
    Range range;
    bool is_inline = find_inline_target(parse, &range);
    parse->link = NULL;
    if (!link->span.source && is_inline) {
        link->span = node_text_span(parse->scalar, range.from, range.to);
    } else if (!link->span.source && parse->tokens.len > parse->link_token) {
        Span first = parse->tokens.at[parse->link_token].piece.span;
        Span last = list_last(&parse->tokens).piece.span;
        link->span = last.end < first.start ? first : span_join(first, last);
    }
    if (!link->span.source)
        link->span = node_text_span(parse->scalar, parse->cursor, parse->cursor);
    if (!link->url.len || str_is(link->url, "#"))
        diag_add(parse->reader->job->diags, E_BAD_LINK, link->span,
                 STR("write `[words](https://...)` or `[words](#id)`"), "a link without a target");
    else if (str_starts(link->url, STR("#")))
        end_reference(parse, link);
    else if (parse->tokens.len == parse->link_token)
        diag_add(parse->reader->job->diags, E_BAD_LINK, link->span,
                 STR("write `[words](https://...)`"), "a link around nothing");
    if (is_inline) parse->cursor = range.to;
}

static bool is_id(Str s) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                    c == '-' || c == '_' || c == '.' || (unsigned char)c >= 0x80;
        if (!fits) return false;
    }
    return s.len > 0;
}

/* Splits "id/form". */
static bool read_mention(Str words, Str *id, MentionForm *form) {
    const char *slash = memchr(words.at, '/', words.len);
    size_t len = slash ? (size_t)(slash - words.at) : words.len;
    *id = str_slice(words, 0, len);
    Str rest = str_slice(words, len, words.len);
    *form = rest.len == 0 ? MENTION_AUTO : str_is(rest, "/short") ? MENTION_SHORT : MENTION_FULL;
    return is_id(*id) && (!rest.len || str_is(rest, "/short") || str_is(rest, "/full"));
}

void markup_add_mention(MarkupParse *parse, const MD_ATTRIBUTE *target) {
    static const char hint[] =
        "write `[[id]]`, `[[id/short]]` or `[[id/full]]`; for words of your own `[words](#id)`";
    size_t offset;
    Str words = attribute_text(parse, target, &offset);
    Range range;
    if (offset == NOWHERE) { /* an escape or a reference inside: no id has one */
        size_t at = str_find(parse->text, STR("[["), parse->cursor);
        if (at == NOWHERE) at = parse->cursor;
        markup_report(parse, E_BAD_SPAN, (Range){at, at + 2}, "this is not a mention", hint);
        return;
    }
    range = (Range){offset - 2, offset + words.len + 2};
    if (is_caret(parse->text, range.from))
        markup_report(parse, E_BAD_NOTE, (Range){range.from - 1, range.from + 1},
                      "this note reads as a mention", "write `^[ [[id]] ]`");
    Str id;
    MentionForm form;
    bool has_label = parse->text.at[offset + words.len] != ']';
    if (has_label || !read_mention(words, &id, &form)) {
        const char *message = has_label
                                  ? "a mention has no words of its own"
                                  : "this is not an id with `/short`, `/full` or nothing behind it";
        markup_report(parse, E_BAD_SPAN, (Range){offset, offset + words.len}, message, hint);
        parse->cursor = range.to;
        return;
    }
    Token *token = markup_add_token(parse, TOKEN_PIECE, (Str){0}, range);
    token->piece.kind = PIECE_MENTION;
    token->piece.target = id;
    token->piece.form = form;
}
