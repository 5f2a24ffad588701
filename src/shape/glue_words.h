/* Inside stage shape: which spaces may not end a line. */
#ifndef DOSSIER_SHAPE_GLUE_WORDS_H
#define DOSSIER_SHAPE_GLUE_WORDS_H

#include "base/language.h"

/* Whether the space between `before` (what is printed up to it) and byte `at` of `text` (what follows it, as
 * written) stays with both its neighbours. */
bool glue_words(const LanguageProfile *profile, Str before, Str text, size_t at);

#endif
