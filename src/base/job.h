/* What every stage of one run is given: where to allocate, where to report, what was read.
 *
 * `arena` lives as long as the run's results; `scratch` is for work inside one call (take a mark, release
 * it). Both jump to the driver when memory ends (arena.h). */
#ifndef DOSSIER_BASE_JOB_H
#define DOSSIER_BASE_JOB_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"

typedef struct Limits {
    size_t file_bytes;  /* largest input file */
    unsigned nesting;   /* deepest YAML or Markdown nesting */
    size_t alias_nodes; /* nodes that aliases may expand to */
    size_t blocks, pages;
    size_t image_pixels; /* of one picture */
} Limits;

#define LIMITS_DEFAULT                 \
    ((Limits){.file_bytes = 64u << 20, \
              .nesting = 100,          \
              .alias_nodes = 100000,   \
              .blocks = 1000000,       \
              .pages = 1000000,        \
              .image_pixels = 100000000})

typedef struct Job {
    Arena *arena, *scratch;
    Sources *sources;
    Diags *diags;
    Limits limits;
    Str root; /* absolute path that files named inside documents must stay under; empty: no limit */
    const volatile int *cancel; /* not 0: stop; NULL: never */
} Job;

static inline bool job_is_cancelled(const Job *job) { return job->cancel && *job->cancel; }

#endif
