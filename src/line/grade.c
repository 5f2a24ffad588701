/* A candidate line into demerits.
 *
 * Badness is TeX's, 100 |r|^3 in integers (TeX: The Program, 108); demerits are (10 + badness)^2 plus what
 * penalty, hyphens and neighbours add (859). The figures below are tuned on measured pages (bench/typography,
 * docs/typography.md): spaces even, few hyphens, never three in a row. */
#include "line/fit.h"

#include <limits.h>

#define LINE_PENALTY 10
#define WORST_RATIO 20
#define WORST_BADNESS (100 * WORST_RATIO * WORST_RATIO * WORST_RATIO)
#define PENALTY_WEIGHT 3
#define HYPHENS_IN_A_ROW 2
#define DOUBLE_HYPHEN 20000
#define LAST_BUT_ONE_HYPHEN 20000
#define RUNT 50000 /* justified: a loose line is worse */
#define RAGGED_RUNT 400000
#define CUT_RUNT_FACTOR 8
#define NEARLY_FULL 600
#define RAGGED_HYPHEN 150000 /* a ragged line had better be short by a fifth */
#define TOO_MANY_HYPHENS 10000000000000
#define OVERFULL 100000000000000
#define SHORT_WORD 1600 /* balanced: as bad as 4 % of the measure */

/* Not capped at 10,000 as TeX's is: where no line can be good, the less bad still win. */
static int badness(Sp diff, Sp stretch) {
    if (diff == 0) return 0;
    if (stretch <= 0 || diff > stretch * WORST_RATIO) return WORST_BADNESS;
    int64_t ratio = 297 * diff / stretch; /* 297^3 is nearly 100 * 2^18 */
    return (int)((ratio * ratio * ratio + 0x20000) / 0x40000);
}

static int ratio_of(Sp diff, Sp stretch) {
    if (diff == 0) return 0;
    if (stretch <= 0 || diff / stretch >= 1000) return 1000000;
    return (int)(diff * 1000 / stretch);
}

static uint8_t fitness_of(Sp diff, int bad) {
    if (bad <= 12) return FITNESS_DECENT;
    if (diff < 0) return FITNESS_TIGHT;
    return bad < 100 ? FITNESS_LOOSE : FITNESS_VERY_LOOSE;
}

static int64_t last_line_demerits(const Fit *fit, const FitLine *line, uint32_t a) {
    if (a == FIT_START) return 0;
    if (fit_is_runt(fit, a)) {
        int64_t runt = fit->shape == FIT_JUSTIFIED ? RUNT : RAGGED_RUNT;
        bool is_cut =
            fit->items[a].is_hyphen && fit->sums[line->to].glue == fit->sums[line->from].glue;
        return is_cut ? runt * CUT_RUNT_FACTOR : runt;
    }
    Sp gap = line->room - line->natural;
    bool is_nearly_full = gap > 0 && gap < fit->spec->measure / 20;
    return is_nearly_full ? NEARLY_FULL : 0;
}

static int64_t penalty_demerits(const Item *item) {
    int64_t penalty = (int64_t)item->penalty * PENALTY_WEIGHT;
    if (item->penalty <= PENALTY_FORCED) return 0;
    return penalty >= 0 ? penalty * penalty : -penalty * penalty;
}

/* Sets ratio, badness and verdict of a line that is justified or ragged. */
static void judge(const Fit *fit, const Pass *pass, const FitLine *line, bool is_filled,
                  Grade *grade) {
    Sp diff = line->room - line->natural;
    if (diff < 0) {
        Sp shrink = fit->shape == FIT_RAGGED ? 0 : line->shrink;
        if (-diff > shrink) {
            grade->verdict = LINE_LONG;
            return;
        }
        grade->badness = badness(-diff, shrink);
        grade->ratio = -ratio_of(-diff, shrink);
    } else if (!is_filled) {
        Sp stretch = fit->shape == FIT_RAGGED ? fit->spec->measure / 6 : line->stretch;
        grade->ratio = ratio_of(diff, stretch);
        grade->badness = badness(diff, stretch * 4 / 5); /* loose shows more than tight */
        if (stretch == 0)                                /* a lone word: the wider the better */
            grade->badness = (int)(WORST_BADNESS * diff / line->room);
        if (grade->ratio > pass->max_ratio) grade->verdict = LINE_SHORT;
    }
    if (fit->shape == FIT_JUSTIFIED) grade->fitness = fitness_of(diff, grade->badness);
}

/* Whether the word before a break is one of those that lean on the next ("a", "of", "the", "und"). */
static bool ends_in_short_word(const Fit *fit, uint32_t b) {
    Str text = fit->shaped->text;
    size_t end = fit->items[b].from, letters = 0;
    if (fit->items[b].kind != ITEM_GLUE || end > text.len) return false;
    for (; letters < 4 && letters < end; letters++) {
        char c = text.at[end - letters - 1];
        if (c == ' ') break;
        if (c < 'a' || c > 'z') return false;
    }
    return letters < 4;
}

/* Balanced: squares of the distance from the average, in thousandths of the measure. */
static void judge_balance(const Fit *fit, const FitLine *line, uint32_t b, Grade *grade) {
    if (line->natural > line->room) {
        grade->verdict = LINE_LONG;
        return;
    }
    int64_t off = (line->natural - fit->average) * 1000 / sp_max(fit->spec->measure, 1);
    grade->demerits = off * off;
    bool is_last = b + 1 == fit->count;
    if (is_last && line->natural < fit->average * 2 / 3)
        grade->demerits += off * off; /* a last line much shorter looks like an accident */
    if (!is_last && ends_in_short_word(fit, b)) grade->demerits += SHORT_WORD;
}

Grade grade_line(const Fit *fit, const Pass *pass, uint32_t a, uint32_t b, bool is_narrow) {
    Grade grade = {.verdict = LINE_FITS, .fitness = FITNESS_DECENT};
    FitLine line = fit_line(fit, a, b, is_narrow);
    if (fit->shape == FIT_BALANCED) {
        judge_balance(fit, &line, b, &grade);
        if (grade.verdict == LINE_LONG && pass->allows_overfull) grade.demerits = OVERFULL;
        return grade;
    }
    judge(fit, pass, &line, fit_is_forced(fit, b), &grade);
    if (grade.verdict == LINE_LONG) {
        grade.badness = 10000;
        grade.ratio = -1000;
        grade.fitness = FITNESS_TIGHT;
        grade.demerits = OVERFULL;
        return grade;
    }
    int64_t base = LINE_PENALTY + grade.badness;
    grade.demerits = base * base + penalty_demerits(&fit->items[b]);
    if (fit->shape == FIT_RAGGED && fit->items[b].is_flagged) grade.demerits += RAGGED_HYPHEN;
    if (b + 1 == fit->count) grade.demerits += last_line_demerits(fit, &line, a);
    return grade;
}

/* The cost of two lines that end in hyphens, or of a third. */
static void step_hyphen(Step *step, const Pass *pass, unsigned before) {
    if (before) step->demerits += DOUBLE_HYPHEN;
    step->state.hyphens = (uint8_t)(before + 1);
    if (step->state.hyphens <= HYPHENS_IN_A_ROW) return;
    step->state.hyphens = HYPHENS_IN_A_ROW;
    step->demerits += TOO_MANY_HYPHENS;
    step->is_allowed = pass->is_lenient;
}

Step grade_step(const Fit *fit, const Pass *pass, const Grade *grade, uint32_t b, FitState from) {
    Step step = {.demerits = grade->demerits, .is_allowed = true};
    step.state.line = from.line;
    if (fit_counts_lines(fit) || from.line == 0 || fit_is_narrow(fit, from.line)) step.state.line++;
    step.state.fitness = grade->fitness;
    if (fit->shape == FIT_BALANCED) {
        step.is_allowed = step.state.line <= fit->max_lines;
        return step;
    }
    int apart = (int)from.fitness - (int)grade->fitness;
    if (apart > 1 || apart < -1) step.demerits += FIT_NEIGHBOUR_DEMERITS;
    if (fit_is_forced(fit, b)) {
        step.state.fitness = FITNESS_DECENT;
        if (from.hyphens && b + 1 == fit->count) step.demerits += LAST_BUT_ONE_HYPHEN;
    } else if (fit->items[b].is_flagged) {
        step_hyphen(&step, pass, from.hyphens);
    }
    return step;
}
