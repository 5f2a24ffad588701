/* Words that stand for words still to come: TBD, XXX, lorem ipsum, "to be confirmed". A TBC is the model's to
 * report. */
#include "check/internal.h"

static Str find_placeholder(const CheckText *text, const Word *word) {
    const CheckWords *wording = word->strand->wording;
    if (!wording) wording = check_words_find(STR("en"));
    for (WordList phrase = wording->placeholders; phrase->len; phrase++) {
        size_t end = word->start + phrase->len;
        if (end > text->plain.len) continue;
        Str typed = str_slice(text->plain, word->start, end);
        size_t behind = end;
        bool ends = end == text->plain.len || !letter_is(utf8_next(text->plain, &behind));
        if (ends && language_is_same_word(typed, *phrase)) return typed;
    }
    return (Str){0};
}

/* "xxx" in small letters may be part of a name; "todo" is a word of Spanish. */
static bool is_meant(Str found, const Word *word) {
    return word->begins_upper || word->end - word->start != found.len || str_is(found, "tbd") ||
           str_is(found, "tba");
}

static void check_text(Checking *checking, const CheckText *text) {
    for (size_t i = 0; i < text->word_count; i++) {
        const Word *word = &text->words[i];
        if (word->strand->is_opaque) continue;
        Str found = find_placeholder(text, word);
        if (found.len && is_meant(found, word))
            diag_add(checking->job->diags, W_PLACEHOLDER,
                     check_span(text, word->start, word->start + found.len),
                     STR("write what is meant, or take it out"),
                     "\"%.*s\" is still to be filled in", STR_ARG(found));
    }
}

void check_placeholder(Checking *checking) {
    for (size_t i = 0; i < checking->text_count; i++) check_text(checking, &checking->texts[i]);
}
