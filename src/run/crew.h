/* Threads that compose the items of a pack ahead of the one that numbers and writes them.
 *
 * Items are taken in their order, never more than a window ahead of the one that is wanted, so that memory is
 * bounded; who waits for an item composes others meanwhile. What comes out depends on neither the number of
 * threads nor their pace: see part.h. */
#ifndef DOSSIER_RUN_CREW_H
#define DOSSIER_RUN_CREW_H

#include "run/part.h"

typedef struct Crew Crew;

typedef struct CrewPlan {
    PackPart *parts;
    PackItem *const *items;
    size_t count;
    bool has_front;   /* else the first item bears the pack's title */
    unsigned threads; /* with the caller's */
} CrewPlan;

/* `first` is the calling thread's composer; the others have fonts and shapers of their own. Never fails: a thread
 * that cannot be had is done without. NULL when there is no memory at all. */
Crew *crew_new(const CrewPlan *plan, const Composer *first);
/* Waits until item `index` is composed. Its state says whether there was memory. */
void crew_wait(Crew *crew, size_t index);
/* A room for a part of the caller's; NULL when there is no memory. Rooms given back are used again. */
PartRoom *crew_room(Crew *crew);
void crew_give_back(Crew *crew, PartRoom *room);
/* Ends the threads; from here on their shapers may be looked at. */
void crew_stop(Crew *crew);
/* Takes over what they have reported of missing characters. */
void crew_join_missing(const Crew *crew, Shaper *shaper);
/* The rooms of all parts go, too. NULL is allowed. */
void crew_drop(Crew *crew);

#endif
