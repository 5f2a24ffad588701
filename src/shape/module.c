/* The Unicode module: opened on first use, asked for levels, breaks and scripts of a whole paragraph. */
#include "shape/module.h"

#include "shape/unicode_module.h"

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

#ifndef DOSSIER_MODULE_DIR_BUILD
#define DOSSIER_MODULE_DIR_BUILD "lib/dossier"
#endif
#ifndef DOSSIER_MODULE_DIR_RELATIVE
#define DOSSIER_MODULE_DIR_RELATIVE "../lib/dossier"
#endif

struct UnicodeModule {
    UnicodeLevels *levels;
    UnicodeBreaks *breaks;
    UnicodeScripts *scripts;
};

enum { PATH_LENGTH = 4096 };

/* Beside the program, as installed and as built. */
static void *open_beside_program(void) {
    char path[PATH_LENGTH];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path - 1);
    while (len > 0 && path[len - 1] != '/') len--;
    if (len <= 0) return NULL;
    static const char rest[] = DOSSIER_MODULE_DIR_RELATIVE "/" UNICODE_MODULE_FILE;
    if ((size_t)len + sizeof rest > sizeof path) return NULL;
    memcpy(path + len, rest, sizeof rest);
    return dlopen(path, RTLD_NOW | RTLD_LOCAL);
}

/* ISO C has no cast from an object pointer to a function; POSIX promises that the bits are the same. */
static bool find_function(void *library, const char *name, void *function) {
    void *symbol = dlsym(library, name);
    memcpy(function, &symbol, sizeof symbol);
    return symbol != NULL;
}

/* The library stays open for the life of the process: the next document may need it again. */
static const struct UnicodeModule *module_open(Arena *arena) {
    void *library = open_beside_program();
    if (!library)
        library = dlopen(DOSSIER_MODULE_DIR_BUILD "/" UNICODE_MODULE_FILE, RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
    struct UnicodeModule *module = ARENA_NEW(arena, struct UnicodeModule);
    bool is_whole = find_function(library, UNICODE_MODULE_LEVELS, &module->levels) &&
                    find_function(library, UNICODE_MODULE_BREAKS, &module->breaks) &&
                    find_function(library, UNICODE_MODULE_SCRIPTS, &module->scripts);
    return is_whole ? module : NULL;
}

static void report_missing(Work *work) {
    Span span = {0};
    for (size_t i = 0; i < work->char_count && !span.source; i++) {
        if (work->chars[i].line_class == LB_OTHER)
            span = typography_span(work, work->chars[i].at, work->chars[i + 1].at);
    }
    diag_add(work->shaper->job->diags, E_NO_UNICODE_MODULE, span,
             STR("install dossier with its modules, in lib/dossier beside the program's bin"),
             "this script needs the module " UNICODE_MODULE_FILE ", which cannot be opened");
}

static const struct UnicodeModule *find_module(Work *work) {
    Shaper *shaper = work->shaper;
    if (!shaper->module && !shaper->is_module_missing) {
        shaper->module = module_open(shaper->keep);
        shaper->is_module_missing = !shaper->module;
        if (shaper->is_module_missing) report_missing(work);
    }
    return shaper->module;
}

static uint8_t script_index(uint32_t *scripts, uint8_t *count, uint32_t tag) {
    for (uint8_t i = 0; i < *count; i++) {
        if (scripts[i] == tag) return i;
    }
    if (*count == UINT8_MAX) return 0; /* more scripts in a paragraph than there are in use */
    scripts[*count] = tag;
    return (*count)++;
}

static void keep_scripts(Work *work, const uint32_t *tags) {
    uint32_t *scripts = ARENA_ARRAY(work->shaper->job->scratch, uint32_t, UINT8_MAX + 1);
    uint8_t count = 1; /* 0: left to HarfBuzz */
    for (size_t i = 0; i < work->char_count; i++)
        work->chars[i].script = script_index(scripts, &count, tags[i]);
    work->scripts = scripts;
}

bool module_analyse(Work *work) {
    const struct UnicodeModule *module = find_module(work);
    if (!module) return false;
    Arena *scratch = work->shaper->job->scratch;
    size_t count = work->char_count;
    uint32_t *text = ARENA_ARRAY(scratch, uint32_t, count + 1);
    uint32_t *tags = ARENA_ARRAY(scratch, uint32_t, count + 1);
    uint8_t *levels = ARENA_ARRAY(scratch, uint8_t, count + 1);
    uint8_t *breaks = ARENA_ARRAY(scratch, uint8_t, count + 1);
    for (size_t i = 0; i < count; i++) text[i] = work->chars[i].code_point;
    const char *lang = str_copy(scratch, work->paragraph->lang).at;
    if (module->levels(text, count, work->is_rtl, levels) != 0 ||
        module->breaks(text, count, lang, breaks) != 0 || module->scripts(text, count, tags) != 0)
        return false;
    for (size_t i = 0; i < count; i++) {
        work->chars[i].level = levels[i];
        work->chars[i].break_before = breaks[i];
    }
    keep_scripts(work, tags);
    return true;
}
