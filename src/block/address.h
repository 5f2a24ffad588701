/* Addresses as they are printed for readers of paper. */
#ifndef DOSSIER_BLOCK_ADDRESS_H
#define DOSSIER_BLOCK_ADDRESS_H

#include "base/str.h"

/* "https://www.example.org/news/" as "example.org/news", "mailto:a@example.org?subject=x" as "a@example.org".
 * Where that is longer than `longest` characters (0: no matter), the middle gives way to "…": host and end stay. */
Str address_short(Arena *arena, Str url, size_t longest);

#endif
