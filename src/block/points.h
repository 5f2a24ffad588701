/* What the blocks of words for a meeting share: a label above, points with a marker in the inset, lists of texts. */
#ifndef DOSSIER_BLOCK_POINTS_H
#define DOSSIER_BLOCK_POINTS_H

#include "base/language.h"
#include "block/look.h"

/* One text, or several as a list. */
typedef struct TextList {
    Rich *at;
    size_t len;
} TextList;

/* Field functions (FIELD_CUSTOM) of a TextList. */
bool texts_parse(Reader *reader, const Node *value, const Field *field, void *slot);
void texts_dump(const void *slot, const Sources *sources, unsigned indent, Buf *out);

/* For `check`: rows that are there but none (E0106); `what` as in "no questions". */
bool points_check_rows(Reader *reader, const Node *rows, const char *what);

/* A word of the program's above what follows; none right under a head, which says it already. */
void points_set_label(Setter *setter, const Style *style, LanguageTerm term, Span span);

/* A list whose points are being set. A point is what is set between points_open() and points_close(): paragraphs
 * in styles whose `left` leaves room for the marker. */
typedef struct Points {
    Tag *list, *parent;
    size_t from; /* of the open point, in the galley */
    Lines marker;
} Points;

Points points_begin(Setter *setter, const char *numbering);
/* No marker: the point has a body only. */
void points_open(Setter *setter, Points *points, Str marker, Span span);
/* A point of few lines stays on one page. */
void points_close(Setter *setter, Points *points);

/* A style of the first of several, which stands close under its label: without space above. */
const Style *points_first(Setter *setter, const Style *style);
/* A paragraph close below the one before, on its page. */
void points_set_under(Setter *setter, const PartList *parts, const Style *style, Span span);
/* All texts as points with the same marker; NULL: numbers. */
void points_set_texts(Setter *setter, const TextList *texts, const Style *style,
                      const char *marker);

/* "(a)", "(b)", behind "(z)" "(aa)"; from 1. */
Str points_letter(Arena *arena, unsigned number);

#endif
