/* Pages and their marks in; lines that tell pages with the right figures out. */
#include "page/page.h"

typedef struct Numbers {
    Setter *setter;
    Pages *pages;
    IdIndex ids; /* to pages */
} Numbers;

static void index_marks(Numbers *numbers) {
    for (size_t p = 0; p < numbers->pages->pages.len; p++) {
        const Page *page = &numbers->pages->pages.at[p];
        for (size_t i = 0; i < page->marks.len; i++) {
            size_t position = p;
            if (page->marks.at[i].mark.id.len)
                id_index_add(numbers->setter->job->arena, &numbers->ids, page->marks.at[i].mark.id,
                             &position);
        }
    }
}

static Str label_of(const Numbers *numbers, const TextPart *part) {
    size_t page;
    if (id_index_find(&numbers->ids, part->page_of, &page))
        return numbers->pages->pages.at[page].label;
    diag_add(numbers->setter->job->diags, E_UNKNOWN_ID, part->span,
             STR("refer to something that is printed"), "\"%.*s\" stands on no page",
             STR_ARG(part->page_of));
    return (Str){0};
}

static void exchange(Numbers *numbers, Placed *placed) {
    Job *job = numbers->setter->job;
    const Line *line = placed->line;
    bool has_numbers = false;
    for (uint32_t i = 0; i < line->run_count; i++)
        has_numbers |= line->runs[i].part->page_of.len > 0;
    if (!has_numbers) return;
    ArenaMark mark = arena_mark(job->scratch);
    Str *figures = ARENA_ARRAY(job->scratch, Str, line->run_count);
    for (uint32_t i = 0; i < line->run_count; i++)
        if (line->runs[i].part->page_of.len) figures[i] = label_of(numbers, line->runs[i].part);
    Str lang = numbers->setter->lang.len ? numbers->setter->lang : STR("en");
    placed->line = line_exchange_figures(job, numbers->setter->shaper, line, figures, lang);
    arena_release(job->scratch, mark);
}

void page_add_numbers(Setter *setter, Pages *pages) {
    if (!pages->has_references) return;
    Numbers numbers = {.setter = setter, .pages = pages};
    index_marks(&numbers);
    for (size_t p = 0; p < pages->pages.len; p++) {
        Page *page = &pages->pages.at[p];
        for (size_t i = 0; i < page->placed.len; i++)
            if (page->placed.at[i].kind == PLACED_LINE) exchange(&numbers, &page->placed.at[i]);
    }
}
