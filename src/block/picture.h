/* Picture files that blocks and directory entries show: each is read and decoded once. */
#ifndef DOSSIER_BLOCK_PICTURE_H
#define DOSSIER_BLOCK_PICTURE_H

#include "image/image.h"
#include "model/model.h"

/* For `resolve`: the picture of a file, which is looked for from where it was written. NULL when it cannot be read
 * (reported once) or is still to come. */
const Image *picture_open(Model *model, const Scalar *file);

#endif
