/* A path and where it was written in, the file's bytes among the sources out; the root folder is guarded. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "read/node.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* `path` as it is seen from the folder of the file that names it. */
static Str join_path(const Job *job, Str path, Span from) {
    const Source *source = source_find(job->sources, from.source);
    if (!source || str_starts(path, STR("/"))) return str_copy(job->arena, path);
    size_t folder = source->path.len;
    while (folder > 0 && source->path.at[folder - 1] != '/') folder--;
    return str_format(job->arena, "%.*s%.*s", (int)folder, source->path.at, STR_ARG(path));
}

static bool is_inside(Str path, Str root) {
    if (root.len > 1 && root.at[root.len - 1] == '/') root.len--;
    if (!str_starts(path, root)) return false;
    return root.len == 1 || path.len == root.len || path.at[root.len] == '/';
}

/* Links are followed first, so that a link cannot lead out of the root. */
static bool check_root(const Job *job, Str path, Span from) {
    if (!from.source || !job->root.len) return true;
    char *real = realpath(path.at, NULL);
    if (!real) return true; /* opening it says why */
    Str root = str_copy(job->arena, job->root);
    char *real_root = realpath(root.at, NULL);
    bool is_good = is_inside(str_from(real), real_root ? str_from(real_root) : root);
    free(real);
    free(real_root);
    if (!is_good)
        diag_add(job->diags, E_OUTSIDE_ROOT, from, STR("move the file, or widen --root"),
                 "\"%.*s\" leads out of the root folder", STR_ARG(path));
    return is_good;
}

static bool cannot_read(const Job *job, Str path, Span from, int error) {
    const char *why = error == ENOENT    ? "no such file"
                      : error == EACCES  ? "permission denied"
                      : error == EISDIR  ? "it is a folder"
                      : error == ENOTDIR ? "part of the path is no folder"
                      : error == EINVAL  ? "it is no plain file"
                      : error == ELOOP   ? "too many links"
                      : error == EBADF   ? "it is closed"
                                         : "it cannot be read";
    Str hint = error == EACCES                       ? STR("ask its owner for the right to read it")
               : error != ENOENT && error != ENOTDIR ? (Str){0}
               : from.source ? STR("a path is relative to the file that names it")
                             : STR("look at the spelling, and at the folder you are in");
    diag_add(job->diags, E_CANNOT_READ, from, hint, "cannot read \"%.*s\": %s", STR_ARG(path), why);
    return false;
}

static bool too_large(const Job *job, Str path, Span from) {
    diag_add(job->diags, E_FILE_TOO_LARGE, from, STR("split the file, or raise the limit"),
             "\"%.*s\" has more than %zu bytes", STR_ARG(path), job->limits.file_bytes);
    return false;
}

/* All bytes up to the end or just past the limit; -1 with errno on failure. */
static ssize_t read_all(const Job *job, int file, Buf *bytes, size_t guess) {
    for (;;) {
        size_t want = bytes->len <= guess ? guess - bytes->len + 1 : 65536;
        ssize_t got = read(file, buf_reserve(bytes, want), want);
        if (got < 0 && errno == EINTR && !job_is_cancelled(job)) continue;
        if (got <= 0) return got;
        bytes->len += (size_t)got;
        if (bytes->len > job->limits.file_bytes) return 1;
    }
}

static bool read_bytes(Job *job, Str path, Span from, int file, Str *bytes) {
    struct stat status;
    if (fstat(file, &status) != 0) return cannot_read(job, path, from, errno);
    if (S_ISDIR(status.st_mode)) return cannot_read(job, path, from, EISDIR);
    if (from.source && !S_ISREG(status.st_mode)) return cannot_read(job, path, from, EINVAL);
    size_t guess = S_ISREG(status.st_mode) && status.st_size > 0 ? (size_t)status.st_size : 0;
    if (guess > job->limits.file_bytes) return too_large(job, path, from);
    Buf buf = buf_new(job->arena);
    ssize_t end = read_all(job, file, &buf, guess);
    if (end < 0) return cannot_read(job, path, from, errno);
    if (end > 0) return too_large(job, path, from);
    *bytes = buf_str(&buf);
    return true;
}

bool node_find_file(Job *job, Str path, Span from) {
    Str whole = join_path(job, path, from);
    struct stat status;
    if (memchr(path.len ? path.at : "", '\0', path.len))
        return cannot_read(job, path, from, ENOENT);
    if (!check_root(job, whole, from)) return false;
    if (stat(whole.at, &status) != 0 || access(whole.at, R_OK) != 0)
        return cannot_read(job, whole, from, errno);
    if (S_ISREG(status.st_mode)) return true;
    return cannot_read(job, whole, from, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
}

bool node_read_file(Job *job, Str path, Span from, uint32_t *source) {
    Str bytes = {0};
    if (!from.source && str_is(path, "-")) {
        if (!read_bytes(job, STR("standard input"), from, STDIN_FILENO, &bytes)) return false;
        *source = source_add(job->sources, STR("-"), bytes);
        return true;
    }
    if (memchr(path.len ? path.at : "", '\0', path.len))
        return cannot_read(job, path, from, ENOENT);
    Str whole = join_path(job, path, from);
    if (!check_root(job, whole, from)) return false;
    /* A document may not make us wait for a pipe; the command line may name one. */
    int file = open(whole.at, O_RDONLY | O_CLOEXEC | O_NOCTTY | (from.source ? O_NONBLOCK : 0));
    if (file < 0) return cannot_read(job, whole, from, errno);
    bool is_read = read_bytes(job, whole, from, file, &bytes);
    close(file);
    if (is_read) *source = source_add(job->sources, whole, bytes);
    return is_read;
}
