/* A heading inside the article: `heading:` with `level`, or Markdown's #. Level 1 is the one under the title. */
#include "block/set.h"

typedef struct Heading {
    Rich text;
    int level;
} Heading;

enum { DEEPEST_LEVEL = 5 }; /* H6 */

static const Field fields[] = {{.key = "heading",
                                .type = FIELD_TEXT,
                                FIELD(Heading, text),
                                .required = true,
                                .is_title = true,
                                .help = "the words"},
                               {.key = "level",
                                .type = FIELD_INT,
                                FIELD(Heading, level),
                                .default_value = "1",
                                .help = "1 (under the title) to 5"},
                               {0}};
static const Record record = {.name = "heading", .size = sizeof(Heading), .fields = fields};

static bool from_markup(Model *model, const Markup *markup, void *into) {
    (void)model;
    *(Heading *)into = (Heading){.text = markup->text, .level = (int)markup->level};
    return true;
}

static int heading_level(const Block *block) { return ((const Heading *)block->fields)->level; }

static void set(Setter *setter, const Block *block) {
    static const char *const styles[] = {"heading.1", "heading.2", "heading.3", "heading.4",
                                         "heading.5"};
    const Heading *heading = block->fields;
    int level = heading->level < 1               ? 1
                : heading->level > DEEPEST_LEVEL ? DEEPEST_LEVEL
                                                 : heading->level;
    int below = setter->level ? setter->level + level : level + 1; /* 2 for H2 */
    Tag *tag = tag_add(setter->tags, setter->parent, (TagRole)(TAG_H1 + below - 1));
    setter->follows_text = false;
    set_mark(setter, (Mark){.tag = tag,
                            .outline_level = setter_outline_level(setter, below),
                            .title = rich_plain(setter->job->arena, &heading->text)});
    setter->is_under_head = false;
    set_rich(setter, &heading->text, layout_style(setter->layout, styles[level - 1]), tag);
    setter->is_under_head = true;
}

extern const BlockKind kind_heading;
const BlockKind kind_heading = {.key = "heading",
                                .help = "a heading",
                                .record = &record,
                                .from_markup = from_markup,
                                .markup_kind = MARKUP_HEADING,
                                .heading_level = heading_level,
                                .set = set};
