/* One item of a pack: its keys and what stands in it. */
#ifndef DOSSIER_MODEL_PACK_ITEM_H
#define DOSSIER_MODEL_PACK_ITEM_H

#include "model/pack.h"

/* Adds the item to the pack, its articles to the document's. Reports all mistakes. */
void pack_read_item(Model *model, const Node *node);
void pack_dump_item(const Model *model, const PackItem *item, Buf *out);

#endif
