/* A directory whose files are all read in; what its entries say of each other, checked, out. */
#include "model/check.h"
#include "model/directory.h"

/* ---- ids that entries name ------------------------------------------------------------------ */

static bool check_organization(Job *job, const Directory *directory, const Scalar *id) {
    if (!id->given || id->is_tbc) return true;
    const Entry *entry = directory_find(directory, id->text);
    if (entry && entry->kind == ENTRY_ORGANIZATION) return true;
    Str hint = entry ? (Str){0} : directory_hint(job, directory, id->text);
    diag_add(job->diags, E_UNKNOWN_ID, id->span, hint, "no organization has the id \"%.*s\"",
             STR_ARG(id->text));
    return false;
}

void directory_check_name(Job *job, const Directory *directory, const Scalar *name) {
    if (!name->given || name->is_tbc || !id_looks_like(name->text)) return;
    if (directory_find(directory, name->text)) return;
    Str hint = directory_hint(job, directory, name->text);
    if (hint.len)
        diag_add(job->diags, W_ALMOST_ID, name->span, hint,
                 "\"%.*s\" is no id of the directory, and is printed as it stands",
                 STR_ARG(name->text));
}

/* ---- parents -------------------------------------------------------------------------------- */

/* The position of the parent of an organization; SIZE_MAX when it has none. */
static size_t parent_of(const Directory *directory, size_t position) {
    const Entry *entry = directory->entries.at[position];
    size_t parent;
    bool has_one = entry->kind == ENTRY_ORGANIZATION && entry->organization.parent.given &&
                   id_index_find(&directory->index, entry->organization.parent.text, &parent);
    return has_one ? parent : SIZE_MAX;
}

static void report_circle(Job *job, const Directory *directory, size_t start) {
    const Entry *first = directory->entries.at[start];
    Buf way = buf_new(job->arena);
    size_t at = start, steps = 0;
    do {
        const Entry *entry = directory->entries.at[at];
        if (steps < 8) buf_print(&way, "%.*s, part of ", STR_ARG(entry->id));
        at = parent_of(directory, at);
    } while (++steps, at != start);
    if (steps > 8) buf_add(&way, STR("..., part of "));
    buf_add(&way, first->id);
    diag_add(job->diags, E_PARENT_CIRCLE, first->organization.parent.span,
             STR("take one `parent` of the circle out"), "\"%.*s\" is part of itself: %.*s",
             STR_ARG(first->id), STR_ARG(buf_str(&way)));
}

/* Each organization is walked over once: its mark says from which start. */
static bool check_circles(Job *job, const Directory *directory) {
    size_t count = directory->entries.len, errors = job->diags->errors;
    ArenaMark mark = arena_mark(job->scratch);
    size_t *starts = ARENA_ARRAY(job->scratch, size_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        while (at != SIZE_MAX && !starts[at]) {
            starts[at] = i + 1;
            at = parent_of(directory, at);
        }
        if (at != SIZE_MAX && starts[at] == i + 1) report_circle(job, directory, at);
    }
    arena_release(job->scratch, mark);
    return job->diags->errors == errors;
}

/* ---- one name, one entry -------------------------------------------------------------------- */

typedef struct Naming {
    Job *job;
    Directory *directory;
    size_t position; /* of the entry whose names are being kept */
} Naming;

static Span name_span(const Entry *entry, Str name, Str lang);

static void keep_name(Naming *naming, Str name, Span span, Str lang) {
    Directory *directory = naming->directory;
    size_t position = naming->position;
    if (!name.len || text_is_tbc(name)) return;
    if (id_index_add(naming->job->arena, &directory->names, name, &position)) return;
    if (position == naming->position) return; /* "Metropolis (Metropolis)" */
    const Entry *first = directory->entries.at[position];
    const Entry *second = directory->entries.at[naming->position];
    diag_add(naming->job->diags, W_SAME_NAME, span,
             first_place_hint(naming->job, name_span(first, name, lang), span),
             "\"%.*s\" names two entries, \"%.*s\" and \"%.*s\"", STR_ARG(name), STR_ARG(first->id),
             STR_ARG(second->id));
}

static void keep_translated(Naming *naming, const Translated *text, Str lang) {
    Scalar name = translated_scalar(text, lang);
    keep_name(naming, name.text, name.span, lang);
}

static const Translated *acronym_of(const Entry *entry) {
    static const Translated none = {0};
    return entry->kind == ENTRY_ORGANIZATION ? &entry->organization.acronym
           : entry->kind == ENTRY_TERM       ? &entry->term.acronym
                                             : &none;
}

static const Translated *name_of(const Entry *entry) {
    switch (entry->kind) {
    case ENTRY_ORGANIZATION:
        return &entry->organization.name;
    case ENTRY_PERSON:
        return &entry->person.name;
    case ENTRY_TERM:
        return &entry->term.name;
    default:
        return &entry->reference.title;
    }
}

static Span name_span(const Entry *entry, Str name, Str lang) {
    Scalar full = translated_scalar(name_of(entry), lang);
    Scalar acronym = translated_scalar(acronym_of(entry), lang);
    if (str_equal(full.text, name)) return full.span;
    if (str_equal(acronym.text, name)) return acronym.span;
    for (size_t i = 0; entry->kind == ENTRY_ORGANIZATION && i < entry->organization.also.len; i++) {
        if (str_equal(entry->organization.also.at[i].text, name))
            return entry->organization.also.at[i].span;
    }
    return entry->span;
}

/* Works are left out: many are called "Annual report". */
static void check_names(Job *job, Directory *directory, Str lang) {
    Naming naming = {.job = job, .directory = directory};
    for (size_t i = 0; i < directory->entries.len; i++) {
        const Entry *entry = directory->entries.at[i];
        if (entry->kind == ENTRY_REFERENCE) continue;
        naming.position = i;
        keep_translated(&naming, name_of(entry), lang);
        keep_translated(&naming, acronym_of(entry), lang);
        if (entry->kind != ENTRY_ORGANIZATION) continue;
        for (size_t k = 0; k < entry->organization.also.len; k++)
            keep_name(&naming, entry->organization.also.at[k].text,
                      entry->organization.also.at[k].span, lang);
    }
}

bool directory_check(Job *job, Directory *directory, Str lang) {
    bool is_good = true;
    for (size_t i = 0; i < directory->entries.len; i++) {
        const Entry *entry = directory->entries.at[i];
        if (entry->kind == ENTRY_ORGANIZATION)
            is_good &= check_organization(job, directory, &entry->organization.parent);
        if (entry->kind == ENTRY_PERSON)
            is_good &= check_organization(job, directory, &entry->person.organization);
        if (entry->kind == ENTRY_REFERENCE)
            directory_check_name(job, directory, &entry->reference.by);
    }
    is_good &= check_circles(job, directory);
    check_names(job, directory, lang);
    return is_good;
}
