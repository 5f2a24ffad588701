/* What must fit one page in; its galley, in the largest type that does, out.
 *
 * Trials grow below a tree of elements that is thrown away. Every step takes one hundredth of the type and 1.6 of
 * the lines: the last is 95 % and 92 %, below which nobody reads with pleasure. */
#include "run/fit.h"

#include "page/page.h"

enum { STEPS = 5, TYPE_STEP = 10, LEADING_STEP = 16 };

static const Layout *layout_at(const Setter *setter, int step) {
    return step ? layout_scaled(setter->job, setter->layout, 1000 - step * TYPE_STEP,
                                1000 - step * LEADING_STEP)
                : setter->layout;
}

/* How much too high it is with that layout. */
static Sp try_layout(const Setter *setter, const FitPart *part, const Layout *layout) {
    Setter trial = *setter;
    trial.layout = layout;
    trial.tags = tag_tree_new(setter->job->arena);
    trial.on_runs = trial.on_lines = NULL;
    return page_overflow(&trial, part->set(&trial, part->what, trial.tags->root));
}

static void report(Job *job, const FitPart *part, Sp over, const Layout *layout) {
    Sp line = layout->grid ? layout->grid : SP(12);
    long long lines = (over + line - 1) / line;
    diag_add(
        job->diags, E_OVER_PAGE, part->span, STR("cut so much, or take another `form` or layout"),
        "this must fit one page and is %lld line%s over, with type at 95 %% and lines at 92 %%",
        lines, lines == 1 ? "" : "s");
}

Galley *fit_set(Setter *setter, const FitPart *part) {
    if (!setter->layout->fits_page) return part->set(setter, part->what, part->parent);
    const Layout *layout = setter->layout;
    Sp over = try_layout(setter, part, layout);
    for (int step = 1; over && step <= STEPS; step++) {
        layout = layout_at(setter, step);
        over = try_layout(setter, part, layout);
    }
    if (over) report(setter->job, part, over, layout);
    setter->layout = layout;
    return part->set(setter, part->what, part->parent);
}
