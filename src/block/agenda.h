/* An agenda: rows with times, what is computed of them, and who takes part. */
#ifndef DOSSIER_BLOCK_AGENDA_H
#define DOSSIER_BLOCK_AGENDA_H

#include "block/clock.h"
#include "block/listing.h"
#include "block/rows.h"

typedef enum Press { PRESS_UNSAID, PRESS_OPEN, PRESS_CLOSED } Press;

typedef struct AgendaRow {
    Scalar number;
    Clock at;
    int minutes;
    Rich what, purpose, where, role;
    Scalars who; /* ids of the directory, names, or EVERYBODY; none: everybody */
    int press;   /* Press */
    Scalar see, paper;
    /* Found: minutes from the first day's midnight; -1: not known. `is_fixed`: it ends when its minutes are over. */
    int from, to;
    bool is_fixed;
} AgendaRow;

typedef struct Agenda {
    Rows rows; /* of AgendaRow */
    Date day;
    unsigned mark; /* destination of its first row (row_destination) */
} Agenda;

extern const BlockKind kind_agenda;

/* Begins and ends of all rows; clashes, gaps and rows out of order reported (W0361-W0363). */
void agenda_find_times(Job *job, Agenda *agenda);
/* "14:30–15:15", "14:30", "45 min"; empty when nothing is known. */
Str agenda_when(Arena *arena, const AgendaRow *row);
/* Does this person (an id of the directory) take part? */
bool agenda_has(const Model *model, const AgendaRow *row, Str person);

/* ---- for a column of a listing ---- */

/* Boxed while it is still to be confirmed. */
void agenda_add_when(Listing *listing, size_t column, const AgendaRow *row, const Style *style);
/* Purpose, role, press, what to see: one line each kind, in this order. */
void agenda_add_details(Listing *listing, size_t column, const AgendaRow *row, const Style *style);

/* "Saturday 8 December 2018". */
Str agenda_day_text(Arena *arena, const Date *day, Str lang);
/* What rows of blocks are called that other parts of a pack lead to. */
Str row_destination(Arena *arena, unsigned number);

#endif
