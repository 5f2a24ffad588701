/* dossier as a library: a YAML article in, a tagged, archivable PDF out.
 *
 * An engine holds what documents share (opened fonts). It is for one thread at a time; engines know nothing
 * of each other, so a program may have one a thread. One call of dossier_render() turns one document into
 * one file, from the first byte read to the last byte written:
 *
 *     DossierEngine *engine = dossier_engine_new();
 *     DossierRequest request = {.input_path = "forum.yaml", .output_path = "forum.pdf"};
 *     DossierStatus status = dossier_render(engine, &request, NULL);
 *     dossier_engine_drop(engine);
 *
 * A request that is zero but for its input and output asks for what the command line does without options.
 * A pack is composed by several threads (`jobs`), which all end before the call does. Nothing is printed: what there is to say goes to the callbacks, all from the calling thread. Strings are
 * UTF-8 and end in NUL; those handed to a callback live until it returns. The same request with the same
 * files gives the same bytes, always; neither clock nor locale is looked at. The environment is read only
 * for the folders of layouts (DOSSIER_PATH, XDG_DATA_HOME, HOME). */
#ifndef DOSSIER_H
#define DOSSIER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define DOSSIER_VERSION "0.1.0"

typedef struct DossierEngine DossierEngine;

/* How a render ended. The first five are the exit statuses of the command. */
typedef enum DossierStatus {
    DOSSIER_DONE = 0, /* written; there may be warnings */
    DOSSIER_DOCUMENT =
        1, /* the document has errors (or, when strict, warnings); nothing was written */
    DOSSIER_USAGE = 2,    /* the request makes no sense */
    DOSSIER_FILES = 3,    /* the input or output cannot be read or written, or a limit stopped us */
    DOSSIER_FAULT = 4,    /* a fault of ours, or no memory */
    DOSSIER_CANCELLED = 5 /* the cancel flag was set; nothing was written */
} DossierStatus;

/* What a PDF claims to be: it is decided before writing, and held. */
typedef enum DossierPdfa {
    DOSSIER_PDFA_2A, /* PDF/A-2a and PDF/UA-1 */
    DOSSIER_PDFA_2B,
    DOSSIER_PDFA_2U,
    DOSSIER_PDFA_NONE
} DossierPdfa;

/* The stages, in their order, by what they leave behind. */
typedef enum DossierStage {
    DOSSIER_STAGE_NONE, /* in a request: no dump, no early stop */
    DOSSIER_STAGE_NODE,
    DOSSIER_STAGE_MODEL,
    DOSSIER_STAGE_STYLE,
    DOSSIER_STAGE_RUNS,
    DOSSIER_STAGE_LINES,
    DOSSIER_STAGE_GALLEY,
    DOSSIER_STAGE_PAGES,
    DOSSIER_STAGE_FILE,
    DOSSIER_STAGE_COUNT
} DossierStage;

/* DOSSIER_OFF is only asked for: nothing is told with it. */
typedef enum DossierSeverity {
    DOSSIER_OFF = -1,
    DOSSIER_NOTE,
    DOSSIER_WARNING,
    DOSSIER_ERROR
} DossierSeverity;

/* Something the program may tell. */
typedef struct DossierCode {
    const char *number;       /* "W1007": stable for ever */
    const char *name;         /* "W_DOUBLE_SPACE" */
    const char *summary;      /* "two spaces running" */
    DossierSeverity severity; /* unless set otherwise */
} DossierCode;

/* The codes in their order; false past the last. */
bool dossier_code(size_t index, DossierCode *code);

/* How a code is told: for DossierRequest.levels. */
typedef struct DossierLevel {
    const char *code;         /* "W1007"; "all": every code that is no error */
    DossierSeverity severity; /* an error stays DOSSIER_ERROR */
} DossierLevel;

/* One thing to tell the author. Columns and lengths count characters, lines and columns from 1. */
typedef struct DossierDiagnostic {
    DossierSeverity severity;
    const char *code; /* "E0102": stable for ever */
    const char *file; /* as the author would write it; empty: no place */
    uint32_t line, column, length;
    const char *message;     /* one sentence in lower case */
    const char *hint;        /* what to do, may have several lines; empty: none */
    const char *source_line; /* the line of the file, without its end */
} DossierDiagnostic;

/* An item of a pack, as far as it is known: for DossierRequest.on_item. */
typedef struct DossierItem {
    unsigned number;
    const char *title;
    const char *owner;  /* by name; empty: none */
    const char *status; /* "to-follow"; empty: none given */
    const char *due;    /* 2018-12-06; empty: no day */
    bool is_awaited;    /* its status says that more is to come */
    size_t pages;       /* 0: it has none yet, or the document has errors */
    size_t words;
} DossierItem;

/* One document, one output. Everything is borrowed until dossier_render() returns. */
typedef struct DossierRequest {
    /* Input: a file ("-" is standard input), or bytes in memory and the name that messages give them;
     * paths inside the document are then relative to that name's folder. */
    const char *input_path;
    const void *input_bytes;
    size_t input_size;
    const char *input_name;

    /* Output: a file, written beside itself and renamed into place, so that whatever happens the old file
     * stays whole; or, when `write` is given, a function that takes the bytes in order and returns false
     * when it cannot. Neither: everything is made and checked, nothing is written. */
    const char *output_path;
    bool (*write)(void *user, const void *bytes, size_t size);

    const char *layout;     /* name or file; NULL: the document's, else "news" */
    const char *const *set; /* "page.size=letter": changes to the layout */
    size_t set_count;
    const char *lang;     /* BCP 47; NULL: the document's */
    const char *audience; /* whose edition of a pack; NULL: of a pack that declares no audiences */
    const char *root; /* folder that files named in the document must lie under; NULL: by itself the
                               current directory when the input lies in it, else the input's folder */
    size_t image_pixels; /* most of one picture; 0: 100 million */
    DossierPdfa pdfa;
    unsigned jobs;              /* threads that compose a pack; 0: as many as there are cores */
    bool strict;                /* a warning makes the status DOSSIER_DOCUMENT */
    bool checks;                /* the editor's checks too (docs/checks.md) */
    const DossierLevel *levels; /* in this order: later ones win */
    size_t level_count;
    bool has_time; /* dates the PDF with `time`, seconds since 1970; else it bears no date */
    int64_t time;

    DossierStage
        stop_after;    /* goes no further than this stage, writes nothing; NONE: all the way */
    DossierStage dump; /* writes what this stage leaves as stable text instead of a PDF */

    /* Called once the run is over, in the order of the sources; identical ones are merged. */
    void (*on_diagnostic)(void *user, const DossierDiagnostic *diagnostic);
    /* Called once the run is over, for each item of a pack in its order. */
    void (*on_item)(void *user, const DossierItem *item);
    /* Called now and then with how much is done of how much; total 0: not known yet. */
    void (*on_progress)(void *user, size_t done, size_t total);
    /* Looked at between stages and pages: set it from any thread or a signal handler to stop. */
    const volatile int *cancel;
    void *user; /* handed to every callback */
} DossierRequest;

/* What there is to know afterwards. */
typedef struct DossierResult {
    size_t errors, warnings, pages;
    uint64_t bytes;  /* written */
    uint64_t memory; /* most bytes held in arenas */
    uint64_t
        nanoseconds[DOSSIER_STAGE_COUNT]; /* spent in the stage that makes each; 0: did not run */
} DossierResult;

/* NULL when there is no memory. */
DossierEngine *dossier_engine_new(void);
/* NULL is allowed. */
void dossier_engine_drop(DossierEngine *engine);

/* `result` may be NULL. Every failure has been told to on_diagnostic. */
DossierStatus dossier_render(DossierEngine *engine, const DossierRequest *request,
                             DossierResult *result);

/* The audiences that a pack declares, in their order, one call each. `request` needs its input alone; what is
 * wrong with it is left for dossier_render() to say. */
DossierStatus dossier_audiences(const DossierRequest *request,
                                void (*on_audience)(void *user, const char *name));

/* "node", "model", "style", "runs", "lines", "galley", "pages", "file". */
const char *dossier_stage_name(DossierStage stage);

/* "0.1.0", of the library at run time. */
const char *dossier_version(void);

/* A library that the output depends on: name and version at run time. False past the last. */
typedef struct DossierLibrary {
    const char *name, *version;
} DossierLibrary;
bool dossier_library(size_t index, DossierLibrary *library);

#ifdef __cplusplus
}
#endif

#endif
