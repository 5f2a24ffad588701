/* Actions: what is to be done, by whom, until when; in a block, and in the pack's register of all of them. */
#ifndef DOSSIER_BLOCK_ACTIONS_H
#define DOSSIER_BLOCK_ACTIONS_H

#include "block/listing.h"
#include "block/rows.h"

typedef enum ActionState {
    ACTION_UNSAID,
    ACTION_OPEN,
    ACTION_STARTED,
    ACTION_DONE,
    ACTION_DROPPED
} ActionState;

typedef struct Action {
    Rich what;
    Scalars who; /* ids of the directory, or names */
    Date due;
    int state; /* ActionState */
} Action;

typedef struct Actions {
    Rows rows;     /* of Action */
    unsigned mark; /* destination of its first row */
} Actions;

extern const BlockKind kind_actions;

/* Not done, and due before the document's own day: of a pack its control date, else the event's first day; of an
 * article its date. No clock is asked. */
bool action_is_overdue(const Model *model, const Action *action);
/* Day, and "Overdue" below it. */
void action_add_due(Listing *listing, size_t column, const Action *action);
void action_add_state(Listing *listing, size_t column, const Action *action);
/* Width of a column for the days of a list, or its states: wider of it and `widest`. */
Sp action_due_width(Setter *setter, const Actions *actions, Sp widest);
Sp action_state_width(Setter *setter, const Actions *actions, Sp widest);

#endif
