/* A pack in; its pages out: parts composed, numbered in their order, written when nothing they refer to is unknown. */
#include "run/pack.h"

#include "run/crew.h"
#include "run/form.h"
#include "run/pack_label.h"
#include "run/settle.h"

#include <assert.h>
#include <unistd.h>

/* ---- parts ---------------------------------------------------------------------------------- */

static void report_matter(Job *job, Matter matter, Span span) {
    diag_add(job->diags, E_NOT_IMPLEMENTED, span, (Str){0}, "the part \"%s\" is not supported yet",
             matter_name(matter));
}

/* What the document must know of a part that has its place: reports, pages, destinations. */
static void accept_part(PackRun *at, PackPart *part) {
    Run *run = at->run;
    Arena *arena = run->job.arena;
    settle_join_diags(run, part->job.diags);
    part->job.diags = run->job.diags;
    if (!part->is_good) return;
    part_keep_pages(part, arena, run->request->dump != DOSSIER_STAGE_NONE, &run->pages);
    PageRange range = {part->first, part->first + part->pages.pages.len};
    targets_add(arena, &at->targets, &run->pages, range);
}

/* ---- matters -------------------------------------------------------------------------------- */

static void compose_matters(PackRun *at, const MatterList *list, PackPart *part,
                            bool is_last_time) {
    part->is_good = true;
    for (size_t i = 0; i < list->len; i++) {
        Setter setter = part_setter(part, &at->composer);
        setter.wants_title = !part->pages.before && !part->pages.pages.len;
        const Galley *galley =
            block_set_matter(&setter, list->at[i], &at->numbers, part->tags->root);
        if (!galley) {
            report_matter(setter.job, list->at[i], list->spans[i]);
            continue;
        }
        if (is_last_time) run_dump_galley(at->run, galley);
        size_t from = part->pages.pages.len;
        part->is_good &= page_break_galley(&setter, galley, &part->pages);
        pack_label_matter(setter.job, at->pack, &part->pages, from, &at->matter_pages);
        if (list->at[i] == MATTER_COVER && i == 0) at->cover_pages = part->pages.pages.len;
    }
}

static void open_matters(PackRun *at, PackPart *part, size_t first) {
    PartRoom *room = crew_room(at->crew);
    if (!room) arena_fail(at->run->job.arena);
    *part = (PackPart){.room = room, .pages.before = first, .first = first};
    arena_catch_as(room->arena, at->run->job.arena);
    part_open(part, room, &at->composer);
}

/* How many pages stand before the first item: set with the widest numbers, and thrown away. */
static bool count_front(PackRun *at) {
    PackPart *part = &at->front;
    open_matters(at, part, 0);
    compose_matters(at, &at->pack->front, part, false);
    at->front_pages = part->pages.pages.len;
    bool is_good = part->is_good;
    if (!is_good) settle_join_diags(at->run, part->job.diags);
    shaper_use(at->run->shaper, &at->run->job);
    crew_give_back(at->crew, part_close(part));
    return is_good;
}

static bool page_matters(PackRun *at, const MatterList *list, PackPart *part, size_t first) {
    open_matters(at, part, first);
    compose_matters(at, list, part, true);
    shaper_use(at->run->shaper, &at->run->job);
    accept_part(at, part);
    return part->is_good;
}

/* ---- items ---------------------------------------------------------------------------------- */

static void report_budget(Job *job, const PackItem *item, const char *what, long have, long limit) {
    diag_add(job->diags, E_OVER_BUDGET, item->title.span,
             STR("shorten the item, or raise its `limit`"),
             "item %u has %ld %s, %ld over its limit of %ld", item->number, have, what,
             have - limit, limit);
}

static void check_budget(Job *job, const PackItem *item, const ItemPages *pages) {
    const Budget *limit = item->limit;
    if (limit && limit->pages > 0 && pages->count > (unsigned)limit->pages)
        report_budget(job, item, "pages", (long)pages->count, limit->pages);
}

static bool check_count(Job *job, size_t count) {
    if (!job->limits.pages || count <= job->limits.pages) return true;
    diag_add(job->diags, E_LIMIT, (Span){0}, STR("divide the document"),
             "%zu pages; the limit is %zu", count, job->limits.pages);
    return false;
}

static bool page_item(PackRun *at, size_t index, size_t first) {
    Run *run = at->run;
    PackPart *part = &at->parts[index];
    const PackItem *item = at->pack->items.at[index];
    crew_wait(at->crew, index);
    if (part->state == PART_NO_MEMORY) arena_fail(run->job.arena);
    arena_catch_as(part->room->arena, run->job.arena);
    run_dump_galley(run, part->galley);
    part_number(part, &at->composer, item, first);
    if (part->is_good) pack_label_item(&part->job, at->pack, item, &part->pages, part->blanks);
    shaper_use(run->shaper, &run->job);
    accept_part(at, part);
    if (!part->is_good) return false;
    PageRange range = {first + part->blanks, first + part->pages.pages.len};
    at->ranges[index] = range;
    at->items[index] = (ItemPages){.first = run->pages.pages.at[range.from].label,
                                   .count = (unsigned)(range.to - range.from)};
    at->pack->items.at[index]->pages = range.to - range.from;
    check_budget(&run->job, item, &at->items[index]);
    settle_item(at, index);
    return true;
}

static bool page_items(PackRun *at, size_t *next) {
    bool is_good = true;
    bool has_room = true;
    for (size_t i = 0; i < at->pack->items.len && has_room && !run_is_cancelled(at->run); i++) {
        is_good &= page_item(at, i, *next);
        *next += at->parts[i].pages.pages.len;
        has_room = check_count(&at->run->job, *next);
    }
    crew_stop(at->crew);
    crew_join_missing(at->crew, at->run->shaper);
    return is_good && has_room;
}

/* ---- running lines -------------------------------------------------------------------------- */

static void add_running(PackRun *at) {
    Arena *arena = at->run->job.arena;
    const Layout *usual = at->run->layout;
    RunningFields fields = {.title = rich_plain(arena, &at->pack->title),
                            .short_title = rich_plain(arena, &at->pack->short_title),
                            .has_own_labels = at->pack->numbering->pages == NUMBER_ITEM};
    if (at->pack->event) fields.body = rich_plain(arena, &at->pack->event->name);
    if (at->pack->control) fields.symbol = at->pack->control->symbol.text;
    size_t next = at->cover_pages;
    RunningFields cover = fields;
    cover.is_cover = true;
    settle_running(at, &cover, usual, (PageRange){0, next});
    for (size_t i = 0; i < at->pack->items.len; i++) {
        const PackItem *item = at->pack->items.at[i];
        RunningFields own = fields;
        PageRange range = at->ranges[i];
        if (next < range.from) settle_running(at, &fields, usual, (PageRange){next, range.from});
        own.item_title = rich_plain(arena, &item->short_title);
        if (at->pack->numbering->items) own.item = str_format(arena, "%u", item->number);
        own.tab = item->number;
        own.tabs = (unsigned)at->pack->items.len;
        settle_running(at, &own, form_layout(at->run, item), range);
        next = range.to;
    }
    PageRange rest = {next, at->run->pages.pages.len};
    if (rest.from < rest.to) settle_running(at, &fields, usual, rest);
}

/* ---- the whole ------------------------------------------------------------------------------ */

/* Transcripts are written on the way, in order. */
static unsigned thread_count(const Run *run) {
    if (run->request->dump) return 1;
    if (run->request->jobs) return run->request->jobs;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores > 0 ? (unsigned)cores : 1;
}

static void open_pack(Run *run) {
    Arena *arena = run->job.arena;
    PackRun *at = ARENA_NEW(arena, PackRun);
    run->pack = at;
    at->run = run;
    at->pack = run->model->pack;
    size_t count = at->pack->items.len;
    at->items = ARENA_ARRAY(arena, ItemPages, count + 1);
    at->ranges = ARENA_ARRAY(arena, PageRange, count + 1);
    at->parts = ARENA_ARRAY(arena, PackPart, count + 1);
    at->numbers.items = at->items;
    at->composer = (Composer){.usual = run->setter,
                              .forms = run->forms,
                              .shaper = run->shaper,
                              .keep = arena,
                              .scratch = run->job.scratch};
    Tag *root = run->tags->root;
    root->lang = run->model->lang;
    at->front_tag = tag_add(run->tags, root, TAG_PART);
    at->body_tag = tag_add(run->tags, root, TAG_PART);
    at->back_tag = tag_add(run->tags, root, TAG_PART);
}

static void open_crew(PackRun *at) {
    CrewPlan plan = {.parts = at->parts,
                     .items = at->pack->items.at,
                     .count = at->pack->items.len,
                     .has_front = at->pack->front.len != 0,
                     .threads = thread_count(at->run)};
    at->crew = crew_new(&plan, &at->composer);
    if (!at->crew) arena_fail(at->run->job.arena);
}

bool run_page_pack(Run *run) {
    open_pack(run);
    PackRun *at = run->pack;
    open_crew(at);
    if (!settle_open(at) || !count_front(at)) return false;
    size_t next = at->front_pages;
    bool is_good = page_items(at, &next) && page_matters(at, &at->pack->back, &at->back, next);
    at->matter_pages = 0;
    is_good = is_good && page_matters(at, &at->pack->front, &at->front, 0);
    if (!is_good || run_is_cancelled(run)) return false;
    assert(at->front.pages.pages.len == at->front_pages);
    settle_rest(at);
    add_running(at);
    return true;
}

bool run_finish_pack(Run *run) { return pdf_file_finish(run->pdf, &run->pages, run->tags); }

void run_drop_pack(Run *run) {
    if (!run->pack) return;
    crew_drop(run->pack->crew);
    part_room_drop(run->pack->front.room);
    part_room_drop(run->pack->back.room);
    part_room_drop(run->pack->running);
    run->pack = NULL;
}
