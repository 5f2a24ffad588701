/* dossier: arguments in, exit status out. */
#include "cli/run.h"
#include "dossier.h"

static void print_version(bool is_verbose) {
    DossierLibrary library;
    printf("dossier %s\n", dossier_version());
    for (size_t i = 0; is_verbose && dossier_library(i, &library); i++)
        printf("%s %s\n", library.name, library.version);
}

static int run(int argc, char **argv, Arguments *arguments) {
    if (!arguments_read(argc, argv, arguments, stderr)) return DOSSIER_USAGE;
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
    return fflush(stdout) == 0 ? DOSSIER_DONE : DOSSIER_FILES;
}

int main(int argc, char **argv) {
    Arguments arguments;
    int status = run(argc, argv, &arguments);
    arguments_drop(&arguments);
    return status;
}
