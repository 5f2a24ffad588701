/* A galley and where its columns end in; pages with everything at its place out.
 *
 * The galley is walked once. What lies between two boxes goes with the box below, except the close of a bar,
 * which goes with the box above. A page is first laid as a list of boxes and notes, because a note's place
 * depends on all notes of its page, and then painted in reading order: lines first, artifacts behind. */
#include "page/place.h"

#include "page/margin.h"

/* A box or a note on the page being laid: top left corner from the page's column top. */
typedef struct Laid {
    const GalleyItem *item;
    Sp x, y;
    bool is_note, is_repeat;
} Laid;

/* An open bar; `has_box` says that it covers something of this column, from `top` to `bottom`. */
typedef struct OpenBar {
    Bar bar;
    Sp top, bottom;
    bool has_box;
} OpenBar;

typedef LIST(const GalleyItem *) ItemList;

typedef struct Placer {
    Job *job;
    const Layout *layout;
    const Galley *galley;
    const Strip *strip;
    Pages *pages;
    Page *page;
    Sp left;           /* of the column being filled */
    LIST(Laid) laid;   /* boxes and notes of this page */
    LIST(Placed) bars; /* and its bars */
    LIST(MarginNote) notes;
    LIST(OpenBar) open;
    ItemList waiting_notes, waiting_marks; /* for the next box */
    ItemList moved_notes;                  /* for the next page */
} Placer;                                  /* its lists live in job->scratch */

/* ---- what lies between boxes ----------------------------------------------------------------- */

static void end_bar(Placer *placer, OpenBar *open) {
    if (!open->has_box) return;
    open->has_box = false;
    if (!open->bar.width) return;
    *list_add(placer->job->scratch, &placer->bars) =
        (Placed){.kind = PLACED_RULE,
                 .is_artifact = true,
                 .x = placer->left + open->bar.x,
                 .y = placer->layout->page.top + open->top,
                 .width = open->bar.width,
                 .height = open->bottom - open->top,
                 .color = open->bar.color};
}

static void close_bar(Placer *placer) {
    if (!placer->open.len) return;
    end_bar(placer, &list_last(&placer->open));
    placer->open.len--;
}

/* Closes of bars that boxes above opened: items [from, to) up to the next box. */
static void place_closes(Placer *placer, size_t from, size_t to) {
    size_t opened = 0;
    for (size_t i = from; i < to; i++) {
        GalleyKind kind = placer->galley->items.at[i].kind;
        if (kind == GALLEY_OPEN) opened++;
        if (kind == GALLEY_CLOSE && opened)
            opened--;
        else if (kind == GALLEY_CLOSE)
            close_bar(placer);
    }
}

/* All the rest of the same items: it goes with the box below. */
static void place_opens(Placer *placer, size_t from, size_t to) {
    Arena *scratch = placer->job->scratch;
    size_t opened = 0;
    for (size_t i = from; i < to; i++) {
        const GalleyItem *item = &placer->galley->items.at[i];
        if (item->kind == GALLEY_MARK) *list_add(scratch, &placer->waiting_marks) = item;
        if (item->kind == GALLEY_MARGIN) *list_add(scratch, &placer->waiting_notes) = item;
        if (item->kind == GALLEY_OPEN) {
            *list_add(scratch, &placer->open) = (OpenBar){.bar = item->bar};
            opened++;
        }
        if (item->kind == GALLEY_CLOSE && opened) {
            close_bar(placer);
            opened--;
        }
    }
}

/* ---- boxes ----------------------------------------------------------------------------------- */

static const Part *first_line(const GalleyItem *item) {
    for (size_t i = 0; i < item->part_count; i++) {
        if (item->parts[i].kind == PART_LINE) return &item->parts[i];
    }
    return NULL;
}

/* Where letters begin below the top of a box: ascenders of its first line. */
static Sp ink_top(const GalleyItem *box) {
    const Part *part = first_line(box);
    if (!part || !part->line->run_count) return 0;
    Sp ascent = 0;
    for (uint32_t i = 0; i < part->line->run_count; i++) {
        const LineRun *run = &part->line->runs[i];
        ascent = sp_max(ascent, shape_length(run->face, run->part->look.size, run->face->ascent));
    }
    return sp_max(part->y - ascent, 0);
}

/* Level with the first line of the box whose top is at `y`; without lines, with its top. */
static Sp note_wish(const GalleyItem *note, const GalleyItem *box, Sp y) {
    const Part *its = first_line(note), *line = first_line(box);
    return its && line ? y + line->y - its->y : y;
}

static void place_marks(Placer *placer, Sp y) {
    for (size_t i = 0; i < placer->waiting_marks.len; i++)
        *list_add(placer->job->arena, &placer->page->marks) =
            (PlacedMark){.mark = placer->waiting_marks.at[i]->mark,
                         .x = placer->left,
                         .y = placer->layout->page.top + y};
    placer->waiting_marks.len = 0;
}

static void lay_note(Placer *placer, const GalleyItem *note, Sp wish) {
    *list_add(placer->job->scratch, &placer->laid) =
        (Laid){.item = note, .y = wish, .is_note = true};
}

/* Open bars run along it. */
static void cover(Placer *placer, const GalleyItem *item, Sp y) {
    for (size_t i = 0; i < placer->open.len; i++) {
        OpenBar *open = &placer->open.at[i];
        if (!open->has_box) open->top = y + ink_top(item);
        open->has_box = true;
        open->bottom = y + item->height;
    }
}

/* What a bracket has on top of each further piece. */
static void lay_repeat(Placer *placer, const Slab *slab) {
    if (!slab->repeat_height) return;
    const GalleyItem *open = &placer->galley->items.at[slab->repeat];
    cover(placer, open, 0);
    *list_add(placer->job->scratch, &placer->laid) =
        (Laid){.item = open, .x = placer->left, .is_repeat = true};
}

static void lay_box(Placer *placer, const GalleyItem *box, Sp y) {
    place_marks(placer, y);
    for (size_t i = 0; i < placer->waiting_notes.len; i++) {
        const GalleyItem *note = placer->waiting_notes.at[i];
        lay_note(placer, note, note_wish(note, box, y));
    }
    placer->waiting_notes.len = 0;
    cover(placer, box, y);
    *list_add(placer->job->scratch, &placer->laid) = (Laid){.item = box, .x = placer->left, .y = y};
}

static size_t item_behind(const Placer *placer, size_t slab) {
    bool is_last = slab + 1 == placer->strip->count;
    return is_last ? placer->galley->items.len : placer->strip->slabs[slab + 1].item;
}

static void lay_column(Placer *placer, size_t from, size_t to) {
    Sp used = STRIP_TOP;
    lay_repeat(placer, &placer->strip->slabs[from]);
    for (size_t i = from; i < to; i++) {
        size_t item = placer->strip->slabs[i].item;
        used = strip_bottom(placer->strip, i, used);
        lay_box(placer, &placer->galley->items.at[item], used - placer->strip->slabs[i].height);
        size_t behind = item_behind(placer, i);
        place_closes(placer, item + 1, behind);
        if (i + 1 == to) {
            for (size_t bar = 0; bar < placer->open.len; bar++)
                end_bar(placer, &placer->open.at[bar]);
        }
        place_opens(placer, item + 1, behind);
    }
    placer->page->fill = sp_max(placer->page->fill, used);
}

/* ---- pages ----------------------------------------------------------------------------------- */

static bool is_verso(const Page *page) { return page->number % 2 == 0; }

static void open_page(Placer *placer) {
    Pages *pages = placer->pages;
    Page *page = list_add(placer->job->arena, &pages->pages);
    page->number = (unsigned)pages->pages.len;
    page->label = str_format(placer->job->arena, "%u", page->number);
    page->width = placer->layout->page.width;
    page->height = placer->layout->page.height;
    placer->page = page;
    placer->left = layout_text_left(placer->layout, is_verso(page));
    placer->laid.len = placer->bars.len = 0;
    for (size_t i = 0; i < placer->moved_notes.len; i++)
        lay_note(placer, placer->moved_notes.at[i], 0);
    placer->moved_notes.len = 0;
}

/* Gives the notes of the page their places; those that do not fit wait for the next page. */
static void settle_notes(Placer *placer) {
    placer->notes.len = 0;
    for (size_t i = 0; i < placer->laid.len; i++) {
        const Laid *laid = &placer->laid.at[i];
        if (laid->is_note)
            *list_add(placer->job->scratch, &placer->notes) =
                (MarginNote){.wish = laid->y, .height = laid->item->height};
    }
    MarginNote *notes = placer->notes.at;
    size_t stay =
        margin_settle(notes, placer->notes.len, placer->strip->height, placer->strip->grid);
    Sp left = layout_margin_left(placer->layout, is_verso(placer->page));
    size_t kept = 0, seen = 0;
    for (size_t i = 0; i < placer->laid.len; i++) {
        Laid laid = placer->laid.at[i];
        if (laid.is_note && seen >= stay) {
            *list_add(placer->job->scratch, &placer->moved_notes) = laid.item;
            continue;
        }
        if (laid.is_note)
            laid = (Laid){.item = laid.item, .x = left, .y = notes[seen++].top, .is_note = true};
        placer->laid.at[kept++] = laid;
    }
    placer->laid.len = kept;
}

/* A picture without a Figure is decoration. */
static bool is_artifact(const Part *part) {
    return part->kind == PART_RULE || (part->kind == PART_IMAGE && !part->owner);
}

static Placed placed_part(const Placer *placer, const Laid *laid, const Part *part) {
    static const PlacedKind kinds[] = {
        [PART_LINE] = PLACED_LINE, [PART_RULE] = PLACED_RULE, [PART_IMAGE] = PLACED_IMAGE};
    return (Placed){.kind = kinds[part->kind],
                    .is_artifact = is_artifact(part) || laid->is_repeat,
                    .x = laid->x + part->x,
                    .y = placer->layout->page.top + laid->y + part->y,
                    .line = part->line,
                    .width = part->width,
                    .height = part->height,
                    .color = part->color,
                    .image = part->image,
                    .owner = part->owner,
                    .span = laid->item->span};
}

static void paint_parts(Placer *placer, bool are_artifacts) {
    for (size_t i = 0; i < placer->laid.len; i++) {
        const Laid *laid = &placer->laid.at[i];
        for (size_t p = 0; p < laid->item->part_count; p++) {
            const Part *part = &laid->item->parts[p];
            if (is_artifact(part) == are_artifacts)
                *list_add(placer->job->arena, &placer->page->placed) =
                    placed_part(placer, laid, part);
        }
    }
}

static void close_page(Placer *placer) {
    settle_notes(placer);
    paint_parts(placer, false);
    paint_parts(placer, true);
    for (size_t i = 0; i < placer->bars.len; i++)
        *list_add(placer->job->arena, &placer->page->placed) = placer->bars.at[i];
}

/* Notes and marks behind the last box, and notes that found no room on their page. */
static void place_leftovers(Placer *placer) {
    place_marks(placer, placer->page->fill);
    for (size_t i = 0; i < placer->waiting_notes.len; i++)
        lay_note(placer, placer->waiting_notes.at[i], placer->page->fill);
    placer->waiting_notes.len = 0;
    close_page(placer);
    while (placer->moved_notes.len) {
        open_page(placer);
        close_page(placer);
    }
}

static void begin_column(Placer *placer, bool on_same_page) {
    if (on_same_page) {
        placer->left += layout_measure(placer->layout) + placer->layout->page.gutter;
        return;
    }
    close_page(placer);
    open_page(placer);
}

void place_columns(Setter *setter, const Galley *galley, const Strip *strip,
                   const PageBreaks *breaks, Pages *pages) {
    Placer placer = {.job = setter->job,
                     .layout = setter->layout,
                     .galley = galley,
                     .strip = strip,
                     .pages = pages};
    open_page(&placer);
    place_opens(&placer, 0, strip->count ? strip->slabs[0].item : galley->items.len);
    for (size_t i = 0; i < breaks->count; i++) {
        size_t from = i ? breaks->ends[i - 1] : 0;
        if (i) begin_column(&placer, breaks->pages[i] == breaks->pages[i - 1]);
        lay_column(&placer, from, breaks->ends[i]);
    }
    place_leftovers(&placer);
}
