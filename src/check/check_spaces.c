/* Two spaces running, and spaces that stand before a mark instead of behind it. Once a paragraph each. */
#include "check/internal.h"

typedef struct Found {
    size_t from, to, count;
} Found;

static void note(Found *found, size_t from, size_t to) {
    if (!found->count++) *found = (Found){from, to, 1};
}

static bool is_space(char c) { return c == ' ' || c == '\t'; }

/* Words behind the mark would make it a number or a name: .5, .org, ...; ,5. */
static bool stands_alone(Str plain, size_t mark) {
    size_t behind = mark + 1;
    if (behind >= plain.len) return true;
    char c = plain.at[behind];
    return is_space(c) || c == '"' || c == '\'' || c == ')' || c == '\n' ||
           (unsigned char)c >= 0x80;
}

static bool is_misplaced(const CheckText *text, size_t mark) {
    char c = text->plain.at[mark];
    const CheckWords *wording = check_strand(text, mark)->wording;
    if (c == ',' || c == '.') return stands_alone(text->plain, mark);
    if (c == ')') return true;
    if (c == ';' || c == ':' || c == '!' || c == '?')
        return wording && !wording->has_spaced_marks && stands_alone(text->plain, mark);
    return false;
}

static void report(Checking *checking, const CheckText *text, const Found *twice,
                   const Found *before) {
    Diags *diags = checking->job->diags;
    if (twice->count == 1)
        diag_add(diags, W_DOUBLE_SPACE, check_span(text, twice->from, twice->to),
                 STR("one is printed"), "two spaces running");
    else if (twice->count)
        diag_add(diags, W_DOUBLE_SPACE, check_span(text, twice->from, twice->to),
                 STR("one is printed"), "two spaces running, %zu times in this text", twice->count);
    if (before->count)
        diag_add(diags, W_SPACE_BEFORE, check_span(text, before->from, before->to),
                 STR("it belongs behind the mark"), "space before \"%c\"",
                 text->plain.at[before->to - 1]);
}

/* Markdown makes one space of several, in a piece of its own: how many were typed, the source tells. None at the
 * end or the beginning of a line. */
static bool was_typed_twice(const Checking *checking, const Piece *piece) {
    const Source *source = source_find(checking->job->sources, piece->span.source);
    size_t at = piece->span.start, end = at;
    if (!source || !str_is(piece->text, " ")) return false;
    while (end < source->bytes.len && is_space(source->bytes.at[end])) end++;
    bool is_inside = at && source->bytes.at[at - 1] != '\n' && end < source->bytes.len &&
                     source->bytes.at[end] != '\n' && source->bytes.at[end] != '\r';
    return end - at > 1 && is_inside;
}

static void check_text(Checking *checking, const CheckText *text) {
    Found twice = {0}, before = {0};
    Str plain = text->plain;
    for (size_t i = 0; i < text->strand_count; i++) {
        const Strand *strand = &text->strands[i];
        if (!strand->is_opaque && was_typed_twice(checking, strand->piece))
            note(&twice, strand->at, strand->at + 1);
    }
    for (size_t at = 1; at < plain.len; at++) {
        bool is_behind_space = is_space(plain.at[at - 1]) && at > 1 && plain.at[at - 2] != '\n';
        if (is_behind_space && is_misplaced(text, at) && !check_strand(text, at)->is_opaque)
            note(&before, at - 1, at + 1);
    }
    report(checking, text, &twice, &before);
}

void check_spaces(Checking *checking) {
    for (size_t i = 0; i < checking->text_count; i++) check_text(checking, &checking->texts[i]);
}
