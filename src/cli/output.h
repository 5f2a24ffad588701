/* Where each input's PDF goes, decided before anything is read. */
#ifndef DOSSIER_CLI_OUTPUT_H
#define DOSSIER_CLI_OUTPUT_H

#include "cli/option.h"

/* One output a input, in the order of the inputs; "-" is standard output. Owned. */
typedef struct Outputs {
    char **at;
    size_t len;
} Outputs;

/* Follows the rules of the command (`dossier render --help`): without -o the input's name with .pdf in the
 * current directory; with several inputs -o is a folder, made when it is missing; "-" in means "-" out.
 * Returns the exit status: 0, 2 for a folder as input or two inputs for one output, 3 for a folder that
 * cannot be made; told to `errors`. outputs_drop() frees in every case. */
int outputs_choose(const Arguments *arguments, Outputs *outputs, FILE *errors);
/* The output of one edition: `{audience}` in it becomes the name. Owned by the caller; NULL without memory. */
char *output_for(const char *pattern, const char *audience);
void outputs_drop(Outputs *outputs);

#endif
