/* A box: a title and blocks set apart from the text by a hairline above and one below. */
#include "base/language.h"
#include "block/look.h"

typedef struct Box {
    Rich title;
    Blocks body;
    int kind;
    Scalar kind_tbc;
} Box;

static const char *const kinds[] = {"none", "note", "warning", "definition", "summary", NULL};
static const LanguageTerm labels[] = {0, TERM_NOTE, TERM_WARNING, TERM_DEFINITION, TERM_SUMMARY};

static const Field fields[] = {{.key = "box",
                                .type = FIELD_TEXT,
                                FIELD(Box, title),
                                .required = true,
                                .is_title = true,
                                .help = "its title"},
                               {.key = "body",
                                .type = FIELD_CUSTOM,
                                FIELD(Box, body),
                                .required = true,
                                .parse = model_parse_blocks,
                                .expects = "a text, or a list of blocks",
                                .help = "what stands in it"},
                               {.key = "kind",
                                .type = FIELD_CHOICE,
                                FIELD(Box, kind),
                                FIELD_TBC(Box, kind_tbc),
                                .default_value = "none",
                                .choices = kinds,
                                .help = "a label above the title"},
                               {0}};
static const Record record = {.name = "box", .size = sizeof(Box), .fields = fields};

/* ---- setting ---- */

static void set_title(Setter *setter, const Box *box) {
    const Style *style = layout_style(setter->layout, "box.label");
    if (box->kind || box->kind_tbc.given) {
        PartList parts = {0};
        Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
        if (box->kind_tbc.given)
            parts_add_tbc(setter, &parts, &box->kind_tbc, style, tag);
        else
            parts_add_string(setter, &parts, language_term(setter->lang, labels[box->kind]),
                             box->title.span, style, tag);
        set_parts(setter, &parts, style, box->title.span);
    }
    set_rich(setter, &box->title, layout_style(setter->layout, "box.title"),
             tag_add(setter->tags, setter->parent, TAG_P));
}

/* Nothing parts a hairline from the line beside it. */
static void hold(Setter *setter) {
    setter->pending_space = 0;
    setter->pending_penalty = BREAK_NEVER;
}

static void set(Setter *setter, const Block *block) {
    const Box *box = block->fields;
    const Style *style = layout_style(setter->layout, "box");
    Style closing = *style;
    Setter outer = *setter;
    closing.before = 0;
    setter->parent = tag_add(setter->tags, outer.parent, TAG_SECT);
    setter->parent->title = rich_plain(setter->job->arena, &box->title);
    setter->text_style = layout_style(setter->layout, "box.text");
    setter->follows_text = false;
    set_space(setter, style);
    set_rule(setter, style, block->span);
    hold(setter);
    set_title(setter, box);
    setter->is_first = true; /* whatever comes first stands close under the title */
    setter->pending_penalty = 0;
    set_blocks(setter, &box->body);
    hold(setter);
    set_space(setter, &closing);
    set_rule(setter, style, block->span);
    /* The hairline's line is made whole at once: a head below begins where it would below text. */
    set_add(setter, GALLEY_GLUE, block->span)->height = style->after;
    setter->parent = outer.parent;
    setter->text_style = outer.text_style;
    setter->follows_text = false;
}

extern const BlockKind kind_box;
const BlockKind kind_box = {.key = "box",
                            .help = "a title and blocks set apart from the text",
                            .record = &record,
                            .set = set};
