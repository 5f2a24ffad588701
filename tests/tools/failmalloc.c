/* Preloaded: the FAIL_AT-th allocation of the program and all behind it fail; with FAIL_ONCE only that one. With
 * FAIL_COUNT the number of allocations is written to the file of that name. For tests of the command. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static unsigned long count, fail_at;
static int once, is_ready;

__attribute__((constructor)) static void begin(void) {
    const char *at = getenv("FAIL_AT");
    fail_at = at ? strtoul(at, NULL, 10) : 0;
    once = getenv("FAIL_ONCE") != NULL;
    is_ready = 1;
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("FAIL_COUNT");
    int file = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666) : -1;
    if (file < 0) return;
    dprintf(file, "%lu\n", count);
    close(file);
}

static int fails(void) {
    if (!is_ready) return 0;
    unsigned long number = __atomic_add_fetch(&count, 1, __ATOMIC_RELAXED);
    int is_hit = fail_at && (once ? number == fail_at : number >= fail_at);
    if (is_hit) errno = ENOMEM;
    return is_hit;
}

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

void *malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
void *calloc(size_t number, size_t size) { return fails() ? NULL : __libc_calloc(number, size); }
void *realloc(void *old, size_t size) { return fails() ? NULL : __libc_realloc(old, size); }
