/* Old names of organizations (`formerly` in the directory) that the text still uses.
 *
 * The words of others are left alone: what a quote block says, code, mentions. So is an old name that is part of
 * a name of today, or is one: names change hands. */
#include "check/internal.h"

typedef struct OldName {
    Str words;
    const Entry *entry;
    size_t next; /* of those with the same first word; 0: the last (positions count from 1) */
} OldName;

typedef struct Former {
    Checking *checking;
    LIST(OldName) list;
    IdIndex first_words; /* to positions in `list` */
    LIST(Span) quotes;
} Former;

/* ---- what is known beforehand --------------------------------------------------------------- */

static void know(Former *former, Str words, const Entry *entry) {
    Job *job = former->checking->job;
    CheckText composed = check_compose_string(job, words, (Str){0});
    size_t position = former->list.len, current;
    bool is_of_today = id_index_find(&former->checking->model->directory->names, words, &current);
    if (is_of_today || !composed.word_count) return;
    OldName old = {.words = words, .entry = entry};
    Str first = check_word(&composed, &composed.words[0]);
    if (!id_index_add(job->scratch, &former->first_words, str_copy(job->scratch, first),
                      &position)) {
        old.next = former->list.at[position].next;
        former->list.at[position].next = former->list.len + 1;
    }
    *list_add(job->scratch, &former->list) = old;
}

static void know_directory(Former *former) {
    const Directory *directory = former->checking->model->directory;
    for (size_t i = 0; i < directory->entries.len; i++) {
        const Entry *entry = directory->entries.at[i];
        if (entry->kind != ENTRY_ORGANIZATION) continue;
        const Scalars *names = &entry->organization.formerly;
        for (size_t k = 0; k < names->len; k++) {
            if (!names->at[k].is_tbc) know(former, names->at[k].text, entry);
        }
    }
}

static void know_quotes(Former *former) {
    const Model *model = former->checking->model;
    for (size_t i = 0; i < model->blocks.len; i++) {
        const Block *block = model->blocks.at[i];
        if (strcmp(block->kind->key, "quote") == 0)
            *list_add(former->checking->job->scratch, &former->quotes) = block->span;
    }
}

/* ---- looking -------------------------------------------------------------------------------- */

/* Where the name ends that stands at `at`; 0: it does not. Any space and apostrophe will do. */
static size_t match(Str text, size_t at, Str name) {
    for (size_t i = 0; i < name.len;) {
        if (at >= text.len) return 0;
        uint32_t want = utf8_next(name, &i), is = utf8_next(text, &at);
        if (is == 0x2019) is = '\'';
        if (want == 0x2019) want = '\'';
        if (is == 0xA0 || is == '\n') is = ' ';
        if (want != is) return 0;
    }
    return at;
}

static bool ends_word(const CheckText *text, size_t at) {
    size_t next = at;
    if (at >= text->plain.len) return true;
    uint32_t c = utf8_next(text->plain, &next);
    return !letter_is(c) && !(c >= '0' && c <= '9');
}

/* Is the old name that stands in [from, to) a part of this name, standing there whole? */
static bool is_inside(const CheckText *text, size_t from, size_t to, Str name) {
    Str old = str_slice(text->plain, from, to);
    size_t at = str_find(name, old, 0);
    return at != SIZE_MAX && at <= from && match(text->plain, from - at, name);
}

static bool is_inside_any(const CheckText *text, size_t from, size_t to, const Entry *entry) {
    const Translated *name = &entry->organization.name;
    const Scalars *also = &entry->organization.also;
    for (size_t i = 0; i < name->len; i++) {
        if (is_inside(text, from, to, name->at[i].text)) return true;
    }
    for (size_t i = 0; i < also->len; i++) {
        if (is_inside(text, from, to, also->at[i].text)) return true;
    }
    return false;
}

static bool is_quoted(const Former *former, Span span) {
    for (size_t i = 0; i < former->quotes.len; i++) {
        Span quote = former->quotes.at[i];
        if (quote.source == span.source && quote.start <= span.start && span.start < quote.end)
            return true;
    }
    return false;
}

static void tell(const Former *former, const OldName *old, Span span) {
    const Model *model = former->checking->model;
    Arena *arena = former->checking->job->arena;
    Str now = model_entry_text(arena, old->entry, MENTION_FULL, model->lang);
    diag_add(former->checking->job->diags, W_FORMER_NAME, span,
             str_format(arena, "write [[%.*s]]: it is called %.*s now", STR_ARG(old->entry->id),
                        STR_ARG(now)),
             "\"%.*s\" is an old name", STR_ARG(old->words));
}

static void look_at(const Former *former, const CheckText *text, const Word *word) {
    size_t position;
    if (!id_index_find(&former->first_words, check_word(text, word), &position)) return;
    for (size_t at = position + 1; at; at = former->list.at[at - 1].next) {
        const OldName *old = &former->list.at[at - 1];
        size_t end = match(text->plain, word->start, old->words);
        if (!end || !ends_word(text, end)) continue;
        Span span = check_span(text, word->start, end);
        if (is_inside_any(text, word->start, end, old->entry) || is_quoted(former, span)) continue;
        tell(former, old, span);
    }
}

void check_former(Checking *checking) {
    Former former = {.checking = checking};
    know_directory(&former);
    if (!former.list.len) return;
    know_quotes(&former);
    for (size_t i = 0; i < checking->text_count; i++) {
        const CheckText *text = &checking->texts[i];
        for (size_t k = 0; k < text->word_count; k++) {
            if (!text->words[k].strand->is_opaque) look_at(&former, text, &text->words[k]);
        }
    }
}
