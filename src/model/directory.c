/* Directory files in, entries out. */
#include "model/directory.h"

#include "model/check.h"
#include "read/edition.h"

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

/* ---- who may see a field -------------------------------------------------------------------- */

typedef struct Wrapped {
    const Node *value;
    Scalars audience;
} Wrapped;

static const Field wrapped_fields[] = {{.key = "value",
                                        .type = FIELD_NODE,
                                        FIELD(Wrapped, value),
                                        .required = true,
                                        .help = "the field's value"},
                                       {.key = "audience",
                                        .type = FIELD_STRINGS,
                                        FIELD(Wrapped, audience),
                                        .help = "who alone may see it"},
                                       {0}};

static const Record wrapped_record = {
    .name = "a field with an audience", .size = sizeof(Wrapped), .fields = wrapped_fields};

/* No field has a part called so, and no language is. */
static bool is_wrapped(const Node *value) {
    return value->kind == NODE_MAPPING &&
           (node_find(value, "value") || node_find(value, "audience"));
}

/* An audience that is not known yet, or is nobody, must not end up as everybody. */
static bool check_audience(Reader *reader, const Node *given, const Scalars *names) {
    bool is_good = names->len > 0;
    for (size_t i = 0; i < names->len; i++) is_good &= !names->at[i].is_tbc;
    if (!is_good)
        diag_add(reader->job->diags, E_BAD_VALUE, given->span,
                 STR("name who may see the field, or leave the field out"),
                 "an audience must be known");
    return is_good;
}

/* The value in `{value: x, audience: [...]}`; the audience goes to the entry. NULL: reported. */
static const Node *open_value(Reader *reader, const NodeEntry *field, Entry *entry) {
    Wrapped wrapped = {0};
    const Node *given = node_find(field->value, "audience");
    if (!record_read(reader, field->value, &wrapped_record, &wrapped, NULL, NULL)) return NULL;
    if (!given) return wrapped.value;
    if (!check_audience(reader, given, &wrapped.audience)) return NULL;
    *list_add(reader->job->arena, &entry->audiences) =
        (FieldAudience){.key = field->key->text, .names = wrapped.audience, .span = given->span};
    return wrapped.value;
}

/* The mapping with every wrapped value replaced by the value. A field that could not be read is left out, so
 * that nothing prints it. */
static bool open_values(Reader *reader, const Node *mapping, Node *opened, Entry *entry) {
    bool is_good = true;
    *opened = *mapping;
    opened->entries =
        arena_copy(reader->job->arena, mapping->entries, sizeof(NodeEntry) * mapping->count);
    opened->count = 0;
    for (size_t i = 0; i < mapping->count; i++) {
        NodeEntry field = mapping->entries[i];
        if (is_wrapped(field.value)) {
            if (!edition_shows_node(reader, field.value)) continue;
            const Node *value = open_value(reader, &field, entry);
            is_good &= value != NULL;
            if (!value) continue;
            field.value = arena_copy(reader->job->arena, value, sizeof *value);
        }
        opened->entries[opened->count++] = field;
    }
    return is_good;
}

const FieldAudience *entry_audience(const Entry *entry, Str key) {
    for (size_t i = 0; i < entry->audiences.len; i++) {
        if (str_equal(entry->audiences.at[i].key, key)) return &entry->audiences.at[i];
    }
    return NULL;
}

/* ---- entries -------------------------------------------------------------------------------- */

bool directory_read_inline(Reader *reader, const Node *mapping, EntryKind kind, Entry *entry) {
    static const char *const takes[] = {"an organization", "a person", "a term", "a reference"};
    entry->kind = kind;
    entry->extent = mapping->span;
    entry->node = mapping;
    if (mapping->kind != NODE_MAPPING) {
        if (mapping->is_damaged) return false;
        diag_add(reader->job->diags, E_WRONG_TYPE, mapping->span,
                 STR("write its fields below it, such as `name: ...`"),
                 "%s is a mapping of its fields, not %s", takes[kind], node_kind_name(mapping));
        return false;
    }
    Node opened;
    bool is_good = open_values(reader, mapping, &opened, entry);
    /* every member of the union starts where the union does */
    return record_read(reader, &opened, directory_entry_record(kind), &entry->organization, NULL,
                       NULL) &&
           is_good;
}

/* ---- given twice ---------------------------------------------------------------------------- */

static const Node *find_key(const Node *mapping, Str key) {
    for (size_t i = 0; i < mapping->count; i++) {
        if (str_equal(mapping->entries[i].key->text, key)) return mapping->entries[i].value;
    }
    return NULL;
}

static bool nodes_equal(const Node *a, const Node *b) {
    if (a->kind != b->kind || a->count != b->count) return false;
    if (a->kind == NODE_SCALAR) return str_equal(str_trim(a->text), str_trim(b->text));
    for (size_t i = 0; i < a->count; i++) {
        const Node *mine = a->kind == NODE_MAPPING ? a->entries[i].value : a->items[i];
        const Node *other =
            a->kind == NODE_MAPPING ? find_key(b, a->entries[i].key->text) : b->items[i];
        if (!other || !nodes_equal(mine, other)) return false;
    }
    return true;
}

/* The first field that the two do not say alike; empty: they say the same. */
static Str find_difference(const Node *a, const Node *b) {
    for (size_t i = 0; i < b->count; i++) {
        const Node *other = find_key(a, b->entries[i].key->text);
        if (!other || !nodes_equal(other, b->entries[i].value)) return b->entries[i].key->text;
    }
    for (size_t i = 0; i < a->count; i++) {
        if (!find_key(b, a->entries[i].key->text)) return a->entries[i].key->text;
    }
    return (Str){0};
}

/* The second of two entries is not kept; when it says the same as the first, nothing is lost by it. */
static bool report_twice(Job *job, const Entry *first, const NodeEntry *second, EntryKind kind) {
    const Node *key = second->key;
    Str hint = first_place_hint(job, first->span, key->span);
    bool are_alike = first->kind == kind && second->value->kind == NODE_MAPPING &&
                     first->node->kind == NODE_MAPPING;
    if (!are_alike) {
        diag_add(job->diags, E_DUPLICATE_ID, key->span, hint, "directory id \"%.*s\" given twice",
                 STR_ARG(key->text));
        return false;
    }
    Str difference = find_difference(first->node, second->value);
    if (difference.len)
        diag_add(job->diags, E_DUPLICATE_ID, key->span, hint,
                 "directory id \"%.*s\" given twice, with another \"%.*s\"", STR_ARG(key->text),
                 STR_ARG(difference));
    else
        diag_add(job->diags, W_ENTRY_TWICE, key->span, hint,
                 "\"%.*s\" stands in the directory twice, with the same facts", STR_ARG(key->text));
    return !difference.len;
}

/* An entry whose name this edition may not see is not in it. */
static bool has_hidden_name(Reader *reader, const Node *mapping, EntryKind kind) {
    if (!reader->edition || mapping->kind != NODE_MAPPING) return false;
    for (const Field *field = directory_entry_record(kind)->fields; field->key; field++) {
        const Node *value = field->required ? node_find(mapping, field->key) : NULL;
        if (value && is_wrapped(value) && !edition_shows_node(reader, value)) return true;
    }
    return false;
}

static bool read_entry(Reader *reader, const NodeEntry *from, EntryKind kind,
                       Directory *directory) {
    Job *job = reader->job;
    const Node *key = from->key;
    if (!id_check(job, key->text, key->span)) return false;
    if (has_hidden_name(reader, from->value, kind)) {
        edition_remove(reader, from->value);
        *list_add(job->arena, &reader->edition->ids) = key->text;
        return true;
    }
    Entry *entry = ARENA_NEW(job->arena, Entry);
    entry->id = key->text;
    entry->span = key->span;
    size_t position = directory->entries.len;
    if (!id_index_add(job->arena, &directory->index, entry->id, &position))
        return report_twice(job, directory->entries.at[position], from, kind);
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
