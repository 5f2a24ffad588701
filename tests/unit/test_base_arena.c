/* Arenas: zeroed memory, marks, limits; in a stress build what was let go is spoiled and lists move. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/stress.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void memory_is_zeroed_and_aligned(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    for (size_t size = 0; size < 300; size += 7) {
        unsigned char *at = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)at % 16, 0);
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(at[i], 0);
            at[i] = 0xFF;
        }
        ArenaMark mark = arena_mark(arena);
        memset(arena_alloc(arena, 100), 0xFF, 100);
        arena_release(arena, mark);
    }
    arena_drop(arena);
}

static void a_limit_jumps(void **state) {
    (void)state;
    Arena *arena = arena_new(1000);
    jmp_buf place;
    volatile int allocated = 0;
    if (!setjmp(place)) {
        arena_catch(arena, &place);
        for (;;) {
            arena_alloc(arena, 100);
            allocated++;
            assert_true(allocated < 11);
        }
    }
    assert_true(allocated >= 7);
    arena_drop(arena);
}

static void a_mark_gives_all_back(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    arena_alloc(arena, 40);
    size_t used = arena_used(arena);
    ArenaMark mark = arena_mark(arena);
    for (int i = 0; i < 100; i++) arena_alloc(arena, 10000);
    arena_release(arena, mark);
    assert_int_equal(arena_used(arena), used);
    arena_drop(arena);
}

static void lists_keep_what_they_hold(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    LIST(int) numbers = {0};
    for (int i = 0; i < 1000; i++) *list_add(arena, &numbers) = i;
    for (int i = 0; i < 1000; i++) assert_int_equal(numbers.at[i], i);
    assert_int_equal(list_last(&numbers), 999);
    arena_drop(arena);
}

/* Only where the memory may be looked at: AddressSanitizer sees such a read by itself. */
#if defined(DOSSIER_STRESS) && !defined(__SANITIZE_ADDRESS__)
static void a_stale_element_is_spoiled(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    LIST(uint32_t) numbers = {0};
    *list_add(arena, &numbers) = 1;
    const uint32_t *stale = numbers.at;
    *list_add(arena, &numbers) = 2;
    assert_int_equal(*stale, 0xABABABAB);
    assert_int_equal(numbers.at[0], 1);
    arena_drop(arena);
}

static void released_memory_is_spoiled(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    ArenaMark mark = arena_mark(arena);
    const volatile unsigned char *stale = arena_alloc(arena, 16);
    assert_int_equal(*stale, 0);
    arena_release(arena, mark);
    assert_int_equal(*stale, 0xAB);
    arena_drop(arena);
}
#endif

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(a_limit_jumps),
        cmocka_unit_test(a_mark_gives_all_back),
        cmocka_unit_test(lists_keep_what_they_hold),
#if defined(DOSSIER_STRESS) && !defined(__SANITIZE_ADDRESS__)
        cmocka_unit_test(a_stale_element_is_spoiled),
        cmocka_unit_test(released_memory_is_spoiled),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
