/* Text: CommonMark (md4c) plus our spans, mentions and cross-references, as flat pieces with exact places.
 *
 * A paragraph is a flat list of pieces; what surrounds a piece (strong, link, span attributes) is carried
 * by the piece itself. Adjacent pieces that share the same `link` or `attributes` pointer belong together.
 * A soft line break is a piece of text " ". Escapes and entities are resolved: such a piece has bytes that
 * differ from its span; every other piece's bytes are the bytes of its span, 1:1. */
#ifndef DOSSIER_READ_MARKUP_H
#define DOSSIER_READ_MARKUP_H

#include "base/look.h"
#include "read/node.h"

typedef enum PieceKind {
    PIECE_TEXT,
    PIECE_BREAK,   /* hard line break; no text */
    PIECE_MENTION, /* [[id]]: `target` is the id, `form` how; the model fills `text` */
    PIECE_TBC,     /* the whole value is TBC; `text` is "TBC" or "TBC: note" */
    PIECE_NOTE     /* ^[note]: `note`; no text of its own */
} PieceKind;

enum { MARK_STRONG = 1, MARK_EMPHASIS = 2, MARK_CODE = 4, MARK_STRIKE = 8 };

typedef enum MentionForm { MENTION_AUTO, MENTION_SHORT, MENTION_FULL } MentionForm;

typedef struct TextLink {
    Str url; /* as written, entities resolved; "#id" for a cross-reference; mailto: added to e-mails */
    Str title; /* may be empty */
    Span span; /* of the target */
    bool
        is_data; /* from a key of its own: what is printed of it is said there, not by the layout's `links` */
    bool
        is_reference; /* an author's [words](#id): prints the page it leads to; of [](#id) the words are none */
} TextLink;

/* [x]{lang=fr #name audience=principal}: nested spans point outward. */
typedef struct TextSpan {
    const struct TextSpan *outer;
    Str id, lang;
    Str *audience;
    size_t audience_count;
    Span span;
} TextSpan;

typedef struct Piece {
    PieceKind kind;
    unsigned marks;
    Str text;
    Span span;
    const TextLink *link;       /* NULL outside links */
    const TextSpan *attributes; /* innermost, NULL outside spans */
    Str target;                 /* mention: the id */
    MentionForm form;
    const void *entry; /* mention: the directory entry, set by the model */
    struct TextNote *note;
} Piece;

/* One paragraph of text. */
typedef struct Rich {
    Piece *pieces;
    size_t count;
    Span span;
    bool is_tbc;
} Rich;

/* The words of a footnote. They begin anew: what surrounds the mark (strong, a span's name) is not theirs, but
 * its language and audience are. */
typedef struct TextNote {
    Rich text;
    Span span;       /* from ^[ to ] */
    unsigned number; /* given when it is set, from 1; 0: not yet */
} TextNote;

typedef enum MarkupKind {
    MARKUP_PARAGRAPH,
    MARKUP_HEADING,
    MARKUP_LIST,
    MARKUP_ITEM,
    MARKUP_QUOTE,
    MARKUP_CODE, /* text: one PIECE_TEXT a line with MARK_CODE, PIECE_BREAK between */
    MARKUP_RULE,
    MARKUP_TABLE, /* rows; the first is the head, and all have as many cells */
    MARKUP_ROW,
    MARKUP_CELL
} MarkupKind;

typedef struct Markup {
    MarkupKind kind;
    Span span;
    Rich text;                   /* paragraph, heading, code, cell */
    unsigned level;              /* heading: 1 for # */
    bool is_ordered;             /* list */
    bool is_tight;               /* list */
    unsigned start;              /* list: first number */
    bool is_task, is_done;       /* item: [ ] and [x] */
    Align align;                 /* cell: of its column; ALIGN_JUSTIFY: not given */
    struct Markup *first, *next; /* children, next sibling */
} Markup;

/* What the readers below share. Every Rich read is kept in order, the notes in it behind it, so that mentions
 * and references can be resolved in one pass over the document; so is every TBC value. */
typedef struct Reader {
    Job *job;
    LIST(Rich *) texts;
    LIST(Span) tbcs;
    LIST(Span) unprinted_tbcs; /* of fields that nothing is printed for */
    unsigned notes;            /* in all texts */
    struct Edition *edition;   /* of a pack (edition.h); NULL: everything is for everybody */
    void *owner;               /* for custom field functions: the model or layout being read */
} Reader;

/* The text of a scalar as blocks; NULL when it is empty (reported, E0107) or not text. When an edition withholds
 * all of it, one paragraph without pieces is left. */
Markup *markup_read(Reader *reader, const Node *scalar);
/* The text of a scalar as one paragraph: a leading `#`, `-`, `1.` and the like is plain text. */
bool markup_read_inline(Reader *reader, const Node *scalar, Rich *rich);

/* Reports a note in a text that is repeated elsewhere, such as a title (E0207); `what` it is. */
bool markup_refuse_note(Reader *reader, const Rich *rich, const char *what);

/* The first note of a text; NULL when it has none. */
const TextNote *rich_note(const Rich *rich);
/* The text without marks and notes, for titles, bookmarks, metadata. */
Str rich_plain(Arena *arena, const Rich *rich);
void rich_dump(const Rich *rich, const Sources *sources, Buf *out);
void markup_dump(const Markup *markup, const Sources *sources, unsigned indent, Buf *out);

#endif
