/* Items of a pack as lines of a table, or one JSON object each. */
#ifndef DOSSIER_CLI_STATUS_H
#define DOSSIER_CLI_STATUS_H

#include "cli/option.h"

typedef struct Status {
    char today[16]; /* 2018-12-06 */
    bool is_json, has_head;
} Status;

/* `epoch`: seconds since 1970, NULL: the day it is. A date that is none is told and makes it false. */
bool status_begin(Status *status, const Arguments *arguments, const long long *epoch);
void status_print(Status *status, const DossierItem *item, FILE *out);

#endif
