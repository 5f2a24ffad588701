/* Acronyms that are never explained, and those that are explained and then not used.
 *
 * An acronym is explained by "Words (ABC)", "ABC (words)", by words beside it that begin with its letters, or by
 * the directory. Capitals that everybody knows are listed in the language's words. */
#include "check/internal.h"
#include "model/pack.h"

enum { WINDOW = 24, MOST_LETTERS = 8 };

typedef struct Acronym {
    Str letters;
    const CheckText *text; /* of its first use */
    const Word *word;
    const CheckText *first; /* its first use, once more: `text` becomes the explanation */
    const Word *first_word;
    unsigned explained_in; /* a pack's item after that of the first use; 0: not so */
    size_t uses;
    bool is_explained, is_in_brackets;
} Acronym;

typedef struct Acronyms {
    Checking *checking;
    LIST(Acronym) list;
    IdIndex index, directory,
        small; /* small: words that the text has in small letters, in capitals */
} Acronyms;

/* ---- what is one ---------------------------------------------------------------------------- */

/* NGOs is the plural of NGO. */
static Str letters_of(Str word) {
    if (word.len > 2 && word.at[word.len - 1] == 's') word.len--;
    return word;
}

static bool is_roman(Str letters) {
    for (size_t i = 0; i < letters.len; i++) {
        if (str_find(STR("IVXLCDM"), str_slice(letters, i, i + 1), 0) == SIZE_MAX) return false;
    }
    return true;
}

/* Two capitals at least, then perhaps digits: COP24. */
static bool is_acronym(Str letters) {
    size_t capitals = 0;
    while (capitals < letters.len && letters.at[capitals] >= 'A' && letters.at[capitals] <= 'Z')
        capitals++;
    for (size_t i = capitals; i < letters.len; i++) {
        if (letters.at[i] < '0' || letters.at[i] > '9') return false;
    }
    return capitals > 1 && letters.len <= MOST_LETTERS && !is_roman(letters);
}

/* Of an address, a path, a symbol, a unit behind a figure. */
static bool is_joined(const CheckText *text, const Word *word) {
    static const char *const marks = "/@_#&=.-+";
    char before = word->start ? text->plain.at[word->start - 1] : ' ';
    char after = word->end < text->plain.len ? text->plain.at[word->end] : ' ';
    return (before != ' ' && strchr(marks, before)) ||
           (after != ' ' && after != '.' && strchr(marks, after));
}

static bool is_known(const Acronyms *acronyms, const Word *word, Str letters) {
    size_t position;
    const CheckWords *wording = word->strand->wording;
    return !wording || check_is_listed(wording->acronyms, letters) ||
           id_index_find(&acronyms->directory, letters, &position) ||
           id_index_find(&acronyms->small, letters, &position);
}

/* ---- what is known beforehand --------------------------------------------------------------- */

static void know(Acronyms *acronyms, Str text) {
    CheckText composed = check_compose_string(acronyms->checking->job, text, (Str){0});
    for (size_t i = 0; i < composed.word_count; i++) {
        size_t position = 0;
        Str letters = letters_of(check_word(&composed, &composed.words[i]));
        id_index_add(acronyms->checking->job->scratch, &acronyms->directory, letters, &position);
    }
}

static void know_all(Acronyms *acronyms, const Translated *name, const Translated *acronym) {
    for (size_t i = 0; i < name->len; i++) know(acronyms, name->at[i].text);
    for (size_t i = 0; i < acronym->len; i++) know(acronyms, acronym->at[i].text);
}

static void know_directory(Acronyms *acronyms) {
    const Directory *directory = acronyms->checking->model->directory;
    for (size_t i = 0; i < directory->entries.len; i++) {
        const Entry *entry = directory->entries.at[i];
        if (entry->kind == ENTRY_ORGANIZATION) {
            const Scalars *also = &entry->organization.also;
            know_all(acronyms, &entry->organization.name, &entry->organization.acronym);
            for (size_t k = 0; k < also->len; k++) know(acronyms, also->at[k].text);
        }
        if (entry->kind == ENTRY_TERM) know_all(acronyms, &entry->term.name, &entry->term.acronym);
    }
}

/* A word that the text also has in small letters is one written large: NOT. */
static void know_small_words(Acronyms *acronyms, const CheckText *text) {
    Arena *arena = acronyms->checking->job->scratch;
    for (size_t i = 0; i < text->word_count; i++) {
        const Word *word = &text->words[i];
        size_t position = 0, len = word->end - word->start;
        if (!word->has_lower || word->begins_upper || len > MOST_LETTERS) continue;
        Str large = str_copy(arena, check_word(text, word));
        for (size_t k = 0; k < len; k++) {
            char *letter = (char *)large.at + k;
            if (*letter >= 'a' && *letter <= 'z') *letter -= 'a' - 'A';
        }
        id_index_add(arena, &acronyms->small, large, &position);
    }
}

/* ---- explanations --------------------------------------------------------------------------- */

static bool stands_in_brackets(const CheckText *text, size_t index) {
    const Word *word = &text->words[index];
    return index && str_is(check_gap(text, index), " (") && word->end < text->plain.len &&
           text->plain.at[word->end] == ')';
}

/* "ABC (A Big Club)": two words at least. */
static bool leads_to_brackets(const CheckText *text, size_t index) {
    if (index + 2 >= text->word_count || !str_is(check_gap(text, index + 1), " (")) return false;
    return text->words[index + 1].has_lower && str_is(check_gap(text, index + 2), " ");
}

/* The first letters of the words around, once of capitalised ones, once of all but the small words. */
static bool is_spelled_nearby(const CheckText *text, size_t index, Str letters) {
    char large[2 * WINDOW], all[2 * WINDOW];
    size_t large_len = 0, all_len = 0;
    size_t from = index > WINDOW ? index - WINDOW : 0, to = index + WINDOW;
    if (to > text->word_count) to = text->word_count;
    for (size_t i = from; i < to; i++) {
        const Word *word = &text->words[i];
        const CheckWords *wording = word->strand->wording;
        char first = text->plain.at[word->start];
        bool is_small = wording && check_is_listed(wording->small, check_word(text, word));
        if (i == index) first = ' ';
        if (word->begins_upper || i == index) large[large_len++] = first;
        if (first >= 'a' && first <= 'z') first -= 'a' - 'A';
        if (!is_small || i == index) all[all_len++] = first;
    }
    bool is_large = str_find((Str){large, large_len}, letters, 0) != SIZE_MAX;
    return is_large || (letters.len > 2 && str_find((Str){all, all_len}, letters, 0) != SIZE_MAX);
}

/* ---- collecting ----------------------------------------------------------------------------- */

/* The number of the pack's item that a text stands in; 0: none. Asked once for each acronym. */
static unsigned item_of(const Model *model, const CheckText *text) {
    Span span = text->rich->span;
    for (size_t i = 0; model->pack && i < model->pack->items.len; i++) {
        const PackItem *item = model->pack->items.at[i];
        for (size_t k = 0; k < item->articles.len; k++) {
            Span around = item->articles.at[k]->span;
            if (around.source == span.source && around.start <= span.start &&
                span.start < around.end)
                return item->number;
        }
    }
    return 0;
}

static void take(Acronyms *acronyms, const CheckText *text, size_t index, Str letters) {
    Arena *arena = acronyms->checking->job->scratch;
    size_t position = acronyms->list.len;
    if (id_index_add(arena, &acronyms->index, letters, &position))
        *list_add(arena, &acronyms->list) = (Acronym){.letters = letters,
                                                      .text = text,
                                                      .word = &text->words[index],
                                                      .first = text,
                                                      .first_word = &text->words[index]};
    Acronym *acronym = &acronyms->list.at[position];
    acronym->uses++;
    if (acronym->is_explained) return;
    acronym->is_in_brackets = stands_in_brackets(text, index);
    acronym->is_explained = acronym->is_in_brackets || leads_to_brackets(text, index) ||
                            is_spelled_nearby(text, index, letters);
    if (acronym->is_explained && acronym->uses > 1) {
        const Model *model = acronyms->checking->model;
        unsigned here = item_of(model, text), first = item_of(model, acronym->first);
        if (first && here > first) acronym->explained_in = here;
    }
    if (!acronym->is_in_brackets) return;
    acronym->text = text;
    acronym->word = &text->words[index];
}

static bool has_small_letters(const CheckText *text) {
    for (size_t i = 0; i < text->word_count; i++) {
        if (text->words[i].has_lower && !text->words[i].strand->is_opaque) return true;
    }
    return false;
}

static void take_text(Acronyms *acronyms, const CheckText *text) {
    if (!has_small_letters(text)) return; /* a label, or all in capitals */
    for (size_t i = 0; i < text->word_count; i++) {
        const Word *word = &text->words[i];
        Str letters = letters_of(check_word(text, word));
        if (word->strand->is_opaque || !is_acronym(letters) || is_joined(text, word)) continue;
        if (!is_known(acronyms, word, letters)) take(acronyms, text, i, letters);
    }
}

static void judge(Checking *checking, const Acronym *acronym) {
    Job *job = checking->job;
    Span span = check_span(acronym->text, acronym->word->start, acronym->word->end);
    if (acronym->explained_in)
        diag_add(job->diags, W_ACRONYM_LATER,
                 check_span(acronym->first, acronym->first_word->start, acronym->first_word->end),
                 STR("explain it here, where it comes first"),
                 "%.*s is explained only later, in item %u", STR_ARG(acronym->letters),
                 acronym->explained_in);
    if (!acronym->is_explained)
        diag_add(job->diags, W_ACRONYM, span,
                 str_format(job->arena,
                            "write its words once, with (%.*s) behind them, or give it in a "
                            "directory under `terms`",
                            STR_ARG(acronym->letters)),
                 "nothing explains what %.*s stands for", STR_ARG(acronym->letters));
    else if (acronym->is_in_brackets && acronym->uses == 1)
        diag_add(job->diags, W_ACRONYM_ONCE, span, STR("the words alone are enough"),
                 "%.*s is explained here and not used again", STR_ARG(acronym->letters));
}

void check_acronyms(Checking *checking) {
    Acronyms acronyms = {.checking = checking};
    know_directory(&acronyms);
    for (size_t i = 0; i < checking->text_count; i++)
        know_small_words(&acronyms, &checking->texts[i]);
    for (size_t i = 0; i < checking->text_count; i++) take_text(&acronyms, &checking->texts[i]);
    for (size_t i = 0; i < acronyms.list.len; i++) judge(checking, &acronyms.list.at[i]);
}
