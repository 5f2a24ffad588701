/* A paragraph's fit into its breaks: searches from strict to desperate until one succeeds.
 *
 * Justified: without cutting words when that gives good lines; with hyphens; as loose as it must be; with
 * overlong words cut anywhere; with lines that stick out. The first two are TeX's two passes; the third
 * needs no \emergencystretch, since badness has no upper end here. */
#include "line/fit.h"

#include <limits.h>

#define UNCUT_RATIO 400 /* thousandths of stretch: looser lines are worth a try with hyphens */
#define TOLERANT_RATIO 2200
#define UNCUT_RAGGED 2400 /* of a sixth of the measure */
#define MOST_BALANCED 30  /* lines; longer texts are not titles */

/* The fewest lines that hold the text: as many words on each as fit. */
static uint32_t count_fewest_lines(const Fit *fit, const Pass *pass) {
    uint32_t lines = 0, a = FIT_START, fitting = FIT_START;
    for (uint32_t b = 0; b < fit->count && lines <= MOST_BALANCED; b++) {
        if (!fit_is_break(fit, pass, b)) continue;
        FitLine line = fit_line(fit, a, b, fit_is_narrow(fit, lines));
        if (line.natural > line.room && fitting != a) {
            a = fitting;
            lines++;
        }
        fitting = b;
        if (fit_is_forced(fit, b)) {
            a = b;
            lines++;
        }
    }
    return lines;
}

/* False when the text is too long to be balanced: then it is set ragged. */
static bool aim_balance(Fit *fit, const Pass *pass) {
    uint32_t lines = count_fewest_lines(fit, pass);
    if (lines > MOST_BALANCED) return false;
    const FitSum *all = &fit->sums[fit->ends[fit->count - 1]];
    Sp space = all->glue ? (all->width - all->body) / all->glue : 0;
    fit->max_lines = lines;
    fit->average = lines ? (all->width - space * (lines - 1)) / lines : 0;
    return true;
}

/* Exchanges the fit for one whose overlong pieces may be cut between any clusters. */
static bool cut_overlong(Job *job, Fit *fit) {
    uint32_t count = 0;
    const Item *items = overlong_cut(job, fit, fit->narrowest, &count);
    if (!items) return false;
    FitShape shape = fit->shape;
    *fit = fit_new(job, fit->shaped, items, count, fit->spec);
    fit->shape = shape;
    fit->looseness = 0;
    return true;
}

static bool search_normally(Job *job, const Fit *fit, Breaks *breaks) {
    bool is_ragged = fit->shape != FIT_JUSTIFIED;
    Pass pass = {.max_ratio = is_ragged ? UNCUT_RAGGED : UNCUT_RATIO};
    size_t candidates = 0;
    if (fit->looseness == 0 && search_breaks(job, fit, &pass, breaks)) {
        uint32_t before = breaks->count > 1 ? breaks->at[breaks->count - 2] : FIT_START;
        if (!fit_is_runt(fit, before)) return true;
    }
    candidates += breaks->candidates;
    pass.with_hyphens = true;
    pass.max_ratio = is_ragged ? INT_MAX : TOLERANT_RATIO;
    bool is_found = search_breaks(job, fit, &pass, breaks);
    breaks->candidates += candidates;
    return is_found;
}

static Breaks search_desperately(Job *job, Fit *fit) {
    Breaks breaks = {0};
    bool is_balanced = fit->shape == FIT_BALANCED;
    fit->looseness = 0;
    Pass pass = {.with_hyphens = !is_balanced, .is_lenient = true, .max_ratio = INT_MAX};
    if (search_breaks(job, fit, &pass, &breaks)) return breaks;
    if (cut_overlong(job, fit)) {
        if (is_balanced && !aim_balance(fit, &pass)) fit->shape = FIT_RAGGED;
        if (search_breaks(job, fit, &pass, &breaks)) return breaks;
    }
    pass.allows_overfull = true;
    fit->max_lines = UINT32_MAX;
    search_breaks(job, fit, &pass, &breaks);
    return breaks;
}

Breaks choose_breaks(Job *job, Fit *fit) {
    Breaks breaks = {0};
    if (fit->shape == FIT_BALANCED) {
        Pass pass = {.max_ratio = INT_MAX};
        if (!aim_balance(fit, &pass)) fit->shape = FIT_RAGGED;
        if (search_breaks(job, fit, &pass, &breaks)) return breaks;
    } else if (search_normally(job, fit, &breaks)) {
        return breaks;
    }
    size_t candidates = breaks.candidates;
    breaks = search_desperately(job, fit);
    breaks.candidates += candidates;
    return breaks;
}
