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
    return is_space(c) || c == '"' || c == '\'' || c == ')' || c == '\n' || (unsigned char)c >= 0x80;
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
                 STR("one is enough"), "two spaces running");
    else if (twice->count)
        diag_add(diags, W_DOUBLE_SPACE, check_span(text, twice->from, twice->to),
                 STR("one is enough"), "two spaces running, %zu times in this text", twice->count);
    if (before->count)
        diag_add(diags, W_SPACE_BEFORE, check_span(text, before->from, before->to),
                 STR("it belongs behind the mark"), "space before \"%c\"",
                 text->plain.at[before->to - 1]);
}

static void check_text(Checking *checking, const CheckText *text) {
    Found twice = {0}, before = {0};
    Str plain = text->plain;
    for (size_t at = 0; at < plain.len;) {
        size_t from = at++;
        if (!is_space(plain.at[from]) || check_strand(text, from)->is_opaque) continue;
        while (at < plain.len && is_space(plain.at[at])) at++;
        /* a line's end is one space, and what YAML keeps of its indent is none of the author's */
        if (at - from > 1 && check_strand(text, from) == check_strand(text, at - 1))
            note(&twice, from, at);
        if (from && at < plain.len && plain.at[from - 1] != '\n' && is_misplaced(text, at))
            note(&before, from, at + 1);
    }
    report(checking, text, &twice, &before);
}

void check_spaces(Checking *checking) {
    for (size_t i = 0; i < checking->text_count; i++) check_text(checking, &checking->texts[i]);
}
