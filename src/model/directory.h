/* The directory: organizations, people, terms and references that articles name by id. */
#ifndef DOSSIER_MODEL_DIRECTORY_H
#define DOSSIER_MODEL_DIRECTORY_H

#include "model/id_index.h"
#include "read/field.h"

typedef enum EntryKind { ENTRY_ORGANIZATION, ENTRY_PERSON, ENTRY_TERM, ENTRY_REFERENCE } EntryKind;

/* A text, or one text a language. */
typedef struct Translation {
    Str lang, text; /* lang empty: for every language */
    Span span;
} Translation;

typedef struct Translated {
    Translation *at;
    size_t len;
} Translated;

typedef struct Organization {
    Translated name, acronym;
    Scalar url, parent, sort, address;
    Rich about;
    int kind;     /* body, state, city, company */
    int known_by; /* what later mentions say: acronym (0, the default), name */
    Scalars also, formerly;
    const Node *logo;
} Organization;

typedef struct Person {
    Scalar name, family, title, post, organization, pronounce, consent, tel, mail, met;
    Rich about;
    const Node *portrait;
} Person;

typedef struct Term {
    Translated name, acronym;
    Rich means;
    int expand; /* first, never */
} Term;

typedef struct Reference {
    Scalar title, kind, by, url, symbol;
    Date date;
} Reference;

typedef struct Entry {
    EntryKind kind;
    Str id;
    Span span;   /* of the id; none for an entry written inline */
    Span extent; /* of its fields */
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
} Directory;

/* Adds the entries of a directory file's root node (its kind is checked). Reports all mistakes. An audience
 * on a field is refused (E0309) until packs can withhold it. */
bool directory_read(Reader *reader, const Node *root, Directory *directory);
/* The field table of a kind of entry: for dumps and the schema. */
const Record *directory_entry_record(EntryKind kind);
/* When all files are read: parents and organizations that entries name must exist (E0304). */
bool directory_check(Job *job, const Directory *directory);
/* An organization or person written inline in a block (a mapping of the entry's fields). */
bool directory_read_inline(Reader *reader, const Node *mapping, EntryKind kind, Entry *entry);
/* NULL when there is none. */
const Entry *directory_find(const Directory *directory, Str id);
/* "did you mean "uclg"?", or empty when no entry of the directory has a name near to `id`. */
Str directory_hint(Job *job, const Directory *directory, Str id);
/* The text in `lang`, else in its base language, else English, else the first; empty when there is none. */
Str translated_text(const Translated *text, Str lang);

#endif
