/* What a document says: the fields and blocks of its articles, the directory entries they use; everything
 * resolved. A document is one article, or a pack of many (pack.h).
 *
 * A block is what an author wrote as one list item: its kind (kind.h), the keys that any block may carry,
 * and the kind's own struct. Markdown text becomes blocks here too: a paragraph is a `text` block, a list a
 * `list` block, and so on, so that the stages behind see one form. */
#ifndef DOSSIER_MODEL_MODEL_H
#define DOSSIER_MODEL_MODEL_H

#include "model/directory.h"
#include "read/field.h"

typedef struct BlockKind BlockKind;
typedef struct Model Model;

typedef enum Keep { KEEP_NONE, KEEP_TOGETHER, KEEP_WITH_NEXT } Keep;

/* Keys that any block may carry. */
typedef struct BlockCommon {
    Scalar id, lang, marking, withheld;
    Scalars audience;
    int keep; /* Keep */
    bool number;
} BlockCommon;

typedef struct Block {
    const BlockKind *kind;
    Span span;     /* the block in the source */
    Span key_span; /* its block key (or its text) */
    BlockCommon common;
    void *fields;       /* the kind's struct; NULL when it could not be read (reported) */
    bool continues;     /* the next block is of the same `text:` */
    unsigned depth;     /* 0 in the body, 1 inside a block of the body, ... */
    unsigned item;      /* of a pack: the number of the one it stands in; 0: none */
    unsigned paragraph; /* its number in the margin; 0: none */
} Block;

typedef struct Blocks {
    Block **at;
    size_t len, cap;
} Blocks;

typedef struct PublishedBy {
    Scalar publisher, url;
    Date retrieved;
    Scalar status_tbc;
    int status; /* 0 none given, then as-published, edited, summary, translation */
} PublishedBy;

typedef enum State { STATE_DRAFT, STATE_FINAL } State;

typedef struct Article {
    Span span;
    Rich title, subtitle, kicker, standfirst, place;
    Rich short_title;
    Date date;
    Scalar weekday, lang, layout, id, marking;
    Scalars authors, use, audience;
    PublishedBy *published_by;
    int state;    /* State */
    Str language; /* its own or the document's */
    int level; /* of its title: 1 (H1) alone; 2 where it is the title of a pack's item; 3 within one */
    size_t first_text;             /* where its own begin in reader.texts */
    size_t first_block, end_block; /* its own in Model.blocks */
    Blocks body;
} Article;

/* An id and what bears it. */
typedef struct ModelId {
    Str id;
    Span span;
    const Block *block;     /* or */
    const TextSpan *inside; /* a span in text, */
    size_t text;            /* in reader.texts */
    unsigned item;          /* of a pack: the number of the one it is in; 0: none */
    unsigned paragraph;     /* the numbered one it is or stands in; 0: none */
} ModelId;

/* A picture file, decoded once. */
typedef struct ModelPicture {
    Str bytes;
    const struct Image *image; /* NULL: it cannot be read (reported) */
} ModelPicture;

/* Everything a run knows of its document. */
struct Model {
    Job *job;
    Reader reader;
    const BlockKind *const *kinds; /* NULL-terminated */
    struct Pack *pack;             /* pack.h; NULL: the document is one article */
    struct Edition *edition;       /* of a pack (read/edition.h); NULL: of an article */
    Article *article;              /* that article; in a pack the one being read */
    LIST(Article *) articles;      /* all, in reading order */
    Span span;                     /* of the document's file */
    bool is_final;
    Directory *directory;
    bool names_directory; /* under some `use` */
    bool lacks_directory; /* a file of `use` could not be read: ids may be missing because of it */
    bool *is_used;        /* of each entry of the directory: does the article name it? */
    Str lang;             /* the document's: --lang, else the file's, else "en" */
    LIST(Block *) blocks; /* every block, nested ones too, in reading order */
    unsigned depth;       /* of the block being read */
    LIST(ModelId) ids;
    IdIndex id_index;
    const struct Include *include; /* the file being included, while it is (include.c) */
    size_t include_count;
    Reader *directory_reader; /* while reading */
    LIST(uint32_t) directory_sources;
    unsigned notes; /* in the article and all directory entries: no note has a higher number */
    LIST(ModelPicture) pictures; /* that blocks show (block/picture.h) */
    unsigned row_count;   /* rows of blocks that a part of a pack may lead to, numbered by kinds */
    LIST(Str) text_langs; /* language of reader.texts[i] where a block sets one, else empty */
};

typedef struct ModelOptions {
    Str lang;     /* overrides the file's; empty: not */
    Str audience; /* whose edition of a pack; empty: everybody's */
} ModelOptions;

/* Reads an article or a pack (by the file's kind), all the files it names, resolves every id, mention and TBC.
 * Reports all mistakes; NULL when the file cannot be made sense of at all. Errors: E01xx-E03xx, E08xx. */
Model *model_read(Job *job, Str path, const BlockKind *const *kinds, ModelOptions options);
/* The same for a file that is among the sources already. */
Model *model_read_source(Job *job, uint32_t source, const BlockKind *const *kinds,
                         ModelOptions options);

/* For kinds: blocks from a node (a list of blocks, or one string). */
bool model_read_blocks(Model *model, const Node *node, Blocks *blocks);
/* For kinds: blocks from Markdown: `markup` and the siblings behind it. */
bool model_add_markup(Model *model, const Markup *markup, Blocks *blocks);
/* The field function that reads Blocks (FIELD_CUSTOM), for items that are "each a string or blocks". */
bool model_parse_blocks(Reader *reader, const Node *value, const Field *field, void *slot);

/* The block with this id; NULL when there is none. */
const Block *model_find_block(const Model *model, Str id);
/* An id and where it leads; NULL when there is none. */
const ModelId *model_find_id(const Model *model, Str id);
/* For `resolve`: the block or directory entry an id names. Reports E0304 with "did you mean" and returns NULL
 * when there is none; NULL without a report when the scalar is absent or TBC. */
const Block *model_require_block(Model *model, const Scalar *id);
const Entry *model_require_entry(Model *model, const Scalar *id);
/* The same for an id of anything: block, article, item, passage. */
bool model_require_id(Model *model, const Scalar *id);
/* Where a value may be an id or a name as it stands (`publisher`, `authors`): the entry's full name, else the
 * words themselves. */
Str model_name(const Model *model, const Scalar *id_or_name, Str lang);
/* For `resolve`: such a value is printed; its entry counts as used, W0317 when it is almost an id. */
void model_use_name(Model *model, const Scalar *id_or_name);
/* For `resolve`: the block prints this field of the entry; W0319 when not everybody may see it. */
void model_warn_audience(Model *model, const Entry *entry, const char *key);
/* As a mention says it: MENTION_FULL "Name (ACRONYM)", "Title Name"; MENTION_SHORT the acronym (or the name
 * where the entry is known by it), the family name; MENTION_AUTO the bare name. */
Str model_entry_text(Arena *arena, const Entry *entry, MentionForm form, Str lang);
/* Language of a block: its own or the document's. */
Str model_block_lang(const Model *model, const Block *block);

/* The language of the text reader.texts[index]: of the block it stands in, or of the document. */
Str model_text_lang(const Model *model, size_t index);

/* A date in the document's long form: "12 December 2018". Without a day "December 2018", without a month "2018". */
Str model_format_date(Arena *arena, const Date *date, Str lang);
/* The meetings that an entry's `met` lists, dates in long form; empty when there are none. */
Str model_met_text(Arena *arena, const Person *person, Str lang);
/* 0 is Sunday. */
int model_weekday(int year, int month, int day);
/* "a, b and c" by the rules of the language. */
Str model_join_list(Arena *arena, const Str *items, size_t count, Str lang);

void model_dump(const Model *model, Buf *out);

#endif
