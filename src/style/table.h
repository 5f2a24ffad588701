/* The record tables of a layout: structs as authors fill them, before styles inherit and em resolves. */
#ifndef DOSSIER_STYLE_TABLE_H
#define DOSSIER_STYLE_TABLE_H

#include "style/style.h"
#include "style/value.h"

typedef struct SizeFields {
    Sp width, height;
} SizeFields;

typedef struct MarginFields {
    Sp inner, outer, top, bottom;
} MarginFields;

typedef struct PageFields {
    SizeFields size;
    MarginFields *margin;
    Sp margin_column, gutter;
    int columns;
    bool duplex;
} PageFields;

typedef struct LogoFields {
    Scalar file;
    Sp height;
    int place, pages;
} LogoFields;

typedef struct LayoutFields {
    Scalar dossier, extends;
    PageFields *page;
    Sp grid;
    const Node *fonts, *colors, *styles;
    RunningLine *head, *foot;
    LogoFields *logo;
    int links, expansion, protrusion;
    bool italics, catchlines, keep_sentences, thumb_index, masthead, cards;
    int fit;
} LayoutFields;

/* A colour and where it was said: at the name's own line when it was named. */
typedef struct PlacedColor {
    Color color;
    Span span;
} PlacedColor;

/* A style as written. Read over a copy of its parent's, so what is not given is inherited. */
typedef struct StyleFields {
    Scalar extends;
    Str font; /* the family that the role stands for */
    int face, align, figures;
    Sp size;
    Length leading, indent, hang, left, right, before, after, bar, bar_gap, rule;
    PlacedColor color, bar_color, rule_color;
    int tracking, keep_with_next;
    bool uppercase, has_small_caps, hyphenate;
} StyleFields;

/* A name of the layout and what it stands for. */
typedef struct NamedColor {
    Str name;
    PlacedColor placed;
} NamedColor;

typedef struct NamedFont {
    Str role, family;
} NamedFont;

/* Reader.owner while a layout is read: the names its values may use. */
typedef struct Palette {
    LIST(NamedColor) colors;
    LIST(NamedFont) fonts;
} Palette;

extern const Record layout_record, style_record;
extern const char *const align_names[],
    *const face_names[], *const figure_names[],
                             *const link_names[], *const logo_place_names[],
                                                      *const fit_names[], *const logo_pages_names[];

/* Fills the palette from `fonts:` and `colors:`. Reports E0403, E0105. */
void palette_read(Reader *reader, const LayoutFields *fields, Palette *palette);

/* Reads the picture, as files are found from the layout that names it; false when it cannot be read. */
bool logo_read(Job *job, const LogoFields *fields, Logo *logo);

/* Field functions (FIELD_CUSTOM). */
bool parse_length(Reader *reader, const Node *value, const Field *field, void *slot); /* Sp */
bool parse_positive_length(Reader *reader, const Node *value, const Field *field,
                           void *slot); /* Sp */
bool parse_style_length(Reader *reader, const Node *value, const Field *field,
                        void *slot); /* Length */
bool parse_color(Reader *reader, const Node *value, const Field *field,
                 void *slot); /* PlacedColor */
bool parse_font(Reader *reader, const Node *value, const Field *field, void *slot); /* Str */
bool parse_page_size(Reader *reader, const Node *value, const Field *field,
                     void *slot); /* SizeFields */
bool parse_running(Reader *reader, const Node *value, const Field *field, void *slot); /* Str */

#endif
