/* Something beside the text, and paragraphs; paragraphs with shorter lines out. */
#include "block/wrap.h"

#include "block/link_note.h"

void wrap_begin(Setter *setter, const Wrap *wrap) {
    wrap_clear(setter);
    setter->wrap = *wrap;
    setter->wrap.measure = setter->measure;
}

/* Marks wait for the lines they belong to. */
static void place(Setter *setter, Sp height) {
    Wrap *wrap = &setter->wrap;
    size_t marks = setter->marks.len;
    if (!height) setter->marks.len = 0;
    for (size_t i = 0; i < sizeof wrap->words / sizeof *wrap->words; i++) {
        for (size_t line = 0; line < wrap->words[i].len; line++)
            link_notes_beside(setter, &wrap->words[i], line);
    }
    GalleyItem *box = set_add(setter, GALLEY_BOX, wrap->span);
    box->parts = wrap->parts;
    box->part_count = wrap->part_count;
    box->height = height;
    if (!height) setter->marks.len = marks;
}

bool wrap_narrow(Setter *setter, const Style *style, LineSpec *spec) {
    const Wrap *wrap = &setter->wrap;
    if (wrap->rest <= 0 || setter->measure != wrap->measure ||
        style != layout_style(setter->layout, "text"))
        return false;
    spec->narrow_lines = (uint32_t)((wrap->rest + style->leading - 1) / style->leading);
    spec->narrow_by = wrap->by;
    spec->narrow_left = wrap->is_left ? wrap->by : 0;
    /* A box of no height holds the parts, joined to the line that follows. */
    if (!wrap->is_placed) place(setter, 0);
    return true;
}

/* A page may break above the first line beside it, and nowhere before its foot. */
void wrap_pass(Setter *setter, size_t from) {
    Wrap *wrap = &setter->wrap;
    bool is_inside = wrap->is_placed;
    for (size_t i = from; i < setter->galley->items.len && wrap->rest > 0; i++) {
        GalleyItem *item = &setter->galley->items.at[i];
        if (item->kind == GALLEY_BOX) is_inside = true;
        if (item->kind == GALLEY_PENALTY && is_inside) item->penalty = BREAK_NEVER;
        if ((item->kind == GALLEY_GLUE || item->kind == GALLEY_BOX) && is_inside)
            wrap->rest -= item->height;
    }
    wrap->is_placed = true;
}

void wrap_clear(Setter *setter) {
    Wrap *wrap = &setter->wrap;
    const Style *style = layout_style(setter->layout, "figure");
    Sp height = wrap->rest - wrap->gap;
    if (wrap->rest <= 0) return;
    wrap->rest = 0;
    if (!wrap->is_placed) {
        set_space(setter, style);
        place(setter, height);
    } else if (height > 0) {
        setter->pending_space = 0;
        set_penalty(setter, BREAK_NEVER, PENALTY_PLAIN, wrap->span);
        set_add(setter, GALLEY_BOX, wrap->span)->height = height;
    }
    set_end(setter, style);
}
