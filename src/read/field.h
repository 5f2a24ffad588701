/* Field tables: one row for each key an author may write. Parsing, checking, "did you mean", the schema and
 * the reference page all come from these rows; there is no other list of keys.
 *
 * A record table describes a mapping and the C struct it fills. The struct begins zeroed, gets the defaults
 * (as an author would write them), then what was given. A value that is exactly `TBC` or `TBC: note` is
 * accepted by every field: the slot keeps its default (a string or text slot keeps the words and says so)
 * and the place is kept in reader->tbcs. A FIELD_CUSTOM function is given the words and does this itself. */
#ifndef DOSSIER_READ_FIELD_H
#define DOSSIER_READ_FIELD_H

#include "read/markup.h"

#include <stddef.h>

/* A scalar kept as written. `given` is false when the key is absent. */
typedef struct Scalar {
    Str text;
    Span span;
    bool given, is_tbc;
} Scalar;

typedef struct Scalars {
    Scalar *at;
    size_t len;
} Scalars;

/* ISO 8601 calendar date; the scalar is kept for messages and for TBC. year 0: none. */
typedef struct Date {
    int year, month, day;
    Scalar scalar;
} Date;

typedef struct TimeCode { /* 1:22:45, 22:45 */
    unsigned seconds;
    Scalar scalar;
} TimeCode;

typedef enum FieldType {
    FIELD_STRING,   /* Scalar: plain text, no Markdown, no line break */
    FIELD_ID,       /* Scalar: letters, digits, - _ . */
    FIELD_LANG,     /* Scalar: BCP 47 */
    FIELD_URL,      /* Scalar */
    FIELD_TEXT,     /* Rich: one paragraph of Markdown */
    FIELD_MARKUP,   /* Markup *: blocks of Markdown */
    FIELD_BOOL,     /* bool: true, false */
    FIELD_INT,      /* int */
    FIELD_DATE,     /* Date */
    FIELD_TIMECODE, /* TimeCode */
    FIELD_CHOICE,   /* int: index into `choices` */
    FIELD_STRINGS,  /* Scalars: a list, or one string */
    FIELD_RECORD,   /* pointer to a struct read by `record`, NULL when absent */
    FIELD_RECORDS,  /* FieldList: a list of mappings read by `record` */
    FIELD_NODE,     /* const Node *: as it stands */
    FIELD_CUSTOM    /* whatever `parse` writes */
} FieldType;

typedef struct FieldList {
    void *at; /* array of the record's struct */
    size_t len;
} FieldList;

typedef struct Record Record;

typedef struct Field {
    const char *key;
    FieldType type;
    size_t offset;     /* in the struct */
    size_t tbc_offset; /* FIELD_CHOICE: of a Scalar that keeps the words of a TBC; 0: none */
    const char *default_value; /* as an author writes it; NULL: none */
    const char *help;          /* one line for people */
    bool required;
    bool is_title;              /* FIELD_TEXT: a title or head, in which no footnote can stand */
    const char *const *choices; /* FIELD_CHOICE: NULL-terminated names */
    const Record *record;       /* FIELD_RECORD, FIELD_RECORDS */
    /* FIELD_CUSTOM: reports and returns false on a bad value */
    bool (*parse)(Reader *reader, const Node *value, const struct Field *field, void *slot);
    /* FIELD_CUSTOM: what was read, as lines of stable text; may be NULL */
    void (*dump)(const void *slot, const Sources *sources, unsigned indent, Buf *out);
    const char *expects; /* FIELD_CUSTOM: "a length such as 12pt": for messages and schema */
} Field;

struct Record {
    const char *name;    /* "article", "quote": for messages */
    size_t size;         /* of the struct */
    const Field *fields; /* ends with a row whose key is NULL */
    /* Called when the mapping has been read, to check what concerns several fields; may be NULL. */
    bool (*check)(Reader *reader, const Node *mapping, void *record);
};

#define FIELD(Struct, member) .offset = offsetof(Struct, member)
#define FIELD_TBC(Struct, member) .tbc_offset = offsetof(Struct, member)

/* Reads a mapping into `into` (zeroed, record->size bytes). `also` is a second table whose keys are allowed
 * in the same mapping and go to `also_into` (the keys any block may carry), or NULL. Reports all mistakes;
 * false when there was any. */
bool record_read(Reader *reader, const Node *mapping, const Record *record, void *into,
                 const Record *also, void *also_into);

/* One value by its field row; for kinds whose value is not a mapping. */
bool field_read(Reader *reader, const Node *value, const Field *field, void *record);

/* Whether a node is text that can be read as the author meant it: not empty, no collection, no rest of the line
 * lost as a comment, no leftover of a syntax error. Reports (all but the last, which has been). */
bool text_check(Reader *reader, const Node *node);
/* Reports a list or mapping where text is wanted; knows what text looks like when YAML has bitten. */
void text_report_kind(Reader *reader, const Node *node);

/* TBC or "TBC: note". */
bool text_is_tbc(Str text);

/* The filled struct as stable text, field by field, for --dump=model. Custom fields without `dump`
 * are left out. */
void record_dump(const Record *record, const void *from, const Sources *sources, unsigned indent,
                 Buf *out);

#endif
