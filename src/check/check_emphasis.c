/* Bold that goes on and on, and text typed in capitals. */
#include "check/internal.h"

enum { MOST_BOLD = 25, LEAST_CAPITALS = 4, LEAST_LETTERS = 16 };

static bool is_strong(const Word *word) { return word->strand->piece->marks & MARK_STRONG; }

static void check_bold(Checking *checking, const CheckText *text) {
    for (size_t first = 0, end; first < text->word_count; first = end) {
        for (end = first; end < text->word_count && is_strong(&text->words[end]);) end++;
        if (end - first > MOST_BOLD)
            diag_add(checking->job->diags, W_LONG_BOLD,
                     check_span(text, text->words[first].start, text->words[end - 1].end),
                     STR("mark the words that matter; a passage is a `box` or a `pull`"),
                     "%zu words in bold: none of them stands out", end - first);
        if (end == first) end++;
    }
}

static void check_capitals(Checking *checking, const CheckText *text) {
    size_t words = 0, letters = 0;
    for (size_t i = 0; i < text->word_count; i++) {
        const Word *word = &text->words[i];
        if (!word->has_letter || word->strand->is_opaque) continue;
        if (word->has_lower || !word->begins_upper) return;
        words++;
        letters += word->end - word->start;
    }
    if (words < LEAST_CAPITALS || letters < LEAST_LETTERS) return;
    diag_add(checking->job->diags, W_CAPITALS, check_span(text, 0, text->plain.len),
             STR("write it in small letters; capitals are a matter of the layout (`uppercase`)"),
             "all in capitals, which are slow to read and spelled out to the ear");
}

void check_emphasis(Checking *checking) {
    for (size_t i = 0; i < checking->text_count; i++) {
        if (!checking->texts[i].is_heading) check_bold(checking, &checking->texts[i]);
        check_capitals(checking, &checking->texts[i]);
    }
}
