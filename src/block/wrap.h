/* Text beside a picture.
 *
 * A figure that asks for it waits for the paragraph behind it, and stands beside its first lines. Those and the
 * lines of further paragraphs are narrower until its foot is passed; all of them stay on one page with it. What is
 * not running text begins below. */
#ifndef DOSSIER_BLOCK_WRAP_H
#define DOSSIER_BLOCK_WRAP_H

#include "block/set.h"

/* Puts something beside the text to come: its parts, from the top of the first line and the left of the column, and
 * what it takes. Whatever stood there before is passed first. */
void wrap_begin(Setter *setter, const Wrap *wrap);
/* Before a block of another kind, and at the end of a list of blocks: the foot is passed. */
void wrap_clear(Setter *setter);

/* For a paragraph about to be broken into lines: narrows the first of them if it is running text of that column. */
bool wrap_narrow(Setter *setter, const Style *style, LineSpec *spec);
/* Its lines stand in the galley, behind `from`. */
void wrap_pass(Setter *setter, size_t from);

#endif
