/* A layout in; the same a little smaller out. */
#include "style/style.h"

static void scale(Sp *length, int thousandths) { *length = sp_scale(*length, thousandths, 1000); }

static void scale_style(Style *style, int type, int leading) {
    Sp *const by_type[] = {&style->size, &style->indent, &style->hang,
                           &style->left, &style->right,  &style->bar_gap};
    Sp *const by_leading[] = {&style->leading, &style->before, &style->after};
    for (size_t i = 0; i < sizeof by_type / sizeof *by_type; i++) scale(by_type[i], type);
    for (size_t i = 0; i < sizeof by_leading / sizeof *by_leading; i++)
        scale(by_leading[i], leading);
}

/* Leadings are rounded as the grid is, times the lines they take: text must still fall on it. */
static void keep_on_grid(Style *style, const Style *before, Sp old_grid, Sp grid) {
    if (!old_grid) return;
    const Sp was[] = {before->leading, before->before, before->after};
    Sp *const is[] = {&style->leading, &style->before, &style->after};
    for (size_t i = 0; i < sizeof is / sizeof *is; i++) {
        if (2 * was[i] % old_grid == 0) *is[i] = 2 * was[i] / old_grid * (grid / 2);
    }
}

Layout *layout_scaled(Job *job, const Layout *layout, int type, int leading) {
    Layout *scaled = ARENA_NEW(job->arena, Layout);
    Style *styles = arena_copy(job->arena, layout->styles, layout->style_count * sizeof *styles);
    *scaled = *layout;
    scale(&scaled->grid, leading);
    scaled->grid -= scaled->grid % 2; /* half-lines add up to lines */
    for (size_t i = 0; i < layout->style_count; i++) {
        scale_style(&styles[i], type, leading);
        keep_on_grid(&styles[i], &layout->styles[i], layout->grid, scaled->grid);
    }
    scaled->styles = styles;
    return scaled;
}
