/* Inputs and -o into one output for each input. */
#include "cli/output.h"

#include "dossier.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int refuse(int status, FILE *errors, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static int refuse(int status, FILE *errors, const char *format, ...) {
    va_list values;
    va_start(values, format);
    fputs("dossier: ", errors);
    vfprintf(errors, format, values);
    fputs("\n", errors);
    va_end(values);
    return status;
}

static bool is_standard(const char *path) { return !strcmp(path, "-"); }

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool is_same_file(const char *a, const char *b) {
    struct stat one, other;
    if (!strcmp(a, b)) return true;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

static int check_input(const char *input, FILE *errors) {
    struct stat info;
    if (is_standard(input)) return DOSSIER_DONE;
    if (stat(input, &info) != 0)
        return refuse(DOSSIER_FILES, errors, "cannot read %s: %s", input, strerror(errno));
    if (!S_ISDIR(info.st_mode)) return DOSSIER_DONE;
    return refuse(DOSSIER_USAGE, errors,
                  "%s is a folder; name its files (%s/*.yaml): whole folders come later, with "
                  "`dossier batch`",
                  input, input);
}

/* "forum" of "samples/forum.yaml" and of "samples/forum". */
static void name_of(const char *input, const char **name, size_t *len) {
    const char *slash = strrchr(input, '/');
    *name = slash ? slash + 1 : input;
    const char *dot = strrchr(*name, '.');
    *len = dot && dot != *name ? (size_t)(dot - *name) : strlen(*name);
}

/* FOLDER/NAME.pdf; no folder: NAME.pdf. NULL without memory. */
static char *pdf_path(const char *folder, const char *input, const char *ending) {
    const char *name;
    size_t len, folder_len = folder ? strlen(folder) : 0;
    name_of(input, &name, &len);
    size_t size = folder_len + len + strlen(ending) + 2;
    char *path = malloc(size);
    if (!path) return NULL;
    bool has_slash = folder_len && folder[folder_len - 1] == '/';
    snprintf(path, size, "%s%s%.*s%s", folder ? folder : "", folder && !has_slash ? "/" : "",
             (int)len, name, ending);
    return path;
}

static char *copy(const char *text) {
    char *made = malloc(strlen(text) + 1);
    return made ? strcpy(made, text) : NULL;
}

/* Whether -o names a folder; makes it when it is missing and must be one. */
static int open_folder(const Arguments *arguments, bool *to_folder, FILE *errors) {
    const char *output = arguments->output;
    *to_folder = false;
    if (!output || is_standard(output)) return DOSSIER_DONE;
    bool must = arguments->inputs.len > 1 || output[strlen(output) - 1] == '/';
    *to_folder = must || is_folder(output);
    if (!must || is_folder(output)) return DOSSIER_DONE;
    if (mkdir(output, 0777) == 0) return DOSSIER_DONE;
    if (errno == EEXIST || errno == ENOTDIR)
        return refuse(DOSSIER_USAGE, errors, "%s is a file; with several inputs -o is a folder",
                      output);
    return refuse(DOSSIER_FILES, errors, "cannot make the folder %s: %s", output, strerror(errno));
}

static char *choose(const Arguments *arguments, const char *input, bool to_folder) {
    bool is_dump = arguments->dump != DOSSIER_STAGE_NONE;
    if (to_folder) return pdf_path(arguments->output, input, is_dump ? ".txt" : ".pdf");
    if (arguments->output) return copy(arguments->output);
    if (is_standard(input) || is_dump) return copy("-");
    return pdf_path(NULL, input, ".pdf");
}

static int check_pair(const Arguments *arguments, const Outputs *outputs, size_t index,
                      FILE *errors) {
    const char *input = arguments->inputs.at[index], *output = outputs->at[index];
    if (is_standard(output)) {
        bool is_dump = arguments->dump != DOSSIER_STAGE_NONE;
        if (arguments->inputs.len == 1 || is_dump) return DOSSIER_DONE;
        return refuse(DOSSIER_USAGE, errors,
                      "standard output holds one PDF; with several inputs -o is a folder");
    }
    if (is_same_file(input, output))
        return refuse(DOSSIER_USAGE, errors, "%s would be written over itself", input);
    for (size_t i = 0; i < index; i++) {
        if (!strcmp(outputs->at[i], output))
            return refuse(DOSSIER_USAGE, errors, "%s and %s would both become %s",
                          arguments->inputs.at[i], input, output);
    }
    return DOSSIER_DONE;
}

int outputs_choose(const Arguments *arguments, Outputs *outputs, FILE *errors) {
    const Words *inputs = &arguments->inputs;
    bool to_folder = false;
    int status = DOSSIER_DONE;
    *outputs = (Outputs){.at = calloc(inputs->len ? inputs->len : 1, sizeof(char *))};
    if (!outputs->at) return refuse(DOSSIER_FAULT, errors, "no memory");
    for (size_t i = 0; i < inputs->len && status == DOSSIER_DONE; i++)
        status = check_input(inputs->at[i], errors);
    if (status == DOSSIER_DONE && arguments->command == COMMAND_RENDER)
        status = open_folder(arguments, &to_folder, errors);
    if (arguments->command == COMMAND_CHECK) return status;
    for (size_t i = 0; i < inputs->len && status == DOSSIER_DONE; i++) {
        if (to_folder && is_standard(inputs->at[i]))
            return refuse(DOSSIER_USAGE, errors, "standard input has no name for a file in %s",
                          arguments->output);
        outputs->at[i] = choose(arguments, inputs->at[i], to_folder);
        if (!outputs->at[i]) return refuse(DOSSIER_FAULT, errors, "no memory");
        outputs->len++;
        status = check_pair(arguments, outputs, i, errors);
    }
    return status;
}

void outputs_drop(Outputs *outputs) {
    for (size_t i = 0; i < outputs->len; i++) free(outputs->at[i]);
    free(outputs->at);
    *outputs = (Outputs){0};
}
