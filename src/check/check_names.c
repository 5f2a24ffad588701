/* Names that are written in two ways: Montréal and Montreal, Rabat-Salé and Rabat Salé, Marrakech and Marrakesh.
 *
 * Every capitalised word of the text and of the directory is kept once per language with how often it comes.
 * Two spellings are of one name when they are equal without accents, case and hyphens; or, for long words, when
 * one letter inside differs. The latter are found by their deletions (two words one edit apart share one), so
 * that no word is compared with all others. What is right is what the directory says, else what comes more often.
 *
 * It is better to say nothing than to be wrong: a word that the text also has in small letters, plurals, endings,
 * -ise and -ize, and names between other names (Mohamed Alami, Mohammed Benjelloun) are left alone. */
#include "check/internal.h"

enum { LEAST_ALIKE = 4, LEAST_SURE = 6, LEAST_NEAR = 7, MOST_NEAR = 31 };

typedef struct Spelling {
    Str written, folded, lang;
    Str before, behind; /* capitalised neighbours of its first use; empty: none */
    Span span;
    size_t count, inside; /* uses; those that begin no sentence */
    bool is_in_directory;
    bool is_pair; /* two words with a space between */
    bool has_hyphen;
    bool is_told;
    size_t next; /* of the same folded form; 0: the last (positions count from 1) */
} Spelling;

typedef struct Names {
    Checking *checking;
    Arena *arena;
    LIST(Spelling) list;
    IdIndex written, folded, near, small;
    LIST(size_t) ends; /* by position in `folded`: last spelling of the chain */
} Names;

/* ---- collecting ----------------------------------------------------------------------------- */

static Str without_hyphens(Arena *arena, Str word) {
    Buf out = buf_new(arena);
    for (size_t at = 0; at < word.len;) {
        uint32_t c = utf8_next(word, &at);
        if (c != '-' && c != ' ' && c != 0x2010 && c != 0x2011) buf_add_code_point(&out, c);
    }
    return buf_str(&out);
}

static Str with_lang(Names *names, Str lang, Str word) {
    return str_format(names->arena, "%.*s:%.*s", STR_ARG(lang), STR_ARG(word));
}

static void chain(Names *names, size_t position) {
    Spelling *spelling = &names->list.at[position];
    size_t group = names->ends.len;
    Str key = with_lang(names, spelling->lang, spelling->folded);
    if (id_index_add(names->arena, &names->folded, key, &group)) {
        *list_add(names->arena, &names->ends) = position;
        return;
    }
    names->list.at[names->ends.at[group]].next = position + 1;
    names->ends.at[group] = position;
}

/* The spelling of these words, new or known. */
static Spelling *keep(Names *names, Str written, Str lang) {
    size_t position = names->list.len;
    Str key = with_lang(names, lang, written);
    if (!id_index_add(names->arena, &names->written, key, &position))
        return &names->list.at[position];
    Spelling *spelling = list_add(names->arena, &names->list);
    *spelling = (Spelling){.written = written, .lang = lang};
    spelling->folded = without_hyphens(names->arena, language_fold(names->arena, written));
    spelling->is_pair = str_find(written, STR(" "), 0) != SIZE_MAX;
    spelling->has_hyphen = !spelling->is_pair && str_find(written, STR("-"), 0) != SIZE_MAX;
    chain(names, position);
    return &names->list.at[position];
}

static Str neighbour(const CheckText *text, size_t index, bool is_behind) {
    if (is_behind ? index + 1 >= text->word_count : index == 0) return (Str){0};
    size_t gap = is_behind ? index + 1 : index;
    const Word *other = &text->words[is_behind ? index + 1 : index - 1];
    bool is_near = other->begins_upper && str_is(check_gap(text, gap), " ");
    return is_near ? check_word(text, other) : (Str){0};
}

static void count(Names *names, const CheckText *text, size_t first, size_t last, Str lang) {
    const Word *word = &text->words[first];
    Str written = str_slice(text->plain, word->start, text->words[last].end);
    Spelling *spelling = keep(names, written, lang);
    if (!spelling->count && !spelling->is_in_directory) {
        spelling->span = check_span(text, word->start, text->words[last].end);
        spelling->before = neighbour(text, first, false);
        spelling->behind = neighbour(text, last, true);
    } else if (!spelling->span.source && !spelling->is_in_directory) {
        spelling->span = check_span(text, word->start, text->words[last].end);
    }
    spelling->count++;
    if (!word->begins_sentence) spelling->inside++;
}

/* All in capitals are acronyms and loud words. */
static bool is_name(const Word *word) {
    return word->begins_upper && word->has_lower && !word->has_digit;
}

static void take_small(Names *names, const CheckText *text, const Word *word) {
    size_t position = 0;
    if (word->end - word->start >= LEAST_ALIKE && word->has_lower && !word->begins_upper)
        id_index_add(names->arena, &names->small,
                     language_fold(names->arena, check_word(text, word)), &position);
}

static void take_text(Names *names, const CheckText *text) {
    for (size_t i = 0; i < text->word_count; i++) {
        const Word *word = &text->words[i];
        if (word->strand->is_opaque) continue;
        take_small(names, text, word);
        if (!is_name(word)) continue;
        count(names, text, i, i, word->strand->lang);
        bool has_pair = i + 1 < text->word_count && is_name(&text->words[i + 1]) &&
                        !text->words[i + 1].strand->is_opaque &&
                        str_is(check_gap(text, i + 1), " ");
        if (has_pair) count(names, text, i, i + 1, word->strand->lang);
    }
}

/* ---- the directory -------------------------------------------------------------------------- */

static void know(Names *names, Str text, Str lang) {
    CheckText composed = check_compose_string(names->checking->job, text, lang);
    for (size_t i = 0; i < composed.word_count; i++) {
        const Word *word = &composed.words[i];
        if (!word->begins_upper) continue;
        Spelling *spelling = keep(names, check_word(&composed, word), word->strand->lang);
        if (!spelling->is_in_directory) {
            spelling->before = neighbour(&composed, i, false);
            spelling->behind = neighbour(&composed, i, true);
        }
        spelling->is_in_directory = true;
    }
}

/* A name without a language is every language's. */
static void know_all(Names *names, const Translated *translated) {
    for (size_t i = 0; i < translated->len; i++) {
        const Translation *one = &translated->at[i];
        know(names, one->text, one->lang.len ? one->lang : names->checking->model->lang);
    }
}

static void know_directory(Names *names) {
    const Model *model = names->checking->model;
    for (size_t i = 0; i < model->directory->entries.len; i++) {
        const Entry *entry = model->directory->entries.at[i];
        if (entry->kind == ENTRY_PERSON) {
            know_all(names, &entry->person.name);
            know_all(names, &entry->person.post);
        }
        if (entry->kind == ENTRY_TERM) know_all(names, &entry->term.name);
        if (entry->kind != ENTRY_ORGANIZATION) continue;
        const Scalars *also = &entry->organization.also;
        know_all(names, &entry->organization.name);
        know_all(names, &entry->organization.acronym);
        for (size_t k = 0; k < also->len; k++) know(names, also->at[k].text, model->lang);
    }
}

/* ---- comparing ------------------------------------------------------------------------------ */

static bool is_only_case(const Spelling *a, const Spelling *b) {
    return language_is_same_word(a->written, b->written);
}

static bool is_also_small(const Names *names, const Spelling *spelling) {
    size_t position;
    return id_index_find(&names->small, spelling->folded, &position);
}

/* Has it been seen as a name, not just at the beginning of a sentence? */
static bool is_sure(const Spelling *spelling) {
    return spelling->inside || spelling->is_in_directory || spelling->folded.len >= LEAST_SURE;
}

static bool are_alike(const Names *names, const Spelling *a, const Spelling *b) {
    bool is_one_known = a->is_in_directory != b->is_in_directory;
    if (a->folded.len < LEAST_ALIKE || (a->is_in_directory && b->is_in_directory)) return false;
    if (a->is_pair || b->is_pair) return a->has_hyphen || b->has_hyphen;
    if (is_only_case(a, b)) return is_one_known && a->folded.len > LEAST_ALIKE;
    return !is_also_small(names, a) && is_sure(a) && is_sure(b);
}

/* Says so at the spelling that is to be changed. */
static void tell(Names *names, Spelling *a, Spelling *b) {
    Job *job = names->checking->job;
    bool is_first_right =
        a->is_in_directory != b->is_in_directory ? a->is_in_directory : a->count >= b->count;
    Spelling *right = is_first_right ? a : b, *wrong = is_first_right ? b : a;
    if (wrong->is_told || !wrong->span.source) return;
    wrong->is_told = true;
    Str why = STR("as the directory does");
    if (!right->is_in_directory) {
        Place place = source_place(job->sources, right->span);
        Str where = right->span.source == wrong->span.source
                        ? str_format(job->arena, "line %u", place.line)
                        : str_format(job->arena, "%.*s:%u", STR_ARG(place.path), place.line);
        why = str_format(job->arena, "as in %.*s (%zu time%s; this one %zu)", STR_ARG(where),
                         right->count, right->count == 1 ? "" : "s", wrong->count);
    }
    diag_add(job->diags, W_SPELLING, wrong->span,
             str_format(job->arena, "write \"%.*s\" %.*s, or make clear that they are two",
                        STR_ARG(right->written), STR_ARG(why)),
             "\"%.*s\" is also written \"%.*s\"", STR_ARG(wrong->written), STR_ARG(right->written));
}

/* The spelling of a group that the others are held against. */
static size_t best_of(const Names *names, size_t first) {
    size_t best = first;
    for (size_t at = first; at < names->list.len;) {
        const Spelling *spelling = &names->list.at[at], *known = &names->list.at[best];
        bool is_better = spelling->is_in_directory != known->is_in_directory
                             ? spelling->is_in_directory
                             : spelling->count > known->count;
        if (is_better) best = at;
        if (!spelling->next) break;
        at = spelling->next - 1;
    }
    return best;
}

static void compare_groups(Names *names) {
    for (size_t first = 0; first < names->list.len; first++) {
        size_t group;
        const Spelling *spelling = &names->list.at[first];
        if (!spelling->next) continue;
        id_index_find(&names->folded, with_lang(names, spelling->lang, spelling->folded), &group);
        if (names->ends.at[group] == SIZE_MAX) continue; /* done */
        names->ends.at[group] = SIZE_MAX;
        size_t best = best_of(names, first);
        for (size_t at = first;; at = names->list.at[at].next - 1) {
            if (at != best && are_alike(names, &names->list.at[best], &names->list.at[at]))
                tell(names, &names->list.at[best], &names->list.at[at]);
            if (!names->list.at[at].next) break;
        }
    }
}

/* ---- one letter apart ----------------------------------------------------------------------- */

static Str without_plural(Str folded) {
    if (folded.len && folded.at[folded.len - 1] == 's') folded.len--;
    return folded;
}

/* One letter inside differs, is added or has changed places; at the ends it makes another word. */
static bool is_one_apart(Str a, Str b) {
    if (a.len < b.len) return is_one_apart(b, a);
    size_t from = 0, end = 0;
    while (from < b.len && a.at[from] == b.at[from]) from++;
    while (end < b.len - from && a.at[a.len - 1 - end] == b.at[b.len - 1 - end]) end++;
    size_t differs = a.len - from - end;
    if (from < 2 || end < 1 || a.len - b.len > 1) return false;
    if (a.len > b.len) return differs == 1 && end > 1;
    bool is_swap = differs == 2 && a.at[from] == b.at[from + 1] && a.at[from + 1] == b.at[from];
    bool is_ize = differs == 1 && (a.at[from] == 's' || a.at[from] == 'z') &&
                  (b.at[from] == 's' || b.at[from] == 'z');
    return is_swap || (differs == 1 && !is_ize);
}

static bool are_parted(Str a, Str b) { return a.len && b.len && !language_is_same_word(a, b); }

/* Both stand as names: never in small letters, never only at the beginning of sentences. */
static bool may_be_near(const Names *names, const Spelling *spelling) {
    return !spelling->is_pair && !spelling->has_hyphen && spelling->folded.len >= LEAST_NEAR &&
           spelling->folded.len <= MOST_NEAR && (spelling->inside || spelling->is_in_directory) &&
           !is_also_small(names, spelling);
}

static void compare_near(Names *names, size_t at, size_t other) {
    Spelling *a = &names->list.at[at], *b = &names->list.at[other];
    if (a->is_in_directory && b->is_in_directory) return;
    if (are_parted(a->before, b->before) || are_parted(a->behind, b->behind)) return;
    if (str_equal(a->lang, b->lang) &&
        is_one_apart(without_plural(a->folded), without_plural(b->folded)))
        tell(names, b, a);
}

/* The word itself and the word without each of its letters, as keys: who shares one may be one apart. */
static void compare_with_near(Names *names, size_t at) {
    Str folded = names->list.at[at].folded;
    for (size_t without = 0; without <= folded.len; without++) {
        Buf key = buf_new(names->arena);
        size_t other = at;
        buf_add(&key, names->list.at[at].lang);
        buf_add_char(&key, ':');
        buf_add(&key, str_slice(folded, 0, without));
        if (without < folded.len) buf_add(&key, str_slice(folded, without + 1, folded.len));
        if (!id_index_add(names->arena, &names->near, buf_str(&key), &other) && other != at)
            compare_near(names, at, other);
    }
}

void check_names(Checking *checking) {
    Names names = {.checking = checking, .arena = checking->job->scratch};
    know_directory(&names);
    for (size_t i = 0; i < checking->text_count; i++) take_text(&names, &checking->texts[i]);
    compare_groups(&names);
    for (size_t i = 0; i < names.list.len; i++) {
        if (may_be_near(&names, &names.list.at[i])) compare_with_near(&names, i);
    }
}
