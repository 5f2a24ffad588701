/* Ids in, positions out: open addressing with linear probing, by the hash of the id. */
#include "model/id_index.h"

#include "base/stress.h"

static IdSlot *slot_of(const IdIndex *index, Str id) {
    size_t at = (size_t)str_hash(id) & (index->cap - 1);
    while (index->slots[at].id.at && !str_equal(index->slots[at].id, id))
        at = (at + 1) & (index->cap - 1);
    return &index->slots[at];
}

static void grow(Arena *arena, IdIndex *index) {
    IdIndex larger = {.cap = index->cap ? index->cap * 2 : STRESS_SIZE(16, 2), .len = index->len};
    larger.slots = ARENA_ARRAY(arena, IdSlot, larger.cap);
    for (size_t i = 0; i < index->cap; i++) {
        if (index->slots[i].id.at) *slot_of(&larger, index->slots[i].id) = index->slots[i];
    }
    *index = larger;
}

bool id_index_add(Arena *arena, IdIndex *index, Str id, size_t *position) {
    if (index->len * 2 >= index->cap) grow(arena, index);
    IdSlot *slot = slot_of(index, id);
    if (slot->id.at) {
        *position = slot->position;
        return false;
    }
    *slot = (IdSlot){.id = id, .position = *position};
    index->len++;
    return true;
}

bool id_index_find(const IdIndex *index, Str id, size_t *position) {
    if (!index->cap || !id.at) return false;
    const IdSlot *slot = slot_of(index, id);
    if (!slot->id.at) return false;
    *position = slot->position;
    return true;
}
