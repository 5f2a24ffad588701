/* When the pages of a pack's parts are written: at once, or when what they refer to has its page. */
#ifndef DOSSIER_RUN_SETTLE_H
#define DOSSIER_RUN_SETTLE_H

#include "run/crew.h"
#include "run/run.h"

/* Parts that wait for the same id. */
typedef struct Waiting {
    Str id;
    PackPart *first, *last;
} Waiting;

typedef struct PackRun {
    Run *run;
    const Pack *pack;
    Composer composer; /* of this thread */
    Crew *crew;
    PackPart *parts; /* one an item */
    PackPart front, back;
    Tag *front_tag, *body_tag, *back_tag;
    ItemPages *items;
    PageRange *ranges; /* of the items */
    PackNumbers numbers;
    size_t cover_pages;  /* in front of all others */
    size_t matter_pages; /* so far, before the items and behind them */
    size_t front_pages;  /* with these */
    PageTargets targets;
    size_t targets_told; /* so many have been looked for among those that are waited for */
    IdIndex wanted;      /* ids that are waited for, to `waiting` */
    LIST(Waiting) waiting;
    PartRoom *running; /* for running lines, some pages at a time */
} PackRun;

/* Begins the file, when one is wanted. */
bool settle_open(PackRun *at);
/* Adds what a part reports to what the run does; that a language is not hyphenated is told once. */
void settle_join_diags(Run *run, const Diags *diags);
/* An item that has its place: writes it, and those that waited for it, or lets it wait. */
void settle_item(PackRun *at, size_t index);
/* Everything has its place: writes what is left. */
void settle_rest(PackRun *at);
/* Running lines of pages of the whole document. */
void settle_running(PackRun *at, const RunningFields *fields, const Layout *layout,
                    PageRange range);

#endif
