/* Lines printed as they were typed: Markdown's fenced and indented code. */
#include "block/look.h"

typedef struct CodeBlock {
    Rich text;
} CodeBlock;

static const Field fields[] = {
    {.key = "(code)", .type = FIELD_TEXT, FIELD(CodeBlock, text), .help = "the lines"}, {0}};
static const Record record = {.name = "code", .size = sizeof(CodeBlock), .fields = fields};

static bool from_markup(Model *model, const Markup *markup, void *into) {
    (void)model;
    ((CodeBlock *)into)->text = markup->text;
    return true;
}

/* ---- lines ------------------------------------------------------------------------------------- */

/* What a typed line that is too long goes on behind: its own indent and two letters more. */
static Sp continuation(Setter *setter, const PartList *line, const Style *style, Sp measure) {
    const Face *face = font_find(shaper_fonts(setter->shaper), style->font, style->face);
    Str text = line->list.at[0].text;
    size_t blanks = 0;
    while (blanks < text.len && text.at[blanks] == ' ') blanks++;
    if (!face) return 0;
    Sp letter = shape_length(face, style->size, font_advance(face, font_glyph(face, ' ')));
    Sp hang = letter * (Sp)(blanks + 2);
    return hang < measure / 2 ? hang : letter * 2;
}

/* Marks do not hang: letters stand below each other. */
static Lines break_line(Setter *setter, const PartList *line, const Style *style) {
    Sp measure = setter->measure - style->left - style->right;
    LineSpec spec = {.measure = measure,
                     .align = style->align == ALIGN_JUSTIFY ? ALIGN_START : style->align,
                     .hang = continuation(setter, line, style, measure)};
    return parts_break(setter, line, style, &spec);
}

typedef struct CodeLines {
    LIST(Line) lines;
    LIST(bool) goes_on; /* of each: it is the line above that goes on */
} CodeLines;

/* A typed line ends with the space that stands for its end, so that two do not run together when read. */
static void add_line(Setter *setter, CodeLines *code, const PartList *parts, const Style *style) {
    Lines lines = break_line(setter, parts, style);
    for (size_t i = 0; i < lines.len; i++) {
        *list_add(setter->job->arena, &code->lines) = lines.at[i];
        *list_add(setter->job->arena, &code->goes_on) = i > 0;
    }
}

static CodeLines break_lines(Setter *setter, const PartList *parts, const Style *style) {
    CodeLines code = {0};
    PartList line = {0};
    for (size_t i = 0; i < parts->list.len; i++) {
        TextPart *part = list_add(setter->job->arena, &line.list);
        *part = parts->list.at[i];
        bool is_end = str_equal(part->text, STR(" \n"));
        if (is_end) part->text = STR(" ");
        if (!is_end && i + 1 < parts->list.len) continue;
        add_line(setter, &code, &line, style);
        line = (PartList){0};
    }
    return code;
}

/* ---- the sign of a line that goes on ----------------------------------------------------------- */

/* A corner before the line, of two rules: it is no text, so it is not copied with the code. */
static void add_corner(Setter *setter, GalleyItem *box, const Line *line, const Style *style) {
    const Face *face = font_find(shaper_fonts(setter->shaper), style->font, style->face);
    if (!face || !style->rule || !box->part_count) return;
    Sp height = shape_length(face, style->size, face->x_height);
    Sp right = box->parts[0].x + line->left - height / 2, baseline = box->parts[0].y;
    Part *parts = ARENA_ARRAY(setter->job->arena, Part, box->part_count + 2);
    memcpy(parts, box->parts, box->part_count * sizeof *parts);
    Part *corner = &parts[box->part_count];
    corner[0] = (Part){.kind = PART_RULE,
                       .x = right - height,
                       .y = baseline - height * 3 / 2,
                       .width = style->rule,
                       .height = height,
                       .color = style->rule_color};
    corner[1] = corner[0];
    corner[1].y += height - style->rule;
    corner[1].width = height;
    corner[1].height = style->rule;
    box->parts = parts;
    box->part_count += 2;
}

static void set(Setter *setter, const Block *block) {
    const CodeBlock *code = block->fields;
    const Style *style = layout_style(setter->layout, "code");
    setter->follows_text = false;
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    PartList parts = {0};
    parts_add_rich(setter, &parts, &code->text, style, tag);
    set_space(setter, style);
    CodeLines lines = break_lines(setter, &parts, style);
    size_t from = setter->galley->items.len, number = 0;
    set_lines(setter, (Lines){.at = lines.lines.at, .len = lines.lines.len}, style,
              code->text.span);
    for (; from < setter->galley->items.len; from++) {
        GalleyItem *item = &setter->galley->items.at[from];
        if (item->kind != GALLEY_BOX) continue;
        if (lines.goes_on.at[number]) add_corner(setter, item, &lines.lines.at[number], style);
        number++;
    }
    set_end(setter, style);
}

extern const BlockKind kind_code;
const BlockKind kind_code = {.key = "(code)",
                             .help = "lines as typed",
                             .record = &record,
                             .from_markup = from_markup,
                             .markup_kind = MARKUP_CODE,
                             .set = set};
