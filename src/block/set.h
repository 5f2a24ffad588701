/* The toolkit with which each kind of block is set: paragraphs, rules, rows, keeps, tags.
 *
 * A kind's `set` composes these; it never touches glyphs or coordinates of pages. Line boxes: every line of
 * a style is a box of height `leading` whose baseline stands DEPTH above its bottom, the same for all
 * styles, so that all text sits on one baseline grid whenever boxes end on grid lines. */
#ifndef DOSSIER_BLOCK_SET_H
#define DOSSIER_BLOCK_SET_H

#include "block/galley.h"
#include "model/kind.h"
#include "model/model.h"
#include "style/style.h"

typedef struct Setter {
    Job *job;
    const Model *model;
    const Layout *layout;
    Shaper *shaper;
    Galley *galley;
    TagTree *tags;
    Tag *parent;       /* where new elements go */
    Sp left, measure;  /* of the column, inside lists and quotes narrower */
    Sp pending_space;  /* after the last block; the larger of this and the next `before` counts */
    bool follows_text; /* the block before was a text paragraph: the next indents */
    int depth;         /* of nested lists */
    Str lang;
} Setter;

/* The whole article: title matter, then its blocks. */
Galley *block_set_article(Job *job, const Model *model, const Layout *layout, Shaper *shaper, TagTree *tags);

/* All kinds there are, NULL-terminated: the one list (kinds.c). */
extern const BlockKind *const block_kinds[];

/* Space before a block, collapsed with what the block before wanted; then a break allowed at `penalty`. */
void set_space(Setter *setter, const Style *style, int penalty);
/* A paragraph of pieces in a style: shaped, broken, appended as boxes with penalties for widows and
 * orphans between the lines. `tag` is the element the text belongs to (NULL: an artifact). */
void set_rich(Setter *setter, const Rich *rich, const Style *style, Tag *tag);
/* The same for a plain string. */
void set_string(Setter *setter, Str text, Span span, const Style *style, Tag *tag);
/* Lines without appending them: for rows, margins, running lines. */
Lines set_lines(Setter *setter, const Rich *rich, const Style *style, Sp measure, Tag *tag);
Lines set_lines_string(Setter *setter, Str text, Span span, const Style *style, Sp measure, Tag *tag);
/* One box holding several columns of lines side by side (a table row): each cell is lines at an x. */
typedef struct Cell {
    Lines lines;
    Sp x;
} Cell;
void set_row(Setter *setter, const Cell *cells, size_t count, const Style *style, Span span);
void set_penalty(Setter *setter, int penalty);
void set_mark(Setter *setter, Mark mark);
void set_open_bar(Setter *setter, const Style *style, Span span);
void set_close_bar(Setter *setter, Span span);
/* Puts lines into the margin column beside the next box. */
void set_margin(Setter *setter, Lines lines, const Style *style, Span span);
/* All blocks of a list, in order. */
void set_blocks(Setter *setter, const Blocks *blocks);
/* End of a block: remembers the space it wants behind it. */
void set_end(Setter *setter, const Style *style);

#endif
