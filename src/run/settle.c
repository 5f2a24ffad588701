/* Parts that have their place in; their pages in the file, or waiting for others, out. */
#include "run/settle.h"

/* ---- reports -------------------------------------------------------------------------------- */

static bool is_told(const Diags *diags, const Diag *diag) {
    for (size_t i = 0; i < diags->list.len; i++) {
        const Diag *told = &diags->list.at[i];
        if (told->code == diag->code && str_equal(told->message, diag->message)) return true;
    }
    return false;
}

void settle_join_diags(Run *run, const Diags *diags) {
    Diags own = *diags;
    own.list.len = 0;
    for (size_t i = 0; i < diags->list.len; i++) {
        const Diag *diag = &diags->list.at[i];
        if (diag->code == W_NO_HYPHENATION && is_told(run->job.diags, diag)) continue;
        own.list.at[own.list.len++] = *diag;
    }
    diag_join(run->job.diags, &own);
}

/* ---- writing -------------------------------------------------------------------------------- */

bool settle_open(PackRun *at) {
    Run *run = at->run;
    at->running = part_room_new();
    if (!at->running) arena_fail(run->job.arena);
    arena_catch_as(at->running->arena, run->job.arena);
    /* What pages share is read now, into memory that stays. */
    page_add_running(&run->setter, NULL, (PageRange){0, 0}, &run->pages);
    return run->request->dump || run_open_file(run, &at->targets);
}

static void write_part(PackRun *at, PackPart *part, const Tag *within, size_t order) {
    Run *run = at->run;
    Setter setter = part_setter(part, &at->composer);
    part->job.scratch = run->job.scratch;
    part->is_waiting = false;
    shaper_use(run->shaper, &part->job);
    page_exchange_numbers(&setter, &part->pages, &at->targets);
    shaper_use(run->shaper, &run->job);
    if (run->request->dump) return; /* it is shown from where it is */
    if (run->pdf && !run->job.diags->errors)
        pdf_file_add(run->pdf,
                     &(PdfPart){.pages = &part->pages,
                                .first = part->first,
                                .tags = {.tree = part->tags, .within = within, .order = order},
                                .arena = part->job.arena});
    crew_give_back(at->crew, part_close(part));
}

/* ---- waiting -------------------------------------------------------------------------------- */

static void wait_for(PackRun *at, PackPart *part, Str id) {
    Arena *arena = at->run->job.arena;
    size_t position = at->waiting.len;
    Str key = str_copy(arena, id);
    if (id_index_add(arena, &at->wanted, key, &position))
        *list_add(arena, &at->waiting) = (Waiting){.id = key};
    Waiting *waiting = &at->waiting.at[position];
    part->is_waiting = true;
    part->next_wait = NULL;
    if (waiting->first)
        waiting->last->next_wait = part;
    else
        waiting->first = part;
    waiting->last = part;
}

static void write_or_wait(PackRun *at, PackPart *part) {
    Str missing = targets_missing(&at->targets, &part->pages);
    if (missing.len)
        wait_for(at, part, missing);
    else
        write_part(at, part, at->body_tag, (size_t)(part - at->parts));
}

static void wake(PackRun *at, Str id) {
    size_t position;
    if (!id_index_find(&at->wanted, id, &position)) return;
    PackPart *part = at->waiting.at[position].first;
    at->waiting.at[position].first = NULL;
    while (part) {
        PackPart *next = part->next_wait;
        write_or_wait(at, part);
        part = next;
    }
}

void settle_item(PackRun *at, size_t index) {
    while (at->targets_told < at->targets.list.len)
        wake(at, at->targets.list.at[at->targets_told++].id);
    write_or_wait(at, &at->parts[index]);
}

void settle_rest(PackRun *at) {
    for (size_t i = 0; i < at->pack->items.len; i++)
        if (at->parts[i].is_waiting) write_part(at, &at->parts[i], at->body_tag, i);
    write_part(at, &at->back, at->back_tag, 0);
    write_part(at, &at->front, at->front_tag, 0);
}

/* ---- running lines -------------------------------------------------------------------------- */

void settle_running(PackRun *at, const RunningFields *fields, const Layout *layout,
                    PageRange range) {
    Run *run = at->run;
    Setter setter = run->setter;
    setter.layout = layout;
    if (run->request->dump) {
        page_add_running(&setter, fields, range, &run->pages);
        return;
    }
    Job job = run->job;
    job.arena = at->running->arena;
    setter.job = &job;
    shaper_use(run->shaper, &job);
    page_add_running(&setter, fields, range, &run->pages);
    if (run->pdf && !run->job.diags->errors) pdf_file_add_running(run->pdf, &run->pages, range);
    for (size_t i = range.from; i < range.to; i++)
        memset(&run->pages.pages.at[i].placed, 0, sizeof run->pages.pages.at[i].placed);
    shaper_use(run->shaper, &run->job);
    arena_release(at->running->arena, at->running->start);
}
