/* Footnotes: the brackets of `^[note]` in, the note's words as a text of their own out.
 *
 * A note opens and closes among the same siblings (the same emphasis, the same link), as spans do. What looks
 * like one and is none is an error: a note must neither be lost nor printed in the middle of its sentence. */
#include "read/markup_parse.h"

#define HINT_NOTE "write `words^[the note]`; `\\^[` prints the signs themselves"

bool markup_opens_note(const MarkupParse *parse, size_t from, size_t at) {
    return parse->text.at[at] == '[' && at > from && parse->text.at[at - 1] == '^';
}

void markup_open_note(MarkupParse *parse, size_t at) {
    *list_add(parse->reader->job->scratch, &parse->brackets) = parse->tokens.len;
    Token *token = markup_add_token(parse, TOKEN_OPEN, str_slice(parse->text, at - 1, at + 1),
                                    (Range){at - 1, at + 1});
    token->note = ARENA_NEW(parse->reader->job->arena, TextNote);
    parse->has_notes = true;
}

void markup_close_note(MarkupParse *parse, size_t opener, Token *close) {
    Token *open = &parse->tokens.at[opener];
    close->note = open->note;
    close->note->span = span_join(open->piece.span, close->piece.span);
}

static void bad_note(MarkupParse *parse, Span span, const char *message, const char *hint) {
    diag_add(parse->reader->job->diags, E_BAD_NOTE, span, str_from(hint), "%s", message);
}

/* The note stands in these spans, but does not bear their names. */
static const TextSpan *without_names(Arena *arena, const TextSpan *span) {
    const TextSpan *innermost = NULL;
    const TextSpan **tail = &innermost;
    for (; span; span = span->outer) {
        TextSpan *copy = arena_copy(arena, span, sizeof *span);
        copy->id = (Str){0};
        *tail = copy;
        tail = &copy->outer;
    }
    *tail = NULL;
    return innermost;
}

bool markup_begin_note(MarkupParse *parse, const Token *open, bool is_inside,
                       const TextSpan **span) {
    Span place = open->piece.span;
    if (!open->note->span.source)
        bad_note(parse, place, "this note does not end beside where it begins", HINT_NOTE);
    else if (is_inside)
        bad_note(parse, place, "a note inside a note", "put both into one note");
    else if (open->piece.link)
        bad_note(parse, place, "a note inside a link", "put the note behind the link");
    if (!open->note->span.source || is_inside || open->piece.link) return false;
    *span = without_names(parse->reader->job->arena, *span);
    return true;
}

static bool is_blank(const Token *token) {
    return token->piece.kind == PIECE_TEXT && !str_trim(token->piece.text).len;
}

/* Blanks at its ends are nobody's words. */
void markup_end_note(MarkupParse *parse, const Token *open, size_t from, size_t to) {
    Token *tokens = parse->tokens.at;
    Rich *rich = &open->note->text;
    rich->span = open->note->span;
    while (from < to && is_blank(&tokens[from])) from++;
    while (to > from && is_blank(&tokens[to - 1])) to--;
    if (from == to) {
        bad_note(parse, open->note->span, "a note without words", HINT_NOTE);
        return;
    }
    rich->pieces = ARENA_ARRAY(parse->reader->job->arena, Piece, to - from);
    rich->count = to - from;
    for (size_t i = from; i < to; i++) rich->pieces[i - from] = tokens[i].piece;
    rich->span = span_join(tokens[from].piece.span, tokens[to - 1].piece.span);
}

void markup_keep_notes(MarkupParse *parse, const Rich *rich) {
    if (!parse->has_notes) return;
    parse->has_notes = false;
    Reader *reader = parse->reader;
    for (size_t i = 0; i < rich->count; i++) {
        if (rich->pieces[i].kind != PIECE_NOTE) continue;
        reader->notes++;
        *list_add(reader->job->arena, &reader->texts) = &rich->pieces[i].note->text;
    }
}

bool markup_refuse_note(Reader *reader, const Rich *rich, const char *what) {
    const TextNote *note = rich_note(rich);
    if (!note) return true;
    diag_add(reader->job->diags, E_BAD_NOTE, note->span, STR("put it into the text below"),
             "a note in a %s", what);
    return false;
}
