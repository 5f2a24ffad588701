/* A galley and where its columns end in; pages with everything at its place out.
 *
 * The galley is walked once. What lies between two boxes goes with the box below, except the close of a bar,
 * which goes with the box above. */
#include "page/place.h"

#include "page/sheet.h"

/* An open bar; `has_box` says that it covers something of this column, from `top` to `bottom`. */
typedef struct OpenBar {
    Bar bar;
    Sp top, bottom;
    bool has_box;
} OpenBar;

typedef LIST(const GalleyItem *) ItemList;

typedef struct Placer {
    Setter *setter;
    Job *job;
    const Layout *layout;
    const Galley *galley;
    const Strip *strip;
    Pages *pages;
    Sheet sheet;
    Sp left; /* of the column being filled */
    LIST(OpenBar) open;
    ItemList waiting_notes, waiting_marks; /* for the next box */
} Placer;                                  /* its lists live in job->scratch */

/* ---- what lies between boxes ----------------------------------------------------------------- */

static void end_bar(Placer *placer, OpenBar *open) {
    if (!open->has_box) return;
    open->has_box = false;
    if (!open->bar.width) return;
    Part rule = {
        .width = open->bar.width, .height = open->bottom - open->top, .color = open->bar.color};
    sheet_lay_rule(&placer->sheet, placer->left + open->bar.x, open->top, &rule);
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
    const Part *line = first_line(box);
    return line ? y + line->y - note->level : y;
}

static void place_marks(Placer *placer, Sp y) {
    for (size_t i = 0; i < placer->waiting_marks.len; i++)
        *list_add(placer->job->arena, &placer->sheet.page->marks) =
            (PlacedMark){.mark = placer->waiting_marks.at[i]->mark,
                         .x = placer->left,
                         .y = placer->layout->page.top + y};
    placer->waiting_marks.len = 0;
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
    sheet_lay(&placer->sheet, open, placer->left, 0)->is_repeat = true;
}

static void lay_box(Placer *placer, const GalleyItem *box, Sp y) {
    place_marks(placer, y);
    for (size_t i = 0; i < placer->waiting_notes.len; i++) {
        const GalleyItem *note = placer->waiting_notes.at[i];
        sheet_lay_note(&placer->sheet, note, note_wish(note, box, y));
    }
    placer->waiting_notes.len = 0;
    cover(placer, box, y);
    sheet_lay(&placer->sheet, box, placer->left, y);
}

static size_t item_behind(const Placer *placer, size_t slab) {
    bool is_last = slab + 1 == placer->strip->count;
    return is_last ? placer->galley->items.len : placer->strip->slabs[slab + 1].item;
}

static void lay_slabs(Placer *placer, size_t from, size_t to) {
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
    placer->sheet.page->fill = sp_max(placer->sheet.page->fill, used);
}

/* ---- footnotes ------------------------------------------------------------------------------- */

/* In the middle of its line, a third of the measure long. */
static void lay_feet_rule(Placer *placer, Sp y) {
    const Style *style = layout_style(placer->layout, "footnote");
    Part rule = {.width = layout_measure(placer->layout) / 3,
                 .height = style->rule,
                 .color = style->rule_color};
    sheet_lay_rule(&placer->sheet, placer->left, y + placer->strip->feet.rule / 2, &rule);
}

/* Lines [from, to) of the notes at the foot of the column, the last on its last line. */
static void lay_feet(Placer *placer, size_t from, size_t to) {
    const Feet *feet = &placer->strip->feet;
    if (from == to) return;
    Sp y = placer->strip->height - feet_height(feet, from, to);
    lay_feet_rule(placer, y);
    for (size_t at = from; at < to;) {
        size_t note = feet->owners[at], first = feet->firsts[note], end = feet->firsts[note + 1];
        if (end > to) end = to;
        const GalleyItem *item = &placer->galley->items.at[feet->items[note]];
        Sp top = y + feet->rule + feet->tops[first] - feet->tops[from];
        Laid *laid = sheet_lay_foot(&placer->sheet, item, placer->left, top);
        laid->first = at - first;
        laid->count = end - at;
        at = end;
    }
    placer->sheet.page->fill = placer->strip->height;
}

/* ---- pages ----------------------------------------------------------------------------------- */

static void open_page(Placer *placer) {
    sheet_open(&placer->sheet, placer->pages);
    placer->left = layout_text_left(placer->layout, sheet_is_verso(&placer->sheet));
}

/* Margin notes and marks behind the last box, and notes that found no room on their page. */
static void place_leftovers(Placer *placer) {
    Sheet *sheet = &placer->sheet;
    place_marks(placer, sheet->page->fill);
    for (size_t i = 0; i < placer->waiting_notes.len; i++)
        sheet_lay_note(sheet, placer->waiting_notes.at[i], sheet->page->fill);
    placer->waiting_notes.len = 0;
    sheet_close(sheet);
    while (sheet->moved.len) {
        open_page(placer);
        sheet_close(sheet);
    }
}

/* A number left out is that of a blank page. */
static void begin_column(Placer *placer, size_t pages_on) {
    if (!pages_on) {
        placer->left += layout_measure(placer->layout) + placer->layout->page.gutter;
        return;
    }
    sheet_close(&placer->sheet);
    if (pages_on > 1) page_add_blank(placer->setter, placer->pages);
    open_page(placer);
}

void place_columns(Setter *setter, const Galley *galley, const Strip *strip,
                   const PageBreaks *breaks, Pages *pages) {
    Placer placer = {.setter = setter,
                     .job = setter->job,
                     .layout = setter->layout,
                     .galley = galley,
                     .strip = strip,
                     .pages = pages,
                     .sheet = {.job = setter->job,
                               .layout = setter->layout,
                               .height = strip->height,
                               .grid = strip->grid}};
    open_page(&placer);
    place_opens(&placer, 0, strip->count ? strip->slabs[0].item : galley->items.len);
    Column before = {.page = 1};
    for (size_t i = 0; i < breaks->count; i++) {
        Column column = breaks->columns[i];
        if (i) begin_column(&placer, column.page - before.page);
        if (before.end < column.end) lay_slabs(&placer, before.end, column.end);
        lay_feet(&placer, before.notes, column.notes);
        before = column;
    }
    place_leftovers(&placer);
}
