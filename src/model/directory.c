/* Directory files in, entries out: the field tables of organizations, people, terms and references. */
#include "model/directory.h"

#include "model/check.h"

static bool parse_translated(Reader *reader, const Node *value, const Field *field, void *slot);

static const char *const organization_kinds[] = {"body", "state", "city", "company", NULL};
static const char *const known_by[] = {"acronym", "name", NULL};
static const char *const expansions[] = {"first", "never", NULL};

static const Field organization_fields[] = {
    {.key = "name",
     .type = FIELD_CUSTOM,
     FIELD(Organization, name),
     .required = true,
     .parse = parse_translated,
     .expects = "a text, or one text a language",
     .help = "full name"},
    {.key = "acronym",
     .type = FIELD_CUSTOM,
     FIELD(Organization, acronym),
     .parse = parse_translated,
     .expects = "a text, or one text a language",
     .help = "printed in brackets at the first mention, alone later"},
    {.key = "url", .type = FIELD_URL, FIELD(Organization, url), .help = "address on the web"},
    {.key = "kind",
     .type = FIELD_CHOICE,
     FIELD(Organization, kind),
     .default_value = "body",
     .choices = organization_kinds,
     .help = "what it is"},
    {.key = "parent",
     .type = FIELD_ID,
     FIELD(Organization, parent),
     .help = "id of the organization it belongs to"},
    {.key = "sort",
     .type = FIELD_STRING,
     FIELD(Organization, sort),
     .help = "what it is sorted under"},
    {.key = "known-by",
     .type = FIELD_CHOICE,
     FIELD(Organization, known_by),
     .default_value = "acronym",
     .choices = known_by,
     .help = "what later mentions say"},
    {.key = "also", .type = FIELD_STRINGS, FIELD(Organization, also), .help = "other names in use"},
    {.key = "formerly", .type = FIELD_STRINGS, FIELD(Organization, formerly), .help = "old names"},
    {.key = "logo", .type = FIELD_NODE, FIELD(Organization, logo), .help = "picture"},
    {.key = "address",
     .type = FIELD_STRING,
     FIELD(Organization, address),
     .help = "postal address"},
    {.key = "about", .type = FIELD_TEXT, FIELD(Organization, about), .help = "what it does"},
    {0}};

static const Field person_fields[] = {
    {.key = "name",
     .type = FIELD_STRING,
     FIELD(Person, name),
     .required = true,
     .help = "full name"},
    {.key = "family",
     .type = FIELD_STRING,
     FIELD(Person, family),
     .help = "family name, printed at later mentions"},
    {.key = "title",
     .type = FIELD_STRING,
     FIELD(Person, title),
     .help = "form of address before the name (Ms., Dr)"},
    {.key = "post", .type = FIELD_STRING, FIELD(Person, post), .help = "office held"},
    {.key = "organization",
     .type = FIELD_ID,
     FIELD(Person, organization),
     .help = "id of the person's organization"},
    {.key = "pronounce",
     .type = FIELD_STRING,
     FIELD(Person, pronounce),
     .help = "how the name is said"},
    {.key = "portrait", .type = FIELD_NODE, FIELD(Person, portrait), .help = "picture"},
    {.key = "about", .type = FIELD_TEXT, FIELD(Person, about), .help = "biography"},
    {.key = "met", .type = FIELD_STRING, FIELD(Person, met), .help = "earlier meetings"},
    {.key = "consent",
     .type = FIELD_STRING,
     FIELD(Person, consent),
     .help = "what the person agreed to have printed"},
    {.key = "tel", .type = FIELD_STRING, FIELD(Person, tel), .help = "telephone"},
    {.key = "mail", .type = FIELD_STRING, FIELD(Person, mail), .help = "e-mail"},
    {0}};

static const Field term_fields[] = {
    {.key = "name",
     .type = FIELD_CUSTOM,
     FIELD(Term, name),
     .required = true,
     .parse = parse_translated,
     .expects = "a text, or one text a language",
     .help = "the term in full"},
    {.key = "acronym",
     .type = FIELD_CUSTOM,
     FIELD(Term, acronym),
     .parse = parse_translated,
     .expects = "a text, or one text a language",
     .help = "its short form"},
    {.key = "means", .type = FIELD_TEXT, FIELD(Term, means), .help = "definition"},
    {.key = "expand",
     .type = FIELD_CHOICE,
     FIELD(Term, expand),
     .default_value = "first",
     .choices = expansions,
     .help = "whether the first mention is expanded"},
    {0}};

static const Field reference_fields[] = {
    {.key = "title",
     .type = FIELD_STRING,
     FIELD(Reference, title),
     .required = true,
     .help = "title of the work"},
    {.key = "kind", .type = FIELD_STRING, FIELD(Reference, kind), .help = "what it is"},
    {.key = "by", .type = FIELD_STRING, FIELD(Reference, by), .help = "author or body"},
    {.key = "date", .type = FIELD_DATE, FIELD(Reference, date), .help = "date of the work"},
    {.key = "url", .type = FIELD_URL, FIELD(Reference, url), .help = "address on the web"},
    {.key = "symbol", .type = FIELD_STRING, FIELD(Reference, symbol), .help = "document symbol"},
    {0}};

/* In the order of EntryKind. */
static const Record entry_records[] = {
    {.name = "organization", .size = sizeof(Organization), .fields = organization_fields},
    {.name = "person", .size = sizeof(Person), .fields = person_fields},
    {.name = "term", .size = sizeof(Term), .fields = term_fields},
    {.name = "reference", .size = sizeof(Reference), .fields = reference_fields}};

typedef struct DirectoryFile {
    Scalar kind;
    const Node *lists[4]; /* in the order of EntryKind */
} DirectoryFile;

static const Field file_fields[] = {{.key = "dossier",
                                     .type = FIELD_STRING,
                                     FIELD(DirectoryFile, kind),
                                     .required = true,
                                     .help = "directory"},
                                    {.key = "organizations",
                                     .type = FIELD_NODE,
                                     FIELD(DirectoryFile, lists[ENTRY_ORGANIZATION]),
                                     .help = "organizations by id"},
                                    {.key = "people",
                                     .type = FIELD_NODE,
                                     FIELD(DirectoryFile, lists[ENTRY_PERSON]),
                                     .help = "people by id"},
                                    {.key = "terms",
                                     .type = FIELD_NODE,
                                     FIELD(DirectoryFile, lists[ENTRY_TERM]),
                                     .help = "terms by id"},
                                    {.key = "references",
                                     .type = FIELD_NODE,
                                     FIELD(DirectoryFile, lists[ENTRY_REFERENCE]),
                                     .help = "works by id"},
                                    {0}};

static const Record file_record = {
    .name = "directory", .size = sizeof(DirectoryFile), .fields = file_fields};

const Record *directory_entry_record(EntryKind kind) { return &entry_records[kind]; }

/* ---- a text, or one a language -------------------------------------------------------------- */

static bool add_translation(Reader *reader, Str lang, const Node *value, Translated *into) {
    if (!text_check(reader, value)) return false;
    Str text = str_trim(value->text);
    if (text_is_tbc(text)) *list_add(reader->job->arena, &reader->tbcs) = value->span;
    into->at[into->len++] = (Translation){.lang = lang, .text = text, .span = value->span};
    return true;
}

static bool parse_translated(Reader *reader, const Node *value, const Field *field, void *slot) {
    Translated *into = slot;
    size_t count = value->kind == NODE_MAPPING ? value->count : 1;
    into->at = ARENA_ARRAY(reader->job->arena, Translation, count ? count : 1);
    if (value->kind == NODE_SCALAR) return add_translation(reader, (Str){0}, value, into);
    if (value->kind != NODE_MAPPING || !count) {
        if (value->is_damaged) return false;
        diag_add(reader->job->diags, E_WRONG_TYPE, value->span, (Str){0}, "\"%s\" takes %s, not %s",
                 field->key, field->expects, node_kind_name(value));
        return false;
    }
    bool is_good = true;
    for (size_t i = 0; i < count; i++) {
        const Node *key = value->entries[i].key;
        is_good &= lang_check(reader->job, key->text, key->span) &&
                   add_translation(reader, key->text, value->entries[i].value, into);
    }
    return is_good;
}

static Str base_language(Str lang) {
    size_t hyphen = str_find(lang, STR("-"), 0);
    return str_slice(lang, 0, hyphen);
}

static const Translation *find_translation(const Translated *text, Str lang, bool by_base) {
    for (size_t i = 0; i < text->len; i++) {
        Str has = by_base ? base_language(text->at[i].lang) : text->at[i].lang;
        if (str_equal(has, lang)) return &text->at[i];
    }
    return NULL;
}

Str translated_text(const Translated *text, Str lang) {
    const Translation *found = find_translation(text, lang, false);
    if (!found) found = find_translation(text, base_language(lang), true);
    if (!found) found = find_translation(text, STR("en"), true);
    if (!found && text->len) found = &text->at[0];
    return found ? found->text : (Str){0};
}

/* ---- entries -------------------------------------------------------------------------------- */

/* The mapping with every `{value: x, audience: [...]}` replaced by x. An audience is refused: printing the
 * field to everybody would be the one mistake that cannot be taken back. */
static bool open_values(Reader *reader, const Node *mapping, Node *opened) {
    bool is_good = true;
    *opened = *mapping;
    opened->entries =
        arena_copy(reader->job->arena, mapping->entries, sizeof(NodeEntry) * mapping->count);
    for (size_t i = 0; i < mapping->count; i++) {
        const Node *wrapped = mapping->entries[i].value;
        if (wrapped->kind != NODE_MAPPING) continue;
        Node *value = node_find(wrapped, "value"), *audience = node_find(wrapped, "audience");
        if (value) opened->entries[i].value = value;
        if (!audience) continue;
        is_good = false;
        diag_add(reader->job->diags, E_NOT_IMPLEMENTED, audience->span,
                 STR("keep it in a directory of its own that this article does not use"),
                 "an audience on a field is not supported yet, so nothing would be withheld");
    }
    return is_good;
}

bool directory_read_inline(Reader *reader, const Node *mapping, EntryKind kind, Entry *entry) {
    static const char *const takes[] = {"an organization", "a person", "a term", "a reference"};
    entry->kind = kind;
    entry->extent = mapping->span;
    if (mapping->kind != NODE_MAPPING) {
        if (mapping->is_damaged) return false;
        diag_add(reader->job->diags, E_WRONG_TYPE, mapping->span,
                 STR("write its fields below it, such as `name: ...`"),
                 "%s is a mapping of its fields, not %s", takes[kind], node_kind_name(mapping));
        return false;
    }
    Node opened;
    bool is_good = open_values(reader, mapping, &opened);
    /* every member of the union starts where the union does */
    return record_read(reader, &opened, &entry_records[kind], &entry->organization, NULL, NULL) &&
           is_good;
}

static bool read_entry(Reader *reader, const NodeEntry *from, EntryKind kind,
                       Directory *directory) {
    Job *job = reader->job;
    const Node *key = from->key;
    if (!id_check(job, key->text, key->span)) return false;
    Entry *entry = ARENA_NEW(job->arena, Entry);
    entry->id = key->text;
    entry->span = key->span;
    size_t position = directory->entries.len;
    if (!id_index_add(job->arena, &directory->index, entry->id, &position)) {
        diag_add(job->diags, E_DUPLICATE_ID, key->span,
                 first_place_hint(job, directory->entries.at[position]->span, key->span),
                 "directory id \"%.*s\" given twice", STR_ARG(entry->id));
        return false;
    }
    *list_add(job->arena, &directory->entries) = entry;
    return directory_read_inline(reader, from->value, kind, entry);
}

static bool read_list(Reader *reader, const Node *list, EntryKind kind, Directory *directory) {
    if (list->kind == NODE_SCALAR && (list->is_null || list->is_damaged)) return !list->is_damaged;
    if (list->kind != NODE_MAPPING) {
        diag_add(reader->job->diags, E_WRONG_TYPE, list->span,
                 STR("write `id: {name: ...}` for each"), "expected entries by id, found %s",
                 node_kind_name(list));
        return false;
    }
    bool is_good = true;
    for (size_t i = 0; i < list->count; i++)
        is_good &= read_entry(reader, &list->entries[i], kind, directory);
    return is_good;
}

bool directory_read(Reader *reader, const Node *root, Directory *directory) {
    if (!file_kind_check(reader->job, root, FILE_DIRECTORY)) return false;
    DirectoryFile file = {0};
    bool is_good = record_read(reader, root, &file_record, &file, NULL, NULL);
    for (int kind = ENTRY_ORGANIZATION; kind <= ENTRY_REFERENCE; kind++) {
        if (file.lists[kind])
            is_good &= read_list(reader, file.lists[kind], (EntryKind)kind, directory);
    }
    return is_good;
}

/* ---- finding -------------------------------------------------------------------------------- */

const Entry *directory_find(const Directory *directory, Str id) {
    size_t position;
    return id_index_find(&directory->index, id, &position) ? directory->entries.at[position] : NULL;
}

Str directory_hint(Job *job, const Directory *directory, Str id) {
    size_t count = directory->entries.len;
    Str *names = ARENA_ARRAY(job->arena, Str, count + 1);
    for (size_t i = 0; i < count; i++) names[i] = directory->entries.at[i]->id;
    int nearest = str_nearest(id, names, count);
    if (nearest < 0) return (Str){0};
    return str_format(job->arena, "did you mean \"%.*s\"?", STR_ARG(names[nearest]));
}

static bool check_reference(Job *job, const Directory *directory, const Scalar *id) {
    if (!id->given || id->is_tbc) return true;
    const Entry *entry = directory_find(directory, id->text);
    if (entry && entry->kind == ENTRY_ORGANIZATION) return true;
    Str hint = entry ? (Str){0} : directory_hint(job, directory, id->text);
    diag_add(job->diags, E_UNKNOWN_ID, id->span, hint, "no organization has the id \"%.*s\"",
             STR_ARG(id->text));
    return false;
}

bool directory_check(Job *job, const Directory *directory) {
    bool is_good = true;
    for (size_t i = 0; i < directory->entries.len; i++) {
        const Entry *entry = directory->entries.at[i];
        if (entry->kind == ENTRY_ORGANIZATION)
            is_good &= check_reference(job, directory, &entry->organization.parent);
        if (entry->kind == ENTRY_PERSON)
            is_good &= check_reference(job, directory, &entry->person.organization);
    }
    return is_good;
}
