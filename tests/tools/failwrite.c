/* Preloaded: the FAIL_AT-th of the calls that make a file (mkstemp, fchmod, write, fsync, close, rename) fails, with
 * FAIL_ON set all behind it, too. With FAIL_SHORT writes take half of what they are given. With FAIL_COUNT the number
 * of calls is written to the file of that name. For tests of the command. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static unsigned long count, fail_at;
static int goes_on, is_short, file_made = -1;

__attribute__((constructor)) static void begin(void) {
    const char *at = getenv("FAIL_AT");
    fail_at = at ? strtoul(at, NULL, 10) : 0;
    goes_on = getenv("FAIL_ON") != NULL;
    is_short = getenv("FAIL_SHORT") != NULL;
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("FAIL_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "%lu\n", count);
    fclose(file);
}

static int fails(int error) {
    count++;
    int is_hit = fail_at && (goes_on ? count >= fail_at : count == fail_at);
    if (is_hit) errno = error;
    return is_hit;
}

#define REAL(name, type) ((type)dlsym(RTLD_NEXT, #name))

int mkstemp(char *pattern) {
    if (fails(EACCES)) return -1;
    return file_made = REAL(mkstemp, int (*)(char *))(pattern);
}

int fchmod(int file, mode_t mode) {
    if (file == file_made && fails(EPERM)) return -1;
    return REAL(fchmod, int (*)(int, mode_t))(file, mode);
}

ssize_t write(int file, const void *bytes, size_t size) {
    if (file == file_made && fails(ENOSPC)) return -1;
    if (file == file_made && is_short && size > 1) size /= 2;
    return REAL(write, ssize_t(*)(int, const void *, size_t))(file, bytes, size);
}

int fsync(int file) {
    if (file == file_made && fails(EIO)) return -1;
    return REAL(fsync, int (*)(int))(file);
}

int close(int file) {
    int is_hit = file == file_made && file >= 0 && fails(EDQUOT), error = errno;
    int result = REAL(close, int (*)(int))(file);
    if (file == file_made) file_made = -1;
    if (!is_hit) return result;
    errno = error;
    return -1;
}

int rename(const char *from, const char *to) {
    if (fails(EROFS)) return -1;
    return REAL(rename, int (*)(const char *, const char *))(from, to);
}
