/* The public interface: a request in, a status out; the order of the stages. */
#include "dossier.h"

#include "run/run.h"
#include "run/tell.h"

#include <stdlib.h>

struct DossierEngine {
    FontSet *fonts;
};

DossierEngine *dossier_engine_new(void) {
    DossierEngine *engine = calloc(1, sizeof *engine);
    if (engine) engine->fonts = font_set_new();
    if (engine && engine->fonts) return engine;
    free(engine);
    return NULL;
}

void dossier_engine_drop(DossierEngine *engine) {
    if (!engine) return;
    font_set_drop(engine->fonts);
    free(engine);
}

/* The stages before the file, in order. An error stops the run between stages, so that all errors of one kind
 * are told together; a layout is read even when the article has errors, for its own. True when there are pages
 * to write. */
static bool make_pages(Run *run) {
    if (!run_read(run) || run_ends_after(run, DOSSIER_STAGE_NODE)) return false;
    const Diags *diags = run->job.diags;
    bool is_read = run_model(run);
    if (run_ends_after(run, DOSSIER_STAGE_MODEL)) return false;
    bool is_styled = run_style(run);
    if (run_ends_after(run, DOSSIER_STAGE_STYLE)) return false;
    if (!is_read || !is_styled || diags->errors) return false;
    if (!run_set(run)) return false;
    if (run_ends_after(run, DOSSIER_STAGE_RUNS) || run_ends_after(run, DOSSIER_STAGE_LINES) ||
        run_ends_after(run, DOSSIER_STAGE_GALLEY) || diags->errors)
        return false;
    return run_pages(run) && !run_ends_after(run, DOSSIER_STAGE_PAGES);
}

/* The editor's checks come whatever happened before them: all there is to say is said in one run. */
static void compose(Run *run) {
    bool is_made = make_pages(run);
    run_check(run);
    const Diags *diags = run->job.diags;
    if (!is_made || diags->errors || (run->request->strict && diags->warnings)) return;
    run_write(run);
    run_ends_after(run, DOSSIER_STAGE_FILE);
}

static DossierStatus finish(Run *run) {
    if (run->request->dump && run->dump.len && !run_is_cancelled(run)) run_write_dump(run);
    if (run_is_cancelled(run)) return DOSSIER_CANCELLED;
    tell_diagnostics(&run->job, run->request, run->model ? run->model->edition : NULL);
    if (run->model) tell_items(&run->job, run->model, run->request);
    run->result->errors = run->job.diags->errors;
    run->result->warnings = run->job.diags->warnings;
    return tell_status(&run->job, run->request);
}

static DossierStatus no_memory_for(Run *run) {
    run->result->errors = 1;
    tell_no_memory(run->request);
    return DOSSIER_FAULT;
}

/* Memory may end anywhere below: the arenas jump back here. */
static DossierStatus guarded(Run *run) {
    jmp_buf no_memory;
    if (setjmp(no_memory)) return no_memory_for(run);
    arena_catch(run->job.arena, &no_memory);
    arena_catch(run->job.scratch, &no_memory);
    compose(run);
    return finish(run);
}

/* Errors are errors: what was not understood cannot be printed as meant. */
static bool is_level(const DossierLevel *level) {
    if (!level->code || level->severity < DOSSIER_OFF || level->severity > DOSSIER_ERROR)
        return false;
    if (str_is(str_from(level->code), "all")) return true;
    Code code = diag_find_code(str_from(level->code));
    bool is_error = code && diag_code(code)->severity == SEVERITY_ERROR;
    return code && (!is_error || level->severity == DOSSIER_ERROR);
}

DossierStatus dossier_render(DossierEngine *engine, const DossierRequest *request,
                             DossierResult *result) {
    DossierResult unwanted;
    Run run;
    bool has_input = request->input_path || request->input_bytes;
    for (size_t i = 0; i < request->level_count; i++) {
        if (!is_level(&request->levels[i])) return DOSSIER_USAGE;
    }
    if (!has_input || request->pdfa > DOSSIER_PDFA_NONE || request->dump >= DOSSIER_STAGE_FILE)
        return DOSSIER_USAGE;
    if (!result) result = &unwanted;
    *result = (DossierResult){0};
    DossierStatus status =
        run_begin(&run, request, result, engine->fonts) ? guarded(&run) : no_memory_for(&run);
    run_drop(&run);
    return status;
}

static DossierStatus list_guarded(Run *run, void (*on_audience)(void *user, const char *name)) {
    jmp_buf no_memory;
    if (setjmp(no_memory)) return DOSSIER_FAULT;
    arena_catch(run->job.arena, &no_memory);
    arena_catch(run->job.scratch, &no_memory);
    if (run_read(run)) run_list_audiences(run, on_audience);
    return DOSSIER_DONE;
}

DossierStatus dossier_audiences(const DossierRequest *request,
                                void (*on_audience)(void *user, const char *name)) {
    DossierRequest alone = *request;
    DossierResult unwanted = {0};
    Run run;
    if (!request->input_path && !request->input_bytes) return DOSSIER_USAGE;
    alone.dump = DOSSIER_STAGE_NONE;
    bool has_memory = run_begin(&run, &alone, &unwanted, NULL);
    DossierStatus status = has_memory ? list_guarded(&run, on_audience) : DOSSIER_FAULT;
    run_drop(&run);
    return status;
}

const char *dossier_stage_name(DossierStage stage) {
    static const char *const names[DOSSIER_STAGE_COUNT] = {
        "", "node", "model", "style", "runs", "lines", "galley", "pages", "file"};
    return stage < DOSSIER_STAGE_COUNT ? names[stage] : "";
}

bool dossier_code(size_t index, DossierCode *code) {
    if (index + 1 >= CODE_COUNT) return false;
    const CodeInfo *info = diag_code((Code)(index + 1));
    *code = (DossierCode){.number = info->number,
                          .name = info->name,
                          .summary = info->summary,
                          .severity = (DossierSeverity)((int)info->severity + DOSSIER_OFF)};
    return true;
}

const char *dossier_version(void) { return DOSSIER_VERSION; }

bool dossier_library(size_t index, DossierLibrary *library) {
    const DossierLibrary libraries[] = {
        {"libharu", pdf_library_version()},   {"libyaml", node_library_version()},
        {"HarfBuzz", font_library_version()}, {"libdeflate", pdf_compressor_version()},
        {"libpng", image_png_version()},      {"libjpeg-turbo", image_jpeg_version()}};
    if (index >= sizeof libraries / sizeof *libraries) return false;
    *library = libraries[index];
    return true;
}
