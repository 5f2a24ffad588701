/* How things look: layouts read into constant structs.
 *
 * A layout file may extend another; later keys win; nothing else cascades. `base` names every style there
 * is; a layout may change them but not invent names. Lengths carry a unit (pt mm cm in em; em is of the
 * style's own size). Shipped layouts are compiled in (base/resource.h); others are searched beside the file
 * that names them, in $DOSSIER_PATH, in $XDG_DATA_HOME/dossier/layouts. */
#ifndef DOSSIER_STYLE_STYLE_H
#define DOSSIER_STYLE_STYLE_H

#include "base/look.h"
#include "base/sp.h"
#include "read/field.h"

/* One style, complete: every value is there, from the layout or its parents. */
typedef struct Style {
    Str name; /* "quote.by" */
    Str font; /* family, "Source Serif 4" */
    FaceStyle face;
    Sp size, leading;
    Align align;
    Sp indent;        /* first line of a paragraph that follows a paragraph */
    Sp hang;          /* all lines but the first; lists */
    Sp left, right;   /* insets from the measure */
    Sp before, after; /* space around the block; the larger of two neighbours counts */
    Color color;
    Span color_span; /* where the layout says so; source 0: nowhere */
    int tracking;    /* thousandths of an em */
    bool uppercase, has_small_caps, hyphenate;
    Figures figures;
    Sp bar;     /* width of the bar at the left, inside `left`: at left - bar_gap - bar; 0: none */
    Sp bar_gap; /* from bar to text */
    Color bar_color;
    Sp rule; /* hairlines between rows; 0: none */
    Color rule_color;
    int keep_with_next; /* penalty of a break behind: 0 none, 10000 never */
} Style;

typedef struct PageGeometry {
    Sp width, height;
    Sp inner, outer, top, bottom; /* margins to the trim */
    Sp margin_column, gutter;     /* width of the margin column (0: none) and space to the text */
    int columns;
    bool is_duplex;
} PageGeometry;

/* A running line: texts with {fields}: title, short, kicker, date, place, page, pages, marking. */
typedef struct RunningLine {
    Str inner, center, outer;
} RunningLine;

typedef enum LogoPlace { LOGO_INNER, LOGO_CENTER, LOGO_OUTER, LOGO_MARGIN } LogoPlace;

/* A house's sign in the head: a picture beside the layout that names it. */
typedef struct Logo {
    Str file, bytes;
    Span span; /* where the file was named */
    Sp height;
    LogoPlace place;
    bool is_on_all; /* pages; else on the first */
} Logo;

typedef enum LinkStyle { LINKS_NOTE, LINKS_INLINE, LINKS_QR, LINKS_NONE } LinkStyle;

typedef struct Layout {
    Str name;
    PageGeometry page;
    Sp grid;
    RunningLine head, foot;
    const Logo *logo; /* NULL: none */
    bool
        fits_page; /* must stand on one page: type and leading may go down a little (layout_scaled) */
    bool keeps_sentences; /* no sentence goes on on the next page */
    bool has_catchlines;  /* the next page's first words at the foot */
    bool has_thumb_index; /* a tab for each item of a pack at the fore edge */
    bool has_masthead; /* an item of a pack begins with body, place and date, number and symbol */
    bool has_cards;    /* every block, every message, has a page of its own */
    LinkStyle links;
    bool has_italics; /* else weight says what slope would */
    int expansion;    /* glyph expansion limit in thousandths; 0: none */
    int protrusion;   /* thousandths of the face's protrusion table; 1000: as it is */
    const Style *styles;
    size_t style_count;
    LIST(Str) families; /* every family named, text first: the fallback order */
} Layout;

typedef struct LayoutOptions {
    Str name;       /* name or file; empty: `fallback` */
    Str fallback;   /* empty: news */
    Span from;      /* where the name was written; source 0: on the command line */
    const Str *set; /* --set KEY=VALUE */
    size_t set_count;
} LayoutOptions;

/* Reads a layout and its parents. Reports all mistakes (E04xx); NULL when none is usable. */
const Layout *layout_load(Job *job, LayoutOptions options);
/* The style of this name: never NULL for a name in base; the program's own faults abort in debug builds. */
const Style *layout_style(const Layout *layout, const char *name);
/* Width of a column of text. */
Sp layout_measure(const Layout *layout);
/* Left edge of the first text column and of the margin column, from the left edge of the page. The margin
 * column stands on the outside: right of the text on a recto (and on every page that is not duplex). */
Sp layout_text_left(const Layout *layout, bool is_verso);
Sp layout_margin_left(const Layout *layout, bool is_verso);
/* The same with type and what is measured by it at so many thousandths, lines, spaces and grid at others. */
Layout *layout_scaled(Job *job, const Layout *layout, int type, int leading);
void layout_dump(const Layout *layout, Buf *out);

#endif
