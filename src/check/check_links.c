/* Links whose words say nothing of where they lead, and addresses that lead nowhere. */
#include "check/internal.h"

static bool is_edge(char c) {
    return c == ' ' || c == '.' || c == ',' || c == ':' || c == '!' || c == '>' || c == '[' ||
           c == ']' || c == '(' || c == ')' || c == '\n';
}

static Str bare_words(Str words) {
    while (words.len && is_edge(words.at[0])) words = str_slice(words, 1, words.len);
    while (words.len && is_edge(words.at[words.len - 1])) words.len--;
    return words;
}

static void check_words(Checking *checking, const CheckText *text, size_t first, size_t end) {
    size_t to = end < text->strand_count ? text->strands[end].at : text->plain.len;
    Str words = bare_words(str_slice(text->plain, text->strands[first].at, to));
    const CheckWords *wording = text->strands[first].wording;
    if (!wording || !check_is_listed(wording->link_words, words)) return;
    diag_add(checking->job->diags, W_LINK_WORDS, check_span(text, text->strands[first].at, to),
             STR("name what is there: who reads only the links, or on paper, cannot tell"),
             "the link \"%.*s\" does not say where it leads", STR_ARG(words));
}

/* ---- addresses ------------------------------------------------------------------------------ */

static const Str ends[] = {STR_CONST("org"), STR_CONST("com"), STR_CONST("net"), STR_CONST("int"),
                           STR_CONST("gov"), STR_CONST("edu"), STR_CONST("eu"),  STR_CONST("info"),
                           STR_CONST("fr"),  STR_CONST("es"),  STR_CONST("uk"),  STR_CONST("ca"),
                           STR_CONST("ch"),  STR_CONST("de"),  STR_CONST("ma"),  {0}};

/* A word, a point and a country or the like right behind it: metropolis.org, un.org/en. */
static bool is_address(const CheckText *text, size_t index) {
    const Word *host = &text->words[index - 1], *end = &text->words[index];
    bool is_plain = !end->strand->is_opaque && !end->strand->piece->link && !host->begins_upper;
    if (!is_plain || !str_is(check_gap(text, index), ".")) return false;
    for (WordList known = ends; known->len; known++) {
        if (str_equal(*known, check_word(text, end))) return true;
    }
    return false;
}

/* Back over labels (www.un) and the scheme to where the address begins. */
static size_t address_start(const CheckText *text, size_t index) {
    while (index && (str_is(check_gap(text, index), ".") || str_is(check_gap(text, index), "@") ||
                     str_is(check_gap(text, index), "://")))
        index--;
    return text->words[index].start;
}

static void check_address(Checking *checking, const CheckText *text, size_t index) {
    size_t to = text->words[index].end, from = address_start(text, index);
    bool goes_on = index + 1 < text->word_count && str_is(check_gap(text, index + 1), ".");
    if (goes_on) return; /* the last label decides */
    while (to < text->plain.len && (unsigned char)text->plain.at[to] > ' ' &&
           check_strand(text, to) == text->words[index].strand)
        to++;
    while (to > from && is_edge(text->plain.at[to - 1])) to--;
    Str address = str_slice(text->plain, from, to);
    diag_add(checking->job->diags, W_PLAIN_ADDRESS, check_span(text, from, to),
             str_format(checking->job->arena,
                        "write <https://%.*s>, or put it behind words: [words](https://...)",
                        STR_ARG(address)),
             "the address %.*s is no link", STR_ARG(address));
}

static void check_text(Checking *checking, const CheckText *text) {
    for (size_t first = 0, end; first < text->strand_count; first = end) {
        const TextLink *link = text->strands[first].piece->link;
        for (end = first + 1; end < text->strand_count;) {
            if (text->strands[end].piece->link != link) break;
            end++;
        }
        if (link) check_words(checking, text, first, end);
    }
    for (size_t i = 1; i < text->word_count; i++) {
        if (is_address(text, i)) check_address(checking, text, i);
    }
}

void check_links(Checking *checking) {
    for (size_t i = 0; i < checking->text_count; i++) check_text(checking, &checking->texts[i]);
}
