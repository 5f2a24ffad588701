/* A text with footnotes in; the same with each mark where its language has it.
 *
 * English sets the mark behind the mark that ends a sentence, French and Spanish before it (base/language.h).
 * An author may type either: what stands on the wrong side changes places with the mark, and blanks before a
 * mark are dropped. Nothing else of the text changes. */
#include "base/language.h"
#include "block/note.h"

typedef struct Placing {
    Arena *arena;
    const LanguageNotes *rules;
    LIST(Piece) pieces; /* of the text as it becomes */
} Placing;

/* The bytes of the blank that ends before byte `end`: typed ones, U+00A0, U+202F; 0: none. */
static size_t blank_before(Str text, size_t end) {
    if (end >= 1 && memchr(" \t\n", text.at[end - 1], 3)) return 1;
    if (end >= 2 && !memcmp(text.at + end - 2, "\xC2\xA0", 2)) return 2;
    if (end >= 3 && !memcmp(text.at + end - 3, "\xE2\x80\xAF", 3)) return 3;
    return 0;
}

static size_t trim_end(Str text, size_t end) {
    for (size_t blank; (blank = blank_before(text, end)) != 0;) end -= blank;
    return end;
}

static bool is_one_of(Str marks, char c) { return marks.len && memchr(marks.at, c, marks.len); }

static bool is_words(const Piece *piece) {
    return piece->kind == PIECE_TEXT && !(piece->marks & MARK_CODE);
}

/* Bytes [from, to) of a piece; the place is exact where the piece's was. */
static Piece part_of(const Piece *piece, size_t from, size_t to) {
    Piece part = *piece;
    bool is_exact = piece->span.end - piece->span.start == piece->text.len;
    part.text = str_slice(piece->text, from, to);
    if (is_exact)
        part.span = span_of(piece->span.source, piece->span.start + (uint32_t)from,
                            piece->span.start + (uint32_t)to);
    return part;
}

/* A reference without words has no text either. */
static void add(Placing *placing, Piece piece) {
    if (piece.kind != PIECE_TEXT || piece.text.len || piece.link)
        *list_add(placing->arena, &placing->pieces) = piece;
}

/* Takes the end of what stands before a mark from byte `from` of its last piece. */
static Piece take_end(Placing *placing, size_t from) {
    Piece last = list_last(&placing->pieces);
    placing->pieces.len--;
    if (from) add(placing, part_of(&last, 0, from));
    return part_of(&last, from, last.text.len);
}

static void drop_blanks(Placing *placing) {
    if (!placing->pieces.len || !is_words(&list_last(&placing->pieces))) return;
    Str text = list_last(&placing->pieces).text;
    size_t end = trim_end(text, text.len);
    if (end < text.len) take_end(placing, end);
}

/* Where the mark that ends the words before begins, with the space before it; the text's length: none. */
static size_t ending(const Placing *placing) {
    Str text = list_last(&placing->pieces).text;
    if (!is_words(&list_last(&placing->pieces)) || !text.len) return text.len;
    size_t at = text.len - 1;
    if (!is_one_of(placing->rules->before, text.at[at])) return text.len;
    if (at > 0 && text.at[at] == '.' && text.at[at - 1] == '.') return text.len;
    return trim_end(text, at);
}

/* How much of what follows a mark must stand before it: marks of a sentence, and quotation marks that close
 * right behind those. */
static size_t leading(const Placing *placing, Str text) {
    static const Str closers[] = {STR_CONST("\""), STR_CONST("'"), STR_CONST("\xE2\x80\x9D"),
                                  STR_CONST("\xE2\x80\x99"), STR_CONST("\xC2\xBB")};
    size_t at = 0;
    while (at < text.len && is_one_of(placing->rules->behind, text.at[at])) at++;
    for (size_t i = 0; at && i < sizeof closers / sizeof *closers; i++) {
        if (str_starts(str_slice(text, at, text.len), closers[i])) {
            at += closers[i].len;
            break;
        }
    }
    bool is_end = at == text.len || memchr(" \t\n)]", text.at[at], 5);
    return is_end ? at : 0;
}

/* Marks that stand together move together. `next` is what follows, NULL at the end. */
static void place_marks(Placing *placing, const Piece *marks, size_t count, Piece *next) {
    Piece end = {0};
    drop_blanks(placing);
    if (placing->rules && placing->pieces.len) {
        size_t at = ending(placing);
        if (at < list_last(&placing->pieces).text.len) end = take_end(placing, at);
    }
    if (placing->rules && next && is_words(next)) {
        size_t at = leading(placing, next->text);
        if (at) add(placing, part_of(next, 0, at));
        *next = part_of(next, at, next->text.len);
    }
    for (size_t i = 0; i < count; i++) add(placing, marks[i]);
    if (end.text.len) add(placing, end);
}

Rich note_place_marks(Setter *setter, const Rich *text) {
    Placing placing = {.arena = setter->job->arena};
    Piece *pieces = arena_copy(placing.arena, text->pieces, text->count * sizeof *pieces);
    for (size_t i = 0; i < text->count;) {
        size_t to = i;
        while (to < text->count && pieces[to].kind == PIECE_NOTE) to++;
        if (to > i) {
            Str lang = span_lang(pieces[i].attributes);
            placing.rules = language_find(lang.len ? lang : setter->lang)->notes;
            place_marks(&placing, &pieces[i], to - i, to < text->count ? &pieces[to] : NULL);
        } else {
            add(&placing, pieces[to++]);
        }
        i = to;
    }
    Rich placed = *text;
    placed.pieces = placing.pieces.at;
    placed.count = placing.pieces.len;
    return placed;
}
