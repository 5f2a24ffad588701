/* Pages and their marks in; lines that tell pages with the right figures out. */
#include "page/targets.h"

static Str label_of(Setter *setter, const PageTargets *targets, const TextPart *part) {
    const PageTarget *target = targets_find(targets, part->page_of);
    if (target) return target->label;
    diag_add(setter->job->diags, E_UNKNOWN_ID, part->span,
             STR("refer to something that is printed"), "\"%.*s\" stands on no page",
             STR_ARG(part->page_of));
    return (Str){0};
}

static void exchange(Setter *setter, Placed *placed, const PageTargets *targets) {
    Job *job = setter->job;
    const Line *line = placed->line;
    bool has_numbers = false;
    for (uint32_t i = 0; i < line->run_count; i++)
        has_numbers |= line->runs[i].part->page_of.len > 0;
    if (!has_numbers) return;
    ArenaMark mark = arena_mark(job->scratch);
    Str *figures = ARENA_ARRAY(job->scratch, Str, line->run_count);
    for (uint32_t i = 0; i < line->run_count; i++)
        if (line->runs[i].part->page_of.len)
            figures[i] = label_of(setter, targets, line->runs[i].part);
    Str lang = setter->lang.len ? setter->lang : STR("en");
    placed->line = line_exchange_figures(job, setter->shaper, line, figures, lang);
    arena_release(job->scratch, mark);
}

void page_exchange_numbers(Setter *setter, Pages *pages, const PageTargets *targets) {
    if (!pages->has_references) return;
    for (size_t p = 0; p < pages->pages.len; p++) {
        Page *page = &pages->pages.at[p];
        for (size_t i = 0; i < page->placed.len; i++)
            if (page->placed.at[i].kind == PLACED_LINE)
                exchange(setter, &page->placed.at[i], targets);
    }
}

void page_add_numbers(Setter *setter, Pages *pages) {
    if (!pages->has_references) return;
    PageTargets targets = {0};
    targets_add(setter->job->arena, &targets, pages, (PageRange){0, pages->pages.len});
    page_exchange_numbers(setter, pages, &targets);
}
