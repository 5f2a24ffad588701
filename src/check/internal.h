/* What the checks share: the document's texts as plain words with exact places, and a few small helpers. */
#ifndef DOSSIER_CHECK_INTERNAL_H
#define DOSSIER_CHECK_INTERNAL_H

#include "check/check.h"
#include "check/words.h"
#include "model/kind.h"

/* From byte `at` of the plain text on stands this piece. */
typedef struct Strand {
    size_t at;
    const Piece *piece;
    Str lang;                  /* base language: "fr" of fr-CA */
    const CheckWords *wording; /* NULL: a language without word lists */
    bool is_opaque;            /* not the author's running words: a mention, code, TBC */
} Strand;

/* Letters and digits, hyphens between them; an apostrophe parts words. */
typedef struct Word {
    size_t start, end; /* bytes of the plain text */
    const Strand *strand;
    bool begins_upper, has_lower, has_letter, has_digit;
    bool begins_sentence; /* it may be capitalised for that reason alone */
} Word;

/* One paragraph, heading, caption, cell. */
typedef struct CheckText {
    const Rich *rich;
    Str plain; /* a hard line break is "\n" */
    Strand *strands;
    size_t strand_count;
    Word *words;
    size_t word_count;
    bool is_heading; /* a heading or a title of the article */
} CheckText;

typedef struct Checking {
    Job *job;
    const Model *model;
    const Layout *layout; /* may be NULL */
    CheckText *texts;     /* in reading order */
    size_t text_count;
} Checking;

/* Composes all texts of the document in job->scratch. */
void check_compose(Checking *checking);
/* Words of a text that is in no article: of a directory's name. */
CheckText check_compose_string(Job *job, Str string, Str lang);

Str check_word(const CheckText *text, const Word *word);
/* The place of bytes [from, to) of the plain text. */
Span check_span(const CheckText *text, size_t from, size_t to);
const Strand *check_strand(const CheckText *text, size_t at);
/* What stands between word `index` and the one before it. */
Str check_gap(const CheckText *text, size_t index);
/* A word of the list, in any case. */
bool check_is_listed(WordList list, Str word);

/* The slot of a block's key, when its kind has such a key of this type; else NULL. */
const void *check_field(const Block *block, const char *key, FieldType type);

bool letter_is(uint32_t code_point);
bool letter_is_upper(uint32_t code_point);

/* The checks. */
void check_placeholder(Checking *checking);
void check_names(Checking *checking);
void check_acronyms(Checking *checking);
void check_former(Checking *checking);
void check_dates(Checking *checking);
void check_spaces(Checking *checking);
void check_doubled(Checking *checking);
void check_quotes(Checking *checking);
void check_emphasis(Checking *checking);
void check_links(Checking *checking);
void check_headings(Checking *checking);
void check_figures(Checking *checking);
void check_marks(Checking *checking);
void check_numbers(Checking *checking);
void check_sentences(Checking *checking);
void check_contrast(Checking *checking);
void check_pack(Checking *checking);

#endif
