/* A pack in; its pages out: items paged one after another, front and back matter round them.
 *
 * How many pages the front matter takes does not depend on the numbers it prints, so it is set twice: first with
 * the widest numbers, for its length, before the items; then with the true ones. Nothing else is done again. */
#include "run/pack.h"

#include "block/pack.h"
#include "run/pack_label.h"
#include "run/fit.h"
#include "run/form.h"

#include <assert.h>

typedef struct PackRun {
    Run *run;
    const Pack *pack;
    Tag *front, *body, *back; /* elements, in reading order */
    ItemPages *items;
    PackNumbers numbers;
    PageRange *item_ranges;
    size_t cover_pages;  /* in front of all others */
    size_t matter_pages; /* so far, before the items and behind them */
} PackRun;

/* ---- parts ---------------------------------------------------------------------------------- */

/* The first part of all bears the pack's title. */
static Setter setter_for(const PackRun *at, TagTree *tags, const Pages *pages) {
    Setter setter = at->run->setter;
    setter.tags = tags;
    setter.wants_title = !pages->before && !pages->pages.len;
    return setter;
}

static void report_matter(Job *job, Matter matter, Span span) {
    diag_add(job->diags, E_NOT_IMPLEMENTED, span, (Str){0}, "the part \"%s\" is not supported yet",
             matter_name(matter));
}

/* The pages of a list of matters, added behind those of `pages`. */
static bool page_matters(PackRun *at, const MatterList *list, TagTree *tags, Tag *parent,
                         Pages *pages) {
    bool is_good = true;
    for (size_t i = 0; i < list->len; i++) {
        Setter setter = setter_for(at, tags, pages);
        const Galley *galley = block_set_matter(&setter, list->at[i], &at->numbers, parent);
        if (!galley) {
            report_matter(setter.job, list->at[i], list->spans[i]);
            continue;
        }
        if (tags == at->run->tags) run_dump_galley(at->run, galley);
        size_t from = pages->pages.len;
        is_good &= page_break_galley(&setter, galley, pages);
        pack_label_matter(setter.job, at->pack, pages, from, &at->matter_pages);
        if (list->at[i] == MATTER_COVER && i == 0) at->cover_pages = pages->pages.len;
    }
    return is_good;
}

/* ---- budgets -------------------------------------------------------------------------------- */

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

/* ---- items ---------------------------------------------------------------------------------- */

static Galley *set_item(Setter *setter, const void *item, Tag *parent) {
    return block_set_item(setter, item, parent);
}

/* The blank page is one of the pack, of no item. */
static void begin_recto(Setter *setter, Pages *pages) {
    if ((pages->before + pages->pages.len) % 2) page_add_blank(setter, pages);
}

static bool page_item(PackRun *at, size_t index, Pages *pages) {
    const PackItem *item = at->pack->items.at[index];
    Setter setter = setter_for(at, at->run->tags, pages);
    setter.layout = form_layout(at->run, item);
    if (item->start == START_RECTO) begin_recto(&setter, pages);
    size_t from = pages->pages.len;
    FitPart part = {.set = set_item, .what = item, .parent = at->body, .span = item->title.span};
    const Galley *galley = fit_set(&setter, &part);
    run_dump_galley(at->run, galley);
    if (!page_break_galley(&setter, galley, pages)) return false;
    size_t to = pages->pages.len;
    at->item_ranges[index] = (PageRange){from, to};
    pack_label_item(setter.job, at->pack, item, pages, from);
    at->items[index] =
        (ItemPages){.first = pages->pages.at[from].label, .count = (unsigned)(to - from)};
    at->pack->items.at[index]->pages = to - from;
    check_budget(setter.job, item, &at->items[index]);
    return true;
}

static bool page_items(PackRun *at, Pages *pages) {
    bool is_good = true;
    for (size_t i = 0; i < at->pack->items.len && !run_is_cancelled(at->run); i++)
        is_good &= page_item(at, i, pages);
    return is_good;
}

/* ---- running lines -------------------------------------------------------------------------- */

static void add_running(PackRun *at, size_t front) {
    Run *run = at->run;
    Arena *arena = run->job.arena;
    RunningFields fields = {.title = rich_plain(arena, &at->pack->title),
                            .short_title = rich_plain(arena, &at->pack->short_title),
                            .has_own_labels = at->pack->numbering->pages == NUMBER_ITEM};
    if (at->pack->event) fields.body = rich_plain(arena, &at->pack->event->name);
    if (at->pack->control) fields.symbol = at->pack->control->symbol.text;
    size_t next = at->cover_pages;
    RunningFields cover = fields;
    cover.is_cover = true;
    page_add_running(&run->setter, &cover, (PageRange){0, next}, &run->pages);
    for (size_t i = 0; i < at->pack->items.len; i++) {
        const PackItem *item = at->pack->items.at[i];
        RunningFields own = fields;
        PageRange range = at->item_ranges[i];
        range = (PageRange){range.from + front, range.to + front};
        if (next < range.from)
            page_add_running(&run->setter, &fields, (PageRange){next, range.from}, &run->pages);
        own.item_title = rich_plain(arena, &item->short_title);
        if (at->pack->numbering->items) own.item = str_format(arena, "%u", item->number);
        own.tab = item->number;
        own.tabs = (unsigned)at->pack->items.len;
        Setter setter = run->setter;
        setter.layout = form_layout(run, item);
        page_add_running(&setter, &own, range, &run->pages);
        next = range.to;
    }
    PageRange rest = {next, run->pages.pages.len};
    if (rest.from < rest.to) page_add_running(&run->setter, &fields, rest, &run->pages);
}

/* ---- the whole ------------------------------------------------------------------------------ */

static void add_pages(Arena *arena, const Pages *from, Pages *to) {
    for (size_t i = 0; i < from->pages.len; i++) *list_add(arena, &to->pages) = from->pages.at[i];
    to->has_references |= from->has_references;
    to->widows += from->widows;
    to->orphans += from->orphans;
    to->stranded += from->stranded;
}

/* How many pages stand before the first item: set with the widest numbers, below a tree that is thrown away. */
static bool count_front(PackRun *at, size_t *count) {
    Pages pages = {0};
    TagTree *tags = tag_tree_new(at->run->job.arena);
    bool is_good = page_matters(at, &at->pack->front, tags, tags->root, &pages);
    *count = pages.pages.len;
    return is_good;
}

bool run_page_pack(Run *run) {
    Arena *arena = run->job.arena;
    const Pack *pack = run->model->pack;
    PackRun at = {.run = run, .pack = pack};
    at.items = ARENA_ARRAY(arena, ItemPages, pack->items.len + 1);
    at.item_ranges = ARENA_ARRAY(arena, PageRange, pack->items.len + 1);
    at.numbers.items = at.items;
    Tag *root = run->tags->root;
    root->lang = run->model->lang;
    at.front = tag_add(run->tags, root, TAG_PART);
    at.body = tag_add(run->tags, root, TAG_PART);
    at.back = tag_add(run->tags, root, TAG_PART);
    Pages rest = {0}, front = {0};
    bool is_good = count_front(&at, &rest.before) && page_items(&at, &rest) &&
                   page_matters(&at, &pack->back, run->tags, at.back, &rest);
    at.matter_pages = 0;
    is_good = is_good && page_matters(&at, &pack->front, run->tags, at.front, &front);
    if (!is_good || run_is_cancelled(run)) return false;
    assert(front.pages.len == rest.before);
    add_pages(arena, &front, &run->pages);
    add_pages(arena, &rest, &run->pages);
    add_running(&at, front.pages.len);
    page_add_numbers(&run->setter, &run->pages);
    return true;
}
