/* What a language asks of typesetting: quotation marks, spaces, words that stay together, hyphenation, dates,
 * lists, and the words that the program prints itself.
 *
 * A profile is data: one file a language (language_fr.c), in it one profile for each region or house that
 * differs. A profile is found by a BCP 47 tag, which loses its last subtags until one fits: fr-BE-x-ours, fr-BE,
 * fr. A language that has none gets the root profile: English marks and words, ISO dates, no hyphens.
 *
 * To add a language, write its file, name it in the list of language.c, and put its patterns into hyphen/. */
#ifndef DOSSIER_BASE_LANGUAGE_H
#define DOSSIER_BASE_LANGUAGE_H

#include "base/str.h"

/* Words that the program prints itself. */
typedef enum LanguageTerm {
    TERM_AS_PUBLISHED,
    TERM_EDITED,
    TERM_SUMMARY,
    TERM_TRANSLATION,
    TERM_RETRIEVED, /* before a date */
    TERM_ORIGINAL,  /* before a colon */
    TERM_REPORTED,  /* of words quoted */
    TERM_TRANSLATED,
    TERM_VIDEO,
    TERM_AUDIO,
    TERM_PHOTO,
    TERM_DOCUMENT,
    TERM_WEB_PAGE,
    TERM_RECORDING,
    TERM_CHECKED, /* before a date */
    TERM_NOTE,
    TERM_WARNING,
    TERM_DEFINITION,
    TERM_SOURCE,    /* before a colon */
    TERM_CONTINUED, /* of a table, in brackets */
    TERM_QR_CODE,   /* before a colon */
    TERM_FOLIO,     /* "{page} of {pages}" */
    /* of packs */
    TERM_ITEM_FOLIO, /* "Item {item} · {item-page} of {item-pages}" */
    TERM_PACK_FOLIO, /* "Pack {page}" */
    TERM_CONTENTS,
    TERM_LEFT_BLANK,   /* on a page that nothing stands on */
    TERM_ITEM,         /* before a number */
    TERM_DELIVERY,     /* of a speech: what is said may differ */
    TERM_FOR_DECISION, /* in the order of ItemPurpose */
    TERM_FOR_DISCUSSION,
    TERM_FOR_INFORMATION,
    TERM_FOR_NOTING,
    TERM_OWNER,      /* before a colon */
    TERM_PRESENTER,  /* before a colon */
    TERM_CONSIDERED, /* before a colon */
    TERM_TO_FOLLOW,  /* of a paper, in the order of ItemStatus: "Paper to follow" */
    TERM_WITHDRAWN,
    TERM_ORAL,
    TERM_EXEMPT,
    TERM_DUE, /* before a date */
    TERM_CONTROL,
    TERM_SYMBOL,
    TERM_VERSION,
    TERM_DATE,
    TERM_AUTHOR,
    TERM_SUPERSEDES,
    TERM_RETENTION,
    TERM_CLEARED_BY,
    TERM_ROLE,
    TERM_DISTRIBUTION,
    TERM_COPY,
    TERM_RECIPIENT,
    TERM_EDITION,
    TERM_THEME,
    TERM_WHEN,
    TERM_WHERE,
    TERM_PREPARED_FOR,
    TERM_PAGE,      /* before a number, in running text */
    TERM_PARAGRAPH, /* the same */
    TERM_LIMIT,     /* before a colon */
    TERM_PAGES,     /* behind numbers: */
    TERM_WORDS,
    TERM_MINUTES,
    TERM_GLOSSARY,
    TERM_REFERENCES,
    TERM_NOTHING_LISTED, /* where a list of what the pack uses is empty */
    TERM_WITHHELD,       /* before a colon and the ground */
    TERM_BACK,           /* of a link from a footnote to its mark */
    /* of blocks for a meeting */
    TERM_OBJECTIVES,
    TERM_SUCCESS,
    TERM_MESSAGES,
    TERM_AVOID,
    TERM_QUOTATION, /* that a message rests on */
    TERM_IF_PRESSED,
    TERM_FOLLOW_UP, /* before a colon */
    TERM_MEETING,
    TERM_HEAD,
    TERM_ASKED_BY,
    TERM_WANT,
    TERM_RAISE,
    TERM_IF_RAISED,
    TERM_INTERPRETER,
    TERM_NOTE_TAKER,
    TERM_RECOMMENDATIONS,
    TERM_INVITED, /* behind the name of a body */
    /* of agendas, actions, contacts */
    TERM_TIME,
    TERM_WHAT,
    TERM_WHO,
    TERM_EVERYBODY,
    TERM_SEE,   /* before a colon */
    TERM_PAPER, /* before a colon */
    TERM_PRESS_OPEN,
    TERM_PRESS_CLOSED,
    TERM_DAY, /* of the one it is made for */
    TERM_ACTIONS,
    TERM_ACTION,
    TERM_DUE_HEAD,
    TERM_STATE,
    TERM_OPEN, /* in the order of ActionState */
    TERM_STARTED,
    TERM_DONE,
    TERM_DROPPED,
    TERM_OVERDUE,
    TERM_CONTACTS,
    TERM_LOGISTICS,
    TERM_UNTIL, /* before a time */
    /* heads of people and organizations */
    TERM_NAME,
    TERM_PRONOUNCED,
    TERM_POST,
    TERM_ORGANIZATION,
    TERM_TELEPHONE,
    TERM_MAIL,
    TERM_MET,
    TERM_CONSENT,
    TERM_ABOUT,
    TERM_ACRONYM,
    TERM_PART_OF,
    TERM_KIND,
    TERM_WEB,
    TERM_ADDRESS,
    TERM_BODY, /* the kinds of organizations, in their order */
    TERM_COUNTRY,
    TERM_CITY,
    TERM_COMPANY,
    TERM_COUNT
} LanguageTerm;

/* A list of words, ended by an empty one. */
typedef const Str *WordList;

/* What straight marks become: the outer pair for ", the inner pair for ' and for " inside ". */
typedef struct LanguageQuotes {
    Str outer[2], inner[2];
    Str apostrophe;
    WordList elisions; /* words whose first letters an apostrophe stands for: 'tis */
} LanguageQuotes;

/* The space before a mark and inside guillemets, typed or not. No address: as typed; no length: none. */
typedef struct LanguageSpaces {
    Str semicolon, colon, exclamation, question;
    Str inside;
    bool has_openers; /* ¡ and ¿ open, and stand right before their word */
} LanguageSpaces;

/* Words that a space ties to what follows or goes before. */
typedef struct LanguageGlue {
    WordList titles;   /* before a name: Ms. */
    WordList numbered; /* before a number: p. */
    WordList units;    /* behind a number: km */
    WordList joints;   /* between a day and its month: de */
    Str ends;          /* last bytes of titles and numbered, other than capitals and figures */
    bool has_spaced_thousands; /* 12 000 */
} LanguageGlue;

/* The joint before the last member of a list. */
typedef struct LanguageList {
    Str two, many;         /* of two members; of more */
    Str other;             /* instead of both before certain beginnings; empty: never */
    WordList other_before; /* those beginnings: a first letter of any case, the rest as it stands */
    WordList other_not_before; /* and what must not begin so all the same */
} LanguageList;

/* Where the mark of a footnote stands among the marks of a sentence: typed on the other side of one of these it
 * is moved. All are ASCII; an ellipsis is none of them. */
typedef struct LanguageNotes {
    Str before; /* mot¹. */
    Str behind; /* word.¹ */
} LanguageNotes;

typedef struct LanguageWords {
    Str weekdays[7]; /* from Sunday */
    Str months[12];
    Str first_day; /* "1er"; empty: 1 */
    Str terms[TERM_COUNT];
} LanguageWords;

typedef struct LanguageProfile {
    WordList tags;               /* BCP 47; NULL ends a file's profiles */
    Str name;                    /* in English, for messages */
    Str hyphenation;             /* hyphen/NAME.bin; empty: words are not divided */
    uint8_t left_min, right_min; /* letters that stay before and behind a hyphen */
    Str own_letters;             /* small letters that sort behind the one they are made of */
    Str date;                    /* "{day} {month} {year}"; empty: ISO 8601 */
    const LanguageQuotes *quotes;
    const LanguageSpaces *spaces; /* NULL: all as typed */
    const LanguageGlue *glue;
    const LanguageList *list;
    const LanguageNotes *notes; /* NULL: as typed */
    const LanguageWords *words;
} LanguageProfile;

/* Never NULL. */
const LanguageProfile *language_find(Str lang);
/* The profiles of all files in their order: NULL past the end. */
const LanguageProfile *language_at(size_t index);

Str language_term(Str lang, LanguageTerm term);
/* 0 is Sunday; -1 when the language has no such weekday. Any case. */
int language_weekday(const LanguageProfile *profile, Str word);
/* What stands before `last`, the last of `count` members of a list. */
Str language_list_joint(const LanguageProfile *profile, size_t count, Str last);
/* The same in any case (ASCII and Latin-1). */
bool language_is_same_word(Str a, Str b);
/* Small letters without accents, ligatures as two letters: what a reader takes for the same word is equal. */
Str language_fold(Arena *arena, Str word);
/* Alphabetical order: <0, 0, >0; 0 for equal bytes only. */
int language_compare(const LanguageProfile *profile, Str a, Str b);

extern const LanguageProfile language_en[], language_es[], language_fr[], language_root;

#endif
