/* Brackets and attributes: running text of a leaf in, pieces with their spans settled out.
 *
 * `[x]{lang=fr}` is not Markdown, so md4c hands the brackets over as text. A pair is a span when both stand
 * among the same siblings (the same emphasis, the same link). What looks like attributes and forms no span is
 * an error, because text meant for one audience must never appear by a slip of the pen. */
#include "read/markup_parse.h"

#define HINT_SPAN                                                                               \
    "write `[words]{lang=fr}`, `[words]{#name}` or `[words]{audience=name}`; `\\{` prints the " \
    "sign itself"

static void bad_span(MarkupParse *parse, size_t from, size_t to, const char *message) {
    markup_report(parse, E_BAD_SPAN, (Range){from, to}, message, HINT_SPAN);
}

static bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || (unsigned char)c >= 0x80;
}

static bool is_name(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (!is_name_byte(s.at[i])) return false;
    return s.len > 0;
}

static bool set_audience(Arena *arena, TextSpan *span, Str names) {
    size_t count = 1;
    for (size_t i = 0; i < names.len; i++) count += names.at[i] == ',';
    span->audience = ARENA_ARRAY(arena, Str, count);
    size_t from = 0;
    for (size_t i = 0; i <= names.len; i++) {
        if (i < names.len && names.at[i] != ',') continue;
        Str name = str_trim(str_slice(names, from, i));
        if (!is_name(name)) return false;
        span->audience[span->audience_count++] = name;
        from = i + 1;
    }
    return true;
}

/* One `#name` or `key=value`; the message of what is wrong with it, NULL when nothing is. */
static const char *set_attribute(Arena *arena, TextSpan *span, Str key, Str value) {
    if (value.len >= 2 && value.at[0] == '"' && value.at[value.len - 1] == '"')
        value = str_slice(value, 1, value.len - 1);
    if (str_is(key, "#")) {
        if (span->id.len) return "a span has one name";
        span->id = value;
        return is_name(value) ? NULL : "this is not a usable name for a span";
    }
    if (str_is(key, "lang")) {
        if (span->lang.len) return "a span has one language";
        span->lang = value;
        return is_name(value) ? NULL : "this is not a language";
    }
    if (!str_is(key, "audience")) return "a span has no such attribute";
    if (span->audience_count) return "a span has one `audience`; put commas between the names";
    return set_audience(arena, span, value) ? NULL : "this is not a list of audiences";
}

/* The end of the attribute that starts at `from`; a space inside quotes does not end it. */
static size_t attribute_end(Str inside, size_t from) {
    bool in_quotes = false;
    size_t at = from;
    for (; at < inside.len && (in_quotes || inside.at[at] != ' '); at++)
        if (inside.at[at] == '"') in_quotes = !in_quotes;
    return at;
}

/* Reads {...} at `from`, which ends before `to`. Behind it in *end; NULL when it is wrong (reported). */
static TextSpan *read_attributes(MarkupParse *parse, size_t from, size_t to, size_t *end) {
    const char *close = memchr(parse->text.at + from, '}', to - from);
    *end = close ? (size_t)(close - parse->text.at) + 1 : from + 1;
    if (!close) {
        bad_span(parse, from, to, "these attributes do not end in `}` on the same line");
        return NULL;
    }
    Arena *arena = parse->reader->job->arena;
    Str inside = str_slice(parse->text, from + 1, *end - 1);
    TextSpan *span = ARENA_NEW(arena, TextSpan);
    size_t at = 0, count = 0;
    while (at < inside.len) {
        if (inside.at[at] == ' ') {
            at++;
            continue;
        }
        size_t stop = attribute_end(inside, at);
        Str word = str_slice(inside, at, stop);
        const char *equals = memchr(word.at, '=', word.len);
        size_t key_len = word.at[0] == '#' ? 1 : equals ? (size_t)(equals - word.at) : word.len;
        size_t value_at = word.at[0] == '#' || !equals ? key_len : key_len + 1;
        const char *wrong = set_attribute(arena, span, str_slice(word, 0, key_len),
                                          str_slice(word, value_at, word.len));
        if (wrong) {
            bad_span(parse, from + 1 + at, from + 1 + stop, wrong);
            return NULL;
        }
        at = stop;
        count++;
    }
    if (count) return span;
    bad_span(parse, from, *end, "these attributes are empty");
    return NULL;
}

static void open_bracket(MarkupParse *parse, size_t at, size_t to) {
    bool is_label = at + 2 < to && parse->text.at[at + 1] == '^' && parse->text.at[at + 2] != '[';
    if (is_label)
        markup_report(parse, E_BAD_NOTE, (Range){at, at + 2}, "this note stands elsewhere",
                      "write the note where its mark is: `^[note]`; `\\[` prints the sign itself");
    *list_add(parse->reader->job->scratch, &parse->brackets) = parse->tokens.len;
    markup_add_token(parse, TOKEN_OPEN, str_slice(parse->text, at, at + 1), (Range){at, at + 1});
}

/* A `]`, with the attributes behind it if any. Returns the offset behind both. */
static size_t close_bracket(MarkupParse *parse, size_t at, size_t to) {
    size_t end = at + 1;
    TextSpan *span = NULL;
    bool has_attributes = end < to && parse->text.at[end] == '{';
    if (has_attributes) span = read_attributes(parse, end, to, &end);
    size_t base = parse->frames.len ? list_last(&parse->frames).brackets : 0;
    bool is_paired = parse->brackets.len > base;
    size_t opener = is_paired ? list_last(&parse->brackets) : 0;
    if (is_paired) parse->brackets.len--;
    Token *token =
        markup_add_token(parse, TOKEN_CLOSE, str_slice(parse->text, at, end), (Range){at, end});
    TextNote *note = is_paired ? parse->tokens.at[opener].note : NULL;
    if (note) markup_close_note(parse, opener, token);
    if (!span) return end;
    if (note) {
        bad_span(parse, at + 1, end, "these attributes stand behind a note");
        return end;
    }
    if (!is_paired) {
        bad_span(parse, at, end, "no `[` among the same siblings opens this span");
        return end;
    }
    if (opener + 2 == parse->tokens.len) bad_span(parse, at, end, "a span around nothing");
    span->span = span_join(parse->tokens.at[opener].piece.span, token->piece.span);
    parse->tokens.at[opener].attributes = token->attributes = span;
    return end;
}

/* A `{` that follows no bracket of ours: an error where an author can only have meant attributes. */
static void check_brace(MarkupParse *parse, size_t at, size_t to) {
    Str rest = str_slice(parse->text, at + 1, to);
    while (rest.len && rest.at[0] == ' ') rest = str_slice(rest, 1, rest.len);
    char before = at > 0 ? parse->text.at[at - 1] : ' ';
    bool is_close = memchr("])*_~`>}", before, 8) != NULL;
    bool is_ours = str_starts(rest, STR("lang=")) || str_starts(rest, STR("#"));
    bool is_audience = str_starts(rest, STR("audience"));
    if (is_audience || (is_close && is_ours) || before == ']')
        bad_span(parse, at, at + 1, "these attributes stand behind no span");
}

static bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Letters beyond ASCII touch a word, typographic quotes and spaces do not. */
static bool ends_in_letter(Str s) {
    if (!s.len) return false;
    size_t at = s.len - 1;
    while (at > 0 && ((unsigned char)s.at[at] & 0xC0) == 0x80) at--;
    uint32_t code_point = utf8_next(s, &at);
    return code_point < 0x80 ? is_word_byte((char)code_point)
                             : code_point >= 0xC0 && (code_point < 0x2000 || code_point > 0x206F);
}

static bool starts_with_letter(Str s) {
    size_t at = 0;
    if (!s.len) return false;
    uint32_t code_point = utf8_next(s, &at);
    return ends_in_letter(str_slice(s, 0, at)) && code_point != 0xFFFD;
}

static void warn_tbc(MarkupParse *parse, size_t from, size_t to) {
    Str text = parse->text;
    Str here = str_slice(text, 0, to);
    for (size_t at = str_find(here, STR("TBC"), from); at != NOWHERE;
         at = str_find(here, STR("TBC"), at + 3)) {
        if (ends_in_letter(str_slice(text, at > 4 ? at - 4 : 0, at))) continue;
        if (starts_with_letter(str_slice(text, at + 3, text.len))) continue;
        markup_report(parse, W_TBC, (Range){at, at + 3}, "TBC left in the text", "");
    }
}

/* A row such as `|-|:-|`. md4c wants three dashes in a cell and else sees plain text; others want one. */
static bool is_table_rule(Str text) {
    size_t bars = 0, dashes = 0;
    for (size_t i = 0; i < text.len; i++) {
        bars += text.at[i] == '|';
        dashes += text.at[i] == '-';
        if (!memchr("|-: ", text.at[i], 4)) return false;
    }
    return bars && dashes;
}

void markup_add_normal(MarkupParse *parse, size_t from, size_t to) {
    const char *text = parse->text.at;
    if (to - from == 1 && from > parse->cursor && text[from - 1] == '\\') {
        markup_add_token(parse, TOKEN_PIECE, str_slice(parse->text, from, to),
                         (Range){from - 1, to});
        return;
    }
    if (!parse->only && is_table_rule(str_slice(parse->text, from, to)))
        markup_report(parse, E_UNSUPPORTED_TEXT, (Range){from, to},
                      "the line below a table's head wants three dashes in each cell",
                      "write `|---|---|`");
    if (parse->may_tbc) warn_tbc(parse, from, to);
    size_t at = from;
    while (at < to) {
        if (text[at] == '<' && str_starts(str_slice(parse->text, at, to), STR("<!--")))
            markup_report(parse, E_RAW_HTML, (Range){at, at + 4}, "raw HTML in text",
                          "write `\\<` to print the sign itself");
        if (text[at] == '{') check_brace(parse, at, to);
        if (text[at] != '[' && text[at] != ']') {
            at++;
            continue;
        }
        bool is_note = markup_opens_note(parse, from, at);
        markup_add_source(parse, from, is_note ? at - 1 : at);
        if (text[at] == ']')
            at = close_bracket(parse, at, to);
        else if (is_note)
            markup_open_note(parse, at++);
        else
            open_bracket(parse, at++, to);
        from = at;
    }
    markup_add_source(parse, from, to);
}

static bool is_exact(const Piece *piece) {
    return piece->kind == PIECE_TEXT && piece->text.len == piece->span.end - piece->span.start;
}

/* Neighbours that were parted only by a bracket that is plain text after all. */
static bool can_join(const Piece *a, const Piece *b) {
    return is_exact(a) && is_exact(b) && a->span.end == b->span.start &&
           a->text.at + a->text.len == b->text.at && a->marks == b->marks && a->link == b->link &&
           a->attributes == b->attributes;
}

static void check_literal_mention(MarkupParse *parse, size_t at) {
    Token *tokens = parse->tokens.at;
    if (at + 1 >= parse->tokens.len || tokens[at].kind != TOKEN_OPEN || tokens[at].attributes)
        return;
    if (tokens[at + 1].kind != TOKEN_OPEN || tokens[at + 1].attributes) return;
    Span span = span_join(tokens[at].piece.span, tokens[at + 1].piece.span);
    if (at > 0 && tokens[at - 1].kind == TOKEN_OPEN && !tokens[at - 1].attributes) return;
    diag_add(parse->reader->job->diags, E_BAD_SPAN, span,
             STR("write `[[id]]` on one line; `\\[` prints the sign itself"),
             "`[[` opens no mention");
}

/* The walk over a leaf's tokens. Settled pieces are put back into the list, at [0, count), which never passes
 * the token looked at; inside a note its own begin at `floor`. */
typedef struct Settling {
    MarkupParse *parse;
    const TextSpan *span;
    size_t count, floor;
    unsigned depth;
    Token note; /* the opening token of the note around; kind TOKEN_OPEN when there is one */
    const TextSpan *around; /* the span around that note */
} Settling;

static void settle_span(Settling *settling, const Token *token) {
    Job *job = settling->parse->reader->job;
    if (token->kind == TOKEN_CLOSE) {
        settling->span = token->attributes->outer;
        settling->depth--;
        return;
    }
    token->attributes->outer = settling->span;
    settling->span = token->attributes;
    if (++settling->depth == job->limits.nesting + 1)
        diag_add(job->diags, E_NESTING, token->piece.span, (Str){0}, "spans are nested too deeply");
}

static void settle_note(Settling *settling, const Token *token) {
    MarkupParse *parse = settling->parse;
    bool is_inside = settling->note.kind == TOKEN_OPEN;
    const TextSpan *span = settling->span;
    if (token->kind == TOKEN_OPEN) {
        if (!markup_begin_note(parse, token, is_inside, &span)) return;
        settling->note = *token;
        settling->around = settling->span;
        settling->span = span;
        settling->floor = settling->count;
    } else if (is_inside && settling->note.note == token->note) {
        markup_end_note(parse, &settling->note, settling->floor, settling->count);
        Token *mark = &parse->tokens.at[settling->floor];
        *mark = (Token){.piece = settling->note.piece};
        mark->piece = (Piece){.kind = PIECE_NOTE,
                              .span = token->note->span,
                              .attributes = settling->around,
                              .note = token->note};
        settling->count = settling->floor + 1;
        settling->span = settling->around;
        settling->floor = settling->count;
        settling->note.kind = TOKEN_PIECE;
    }
}

static void settle_piece(Settling *settling, Token token) {
    Token *tokens = settling->parse->tokens.at;
    size_t count = settling->count;
    token.piece.attributes = settling->span;
    if (settling->note.kind == TOKEN_OPEN) token.piece.marks &= ~settling->note.piece.marks;
    if (count > settling->floor && can_join(&tokens[count - 1].piece, &token.piece)) {
        tokens[count - 1].piece.text.len += token.piece.text.len;
        tokens[count - 1].piece.span.end = token.piece.span.end;
    } else {
        tokens[settling->count++] = (Token){.piece = token.piece};
    }
}

void markup_finish_rich(MarkupParse *parse, Rich *rich) {
    Settling settling = {.parse = parse};
    Job *job = parse->reader->job;
    for (size_t i = 0; i < parse->tokens.len; i++) {
        Token token = parse->tokens.at[i];
        check_literal_mention(parse, i);
        if (token.attributes)
            settle_span(&settling, &token);
        else if (token.note)
            settle_note(&settling, &token);
        else
            settle_piece(&settling, token);
    }
    size_t count = settling.count;
    rich->pieces = ARENA_ARRAY(job->arena, Piece, count);
    rich->count = count;
    for (size_t i = 0; i < count; i++) rich->pieces[i] = parse->tokens.at[i].piece;
    if (count) rich->span = span_join(rich->pieces[0].span, rich->pieces[count - 1].span);
    parse->tokens.len = parse->brackets.len = 0;
}
