/* The rows of an agenda in; when each begins and ends out, and reports of what cannot be. */
#include "block/agenda.h"

/* From the evening on, a time before six is one of the next day. */
enum { EVENING = 18 * 60, MORNING = 6 * 60 };

/* ---- times ------------------------------------------------------------------------------------ */

static int begin_of(const AgendaRow *row, const AgendaRow *before, int *midnight) {
    if (!row->at.is_known) return row->at.text.given || !before ? -1 : before->to;
    int from = row->at.minute + *midnight;
    bool is_back = before && before->from >= 0 && from < before->from;
    bool is_next_day = is_back && row->at.minute < MORNING && before->from - *midnight >= EVENING;
    if (is_next_day) *midnight += DAY_MINUTES;
    return row->at.minute + *midnight;
}

static void find_ends(AgendaRow *rows, size_t count) {
    for (size_t i = 0; i + 1 < count; i++) {
        AgendaRow *row = &rows[i], *next = &rows[i + 1];
        if (row->from >= 0 && row->to < 0 && next->at.is_known && next->from > row->from)
            row->to = next->from;
    }
}

/* ---- reports ---------------------------------------------------------------------------------- */

static Span place_of(const AgendaRow *row) {
    return row->at.text.given ? row->at.text.span : row->what.span;
}

static Str other_place(Job *job, const AgendaRow *other, const AgendaRow *row, const char *words) {
    Place place = source_place(job->sources, place_of(other));
    if (place_of(other).source == place_of(row).source)
        return str_format(job->arena, "%s in line %u", words, place.line);
    return str_format(job->arena, "%s at %.*s:%u:%u", words, STR_ARG(place.path), place.line,
                      place.column);
}

static void report_clash(Job *job, const AgendaRow *row, const AgendaRow *before) {
    Str from = clock_text(job->arena, row->from), to = clock_text(job->arena, before->to);
    diag_add(job->diags, W_ROW_CLASH, place_of(row),
             other_place(job, before, row, "the row that it runs into stands"),
             "this begins at %.*s, but \"%.*s\" lasts until %.*s", STR_ARG(from),
             STR_ARG(rich_plain(job->arena, &before->what)), STR_ARG(to));
}

static void report_gap(Job *job, const AgendaRow *row, const AgendaRow *before) {
    Str from = clock_text(job->arena, before->to), to = clock_text(job->arena, row->from);
    diag_add(job->diags, W_ROW_GAP, place_of(row),
             other_place(job, before, row, "the row before the gap stands"),
             "nothing fills the %d minutes from %.*s, when \"%.*s\" ends, to %.*s",
             row->from - before->to, STR_ARG(from), STR_ARG(rich_plain(job->arena, &before->what)),
             STR_ARG(to));
}

static void report_order(Job *job, const AgendaRow *row, const AgendaRow *before) {
    Str from = clock_text(job->arena, row->from), above = clock_text(job->arena, before->from);
    diag_add(job->diags, W_ROW_ORDER, place_of(row),
             other_place(job, before, row, "the later one stands"),
             "%.*s stands below %.*s, \"%.*s\"", STR_ARG(from), STR_ARG(above),
             STR_ARG(rich_plain(job->arena, &before->what)));
}

/* Each row is compared with the one that begins last and the one that ends last of those above. */
static void check_times(Job *job, const AgendaRow *rows, size_t count) {
    const AgendaRow *last = NULL, *longest = NULL;
    for (size_t i = 0; i < count; i++) {
        const AgendaRow *row = &rows[i];
        bool is_timed = row->from >= 0 && row->at.is_known;
        if (is_timed && last && row->from < last->from)
            report_order(job, row, last);
        else if (is_timed && longest && row->from < longest->to)
            report_clash(job, row, longest);
        else if (is_timed && longest && row->from > longest->to && last->is_fixed)
            report_gap(job, row, longest);
        if (row->from < 0) {
            longest = NULL; /* who knows how long it takes */
            continue;
        }
        if (!last || row->from >= last->from) last = row;
        bool is_longer = row->is_fixed && (!longest || row->to >= longest->to);
        if (is_longer) longest = row;
    }
}

void agenda_find_times(Job *job, Agenda *agenda) {
    AgendaRow *rows = agenda->rows.list.at;
    size_t count = agenda->rows.list.len;
    int midnight = 0;
    for (size_t i = 0; i < count; i++) {
        AgendaRow *row = &rows[i];
        row->from = begin_of(row, i ? row - 1 : NULL, &midnight);
        row->is_fixed = row->from >= 0 && row->minutes > 0;
        row->to = row->is_fixed ? row->from + row->minutes : -1;
    }
    find_ends(rows, count);
    check_times(job, rows, count);
}

Str agenda_when(Arena *arena, const AgendaRow *row) {
    if (row->from < 0)
        return row->minutes > 0 ? str_format(arena, "%d\xC2\xA0min", row->minutes) : (Str){0};
    Str from = clock_text(arena, row->from);
    if (row->to < 0) return from;
    Str to = clock_text(arena, row->to);
    return str_format(arena, "%.*s\xE2\x80\x93%.*s", STR_ARG(from), STR_ARG(to));
}
