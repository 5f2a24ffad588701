/* Printed page numbers of a pack where each item counts its own: "4.3" is the third page of item 4, front and back
 * matter have small Roman numbers through both. Where the pack counts its pages (`numbering: {pages: pack}`) they
 * keep the number of the PDF page. */
#ifndef DOSSIER_RUN_PACK_LABEL_H
#define DOSSIER_RUN_PACK_LABEL_H

#include "model/pack.h"
#include "page/page.h"

/* The pages from position `from` on are the item's. */
void pack_label_item(Job *job, const Pack *pack, const PackItem *item, Pages *pages, size_t from);
/* The same for a matter; *count is of all matters so far. */
void pack_label_matter(Job *job, const Pack *pack, Pages *pages, size_t from, size_t *count);

#endif
