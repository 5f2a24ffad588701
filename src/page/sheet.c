/* Things laid on a page in; everything painted at its final place, in reading order, out. */
#include "page/sheet.h"

#include "page/margin.h"

bool sheet_is_verso(const Sheet *sheet) { return sheet->page->number % 2 == 0; }

static Page *add_page(Job *job, const Layout *layout, Pages *pages) {
    Page *page = list_add(job->arena, &pages->pages);
    page->number = (unsigned)(pages->before + pages->pages.len);
    page->label = str_format(job->arena, "%u", page->number);
    page->width = layout->page.width;
    page->height = layout->page.height;
    return page;
}

Page *page_add_blank(Setter *setter, Pages *pages) {
    Page *page = add_page(setter->job, setter->layout, pages);
    page->is_blank = true;
    return page;
}

void sheet_open(Sheet *sheet, Pages *pages) {
    sheet->page = add_page(sheet->job, sheet->layout, pages);
    sheet->laid.len = sheet->feet.len = sheet->rules.len = 0;
    for (size_t i = 0; i < sheet->moved.len; i++) sheet_lay_note(sheet, sheet->moved.at[i], 0);
    sheet->moved.len = 0;
}

static Laid all_of(const GalleyItem *item, Sp x, Sp y) {
    return (Laid){.item = item, .count = item->part_count, .x = x, .y = y};
}

Laid *sheet_lay(Sheet *sheet, const GalleyItem *item, Sp x, Sp y) {
    Laid *laid = list_add(sheet->job->scratch, &sheet->laid);
    *laid = all_of(item, x, y);
    return laid;
}

Laid *sheet_lay_foot(Sheet *sheet, const GalleyItem *item, Sp x, Sp y) {
    Laid *laid = list_add(sheet->job->scratch, &sheet->feet);
    *laid = all_of(item, x, y);
    return laid;
}

void sheet_lay_note(Sheet *sheet, const GalleyItem *note, Sp wish) {
    sheet_lay(sheet, note, 0, wish)->is_note = true;
}

void sheet_lay_rule(Sheet *sheet, Sp x, Sp y, const Part *rule) {
    *list_add(sheet->job->scratch, &sheet->rules) = (Placed){.kind = PLACED_RULE,
                                                             .is_artifact = true,
                                                             .x = x,
                                                             .y = sheet->layout->page.top + y,
                                                             .width = rule->width,
                                                             .height = rule->height,
                                                             .color = rule->color};
}

/* Gives the margin notes of the page their places; those that do not fit wait for the next page. */
static void settle_notes(Sheet *sheet) {
    LIST(MarginNote) notes = {0};
    for (size_t i = 0; i < sheet->laid.len; i++) {
        const Laid *laid = &sheet->laid.at[i];
        if (laid->is_note)
            *list_add(sheet->job->scratch, &notes) =
                (MarginNote){.wish = laid->y, .height = laid->item->height};
    }
    size_t stay = margin_settle(notes.at, notes.len, sheet->height, sheet->grid);
    Sp left = layout_margin_left(sheet->layout, sheet_is_verso(sheet));
    size_t kept = 0, seen = 0;
    for (size_t i = 0; i < sheet->laid.len; i++) {
        Laid laid = sheet->laid.at[i];
        if (laid.is_note && seen >= stay) {
            *list_add(sheet->job->scratch, &sheet->moved) = laid.item;
            continue;
        }
        if (laid.is_note) {
            laid.x = left;
            laid.y = notes.at[seen++].top;
        }
        sheet->laid.at[kept++] = laid;
    }
    sheet->laid.len = kept;
}

/* A picture without a Figure is decoration; a line that belongs to a link only repeats where that leads. */
static bool is_artifact(const Part *part) {
    return part->kind == PART_RULE || (part->kind == PART_IMAGE && !part->owner) ||
           (part->kind == PART_LINE && (part->owner || part->is_decoration));
}

static Placed placed_part(const Sheet *sheet, const Laid *laid, const Part *part) {
    static const PlacedKind kinds[] = {
        [PART_LINE] = PLACED_LINE, [PART_RULE] = PLACED_RULE, [PART_IMAGE] = PLACED_IMAGE};
    return (Placed){.kind = kinds[part->kind],
                    .is_artifact = is_artifact(part) || laid->is_repeat,
                    .x = laid->x + part->x,
                    .y = sheet->layout->page.top + laid->y + part->y,
                    .line = part->line,
                    .width = part->width,
                    .height = part->height,
                    .color = part->color,
                    .image = part->image,
                    .is_cropped = part->is_cropped,
                    .owner = part->owner,
                    .span = laid->item->span};
}

static void paint_parts(Sheet *sheet, const Laid *laid, size_t count, bool are_artifacts) {
    for (size_t i = 0; i < count; i++, laid++) {
        for (size_t p = laid->first; p < laid->first + laid->count; p++) {
            const Part *part = &laid->item->parts[p];
            if (is_artifact(part) == are_artifacts)
                *list_add(sheet->job->arena, &sheet->page->placed) = placed_part(sheet, laid, part);
        }
    }
}

/* Where links to footnotes lead: to the line each begins with. */
static void mark_feet(Sheet *sheet) {
    for (size_t i = 0; i < sheet->feet.len; i++) {
        const Laid *laid = &sheet->feet.at[i];
        if (!laid->item->mark.id.len || laid->first) continue;
        *list_add(sheet->job->arena, &sheet->page->marks) = (PlacedMark){
            .mark = laid->item->mark, .x = laid->x, .y = sheet->layout->page.top + laid->y};
    }
}

void sheet_close(Sheet *sheet) {
    settle_notes(sheet);
    mark_feet(sheet);
    paint_parts(sheet, sheet->laid.at, sheet->laid.len, false);
    paint_parts(sheet, sheet->feet.at, sheet->feet.len, false);
    paint_parts(sheet, sheet->laid.at, sheet->laid.len, true);
    for (size_t i = 0; i < sheet->rules.len; i++)
        *list_add(sheet->job->arena, &sheet->page->placed) = sheet->rules.at[i];
}
