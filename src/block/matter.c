/* The name of a part before or behind the items in; its galley out. */
#include "block/pack.h"

typedef void (*MatterSetter)(Setter *setter, const PackNumbers *numbers);

/* One file a matter; what has no setter here is not supported yet. */
static const MatterSetter setters[MATTER_COUNT] = {
    [MATTER_COVER] = matter_set_cover,       [MATTER_CONTROL] = matter_set_control,
    [MATTER_CONTENTS] = matter_set_contents, [MATTER_DAY] = matter_set_day,
    [MATTER_GLOSSARY] = matter_set_glossary, [MATTER_REFERENCES] = matter_set_references,
    [MATTER_CONTACTS] = matter_set_contacts, [MATTER_LOGISTICS] = matter_set_logistics,
    [MATTER_ACTIONS] = matter_set_actions,   [MATTER_DISTRIBUTION] = matter_set_distribution,
};

void matter_set_title(Setter *setter, Str title, Str id) {
    const Style *style = layout_style(setter->layout, "matter.title");
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_H2);
    set_mark(setter, (Mark){.tag = tag,
                            .id = id,
                            .outline_level = setter_outline_level(setter, 2),
                            .title = title});
    set_space(setter, style);
    set_lines(setter, set_string_lines(setter, title, (Span){0}, style, setter->measure, tag),
              style, (Span){0});
    set_end(setter, style);
}

Galley *block_set_matter(Setter *setter, Matter matter, const PackNumbers *numbers, Tag *parent) {
    setter->part = str_from(matter_name(matter));
    if (!setters[matter]) return NULL;
    if (matter == MATTER_COVER) setter->wants_title = false; /* it bears the title itself */
    block_begin_galley(setter, tag_add(setter->tags, parent, TAG_SECT));
    setters[matter](setter, numbers);
    return setter->galley;
}
