/* All agendas of a pack in; its principal's own days out: what they take part in, large times, item and page. */
#include "block/agenda.h"
#include "block/matter_rows.h"
#include "block/pack.h"

#include <stdlib.h>

typedef struct DayRow {
    const AgendaRow *row;
    const PackItem *item;
    const Block *block;
    Date day; /* year 0: none is known */
    unsigned mark;
} DayRow;

typedef struct Days {
    Setter *setter;
    LIST(DayRow) rows;
} Days;

/* ---- rows ------------------------------------------------------------------------------------- */

static int number_of(const Date *day) { return (day->year * 12 + day->month) * 31 + day->day; }

/* The agenda's own, or that of an event of one day. */
static Date day_of(const Pack *pack, const Agenda *agenda) {
    const Event *event = pack->event;
    if (agenda->day.year || agenda->day.scalar.given || !event) return agenda->day;
    bool is_one = !event->to.year || number_of(&event->to) == number_of(&event->from);
    return is_one ? event->from : agenda->day;
}

static void add_rows(void *with, const PackItem *item, const Block *block) {
    Days *days = with;
    const Model *model = days->setter->model;
    const Agenda *agenda = block->fields;
    const AgendaRow *rows = agenda->rows.list.at;
    for (size_t i = 0; i < agenda->rows.list.len; i++) {
        if (!agenda_has(model, &rows[i], model->pack->principal.text)) continue;
        Date day = day_of(model->pack, agenda);
        if (!day.scalar.given && rows[i].from < 0) continue; /* of no day */
        *list_add(days->setter->job->arena, &days->rows) =
            (DayRow){.row = &rows[i],
                     .item = item,
                     .block = block,
                     .day = day,
                     .mark = agenda->mark + (unsigned)i};
    }
}

/* By day and begin; what has neither comes last, and rows of one time stay in their order. */
static int compare(const void *a, const void *b) {
    const DayRow *first = a, *second = b;
    int days[2] = {number_of(&first->day), number_of(&second->day)};
    if (days[0] != days[1]) return !days[0] ? 1 : !days[1] ? -1 : days[0] < days[1] ? -1 : 1;
    int from[2] = {first->row->from, second->row->from};
    if (from[0] != from[1]) return from[0] < 0 ? 1 : from[1] < 0 ? -1 : from[0] < from[1] ? -1 : 1;
    return first->mark < second->mark ? -1 : first->mark > second->mark;
}

/* What one agenda does not show: two rows of different ones at the same time. */
static void check_clash(Job *job, const DayRow *row, const DayRow *before) {
    bool is_same_day = number_of(&row->day) == number_of(&before->day);
    bool overlaps = row->row->from >= 0 && before->row->is_fixed && row->row->is_fixed &&
                    row->row->from < before->row->to;
    if (!is_same_day || !overlaps || row->block == before->block) return;
    Place place = source_place(job->sources, before->row->what.span);
    diag_add(job->diags, W_ROW_CLASH, row->row->what.span,
             str_format(job->arena, "the other stands at %.*s:%u:%u", STR_ARG(place.path),
                        place.line, place.column),
             "the principal is in two places at %.*s: here and at \"%.*s\"",
             STR_ARG(clock_text(job->arena, row->row->from)),
             STR_ARG(rich_plain(job->arena, &before->row->what)));
}

/* ---- setting ---------------------------------------------------------------------------------- */

static void add_text(Listing *listing, size_t column, const Rich *rich, const Style *style) {
    Scalar text = {.text = rich_plain(listing->setter->job->arena, rich),
                   .span = rich->span,
                   .is_tbc = rich->is_tbc};
    listing_add_value(listing, column, &text, style);
}

static void add_when(Listing *listing, const AgendaRow *row) {
    Setter *setter = listing->setter;
    Arena *arena = setter->job->arena;
    const Style *time = layout_style(setter->layout, "day.time");
    if (row->from < 0) {
        agenda_add_when(listing, 0, row, layout_style(setter->layout, "day.what"));
        return;
    }
    listing_add_text(listing, 0, clock_text(arena, row->from), time);
    if (row->to < 0) return;
    Str until = language_term(setter->lang, TERM_UNTIL), end = clock_text(arena, row->to);
    listing_add_text(listing, 0, str_format(arena, "%.*s %.*s", STR_ARG(until), STR_ARG(end)),
                     layout_style(setter->layout, "day.until"));
}

/* Whom the principal meets. */
static Scalars others(Setter *setter, const AgendaRow *row) {
    Scalars rest = {.at = ARENA_ARRAY(setter->job->arena, Scalar, row->who.len + 1)};
    AgendaRow one = *row;
    for (size_t i = 0; i < row->who.len; i++) {
        one.who = (Scalars){.at = &row->who.at[i], .len = 1};
        if (!agenda_has(setter->model, &one, setter->model->pack->principal.text))
            rest.at[rest.len++] = row->who.at[i];
    }
    return rest;
}

static void add_row(Listing *listing, const DayRow *at) {
    Setter *setter = listing->setter;
    const AgendaRow *row = at->row;
    const Style *detail = layout_style(setter->layout, "agenda.detail");
    Scalars with = others(setter, row);
    listing_row(listing);
    add_when(listing, row);
    add_text(listing, 1, &row->what, layout_style(setter->layout, "day.what"));
    add_text(listing, 1, &row->where, listing->style);
    listing_add_people(listing, 1, &with, listing->style);
    agenda_add_details(listing, 1, row, detail);
    matter_add_place(listing, 2, at->item, at->mark);
    listing_end_row(listing, row->what.span);
}

static Sp when_width(Setter *setter) {
    Str until = language_term(setter->lang, TERM_UNTIL);
    Sp time = listing_width(setter, STR("00:00"), layout_style(setter->layout, "day.time"));
    Sp end = listing_width(setter, str_format(setter->job->arena, "%.*s 00:00", STR_ARG(until)),
                           layout_style(setter->layout, "day.until"));
    return sp_min(sp_max(time, end) + 1, setter->measure / 3);
}

static void set_day(Setter *setter, const DayRow *rows, size_t count) {
    Listing listing = {.setter = setter,
                       .style = layout_style(setter->layout, "day"),
                       .head = layout_style(setter->layout, "agenda.head"),
                       .caption_style = layout_style(setter->layout, "day.date"),
                       .rows = count,
                       .span = rows[0].row->what.span};
    listing.caption = rows[0].day.scalar;
    if (rows[0].day.year)
        listing.caption.text = agenda_day_text(setter->job->arena, &rows[0].day, setter->lang);
    Sp place = listing_width(setter, STR("(page 000)"), listing.style);
    listing_column(&listing, language_term(setter->lang, TERM_TIME), when_width(setter));
    listing_column(&listing, language_term(setter->lang, TERM_WHAT), 0);
    listing_column(&listing, language_term(setter->lang, TERM_ITEM), place);
    listing_begin(&listing);
    for (size_t i = 0; i < count; i++) add_row(&listing, &rows[i]);
    listing_end(&listing);
}

static void set_name(Setter *setter, const Scalar *principal) {
    const Style *style = layout_style(setter->layout, "day.name");
    Scalar name = *principal;
    if (!name.is_tbc) name.text = model_name(setter->model, principal, setter->lang);
    PartList parts = {0};
    parts_add_value(setter, &parts, &name, style, tag_add(setter->tags, setter->parent, TAG_P));
    set_parts(setter, &parts, style, name.span);
}

void matter_set_day(Setter *setter, const PackNumbers *numbers) {
    (void)numbers;
    Days days = {.setter = setter};
    const Scalar *principal = &setter->model->pack->principal;
    matter_set_title(setter, language_term(setter->lang, TERM_DAY), STR("part:day"));
    set_name(setter, principal);
    matter_visit(setter->model, &kind_agenda, add_rows, &days);
    const DayRow *rows = days.rows.at;
    size_t count = days.rows.len;
    if (count) qsort(days.rows.at, count, sizeof *rows, compare);
    if (!count)
        diag_add(setter->job->diags, W_UNPRINTED, principal->span,
                 STR("name the principal in `who` of a row, or nobody"),
                 "the day is empty: no row of any agenda has \"%.*s\" take part",
                 STR_ARG(principal->text));
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count; to++) {
            if (number_of(&rows[to].day) != number_of(&rows[from].day)) break;
            check_clash(setter->job, &rows[to], &rows[to - 1]);
        }
        set_day(setter, rows + from, to - from);
    }
}
