/* The output of a run: a file that appears whole or not at all, or the caller's function.
 *
 * A file is written under another name beside its place, flushed, synced and renamed: a full disk, a kill or
 * a crash leaves the old file as it was. A device or pipe is written straight. */
#ifndef DOSSIER_RUN_OUTPUT_H
#define DOSSIER_RUN_OUTPUT_H

#include "base/job.h"

typedef struct Output {
    Job *job;
    Str path;      /* as the user wrote it */
    Str target;    /* links followed */
    char *staging; /* the other name; NULL when written straight */
    int file;
    bool (*write)(void *user, const void *bytes, size_t size);
    void *user;
    uint64_t bytes; /* written so far */
    bool has_failed;
    int error; /* errno of the first failure */
} Output;

/* For a file: `path`; for a function: `write`. Nothing is created yet but the staging file. False: reported. */
bool output_open(Output *output, Job *job, Str path);
void output_open_function(Output *output, Job *job, bool (*write)(void *, const void *, size_t),
                          void *user);
/* A PdfSink: the first failure is kept and all later writes fail. */
bool output_write(void *to, const void *bytes, size_t size);
/* Flush, sync, rename; or, when anything failed, remove the staging file and report E0802. A cancelled run
 * leaves nothing and reports nothing. */
bool output_close(Output *output);
/* Gives up: the staging file goes, nothing is reported. */
void output_abandon(Output *output);

#endif
