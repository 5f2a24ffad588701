/* What a pack has beside its articles, set into galleys: the band of an item, slip sheets, front and back matter.
 *
 * Each item and each matter is a galley of its own and begins a page. Page numbers that a matter prints come from
 * PackNumbers; while they are not known yet the matter is set with the widest there can be, which takes the same
 * lines and pages. */
#ifndef DOSSIER_BLOCK_PACK_H
#define DOSSIER_BLOCK_PACK_H

#include "block/set.h"
#include "model/pack.h"

/* Where an item stands. */
typedef struct ItemPages {
    Str first; /* label of its first page; empty: not known yet */
    unsigned count;
} ItemPages;

typedef struct PackNumbers {
    const ItemPages *items; /* one an item */
    unsigned pages;         /* of the whole; 0: not known yet */
} PackNumbers;

/* The band, then the articles; or the slip sheet. */
Galley *block_set_item(Setter *setter, const PackItem *item, Tag *parent);

/* One matter; NULL when there is no way to set it yet (reported). */
Galley *block_set_matter(Setter *setter, Matter matter, const PackNumbers *numbers, Tag *parent);

/* The destination of an item's first page: the author's id, or one that no author can write. */
Str item_destination(Arena *arena, const PackItem *item);
/* "For decision · Owner: Finance", each part where it is given. */
bool item_add_label(Setter *setter, const PackItem *item, Buf *out);

/* ---- for the files of the matters ---- */

/* A matter's heading: an H2, in the outline. */
void matter_set_title(Setter *setter, Str title, Str id);
void matter_set_cover(Setter *setter, const PackNumbers *numbers);
void matter_set_control(Setter *setter, const PackNumbers *numbers);
void matter_set_distribution(Setter *setter, const PackNumbers *numbers);
void matter_set_contents(Setter *setter, const PackNumbers *numbers);
void matter_set_day(Setter *setter, const PackNumbers *numbers);
void matter_set_contacts(Setter *setter, const PackNumbers *numbers);
void matter_set_logistics(Setter *setter, const PackNumbers *numbers);
void matter_set_glossary(Setter *setter, const PackNumbers *numbers);
void matter_set_references(Setter *setter, const PackNumbers *numbers);
void matter_set_actions(Setter *setter, const PackNumbers *numbers);

#endif
