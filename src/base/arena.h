/* Memory that lives and dies together: many small allocations, one drop.
 *
 * A document has one arena; everything a stage makes for the next stage lives in it. A second,
 * scratch arena serves work inside one function: take a mark, allocate, release to the mark.
 *
 * Memory comes zeroed and aligned to 16 bytes. An allocation never returns NULL: when the system
 * has no memory left, or the arena's limit is passed, the arena jumps to the place set by
 * arena_catch() (the driver's first function), so no caller has to check.
 *
 * Under AddressSanitizer every allocation has a red zone behind it and released memory is poisoned.
 */
#ifndef DOSSIER_BASE_ARENA_H
#define DOSSIER_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <string.h>

typedef struct Arena Arena;

/* A place in an arena to come back to. */
typedef struct ArenaMark {
    void *chunk;
    size_t used;
} ArenaMark;

/* New arena; `limit` bytes at most (0: none). Returns NULL only when even the first chunk fails. */
Arena *arena_new(size_t limit);
/* The same with room for so many bytes from the start: to be used again and again from an arena_mark() on. */
Arena *arena_new_with_room(size_t room);
void arena_drop(Arena *arena);

/* Where to jump when memory ends. `place` is borrowed and must outlive its use. Returns the place before, so
 * that who holds something outside the arena can let it go on the way and pass the failure on. */
jmp_buf *arena_catch(Arena *arena, jmp_buf *place);
/* Where `other` jumps to, this one does, too. */
void arena_catch_as(Arena *arena, const Arena *other);
/* Jumps: for a library below us that has no memory. */
__attribute__((noreturn)) void arena_fail(Arena *arena);

/* Zeroed bytes, never NULL. */
void *arena_alloc(Arena *arena, size_t size);

/* A copy of `size` bytes. */
void *arena_copy(Arena *arena, const void *bytes, size_t size);

/* Scratch use: everything allocated after the mark is given back at once. */
ArenaMark arena_mark(Arena *arena);
void arena_release(Arena *arena, ArenaMark mark);

/* Bytes handed out so far (for --timings and limits). */
size_t arena_used(const Arena *arena);

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, Type, count) \
    ((Type *)arena_alloc((arena), sizeof(Type) * (size_t)(count)))

/* A growing array in an arena: `LIST(Glyph) glyphs = {0}; *list_add(arena, &glyphs) = glyph;`
 * list_add() returns a pointer to a new zeroed last element, valid until the next add.
 * `list.len = 0` empties a list and keeps its room. */
#define LIST(Type)       \
    struct {             \
        Type *at;        \
        size_t len, cap; \
    }

#define list_add(arena, list)                                                                    \
    ((list)->at = (list)->len < (list)->cap ? (list)->at                                         \
                                            : list_grow((arena), (list)->at, sizeof *(list)->at, \
                                                        (list)->len, &(list)->cap),              \
     memset((list)->at + (list)->len, 0, sizeof *(list)->at), (list)->at + (list)->len++)

#define list_last(list) ((list)->at[(list)->len - 1])

void *list_grow(Arena *arena, void *old, size_t element, size_t len, size_t *cap);

#endif
