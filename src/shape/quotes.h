/* Inside stage shape: straight quotation marks and apostrophes into a language's own. */
#ifndef DOSSIER_SHAPE_QUOTES_H
#define DOSSIER_SHAPE_QUOTES_H

#include "base/str.h"

/* A language's marks: outer pair for ", inner pair for '. */
typedef struct QuoteMarks {
    Str lang; /* prefix of the tag */
    Str outer[2], inner[2];
    Str apostrophe;
} QuoteMarks;

/* Which marks are open; zeroed at the start of a paragraph. */
typedef struct QuoteState {
    bool is_outer_open, is_inner_open;
} QuoteState;

/* Never NULL: English when the language has no row. */
const QuoteMarks *quotes_find(Str lang);

/* What the straight mark `mark` (' or ") becomes between two characters (0: edge of the paragraph); `after`
 * is the text behind the mark. */
Str quotes_choose(const QuoteMarks *marks, QuoteState *state, char mark, uint32_t before,
                  Str after);

#endif
