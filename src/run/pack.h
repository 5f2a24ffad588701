/* The order in which a pack's parts are set, paged, numbered and written.
 *
 * How many pages the front matter takes does not depend on the numbers it prints, so it is set twice: first with
 * the widest numbers, for its length, before the items; then with the true ones, behind all else. Items are composed
 * ahead (crew.h), numbered in order, and written as soon as all they refer to has its page; running lines come last,
 * when the totals are known. */
#ifndef DOSSIER_RUN_PACK_H
#define DOSSIER_RUN_PACK_H

#include "run/run.h"

/* Sets, pages and, when there is a file to write, writes all pages. */
bool run_page_pack(Run *run);
/* The rest of the file. */
bool run_finish_pack(Run *run);
/* Ends its threads and gives back its memory. */
void run_drop_pack(Run *run);

#endif
