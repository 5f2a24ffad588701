/* What the fuzz targets share: a job for one input. A target is LLVMFuzzerTestOneInput(), called by libFuzzer (preset
 * `fuzz`, guided by coverage, as long as you like) or by drive.c (preset `asan`, a fixed sequence: suite/fuzz.sh). */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "base/job.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

typedef struct Trial {
    Sources sources;
    Job job;
    Str input; /* a copy whose end is the end of its memory, so that reading past it is seen */
} Trial;

static inline void trial_open(Trial *trial, const uint8_t *bytes, size_t size) {
    *trial = (Trial){0};
    char *copy = malloc(size ? size : 1);
    if (size) memcpy(copy, bytes, size);
    trial->input = (Str){.at = copy, .len = size};
    trial->job = (Job){.arena = arena_new(0), .scratch = arena_new(0), .limits = LIMITS_DEFAULT};
    trial->sources.arena = trial->job.arena;
    trial->job.sources = &trial->sources;
    trial->job.diags = diag_new(trial->job.arena);
    trial->job.limits.image_pixels = 1000000;
}

/* Every message must be printable: its place is looked up and its line shown. */
static inline void trial_close(Trial *trial) {
    Buf out = buf_new(trial->job.arena);
    diag_sort(trial->job.diags);
    diag_print(trial->job.diags, &trial->sources, &out);
    arena_drop(trial->job.arena);
    arena_drop(trial->job.scratch);
    free((char *)trial->input.at);
}

#endif
