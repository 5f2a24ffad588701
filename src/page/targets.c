/* Marks of pages in; a table of ids out, and which ids it does not hold yet. */
#include "page/targets.h"

#include <stdlib.h>

static int compare_places(const void *a, const void *b) {
    const PageTarget *left = a, *right = b;
    if (left->page != right->page) return left->page < right->page ? -1 : 1;
    return (left->top < right->top) - (left->top > right->top);
}

void targets_add(Arena *arena, PageTargets *targets, const Pages *pages, PageRange range) {
    size_t kept = targets->list.len;
    for (size_t i = range.from; i < range.to; i++) {
        const Page *page = &pages->pages.at[i];
        for (size_t j = 0; j < page->marks.len; j++) {
            const PlacedMark *placed = &page->marks.at[j];
            if (!placed->mark.id.len) continue;
            *list_add(arena, &targets->list) = (PageTarget){.id = placed->mark.id,
                                                            .title = placed->mark.title,
                                                            .label = page->label,
                                                            .page = (uint32_t)i,
                                                            .top = page->height - placed->y};
        }
    }
    PageTarget *all = targets->list.at;
    size_t count = targets->list.len;
    if (count > kept) qsort(all + kept, count - kept, sizeof *all, compare_places);
    for (size_t i = kept; i < count; i++) {
        size_t position = kept;
        if (id_index_add(arena, &targets->ids, all[i].id, &position)) all[kept++] = all[i];
    }
    targets->list.len = kept;
}

const PageTarget *targets_find(const PageTargets *targets, Str id) {
    size_t position;
    return id_index_find(&targets->ids, id, &position) ? &targets->list.at[position] : NULL;
}

/* ---- what is missing ------------------------------------------------------------------------- */

static Str missing_of_part(const PageTargets *targets, const TextPart *part) {
    const TextLink *link = part->link;
    Str url = link ? link->url : (Str){0};
    if (url.len > 1 && url.at[0] == '#') {
        Str id = str_slice(url, 1, url.len);
        if (!targets_find(targets, id)) return id;
    }
    return part->page_of.len && !targets_find(targets, part->page_of) ? part->page_of : (Str){0};
}

Str targets_missing(const PageTargets *targets, const Pages *pages) {
    for (size_t p = 0; p < pages->pages.len; p++) {
        const Page *page = &pages->pages.at[p];
        for (size_t i = 0; i < page->placed.len; i++) {
            const Line *line = page->placed.at[i].line;
            for (uint32_t run = 0; line && run < line->run_count; run++) {
                Str id = missing_of_part(targets, line->runs[run].part);
                if (id.len) return id;
            }
        }
    }
    return (Str){0};
}
