/* Character references of HTML, as CommonMark has them in text: `&eacute;`, `&#233;`, `&#xE9;`. */
#ifndef DOSSIER_READ_ENTITY_H
#define DOSSIER_READ_ENTITY_H

#include "base/str.h"

#define ENTITY_BYTES 8 /* the longest value */

/* Writes what the reference (from & to ;) stands for; 0 bytes when there is no such name. Numbers that
 * are no character (0, surrogates, past U+10FFFF) give U+FFFD. */
size_t entity_decode(Str reference, char out[ENTITY_BYTES]);

#endif
