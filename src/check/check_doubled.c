/* The same word twice running, most often over the end of a line. */
#include "check/internal.h"

static bool is_blank(Str gap) {
    for (size_t i = 0; i < gap.len; i++) {
        if (gap.at[i] != ' ') return false;
    }
    return gap.len > 0;
}

/* Two capitals are a name: Baden Baden. */
static bool is_slip(const CheckText *text, size_t index) {
    const Word *first = &text->words[index - 1], *second = &text->words[index];
    const CheckWords *wording = second->strand->wording;
    if (!wording || !second->has_letter || second->begins_upper || second->strand->is_opaque ||
        first->strand->is_opaque || !is_blank(check_gap(text, index)))
        return false;
    Str word = check_word(text, second);
    return language_is_same_word(check_word(text, first), word) &&
           !check_is_listed(wording->doubled, word);
}

static void check_text(Checking *checking, const CheckText *text) {
    for (size_t i = 1; i < text->word_count; i++) {
        if (!is_slip(text, i)) continue;
        Str word = check_word(text, &text->words[i]);
        /* the second one, which is what goes: the first may stand in the line before */
        diag_add(checking->job->diags, W_DOUBLED_WORD,
                 check_span(text, text->words[i].start, text->words[i].end), STR("take one out"),
                 "\"%.*s\" stands here twice running", STR_ARG(word));
    }
}

void check_doubled(Checking *checking) {
    for (size_t i = 0; i < checking->text_count; i++) check_text(checking, &checking->texts[i]);
}
