/* A part of a pack on its way: an item, or the matters before or behind all items, with memory of its own.
 *
 * A part is composed by itself: its pages count from 1, and nothing in it depends on another part. It is numbered
 * when it is known where it stands. What the rest of the document must know of its pages (size, label, marks) is
 * copied then, so that the part's memory can be used again as soon as its pages are written. */
#ifndef DOSSIER_RUN_PART_H
#define DOSSIER_RUN_PART_H

#include "block/pack.h"
#include "page/targets.h"

typedef enum PartState { PART_UNTOUCHED, PART_TAKEN, PART_COMPOSED, PART_NO_MEMORY } PartState;

/* Memory for one part after another. */
typedef struct PartRoom {
    Arena *arena;
    ArenaMark start;
    struct PartRoom *next;
} PartRoom;

typedef struct PackPart {
    PartState state;
    bool is_good;    /* it has pages */
    bool is_waiting; /* for something that its pages refer to */
    PartRoom *room;
    Job job; /* arena and diagnostics are its own */
    Model *model;
    TagTree *tags;
    Pages pages;
    const Galley *galley;
    Setter setter;              /* it was set with */
    size_t blanks;              /* pages left blank before it, among its pages */
    size_t set_diags;           /* how many there were before it was broken into pages */
    size_t first;               /* place of its first page */
    struct PackPart *next_wait; /* for the same */
} PackPart;

/* What composing needs that is used for one part after another, by one thread. */
typedef struct Composer {
    Setter usual;               /* what all parts have in common */
    const Layout *const *forms; /* of items, by ItemForm; NULL: the usual one */
    Shaper *shaper;
    FontSet *fonts;
    Arena *keep, *scratch;
} Composer;

/* NULL when there is no memory. */
PartRoom *part_room_new(void);
void part_room_drop(PartRoom *room);

/* Begins a part in a room; it reports and jumps as its own. */
void part_open(PackPart *part, PartRoom *room, const Composer *composer);
/* For setting something into the part. */
Setter part_setter(PackPart *part, const Composer *composer);
void part_compose_item(PackPart *part, const Composer *composer, const PackItem *item,
                       bool is_first);
/* Puts the item's first page at `first`, or behind a blank page. What depends on that is done again. */
void part_number(PackPart *part, const Composer *composer, const PackItem *item, size_t first);
/* Copies what stays of its pages to their places; what stands on them only by reference, when asked to. */
void part_keep_pages(const PackPart *part, Arena *arena, bool with_content, Pages *all);
/* The room is free again. */
PartRoom *part_close(PackPart *part);

#endif
