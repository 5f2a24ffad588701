/* Inside stage font: numbers read from a face's own tables. */
#ifndef DOSSIER_FONT_TABLES_H
#define DOSSIER_FONT_TABLES_H

#include "font/font.h"

/* Fills the metrics of a face whose hb_face is open; false when a table it needs is missing or cut short. */
bool font_read_metrics(Face *face);

#endif
