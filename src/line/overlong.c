/* Pieces wider than a line into single clusters with a cut allowed between any two: the last resort for
 * web addresses, tables of figures and words in narrow columns. No hyphen is put in: a reader would take it
 * for part of the address. */
#include "line/fit.h"

#define CUT_PENALTY 2000

typedef LIST(Item) ItemList;

/* Width of each cluster of a box, at the byte where it begins (relative to the box); 0 elsewhere. */
static void measure_clusters(const Item *box, const Segment *segment, Sp *widths) {
    const Look *look = &segment->part->look;
    Sp tracking = sp_scale(look->size, look->tracking, 1000);
    for (uint32_t i = 0; i < segment->count; i++) {
        const Glyph *glyph = &segment->glyphs[i];
        if (glyph->cluster >= box->from && glyph->cluster < box->to)
            widths[glyph->cluster - box->from] +=
                shape_length(segment->face, look->size, glyph->advance) +
                (glyph->advance ? tracking : 0);
    }
}

static void add_cut_box(Job *job, const Fit *fit, const Item *box, ItemList *out) {
    const Segment *segment = &fit->shaped->segments[box->segment];
    uint32_t bytes = box->to - box->from;
    if (segment->part->page_of.len || segment->part->note) {
        *list_add(job->scratch, out) = *box; /* half a number is another number */
        return;
    }
    Sp *widths = ARENA_ARRAY(job->scratch, Sp, bytes + 1);
    measure_clusters(box, segment, widths);
    Item part = *box;
    part.width = 0;
    for (uint32_t i = 0; i < bytes; i++) {
        bool is_cut = i > 0 && widths[i] > 0 && part.width > 0;
        if (is_cut) {
            part.to = box->from + i;
            *list_add(job->scratch, out) = part;
            *list_add(job->scratch, out) = (Item){.kind = ITEM_PENALTY,
                                                  .penalty = CUT_PENALTY,
                                                  .segment = box->segment,
                                                  .from = part.to,
                                                  .to = part.to};
            part.from = part.to;
            part.width = 0;
        }
        part.width += widths[i];
    }
    part.to = box->to;
    *list_add(job->scratch, out) = part;
}

/* One past the last item of the piece that begins at `from`: up to the next place where a line may end. */
static uint32_t piece_end(const Fit *fit, uint32_t from, Sp *width) {
    uint32_t i = from;
    *width = 0;
    for (; i < fit->count; i++) {
        const Item *item = &fit->items[i];
        if (item->kind != ITEM_BOX && item->penalty < PENALTY_NEVER) break;
        *width += item->kind == ITEM_PENALTY ? 0 : item->width;
    }
    if (i < fit->count) *width += fit->items[i].end_extra;
    if (from) *width += fit->items[from - 1].start_extra;
    return i;
}

const Item *overlong_cut(Job *job, const Fit *fit, Sp limit, uint32_t *count) {
    ItemList out = {0};
    bool is_changed = false;
    for (uint32_t i = 0; i < fit->count;) {
        Sp width;
        uint32_t end = piece_end(fit, i, &width);
        bool is_overlong = width > limit;
        is_changed |= is_overlong;
        for (; i < end; i++) {
            const Item *item = &fit->items[i];
            if (is_overlong && item->kind == ITEM_BOX && item->to > item->from)
                add_cut_box(job, fit, item, &out);
            else
                *list_add(job->scratch, &out) = *item;
        }
        if (i < fit->count) *list_add(job->scratch, &out) = fit->items[i++];
    }
    *count = (uint32_t)out.len;
    return is_changed ? out.at : NULL;
}
