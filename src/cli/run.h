/* The commands that work on documents: arguments in, exit status out. */
#ifndef DOSSIER_CLI_RUN_H
#define DOSSIER_CLI_RUN_H

#include "cli/option.h"

/* render and check. Messages go to standard error, dumps and PDFs for "-" to standard output. With several
 * files, the highest exit status. */
int run_documents(const Arguments *arguments);

#endif
