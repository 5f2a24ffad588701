/* A request in; each stage's work, in order, out. */
#include "run/run.h"

#include "check/check.h"
#include "model/pack.h"
#include "run/fit.h"
#include "run/form.h"
#include "run/leak.h"
#include "run/pack.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static Str text_of(const char *terminated) { return terminated ? str_from(terminated) : (Str){0}; }

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

/* ---- beginning and end ---- */

static Str real_path(Arena *arena, const char *path) {
    char *real = realpath(path, NULL);
    Str copy = real ? str_copy(arena, str_from(real)) : (Str){0};
    free(real);
    return copy;
}

static Str folder_of(Str path) {
    size_t end = path.len;
    while (end > 1 && path.at[end - 1] != '/') end--;
    return str_slice(path, 0, end > 1 ? end - 1 : end);
}

static bool lies_in(Str path, Str folder) {
    if (!folder.len || !str_starts(path, folder)) return false;
    return path.len == folder.len || folder.at[folder.len - 1] == '/' || path.at[folder.len] == '/';
}

/* The current directory when the input lies in it, else the input's folder. */
static Str usual_root(Arena *arena, const DossierRequest *request) {
    Str here = real_path(arena, ".");
    const char *name = request->input_path ? request->input_path : request->input_name;
    Str input = name ? real_path(arena, name) : (Str){0};
    return !input.len || lies_in(input, here) ? here : folder_of(input);
}

bool run_begin(Run *run, const DossierRequest *request, DossierResult *result, FontSet *fonts) {
    *run = (Run){.request = request, .result = result, .fonts = fonts};
    run->output.file = -1;
    Job *job = &run->job;
    job->arena = arena_new(0);
    job->scratch = arena_new(0);
    return job->arena && job->scratch;
}

/* A root that cannot be looked up must not become no root. */
static bool find_root(Run *run) {
    Job *job = &run->job;
    const char *asked = run->request->root;
    job->root = asked ? real_path(job->arena, asked) : usual_root(job->arena, run->request);
    if (!asked || job->root.len) return true;
    diag_add(job->diags, E_CANNOT_READ, (Span){0}, STR("--root names a folder that is there"),
             "cannot find the root folder \"%s\"", asked);
    return false;
}

/* `all` is every code that is no error; that no error is lowered has been looked at. */
static void set_levels(Run *run) {
    Diags *diags = run->job.diags;
    for (size_t i = 0; i < run->request->level_count; i++) {
        const DossierLevel *level = &run->request->levels[i];
        Severity severity = (Severity)(level->severity - DOSSIER_OFF);
        Code one = diag_find_code(text_of(level->code));
        for (int code = 1; code < CODE_COUNT; code++) {
            bool is_error = diag_code((Code)code)->severity == SEVERITY_ERROR;
            if (one ? code == (int)one : !is_error) diags->severity[code] = severity;
        }
    }
}

static bool prepare(Run *run) {
    Job *job = &run->job;
    run->sources.arena = job->arena;
    job->sources = &run->sources;
    job->diags = diag_new(job->arena);
    set_levels(run);
    job->limits = LIMITS_DEFAULT;
    if (run->request->image_pixels) job->limits.image_pixels = run->request->image_pixels;
    job->cancel = run->request->cancel;
    run->dump = buf_new(job->arena);
    run->clock = now();
    return find_root(run);
}

void run_drop(Run *run) {
    run_drop_pack(run);
    pdf_file_drop(run->pdf);
    output_abandon(&run->output);
    shaper_drop(run->shaper);
    if (run->job.arena) run->result->memory = arena_used(run->job.arena);
    arena_drop(run->job.scratch);
    arena_drop(run->job.arena);
}

bool run_is_cancelled(const Run *run) { return job_is_cancelled(&run->job); }

bool run_ends_after(Run *run, DossierStage stage) {
    uint64_t time = now();
    run->result->nanoseconds[stage] += time - run->clock;
    run->clock = time;
    if (run->request->on_progress)
        run->request->on_progress(run->request->user, stage, DOSSIER_STAGE_FILE);
    if (run_is_cancelled(run)) return true;
    return run->request->stop_after == stage || run->request->dump == stage;
}

/* ---- stages ---- */

static bool wants(const Run *run, DossierStage stage) { return run->request->dump == stage; }

void run_dump_galley(Run *run, const Galley *galley) {
    if (wants(run, DOSSIER_STAGE_GALLEY)) galley_dump(galley, run->job.sources, &run->dump);
}

bool run_read(Run *run) {
    if (!prepare(run)) return false;
    Job *job = &run->job;
    const DossierRequest *request = run->request;
    if (request->input_bytes) {
        Str name = request->input_name ? str_from(request->input_name) : STR("<input>");
        Str bytes = {.at = request->input_bytes, .len = request->input_size};
        run->source = source_add(job->sources, name, bytes);
    } else if (!node_read_file(job, text_of(request->input_path), (Span){0}, &run->source)) {
        return false;
    }
    if (!wants(run, DOSSIER_STAGE_NODE)) return true;
    if (request->audience) {
        diag_add(job->diags, E_UNKNOWN_AUDIENCE, (Span){0},
                 STR("dump a later stage, or leave --audience out"),
                 "the nodes of a file are of no edition");
        return false;
    }
    const Node *root = node_parse(job, run->source);
    if (root) node_dump(root, job->sources, &run->dump);
    return root != NULL;
}

void run_list_audiences(Run *run, void (*on_audience)(void *user, const char *name)) {
    Job *job = &run->job;
    const Node *root = node_parse(job, run->source);
    const Node *given = root && root->kind == NODE_MAPPING ? node_find(root, "audiences") : NULL;
    if (given && given->kind == NODE_SCALAR)
        on_audience(run->request->user, str_copy(job->arena, given->text).at);
    for (size_t i = 0; given && given->kind == NODE_SEQUENCE && i < given->count; i++) {
        const Node *name = given->items[i];
        if (name->kind == NODE_SCALAR)
            on_audience(run->request->user, str_copy(job->arena, name->text).at);
    }
}

bool run_model(Run *run) {
    ModelOptions options = {.lang = text_of(run->request->lang),
                            .audience = text_of(run->request->audience)};
    run->model = model_read_source(&run->job, run->source, block_kinds, options);
    if (run->model && wants(run, DOSSIER_STAGE_MODEL)) model_dump(run->model, &run->dump);
    return run->model != NULL;
}

/* The command line's layout wins over the document's. */
static LayoutOptions layout_options(const Run *run) {
    LayoutOptions options = {.name = text_of(run->request->layout)};
    if (!run->model) return options;
    const Pack *pack = run->model->pack;
    const Scalar *own = pack ? &pack->layout : &run->model->article->layout;
    if (pack) options.fallback = STR("briefing");
    if (options.name.len || !own->given) return options;
    options.name = own->text;
    options.from = own->span;
    return options;
}

bool run_style(Run *run) {
    const DossierRequest *request = run->request;
    LayoutOptions options = layout_options(run);
    Str *set = ARENA_ARRAY(run->job.arena, Str, request->set_count + 1);
    for (size_t i = 0; i < request->set_count; i++) set[i] = str_from(request->set[i]);
    options.set = set;
    options.set_count = request->set_count;
    run->layout = layout_load(&run->job, options);
    if (run->layout && wants(run, DOSSIER_STAGE_STYLE)) layout_dump(run->layout, &run->dump);
    if (run->layout && run->model && run->model->pack && !forms_load(run)) return false;
    return run->layout != NULL;
}

/* The parts of a pack are set and paged one by one (run/pack.c), so a transcript needs both. */
static bool set_pack(Run *run) {
    bool is_watched = wants(run, DOSSIER_STAGE_RUNS) || wants(run, DOSSIER_STAGE_LINES) ||
                      wants(run, DOSSIER_STAGE_GALLEY);
    return !is_watched || run_page_pack(run);
}

static Galley *set_article(Setter *setter, const void *what, Tag *parent) {
    (void)what, (void)parent;
    return block_set_article(setter);
}

bool run_set(Run *run) {
    run->shaper = shaper_new(&run->job, run->fonts);
    run->tags = tag_tree_new(run->job.arena);
    run->setter = (Setter){.job = &run->job,
                           .model = run->model,
                           .layout = run->layout,
                           .shaper = run->shaper,
                           .tags = run->tags,
                           .on_runs = wants(run, DOSSIER_STAGE_RUNS) ? &run->dump : NULL,
                           .on_lines = wants(run, DOSSIER_STAGE_LINES) ? &run->dump : NULL};
    if (run->model->pack) return set_pack(run);
    FitPart part = {.set = set_article, .span = run->model->article->title.span};
    run->galley = fit_set(&run->setter, &part);
    run_dump_galley(run, run->galley);
    if (!wants(run, DOSSIER_STAGE_GALLEY)) return true;
    buf_add(&run->dump, STR("\n"));
    tag_tree_dump(run->tags, &run->dump);
    return true;
}

static bool page_article(Run *run) {
    Arena *arena = run->job.arena;
    const Article *article = run->model->article;
    RunningFields fields = {.title = rich_plain(arena, &article->title),
                            .short_title = rich_plain(arena, &article->short_title),
                            .kicker = rich_plain(arena, &article->kicker),
                            .place = rich_plain(arena, &article->place),
                            .marking = article->marking.text};
    if (article->date.year)
        fields.date = model_format_date(arena, &article->date, run->model->lang);
    return page_break_article(&run->setter, run->galley, &fields, &run->pages);
}

bool run_pages(Run *run) {
    bool is_good = run->model->pack ? run_page_pack(run) : page_article(run);
    run->result->pages = run->pages.pages.len;
    if (is_good && wants(run, DOSSIER_STAGE_PAGES)) pages_dump(&run->pages, &run->dump);
    return is_good;
}

void run_check(Run *run) {
    bool is_wanted = run->request->checks && run->model && !run->request->dump;
    if (is_wanted && !run_is_cancelled(run)) check_run(&run->job, run->model, run->layout);
}

/* ---- output ---- */

static bool open_output(Run *run) {
    const DossierRequest *request = run->request;
    if (!request->write) return output_open(&run->output, &run->job, text_of(request->output_path));
    output_open_function(&run->output, &run->job, request->write, request->user);
    return true;
}

static bool close_output(Run *run, bool is_written) {
    if (!is_written && !run->output.has_failed) {
        output_abandon(&run->output);
        return false;
    }
    bool is_good = output_close(&run->output);
    if (is_good) run->result->bytes = run->output.bytes;
    return is_good;
}

static PdfInfo info_of(Run *run) {
    static const PdfClaim claims[] = {[DOSSIER_PDFA_2A] = PDF_A_2A,
                                      [DOSSIER_PDFA_2B] = PDF_A_2B,
                                      [DOSSIER_PDFA_2U] = PDF_A_2U,
                                      [DOSSIER_PDFA_NONE] = PDF_A_NONE};
    Arena *arena = run->job.arena;
    const Pack *pack = run->model->pack;
    const Article *article = run->model->article;
    const Scalars none = {0}, *names = article ? &article->authors : &none;
    Str *authors = ARENA_ARRAY(arena, Str, names->len + 1);
    for (size_t i = 0; i < names->len; i++)
        authors[i] = model_name(run->model, &names->at[i], run->model->lang);
    return (PdfInfo){.title = rich_plain(arena, pack ? &pack->title : &article->title),
                     .lang = run->model->lang,
                     .subject = rich_plain(arena, pack ? &pack->subtitle : &article->standfirst),
                     .creator_tool = STR("dossier " DOSSIER_VERSION),
                     .authors = authors,
                     .author_count = names->len,
                     .time = run->request->has_time ? run->request->time : -1,
                     .claim = claims[run->request->pdfa],
                     .compression = 6};
}

static bool wants_file(const Run *run) { return run->request->write || run->request->output_path; }

/* What was written through a function or into a pipe cannot be taken back, and what may say too much must not be
 * there at all: it waits in memory until all is well. */
static bool hold(void *to, const void *bytes, size_t size) {
    Run *run = to;
    *list_add(run->job.arena, &run->held) = str_copy(run->job.arena, (Str){bytes, size});
    return true;
}

/* With a transcript where an edition leaves something out. */
static PdfInfo *new_info(Run *run) {
    Arena *arena = run->job.arena;
    PdfInfo *info = ARENA_NEW(arena, PdfInfo);
    *info = info_of(run);
    if (!run->is_transcribed && !leak_is_possible(run->model)) return info;
    info->transcript = run->transcript = ARENA_NEW(arena, PdfTranscript);
    *run->transcript = (PdfTranscript){.arena = arena, .reading = buf_new(arena)};
    return info;
}

/* Straight to the output where that can be taken back. */
static bool open_sink(Run *run, PdfSink *sink) {
    *sink = (PdfSink){.write = hold, .to = run};
    if (run->transcript) return true;
    if (!open_output(run)) return false;
    if (run->output.staging) *sink = (PdfSink){.write = output_write, .to = &run->output};
    return true;
}

bool run_open_file(Run *run, const PageTargets *targets) {
    DossierStage last = run->request->stop_after;
    bool is_early = last && last < DOSSIER_STAGE_FILE;
    bool is_wanted = wants_file(run) || run->is_transcribed || leak_is_possible(run->model);
    if (is_early || !is_wanted) return true;
    PdfInfo *info = new_info(run);
    PdfSink sink;
    if (!open_sink(run, &sink)) return false;
    run->pdf = pdf_file_open(&run->job, info, targets, sink);
    return run->pdf != NULL;
}

static bool write_held(Run *run) {
    for (size_t i = 0; i < run->held.len; i++)
        if (!output_write(&run->output, run->held.at[i].at, run->held.at[i].len)) return false;
    return true;
}

/* The file is whole; does it say anything that its edition leaves out? */
static bool finish_tested(Run *run, bool is_written) {
    if (!is_written || !leak_test(&run->job, run->model, run->layout, run->transcript))
        return false;
    if (!wants_file(run)) return true;
    return open_output(run) && close_output(run, write_held(run));
}

static bool write_article(Run *run) {
    PdfInfo *info = new_info(run);
    PdfSink sink = {.write = hold, .to = run};
    if (!run->transcript && !open_output(run)) return false;
    if (!run->transcript) sink = (PdfSink){.write = output_write, .to = &run->output};
    bool is_written = pdf_write(&run->job, &run->pages, run->tags, info, sink);
    return run->transcript ? finish_tested(run, is_written) : close_output(run, is_written);
}

bool run_write(Run *run) {
    if (!wants_file(run) && !leak_is_possible(run->model)) return true;
    if (!run->pack) return write_article(run);
    bool is_written = run_finish_pack(run);
    return run->transcript ? finish_tested(run, is_written)
                           : close_output(run, is_written && write_held(run));
}

bool run_write_dump(Run *run) {
    if (!wants_file(run) || !open_output(run)) return false;
    return close_output(run, output_write(&run->output, run->dump.at, run->dump.len));
}
