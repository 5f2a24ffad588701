/* A text, or one text a language: `post: Mayor`, or `post: {en: Mayor, fr: maire}`.
 *
 * Which one is taken: that of the language asked for, else of its base language (fr for fr-CA), else English, else
 * the first. A text without a language serves all of them. */
#ifndef DOSSIER_MODEL_TRANSLATED_H
#define DOSSIER_MODEL_TRANSLATED_H

#include "read/field.h"

/* Plain words: names, titles. lang empty: for every language. */
typedef struct Translation {
    Str lang, text;
    Span span;
} Translation;

typedef struct Translated {
    Translation *at;
    size_t len;
} Translated;

/* One paragraph of Markdown. */
typedef struct RichTranslation {
    Str lang;
    Rich text;
} RichTranslation;

typedef struct TranslatedRich {
    RichTranslation *at;
    size_t len;
} TranslatedRich;

/* The text in `lang`; empty when there is none. */
Str translated_text(const Translated *text, Str lang);
/* The same with its place; TBC is marked. Not `given` when there is none. */
Scalar translated_scalar(const Translated *text, Str lang);
/* NULL when there is none. */
const RichTranslation *translated_rich(const TranslatedRich *text, Str lang);

/* Field functions (FIELD_CUSTOM). A comment behind words is an error, since words may be lost in it; behind a
 * `sort`, which nobody reads, it is not. */
bool translated_parse(Reader *reader, const Node *value, const Field *field, void *slot);
bool translated_parse_sort(Reader *reader, const Node *value, const Field *field, void *slot);
bool translated_parse_rich(Reader *reader, const Node *value, const Field *field, void *slot);
void translated_dump(const void *slot, const Sources *sources, unsigned indent, Buf *out);
void translated_dump_rich(const void *slot, const Sources *sources, unsigned indent, Buf *out);

#endif
