/* The breaking problem of one paragraph, private to the line stage: what a candidate line is and costs.
 *
 * A candidate is named by two breaks: `a`, the item the line before ends at (FIT_START for the first line),
 * and `b`, the item it ends at itself. Every question about it is answered from prefix sums, in O(1).
 * Glue round a break is dropped: the line that ends at b holds items [.., ends[b]) in its width, the next
 * begins at item starts[b]. After a forced break leading glue stays (it was typed on purpose). */
#ifndef DOSSIER_LINE_FIT_H
#define DOSSIER_LINE_FIT_H

#include "line/line.h"

#define FIT_START UINT32_MAX

typedef enum FitShape { FIT_JUSTIFIED, FIT_RAGGED, FIT_BALANCED } FitShape;

/* Sums over items [0, i). `body` is what glyph expansion acts on: everything but glue. */
typedef struct FitSum {
    Sp width, stretch, shrink, body;
    uint32_t glue;
} FitSum;

typedef struct Fit {
    const Shaped *shaped;
    const Item *items; /* the paragraph's, or these with cuts added (overlong.c) */
    uint32_t count;
    const LineSpec *spec;
    FitShape shape;
    const FitSum *sums;
    const uint32_t *starts, *ends;
    Sp narrowest;       /* the smallest measure of any line, indents taken off */
    Sp slack;           /* no line's extras and hanging marks add up to more */
    int looseness;      /* the spec's, until nothing but desperate measures are left */
    Sp average;         /* balanced: the width all lines should have */
    uint32_t max_lines; /* balanced: the fewest lines possible */
} Fit;

/* A candidate line. Items [from, to) count for its width; `room` is what it should fill. */
typedef struct FitLine {
    uint32_t from, to;
    Sp natural, stretch, shrink, room;
    Sp hang_left, hang_right; /* how far the ends stand out; left is where reading begins */
    Sp indent;                /* where reading begins, from that edge of the measure */
} FitLine;

/* How one search of the breaks is held. */
typedef struct Pass {
    bool with_hyphens; /* may cut words */
    bool is_lenient;   /* more than two hyphens in a row are dear, not forbidden */
    bool allows_overfull;
    int max_ratio; /* thousandths of stretch; INT_MAX: any */
} Pass;

/* What of the line before matters for the next: lines so far (1 stands for all but the first when nobody
 * counts them), tightness of the last one, hyphens that end the last lines in a row. */
typedef struct FitState {
    uint32_t line;
    uint8_t fitness, hyphens;
} FitState;

enum { FITNESS_VERY_LOOSE, FITNESS_LOOSE, FITNESS_DECENT, FITNESS_TIGHT };

typedef enum Verdict { LINE_FITS, LINE_SHORT, LINE_LONG } Verdict;

typedef struct Grade {
    Verdict verdict;
    int ratio, badness;
    uint8_t fitness;
    int64_t demerits; /* without what depends on the line before */
} Grade;

/* The most that a line costs more for its neighbour's tightness. */
#define FIT_NEIGHBOUR_DEMERITS 5000

/* Prefix sums and break tables; memory in job->scratch, released by the caller. */
Fit fit_new(Job *job, const Shaped *shaped, const Item *items, uint32_t count,
            const LineSpec *spec);
/* `is_narrow`: it is one of the spec's narrow lines. */
FitLine fit_line(const Fit *fit, uint32_t a, uint32_t b, bool is_narrow);
bool fit_is_break(const Fit *fit, const Pass *pass, uint32_t item);
/* A line whose end somebody forced: filled up with space instead of justified. */
static inline bool fit_is_forced(const Fit *fit, uint32_t b) {
    return fit->items[b].kind == ITEM_PENALTY && fit->items[b].penalty <= PENALTY_FORCED;
}
/* The last line holds too little: a cut word's end, one short word, less than a sixth of the measure. */
bool fit_is_runt(const Fit *fit, uint32_t a);
/* Whether line numbers matter to the search. */
static inline bool fit_counts_lines(const Fit *fit) {
    return fit->shape == FIT_BALANCED || fit->looseness != 0;
}
/* Whether line `number`, 0 for the first, is one of the narrow ones. */
static inline bool fit_is_narrow(const Fit *fit, uint32_t number) {
    return number < fit->spec->narrow_lines;
}

/* The state behind a line, and what the line costs there. */
typedef struct Step {
    FitState state;
    int64_t demerits;
    bool is_allowed; /* may it stand there at all? */
} Step;

/* What a line costs by itself, and what it costs behind a given state. */
Grade grade_line(const Fit *fit, const Pass *pass, uint32_t a, uint32_t b, bool is_narrow);
Step grade_step(const Fit *fit, const Pass *pass, const Grade *grade, uint32_t b, FitState from);

/* The breaks of a paragraph in order, the last is the last item. */
typedef struct Breaks {
    const uint32_t *at;
    size_t count;
    int64_t demerits;
    size_t candidates; /* lines looked at, for the proof that work grows linearly */
} Breaks;

/* The breaks of least demerits; false when this pass finds none. Memory in job->scratch. */
bool search_breaks(Job *job, const Fit *fit, const Pass *pass, Breaks *breaks);
/* Pass after pass, from strict to desperate. `fit` may be exchanged for one with more cuts. */
Breaks choose_breaks(Job *job, Fit *fit);
/* Items with a cut between all clusters of the pieces wider than `limit`; NULL when there are none. */
const Item *overlong_cut(Job *job, const Fit *fit, Sp limit, uint32_t *count);

/* Glyphs of the line that fills [a, b] of the fit, placed; line->is_narrow is known. Memory in job->arena. */
void place_line(Job *job, Shaper *shaper, const Fit *fit, uint32_t a, uint32_t b, Line *line);

/* Rule L2 of UAX #9: the visual order of pieces with these levels; `order[i]` is which one is drawn i-th. */
void bidi_reorder(const uint8_t *levels, uint32_t count, uint32_t *order);

#endif
