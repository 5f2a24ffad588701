/* A pack in; the glossary of what it mentions out: acronyms and terms, in the order of the language's alphabet. */
#include "block/ledger.h"
#include "block/pack.h"

#include <stdlib.h>

typedef struct GlossaryRow {
    const LanguageProfile *profile;
    Str head, name; /* `name` empty: the head is the name */
    const Rich *means;
    Span span;
} GlossaryRow;

/* A term, or an organization that is written with its acronym. */
static bool row_of(const Setter *setter, const Entry *entry, GlossaryRow *row) {
    bool is_term = entry->kind == ENTRY_TERM;
    if (!is_term && entry->kind != ENTRY_ORGANIZATION) return false;
    const Translated *names = is_term ? &entry->term.name : &entry->organization.name;
    const Translated *acronyms = is_term ? &entry->term.acronym : &entry->organization.acronym;
    Str name = translated_text(names, setter->lang),
        acronym = translated_text(acronyms, setter->lang);
    const RichTranslation *means =
        is_term ? translated_rich(&entry->term.means, setter->lang) : NULL;
    if (!acronym.len && !means) return false;
    *row = (GlossaryRow){.profile = language_find(setter->lang),
                         .head = acronym.len ? acronym : name,
                         .name = acronym.len ? name : (Str){0},
                         .means = means ? &means->text : NULL,
                         .span = entry->span};
    return row->head.len != 0;
}

static int by_head(const void *a, const void *b) {
    const GlossaryRow *left = a, *right = b;
    int order = language_compare(left->profile, left->head, right->head);
    return order ? order : str_compare(left->name, right->name);
}

/* "United Cities and Local Governments: what it means" */
static Rich words_of(Setter *setter, const GlossaryRow *row) {
    Arena *arena = setter->job->arena;
    size_t count = row->means ? row->means->count : 0;
    Rich words = {.pieces = ARENA_ARRAY(arena, Piece, count + 1), .span = row->span};
    if (row->name.len) {
        Str text = count ? str_format(arena, "%.*s: ", STR_ARG(row->name)) : row->name;
        words.pieces[words.count++] = (Piece){.kind = PIECE_TEXT, .text = text, .span = row->span};
    }
    for (size_t i = 0; i < count; i++) words.pieces[words.count++] = row->means->pieces[i];
    return words;
}

static void set_nothing(Setter *setter) {
    set_lines(setter,
              set_string_lines(setter, language_term(setter->lang, TERM_NOTHING_LISTED), (Span){0},
                               layout_style(setter->layout, "text"), setter->measure,
                               tag_add(setter->tags, setter->parent, TAG_P)),
              layout_style(setter->layout, "text"), (Span){0});
}

void matter_set_glossary(Setter *setter, const PackNumbers *numbers) {
    (void)numbers;
    const Model *model = setter->model;
    size_t entries = model->directory->entries.len, count = 0;
    GlossaryRow *rows = ARENA_ARRAY(setter->job->arena, GlossaryRow, entries + 1);
    matter_set_title(setter, language_term(setter->lang, TERM_GLOSSARY), STR("part:glossary"));
    for (size_t i = 0; i < entries; i++) {
        if (model->is_used[i])
            count += row_of(setter, model->directory->entries.at[i], &rows[count]);
    }
    if (!count) {
        set_nothing(setter);
        return;
    }
    qsort(rows, count, sizeof *rows, by_head);
    Ledger ledger = ledger_new(setter, NULL, 2);
    for (size_t i = 0; i < count; i++) {
        Rich *words = ARENA_NEW(setter->job->arena, Rich);
        *words = words_of(setter, &rows[i]);
        ledger_row(&ledger, rows[i].span);
        ledger_text(&ledger, rows[i].head, rows[i].span);
        ledger_rich(&ledger, words);
    }
    ledger_set(&ledger, (Span){0});
}
