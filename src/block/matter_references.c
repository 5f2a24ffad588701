/* A pack in; the documents it mentions out, by title in the order of the language's alphabet: "Title. By whom, date,
 * symbol. Address". */
#include "base/language.h"
#include "block/look.h"
#include "block/pack.h"

#include <stdlib.h>

typedef struct ReferenceRow {
    const LanguageProfile *profile;
    const Entry *entry;
    Str title;
} ReferenceRow;

static int by_title(const void *a, const void *b) {
    const ReferenceRow *left = a, *right = b;
    int order = language_compare(left->profile, left->title, right->title);
    return order ? order : str_compare(left->entry->id, right->entry->id);
}

static void add_fact(Setter *setter, PartList *parts, const Scalar *value, Str text, size_t *facts,
                     Tag *tag) {
    if (!value->given || (!text.len && !value->is_tbc)) return;
    const Style *style = layout_style(setter->layout, "reference");
    Scalar shown = *value;
    shown.text = value->is_tbc ? value->text : text;
    parts_add_string(setter, parts, (*facts)++ ? STR(", ") : STR(". "), value->span, style, tag);
    parts_add_value(setter, parts, &shown, style, tag);
}

static void set_reference(Setter *setter, const ReferenceRow *row, Tag *list) {
    const Reference *reference = &row->entry->reference;
    const Style *style = layout_style(setter->layout, "reference");
    Tag *tag = tag_add(setter->tags, tag_add(setter->tags, list, TAG_LI), TAG_LBODY);
    const TextLink *link = link_to(setter, &reference->url);
    Str by =
        reference->by.given ? model_name(setter->model, &reference->by, setter->lang) : (Str){0};
    Str date = reference->date.year
                   ? model_format_date(setter->job->arena, &reference->date, setter->lang)
                   : (Str){0};
    PartList parts = {0};
    size_t facts = 0;
    parts_add_string(setter, &parts, row->title, row->entry->span, style, tag);
    add_fact(setter, &parts, &reference->by, by, &facts, tag);
    add_fact(setter, &parts, &reference->date.scalar, date, &facts, tag);
    add_fact(setter, &parts, &reference->symbol, reference->symbol.text, &facts, tag);
    if (link) {
        parts_add_string(setter, &parts, STR(". "), row->entry->span, style, tag);
        parts_add_link(setter, &parts, link->url, link, style, tag);
    }
    set_parts(setter, &parts, style, row->entry->span);
}

void matter_set_references(Setter *setter, const PackNumbers *numbers) {
    (void)numbers;
    const Model *model = setter->model;
    size_t entries = model->directory->entries.len, count = 0;
    ReferenceRow *rows = ARENA_ARRAY(setter->job->arena, ReferenceRow, entries + 1);
    matter_set_title(setter, language_term(setter->lang, TERM_REFERENCES), STR("part:references"));
    for (size_t i = 0; i < entries; i++) {
        const Entry *entry = model->directory->entries.at[i];
        if (!model->is_used[i] || entry->kind != ENTRY_REFERENCE) continue;
        rows[count++] = (ReferenceRow){language_find(setter->lang), entry,
                                       translated_text(&entry->reference.title, setter->lang)};
    }
    if (!count) {
        PartList parts = {0};
        const Style *style = layout_style(setter->layout, "reference");
        parts_add_string(setter, &parts, language_term(setter->lang, TERM_NOTHING_LISTED),
                         (Span){0}, style, tag_add(setter->tags, setter->parent, TAG_P));
        set_parts(setter, &parts, style, (Span){0});
        return;
    }
    qsort(rows, count, sizeof *rows, by_title);
    Tag *list = tag_add(setter->tags, setter->parent, TAG_L);
    list->list_numbering = "None";
    for (size_t i = 0; i < count; i++) set_reference(setter, &rows[i], list);
}
