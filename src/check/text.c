/* The model's texts in; plain words with exact places out. */
#include "check/internal.h"

/* ---- letters -------------------------------------------------------------------------------- */

/* Latin, Greek and Cyrillic letters, and whatever stands behind them that is no punctuation. */
bool letter_is(uint32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0xC0) return c == 0xAA || c == 0xBA;
    if (c == 0xD7 || c == 0xF7) return false;
    return c < 0x2000 || (c >= 0x2C00 && c < 0x3000) || (c >= 0x3040 && c < 0xD800);
}

bool letter_is_upper(uint32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
    /* Latin Extended-A goes in pairs, capital first; two stretches begin at an odd number. */
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c & 1;
    if (c < 0x180) return c == 0x178 || !(c & 1);
    return (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F) ||
           (c >= 0x1E00 && c <= 0x1EFF && !(c & 1));
}

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static bool is_of_word(uint32_t c) {
    return letter_is(c) || is_digit(c) || (c >= 0x300 && c <= 0x36F);
}

static bool is_hyphen(uint32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

/* ---- words ---------------------------------------------------------------------------------- */

/* Where the word that begins at `at` ends; fills what kind of word it is. */
static size_t word_end(Str plain, size_t at, Word *word) {
    size_t end = at;
    while (at < plain.len) {
        uint32_t c = utf8_next(plain, &at);
        if (is_hyphen(c)) {
            size_t behind = at;
            if (at >= plain.len || !is_of_word(utf8_next(plain, &behind))) break;
            continue;
        }
        if (!is_of_word(c)) break;
        if (end == word->start) word->begins_upper = letter_is_upper(c);
        word->has_lower |= letter_is(c) && !letter_is_upper(c);
        word->has_letter |= letter_is(c);
        word->has_digit |= is_digit(c);
        end = at;
    }
    return end;
}

/* Does a sentence, or something said, begin behind these marks? */
static bool parts_sentences(Str gap) {
    for (size_t at = 0; at < gap.len;) {
        switch (utf8_next(gap, &at)) {
        case '.':
        case '!':
        case '?':
        case ':':
        case '\n':
        case '"':
        case 0x2026:
        case 0x201C:
        case 0xAB:
        case 0x2013:
        case 0x2014:
        case 0xA1:
        case 0xBF:
        case 0x2022:
            return true;
        default:
            break;
        }
    }
    return false;
}

static void find_words(Arena *arena, CheckText *text) {
    LIST(Word) words = {0};
    size_t strand = 0, before = 0;
    for (size_t at = 0; at < text->plain.len;) {
        size_t start = at;
        uint32_t c = utf8_next(text->plain, &at);
        if (!is_of_word(c)) continue;
        Word word = {.start = start};
        while (strand + 1 < text->strand_count && text->strands[strand + 1].at <= start) strand++;
        word.strand = &text->strands[strand];
        word.end = at = word_end(text->plain, start, &word);
        word.begins_sentence =
            !words.len || parts_sentences(str_slice(text->plain, before, word.start));
        before = word.end;
        *list_add(arena, &words) = word;
    }
    text->words = words.at;
    text->word_count = words.len;
}

/* ---- texts ---------------------------------------------------------------------------------- */

static Str base_lang(Str lang) {
    size_t len = 0;
    while (len < lang.len && lang.at[len] != '-' && lang.at[len] != '_') len++;
    return str_slice(lang, 0, len);
}

static Str piece_lang(const Piece *piece, Str around) {
    for (const TextSpan *span = piece->attributes; span; span = span->outer) {
        if (span->lang.len) return span->lang;
    }
    return around;
}

/* The marks that a quote block puts round its words have the place of all of them. */
static bool is_added(const Rich *rich, const Piece *piece) {
    return str_is(piece->text, "\"") && piece->span.start == rich->span.start &&
           piece->span.end == rich->span.end && rich->span.end - rich->span.start > 2;
}

static void add_strand(CheckText *text, Buf *plain, const Piece *piece, Str lang) {
    Strand *strand = &text->strands[text->strand_count++];
    *strand =
        (Strand){.at = plain->len, .piece = piece, .lang = base_lang(piece_lang(piece, lang))};
    strand->wording = check_words_find(strand->lang);
    strand->is_opaque = piece->kind == PIECE_MENTION || piece->kind == PIECE_TBC ||
                        piece->marks & MARK_CODE || piece->entry;
    buf_add(plain, piece->kind == PIECE_BREAK ? STR("\n") : piece->text);
}

static CheckText compose(Arena *arena, const Rich *rich, Str lang) {
    CheckText text = {.rich = rich};
    Buf plain = buf_new(arena);
    text.strands = ARENA_ARRAY(arena, Strand, rich->count + 1);
    for (size_t i = 0; i < rich->count; i++) {
        if (!is_added(rich, &rich->pieces[i])) add_strand(&text, &plain, &rich->pieces[i], lang);
    }
    text.plain = buf_str(&plain);
    find_words(arena, &text);
    return text;
}

CheckText check_compose_string(Job *job, Str string, Str lang) {
    Piece *piece = ARENA_NEW(job->scratch, Piece);
    Rich *rich = ARENA_NEW(job->scratch, Rich);
    *piece = (Piece){.kind = PIECE_TEXT, .text = string};
    *rich = (Rich){.pieces = piece, .count = 1};
    return compose(job->scratch, rich, lang);
}

/* ---- which are headings --------------------------------------------------------------------- */

/* A kind may have copied the text that the reader keeps, but never its pieces. */
typedef struct Headings {
    Arena *arena;
    IdIndex index;
} Headings;

static Str key_of(Arena *arena, const Rich *rich) {
    return (Str){.at = arena_copy(arena, &rich->pieces, sizeof rich->pieces),
                 .len = sizeof rich->pieces};
}

static void add_heading(Headings *headings, const Rich *rich) {
    size_t position = 0;
    if (rich->count)
        id_index_add(headings->arena, &headings->index, key_of(headings->arena, rich), &position);
}

static void add_headings(Headings *headings, const Model *model) {
    for (size_t i = 0; i < model->articles.len; i++) {
        const Article *article = model->articles.at[i];
        add_heading(headings, &article->title);
        add_heading(headings, &article->short_title);
        add_heading(headings, &article->subtitle);
        add_heading(headings, &article->kicker);
    }
    for (size_t i = 0; i < model->blocks.len; i++) {
        const Block *block = model->blocks.at[i];
        const Rich *rich =
            block->kind->heading_level ? check_field(block, "heading", FIELD_TEXT) : NULL;
        if (rich) add_heading(headings, rich);
    }
}

void check_compose(Checking *checking) {
    Arena *arena = checking->job->scratch;
    const Model *model = checking->model;
    Headings headings = {.arena = arena};
    add_headings(&headings, model);
    checking->text_count = model->reader.texts.len;
    checking->texts = ARENA_ARRAY(arena, CheckText, checking->text_count + 1);
    for (size_t i = 0; i < checking->text_count; i++) {
        const Rich *rich = model->reader.texts.at[i];
        size_t position;
        CheckText *text = &checking->texts[i];
        *text = compose(arena, rich, model_text_lang(model, i));
        Str key = {.at = (const char *)&rich->pieces, .len = sizeof rich->pieces};
        text->is_heading = rich->count && id_index_find(&headings.index, key, &position);
    }
}

/* ---- places --------------------------------------------------------------------------------- */

Str check_word(const CheckText *text, const Word *word) {
    return str_slice(text->plain, word->start, word->end);
}

const Strand *check_strand(const CheckText *text, size_t at) {
    size_t low = 0, high = text->strand_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (text->strands[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return &text->strands[low];
}

/* Bytes that differ from the source (escapes, mentions) have the place of their whole piece. */
static Span place_of(const CheckText *text, size_t from, size_t to) {
    const Strand *strand = check_strand(text, from);
    Span span = strand->piece->span;
    if (span.end - span.start != strand->piece->text.len) return span;
    return span_of(span.source, span.start + (from - strand->at), span.start + (to - strand->at));
}

Span check_span(const CheckText *text, size_t from, size_t to) {
    if (!text->strand_count || to <= from) return text->rich->span;
    return span_join(place_of(text, from, from + 1), place_of(text, to - 1, to));
}

Str check_gap(const CheckText *text, size_t index) {
    return str_slice(text->plain, index ? text->words[index - 1].end : 0, text->words[index].start);
}

bool check_is_listed(WordList list, Str word) {
    for (; list->len; list++) {
        if (language_is_same_word(*list, word)) return true;
    }
    return false;
}

const void *check_field(const Block *block, const char *key, FieldType type) {
    if (!block->fields || !block->kind->record) return NULL;
    for (const Field *field = block->kind->record->fields; field->key; field++) {
        if (field->type == type && str_is(str_from(field->key), key))
            return (const char *)block->fields + field->offset;
    }
    return NULL;
}
