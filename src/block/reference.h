/* Cross-references: "the table" becomes "the table (page 12)", a reference without words "page 12".
 *
 * The page is known when all pages are broken; until then figures stand in its place, as many as it will likely
 * have (TextPart.page_of). The page stage exchanges them (page/numbers.c). */
#ifndef DOSSIER_BLOCK_REFERENCE_H
#define DOSSIER_BLOCK_REFERENCE_H

#include "block/look.h"

/* Where the reference of `piece`, its last, leads; `owner` is of the same link. */
void reference_add(Setter *setter, PartList *parts, const Piece *piece, const Style *style,
                   Tag *owner);

#endif
