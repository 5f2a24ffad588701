/* Sentences that nobody can read in one breath. */
#include "check/internal.h"

enum { MOST_WORDS = 60 };

static void check_sentence(Checking *checking, const CheckText *text, size_t first, size_t end) {
    if (end - first <= MOST_WORDS) return;
    diag_add(checking->job->diags, W_LONG_SENTENCE,
             check_span(text, text->words[first].start, text->words[end - 1].end),
             STR("make it two"), "a sentence of %zu words", end - first);
}

/* A mark that ends sentences, then a space. */
static bool ends_here(Str gap) {
    for (size_t i = 0; i + 1 < gap.len; i++) {
        bool is_end = gap.at[i] == '.' || gap.at[i] == '!' || gap.at[i] == '?' ||
                      gap.at[i] == ':' || gap.at[i] == ';';
        if (is_end || gap.at[i + 1] == '\n') return true;
    }
    return false;
}

void check_sentences(Checking *checking) {
    for (size_t i = 0; i < checking->text_count; i++) {
        const CheckText *text = &checking->texts[i];
        size_t first = 0;
        for (size_t k = 1; k < text->word_count; k++) {
            if (!ends_here(check_gap(text, k))) continue;
            check_sentence(checking, text, first, k);
            first = k;
        }
        check_sentence(checking, text, first, text->word_count);
    }
}
