/* Text + look + language into glyphs, and where lines may break.
 *
 * A paragraph comes as parts (each one look, one owner) and leaves as
 *  - text: the characters that are printed: the language's quotation marks, dashes and no-break spaces put
 *    in, capitals made where the look asks for them;
 *  - segments: maximal stretches of one word or one space in one part, one face, one direction, shaped;
 *  - items: what the line breaker sees: boxes, glue, penalties (Knuth & Plass 1981).
 * Words are shaped once and kept in a cache by face, features, language and characters, in font units,
 * independent of size. Nothing here assumes left-to-right or one glyph a character. */
#ifndef DOSSIER_SHAPE_SHAPE_H
#define DOSSIER_SHAPE_SHAPE_H

#include "base/job.h"
#include "base/look.h"
#include "base/sp.h"
#include "font/font.h"

/* How characters of a part look. */
typedef struct Look {
    const Face *face;
    Sp size;
    int tracking; /* thousandths of an em, added to every advance */
    Figures figures;
    Color color;
    Sp rise; /* above the baseline */
    bool uppercase;
    bool has_small_caps; /* acronyms are set in them; their text stays in capitals */
    bool is_boxed;       /* TBC: a frame is drawn round it */
    bool is_struck;      /* a line is drawn through it */
} Look;

/* A stretch of text with one look. Everything is borrowed and must outlive what is made of it. */
typedef struct TextPart {
    Str text; /* UTF-8; a hard line break is "\n" */
    Look look;
    Str lang;          /* empty: the paragraph's */
    Span span;         /* in the source; 1:1 with text when the lengths agree */
    const void *owner; /* whatever the stages behind want: the content node of the structure tree */
    const void *link;  /* same for all parts of one link; NULL outside */
    Str page_of;       /* figures that become the number of the page where this id is */
    const void *note;  /* the mark of this note, which no line begins with; NULL for all else */
    bool
        is_verbatim; /* code, addresses: no quotation marks, no hyphenation, may break after / . - _ */
} TextPart;

/* White at both ends of a boxed part; the frame stands in the middle of it. */
#define FRAME_SPACE (2 * SP_PT)

enum {
    GLYPH_BOX = 1,         /* character in no font: drawn as a box path, id is 0 */
    GLYPH_SPACE = 2,       /* stretches in justified lines */
    GLYPH_SOFT_HYPHEN = 4, /* inserted by us: text is U+00AD */
    GLYPH_FRAME_LEFT = 8,  /* stands FRAME_SPACE off its left edge, */
    GLYPH_FRAME_RIGHT = 16 /* off its right edge: a boxed part begins, ends there */
};

/* One glyph of a segment, in visual order, in font units. `cluster` is the byte in the paragraph's text
 * where the glyph's cluster begins. */
typedef struct Glyph {
    uint32_t id, cluster;
    int32_t advance, dx, dy;
    uint32_t flags;
} Glyph;

/* Segments cover the text in its own order; only a forced break ("\n") belongs to none, its penalty covers it. */
typedef struct Segment {
    const TextPart *part;
    const Face *face;  /* may be a fallback of the part's */
    uint32_t from, to; /* bytes of the paragraph's text */
    uint8_t level;     /* bidi embedding level, odd is right-to-left */
    bool is_space;
    const Glyph *glyphs;
    uint32_t count; /* 0 where all characters are invisible (a lone joiner) */
    Sp width;       /* with tracking */
} Segment;

typedef enum ItemKind {
    ITEM_BOX,
    ITEM_GLUE, /* a space: disappears at a line's end; a break here is free unless penalty says no */
    ITEM_PENALTY /* a place where a line may end: hyphenation point, after a typed hyphen, forced break */
} ItemKind;

#define PENALTY_NEVER 10000
#define PENALTY_FORCED (-10000)

/* Widths are for the unbroken text. If a line ends at item i, it is wider by `end_extra` (hyphen, and the
 * difference that shaping the cut word makes); the next line, which begins behind i, is wider by
 * `start_extra`. `hang_end`/`hang_start`: how far the last/first character may stand out into the margin
 * when a line ends here/begins behind here (optical margin), for the protrusion table at 100 %. */
typedef struct Item {
    ItemKind kind;
    int penalty;    /* glue: 0, or PENALTY_NEVER for a no-break space */
    bool is_hyphen; /* penalty: a hyphen is inserted here */
    bool
        is_flagged; /* the line would end in a hyphen, inserted or typed: counts for the run limit */
    uint32_t segment;  /* index; for a penalty inside a word: the word's segment */
    uint32_t from, to; /* bytes of the text; a penalty's `from` is where the word is cut */
    Sp width, stretch, shrink;
    Sp end_extra, start_extra;
    Sp hang_end, hang_start;
} Item;

typedef struct Shaped {
    Str text;
    Str lang;
    bool is_rtl;   /* paragraph direction */
    Sp hang_start; /* of the first character, as an item's of the one behind it */
    const Segment *segments;
    size_t segment_count;
    const Item *items; /* ends with ITEM_PENALTY, PENALTY_FORCED */
    size_t item_count;
} Shaped;

typedef struct Paragraph {
    const TextPart *parts;
    size_t count;
    Str lang;
    bool hyphenate;
} Paragraph;

typedef struct Shaper Shaper;

/* `fonts` is borrowed. The cache lives in job->arena. */
Shaper *shaper_new(Job *job, FontSet *fonts);
/* From here on shapes for another job: its arena, scratch and diagnostics. The cache stays where it is; what was
 * reported once is reported anew, so that nothing depends on which texts came before. */
void shaper_use(Shaper *shaper, Job *job);
/* Takes over which characters another has reported as missing: a text without a place does not report them
 * again. */
void shaper_join_missing(Shaper *shaper, const Shaper *other);
void shaper_drop(Shaper *shaper);
FontSet *shaper_fonts(const Shaper *shaper);

/* Shapes a paragraph. Characters that no font has: W_MISSING_GLYPH with code point, place and fonts tried. */
const Shaped *shape_paragraph(Shaper *shaper, const Paragraph *paragraph);

/* The glyphs of bytes [from, to) of one segment as it stands at a line's end or start, shaped on its own;
 * with a hyphen behind when asked. Used by the line stage for cut words. */
const Glyph *shape_fragment(Shaper *shaper, const Shaped *shaped, uint32_t segment, uint32_t from,
                            uint32_t to, bool with_hyphen, uint32_t *count);

/* The glyphs of figures as a part has them; clusters count from 0. */
const Glyph *shape_figures(Shaper *shaper, const TextPart *part, const Face *face, Str figures,
                           Str lang, uint32_t *count);
/* No space is narrower, in thousandths of an em: readers of PDF see none in less than 150. */
enum { LEAST_SPACE = 160 };

/* Font units of a face to a length at this size. */
static inline Sp shape_length(const Face *face, Sp size, int64_t units) {
    return sp_scale(size, units, face->upem);
}

/* Where a word (letters only, UTF-8, any case) may be hyphenated: `points[i]` is set when a break is allowed
 * before byte i. False when the language has no patterns. Liang's method; patterns are compiled at build
 * time (src/tools/hyphen_compile.c). */
bool hyphenate_word(Str lang, Str word, uint8_t *points);

/* Stable text of runs and items, for --dump=runs. */
void shaped_dump(const Shaped *shaped, Buf *out);

#endif
