/* One file of the sources in, its tree of nodes out, every mistake reported. */
#include "read/yaml.h"

enum { MOST_ATTEMPTS = 200 };
static const size_t most_bytes = (size_t)64 << 20; /* read again and again, in all */

static void report_empty(const Yaml *yaml) {
    diag_add(yaml->job->diags, E_SYNTAX, span_of(yaml->source, yaml->start, yaml->start),
             STR("begin it with `dossier: article`"), "the file is empty");
}

/* Attempts until one succeeds. What an attempt that failed has reported is forgotten: the next one finds it
 * again, and what libyaml made of a text before it stumbled is often nonsense. */
static bool repair_all(Yaml *yaml, const Failure *first) {
    Job *job = yaml->job;
    Failure failure = *first;
    size_t budget = most_bytes;
    for (unsigned attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        if (!yaml_repair(yaml, &failure)) return false;
        if (yaml->bytes.len > budget) break;
        budget -= yaml->bytes.len;
        Diags before = *job->diags;
        ArenaMark mark = arena_mark(job->scratch);
        bool is_done = yaml_build(yaml, job->scratch, &failure) || !*failure.problem;
        arena_release(job->scratch, mark);
        job->diags->list.len = before.list.len;
        job->diags->errors = before.errors;
        job->diags->warnings = before.warnings;
        if (is_done) return true;
    }
    diag_add(job->diags, E_LIMIT, span_of(yaml->source, failure.at, failure.at),
             STR("correct the errors above first"),
             "too many syntax errors: the rest of the file was not read");
    return false;
}

Node *node_parse(Job *job, uint32_t source) {
    Yaml yaml = {.job = job, .source = source, .bytes = source_find(job->sources, source)->bytes};
    Failure failure;
    if (yaml_is_foreign(&yaml)) return NULL;
    yaml_prepare(&yaml);
    Diags before = *job->diags;
    Node *root = yaml_build(&yaml, job->arena, &failure);
    if (!root && *failure.problem) {
        job->diags->list.len = before.list.len;
        job->diags->errors = before.errors;
        job->diags->warnings = before.warnings;
        if (!repair_all(&yaml, &failure)) return NULL;
        root = yaml_build(&yaml, job->arena, &failure);
    }
    if (!root && job->diags->errors == before.errors) report_empty(&yaml);
    return root;
}
