/* Styles as written into complete styles: each one its parent's, changed; then em becomes sp. */
#ifndef DOSSIER_STYLE_INHERIT_H
#define DOSSIER_STYLE_INHERIT_H

#include "style/style.h"

/* `styles` is the merged mapping; a house layout that changes `text` so changes all that extends it.
 * The reader's owner is the palette. Reports E0404 and E0405 for parents, and what the fields report. */
const Style *styles_read(Reader *reader, const Node *styles, Sp grid);

#endif
