/* A picture: a PNG or JPEG file, what it shows in words, its caption and whose it is.
 *
 * As wide as the text, but never so wide by itself that its pixels show; asked for, it may be. It stands on the
 * baseline grid with its foot, takes whole lines, and holds to its caption. */
#include "block/look.h"
#include "block/picture.h"
#include "block/wrap.h"
#include "style/value.h"

typedef struct FigureWidth {
    Sp length;   /* 0: none was given */
    int percent; /* of the measure; 0: none was given */
    Span span;
} FigureWidth;

typedef struct Figure {
    Scalar file, alt;
    Rich caption, credit;
    FigureWidth width;
    bool is_decorative;
    int wrap; /* WRAP_... */
    const Image *image;
} Figure;

enum {
    FINE = 150,  /* pixels an inch that a picture is not enlarged below by itself */
    COARSE = 100 /* fewer are worth a warning */
};

static bool parse_width(Reader *reader, const Node *value, const Field *field, void *slot);

enum { WRAP_NONE, WRAP_LEFT };
static const char *const sides[] = {"none", "left", "right", NULL};

static const Field fields[] = {
    {.key = "figure",
     .type = FIELD_STRING,
     FIELD(Figure, file),
     .required = true,
     .help = "the picture: a PNG or JPEG file"},
    {.key = "alt",
     .type = FIELD_STRING,
     FIELD(Figure, alt),
     .help = "what it shows, for people who do not see it"},
    {.key = "decorative",
     .type = FIELD_BOOL,
     FIELD(Figure, is_decorative),
     .default_value = "false",
     .help = "true: it says nothing, and readers aloud pass over it"},
    {.key = "caption", .type = FIELD_TEXT, FIELD(Figure, caption), .help = "the words under it"},
    {.key = "credit", .type = FIELD_TEXT, FIELD(Figure, credit), .help = "whose picture it is"},
    {.key = "width",
     .type = FIELD_CUSTOM,
     FIELD(Figure, width),
     .parse = parse_width,
     .expects = "text, a percentage such as 50% or a length such as 60mm",
     .help = "text: as wide as the text; or a part of it, or a length"},
    {.key = "wrap",
     .type = FIELD_CHOICE,
     FIELD(Figure, wrap),
     .default_value = "none",
     .choices = sides,
     .help = "the side that it stands on, with text beside it"},
    {0}};

/* ---- reading ---- */

static bool is_percentage(Str text, int *percent) {
    if (text.len < 2 || text.len > 4 || text.at[text.len - 1] != '%') return false;
    *percent = 0;
    for (size_t i = 0; i + 1 < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') return false;
        *percent = *percent * 10 + (text.at[i] - '0');
    }
    return *percent >= 1 && *percent <= 100;
}

static bool is_length(Str text, Sp *length) {
    Length read;
    if (!length_parse(text, &read) || read.unit == UNIT_NONE || read.unit == UNIT_EM) return false;
    *length = length_to_sp(read, 0);
    return *length >= SP(6) && *length <= SP(10000);
}

static bool parse_width(Reader *reader, const Node *value, const Field *field, void *slot) {
    FigureWidth *width = slot;
    width->span = value->span;
    if (value->kind == NODE_SCALAR && text_is_tbc(value->text)) {
        *list_add(reader->job->arena, &reader->tbcs) = value->span;
        return true;
    }
    if (value->kind == NODE_SCALAR && str_is(value->text, "text")) width->percent = 100;
    if (value->kind == NODE_SCALAR &&
        (width->percent || is_percentage(value->text, &width->percent) ||
         is_length(value->text, &width->length)))
        return true;
    *width = (FigureWidth){0};
    Str found = value->kind == NODE_SCALAR
                    ? str_format(reader->job->arena, "\"%.*s\"", STR_ARG(value->text))
                    : str_from(node_kind_name(value));
    diag_add(reader->job->diags, E_BAD_VALUE, value->span,
             STR("say text, 50% (1% to 100%), or 60mm (pt, mm, cm, in)"), "expected %s, found %.*s",
             field->expects, STR_ARG(found));
    return false;
}

static bool check(Reader *reader, const Node *mapping, void *record) {
    const Figure *figure = record;
    Diags *diags = reader->job->diags;
    const Node *first = mapping->count ? mapping->entries[0].key : mapping;
    bool has_alt = figure->alt.given || node_lost_key(reader->job->sources, mapping, "alt");
    if (!has_alt && !figure->is_decorative && !node_find(mapping, "alt"))
        diag_add(diags, E_MISSING_KEY, first->span,
                 STR("add `alt: >-` and say in a sentence what it shows, or `decorative: true`"),
                 "figure has no \"alt\"");
    if (figure->alt.given && figure->is_decorative)
        diag_add(diags, E_BAD_VALUE, figure->alt.span,
                 STR("leave out `alt`, or `decorative: true`"),
                 "a decorative figure has nothing to say");
    return (has_alt || figure->is_decorative) && !(figure->alt.given && figure->is_decorative);
}

static const Record record = {
    .name = "figure", .size = sizeof(Figure), .fields = fields, .check = check};

static void resolve(Model *model, Block *block) {
    Figure *figure = block->fields;
    figure->image = picture_open(model, &figure->file);
}

/* ---- size ---- */

/* A length that so many pixels fill at a fineness. */
static Sp length_of_pixels(unsigned pixels, int per_inch) {
    return sp_scale(SP(72), pixels, per_inch);
}

static void note_narrowed(const Setter *setter, const Figure *figure, Sp asked, Sp measure) {
    Arena *arena = setter->job->arena;
    Str was = length_print(arena, asked), is = length_print(arena, measure);
    diag_add(setter->job->diags, W_IMAGE_SHRUNK, figure->width.span, STR("say `width: text`"),
             "%.*s is wider than the text here: the figure is %.*s wide", STR_ARG(was),
             STR_ARG(is));
}

static void warn_coarse(const Setter *setter, const Figure *figure, Sp width) {
    bool is_asked = figure->width.length || figure->width.percent;
    int64_t fineness = sp_scale(SP(72), figure->image->shown_width, width);
    if (!is_asked || fineness >= COARSE) return;
    Str needed =
        str_format(setter->job->arena, "use a picture %lld pixels wide, or a smaller width",
                   (long long)sp_scale(width, FINE, SP(72)));
    diag_add(setter->job->diags, W_IMAGE_COARSE, figure->width.span, needed,
             "the figure is printed with %lld pixels an inch: it will look coarse",
             (long long)fineness);
}

static Sp figure_width(const Setter *setter, const Figure *figure, Sp measure) {
    const FigureWidth *asked = &figure->width;
    if (!asked->length && !asked->percent)
        return sp_min(measure, length_of_pixels(figure->image->shown_width, FINE));
    Sp width = asked->length ? asked->length : sp_scale(measure, asked->percent, 100);
    if (width > measure) note_narrowed(setter, figure, width, measure);
    return sp_min(width, measure);
}

static Sp grid_of(const Setter *setter) {
    return setter->layout->grid ? setter->layout->grid : SP(12);
}

/* What a page has room for beside the caption; some lines at the least. */
static Sp tallest(const Setter *setter, Sp caption) {
    enum { LEAST_LINES = 4 };
    const PageGeometry *page = &setter->layout->page;
    Sp grid = grid_of(setter), room = page->height - page->top - page->bottom;
    room = room / grid * grid - (caption + grid - 1) / grid * grid - set_depth(setter->layout);
    return sp_max(room, LEAST_LINES * grid);
}

typedef struct FigureSize {
    Sp width, height;
} FigureSize;

static FigureSize figure_size(const Setter *setter, const Figure *figure, const Style *style,
                              Sp caption) {
    const Image *image = figure->image;
    Sp width = figure_width(setter, figure, setter->measure - style->left - style->right);
    Sp height = sp_scale(width, image->shown_height, image->shown_width);
    Sp most = tallest(setter, caption);
    if (height > most) {
        width = sp_scale(most, image->shown_width, image->shown_height);
        height = most;
        Str is = length_print(setter->job->arena, width);
        diag_add(setter->job->diags, W_IMAGE_SHRUNK, figure->file.span,
                 STR("give it a smaller width, or cut the picture"),
                 "the figure is taller than a page: it is %.*s wide", STR_ARG(is));
    }
    warn_coarse(setter, figure, width);
    return (FigureSize){.width = sp_max(width, SP_PT / 10), .height = sp_max(height, SP_PT / 10)};
}

/* ---- setting ---- */

/* The lines under the picture. */
typedef struct Words {
    Lines caption, credit;
    Sp height;
} Words;

/* Caption and credit are paragraphs of their own where there are both, lest they be read in one breath. */
static Words set_words(Setter *setter, const Figure *figure, Tag *tag) {
    const Style *caption = layout_style(setter->layout, "caption");
    const Style *credit = layout_style(setter->layout, "caption.credit");
    bool has_both = figure->caption.count && figure->credit.count;
    Tag *first = has_both ? tag_add(setter->tags, tag, TAG_P) : tag;
    Tag *second = has_both ? tag_add(setter->tags, tag, TAG_P) : tag;
    Words words = {0};
    Sp measure = setter->measure - caption->left - caption->right;
    if (figure->caption.count)
        words.caption = set_rich_lines(setter, &figure->caption, caption, measure, first);
    measure = setter->measure - credit->left - credit->right;
    if (figure->credit.count)
        words.credit = set_rich_lines(setter, &figure->credit, credit, measure, second);
    words.height =
        (Sp)words.caption.len * caption->leading + (Sp)words.credit.len * credit->leading;
    return words;
}

static void set_held_lines(Setter *setter, Lines lines, const Style *style, const Rich *rich) {
    if (lines.len) set_penalty(setter, BREAK_NEVER, PENALTY_PLAIN, rich->span);
    set_lines(setter, lines, style, rich->span);
}

/* Without a space, on the page of what stands above. */
static void set_under(Setter *setter, const Figure *figure, Words words) {
    const Style *caption = layout_style(setter->layout, "caption");
    const Style *credit = layout_style(setter->layout, "caption.credit");
    setter->pending_space = 0;
    set_held_lines(setter, words.caption, caption, &figure->caption);
    set_held_lines(setter, words.credit, credit, &figure->credit);
    set_end(setter, caption);
}

static void set_picture(Setter *setter, const Figure *figure, FigureSize size, Tag *tag) {
    const Style *style = layout_style(setter->layout, "figure");
    Sp grid = grid_of(setter), depth = set_depth(setter->layout);
    Sp height = (size.height + depth + grid - 1) / grid * grid;
    Part part = {.kind = PART_IMAGE,
                 .x = setter->left + style->left,
                 .y = height - depth - size.height,
                 .width = size.width,
                 .height = size.height,
                 .image = figure->image,
                 .owner = tag ? tag_add(setter->tags, tag, TAG_CONTENT) : NULL};
    set_part(setter, &part, height, figure->file.span);
}

static Tag *words_tag(Setter *setter, const Figure *figure, Tag *round, bool is_caption) {
    bool has_both = figure->caption.count && figure->credit.count;
    return tag_add(setter->tags, round, is_caption ? TAG_CAPTION : has_both ? TAG_DIV : TAG_P);
}

/* ---- beside the text ---- */

#define LEAST_BESIDE SP_MM(45) /* narrower lines are full of holes */
enum {
    WIDEST_BESIDE = 40, /* hundredths of the measure that it takes by itself */
    FITTED = 7          /* hundredths by which its height may give way to the lines beside it */
};

static Sp width_beside(const Setter *setter, const Figure *figure) {
    const FigureWidth *asked = &figure->width;
    if (asked->length) return asked->length;
    if (asked->percent) return sp_scale(setter->measure, asked->percent, 100);
    return sp_min(sp_scale(setter->measure, WIDEST_BESIDE, 100),
                  length_of_pixels(figure->image->shown_width, FINE));
}

static Sp text_cap_height(Setter *setter, const Style *text) {
    Look look = look_of_style(setter, text);
    return shape_length(look.face, look.size, look.face->cap_height);
}

/* Lines of text that it takes, from the capitals of the first to the baseline of the last. */
static int fit_to_lines(Setter *setter, const Style *text, FigureSize *size) {
    Sp cap = text_cap_height(setter, text), over = sp_max(size->height - cap, 0);
    int lines = (int)((over + text->leading / 2) / text->leading);
    Sp height = cap + lines * text->leading, off = height - size->height;
    if ((off < 0 ? -off : off) * 100 > size->height * FITTED)
        return 1 + (int)((over + text->leading - 1) / text->leading);
    size->width = sp_scale(size->width, height, size->height);
    size->height = height;
    return lines + 1;
}

static size_t add_line_parts(Lines lines, const Style *style, Part *parts, Sp x, Sp *baseline) {
    for (size_t i = 0; i < lines.len; i++) {
        *baseline += style->leading;
        parts[i] =
            (Part){.kind = PART_LINE, .x = x + style->left, .y = *baseline, .line = &lines.at[i]};
    }
    return lines.len;
}

/* Caption and credit are as wide as the picture. */
static Words words_beside(Setter *setter, const Figure *figure, Sp width, Tag *tag) {
    Sp measure = setter->measure;
    setter->measure = width;
    Words words = tag ? set_words(setter, figure, tag) : (Words){0};
    setter->measure = measure;
    return words;
}

/* Whether text has room beside it, and it a page; said if not. */
static bool has_room_beside(const Setter *setter, const Figure *figure) {
    const Image *image = figure->image;
    Sp grid = grid_of(setter), width = width_beside(setter, figure);
    Sp room = setter->measure - width - grid;
    Sp height = sp_scale(width, image->shown_height, image->shown_width);
    if (room >= LEAST_BESIDE && height <= tallest(setter, 6 * grid)) return true;
    Str is = length_print(setter->job->arena, room);
    bool is_narrow = room < LEAST_BESIDE;
    Span span = figure->width.span.source ? figure->width.span : figure->file.span;
    diag_add(setter->job->diags, W_NO_WRAP, span, STR("give it a smaller width"),
             is_narrow && room > 0
                 ? "only %.*s would be left for text beside the figure: it stands alone"
                 : "there is no room for text beside the figure: it stands alone",
             STR_ARG(is));
    return false;
}

static void set_beside(Setter *setter, const Figure *figure, Tag *tag, Tag *words_of) {
    const Style *text = layout_style(setter->layout, "text");
    const Style *caption = layout_style(setter->layout, "caption");
    const Style *credit = layout_style(setter->layout, "caption.credit");
    Sp width = width_beside(setter, figure), gap = grid_of(setter);
    FigureSize size = {
        .width = width,
        .height = sp_scale(width, figure->image->shown_height, figure->image->shown_width)};
    int lines = fit_to_lines(setter, text, &size);
    warn_coarse(setter, figure, size.width);
    Words words = words_beside(setter, figure, size.width, words_of);
    Part *parts = ARENA_ARRAY(setter->job->arena, Part, 1 + words.caption.len + words.credit.len);
    Sp x = setter->left + (figure->wrap == WRAP_LEFT ? 0 : setter->measure - size.width);
    Sp baseline = lines * text->leading - set_depth(setter->layout);
    parts[0] = (Part){.kind = PART_IMAGE,
                      .x = x,
                      .y = baseline - size.height,
                      .width = size.width,
                      .height = size.height,
                      .image = figure->image,
                      .owner = tag ? tag_add(setter->tags, tag, TAG_CONTENT) : NULL};
    size_t count = 1;
    count += add_line_parts(words.caption, caption, parts + count, x, &baseline);
    count += add_line_parts(words.credit, credit, parts + count, x, &baseline);
    wrap_begin(setter, &(Wrap){.rest = baseline + set_depth(setter->layout) + gap,
                               .gap = gap,
                               .by = size.width + gap,
                               .is_left = figure->wrap == WRAP_LEFT,
                               .parts = parts,
                               .part_count = count,
                               .words = {words.caption, words.credit},
                               .span = figure->file.span});
}

/* A caption stands beside its Figure, not inside: what is inside an element with /Alt is not read out. */
static void set_figure(Setter *setter, const Figure *figure) {
    const Style *style = layout_style(setter->layout, "figure");
    bool has_words = figure->caption.count || figure->credit.count;
    bool is_group = has_words && !figure->is_decorative;
    Tag *round = is_group ? tag_add(setter->tags, setter->parent, TAG_DIV) : setter->parent;
    Tag *tag = figure->is_decorative ? NULL : tag_add(setter->tags, round, TAG_FIGURE);
    if (tag) tag->alt = figure->alt.text;
    Tag *words_of = has_words ? words_tag(setter, figure, round, tag != NULL) : NULL;
    if (figure->wrap && has_room_beside(setter, figure)) {
        set_beside(setter, figure, tag, words_of);
        return;
    }
    setter->follows_text = false;
    Words words = has_words ? set_words(setter, figure, words_of) : (Words){0};
    FigureSize size = figure_size(setter, figure, style, words.height);
    set_space(setter, style);
    set_picture(setter, figure, size, tag);
    set_end(setter, style);
    if (has_words) set_under(setter, figure, words);
    setter->follows_text = false;
}

/* A picture that is still to come keeps its place as a word in a box, with the words that go under it. */
static void set_missing(Setter *setter, const Figure *figure) {
    const Style *style = layout_style(setter->layout, "figure");
    PartList parts = {0};
    parts_add_tbc(setter, &parts, &figure->file, style,
                  tag_add(setter->tags, setter->parent, TAG_P));
    setter->follows_text = false;
    set_parts(setter, &parts, style, figure->file.span);
    if (!figure->caption.count && !figure->credit.count) return;
    Tag *tag = words_tag(setter, figure, setter->parent, false);
    set_under(setter, figure, set_words(setter, figure, tag));
}

static void set(Setter *setter, const Block *block) {
    const Figure *figure = block->fields;
    if (figure->image)
        set_figure(setter, figure);
    else if (figure->file.is_tbc)
        set_missing(setter, figure);
}

extern const BlockKind kind_figure;
const BlockKind kind_figure = {
    .key = "figure", .help = "a picture", .record = &record, .resolve = resolve, .set = set};
