/* Checks of form that several readers of the model share. Each reports and returns false on a mistake. */
#ifndef DOSSIER_MODEL_CHECK_H
#define DOSSIER_MODEL_CHECK_H

#include "read/node.h"

typedef enum FileKind { FILE_ARTICLE, FILE_PACK, FILE_DIRECTORY, FILE_LAYOUT } FileKind;

/* Says the root it is of this kind? Reports nothing. */
bool file_is(const Node *root, FileKind kind);
/* The root is a mapping whose key `dossier` names the kind wanted (E0301). */
bool file_kind_check(Job *job, const Node *root, FileKind wanted);
/* A usable id: begins with a letter or digit, then letters, digits, - _ . (E0311). */
bool id_check(Job *job, Str id, Span span);
/* One word of small letters, digits, - _ and . as ids are and names are not. */
bool id_looks_like(Str text);
/* Well-formed BCP 47 (RFC 5646, 2.1): a language of 2-8 letters, subtags of 1-8 letters or digits behind
 * hyphens. Whether the tag is registered is not asked (E0312). */
bool lang_check(Job *job, Str lang, Span span);
/* The hint of duplicates: where it stands first, with the file when that is another one. */
Str first_place_hint(Job *job, Span span, Span repeated);

#endif
