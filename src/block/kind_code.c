/* Lines printed as they were typed: Markdown's fenced and indented code. */
#include "block/set.h"

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

static void set(Setter *setter, const Block *block) {
    const CodeBlock *code = block->fields;
    setter->follows_text = false;
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    set_rich(setter, &code->text, layout_style(setter->layout, "code"), tag);
}

extern const BlockKind kind_code;
const BlockKind kind_code = {.key = "(code)",
                             .help = "lines as typed",
                             .record = &record,
                             .from_markup = from_markup,
                             .markup_kind = MARKUP_CODE,
                             .set = set};
