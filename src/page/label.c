/* A short text in; one line of it out. */
#include "page/label.h"

#include "block/look.h"

const Line *label_set(Setter *setter, const Style *style, Str text) {
    if (!text.len) return NULL;
    TextPart *part = ARENA_NEW(setter->job->arena, TextPart);
    *part = (TextPart){.text = text, .look = look_of_style(setter, style)};
    Str lang = setter->lang.len ? setter->lang : STR("en");
    const Shaped *shaped =
        shape_paragraph(setter->shaper, &(Paragraph){.parts = part, .count = 1, .lang = lang});
    LineSpec spec = {.measure = line_natural_width(shaped) + 1, .align = ALIGN_START};
    Lines lines = line_break(setter->job, setter->shaper, shaped, &spec);
    return lines.len ? &lines.at[0] : NULL;
}

void label_put(Setter *setter, Page *page, const Line *line, Sp x, Sp y) {
    *list_add(setter->job->arena, &page->placed) = (Placed){.kind = PLACED_LINE,
                                                            .is_artifact = true,
                                                            .is_pagination = true,
                                                            .is_foot = true,
                                                            .x = x - line->left,
                                                            .y = y,
                                                            .line = line};
}
