/* From pieces of text to parts for the shaper: which look, which element of the structure each has. */
#ifndef DOSSIER_BLOCK_LOOK_H
#define DOSSIER_BLOCK_LOOK_H

#include "block/set.h"

/* Parts of a paragraph being collected. */
typedef struct PartList {
    LIST(TextPart) list;
} PartList;

/* The look of a style as it stands. */
Look look_of_style(Setter *setter, const Style *style);
/* Adds the pieces of a text. Elements for strong, emphasis, links, spans of another language and
 * acronyms grow below `tag`; NULL: artifact, no elements. */
void parts_add_rich(Setter *setter, PartList *parts, const Rich *rich, const Style *style,
                    Tag *tag);
/* A text that may be of another language than the document: it says so, to the shaper and to readers aloud. */
void parts_add_translation(Setter *setter, PartList *parts, const RichTranslation *text,
                           const Style *style, Tag *tag);
/* The language a span sets; empty: none does. */
Str span_lang(const TextSpan *span);
/* Adds a plain string as one part. */
void parts_add_string(Setter *setter, PartList *parts, Str text, Span span, const Style *style,
                      Tag *tag);
/* A link to an address; NULL when there is none, or TBC. */
const TextLink *link_to(Setter *setter, const Scalar *url);
/* A string with a link on it. */
void parts_add_link(Setter *setter, PartList *parts, Str text, const TextLink *link,
                    const Style *style, Tag *tag);
/* A TBC value: boxed. */
void parts_add_tbc(Setter *setter, PartList *parts, const Scalar *value, const Style *style,
                   Tag *tag);
/* A value as it stands, or boxed when it is TBC. */
void parts_add_value(Setter *setter, PartList *parts, const Scalar *value, const Style *style,
                     Tag *tag);

/* Names in a sentence: "a, b and c" by the rules of the language, each with its own link or box. */
typedef struct Name {
    Scalar text;
    const TextLink *link; /* NULL: none */
} Name;
typedef struct NameList {
    Name *at;
    size_t len;
} NameList;
void parts_add_names(Setter *setter, PartList *parts, const NameList *names, const Style *style,
                     Tag *tag);
/* Shapes what was collected; NULL when that is nothing. */
const Shaped *parts_shape(Setter *setter, const PartList *parts, const Style *style);
Lines shaped_break(Setter *setter, const Shaped *shaped, const LineSpec *spec);
/* Both at once. */
Lines parts_break(Setter *setter, const PartList *parts, const Style *style, const LineSpec *spec);

#endif
