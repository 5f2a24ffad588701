/* Diagnostics as text for people or JSON for programs. */
#ifndef DOSSIER_CLI_REPORT_H
#define DOSSIER_CLI_REPORT_H

#include "dossier.h"

#include <stdio.h>

/* In rustc's manner; `has_color` wraps it in terminal colours. Control characters of the file are shown
 * as `?`, so that no document can drive the terminal. */
void report_human(const DossierDiagnostic *diagnostic, bool has_color, FILE *out);
/* `"key":"text"`, escaped. */
void report_json_string(const char *key, const char *text, FILE *out);
/* One object on one line. */
void report_json(const DossierDiagnostic *diagnostic, FILE *out);

#endif
