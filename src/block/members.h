/* Lists of organizations or people: ids or entries written in place, alone or in groups; how they are sorted. */
#ifndef DOSSIER_BLOCK_MEMBERS_H
#define DOSSIER_BLOCK_MEMBERS_H

#include "model/model.h"

typedef struct Member {
    Scalar id; /* given: an id; else `entry` was written in place, at `node` */
    const Entry *entry;
    const Node *node;
} Member;

typedef struct Group {
    const Rich *name; /* NULL for members that stand in no group */
    struct {
        Member *at;
        size_t len, cap;
    } members;
    Span span;
} Group;

typedef struct Groups {
    Group *at;
    size_t len, cap;
} Groups;

/* Field functions (FIELD_CUSTOM) that fill Groups. */
bool members_parse_organizations(Reader *reader, const Node *value, const Field *field, void *slot);
bool members_parse_people(Reader *reader, const Node *value, const Field *field, void *slot);
/* For `resolve`: finds what ids name (E0304). */
void members_resolve(Model *model, Groups *groups, EntryKind kind);

Span member_span(const Member *member);
/* W0314 for each of `keys` (NULL-terminated) that an entry written in place gives. */
void members_report_unprinted(Reader *reader, const Groups *groups, const char *const *keys);

/* What a member is sorted under. */
typedef struct SortKey {
    Str (*key)(const void *with, const Member *member);
    const void *with;
} SortKey;

/* Puts the members of each group in the alphabetical order of their keys in a language; members of equal keys
 * keep theirs. */
void members_sort(Job *job, Groups *groups, Str lang, const SortKey *key);

#endif
