/* Inside stage shape: where a language wants, or forbids, a space beside ; : ! ? « » ¿ ¡. */
#ifndef DOSSIER_SHAPE_MARKS_H
#define DOSSIER_SHAPE_MARKS_H

#include "base/language.h"

/* A byte that a mark or a no-break space may begin with. */
bool marks_may_begin(char byte);
bool marks_is_no_break_space(uint32_t c);

/* Whether the character at byte `at` of `text` is a mark that the language has a rule for. Of ; : ! ? only those
 * are that end something: not 12:30, 1:2, https://, page?id=7. */
bool marks_has_rule(const LanguageSpaces *spaces, Str text, size_t at);
/* The byte of the mark that takes the place of the blanks from `at` on; SIZE_MAX: they stay. */
size_t marks_behind_blanks(const LanguageSpaces *spaces, Str text, size_t at);
/* The space to be printed between `before`, the character last printed (0: none), and the mark; may be empty. */
Str marks_space(const LanguageSpaces *spaces, uint32_t mark, uint32_t before);
/* A mark behind which blanks are dropped. */
bool marks_is_opening(const LanguageSpaces *spaces, uint32_t mark);

#endif
