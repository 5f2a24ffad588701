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

/* Something that text runs beside (wrap.h). */
typedef struct Wrap {
    Sp rest; /* what is still to be passed, from the top of the next line; 0: nothing stands there */
    Sp gap;  /* of that, white below it */
    Sp by;   /* so much shorter are the lines beside it */
    bool is_left, is_placed;
    Lines words[2];    /* of them, those that may hold links: caption, credit */
    const Part *parts; /* from the column's left and the top of the first line */
    size_t part_count;
    Sp measure; /* of the column that it stands in */
    Span span;
} Wrap;

typedef struct Setter {
    Job *job;
    const Model *model;
    const Layout *layout;
    Shaper *shaper;
    Galley *galley;
    TagTree *tags;
    Tag *parent;         /* where new elements go */
    Sp left, measure;    /* of the column, inside lists and quotes narrower */
    Sp pending_space;    /* after the last block; the larger of this and the next `before` counts */
    bool is_under_head;  /* a head is above: it stands nearer to what follows than that asks for */
    int pending_penalty; /* how the last block holds to the next */
    bool wants_title;    /* of a pack: its first galley, which bears the title of the pack */
    bool is_first;       /* nothing is above: no space */
    bool follows_text;   /* the block before was a text paragraph: the next indents */
    const Style *text_style; /* of paragraphs inside quotes and lists; NULL: `text` */
    int depth;               /* of nested lists */
    Str part;                /* of a pack: "4" for an item, "contacts" for a matter */
    int level;               /* of the title above, 1 for H1: headings count from it */
    unsigned item;           /* of a pack: the number of the one being set; 0: none */
    Wrap wrap;
    LIST(Mark) marks;        /* waiting for the next box */
    IdIndex printed_links;   /* addresses that were printed already (link_note.h) */
    bool is_again;           /* a paragraph set once more (recast.h), with the notes that it had: */
    const GalleyItem *notes; /* they wait for their lines, in order */
    size_t note_count;
    struct Notes *footnotes; /* note.h; NULL: the document has none */
    bool is_in_note;         /* the words of a footnote */
    Str lang;
    Buf *on_runs,
        *on_lines; /* transcripts of what is shaped and broken on the way; NULL: not wanted */
} Setter;

/* Depth of every line box: from its baseline to its bottom. */
Sp set_depth(const Layout *layout);

/* The whole article: title matter, then its blocks. The caller fills job, model, layout, shaper, tags and, for
 * dumps, on_runs and on_lines; the rest is begun here. */
Galley *block_set_article(Setter *setter);
/* The same in steps, for galleys that hold more than one article (pack.h): a galley, empty or with the pack's
 * title, its elements below `parent`; an article behind what is there. */
void block_begin_galley(Setter *setter, Tag *parent);
void block_add_article(Setter *setter, const Article *article);
/* Level in the outline of what is an H`level`: a pack's own title (H1) has no entry. */
int setter_outline_level(const Setter *setter, int level);

/* All kinds there are, NULL-terminated: the one list (kinds.c). */
extern const BlockKind *const block_kinds[];

/* ---- space and breaks ---- */

/* A new last item of the galley; before a box the marks that wait for it. */
GalleyItem *set_add(Setter *setter, GalleyKind kind, Span span);

/* Space before a block, the larger of its own and what the block before wanted behind it, then a break allowed
 * at the penalty that the block before asked for. */
void set_space(Setter *setter, const Style *style);
/* The larger of the two; under a head half of what the block asks for is enough. */
Sp set_space_above(const Setter *setter, const Style *style);
/* End of a block: remembers the space it wants behind it and how it holds to what follows. */
void set_end(Setter *setter, const Style *style);
void set_penalty(Setter *setter, int penalty, PenaltyKind kind, Span span);
/* Carried to the page of the next box. */
void set_mark(Setter *setter, Mark mark);

/* ---- paragraphs ---- */

/* A paragraph of pieces in a style: space, then lines as boxes with penalties for widows and orphans between
 * them. `tag` is the element the text belongs to (NULL: an artifact). */
void set_rich(Setter *setter, const Rich *rich, const Style *style, Tag *tag);
/* The style of running text here: a quote's or list's own inside one. */
const Style *set_text_style(const Setter *setter);
/* The same for parts collected by hand (block/look.h). */
struct PartList;
void set_parts(Setter *setter, const struct PartList *parts, const Style *style, Span span);
/* Lines already broken: boxes with penalties between, no space. */
void set_lines(Setter *setter, Lines lines, const Style *style, Span span);
/* The first line that shows something of an element; the first of all when none does. */
size_t set_line_of(const Lines *lines, const Tag *tag);
/* Lines of a text for rows and margins: no first indent, ragged or as the style says. */
Lines set_rich_lines(Setter *setter, const Rich *rich, const Style *style, Sp measure, Tag *tag);
Lines set_string_lines(Setter *setter, Str text, Span span, const Style *style, Sp measure,
                       Tag *tag);

/* ---- rows, rules, bars, margins ---- */

/* Several columns of lines side by side: a table row, held together unless it is long. */
typedef struct Cell {
    Lines lines;
    Sp x;
} Cell;
typedef struct Row {
    const Cell *cells;
    size_t count;
    const Style *style; /* leading; its `rule` is drawn above the row when `has_rule` */
    bool has_rule;
    Span span;
} Row;
void set_row(Setter *setter, const Row *row);
/* A rule across the measure in the middle of one line. */
void set_rule(Setter *setter, const Style *style, Span span);
/* A box of this height with one part in it. */
void set_part(Setter *setter, const Part *part, Sp height, Span span);
void set_open_bar(Setter *setter, const Style *style, Span span);
void set_close_bar(Setter *setter, Span span);
/* Puts lines into the margin column beside the next box, with the style's space behind them; false when the layout
 * has none. */
bool set_margin(Setter *setter, Lines lines, const Style *style, Span span);
/* Adds a line at the left of the first box that was set since `from` (a position in the galley); false when
 * there is none. */
bool set_marker(Setter *setter, size_t from, Lines marker, Sp x);

/* No page break inside what was set since `from`; the first penalty stands before it. */
void set_hold(Setter *setter, size_t from);
/* Where every message has a card of its own: a break before another one. */
void set_card_break(Setter *setter, Span span);
/* All blocks of a list, in order. */
void set_blocks(Setter *setter, const Blocks *blocks);

#endif
