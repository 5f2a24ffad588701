/* What an edition left out and what its file says in; a report of what is in both out.
 *
 * Every secret is a hash of a sequence of words, kept in one table. The same walk over a text, which looks every
 * sequence up that ends at a word, first strikes out what the edition keeps and then finds what the file says. */
#include "run/leak.h"

#include "base/language.h"
#include "model/pack.h"
#include "read/edition.h"
#include "run/leak_words.h"

enum { RUN = 4, MOST_WORDS = 16, FEWEST_DIGITS = 5 };

typedef struct Secret {
    uint64_t hash; /* 0: an empty place of the table */
    uint32_t removed;
    bool is_kept;
} Secret;

typedef struct Leak {
    Job *job;
    const Model *model;
    struct {
        Secret *at;
        size_t len, cap;
    } list;
    Secret *table;
    size_t mask;
    uint32_t lengths; /* bit n: there are secrets of n words */
    uint32_t removed; /* being collected */
    bool is_keeping;  /* what is found is no secret */
    bool has_leaked;
} Leak;

/* ---- collecting ----------------------------------------------------------------------------- */

static uint64_t hash_words(const LeakWord *words, size_t count) {
    uint64_t hash = count;
    for (size_t i = 0; i < count; i++) hash = leak_add(hash, words[i].hash);
    return hash ? hash : 1;
}

/* The digits of numbers in a row as one number: "12 345" and "12345" are the same. */
static uint64_t hash_number(Str text, const LeakWord *words, size_t count) {
    uint64_t hash = MOST_WORDS + 1;
    for (size_t i = 0; i < count; i++)
        for (size_t k = words[i].from; k < words[i].to; k++)
            hash = leak_add(hash, (unsigned char)text.at[k]);
    return hash ? hash : 1;
}

static void add_secret(Leak *leak, uint64_t hash, size_t length) {
    *list_add(leak->job->arena, &leak->list) = (Secret){.hash = hash, .removed = leak->removed};
    leak->lengths |= 1u << length;
}

static void add_sequence(Leak *leak, const LeakWord *words, size_t count) {
    if (count > MOST_WORDS) count = MOST_WORDS;
    if (count) add_secret(leak, hash_words(words, count), count);
}

/* What may stand between the groups of one number. */
static bool joins_digits(Str gap) {
    return str_is(gap, " ") || str_is(gap, ".") || str_is(gap, ",") || str_is(gap, "-") ||
           str_is(gap, "/") || str_is(gap, "'") || str_is(gap, "\xC2\xA0") ||
           str_is(gap, "\xE2\x80\xAF") || str_is(gap, "\xE2\x80\x89") || str_is(gap, ") ");
}

static bool is_date(const LeakWord *words, size_t count) {
    return count == 3 && words[0].digits == 4 && words[1].digits == 2 && words[2].digits == 2;
}

static void add_numbers(Leak *leak, Str text, const LeakWord *words, size_t count) {
    for (size_t i = 0; i < count;) {
        size_t end = i, digits = 0;
        while (end < count && words[end].digits && end - i < MOST_WORDS &&
               (end == i || joins_digits(str_slice(text, words[end - 1].to, words[end].from))))
            digits += words[end++].digits;
        if (digits >= FEWEST_DIGITS && !is_date(words + i, end - i))
            add_secret(leak, hash_number(text, words + i, end - i), 0);
        i = end > i ? end : i + 1;
    }
}

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/* Words between blanks that hold an @ or ://, without the scheme. */
static void add_addresses(Leak *leak, Str text, const LeakWord *words, size_t count) {
    size_t word = 0;
    for (size_t from = 0, to; from < text.len; from = to + 1) {
        for (to = from; to < text.len && !is_blank(text.at[to]);) to++;
        Str part = str_slice(text, from, to);
        size_t scheme = str_find(part, STR("://"), 0);
        bool is_address = str_find(part, STR("@"), 0) != SIZE_MAX || scheme != SIZE_MAX ||
                          str_starts(part, STR("www."));
        size_t start = scheme == SIZE_MAX ? from : from + scheme;
        while (word < count && words[word].from < (is_address ? start : from)) word++;
        size_t end = word;
        while (end < count && words[end].to <= to) end++;
        if (is_address && end > word + 1) add_sequence(leak, words + word, end - word);
        word = end;
    }
}

typedef LIST(LeakWord) Words;

static Words words_of(Leak *leak, Str text) {
    Words words = {0};
    LeakWord word;
    for (size_t at = 0; leak_next_word(text, &at, &word);)
        *list_add(leak->job->scratch, &words) = word;
    return words;
}

static void add_text(Leak *leak, Str text) {
    ArenaMark mark = arena_mark(leak->job->scratch);
    Words words = words_of(leak, text);
    for (size_t i = 0; i + RUN <= words.len; i++) add_sequence(leak, words.at + i, RUN);
    add_numbers(leak, text, words.at, words.len);
    add_addresses(leak, text, words.at, words.len);
    arena_release(leak->job->scratch, mark);
}

static void add_name(Leak *leak, Str text) {
    ArenaMark mark = arena_mark(leak->job->scratch);
    Words words = words_of(leak, text);
    add_sequence(leak, words.at, words.len);
    arena_release(leak->job->scratch, mark);
}

static void add_names_in(Leak *leak, const Node *value) {
    if (value->kind == NODE_SCALAR) add_name(leak, value->text);
    for (size_t i = 0; i < value->count; i++)
        add_names_in(leak, value->kind == NODE_MAPPING ? value->entries[i].value : value->items[i]);
}

/* The names of an entry, when what is left out names it and nothing else does. */
static void add_entry(Leak *leak, Str id) {
    static const char *const keys[] = {"name", "acronym", "also", "title", NULL};
    const Directory *directory = leak->model->directory;
    size_t position;
    if (!id_index_find(&directory->index, id, &position) || leak->model->is_used[position]) return;
    const Entry *entry = directory->entries.at[position];
    for (size_t i = 0; keys[i] && entry->node->kind == NODE_MAPPING; i++) {
        const Node *value = node_find(entry->node, keys[i]);
        bool is_title = str_is(str_from(keys[i]), "title") && entry->kind != ENTRY_REFERENCE;
        if (value && !is_title) add_names_in(leak, value);
    }
}

/* ---- what was left out ---------------------------------------------------------------------- */

static void add_mentions(Leak *leak, Str text) {
    for (size_t at = str_find(text, STR("[["), 0); at != SIZE_MAX;
         at = str_find(text, STR("[["), at + 2)) {
        size_t end = at + 2;
        while (end < text.len && text.at[end] != ']' && text.at[end] != '/') end++;
        add_entry(leak, str_slice(text, at + 2, end));
    }
}

static void add_pieces(Leak *leak, const Piece *pieces, size_t count) {
    Buf text = buf_new(leak->job->arena);
    for (size_t i = 0; i < count; i++) {
        buf_add(&text, pieces[i].kind == PIECE_BREAK ? STR(" ") : pieces[i].text);
        if (pieces[i].kind == PIECE_MENTION) add_entry(leak, pieces[i].target);
        if (pieces[i].link) add_text(leak, pieces[i].link->url);
        if (pieces[i].note)
            add_pieces(leak, pieces[i].note->text.pieces, pieces[i].note->text.count);
    }
    add_text(leak, buf_str(&text));
}

/* As it stands, and as Markdown would print it. */
static void add_scalar(Leak *leak, const Node *node) {
    Job quiet = *leak->job;
    quiet.diags = diag_new(leak->job->arena);
    Reader reader = {.job = &quiet};
    add_text(leak, node->text);
    add_entry(leak, node->text);
    add_mentions(leak, node->text);
    if (node->text.len > 3 && node->map_count) markup_read(&reader, node);
    for (size_t i = 0; i < reader.texts.len; i++)
        add_pieces(leak, reader.texts.at[i]->pieces, reader.texts.at[i]->count);
}

static void add_node(Leak *leak, const Node *node) {
    if (node->kind == NODE_SCALAR) add_scalar(leak, node);
    for (size_t i = 0; i < node->count; i++) {
        bool is_mapping = node->kind == NODE_MAPPING;
        Str key = is_mapping ? node->entries[i].key->text : (Str){0};
        if (str_is(key, "withheld") || str_is(key, "audience")) continue;
        add_node(leak, is_mapping ? node->entries[i].value : node->items[i]);
    }
}

static void collect(Leak *leak) {
    const Edition *edition = leak->model->edition;
    for (size_t i = 0; i < edition->removed.len; i++) {
        const Removed *removed = &edition->removed.at[i];
        leak->removed = (uint32_t)i;
        if (removed->node)
            add_node(leak, removed->node);
        else
            add_pieces(leak, removed->pieces, removed->count);
    }
}

/* ---- looking up ----------------------------------------------------------------------------- */

static void build_table(Leak *leak) {
    size_t size = 64;
    while (size < leak->list.len * 2) size *= 2;
    leak->table = ARENA_ARRAY(leak->job->arena, Secret, size);
    leak->mask = size - 1;
    for (size_t i = 0; i < leak->list.len; i++) {
        size_t at = leak->list.at[i].hash & leak->mask;
        while (leak->table[at].hash && leak->table[at].hash != leak->list.at[i].hash)
            at = (at + 1) & leak->mask;
        if (!leak->table[at].hash) leak->table[at] = leak->list.at[i];
    }
}

static void report(Leak *leak, const Secret *secret) {
    const Removed *removed = &leak->model->edition->removed.at[secret->removed];
    leak->has_leaked = true;
    diag_add(leak->job->diags, E_LEAK, removed->span,
             STR("nothing was written; look for the same words where this edition may see them"),
             "the file says what the edition leaves out here");
}

static void look_up(Leak *leak, uint64_t hash) {
    size_t at = hash & leak->mask;
    while (leak->table[at].hash && leak->table[at].hash != hash) at = (at + 1) & leak->mask;
    Secret *secret = &leak->table[at];
    if (!secret->hash || secret->is_kept) return;
    if (leak->is_keeping)
        secret->is_kept = true;
    else
        report(leak, secret);
}

/* All sequences that end at the last of the words. */
static void look_at_end(Leak *leak, Str text, const LeakWord *words, size_t count) {
    for (size_t length = 1; length <= count; length++)
        if (leak->lengths >> length & 1) look_up(leak, hash_words(words + count - length, length));
    bool has_numbers = leak->lengths & 1;
    size_t digits = 0;
    for (size_t length = 1; has_numbers && length <= count; length++) {
        const LeakWord *first = &words[count - length];
        if (!first->digits) return;
        digits += first->digits;
        if (digits >= FEWEST_DIGITS) look_up(leak, hash_number(text, first, length));
    }
}

static void search(Leak *leak, Str text) {
    LeakWord words[2 * MOST_WORDS], word;
    size_t count = 0;
    for (size_t at = 0; leak_next_word(text, &at, &word);) {
        if (count == 2 * MOST_WORDS) {
            memmove(words, words + MOST_WORDS, MOST_WORDS * sizeof *words);
            count = MOST_WORDS;
        }
        words[count++] = word;
        size_t window = count < MOST_WORDS ? count : MOST_WORDS;
        look_at_end(leak, text, words + count - window, window);
    }
}

/* ---- what is kept --------------------------------------------------------------------------- */

/* The source between what was left out of it, from `from` on. */
static void keep_source(Leak *leak, uint32_t number, Span extent) {
    const Edition *edition = leak->model->edition;
    Str bytes = source_find(leak->job->sources, number)->bytes;
    ArenaMark mark = arena_mark(leak->job->scratch);
    char *kept = arena_copy(leak->job->scratch, bytes.at, bytes.len);
    for (size_t i = 0; i < edition->removed.len; i++) {
        Span gone = edition->removed.at[i].span;
        if (gone.source == number && gone.end <= bytes.len)
            memset(kept + gone.start, ' ', gone.end - gone.start);
    }
    Str left = str_slice((Str){kept, bytes.len}, extent.start, extent.end);
    search(leak, left);
    arena_release(leak->job->scratch, mark);
}

static bool is_removed_whole(const Edition *edition, uint32_t number) {
    for (size_t i = 0; i < edition->removed.len; i++) {
        Span gone = edition->removed.at[i].span;
        if (gone.source == number && !gone.start) return true;
    }
    return false;
}

static bool is_directory(const Model *model, uint32_t number) {
    for (size_t i = 0; i < model->directory_sources.len; i++)
        if (model->directory_sources.at[i] == number) return true;
    return false;
}

/* A directory is kept as far as its entries are named. */
static void keep_sources(Leak *leak) {
    const Model *model = leak->model;
    size_t count = leak->job->sources->list.len;
    for (uint32_t number = 1; number <= count; number++) {
        bool is_whole = !is_directory(model, number) && !is_removed_whole(model->edition, number);
        size_t size = source_find(leak->job->sources, number)->bytes.len;
        if (is_whole) keep_source(leak, number, span_of(number, 0, size));
    }
    for (size_t i = 0; i < model->directory->entries.len; i++) {
        const Entry *entry = model->directory->entries.at[i];
        if (model->is_used[i] && entry->extent.source)
            keep_source(leak, entry->extent.source, entry->extent);
    }
}

static void keep_texts(Leak *leak) {
    const Model *model = leak->model;
    for (size_t i = 0; i < model->reader.texts.len; i++)
        search(leak, rich_plain(leak->job->arena, model->reader.texts.at[i]));
    for (size_t i = 0; i < model->edition->removed.len; i++) {
        const Node *node = model->edition->removed.at[i].node;
        const Node *ground =
            node && node->kind == NODE_MAPPING ? node_find(node, "withheld") : NULL;
        if (ground && ground->kind == NODE_SCALAR) search(leak, ground->text);
    }
}

static void keep_own_words(Leak *leak, const Layout *layout) {
    const LanguageProfile *profile;
    for (size_t i = 0; (profile = language_at(i)) != NULL; i++) {
        for (int term = 0; term < TERM_COUNT; term++) search(leak, profile->words->terms[term]);
        for (int month = 0; month < 12; month++) search(leak, profile->words->months[month]);
    }
    const RunningLine *lines[] = {&layout->head, &layout->foot};
    for (size_t i = 0; i < 2; i++) {
        search(leak, lines[i]->inner);
        search(leak, lines[i]->center);
        search(leak, lines[i]->outer);
    }
}

/* ---- the whole ------------------------------------------------------------------------------ */

bool leak_is_possible(const Model *model) { return model->edition && model->edition->removed.len; }

bool leak_test(Job *job, const Model *model, const Layout *layout,
               const PdfTranscript *transcript) {
    Leak leak = {.job = job, .model = model};
    collect(&leak);
    build_table(&leak);
    leak.is_keeping = true;
    keep_sources(&leak);
    keep_texts(&leak);
    keep_own_words(&leak, layout);
    leak.is_keeping = false;
    Buf painted = buf_new(job->arena);
    for (size_t i = 0; i < transcript->stretches.len; i++) {
        buf_add(&painted, transcript->stretches.at[i].text);
        buf_add_char(&painted, ' ');
    }
    search(&leak, buf_str(&painted));
    search(&leak, buf_str(&transcript->reading));
    for (size_t i = 0; i < transcript->strings.len; i++) search(&leak, transcript->strings.at[i]);
    return !leak.has_leaked;
}
