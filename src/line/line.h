/* Paragraphs into lines: total-fit breaking (Knuth & Plass, "Breaking Paragraphs into Lines", 1981).
 *
 * All breaks of a paragraph are chosen together, by least demerits: badness of each line, hyphens, runs of
 * hyphens, neighbours of different tightness (fitness classes), a short last line. Protrusion of
 * punctuation into the margin counts in the optimisation. Prefix sums make a candidate line cost O(1).
 * Integers throughout: the same input gives the same lines on every machine. */
#ifndef DOSSIER_LINE_LINE_H
#define DOSSIER_LINE_LINE_H

#include "shape/shape.h"

typedef struct LineSpec {
    Sp measure;
    Sp first_indent; /* added to the first line's starting edge: left, or right in right-to-left text */
    Sp hang;         /* the same for all lines but the first */
    Align align;     /* ALIGN_START is right in right-to-left text */
    int protrusion;        /* thousandths of the table; 0: none */
    int looseness;         /* lines more (or fewer) than best, if the badness allows */
    int expansion;         /* glyphs may be set this many thousandths wider or narrower; 0: none */
    uint32_t narrow_lines; /* the first so many lines stand beside something: */
    Sp narrow_by;          /* so much shorter, */
    Sp narrow_left;        /* and so much of that on the left */
} LineSpec;

/* A glyph where it is drawn. `x` is from the left end of its run, `y` above the baseline. Its text is bytes
 * [from, to) of the line's text; empty for the later glyphs of a cluster (the carrier is the one read
 * first: in right-to-left runs the rightmost). A hyphen put in by us has empty text too and is flagged
 * GLYPH_SOFT_HYPHEN. */
typedef struct PlacedGlyph {
    uint32_t id, flags;
    uint32_t from, to;
    Sp x, y;
    Sp advance; /* to the next glyph as set: with kerning, tracking, justification */
} PlacedGlyph;

/* Consecutive glyphs of one part, one face, one level, left to right as drawn (reading order of runs:
 * `order`). `width` does not count the spaces a line ends with, though their glyphs are here. */
typedef struct LineRun {
    const TextPart *part;
    const Face *face;
    Sp x, width; /* left end from the left edge of the measure */
    const PlacedGlyph *glyphs;
    uint32_t count;
    uint32_t order; /* 0 for the run that is read first */
    uint8_t level;
} LineRun;

typedef struct Line {
    Str text;          /* of the whole paragraph */
    uint32_t from, to; /* bytes of it that the line holds, trailing space included */
    Sp left, width; /* where ink starts from the left edge (may be negative), how wide it is set */
    int ratio;      /* thousandths of stretch (or, negative, shrink) used */
    int badness;    /* as TeX: 100 |r|^3, at most 10000 */
    int expansion; /* thousandths by which glyphs (not spaces) are set wider; positions allow for it */
    Align
        align; /* what stays when its text changes: both edges (JUSTIFY), the left (START), right (END), middle */
    bool is_hyphenated, is_last, is_narrow;
    const LineRun *runs;
    uint32_t run_count;
} Line;

typedef struct Lines {
    const Line *at;
    size_t len;
    int64_t demerits;  /* what this choice of breaks costs: compare looseness with looseness */
    size_t candidates; /* lines looked at on the way: grows linearly with the text */
} Lines;

/* Breaks and justifies. No lines for an empty paragraph; a line without runs for an empty line. A trailing space stays as a glyph at the line's end so that the text reads back
 * whole. A word wider than the measure is broken where it must be; W_OVERFULL_LINE tells the widest line when
 * even that fails, and E_NO_ROOM when there is no measure at all. Memory in job->arena. */
Lines line_break(Job *job, Shaper *shaper, const Shaped *shaped, const LineSpec *spec);

/* A line with other figures in some of its runs: `figures[i]` of run i; empty: it stays. What the line is wider
 * or narrower by goes to its spaces, or to its loose end; never below the least space there may be. Memory in
 * job->arena. */
const Line *line_exchange_figures(Job *job, Shaper *shaper, const Line *line, const Str *figures,
                                  Str lang);

/* Width of the text set on one line, and of its widest unbreakable piece: for column widths. */
Sp line_natural_width(const Shaped *shaped);
Sp line_minimal_width(const Shaped *shaped);

void lines_dump(const Lines *lines, Buf *out);

#endif
