/* dossier: arguments in, exit status out. */
#include "cli/run.h"
#include "dossier.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static void print_version(bool is_verbose) {
    DossierLibrary library;
    printf("dossier %s\n", dossier_version());
    for (size_t i = 0; is_verbose && dossier_library(i, &library); i++)
        printf("%s %s\n", library.name, library.version);
}

static int run(int argc, char **argv, Arguments *arguments) {
    if (!arguments_read(argc, argv, arguments, stderr))
        return arguments->inputs.at && arguments->set.at && arguments->level_list ? DOSSIER_USAGE
                                                                                  : DOSSIER_FAULT;
    if (argc < 2) {
        help_print_examples(stderr);
        return DOSSIER_USAGE;
    }
    if (arguments->help)
        help_print(arguments->command, stdout);
    else if (arguments->version)
        print_version(arguments->verbose);
    else
        return run_documents(arguments);
    if (fflush(stdout) == 0) return DOSSIER_DONE;
    fprintf(stderr, "dossier: cannot write standard output: %s\n", strerror(errno));
    return DOSSIER_FILES;
}

/* A file opened in the place of a closed standard stream would receive our messages. Opened the wrong way
 * round, /dev/null fails as the closed stream would. */
static bool keep_streams_apart(void) {
    for (int stream = 0; stream < 3; stream++) {
        if (fcntl(stream, F_GETFD) >= 0) continue;
        if (open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) != stream) return false;
    }
    return true;
}

int main(int argc, char **argv) {
    Arguments arguments;
    if (!keep_streams_apart()) return DOSSIER_FAULT;
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    int status = run(argc, argv, &arguments);
    arguments_drop(&arguments);
    return status;
}
