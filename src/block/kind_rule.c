/* A rule across the column: Markdown's thematic break. */
#include "block/set.h"

static const Field fields[] = {{0}};
static const Record record = {.name = "rule", .size = 1, .fields = fields};

static bool from_markup(Model *model, const Markup *markup, void *into) {
    (void)model, (void)markup, (void)into;
    return true;
}

static void set(Setter *setter, const Block *block) {
    const Style *style = layout_style(setter->layout, "rule");
    setter->follows_text = false;
    set_space(setter, style);
    set_rule(setter, style, block->span);
    set_end(setter, style);
}

extern const BlockKind kind_rule;
const BlockKind kind_rule = {.key = "(rule)",
                             .help = "a rule across the column",
                             .record = &record,
                             .from_markup = from_markup,
                             .markup_kind = MARKUP_RULE,
                             .set = set};
