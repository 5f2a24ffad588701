/* A paragraph of running text; made from Markdown, the author's plain strings and `text:`. */
#include "block/credit.h"

typedef struct Text {
    Rich text;
} Text;

static const Field fields[] = {
    {.key = "(text)", .type = FIELD_TEXT, FIELD(Text, text), .help = "one paragraph"}, {0}};
static const Record record = {.name = "text", .size = sizeof(Text), .fields = fields};

static bool from_markup(Model *model, const Markup *markup, void *into) {
    (void)model;
    ((Text *)into)->text = markup->text;
    return true;
}

/* Words that lead to something (a list, lines of code) stay with it. */
static bool leads_on(const Rich *text) {
    size_t count = text->count;
    while (count && text->pieces[count - 1].kind == PIECE_NOTE) count--;
    const Piece *last = count ? &text->pieces[count - 1] : NULL;
    return last && str_ends(str_trim(last->text), STR(":"));
}

/* Its number hangs before the text, flush to it; a space parts them for whoever only hears or copies. */
static void set_numbered(Setter *setter, const Block *block, Tag *tag) {
    const Text *text = block->fields;
    const Style *style = layout_style(setter->layout, "paragraph.number");
    Str number = str_format(setter->job->arena, "%u ", block->paragraph);
    Lines lines = set_string_lines(setter, number, text->text.span, style, setter->measure,
                                   tag_add(setter->tags, tag, TAG_LBL));
    Sp width = lines.len ? lines.at[0].width : 0;
    size_t from = setter->galley->items.len;
    set_rich(setter, &text->text, layout_style(setter->layout, "paragraph"), tag);
    set_marker(setter, from, lines, setter->left - style->right - width);
}

/* The first paragraph after anything else stands flush; the next indent, without space between. */
static void set(Setter *setter, const Block *block) {
    const Text *text = block->fields;
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    if (block->paragraph)
        set_numbered(setter, block, tag);
    else
        set_rich(setter, &text->text, set_text_style(setter), tag);
    setter->follows_text = true;
    if (leads_on(&text->text)) setter->pending_penalty = BREAK_NEVER;
}

extern const BlockKind kind_text;
Rich *text_rich(const Block *block) {
    return block->kind == &kind_text && block->fields ? &((Text *)block->fields)->text : NULL;
}

const BlockKind kind_text = {.key = "(text)",
                             .help = "a paragraph",
                             .record = &record,
                             .from_markup = from_markup,
                             .markup_kind = MARKUP_PARAGRAPH,
                             .set = set};
