/* An item in; its pages, in memory of their own, out. */
#include "run/part.h"

#include "run/fit.h"

#include <stdlib.h>

/* Two pages of text take about half of it. */
enum { ROOM_BYTES = 1024 * 1024 };

PartRoom *part_room_new(void) {
    PartRoom *room = calloc(1, sizeof *room);
    if (!room) return NULL;
    room->arena = arena_new_with_room(ROOM_BYTES);
    if (!room->arena) {
        free(room);
        return NULL;
    }
    room->start = arena_mark(room->arena);
    return room;
}

void part_room_drop(PartRoom *room) {
    if (!room) return;
    arena_drop(room->arena);
    free(room);
}

void part_open(PackPart *part, PartRoom *room, const Composer *composer) {
    const Job *usual = composer->usual.job;
    part->room = room;
    part->job = *usual;
    part->job.arena = room->arena;
    part->job.scratch = composer->scratch;
    part->job.diags = diag_new_like(room->arena, usual->diags);
    part->model = ARENA_NEW(room->arena, Model);
    *part->model = *composer->usual.model; /* its functions allocate where its job says */
    part->model->job = &part->job;
    part->tags = tag_tree_new(room->arena);
    shaper_use(composer->shaper, &part->job);
}

Setter part_setter(PackPart *part, const Composer *composer) {
    Setter setter = composer->usual;
    setter.job = &part->job;
    setter.model = part->model;
    setter.tags = part->tags;
    setter.shaper = composer->shaper;
    return setter;
}

static Galley *set_item(Setter *setter, const void *item, Tag *parent) {
    return block_set_item(setter, item, parent);
}

void part_compose_item(PackPart *part, const Composer *composer, const PackItem *item,
                       bool is_first) {
    Setter setter = part_setter(part, composer);
    setter.wants_title = is_first;
    if (composer->forms[item->form]) setter.layout = composer->forms[item->form];
    FitPart fit = {
        .set = set_item, .what = item, .parent = part->tags->root, .span = item->title.span};
    part->galley = fit_set(&setter, &fit);
    part->setter = setter;
    part->set_diags = part->job.diags->list.len;
    part->is_good = page_break_galley(&setter, part->galley, &part->pages);
}

/* ---- numbers -------------------------------------------------------------------------------- */

/* Is there a break that asks for a recto or a verso? */
static bool names_side(const Galley *galley) {
    for (size_t i = 0; i < galley->items.len; i++) {
        if (galley->items.at[i].side != SIDE_ANY) return true;
    }
    return false;
}

/* Reports name the page; a verso has other margins. */
static bool depends_on_place(const PackPart *part, size_t first) {
    bool changes_side =
        first % 2 && (part->setter.layout->page.is_duplex || names_side(part->galley));
    return part->job.diags->list.len > part->set_diags || changes_side;
}

static void break_again(PackPart *part, const Composer *composer, size_t first) {
    shaper_use(composer->shaper, &part->job);
    diag_forget(part->job.diags, part->set_diags);
    part->pages = (Pages){.before = first};
    Setter setter = part->setter;
    setter.shaper = composer->shaper;
    if (part->blanks) page_add_blank(&setter, &part->pages);
    part->is_good = page_break_galley(&setter, part->galley, &part->pages);
}

void part_number(PackPart *part, const Composer *composer, const PackItem *item, size_t first) {
    part->blanks = item->start == START_RECTO && first % 2;
    part->first = first;
    part->job.scratch = composer->scratch;
    if (!first) return;
    if (part->blanks || depends_on_place(part, first)) {
        break_again(part, composer, first);
        return;
    }
    for (size_t i = 0; i < part->pages.pages.len; i++) {
        Page *page = &part->pages.pages.at[i];
        page->number += (unsigned)first;
        page->label = str_format(part->job.arena, "%u", page->number);
    }
}

/* ---- what stays ----------------------------------------------------------------------------- */

static Page keep_page(Arena *arena, const Page *from) {
    Page page = *from;
    memset(&page.placed, 0, sizeof page.placed);
    page.label = str_copy(arena, from->label);
    page.marks.at = arena_copy(arena, from->marks.at, from->marks.len * sizeof *from->marks.at);
    page.marks.cap = from->marks.len;
    for (size_t i = 0; i < page.marks.len; i++) {
        Mark *mark = &page.marks.at[i].mark;
        mark->tag = NULL;
        mark->id = str_copy(arena, mark->id);
        mark->title = str_copy(arena, mark->title);
    }
    return page;
}

void part_keep_pages(const PackPart *part, Arena *arena, bool with_content, Pages *all) {
    const Pages *own = &part->pages;
    while (all->pages.len < part->first + own->pages.len) list_add(arena, &all->pages);
    for (size_t i = 0; i < own->pages.len; i++) {
        Page *page = &all->pages.at[part->first + i];
        *page = keep_page(arena, &own->pages.at[i]);
        if (with_content) page->placed = own->pages.at[i].placed;
    }
    all->has_references |= own->has_references;
    all->widows += own->widows;
    all->orphans += own->orphans;
    all->stranded += own->stranded;
}

PartRoom *part_close(PackPart *part) {
    PartRoom *room = part->room;
    if (room) arena_release(room->arena, room->start);
    part->room = NULL;
    return room;
}
