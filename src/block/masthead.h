/* The masthead of an item of a pack: who meets, where and when; which item, what for, its symbol. */
#ifndef DOSSIER_BLOCK_MASTHEAD_H
#define DOSSIER_BLOCK_MASTHEAD_H

#include "block/set.h"
#include "model/pack.h"

void masthead_set(Setter *setter, const PackItem *item);

#endif
