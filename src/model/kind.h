/* A kind of block: everything the program knows of it, in one place.
 *
 * A kind is one file src/block/kind_NAME.c that defines a `const BlockKind`, and one line in
 * src/block/kinds.c. The model uses the upper half (what an author may write); the block stage uses `set`.
 *
 * The value of the block key is the field whose key is the block key itself: `quote: text` is the field
 * "quote" of the quote's table; the keys beside it are the other rows. */
#ifndef DOSSIER_MODEL_KIND_H
#define DOSSIER_MODEL_KIND_H

#include "model/model.h"

struct Setter; /* block/set.h */

struct BlockKind {
    const char *key;  /* the block key; kinds that only Markdown makes have "(code)", "(rule)" */
    const char *help; /* one line */
    const Record *record; /* key, value and the keys beside it */
    /* Fills fields (zeroed; the record's defaults are not applied) from one Markdown block; NULL when no
     * Markdown form makes this kind. `markup_kind` says which form does. */
    bool (*from_markup)(Model *model, const Markup *markup, void *fields);
    MarkupKind markup_kind;
    /* After everything is read and ids are known: look up references, report. May be NULL. */
    void (*resolve)(Model *model, Block *block);
    /* The level of a heading, 1 for the one under the title; NULL for kinds that are no heading. The model
     * refuses jumps and levels below H6. */
    int (*heading_level)(const Block *block);
    /* Sets the block: appends to the setter's galley. */
    void (*set)(struct Setter *setter, const Block *block);
};

#endif
