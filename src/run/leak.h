/* The leak test: does a finished file say anything that its edition was to leave out?
 *
 * From what was left out come secrets: every run of four words, every number of five digits or more, every
 * address of mail or web, every name of a directory entry that nothing else names. A secret that stands in what
 * the edition keeps, or in what the program or the layout prints by itself, is none. All texts of the file
 * (pdf/pdf_transcript.h) are searched for the others, across the ends of lines, columns and pages, without
 * regard to case, accents, marks and hyphens. */
#ifndef DOSSIER_RUN_LEAK_H
#define DOSSIER_RUN_LEAK_H

#include "model/model.h"
#include "pdf/pdf_transcript.h"
#include "style/style.h"

/* Is there anything to test? */
bool leak_is_possible(const Model *model);
/* False, and E0703 with the place of what was left out and no word of it, when the file says it. */
bool leak_test(Job *job, const Model *model, const Layout *layout, const PdfTranscript *transcript);

#endif
