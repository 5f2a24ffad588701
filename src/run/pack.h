/* The order in which a pack's parts are set, paged and numbered. */
#ifndef DOSSIER_RUN_PACK_H
#define DOSSIER_RUN_PACK_H

#include "run/run.h"

/* Sets and pages all parts, in their order, every number known. */
bool run_page_pack(Run *run);

#endif
