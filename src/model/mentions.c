/* Mentions ([[id]]) in; the words they stand for out: in full the first time, short from then on.
 *
 * "First" is by the order of reading: standfirst, place, then the blocks as they come. Titles are repeated
 * in running heads and bookmarks, so a mention there says the bare name and does not count as the first. */
#include "model/internal.h"

/* ---- words of an entry ---------------------------------------------------------------------- */

typedef struct Names {
    Str full, acronym;
    bool is_known_by_name; /* later mentions say the name, not the acronym */
} Names;

static Str long_form(Arena *arena, const Names *names) {
    if (!names->acronym.len) return names->full;
    return str_format(arena, "%.*s (%.*s)", STR_ARG(names->full), STR_ARG(names->acronym));
}

static Str named_text(Arena *arena, const Names *names, MentionForm form) {
    if (form == MENTION_FULL) return long_form(arena, names);
    if (form == MENTION_SHORT && names->acronym.len && !names->is_known_by_name)
        return names->acronym;
    return names->full;
}

static Str person_text(Arena *arena, const Person *person, MentionForm form, Str lang) {
    Str name = translated_text(&person->name, lang);
    Str family = translated_text(&person->family, lang);
    Str title = translated_text(&person->title, lang);
    if (form == MENTION_SHORT && family.len) return family;
    if (form == MENTION_FULL && title.len) /* no line ends behind "Ms." */
        return str_format(arena, "%.*s\xC2\xA0%.*s", STR_ARG(title), STR_ARG(name));
    return name;
}

Str model_entry_text(Arena *arena, const Entry *entry, MentionForm form, Str lang) {
    Names names = {0};
    switch (entry->kind) {
    case ENTRY_ORGANIZATION:
        names = (Names){translated_text(&entry->organization.name, lang),
                        translated_text(&entry->organization.acronym, lang),
                        entry->organization.known_by != 0};
        return named_text(arena, &names, form);
    case ENTRY_TERM:
        names = (Names){translated_text(&entry->term.name, lang),
                        translated_text(&entry->term.acronym, lang), false};
        return named_text(arena, &names, form);
    case ENTRY_PERSON:
        return person_text(arena, &entry->person, form, lang);
    case ENTRY_REFERENCE:
        return translated_text(&entry->reference.title, lang);
    }
    return (Str){0};
}

/* ---- finding -------------------------------------------------------------------------------- */

/* The entry, noted as used; NULL when there is none. */
static const Entry *use_entry(const Model *model, Str id) {
    size_t position;
    if (!id_index_find(&model->directory->index, id, &position)) return NULL;
    if (!model->is_used[position]) model->is_used[position] = true; /* read by many later */
    return model->directory->entries.at[position];
}

/* Where a directory could not be read, that has been told, and what is missing was likely in it. */
static void report_unknown(Model *model, Str id, Span span) {
    if (model->lacks_directory || model_report_withheld(model, id, span)) return;
    Str hint = directory_hint(model->job, model->directory, id);
    if (!hint.len && !model->names_directory) hint = STR("name the directory files under `use`");
    diag_add(model->job->diags, E_UNKNOWN_ID, span, hint, "no directory entry has the id \"%.*s\"",
             STR_ARG(id));
}

const Entry *model_require_entry(Model *model, const Scalar *id) {
    if (!id->given || id->is_tbc) return NULL;
    const Entry *entry = use_entry(model, id->text);
    if (!entry) report_unknown(model, id->text, id->span);
    return entry;
}

Str model_name(const Model *model, const Scalar *id_or_name, Str lang) {
    const Entry *entry = use_entry(model, id_or_name->text);
    if (!entry && model_names_withheld(model, id_or_name)) return STR("-");
    return entry ? model_entry_text(model->job->arena, entry, MENTION_AUTO, lang)
                 : id_or_name->text;
}

/* ---- one pass over the texts ---------------------------------------------------------------- */

typedef struct Mentions {
    Model *model;
    bool *is_known; /* by position in the directory: was it mentioned in full? */
    bool is_title;
} Mentions;

static Str piece_lang(const Piece *piece, Str around) {
    for (const TextSpan *span = piece->attributes; span; span = span->outer) {
        if (span->lang.len) return span->lang;
    }
    return around;
}

/* The form that AUTO becomes here. */
static MentionForm settle_form(const Mentions *mentions, const Entry *entry, const bool *is_known) {
    if (mentions->is_title) return MENTION_AUTO;
    bool never_expands = entry->kind == ENTRY_TERM && entry->term.expand != 0;
    return *is_known || never_expands ? MENTION_SHORT : MENTION_FULL;
}

static void resolve_piece(Mentions *mentions, Piece *piece, Str lang) {
    Model *model = mentions->model;
    const Entry *entry = use_entry(model, piece->target);
    size_t position = 0;
    if (!entry) {
        report_unknown(model, piece->target, piece->span);
        piece->kind = PIECE_TEXT; /* its id stands for it */
        piece->text = piece->target;
        return;
    }
    id_index_find(&model->directory->index, piece->target, &position);
    bool *is_known = &mentions->is_known[position];
    MentionForm form = piece->form;
    if (form == MENTION_AUTO) form = settle_form(mentions, entry, is_known);
    if (form == MENTION_FULL && !mentions->is_title) *is_known = true;
    piece->entry = entry;
    piece->text = model_entry_text(model->job->arena, entry, form, piece_lang(piece, lang));
}

/* A text may come twice (the short title may be the title): what is resolved stays. */
static void resolve_text(Mentions *mentions, Rich *text, Str lang) {
    for (size_t i = 0; i < text->count; i++) {
        Piece *piece = &text->pieces[i];
        if (piece->kind == PIECE_MENTION && !piece->entry) resolve_piece(mentions, piece, lang);
    }
}

static void resolve_titles(Mentions *mentions, Article *article) {
    mentions->is_title = true;
    resolve_text(mentions, &article->kicker, article->language);
    resolve_text(mentions, &article->title, article->language);
    resolve_text(mentions, &article->short_title, article->language);
    resolve_text(mentions, &article->subtitle, article->language);
    mentions->is_title = false;
}

/* What stands above the body comes first, wherever in the file it was written. */
static void resolve_opening(Mentions *mentions, Article *article) {
    resolve_text(mentions, &article->standfirst, article->language);
    resolve_text(mentions, &article->place, article->language);
}

/* A text of the directory may be printed anywhere, so it stands by itself: it says names in full. */
static void resolve_directory_text(Model *model, Rich *text) {
    for (size_t i = 0; i < text->count; i++) {
        Piece *piece = &text->pieces[i];
        if (piece->kind != PIECE_MENTION || piece->entry) continue;
        const Entry *entry = directory_find(model->directory, piece->target);
        if (!entry) {
            report_unknown(model, piece->target, piece->span);
            piece->kind = PIECE_TEXT;
            piece->text = piece->target;
            continue;
        }
        MentionForm form = piece->form == MENTION_SHORT ? MENTION_SHORT : MENTION_FULL;
        piece->entry = entry;
        piece->text =
            model_entry_text(model->job->arena, entry, form, piece_lang(piece, model->lang));
    }
}

void model_resolve_mentions(Model *model) {
    Mentions mentions = {.model = model};
    mentions.is_known = ARENA_ARRAY(model->job->arena, bool, model->directory->entries.len + 1);
    for (size_t i = 0; i < model->articles.len; i++)
        resolve_titles(&mentions, model->articles.at[i]);
    size_t next = 0;
    for (size_t i = 0; i < model->reader.texts.len; i++) {
        while (next < model->articles.len && model->articles.at[next]->first_text == i)
            resolve_opening(&mentions, model->articles.at[next++]);
        resolve_text(&mentions, model->reader.texts.at[i], model_text_lang(model, i));
    }
    for (size_t i = 0; i < model->directory_reader->texts.len; i++)
        resolve_directory_text(model, model->directory_reader->texts.at[i]);
}
