/* A document in; every check over it, in order, out. */
#include "check/internal.h"

typedef void Check(Checking *checking);

static Check *const checks[] = {
    check_placeholder, check_names,   check_acronyms, check_former,   check_dates,
    check_spaces,      check_doubled, check_quotes,   check_emphasis, check_links,
    check_headings,    check_figures, check_marks,    check_numbers,  check_sentences,
    check_contrast,    check_pack,
};

void check_run(Job *job, const Model *model, const Layout *layout) {
    ArenaMark mark = arena_mark(job->scratch);
    Checking checking = {.job = job, .model = model, .layout = layout};
    check_compose(&checking);
    for (size_t i = 0; i < sizeof checks / sizeof *checks && !job_is_cancelled(job); i++)
        checks[i](&checking);
    arena_release(job->scratch, mark);
}
