/* `fonts:` and `colors:` into the names that styles may use. */
#include "style/table.h"

static bool is_mapping(Reader *reader, const Node *node, const char *what) {
    if (!node) return false;
    if (node->kind == NODE_MAPPING) return true;
    diag_add(reader->job->diags, E_WRONG_TYPE, node->span, (Str){0},
             "expected a mapping of %s, found %s", what, node_kind_name(node));
    return false;
}

static void add_color(Reader *reader, const NodeEntry *entry, Palette *palette) {
    static const Field field = {.key = "color",
                                .type = FIELD_CUSTOM,
                                .parse = parse_color,
                                .expects = "a colour such as \"#00545c\""};
    PlacedColor color = {0};
    /* A name may stand for a name above it; "black" is always there. */
    if (!parse_color(reader, entry->value, &field, &color)) return;
    for (size_t i = 0; i < palette->colors.len; i++) {
        if (!str_equal(palette->colors.at[i].name, entry->key->text)) continue;
        palette->colors.at[i].placed = color;
        return;
    }
    *list_add(reader->job->arena, &palette->colors) = (NamedColor){entry->key->text, color};
}

static void add_font(Reader *reader, const NodeEntry *entry, Palette *palette) {
    const Node *value = entry->value;
    if (value->kind == NODE_SCALAR && value->text.len) {
        *list_add(reader->job->arena, &palette->fonts) = (NamedFont){entry->key->text, value->text};
        return;
    }
    diag_add(reader->job->diags, E_WRONG_TYPE, value->span, STR("say `text: Source Serif 4`"),
             "expected the name of a font family");
}

void palette_read(Reader *reader, const LayoutFields *fields, Palette *palette) {
    *list_add(reader->job->arena, &palette->colors) = (NamedColor){.name = STR("black")};
    if (is_mapping(reader, fields->colors, "colours")) {
        for (size_t i = 0; i < fields->colors->count; i++)
            add_color(reader, &fields->colors->entries[i], palette);
    }
    if (is_mapping(reader, fields->fonts, "fonts")) {
        for (size_t i = 0; i < fields->fonts->count; i++)
            add_font(reader, &fields->fonts->entries[i], palette);
    }
}
