/* Ids to positions in a list: a hash table in an arena. Ids are borrowed. */
#ifndef DOSSIER_MODEL_ID_INDEX_H
#define DOSSIER_MODEL_ID_INDEX_H

#include "base/str.h"

typedef struct IdSlot {
    Str id;
    size_t position;
} IdSlot;

typedef struct IdIndex {
    IdSlot *slots; /* a power of two, never more than half full; id.at NULL: free */
    size_t cap, len;
} IdIndex;

/* False, with *position where the id already stands, when the id is known; else keeps it. */
bool id_index_add(Arena *arena, IdIndex *index, Str id, size_t *position);
bool id_index_find(const IdIndex *index, Str id, size_t *position);

#endif
