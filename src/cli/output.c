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

static bool is_device(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode);
}

/* A missing file is told by the run, among the messages of the others. */
static int check_input(const char *input, FILE *errors) {
    struct stat info;
    if (is_standard(input) || stat(input, &info) != 0 || !S_ISDIR(info.st_mode))
        return DOSSIER_DONE;
    bool has_slash = input[strlen(input) - 1] == '/';
    return refuse(DOSSIER_USAGE, errors, "%s is a folder; name its files: %s%s*.yaml", input, input,
                  has_slash ? "" : "/");
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

static bool ends_in(const char *text, const char *ending) {
    size_t len = strlen(text), end = strlen(ending);
    return len >= end && !strcmp(text + len - end, ending);
}

/* Whether -o names a folder. */
static int look_at_folder(const Arguments *arguments, bool *to_folder, FILE *errors) {
    const char *output = arguments->output;
    struct stat info;
    *to_folder = false;
    if (!output || is_standard(output)) return DOSSIER_DONE;
    bool has_slash = ends_in(output, "/"), are_many = arguments->inputs.len > 1;
    *to_folder = has_slash || are_many || is_folder(output);
    if (!*to_folder || is_folder(output)) return DOSSIER_DONE;
    if (stat(output, &info) == 0 || errno == ENOTDIR)
        return refuse(DOSSIER_USAGE, errors, "%s is a file%s", output,
                      are_many ? "; with several inputs -o is a folder" : ", not a folder");
    /* Who names a file expects all inputs in it. */
    if (ends_in(output, ".pdf"))
        return refuse(DOSSIER_USAGE, errors,
                      "several inputs make several PDFs; name a folder for them: -o %.*s/",
                      (int)strlen(output) - 4, output);
    return DOSSIER_DONE;
}

/* With the folders above it, as a user who names a place to put things means it. */
static int make_folder(const char *path, FILE *errors) {
    char *part = copy(path);
    if (!part) return refuse(DOSSIER_FAULT, errors, "no memory");
    int error = 0;
    for (char *at = part + 1; !error; at++) {
        char end = *at;
        if (end && end != '/') continue;
        *at = 0;
        if (mkdir(part, 0777) != 0 && errno != EEXIST && !is_folder(part)) error = errno;
        *at = end;
        if (!end) break;
    }
    free(part);
    if (!error) return DOSSIER_DONE;
    return refuse(DOSSIER_FILES, errors, "cannot make the folder %s: %s; choose another with -o",
                  path, strerror(error));
}

static char *choose(const Arguments *arguments, const char *input, bool to_folder) {
    bool is_dump = arguments->dump != DOSSIER_STAGE_NONE, has_editions = arguments->audience;
    if (to_folder)
        return pdf_path(arguments->output, input,
                        is_dump        ? has_editions ? "-{audience}.txt" : ".txt"
                        : has_editions ? "-{audience}.pdf"
                                       : ".pdf");
    if (arguments->output) return copy(arguments->output);
    if (is_standard(input) || is_dump) return copy("-");
    return pdf_path(NULL, input, has_editions ? "-{audience}.pdf" : ".pdf");
}

/* Several editions are several files. */
static int check_editions(const Arguments *arguments, const char *input, const char *output,
                          FILE *errors) {
    bool is_each = arguments->audience && !strcmp(arguments->audience, "each");
    if (!is_each) return DOSSIER_DONE;
    if (is_standard(input))
        return refuse(DOSSIER_USAGE, errors,
                      "standard input can be read once; name one edition: --audience=NAME");
    if (!output || strstr(output, "{audience}") ||
        (is_standard(output) && arguments->dump != DOSSIER_STAGE_NONE))
        return DOSSIER_DONE;
    return refuse(DOSSIER_USAGE, errors,
                  "each edition is a file of its own: -o 'pack-{audience}.pdf'");
}

char *output_for(const char *pattern, const char *audience) {
    const char *mark = audience ? strstr(pattern, "{audience}") : NULL;
    if (!mark) return copy(pattern);
    const char *rest = mark + strlen("{audience}");
    size_t size = strlen(pattern) + strlen(audience) + 1;
    char *made = malloc(size);
    if (made) snprintf(made, size, "%.*s%s%s", (int)(mark - pattern), pattern, audience, rest);
    return made;
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
        if (is_same_file(outputs->at[i], output) && !is_device(output))
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
        status = look_at_folder(arguments, &to_folder, errors);
    for (size_t i = 0; i < inputs->len && status == DOSSIER_DONE; i++)
        status = check_editions(arguments, inputs->at[i], NULL, errors);
    if (arguments->command == COMMAND_CHECK) return status;
    for (size_t i = 0; i < inputs->len && status == DOSSIER_DONE; i++) {
        if (to_folder && is_standard(inputs->at[i]))
            return refuse(DOSSIER_USAGE, errors, "standard input has no name for a file in %s",
                          arguments->output);
        outputs->at[i] = choose(arguments, inputs->at[i], to_folder);
        if (!outputs->at[i]) return refuse(DOSSIER_FAULT, errors, "no memory");
        outputs->len++;
        status = check_pair(arguments, outputs, i, errors);
        if (status == DOSSIER_DONE)
            status = check_editions(arguments, inputs->at[i], outputs->at[i], errors);
    }
    if (to_folder && status == DOSSIER_DONE) status = make_folder(arguments->output, errors);
    return status;
}

void outputs_drop(Outputs *outputs) {
    for (size_t i = 0; i < outputs->len; i++) free(outputs->at[i]);
    free(outputs->at);
    *outputs = (Outputs){0};
}
