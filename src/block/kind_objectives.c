/* What a meeting is to bring about, numbered; by what one will know, with boxes to tick. */
#include "block/points.h"

typedef struct Objectives {
    TextList objectives, success;
} Objectives;

static const Field fields[] = {{.key = "objectives",
                                .type = FIELD_CUSTOM,
                                FIELD(Objectives, objectives),
                                .required = true,
                                .parse = texts_parse,
                                .dump = texts_dump,
                                .expects = "a list of texts",
                                .help = "what is to be brought about, each a text"},
                               {.key = "success",
                                .type = FIELD_CUSTOM,
                                FIELD(Objectives, success),
                                .parse = texts_parse,
                                .dump = texts_dump,
                                .expects = "a text or a list of texts",
                                .help = "by what one will know that it went well"},
                               {0}};
static const Record record = {.name = "objectives", .size = sizeof(Objectives), .fields = fields};

static void set(Setter *setter, const Block *block) {
    const Objectives *objectives = block->fields;
    const Style *style = layout_style(setter->layout, "objectives");
    Tag *outer = setter->parent;
    setter->parent = tag_add(setter->tags, outer, TAG_SECT);
    points_set_label(setter, layout_style(setter->layout, "lines.label"), TERM_OBJECTIVES,
                     block->key_span);
    points_set_texts(setter, &objectives->objectives, style, NULL);
    if (objectives->success.len) {
        points_set_label(setter, layout_style(setter->layout, "objectives.success"), TERM_SUCCESS,
                         objectives->success.at[0].span);
        points_set_texts(setter, &objectives->success, style, "\xE2\x98\x90");
    }
    set_end(setter, layout_style(setter->layout, "lines"));
    setter->parent = outer;
}

extern const BlockKind kind_objectives;
const BlockKind kind_objectives = {
    .key = "objectives", .help = "what a meeting is to bring about", .record = &record, .set = set};
