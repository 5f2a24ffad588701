/* The logical structure (ISO 32000-1, 14.7): what a screen reader hears, in reading order.
 *
 * The block stage builds the tree while it sets; a leaf of role TAG_CONTENT stands for a stretch of painted
 * text (TextPart.owner and Part.owner point to it). The PDF stage gives each leaf its marked-content ids,
 * page by page, and writes the tree in the order it was built. */
#ifndef DOSSIER_BLOCK_TAG_H
#define DOSSIER_BLOCK_TAG_H

#include "base/job.h"

typedef enum TagRole {
    TAG_CONTENT, /* a leaf: painted content of its parent */
    TAG_DOCUMENT,
    TAG_PART,
    TAG_SECT,
    TAG_ART,
    TAG_DIV,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_P,
    TAG_BLOCK_QUOTE,
    TAG_QUOTE,
    TAG_CAPTION,
    TAG_CODE,
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_TABLE,
    TAG_THEAD,
    TAG_TBODY,
    TAG_TR,
    TAG_TH,
    TAG_TD,
    TAG_SPAN,
    TAG_STRONG,
    TAG_EM, /* Strong and Em are role-mapped to Span */
    TAG_LINK,
    TAG_FIGURE,
    TAG_NOTE,
    TAG_REFERENCE,
    TAG_TOC,
    TAG_TOCI,
    TAG_ROLE_COUNT
} TagRole;

typedef struct Tag {
    TagRole role;
    struct Tag *parent, *first, *last, *next;
    Str lang;      /* empty: the parent's */
    Str alt;       /* Figure */
    Str expansion; /* /E: what an acronym stands for */
    Str title;
    Str id;                     /* destination of references, may be empty */
    unsigned number;            /* order of creation, 0 for the root */
    int columns, rows;          /* TH, TD: spans over 1; 0: 1 */
    bool is_row_header;         /* TH: Scope Row instead of Column */
    const char *list_numbering; /* L: Disc, Decimal, LowerAlpha, None */
} Tag;

typedef struct TagTree {
    Arena *arena;
    Tag *root; /* Document */
    unsigned count;
} TagTree;

TagTree *tag_tree_new(Arena *arena);
/* A new last child. */
Tag *tag_add(TagTree *tree, Tag *parent, TagRole role);
const char *tag_role_name(TagRole role); /* "P", "LBody", "Strong" */
void tag_tree_dump(const TagTree *tree, Buf *out);

#endif
