/* Every key of a layout file, one row each. */
#include "style/table.h"

const char *const align_names[] = {"justify", "start", "end", "center", "balance", NULL};
const char *const face_names[] = {"regular", "italic", "bold", "bold-italic", NULL};
const char *const figure_names[] = {"oldstyle", "lining", "tabular", NULL};
const char *const link_names[] = {"note", "inline", "qr", "none", NULL};
const char *const logo_place_names[] = {"inner", "center", "outer", "margin", NULL};
const char *const logo_pages_names[] = {"first", "all", NULL};
const char *const fit_names[] = {"none", "page", NULL};

#define LENGTH_ROW(name, Struct, member, text)                                             \
    {                                                                                      \
        .key = (name), .type = FIELD_CUSTOM, FIELD(Struct, member), .parse = parse_length, \
        .expects = "a length such as 12pt or 4mm", .help = (text)                          \
    }
#define STYLE_LENGTH_ROW(name, member, text)                                           \
    {                                                                                  \
        .key = (name), .type = FIELD_CUSTOM, FIELD(StyleFields, member),               \
        .parse = parse_style_length, .expects = "a length such as 12pt, 4mm or 1.2em", \
        .help = (text)                                                                 \
    }
#define COLOR_ROW(name, member, text)                                                          \
    {                                                                                          \
        .key = (name), .type = FIELD_CUSTOM, FIELD(StyleFields, member), .parse = parse_color, \
        .expects = "a colour: a name under `colors` or \"#rrggbb\"", .help = (text)            \
    }
#define RUNNING_ROW(name, member, text)                                                          \
    {                                                                                            \
        .key = (name), .type = FIELD_CUSTOM, FIELD(RunningLine, member), .parse = parse_running, \
        .expects = "text with {placeholders}", .help = (text)                                    \
    }

#define BOOL_ROW(name, member, text) \
    { .key = (name), .type = FIELD_BOOL, FIELD(LayoutFields, member), .help = (text) }

static const Field margin_fields[] = {
    LENGTH_ROW("inner", MarginFields, inner, "at the spine; left on a single-sided page"),
    LENGTH_ROW("outer", MarginFields, outer, "at the fore edge"),
    LENGTH_ROW("top", MarginFields, top, "above the text; the head stands in it"),
    LENGTH_ROW("bottom", MarginFields, bottom, "below the text; the foot stands in it"),
    {0}};

static const Record margin_record = {"margin", sizeof(MarginFields), margin_fields, NULL};

static const Field page_fields[] = {
    {.key = "size",
     .type = FIELD_CUSTOM,
     FIELD(PageFields, size),
     .parse = parse_page_size,
     .expects = "a3, a4, a5, a6, letter, legal or {width: 210mm, height: 297mm}",
     .help = "trimmed size of the sheet"},
    {.key = "margin",
     .type = FIELD_RECORD,
     FIELD(PageFields, margin),
     .record = &margin_record,
     .help = "white round text and margin column"},
    LENGTH_ROW("margin-column", PageFields, margin_column,
               "width of the column for notes; 0mm: none"),
    LENGTH_ROW("gutter", PageFields, gutter, "white between columns"),
    {.key = "columns", .type = FIELD_INT, FIELD(PageFields, columns), .help = "columns of text"},
    {.key = "duplex",
     .type = FIELD_BOOL,
     FIELD(PageFields, duplex),
     .help = "mirror the margins on the back of a sheet"},
    {0}};

static const Record page_record = {"page", sizeof(PageFields), page_fields, NULL};

static const Field running_fields[] = {
    RUNNING_ROW("inner", inner, "at the spine"),
    RUNNING_ROW("center", center, "in the middle of the text column"),
    RUNNING_ROW("outer", outer, "at the fore edge"),
    {0}};

static const Record running_record = {"running line", sizeof(RunningLine), running_fields, NULL};

static const Field logo_fields[] = {
    {.key = "file",
     .type = FIELD_STRING,
     FIELD(LogoFields, file),
     .required = true,
     .help = "PNG or JPEG, named from the layout's own folder"},
    {.key = "height",
     .type = FIELD_CUSTOM,
     FIELD(LogoFields, height),
     .parse = parse_positive_length,
     .default_value = "12mm",
     .expects = "a length such as 12mm",
     .help = "how tall it is printed"},
    {.key = "place",
     .type = FIELD_CHOICE,
     FIELD(LogoFields, place),
     .default_value = "inner",
     .choices = logo_place_names,
     .help = "flush with the text, in the middle, flush with the fore edge, or with the notes"},
    {.key = "pages",
     .type = FIELD_CHOICE,
     FIELD(LogoFields, pages),
     .default_value = "first",
     .choices = logo_pages_names,
     .help = "which pages have it"},
    {0}};

static const Record logo_record = {"logo", sizeof(LogoFields), logo_fields, NULL};

static const Field layout_fields[] = {
    {.key = "dossier",
     .type = FIELD_STRING,
     FIELD(LayoutFields, dossier),
     .required = true,
     .help = "kind of file: layout"},
    {.key = "extends",
     .type = FIELD_STRING,
     FIELD(LayoutFields, extends),
     .help = "layout that this one changes; base when left out"},
    {.key = "page",
     .type = FIELD_RECORD,
     FIELD(LayoutFields, page),
     .record = &page_record,
     .help = "sheet, margins, columns"},
    {.key = "grid",
     .type = FIELD_CUSTOM,
     FIELD(LayoutFields, grid),
     .parse = parse_positive_length,
     .expects = "a length such as 14pt",
     .help = "distance of baselines that all text stands on"},
    {.key = "fonts", .type = FIELD_NODE, FIELD(LayoutFields, fonts), .help = "role: family"},
    {.key = "colors",
     .type = FIELD_NODE,
     FIELD(LayoutFields, colors),
     .help = "name: black or \"#rrggbb\""},
    {.key = "styles",
     .type = FIELD_NODE,
     FIELD(LayoutFields, styles),
     .help = "how each part looks"},
    {.key = "head",
     .type = FIELD_RECORD,
     FIELD(LayoutFields, head),
     .record = &running_record,
     .help = "running line at the top"},
    {.key = "foot",
     .type = FIELD_RECORD,
     FIELD(LayoutFields, foot),
     .record = &running_record,
     .help = "running line at the bottom"},
    {.key = "logo",
     .type = FIELD_RECORD,
     FIELD(LayoutFields, logo),
     .record = &logo_record,
     .help = "picture in the head"},
    {.key = "links",
     .type = FIELD_CHOICE,
     FIELD(LayoutFields, links),
     .choices = link_names,
     .help = "how addresses reach paper"},
    {.key = "italics",
     .type = FIELD_BOOL,
     FIELD(LayoutFields, italics),
     .help = "false: no slanted letters; emphasis is bold"},
    {.key = "expansion",
     .type = FIELD_INT,
     FIELD(LayoutFields, expansion),
     .help = "thousandths by which glyphs may widen or narrow, at most 30; 0: not at all"},
    {.key = "protrusion",
     .type = FIELD_INT,
     FIELD(LayoutFields, protrusion),
     .help = "thousandths of full optical margins; 0: none, 1000: full"},
    {.key = "fit",
     .type = FIELD_CHOICE,
     FIELD(LayoutFields, fit),
     .choices = fit_names,
     .help = "page: an article or item must fit one page, with type down to 95 % and lines down to "
             "92 %"},
    BOOL_ROW("keep-sentences", keep_sentences, "no sentence goes on on the next page"),
    BOOL_ROW("catchlines", catchlines, "the first words of the next page at the foot"),
    BOOL_ROW("thumb-index", thumb_index, "in packs: a tab for each item at the fore edge"),
    BOOL_ROW("masthead", masthead,
             "in packs: an item begins with body, place and date, its number and the symbol"),
    BOOL_ROW("cards", cards, "each block and each message has a page of its own"),
    {0}};

const Record layout_record = {"layout", sizeof(LayoutFields), layout_fields, NULL};

/* No row has a default: what a style does not give is its parent's. */
static const Field style_fields[] = {
    {.key = "extends",
     .type = FIELD_STRING,
     FIELD(StyleFields, extends),
     .help = "style that gives what this one does not"},
    {.key = "font",
     .type = FIELD_CUSTOM,
     FIELD(StyleFields, font),
     .parse = parse_font,
     .expects = "a role under `fonts`",
     .help = "role under `fonts`"},
    {.key = "face",
     .type = FIELD_CHOICE,
     FIELD(StyleFields, face),
     .choices = face_names,
     .help = "weight and slope"},
    {.key = "size",
     .type = FIELD_CUSTOM,
     FIELD(StyleFields, size),
     .parse = parse_positive_length,
     .expects = "a length such as 10.5pt",
     .help = "size of the type: one em"},
    STYLE_LENGTH_ROW("leading", leading, "from baseline to baseline"),
    {.key = "align",
     .type = FIELD_CHOICE,
     FIELD(StyleFields, align),
     .choices = align_names,
     .help = "edges of the lines; balance: ragged, even, never hyphenated"},
    STYLE_LENGTH_ROW("indent", indent, "first line of a paragraph that follows a paragraph"),
    STYLE_LENGTH_ROW("hang", hang, "all lines but the first"),
    STYLE_LENGTH_ROW("left", left, "inset at the start"),
    STYLE_LENGTH_ROW("right", right, "inset at the end"),
    STYLE_LENGTH_ROW("before", before, "space above; the larger of two neighbours counts"),
    STYLE_LENGTH_ROW("after", after, "space below"),
    COLOR_ROW("color", color, "of the text"),
    {.key = "tracking",
     .type = FIELD_INT,
     FIELD(StyleFields, tracking),
     .help = "space between letters in thousandths of an em"},
    {.key = "uppercase",
     .type = FIELD_BOOL,
     FIELD(StyleFields, uppercase),
     .help = "set in capitals"},
    {.key = "small-caps",
     .type = FIELD_BOOL,
     FIELD(StyleFields, has_small_caps),
     .help = "acronyms in small capitals where the face has them; read and searched, they stay "
             "capitals"},
    {.key = "hyphenate",
     .type = FIELD_BOOL,
     FIELD(StyleFields, hyphenate),
     .help = "words may be divided"},
    {.key = "figures",
     .type = FIELD_CHOICE,
     FIELD(StyleFields, figures),
     .choices = figure_names,
     .help = "form of the digits"},
    STYLE_LENGTH_ROW("bar", bar, "width of the bar at the start; 0pt: none"),
    STYLE_LENGTH_ROW("bar-gap", bar_gap, "from bar to text"),
    COLOR_ROW("bar-color", bar_color, "of the bar"),
    STYLE_LENGTH_ROW("rule", rule, "thickness of rules; 0pt: none"),
    COLOR_ROW("rule-color", rule_color, "of the rules"),
    {.key = "keep-with-next",
     .type = FIELD_INT,
     FIELD(StyleFields, keep_with_next),
     .help = "cost of a page break behind: 0 none, 10000 never"},
    {0}};

static bool is_within(Reader *reader, const Node *mapping, const char *key, int value, int low,
                      int high) {
    if (value >= low && value <= high) return true;
    const Node *node = node_find(mapping, key);
    if (!node) return true; /* the parent's, reported there */
    diag_add(reader->job->diags, E_BAD_VALUE, node->span,
             str_format(reader->job->arena, "from %d to %d", low, high), "%s out of range", key);
    return false;
}

static bool check_style(Reader *reader, const Node *mapping, void *record) {
    const StyleFields *fields = record;
    bool fits = is_within(reader, mapping, "tracking", fields->tracking, -200, 1000);
    return is_within(reader, mapping, "keep-with-next", fields->keep_with_next, 0, 10000) && fits;
}

const Record style_record = {"style", sizeof(StyleFields), style_fields, check_style};
