/* Who said or made something, in what role, where it can be heard: the line under quotes and media. */
#ifndef DOSSIER_BLOCK_CREDIT_H
#define DOSSIER_BLOCK_CREDIT_H

#include "block/look.h"

typedef struct Credit {
    const Scalar *by;     /* an id or a name, as written */
    const Entry *speaker; /* what the id names; NULL for a name */
    const Rich *role;     /* instead of the directory's post */
    const TimeCode *timecode;
    const Scalar *source;
    const Block *recording;   /* the block that `source` names; NULL: none */
    Str remark;               /* "Translated"; may be empty */
    const Scalar *remark_tbc; /* instead of it, when given; NULL: no such key */
    const Date *checked;      /* NULL: no such key */
    bool has_dash;
    Span span; /* of the whole, for what is not the author's */
} Credit;

/* "-- Name, role · 1:22:45 · source"; the name bold, the time linked to the recording. */
void parts_add_credit(Setter *setter, PartList *parts, const Credit *credit, const Style *style,
                      Tag *tag);

/* For `resolve`: the person or organization that `by` names. A word that looks like an id but is none is an
 * error (E0304); anything else is a name as it stands, and gives NULL. */
const Entry *credit_find_person(Model *model, const Scalar *by);
/* The block that `source` names; NULL when it names a reference or is words. */
const Block *credit_find_source(Model *model, const Scalar *source);

/* The text of a paragraph block; NULL for other kinds (kind_text.c). */
Rich *text_rich(const Block *block);
/* The words of a quote; NULL for other kinds (kind_quote.c). */
const Blocks *quote_words(const Block *block);
/* Who said a quote: the bare name; empty when nobody is named. */
Str quote_speaker(const Setter *setter, const Block *block);

#endif
