/* The words that the checks need of a language. Lists end with an empty word; all are in small letters unless
 * said otherwise, and compared in any case. */
#ifndef DOSSIER_CHECK_WORDS_H
#define DOSSIER_CHECK_WORDS_H

#include "base/language.h"

typedef struct CheckWords {
    Str lang;
    WordList placeholders;  /* words that stand for words still to come */
    WordList link_words;    /* links that do not say where they lead */
    WordList acronyms;      /* that everybody knows, and capitals that are none; as written */
    WordList doubled;       /* that may stand twice running */
    WordList abbreviations; /* that end a heading with their point */
    WordList small;         /* that an acronym passes over */
    bool has_spaced_marks;  /* a space stands before ; : ! ? */
    bool has_capital_months;
} CheckWords;

/* By base language ("fr"); NULL when there is none. */
const CheckWords *check_words_find(Str lang);

extern const CheckWords check_words_en, check_words_es, check_words_fr;

#endif
