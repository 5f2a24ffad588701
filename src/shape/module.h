/* Inside stage shape: the module lib/dossier/dossier-icu.so, opened on first use, for text that our own
 * tables do not serve. */
#ifndef DOSSIER_SHAPE_MODULE_H
#define DOSSIER_SHAPE_MODULE_H

#include "shape/internal.h"

/* Levels, breaks and scripts of work->chars by ICU. False, reported (E_NO_UNICODE_MODULE), when the module
 * is missing. */
bool module_analyse(Work *work);

#endif
