/* A galley in, pages out: slabs, breaks, places, running lines; reports what the rules could not avoid. */
#include "page/page.h"

#include "page/catchline.h"
#include "page/even.h"
#include "page/place.h"
#include "page/refit.h"

static void report_too_tall(Job *job, const GalleyItem *item, Sp height) {
    if (item->height <= height) return;
    int64_t tenths = (item->height - height) * 10 / SP_PT;
    diag_add(job->diags, E_TOO_TALL, item->span,
             STR("divide it, or choose a layout with taller pages"),
             "this is %lld.%dpt taller than a page", (long long)(tenths / 10), (int)(tenths % 10));
}

static bool check_heights(Job *job, const Galley *galley, Sp height) {
    size_t errors = job->diags->errors;
    for (size_t i = 0; i < galley->items.len; i++) {
        const GalleyItem *item = &galley->items.at[i];
        if (item->kind == GALLEY_BOX || item->kind == GALLEY_MARGIN)
            report_too_tall(job, item, height);
    }
    return job->diags->errors == errors;
}

static bool check_count(Job *job, size_t count) {
    if (!job->limits.pages || count <= job->limits.pages) return true;
    diag_add(job->diags, E_LIMIT, (Span){0}, STR("divide the document"),
             "%zu pages; the limit is %zu", count, job->limits.pages);
    return false;
}

static void count_break(Pages *pages, PenaltyKind kind) {
    pages->widows += kind == PENALTY_WIDOW;
    pages->orphans += kind == PENALTY_ORPHAN;
    pages->stranded += kind == PENALTY_STRANDED;
}

static void report_break(Job *job, const GalleyItem *below, PenaltyKind kind, size_t page) {
    static const char *const endings[] = {
        [PENALTY_PLAIN] = "inside something that is kept together",
        [PENALTY_WIDOW] = "one line before its last paragraph does",
        [PENALTY_ORPHAN] = "with the first line of a paragraph",
        [PENALTY_STRANDED] = "with a head or lead whose text is on the next page",
    };
    Str hint = kind == PENALTY_PLAIN ? STR("what is kept together must fit on one page")
                                     : STR("make the text above it some lines longer or shorter");
    diag_add(job->diags, W_PAGE_BREAK, below->span, hint, "page %zu ends %s", page, endings[kind]);
}

/* Forbidden breaks, and dear ones where a widow, an orphan or a stranded head was the lesser evil. */
static void report_breaks(Job *job, const Galley *galley, const Strip *strip,
                          const PageBreaks *breaks, Pages *pages) {
    size_t before = pages->before + pages->pages.len;
    for (size_t i = 0; i + 1 < breaks->count; i++) {
        const Column *column = &breaks->columns[i];
        if (column->end == strip->count) break;
        const Slab *below = &strip->slabs[column->end];
        bool is_bad = below->penalty >= BREAK_NEVER ||
                      (below->penalty > 0 && below->penalty_kind != PENALTY_PLAIN);
        if (!is_bad) continue;
        count_break(pages, below->penalty_kind);
        report_break(job, &galley->items.at[below->item], below->penalty_kind,
                     before + column->page);
    }
}

/* Notes of which not even the first line found room on the page of their mark. */
static void report_notes(Job *job, const Galley *galley, const Strip *strip,
                         const PageBreaks *breaks, size_t before) {
    const Feet *feet = &strip->feet;
    size_t notes = feet->lines ? feet->owners[feet->lines - 1] + 1 : 0;
    const Column *mark = breaks->columns, *foot = breaks->columns;
    for (size_t i = 0; i < notes; i++) {
        while (feet_above(feet, mark->end) <= feet->firsts[i]) mark++;
        while (foot->notes <= feet->firsts[i]) foot++;
        if (foot->page == mark->page) continue;
        diag_add(job->diags, W_NOTE_AWAY, galley->items.at[feet->items[i]].span,
                 STR("say it shorter, or in the text"),
                 "this footnote begins on page %zu, its mark is on page %zu", before + foot->page,
                 before + mark->page);
    }
}

/* A galley on its way onto pages. */
typedef struct Broken {
    const Galley *galley;
    Strip strip;
    PageBreaks breaks;
} Broken;

/* Breaks it; where that is not all one could wish for, changes paragraphs and breaks again. */
static void break_columns(Setter *setter, Sp height, Broken *broken) {
    Job *job = setter->job;
    Sp grid = setter->layout->grid;
    broken->strip = strip_new(job->scratch, broken->galley, height, grid);
    broken->breaks = search_page_breaks(job->scratch, &broken->strip);
    if (!refit_find(setter, broken->galley, &broken->breaks, &broken->strip)) return;
    broken->breaks = search_page_breaks(job->scratch, &broken->strip);
    const Galley *changed = refit_galley(job, broken->galley, &broken->strip, &broken->breaks);
    if (!changed) return;
    broken->galley = changed;
    broken->strip = strip_new(job->scratch, changed, height, grid);
}

bool page_break_galley(Setter *setter, const Galley *galley, Pages *pages) {
    Job *job = setter->job;
    const PageGeometry *geometry = &setter->layout->page;
    size_t from = pages->pages.len;
    ArenaMark mark = arena_mark(job->scratch);
    Broken broken = {.galley = galley};
    break_columns(setter, geometry->height - geometry->top - geometry->bottom, &broken);
    const Strip *strip = &broken.strip;
    PageBreaks *breaks = &broken.breaks;
    strip_count_pages(strip, geometry->columns, breaks);
    even_columns(job->scratch, strip, geometry->columns, breaks);
    size_t before = pages->before + pages->pages.len;
    strip_count_sides(strip, before, breaks);
    bool is_good =
        check_heights(job, galley, strip->height) &&
        check_count(job, before + (breaks->count ? breaks->columns[breaks->count - 1].page : 1));
    if (is_good) {
        report_breaks(job, broken.galley, strip, breaks, pages);
        report_notes(job, broken.galley, strip, breaks, before);
        place_columns(setter, broken.galley, strip, breaks, pages);
        pages->has_references |= galley->has_references;
    }
    arena_release(job->scratch, mark);
    if (is_good && setter->layout->has_catchlines)
        page_add_catchlines(setter, (PageRange){from, pages->pages.len}, pages);
    return is_good;
}

bool page_break_article(Setter *setter, const Galley *galley, const RunningFields *fields,
                        Pages *pages) {
    size_t from = pages->pages.len;
    if (!page_break_galley(setter, galley, pages)) return false;
    page_add_running(setter, fields, (PageRange){from, pages->pages.len}, pages);
    page_add_numbers(setter, pages);
    return true;
}

Sp page_overflow(Setter *setter, const Galley *galley) {
    const PageGeometry *geometry = &setter->layout->page;
    ArenaMark mark = arena_mark(setter->job->scratch);
    Strip strip =
        strip_new(setter->job->scratch, galley, geometry->height - geometry->top - geometry->bottom,
                  setter->layout->grid);
    Sp used = STRIP_TOP;
    for (size_t i = 0; i < strip.count; i++) {
        bool is_forced = i && strip_is_forced(&strip, i);
        if (is_forced) used = (used + strip.height - 1) / strip.height * strip.height;
        used = strip_bottom(&strip, i, used);
    }
    if (used == STRIP_TOP) used = 0;
    used += feet_height(&strip.feet, 0, strip.feet.lines);
    arena_release(setter->job->scratch, mark);
    return sp_max(used - strip.height * sp_max(geometry->columns, 1), 0);
}
