/* One run: a request taken through the stages. What each stage leaves stands here, in the order of the stages. */
#ifndef DOSSIER_RUN_RUN_H
#define DOSSIER_RUN_RUN_H

#include "block/set.h"
#include "dossier.h"
#include "page/page.h"
#include "pdf/pdf.h"
#include "run/output.h"

typedef struct Run {
    const DossierRequest *request;
    DossierResult *result;
    FontSet *fonts; /* the engine's */
    Job job;
    Sources sources;
    Buf dump;       /* transcript of the stage that was asked for */
    uint64_t clock; /* when the stage began */

    bool is_transcribed; /* what the file says is wanted, also where nothing is left out of it */
    uint32_t source;
    Model *model;
    const Layout *layout;
    const Layout *forms[4]; /* of items, by ItemForm; NULL: not asked for (form.h) */
    Shaper *shaper;
    TagTree *tags;
    Setter setter;
    Galley *galley;
    Pages pages;
    struct PackRun *pack;             /* parts on their way */
    PdfFile *pdf;                     /* of a pack, written on the way */
    LIST(Str) held;                   /* bytes for an output that cannot be taken back */
    struct PdfTranscript *transcript; /* what the file says, when that is to be tested */
    Output output;
} Run;

/* Arenas, diagnostics, limits, root folder; false when there is no memory. */
bool run_begin(Run *run, const DossierRequest *request, DossierResult *result, FontSet *fonts);
void run_drop(Run *run);

/* After run_read(): the names under `audiences`. */
void run_list_audiences(Run *run, void (*on_audience)(void *user, const char *name));

/* The stages. Each reports, and is false when the next cannot go on. */
bool run_read(Run *run);
bool run_model(Run *run);
bool run_style(Run *run);
bool run_set(Run *run);
bool run_pages(Run *run);
/* The editor's checks, when asked for; as far as there is a model and a layout. */
void run_check(Run *run);
bool run_write(Run *run);
/* Begins a file that is written in parts, when one is wanted; run_write() ends it. */
bool run_open_file(Run *run, const PageTargets *targets);
/* Adds a galley to the transcript when that was asked for. */
void run_dump_galley(Run *run, const Galley *galley);
/* Writes the transcript instead of a PDF. */
bool run_write_dump(Run *run);

/* Time since the stage before ended is this stage's. True when the run ends here: as asked, or cancelled. */
bool run_ends_after(Run *run, DossierStage stage);
bool run_is_cancelled(const Run *run);

#endif
