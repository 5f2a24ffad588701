/* A short text on one line, shaped and set for the edges of a page, private to the stage. */
#ifndef DOSSIER_PAGE_LABEL_H
#define DOSSIER_PAGE_LABEL_H

#include "page/page.h"

/* NULL for an empty text. */
const Line *label_set(Setter *setter, const Style *style, Str text);
/* Puts it with its ink beginning at x, an artifact of head or foot. */
void label_put(Setter *setter, Page *page, const Line *line, Sp x, Sp y);

#endif
