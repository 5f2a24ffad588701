/* "Did you mean": the name nearest to what was typed. */
#ifndef DOSSIER_CLI_NEAREST_H
#define DOSSIER_CLI_NEAREST_H

#include <stddef.h>

/* Edits (insert, delete, replace, swap of neighbours) between two words of at most 31 bytes; 99 for longer. */
unsigned edits_between(const char *a, const char *b);

/* How many edits may be a slip in a word of this length. */
unsigned edits_forgiven(const char *typed);

#endif
