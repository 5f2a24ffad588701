/* The editor's checks: what a careful reader would mark in a text that is correct YAML.
 *
 * Each check is a function over the whole document (check_NAME.c, one line in the list of run.c) and reports under
 * its own codes, W10xx, which the command line sets to off, note, warning or error one by one. A check reads the
 * model and the layout and changes nothing; each is linear in the length of the document. What depends on words
 * (months, "click here", well-known acronyms) is data of a language, words_LANG.c; text in a language without
 * such a file is only given the checks that need no words. docs/checks.md tells authors of each code. */
#ifndef DOSSIER_CHECK_CHECK_H
#define DOSSIER_CHECK_CHECK_H

#include "model/model.h"
#include "style/style.h"

/* `layout` NULL: looks are not judged. Reports W10xx. */
void check_run(Job *job, const Model *model, const Layout *layout);

#endif
