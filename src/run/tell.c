/* Diagnostics in, the caller's form and a status out. */
#include "run/tell.h"

static const DossierSeverity severities[] = {DOSSIER_NOTE, DOSSIER_NOTE, DOSSIER_WARNING,
                                             DOSSIER_ERROR};

static const char *terminated(Job *job, Str text) { return str_copy(job->arena, text).at; }

/* Told before anybody knew what an edition leaves out. */
static bool is_of_parser(Code code) {
    static const Code codes[] = {E_SYNTAX,    E_DUPLICATE_KEY, E_TAG,
                                 E_MERGE_KEY, E_ALIAS,         E_PLAIN_START,
                                 E_ENCODING,  E_NESTING,       E_CONTROL_CHARACTER};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (codes[i] == code) return true;
    return false;
}

/* No line that holds what an edition leaves out is quoted. */
static void hush(const Job *job, const Diag *diag, const Edition *edition,
                 DossierDiagnostic *told) {
    bool is_early = is_of_parser(diag->code);
    if (is_early || edition_hides_line(edition, job->sources, diag->span)) told->source_line = "";
    if (!is_early) return;
    told->message = diag_code(diag->code)->summary;
    told->hint = "the line may not be of this edition; `dossier check` without --audience shows it";
}

static void tell(Job *job, const DossierRequest *request, const Diag *diag,
                 const Edition *edition) {
    Place place = source_place(job->sources, diag->span);
    DossierDiagnostic told = {.severity = severities[diag->severity],
                              .code = diag_code(diag->code)->number,
                              .file = terminated(job, place.path),
                              .line = place.line,
                              .column = place.column,
                              .length = place.length,
                              .message = terminated(job, diag->message),
                              .hint = terminated(job, diag->hint),
                              .source_line = terminated(job, place.line_text)};
    if (request->audience) hush(job, diag, edition, &told);
    request->on_diagnostic(request->user, &told);
}

void tell_no_memory(const DossierRequest *request) {
    const DossierDiagnostic told = {.severity = DOSSIER_ERROR,
                                    .code = diag_code(E_NO_MEMORY)->number,
                                    .file = "",
                                    .message = "no memory left for this document",
                                    .hint = "split it, or give the program more (ulimit -v)",
                                    .source_line = ""};
    if (request->on_diagnostic) request->on_diagnostic(request->user, &told);
}

void tell_diagnostics(Job *job, const DossierRequest *request, const Edition *edition) {
    diag_sort(job->diags);
    if (!request->on_diagnostic) return;
    for (size_t i = 0; i < job->diags->list.len; i++)
        tell(job, request, &job->diags->list.at[i], edition);
}

static bool is_fault(const Diag *diag) {
    return diag->code == E_BACKEND || diag->code == E_NO_UNICODE_MODULE ||
           diag->code == E_NO_MEMORY;
}

static bool concerns_files(const Diag *diag) {
    if (diag->severity != SEVERITY_ERROR) return false;
    if (diag->code == E_CANNOT_WRITE || diag->code == E_LIMIT || diag->code == E_FILE_TOO_LARGE)
        return true;
    return diag->code == E_CANNOT_READ && !diag->span.source;
}

DossierStatus tell_status(const Job *job, const DossierRequest *request) {
    DossierStatus status = DOSSIER_DONE;
    for (size_t i = 0; i < job->diags->list.len; i++) {
        if (is_fault(&job->diags->list.at[i])) return DOSSIER_FAULT;
        if (concerns_files(&job->diags->list.at[i])) status = DOSSIER_FILES;
    }
    if (status != DOSSIER_DONE) return status;
    if (job->diags->errors) return DOSSIER_DOCUMENT;
    return request->strict && job->diags->warnings ? DOSSIER_DOCUMENT : DOSSIER_DONE;
}
