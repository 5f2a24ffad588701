/* An item's place among the items in; its tab at the fore edge of a page out. */
#include "page/thumb.h"

#include "page/label.h"

enum { BLEED = SP_MM(3), MOST_HEIGHT = SP_MM(14), LEAST_HEIGHT = SP_MM(7), GAP = SP_MM(1) };

void thumb_put(Setter *setter, const RunningFields *fields, Page *page) {
    if (!fields->tab || page->is_blank) return;
    const PageGeometry *geometry = &setter->layout->page;
    const Style *style = layout_style(setter->layout, "thumb");
    Sp room = geometry->height - geometry->top - geometry->bottom;
    Sp height = sp_max(sp_min(room / (Sp)fields->tabs, MOST_HEIGHT), LEAST_HEIGHT);
    /* more items than fit: from the top again */
    Sp slots = sp_max(room / height, 1), top = geometry->top + (fields->tab - 1) % slots * height;
    bool is_verso = geometry->is_duplex && page->number % 2 == 0;
    Sp width = style->rule;
    *list_add(setter->job->arena, &page->placed) =
        (Placed){.kind = PLACED_RULE,
                 .is_artifact = true,
                 .is_pagination = true,
                 .is_foot = true,
                 .x = is_verso ? -BLEED : page->width - width,
                 .y = top,
                 .width = width + BLEED,
                 .height = height - GAP,
                 .color = style->rule_color};
    const Line *line = label_set(setter, style, str_format(setter->job->arena, "%u", fields->tab));
    if (!line) return;
    Sp gap = style->size / 2, y = top + (height - GAP) / 2 + style->size / 3;
    label_put(setter, page, line, is_verso ? width + gap : page->width - width - gap - line->width,
              y);
}
