/* Inside stage shape: straight quotation marks and apostrophes into a language's own. */
#ifndef DOSSIER_SHAPE_QUOTES_H
#define DOSSIER_SHAPE_QUOTES_H

#include "base/language.h"

/* Which marks are open; zeroed at the start of a paragraph. */
typedef struct QuoteState {
    bool is_outer_open;  /* a " */
    bool is_nested_open; /* a " inside it */
    bool is_inner_open;  /* a ' */
} QuoteState;

/* What the straight mark `mark` (' or ") becomes between two characters (0: edge of the paragraph); `after`
 * is the text behind the mark. */
Str quotes_choose(const LanguageQuotes *marks, QuoteState *state, char mark, uint32_t before,
                  Str after);

/* A typed « or » opens or closes what a " inside it is nested in. */
void quotes_see(QuoteState *state, uint32_t typed);

#endif
