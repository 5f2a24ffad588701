/* Each input through the library, its messages out, the highest status back. */
#include "cli/run.h"

#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/status.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Run {
    const Arguments *arguments;
    bool has_color;
    bool has_time;
    long long time;
    Status status;
    const char *audience; /* of the edition being made */
} Run;

typedef struct Pair {
    const char *input, *output; /* the output may hold {audience} */
} Pair;

/* Owned. */
typedef struct Names {
    char **at;
    size_t len;
    bool has_failed;
} Names;

static void on_diagnostic(void *user, const DossierDiagnostic *diagnostic) {
    const Run *run = user;
    if (run->arguments->quiet && diagnostic->severity != DOSSIER_ERROR && !run->arguments->strict)
        return;
    if (run->arguments->format == FORMAT_JSON)
        report_json(diagnostic, stderr);
    else
        report_human(diagnostic, run->has_color, stderr);
}

static void on_item(void *user, const DossierItem *item) {
    Run *run = user;
    status_print(&run->status, item, stdout);
}

static bool write_standard(void *user, const void *bytes, size_t size) {
    (void)user;
    for (size_t done = 0; done < size;) {
        ssize_t count = write(STDOUT_FILENO, (const char *)bytes + done, size - done);
        if (count < 0 && (errno != EINTR || *interrupt_flag())) return false;
        if (count > 0) done += (size_t)count;
    }
    return true;
}

static bool wants_color(const Arguments *arguments) {
    if (arguments->color != COLOR_AUTO) return arguments->color == COLOR_ALWAYS;
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (no_color && *no_color) return false;
    return isatty(STDERR_FILENO) && (!terminal || strcmp(terminal, "dumb") != 0);
}

/* SOURCE_DATE_EPOCH (reproducible-builds.org): the only time a PDF may bear. */
static bool read_epoch(Run *run) {
    const char *text = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    if (!text || !*text) return true;
    errno = 0;
    run->time = strtoll(text, &end, 10);
    run->has_time = !*end && !errno && run->time >= 0 && run->time < 253402300800; /* year 10000 */
    if (!run->has_time) fputs("dossier: SOURCE_DATE_EPOCH is not a number of seconds\n", stderr);
    return run->has_time;
}

static DossierRequest request_of(Run *run, const char *input, const char *output) {
    const Arguments *arguments = run->arguments;
    DossierRequest request = {
        .input_path = input,
        .layout = arguments->layout,
        .set = arguments->set.at,
        .set_count = arguments->set.len,
        .lang = arguments->lang,
        .audience = run->audience,
        .root = arguments->root,
        .pdfa = (DossierPdfa)arguments->pdfa,
        .image_pixels = arguments->limit_pixels,
        .jobs = (unsigned)arguments->jobs,
        .strict = arguments->strict,
        .checks = arguments->checks || arguments->command == COMMAND_CHECK,
        .levels = arguments->level_list,
        .level_count = arguments->levels.len,
        .has_time = run->has_time,
        .time = run->time,
        .dump = (DossierStage)arguments->dump,
        .on_diagnostic = on_diagnostic,
        .cancel = interrupt_flag(),
        .user = run,
    };
    if (arguments->command == COMMAND_STATUS) {
        request.on_item = on_item;
        request.stop_after = DOSSIER_STAGE_PAGES;
    } else if (arguments->command == COMMAND_CHECK)
        request.stop_after = arguments->no_layout ? DOSSIER_STAGE_MODEL : DOSSIER_STAGE_PAGES;
    else if (!strcmp(output, "-"))
        request.write = write_standard;
    else
        request.output_path = output;
    return request;
}

static void print_count(const char *before, size_t count, const char *what) {
    if (count) fprintf(stderr, "%s%zu %s%s", before, count, what, count == 1 ? "" : "s");
}

/* "forum.pdf: 2 pages, 30 KB, 1 warning" or "forum.yaml: nothing written, 1 error, 2 warnings" */
static void print_outcome(const Run *run, const DossierRequest *request, DossierStatus status,
                          const DossierResult *result) {
    bool is_good = status == DOSSIER_DONE, is_written = is_good && request->output_path;
    fprintf(stderr, "%s: ", is_written ? request->output_path : request->input_path);
    if (status == DOSSIER_CANCELLED) fputs("interrupted, ", stderr);
    if (run->arguments->command == COMMAND_RENDER && !is_good)
        fputs("nothing written", stderr);
    else if (!is_written)
        fputs(result->errors || result->warnings ? "checked" : "no mistakes", stderr);
    if (is_good) print_count(is_written ? "" : ", ", result->pages, "page");
    if (is_written)
        fprintf(stderr, ", %llu KB", (unsigned long long)((result->bytes + 1023) / 1024));
    print_count(", ", result->errors, "error");
    print_count(", ", result->warnings, "warning");
    if (!is_good && !result->errors && result->warnings) fputs(" (--strict)", stderr);
    if (run->arguments->verbose)
        fprintf(stderr, ", %llu KB of memory",
                (unsigned long long)((result->memory + 1023) / 1024));
    putc('\n', stderr);
}

static void print_timings(const DossierResult *result) {
    uint64_t total = 0;
    for (int stage = DOSSIER_STAGE_NODE; stage < DOSSIER_STAGE_COUNT; stage++) {
        uint64_t spent = result->nanoseconds[stage];
        if (!spent) continue;
        total += spent;
        fprintf(stderr, "%8s %9.3f ms\n", dossier_stage_name((DossierStage)stage),
                (double)spent / 1e6);
    }
    fprintf(stderr, "%8s %9.3f ms\n", "all", (double)total / 1e6);
}

static int run_edition(Run *run, DossierEngine *engine, const char *input, const char *output) {
    const Arguments *arguments = run->arguments;
    DossierRequest request = request_of(run, input, output);
    DossierResult result = {0};
    DossierStatus status = dossier_render(engine, &request, &result);
    bool is_told = status != DOSSIER_DONE || (!request.write && !arguments->dump);
    if (!arguments->quiet && arguments->format == FORMAT_HUMAN && is_told)
        print_outcome(run, &request, status, &result);
    if (arguments->timings) print_timings(&result);
    return status == DOSSIER_CANCELLED ? 128 + *interrupt_flag() : (int)status;
}

/* One document for one audience, or for everybody. */
static int run_for(Run *run, DossierEngine *engine, const Pair *pair, const char *audience) {
    char *output = output_for(pair->output, audience);
    if (!output) return DOSSIER_FAULT;
    run->audience = audience;
    int status = run_edition(run, engine, pair->input, output);
    free(output);
    return status;
}

static void keep_name(void *user, const char *name) {
    Names *names = user;
    char **at = realloc(names->at, (names->len + 1) * sizeof *at);
    if (at) names->at = at;
    char *kept = at ? strdup(name) : NULL;
    if (kept) names->at[names->len++] = kept;
    names->has_failed |= !kept;
}

/* Without names there is one run all the same: it tells what is wrong. */
static int run_each(Run *run, DossierEngine *engine, const Pair *pair) {
    Names names = {0};
    DossierRequest request = {
        .input_path = pair->input, .root = run->arguments->root, .user = &names};
    int worst = dossier_audiences(&request, keep_name);
    if (names.has_failed) worst = DOSSIER_FAULT;
    if (worst == DOSSIER_DONE && !names.len) worst = run_for(run, engine, pair, "each");
    for (size_t i = 0; i < names.len && worst != DOSSIER_FAULT && !*interrupt_flag(); i++) {
        int status = run_for(run, engine, pair, names.at[i]);
        if (status > worst) worst = status;
    }
    for (size_t i = 0; i < names.len; i++) free(names.at[i]);
    free(names.at);
    return worst;
}

static int run_one(Run *run, DossierEngine *engine, const Pair *pair) {
    const char *audience = run->arguments->audience;
    bool is_each = audience && !strcmp(audience, "each");
    return is_each ? run_each(run, engine, pair) : run_for(run, engine, pair, audience);
}

/* A PDF on a terminal helps nobody. */
static bool is_for_terminal(const Arguments *arguments, const Outputs *outputs) {
    if (arguments->dump || !isatty(STDOUT_FILENO)) return false;
    for (size_t i = 0; i < outputs->len; i++) {
        if (!strcmp(outputs->at[i], "-")) return true;
    }
    return false;
}

int run_documents(const Arguments *arguments) {
    Run run = {.arguments = arguments, .has_color = wants_color(arguments)};
    Outputs outputs = {0};
    if (!read_epoch(&run)) return DOSSIER_USAGE;
    if (!status_begin(&run.status, arguments, run.has_time ? &run.time : NULL))
        return DOSSIER_USAGE;
    int worst = outputs_choose(arguments, &outputs, stderr);
    if (worst == DOSSIER_DONE && is_for_terminal(arguments, &outputs)) {
        fputs("dossier: a PDF is not for the terminal; say -o FILE or send it on with |\n", stderr);
        worst = DOSSIER_USAGE;
    }
    DossierEngine *engine = worst == DOSSIER_DONE ? dossier_engine_new() : NULL;
    if (worst == DOSSIER_DONE && !engine) {
        fputs("dossier: no memory\n", stderr);
        worst = DOSSIER_FAULT;
    }
    interrupt_watch();
    for (size_t i = 0; engine && i < arguments->inputs.len && !*interrupt_flag(); i++) {
        Pair pair = {arguments->inputs.at[i], outputs.len ? outputs.at[i] : ""};
        int status = run_one(&run, engine, &pair);
        if (status > worst) worst = status;
    }
    if (*interrupt_flag() && worst < 128) worst = 128 + *interrupt_flag();
    dossier_engine_drop(engine);
    outputs_drop(&outputs);
    return worst;
}
