/* Diagnostics of a finished run: told to the caller, summed up as a status. */
#ifndef DOSSIER_RUN_TELL_H
#define DOSSIER_RUN_TELL_H

#include "base/job.h"
#include "dossier.h"
#include "model/model.h"
#include "read/edition.h"

/* Hands every diagnostic, sorted, to request->on_diagnostic; of a narrower edition (or NULL) without the lines
 * that hold what it leaves out. */
void tell_diagnostics(Job *job, const DossierRequest *request, const Edition *edition);
/* Tells E0807 without needing memory; nothing else is told then. */
void tell_no_memory(const DossierRequest *request);
/* What the diagnostics make of the run: our faults before files named by the caller and limits before document
 * errors. */
DossierStatus tell_status(const Job *job, const DossierRequest *request);

/* The items of a pack, each to request->on_item. */
void tell_items(Job *job, const Model *model, const DossierRequest *request);

#endif
