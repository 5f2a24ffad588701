/* Field tables of the directory: what may be written of organizations, people, terms and references. */
#include "model/directory.h"

/* ---- pictures ------------------------------------------------------------------------------- */

static const Field picture_fields[] = {
    {.key = "figure",
     .type = FIELD_STRING,
     FIELD(Picture, file),
     .required = true,
     .help = "the picture: a PNG or JPEG file"},
    {.key = "alt",
     .type = FIELD_STRING,
     FIELD(Picture, alt),
     .help = "what it shows; the name of whom or what it is of, unless given"},
    {.key = "decorative",
     .type = FIELD_BOOL,
     FIELD(Picture, is_decorative),
     .default_value = "false",
     .help = "true: readers aloud pass over it"},
    {.key = "caption", .type = FIELD_TEXT, FIELD(Picture, caption), .help = "the words under it"},
    {.key = "credit", .type = FIELD_TEXT, FIELD(Picture, credit), .help = "whose picture it is"},
    {0}};

static const Record picture_record = {
    .name = "picture", .size = sizeof(Picture), .fields = picture_fields};

/* The file must be there, even when this document does not show it: a directory is checked as a whole. */
static bool parse_picture(Reader *reader, const Node *value, const Field *field, void *slot) {
    Picture *picture = ARENA_NEW(reader->job->arena, Picture);
    (void)field;
    *(Picture **)slot = picture;
    bool is_good = value->kind == NODE_SCALAR
                       ? field_read(reader, value, &picture_fields[0], picture)
                       : record_read(reader, value, &picture_record, picture, NULL, NULL);
    if (!is_good || picture->file.is_tbc) return is_good;
    return node_find_file(reader->job, picture->file.text, picture->file.span);
}

static void dump_picture(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    const Picture *const *picture = slot;
    if (*picture) record_dump(&picture_record, *picture, sources, indent, out);
}

/* ---- dates of works ------------------------------------------------------------------------- */

static bool is_part_of_date(const Node *value) {
    size_t len = value->kind == NODE_SCALAR ? value->text.len : 0;
    for (size_t i = 0; i < len; i++) {
        char c = value->text.at[i];
        if (i == 4 ? c != '-' : c < '0' || c > '9') return false;
    }
    return len == 4 || len == 7;
}

/* 2018, 2018-07 or 2018-07-05: of a work no more than the year may be known. */
static bool parse_part_of_date(Reader *reader, const Node *value, const Field *field, void *slot) {
    Date *date = slot;
    Field whole = {.key = field->key, .type = FIELD_DATE};
    if (!is_part_of_date(value)) return field_read(reader, value, &whole, date);
    Node filled = *value;
    filled.text = str_format(reader->job->arena, "%.*s%s", STR_ARG(value->text),
                             value->text.len == 4 ? "-01-01" : "-01");
    if (!field_read(reader, &filled, &whole, date)) return false;
    date->scalar.text = value->text;
    date->day = 0;
    if (value->text.len == 4) date->month = 0;
    return true;
}

static void dump_date(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    const Date *date = slot;
    (void)sources;
    if (date->scalar.given)
        buf_print(out, "%*s%.*s%s\n", (int)indent, "", STR_ARG(date->scalar.text),
                  date->scalar.is_tbc ? " tbc" : "");
}

/* ---- entries -------------------------------------------------------------------------------- */

static const char *const organization_kinds[] = {"body", "state", "city", "company", NULL};
static const char *const known_by[] = {"acronym", "name", NULL};
static const char *const expansions[] = {"first", "never", NULL};

static const Field organization_fields[] = {
    {.key = "name",
     .type = FIELD_CUSTOM,
     FIELD(Organization, name),
     .required = true,
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "full name"},
    {.key = "acronym",
     .type = FIELD_CUSTOM,
     FIELD(Organization, acronym),
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "printed in brackets at the first mention, alone later"},
    {.key = "url", .type = FIELD_URL, FIELD(Organization, url), .help = "address on the web"},
    {.key = "kind",
     .type = FIELD_CHOICE,
     FIELD(Organization, kind),
     FIELD_TBC(Organization, kind_tbc),
     .default_value = "body",
     .choices = organization_kinds,
     .help = "what it is"},
    {.key = "parent",
     .type = FIELD_ID,
     FIELD(Organization, parent),
     .help = "id of the organization it belongs to"},
    {.key = "sort",
     .type = FIELD_CUSTOM,
     FIELD(Organization, sort),
     .parse = translated_parse_sort,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "what it is sorted under"},
    {.key = "known-by",
     .type = FIELD_CHOICE,
     FIELD(Organization, known_by),
     .default_value = "acronym",
     .choices = known_by,
     .help = "what later mentions say"},
    {.key = "also",
     .type = FIELD_STRINGS,
     FIELD(Organization, also),
     .help = "other names in use, in any language"},
    {.key = "formerly",
     .type = FIELD_STRINGS,
     FIELD(Organization, formerly),
     .help = "old names, in any language: a warning where one is used"},
    {.key = "logo",
     .type = FIELD_CUSTOM,
     FIELD(Organization, logo),
     .parse = parse_picture,
     .dump = dump_picture,
     .expects = "a picture file, or the fields of a figure",
     .help = "its mark"},
    {.key = "address",
     .type = FIELD_CUSTOM,
     FIELD(Organization, address),
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "postal address"},
    {.key = "about",
     .type = FIELD_CUSTOM,
     FIELD(Organization, about),
     .parse = translated_parse_rich,
     .dump = translated_dump_rich,
     .expects = "a text, or one text a language",
     .help = "what it does"},
    {0}};

static const Field person_fields[] = {
    {.key = "name",
     .type = FIELD_CUSTOM,
     FIELD(Person, name),
     .required = true,
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "full name"},
    {.key = "family",
     .type = FIELD_CUSTOM,
     FIELD(Person, family),
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "family name: later mentions say it, and it is sorted under"},
    {.key = "title",
     .type = FIELD_CUSTOM,
     FIELD(Person, title),
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "form of address before the name (Ms., Dr)"},
    {.key = "post",
     .type = FIELD_CUSTOM,
     FIELD(Person, post),
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "office held"},
    {.key = "organization",
     .type = FIELD_ID,
     FIELD(Person, organization),
     .help = "id of the person's organization"},
    {.key = "pronounce",
     .type = FIELD_CUSTOM,
     FIELD(Person, pronounce),
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "how the name is said"},
    {.key = "portrait",
     .type = FIELD_CUSTOM,
     FIELD(Person, portrait),
     .parse = parse_picture,
     .dump = dump_picture,
     .expects = "a picture file, or the fields of a figure",
     .help = "picture of the person"},
    {.key = "about",
     .type = FIELD_CUSTOM,
     FIELD(Person, about),
     .parse = translated_parse_rich,
     .dump = translated_dump_rich,
     .expects = "a text, or one text a language",
     .help = "biography"},
    {.key = "met",
     .type = FIELD_STRINGS,
     FIELD(Person, met),
     .help = "earlier meetings: dates such as 2018-12-08, or words"},
    {.key = "consent",
     .type = FIELD_CUSTOM,
     FIELD(Person, consent),
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "what the person agreed to have printed"},
    {.key = "tel", .type = FIELD_STRING, FIELD(Person, tel), .help = "telephone"},
    {.key = "mail", .type = FIELD_STRING, FIELD(Person, mail), .help = "e-mail"},
    {0}};

static const Field term_fields[] = {
    {.key = "name",
     .type = FIELD_CUSTOM,
     FIELD(Term, name),
     .required = true,
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "the term in full"},
    {.key = "acronym",
     .type = FIELD_CUSTOM,
     FIELD(Term, acronym),
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "its short form"},
    {.key = "means",
     .type = FIELD_CUSTOM,
     FIELD(Term, means),
     .parse = translated_parse_rich,
     .dump = translated_dump_rich,
     .expects = "a text, or one text a language",
     .help = "definition"},
    {.key = "expand",
     .type = FIELD_CHOICE,
     FIELD(Term, expand),
     .default_value = "first",
     .choices = expansions,
     .help = "first: the first mention is said in full; never: it is as short as the others"},
    {0}};

static const Field reference_fields[] = {
    {.key = "title",
     .type = FIELD_CUSTOM,
     FIELD(Reference, title),
     .required = true,
     .parse = translated_parse,
     .dump = translated_dump,
     .expects = "a text, or one text a language",
     .help = "title of the work"},
    {.key = "kind", .type = FIELD_STRING, FIELD(Reference, kind), .help = "what it is"},
    {.key = "by",
     .type = FIELD_STRING,
     FIELD(Reference, by),
     .help = "author or body: an id of the directory, or a name"},
    {.key = "date",
     .type = FIELD_CUSTOM,
     FIELD(Reference, date),
     .parse = parse_part_of_date,
     .dump = dump_date,
     .expects = "a date: 2018, 2018-07 or 2018-07-05",
     .help = "date of the work"},
    {.key = "url", .type = FIELD_URL, FIELD(Reference, url), .help = "address on the web"},
    {.key = "symbol", .type = FIELD_STRING, FIELD(Reference, symbol), .help = "document symbol"},
    {0}};

/* In the order of EntryKind. */
static const Record entry_records[] = {
    {.name = "organization", .size = sizeof(Organization), .fields = organization_fields},
    {.name = "person", .size = sizeof(Person), .fields = person_fields},
    {.name = "term", .size = sizeof(Term), .fields = term_fields},
    {.name = "reference", .size = sizeof(Reference), .fields = reference_fields}};

const Record *directory_entry_record(EntryKind kind) { return &entry_records[kind]; }
