/* Thousands parted by commas here and by spaces there. */
#include "check/internal.h"

typedef enum Parted { PARTED_NONE, PARTED_COMMA, PARTED_SPACE } Parted;

static bool has_three_digits(Str word) {
    return word.len == 3 && word.at[0] >= '0' && word.at[0] <= '9' && word.at[1] >= '0' &&
           word.at[1] <= '9' && word.at[2] >= '0' && word.at[2] <= '9';
}

static Parted parted_by(Str gap) {
    if (str_is(gap, ",")) return PARTED_COMMA;
    bool is_space = str_is(gap, " ") || str_is(gap, "\xC2\xA0") || str_is(gap, "\xE2\x80\xAF") ||
                    str_is(gap, "\xE2\x80\x89");
    return is_space ? PARTED_SPACE : PARTED_NONE;
}

/* The number that begins with this word: how its groups of three are parted, and its last word. Where the comma
 * is the decimal sign, one group behind it is decimals. */
static Parted read_number(const CheckText *text, size_t first, size_t *last) {
    const Word *word = &text->words[first];
    Parted parted = PARTED_NONE;
    *last = first;
    if (word->has_letter || word->end - word->start > 3 || word->strand->is_opaque)
        return PARTED_NONE;
    while (*last + 1 < text->word_count &&
           has_three_digits(check_word(text, &text->words[*last + 1]))) {
        Parted by = parted_by(check_gap(text, *last + 1));
        if (by == PARTED_NONE || (parted && by != parted)) break;
        parted = by;
        ++*last;
    }
    bool is_english = str_is(word->strand->lang, "en");
    return parted == PARTED_COMMA && !is_english && *last - first < 2 ? PARTED_NONE : parted;
}

void check_numbers(Checking *checking) {
    Job *job = checking->job;
    Parted known = PARTED_NONE;
    Span first = {0};
    for (size_t i = 0; i < checking->text_count; i++) {
        const CheckText *text = &checking->texts[i];
        for (size_t k = 0, last; k < text->word_count; k = last + 1) {
            Parted parted = read_number(text, k, &last);
            if (parted == PARTED_NONE) continue;
            Span span = check_span(text, text->words[k].start, text->words[last].end);
            if (known == PARTED_NONE) first = span;
            if (known == PARTED_NONE) known = parted;
            if (parted == known) continue;
            Place place = source_place(job->sources, first);
            diag_add(job->diags, W_NUMBER_FORM, span,
                     str_format(job->arena, "write all of them alike: line %u has a %s", place.line,
                                known == PARTED_COMMA ? "comma" : "space"),
                     "thousands parted by a %s", parted == PARTED_COMMA ? "comma" : "space");
        }
    }
}
