/* A pack: items in their order, each with what stands in it, and what goes before and behind them.
 *
 * An item is numbered from 1 in the order of the file (withdrawn ones too: numbers that were announced stay).
 * It holds exactly one of a body of its own (then its title is that of the text, and it has one article), one
 * article file, several article files, or nothing but a status that says why. */
#ifndef DOSSIER_MODEL_PACK_H
#define DOSSIER_MODEL_PACK_H

#include "model/model.h"

typedef enum ItemStatus {
    ITEM_UNSAID,
    ITEM_FINAL,
    ITEM_DRAFT,
    ITEM_LATE,
    ITEM_TO_FOLLOW, /* this and those below have a slip sheet for pages */
    ITEM_WITHDRAWN,
    ITEM_ORAL,
    ITEM_EXEMPT
} ItemStatus;

typedef enum ItemPurpose {
    PURPOSE_NONE,
    PURPOSE_DECISION,
    PURPOSE_DISCUSSION,
    PURPOSE_INFORMATION,
    PURPOSE_NOTING
} ItemPurpose;

typedef enum ItemForm { FORM_STANDARD, FORM_SPEECH, FORM_CARDS, FORM_ONE_PAGE } ItemForm;

typedef enum ItemStart { START_ANY, START_RECTO } ItemStart;

/* Past any of them the build fails; 0: no limit. */
typedef struct Budget {
    int pages, words, minutes;
} Budget;

typedef struct PackItem {
    unsigned number; /* from 1 */
    Span span;
    Rich title, short_title;
    Scalar id, owner, presenter; /* owner, presenter: ids of the directory, or names */
    Scalar marking, withheld;
    Rich considered;
    Scalars audience;
    int purpose, status, form, start; /* enums above */
    Date due;
    Budget *limit;
    Scalar file;
    Scalars files;        /* `articles` */
    bool has_body;        /* its one article is the item's own text */
    bool is_left_out;     /* while reading: none of its articles is for this edition */
    bool is_withheld;     /* not for this edition: number and ground alone are left */
    size_t first_text;    /* where its own begin in reader.texts */
    size_t pages;         /* once it is paged; 0: not yet */
    size_t expected_page; /* about where it will begin, for the room that page numbers take */
    struct {
        Article **at;
        size_t len, cap;
    } articles;
} PackItem;

typedef struct Event {
    Rich name, theme, place, venue;
    Date from, to;
    Scalar zone;
} Event;

typedef struct Clearance {
    Scalar by, role;
    Date date;
} Clearance;

typedef struct Control {
    Scalar symbol, version, author, supersedes;
    Rich retention;
    Date date;
    FieldList cleared; /* of Clearance */
} Control;

typedef struct Embargo {
    Scalar until, zone;
    Scalars show;
} Embargo;

typedef struct Recipient {
    Scalar copy, to, audience;
} Recipient;

typedef enum PageNumbering { NUMBER_PACK, NUMBER_ITEM } PageNumbering;
typedef enum ParagraphNumbering {
    PARAGRAPHS_NONE,
    PARAGRAPHS_ITEM,
    PARAGRAPHS_PACK
} ParagraphNumbering;

typedef struct Numbering {
    int pages, paragraphs; /* enums above */
    bool items;
} Numbering;

/* What goes before or behind the items. */
typedef enum Matter {
    MATTER_COVER,
    MATTER_CONTROL,
    MATTER_CHANGES,
    MATTER_CONTENTS,
    MATTER_DAY,
    MATTER_GLOSSARY,
    MATTER_REFERENCES,
    MATTER_CONTACTS,
    MATTER_LOGISTICS,
    MATTER_ACTIONS,
    MATTER_DISTRIBUTION,
    MATTER_COUNT
} Matter;

typedef struct MatterList {
    Matter *at;
    Span *spans;
    size_t len;
} MatterList;

typedef struct Pack {
    Span span;
    Rich title, subtitle, short_title;
    Scalar kind, lang, layout, principal, marking;
    Scalars use, markings, audiences, front_names, back_names;
    int state; /* State */
    Event *event;
    Control *control;
    Embargo *embargo;
    Numbering *numbering;   /* never NULL once read */
    FieldList distribution; /* of Recipient */
    const Node *item_nodes, *annexes, *contacts, *logistics;
    Blocks contact_blocks, logistics_blocks; /* what those two say */
    MatterList front, back;
    struct {
        PackItem **at;
        size_t len, cap;
    } items;
} Pack;

/* Words of an item that count against its limit (budget.c). */
size_t item_count_words(const Model *model, const PackItem *item);
/* Has its status a paper still to come? */
bool item_is_awaited(const PackItem *item);
/* "cover", "control", ... */
const char *matter_name(Matter matter);
/* Has the item a sheet that says why it has no pages? */
bool item_is_slip(const PackItem *item);
/* As an author writes them: "to-follow", "decision". */
const char *item_status_name(int status);
const char *item_purpose_name(int purpose);

/* Stable text of a pack's own fields, for --dump=model. */
void pack_dump(const Model *model, Buf *out);

#endif
