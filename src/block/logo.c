/* A layout's logo in; the room it takes from the first page out.
 *
 * A logo stands with its foot on the baseline of the head, half of the top margin stays white above it. What does
 * not fit between pushes the text of the first page down by whole grid lines, the foot with it. */
#include "block/logo.h"

#include "style/value.h"

#define LEAST_WHITE SP_MM(5) /* what printers cannot reach */

Sp logo_head_baseline(const Layout *layout) {
    Sp line = layout->grid ? layout->grid : layout_style(layout, "running")->leading;
    Sp depth = layout->grid ? set_depth(layout) : line / 4, top = layout->page.top;
    return top - depth - (top >= 2 * line ? line : 0);
}

static Sp grid_of(const Layout *layout) { return layout->grid ? layout->grid : SP(12); }

Sp logo_sink(const Layout *layout) {
    const Logo *logo = layout->logo;
    if (!logo || logo->is_on_all) return 0;
    Sp over = logo->height - (logo_head_baseline(layout) - layout->page.top / 2);
    Sp grid = grid_of(layout);
    return over <= 0 ? 0 : (over + grid - 1) / grid * grid;
}

/* How tall a logo may be. On every page there is the margin alone; so it is with columns, for those beside the
 * first would not begin lower. */
static Sp most_height(const Layout *layout) {
    const PageGeometry *page = &layout->page;
    if (layout->logo->is_on_all) return logo_head_baseline(layout) - LEAST_WHITE;
    Sp most = logo_head_baseline(layout) - page->top / 2;
    Sp column = page->height - page->top - page->bottom;
    return page->columns > 1 ? most : most + column / 2 / grid_of(layout) * grid_of(layout);
}

void logo_set_room(Setter *setter) {
    const Layout *layout = setter->layout;
    if (!layout->logo) return;
    Sp most = most_height(layout), sink = logo_sink(layout);
    if (layout->logo->height <= most) {
        if (sink) set_add(setter, GALLEY_BOX, layout->logo->span)->height = sink;
        return;
    }
    Arena *arena = setter->job->arena;
    Str is = length_print(arena, layout->logo->height);
    Str hint = most < SP_PT
                   ? STR("make `page.margin.top` larger")
                   : str_format(arena, "say `height: %lldpt`, or make `page.margin.top` larger",
                                (long long)(most / SP_PT));
    diag_add(setter->job->diags, E_BAD_GEOMETRY, layout->logo->span, hint,
             "there is no room above the text for a logo %.*s tall", STR_ARG(is));
}
