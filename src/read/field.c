/* A mapping and its field table in, the filled struct out, every mistake reported. */
#include "read/field.h"

#include "read/field_value.h"

static bool report_kind(Reader *reader, const Node *value, const char *wanted, Str hint) {
    if (!value->is_damaged)
        diag_add(reader->job->diags, E_WRONG_TYPE, value->span, hint, "expected %s, found %s",
                 wanted, node_kind_name(value));
    return false;
}

static bool is_scalar_type(FieldType type) {
    return type == FIELD_STRING || type == FIELD_ID || type == FIELD_LANG || type == FIELD_URL;
}

/* ---- one value ------------------------------------------------------------------------------ */

static bool read_string(Reader *reader, const Field *field, const Node *value, Scalar *slot) {
    *slot = scalar_of(value);
    if (slot->is_tbc) return true;
    if (field->type == FIELD_ID) return value_read_id(reader, slot);
    if (field->type == FIELD_LANG) return value_read_lang(reader, slot);
    if (field->type == FIELD_URL) return value_read_url(reader, slot);
    size_t end = str_find(slot->text, STR("\n"), 0);
    if (end == SIZE_MAX || str_trim(str_slice(slot->text, end, slot->text.len)).len == 0) {
        slot->text = str_trim(slot->text);
        return true;
    }
    diag_add(reader->job->diags, E_BAD_VALUE, node_text_span(value, end + 1, slot->text.len),
             STR("join the lines, or use >- instead of |"), "\"%s\" takes a single line",
             field->key);
    return false;
}

static bool read_strings(Reader *reader, const Field *field, const Node *value, Scalars *slot) {
    const Node *const *items = (const Node *const *)value->items;
    size_t count = value->count;
    if (value->kind == NODE_SCALAR) {
        items = &value;
        count = 1;
    }
    *slot = (Scalars){.at = ARENA_ARRAY(reader->job->arena, Scalar, count + 1)};
    bool is_good = true;
    Field one = {.key = field->key, .type = FIELD_STRING};
    for (size_t i = 0; i < count; i++) {
        if (items[i]->kind != NODE_SCALAR || items[i]->is_null || items[i]->is_damaged) {
            is_good = false;
            if (items[i]->kind == NODE_SCALAR)
                text_check(reader, items[i]);
            else
                text_report_kind(reader, items[i]);
            continue;
        }
        Scalar *scalar = &slot->at[slot->len++];
        is_good &= read_string(reader, &one, items[i], scalar);
        if (scalar->is_tbc && value->kind != NODE_SCALAR)
            *list_add(reader->job->arena, &reader->tbcs) = scalar->span;
    }
    return is_good;
}

static bool read_records(Reader *reader, const Field *field, const Node *value, FieldList *slot) {
    if (value->kind != NODE_SEQUENCE) {
        Str hint = str_format(reader->job->arena, "begin each entry with a dash\n%s:\n  - %s: ...",
                              field->key, field->record->fields[0].key);
        return report_kind(reader, value, "a list", hint);
    }
    char *rows = arena_alloc(reader->job->arena, field->record->size * (value->count + 1));
    *slot = (FieldList){.at = rows, .len = value->count};
    bool is_good = true;
    for (size_t i = 0; i < value->count; i++)
        is_good &= record_read(reader, value->items[i], field->record,
                               rows + i * field->record->size, NULL, NULL);
    return is_good;
}

static bool read_record(Reader *reader, const Field *field, const Node *value, void **slot) {
    *slot = arena_alloc(reader->job->arena, field->record->size);
    return record_read(reader, value, field->record, *slot, NULL, NULL);
}

static bool read_markup(Reader *reader, const Node *value, Markup **slot) {
    size_t errors = reader->job->diags->errors;
    *slot = markup_read(reader, value);
    return *slot && reader->job->diags->errors == errors;
}

static const char *wanted_by(FieldType type) {
    switch (type) {
    case FIELD_BOOL:
        return "true or false";
    case FIELD_INT:
        return "a whole number";
    case FIELD_DATE:
        return "a date";
    case FIELD_TIMECODE:
        return "a time code";
    case FIELD_ID:
        return "an id";
    case FIELD_LANG:
        return "a language tag";
    case FIELD_URL:
        return "a URL";
    default:
        return "text";
    }
}

static Str example_of(Arena *arena, const Field *field) {
    const char *value = field->type == FIELD_BOOL       ? "true"
                        : field->type == FIELD_INT      ? "1"
                        : field->type == FIELD_DATE     ? "2018-12-08"
                        : field->type == FIELD_TIMECODE ? "1:22:45"
                        : field->type == FIELD_LANG     ? "en"
                        : field->type == FIELD_URL      ? "https://example.org"
                        : field->type == FIELD_CHOICE   ? field->choices[0]
                                                        : "...";
    return str_format(arena, "write it as in `%s: %s`", field->key, value);
}

/* The types whose value is one scalar without Markdown. */
static bool read_scalar(Reader *reader, const Node *value, const Field *field, void *slot) {
    Arena *arena = reader->job->arena;
    if (value->kind != NODE_SCALAR) {
        if (field->type != FIELD_STRING)
            return report_kind(reader, value, wanted_by(field->type), example_of(arena, field));
        text_report_kind(reader, value);
        return false;
    }
    if (value->is_null || !str_trim(value->text).len) {
        diag_add(reader->job->diags, E_EMPTY_TEXT, value->span,
                 STR("write a value, or leave the key out"), "\"%s\" has no value", field->key);
        return false;
    }
    Scalar scalar = scalar_of(value);
    switch (field->type) {
    case FIELD_BOOL:
        return value_read_bool(reader, &scalar, slot);
    case FIELD_INT:
        return value_read_int(reader, &scalar, slot);
    case FIELD_DATE:
        return value_read_date(reader, &scalar, slot);
    case FIELD_TIMECODE:
        return value_read_timecode(reader, &scalar, slot);
    case FIELD_CHOICE:
        return value_read_choice(reader, field, &scalar, slot);
    default:
        return read_string(reader, field, value, slot);
    }
}

static bool read_typed(Reader *reader, const Node *value, const Field *field, void *slot) {
    switch (field->type) {
    case FIELD_TEXT:
        return markup_read_inline(reader, value, slot) &&
               (!field->is_title || markup_refuse_note(reader, slot, field->key));
    case FIELD_MARKUP:
        return read_markup(reader, value, slot);
    case FIELD_STRINGS:
        if (value->kind != NODE_MAPPING && !value->is_null)
            return read_strings(reader, field, value, slot);
        return report_kind(
            reader, value, "a list",
            str_format(reader->job->arena, "write it as in `%s: [one, two]`", field->key));
    case FIELD_RECORD:
        return read_record(reader, field, value, slot);
    case FIELD_RECORDS:
        return read_records(reader, field, value, slot);
    case FIELD_NODE:
        *(const Node **)slot = value;
        return true;
    case FIELD_CUSTOM:
        return field->parse(reader, value, field, slot);
    default:
        return read_scalar(reader, value, field, slot);
    }
}

/* Yes and no, numbers and choices have no words that could be printed, unless the record keeps them. */
static bool is_wordless(const Field *field) {
    bool is_plain = field->type == FIELD_BOOL || field->type == FIELD_INT ||
                    field->type == FIELD_CHOICE || field->type == FIELD_LANG;
    return is_plain && !field->tbc_offset;
}

/* A date and a time code keep the words in their scalar; strings are their scalar. */
static void keep_tbc(Reader *reader, const Node *value, const Field *field, void *record) {
    Scalar scalar = scalar_of(value);
    void *slot = (char *)record + field->offset;
    Arena *arena = reader->job->arena;
    if (is_wordless(field))
        *list_add(arena, &reader->unprinted_tbcs) = value->span;
    else
        *list_add(arena, &reader->tbcs) = value->span;
    if (field->tbc_offset) *(Scalar *)((char *)record + field->tbc_offset) = scalar;
    if (is_scalar_type(field->type))
        *(Scalar *)slot = scalar;
    else if (field->type == FIELD_DATE)
        ((Date *)slot)->scalar = scalar;
    else if (field->type == FIELD_TIMECODE)
        ((TimeCode *)slot)->scalar = scalar;
    else if (field->type == FIELD_NODE)
        *(const Node **)slot = value;
    else if (field->type == FIELD_STRINGS)
        read_strings(reader, field, value, slot);
}

bool field_read(Reader *reader, const Node *value, const Field *field, void *record) {
    void *slot = (char *)record + field->offset;
    bool is_scalar = value->kind == NODE_SCALAR;
    if (is_scalar && value->is_damaged) return false; /* reported by node_parse() */
    bool reads_tbc =
        field->type == FIELD_TEXT || field->type == FIELD_MARKUP || field->type == FIELD_CUSTOM;
    if (is_scalar && !reads_tbc && text_is_tbc(value->text)) {
        keep_tbc(reader, value, field, record);
        return true;
    }
    return read_typed(reader, value, field, slot);
}

/* ---- a mapping ------------------------------------------------------------------------------ */

static const Field *find_field(const Record *record, Str key) {
    if (!record) return NULL;
    for (const Field *field = record->fields; field->key; field++) {
        if (str_is(key, field->key)) return field;
    }
    return NULL;
}

static void set_defaults(Reader *reader, const Record *record, void *into) {
    for (const Field *field = record->fields; field->key; field++) {
        if (!field->default_value) continue;
        Node value = {.kind = NODE_SCALAR, .text = str_from(field->default_value)};
        void *slot = (char *)into + field->offset;
        read_typed(reader, &value, field, slot);
        if (is_scalar_type(field->type)) ((Scalar *)slot)->given = false;
    }
}

/* The key of the tables that was meant; the empty string when none is near. `names` are all of them. */
static Str meant_key(Arena *arena, Str typed, const Record *record, const Record *also,
                     Buf *names) {
    LIST(Str) keys = {0};
    const Record *const tables[] = {record, also};
    for (size_t i = 0; i < 2 && tables[i]; i++) {
        for (const Field *field = tables[i]->fields; field->key; field++) {
            *list_add(arena, &keys) = str_from(field->key);
            if (names) buf_print(names, "%s%s", names->len ? ", " : "keys here: ", field->key);
        }
    }
    int nearest = str_nearest(typed, keys.at, keys.len);
    return nearest < 0 ? (Str){0} : keys.at[nearest];
}

static void report_unknown(Reader *reader, const Node *key, const Record *record,
                           const Record *also) {
    Arena *arena = reader->job->arena;
    Buf names = buf_new(arena);
    Str meant = meant_key(arena, key->text, record, also, &names);
    Str hint = meant.len         ? str_format(arena, "did you mean \"%.*s\"?", STR_ARG(meant))
               : names.len < 160 ? buf_str(&names)
                                 : (Str){0};
    diag_add(reader->job->diags, E_UNKNOWN_KEY, key->span, hint, "unknown key \"%.*s\" in %s",
             STR_ARG(key->text), record->name);
}

/* Whether a key of the mapping is a misspelt `wanted`: that has been reported, and is mistake enough. */
static bool is_misspelt(Reader *reader, const Node *mapping, const Record *record,
                        const char *wanted) {
    for (size_t i = 0; i < mapping->count; i++) {
        Str key = mapping->entries[i].key->text;
        if (find_field(record, key)) continue;
        if (str_is(meant_key(reader->job->arena, key, record, NULL, NULL), wanted)) return true;
    }
    return false;
}

static bool report_missing(Reader *reader, const Node *mapping, const Record *record) {
    bool is_whole = true;
    for (const Field *field = record->fields; field->key; field++) {
        if (!field->required || node_find(mapping, field->key) ||
            node_lost_key(reader->job->sources, mapping, field->key) ||
            is_misspelt(reader, mapping, record, field->key))
            continue;
        Span place = mapping->count ? mapping->entries[0].key->span : mapping->span;
        diag_add(reader->job->diags, E_MISSING_KEY, place,
                 str_format(reader->job->arena, "add `%s:`", field->key), "%s has no \"%s\"",
                 record->name, field->key);
        is_whole = false;
    }
    return is_whole;
}

static bool report_no_mapping(Reader *reader, const Node *node, const Record *record) {
    if (node->is_damaged) return false;
    const Field *first = record->fields;
    Str hint = first->key
                   ? str_format(reader->job->arena, "write keys, as in `%s: ...`", first->key)
                   : (Str){0};
    diag_add(reader->job->diags, E_WRONG_TYPE, node->span, hint,
             "expected a mapping (%s), found %s", record->name, node_kind_name(node));
    return false;
}

bool record_read(Reader *reader, const Node *mapping, const Record *record, void *into,
                 const Record *also, void *also_into) {
    size_t errors = reader->job->diags->errors;
    set_defaults(reader, record, into);
    if (also) set_defaults(reader, also, also_into);
    if (mapping->kind != NODE_MAPPING) return report_no_mapping(reader, mapping, record);
    bool is_good = !mapping->is_damaged;
    for (size_t i = 0; i < mapping->count; i++) {
        const NodeEntry *entry = &mapping->entries[i];
        const Field *own = find_field(record, entry->key->text);
        const Field *other = own ? NULL : find_field(also, entry->key->text);
        if (own)
            is_good &= field_read(reader, entry->value, own, into);
        else if (other)
            is_good &= field_read(reader, entry->value, other, also_into);
        else if (!entry->key->is_damaged)
            report_unknown(reader, entry->key, record, also);
    }
    is_good &= report_missing(reader, mapping, record);
    if (record->check) is_good &= record->check(reader, mapping, into);
    if (also && also->check) is_good &= also->check(reader, mapping, also_into);
    return is_good && reader->job->diags->errors == errors;
}
