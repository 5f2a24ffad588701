/* Bytes in, a whole file or none out. */
#include "run/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static Str hint_for(int error) {
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return STR("make room on the disk, or write elsewhere with -o");
    case EACCES:
    case EPERM:
    case EROFS:
        return STR("write elsewhere with -o, or change the rights of the file or folder");
    case ENOENT:
    case ENOTDIR:
        return STR("make the folder first, or write elsewhere with -o");
    case EISDIR:
        return STR("name a file, or end the path of a folder with /");
    case ENAMETOOLONG:
        return STR("give it a shorter name with -o");
    case EFBIG:
        return STR("raise the limit on the size of files (ulimit -f), or write elsewhere with -o");
    case EBADF:
        return STR("it is closed; write to a file with -o");
    case ETXTBSY:
    case EBUSY:
        return STR("close the program that uses it, or write elsewhere with -o");
    case EPIPE:
        return STR("the reader went away before it had everything");
    default:
        return STR("write elsewhere with -o");
    }
}

static bool report(Output *output) {
    diag_add(output->job->diags, E_CANNOT_WRITE, (Span){0}, hint_for(output->error),
             output->write ? "cannot write %.*s: %s" : "cannot write \"%.*s\": %s",
             STR_ARG(output->path), strerror(output->error));
    return false;
}

static void keep_error(Output *output) {
    if (!output->has_failed) output->error = errno ? errno : EIO;
    output->has_failed = true;
}

static mode_t usual_mode(void) {
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* In the folder of the target, so that renaming moves nothing; short, so that any name fits. */
static int open_staging(Output *output, const struct stat *there, bool is_there) {
    /* A file that its owner has protected is not replaced behind his back. */
    if (is_there && access(output->target.at, W_OK) != 0) return -1;
    size_t folder = output->target.len;
    while (folder > 0 && output->target.at[folder - 1] != '/') folder--;
    Str staging =
        str_format(output->job->arena, "%.*s.dossier-XXXXXX", (int)folder, output->target.at);
    output->staging = arena_copy(output->job->arena, staging.at, staging.len + 1);
    output->file = mkstemp(output->staging);
    if (output->file < 0) output->staging = NULL;
    if (output->file < 0) return -1;
    return fchmod(output->file, is_there ? there->st_mode & 07777 : usual_mode());
}

static bool open_straight(Output *output) {
    output->file = open(output->target.at, O_WRONLY | O_CLOEXEC);
    if (output->file >= 0) return true;
    keep_error(output);
    return report(output);
}

bool output_open(Output *output, Job *job, Str path) {
    *output = (Output){.job = job, .path = path, .target = str_copy(job->arena, path), .file = -1};
    char *real = realpath(output->target.at, NULL);
    if (real) output->target = str_copy(job->arena, str_from(real));
    free(real);
    struct stat there;
    bool is_there = stat(output->target.at, &there) == 0;
    if (is_there && S_ISDIR(there.st_mode)) {
        errno = EISDIR;
        keep_error(output);
        return report(output);
    }
    if (is_there && !S_ISREG(there.st_mode)) return open_straight(output);
    if (open_staging(output, &there, is_there) == 0) return true;
    keep_error(output);
    output_abandon(output);
    return report(output);
}

void output_open_function(Output *output, Job *job, bool (*write_to)(void *, const void *, size_t),
                          void *user) {
    *output = (Output){
        .job = job, .path = STR("standard output"), .file = -1, .write = write_to, .user = user};
}

bool output_write(void *to, const void *bytes, size_t size) {
    Output *output = to;
    if (output->has_failed || job_is_cancelled(output->job)) return false;
    errno = 0;
    if (output->write && !output->write(output->user, bytes, size)) keep_error(output);
    for (size_t done = 0; !output->write && !output->has_failed && done < size;) {
        ssize_t count = write(output->file, (const char *)bytes + done, size - done);
        if (count >= 0)
            done += (size_t)count;
        else if (errno != EINTR)
            keep_error(output);
        else if (job_is_cancelled(output->job))
            return false;
    }
    if (!output->has_failed) output->bytes += size;
    return !output->has_failed;
}

/* Devices and pipes cannot be synced; that is no failure. */
static bool sync_file(const Output *output) {
    if (fsync(output->file) == 0) return true;
    return !output->staging && (errno == EINVAL || errno == ENOTSUP || errno == EROFS);
}

bool output_close(Output *output) {
    if (job_is_cancelled(output->job)) {
        output_abandon(output);
        return false;
    }
    if (output->file >= 0) {
        if (!output->has_failed && !sync_file(output)) keep_error(output);
        if (close(output->file) != 0) keep_error(output);
        output->file = -1;
    }
    bool is_moved = !output->staging;
    if (!is_moved && !output->has_failed) {
        is_moved = rename(output->staging, output->target.at) == 0;
        if (is_moved)
            output->staging = NULL;
        else
            keep_error(output);
    }
    if (!output->has_failed) return true;
    output_abandon(output);
    return report(output);
}

void output_abandon(Output *output) {
    if (output->file >= 0) close(output->file);
    output->file = -1;
    if (output->staging) unlink(output->staging);
    output->staging = NULL;
}
