/* The layout of an item: that of its form, or the pack's own. */
#ifndef DOSSIER_RUN_FORM_H
#define DOSSIER_RUN_FORM_H

#include "run/run.h"

#include "model/pack.h"

/* Reads the layouts of the forms that items ask for; false when one cannot be used (reported). */
bool forms_load(Run *run);
const Layout *form_layout(const Run *run, const PackItem *item);

#endif
