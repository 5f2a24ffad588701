/* For parts of a pack that are made of the rows of its items' blocks: the rows in their order, and where they are. */
#ifndef DOSSIER_BLOCK_MATTER_ROWS_H
#define DOSSIER_BLOCK_MATTER_ROWS_H

#include "block/listing.h"
#include "model/pack.h"

/* Called for each block of a kind, item by item. */
typedef void (*BlockVisitor)(void *with, const PackItem *item, const Block *block);
void matter_visit(const Model *model, const BlockKind *kind, BlockVisitor visit, void *with);

/* "Item 3" and "page 12" one below the other, both leading to the row with this number. */
void matter_add_place(Listing *listing, size_t column, const PackItem *item, unsigned row);

#endif
