/* Paragraphs set anew for the page's sake: a line less or a line more, where that does not show.
 *
 * Setting is not done until somebody asks: most pages need none of it. A paragraph keeps what it was set from;
 * its first box says so in the galley. Only justified text of whole grid lines is offered, so that everything
 * below moves by one grid line. */
#ifndef DOSSIER_BLOCK_RECAST_H
#define DOSSIER_BLOCK_RECAST_H

#include "block/set.h"

/* What a paragraph was set from, and what came of it. */
struct Recast {
    const Shaped *shaped;
    LineSpec spec;
    Lines lines;
    const Style *style;
    Sp left;
    Span span;
    const Mark *marks; /* destinations of it and inside it */
    size_t mark_count;
    const GalleyItem *notes; /* to links, in the margin */
    size_t note_count;
    size_t lead; /* items before its first box that belong to it: marks, notes */
};

/* The items that stand for a paragraph's, from the marks before its first box to its last box. Footnotes are not
 * among them: they stay where they are, or all behind it. */
typedef struct Variant {
    const GalleyItem *items;
    size_t count;
    int64_t demerits; /* more than the lines have that are best by themselves */
} Variant;

/* Sets the lines of a paragraph, as set_lines does, and keeps it if it may be recast. */
void recast_keep(Setter *setter, const Recast *recast);

/* The paragraph whose first box this is with `more` lines (1 or -1). False when there are no such lines that are
 * good. */
bool recast_paragraph(Setter *setter, const GalleyItem *box, int more, Variant *variant);

#endif
