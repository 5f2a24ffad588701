/* The logo of a layout on its pages, private to the stage. */
#ifndef DOSSIER_PAGE_LOGO_H
#define DOSSIER_PAGE_LOGO_H

#include "page/place.h"

typedef struct PageLogo {
    const Image *image; /* NULL: the layout has none */
    Sp width;
} PageLogo;

/* Reads the picture. Reports what makes it unusable: its file (E09xx), its width (E_BAD_GEOMETRY). */
PageLogo page_logo_read(Setter *setter);

bool page_has_logo(const Layout *layout, const PageLogo *logo, const Page *page);

/* Puts it on the page, an artifact of the head; its left edge. */
Sp page_logo_put(const Setter *setter, const PageLogo *logo, Page *page);

#endif
