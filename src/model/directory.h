/* The directory: organizations, people, terms and references that articles name by id. */
#ifndef DOSSIER_MODEL_DIRECTORY_H
#define DOSSIER_MODEL_DIRECTORY_H

#include "model/id_index.h"
#include "model/translated.h"

typedef enum EntryKind { ENTRY_ORGANIZATION, ENTRY_PERSON, ENTRY_TERM, ENTRY_REFERENCE } EntryKind;

/* Fields of a figure: `portrait`, `logo`. Written as a file alone, only `file` is given. */
typedef struct Picture {
    Scalar file, alt;
    Rich caption, credit;
    bool is_decorative;
    const struct Image
        *image; /* once a block shows it (block/picture.h); NULL: not, or it cannot be read */
} Picture;

typedef struct Organization {
    Translated name, acronym, sort, address;
    Scalar url, parent;
    TranslatedRich about;
    int kind; /* body, state, city, company */
    Scalar kind_tbc;
    int known_by; /* what later mentions say: acronym (0, the default), name */
    Scalars also, formerly;
    Picture *logo; /* NULL: none */
} Organization;

typedef struct Person {
    Translated name, family, title, post, pronounce, consent;
    Scalar organization, tel, mail;
    Scalars met; /* dates and words: model_met_text() */
    TranslatedRich about;
    Picture *portrait; /* NULL: none */
} Person;

typedef struct Term {
    Translated name, acronym;
    TranslatedRich means;
    int expand; /* first, never */
} Term;

typedef struct Reference {
    Translated title;
    Scalar kind, by, url, symbol;
    Date date; /* month or day 0: only the year, or year and month, are known */
} Reference;

/* `tel: {value: ..., audience: [delegation]}`: who alone may see the field. An edition for others, or for
 * everybody, must leave it out. */
typedef struct FieldAudience {
    Str key; /* "tel" */
    Scalars names;
    Span span;
} FieldAudience;

typedef struct Entry {
    EntryKind kind;
    Str id;
    Span span;                     /* of the id; none for an entry written inline */
    Span extent;                   /* of its fields */
    const Node *node;              /* its fields as written */
    LIST(FieldAudience) audiences; /* of fields that not everybody may see */
    union {
        Organization organization;
        Person person;
        Term term;
        Reference reference;
    };
} Entry;

/* Entries in the order of their files; each stays where it is. */
typedef struct Directory {
    LIST(Entry *) entries;
    IdIndex index;
    IdIndex names; /* names, acronyms and variants to positions, when checked */
} Directory;

/* Adds the entries of a directory file's root node (its kind is checked). Reports all mistakes; an id that
 * another file gives too is one (E0305), unless it says the same there (W0320). */
bool directory_read(Reader *reader, const Node *root, Directory *directory);
/* The field table of a kind of entry: for dumps and the schema. */
const Record *directory_entry_record(EntryKind kind);
/* When all files are read: parents and organizations that entries name must exist (E0304) and not lead back to
 * themselves (E0316); a name or acronym stands for one entry (W0318), as it is in `lang`. */
bool directory_check(Job *job, Directory *directory, Str lang);
/* A name that may be an id: W0317 when it looks like one, is none, and is near to one. */
void directory_check_name(Job *job, const Directory *directory, const Scalar *name);
/* An organization or person written inline in a block (a mapping of the entry's fields). */
bool directory_read_inline(Reader *reader, const Node *mapping, EntryKind kind, Entry *entry);
/* Who alone may see a field; NULL: everybody. */
const FieldAudience *entry_audience(const Entry *entry, Str key);
/* NULL when there is none. */
const Entry *directory_find(const Directory *directory, Str id);
/* "did you mean "uclg"?", or empty when no entry of the directory has a name near to `id`. */
Str directory_hint(Job *job, const Directory *directory, Str id);

#endif
