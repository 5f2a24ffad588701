/* Chunked arena: sizes in, zeroed memory out. */
#include "base/arena.h"

#include "base/stress.h"

#include <stdint.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define RED_ZONE 16
#else
#define RED_ZONE 0
#define ASAN_POISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#endif

#define FIRST_CHUNK ((size_t)STRESS_SIZE(64 * 1024, 64))
#define LARGEST_CHUNK ((size_t)STRESS_SIZE(4 * 1024 * 1024, 64))
#define FIRST_CAPACITY STRESS_SIZE(8, 1)
#define ALIGNMENT ((size_t)16)

typedef struct Chunk {
    struct Chunk *before;
    size_t size, used;
    size_t pad;
    unsigned char bytes[];
} Chunk;

struct Arena {
    Chunk *last;
    size_t next_size;
    size_t used, limit;
    jmp_buf *place;
};

void arena_fail(Arena *arena) {
    if (arena->place) longjmp(*arena->place, 1);
    abort();
}

static Chunk *chunk_new(Chunk *before, size_t size) {
    Chunk *chunk = malloc(sizeof(Chunk) + size);
    if (!chunk) return NULL;
    *chunk = (Chunk){.before = before, .size = size};
    ASAN_POISON_MEMORY_REGION(chunk->bytes, size);
    return chunk;
}

static Arena *open_arena(size_t limit, size_t room) {
    Arena *arena = calloc(1, sizeof *arena);
    if (!arena) return NULL;
    arena->limit = limit;
    arena->next_size = room;
    arena->last = chunk_new(NULL, room);
    if (arena->last) return arena;
    free(arena);
    return NULL;
}

Arena *arena_new(size_t limit) { return open_arena(limit, FIRST_CHUNK); }

Arena *arena_new_with_room(size_t room) {
    (void)room; /* a stress build has sizes of its own */
    return open_arena(0, STRESS_SIZE(room, 64));
}

static void drop_last(Arena *arena) {
    Chunk *chunk = arena->last;
    arena->last = chunk->before;
    ASAN_UNPOISON_MEMORY_REGION(chunk->bytes, chunk->size);
    STRESS_SPOIL(chunk->bytes, chunk->size);
    free(chunk);
}

void arena_drop(Arena *arena) {
    if (!arena) return;
    while (arena->last) drop_last(arena);
    free(arena);
}

jmp_buf *arena_catch(Arena *arena, jmp_buf *place) {
    jmp_buf *before = arena->place;
    arena->place = place;
    return before;
}

void arena_catch_as(Arena *arena, const Arena *other) { arena->place = other->place; }

static void add_chunk(Arena *arena, size_t need) {
    if (arena->next_size < LARGEST_CHUNK) arena->next_size *= 2;
    size_t size = need > arena->next_size ? need : arena->next_size;
    Chunk *chunk = chunk_new(arena->last, size);
    if (!chunk) arena_fail(arena);
    arena->last = chunk;
}

void *arena_alloc(Arena *arena, size_t size) {
    if (size > SIZE_MAX / 2) arena_fail(arena);
    size_t need = (size + RED_ZONE + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    if (arena->limit && need > arena->limit - arena->used) arena_fail(arena);
    if (need > arena->last->size - arena->last->used) add_chunk(arena, need);
    void *at = arena->last->bytes + arena->last->used;
    arena->last->used += need;
    arena->used += need;
    ASAN_UNPOISON_MEMORY_REGION(at, size);
    return memset(at, 0, size);
}

void *arena_copy(Arena *arena, const void *bytes, size_t size) {
    void *copy = arena_alloc(arena, size);
    return size ? memcpy(copy, bytes, size) : copy;
}

ArenaMark arena_mark(Arena *arena) {
    return (ArenaMark){.chunk = arena->last, .used = arena->last->used};
}

void arena_release(Arena *arena, ArenaMark mark) {
    while (arena->last != mark.chunk) {
        arena->used -= arena->last->used;
        drop_last(arena);
    }
    arena->used -= arena->last->used - mark.used;
    arena->last->used = mark.used;
    ASAN_UNPOISON_MEMORY_REGION(arena->last->bytes + mark.used, arena->last->size - mark.used);
    STRESS_SPOIL(arena->last->bytes + mark.used, arena->last->size - mark.used);
    ASAN_POISON_MEMORY_REGION(arena->last->bytes + mark.used, arena->last->size - mark.used);
}

size_t arena_used(const Arena *arena) { return arena->used; }

void *list_grow(Arena *arena, void *old, size_t element, size_t len, size_t *cap) {
    *cap = *cap ? *cap * 2 : FIRST_CAPACITY;
    void *grown = arena_alloc(arena, element * *cap);
    if (len) memcpy(grown, old, element * len);
    STRESS_SPOIL(old, element * len);
    return grown;
}
