/* Values of a layout's fields: nodes into lengths, colours, families, running lines. */
#include "style/table.h"

static bool is_scalar(Reader *reader, const Node *value, const Field *field) {
    if (value->kind == NODE_SCALAR && !value->is_null) return true;
    Str hint = STR("");
    bool is_color = field->parse == parse_color;
    if (is_color) hint = STR("a bare # begins a comment: write the colour in quotes, \"#00545c\"");
    diag_add(reader->job->diags, is_color ? E_BAD_COLOR : E_WRONG_TYPE, value->span, hint,
             "expected %s, found %s", field->expects,
             value->is_null ? "nothing" : node_kind_name(value));
    return false;
}

static bool read_length(Reader *reader, const Node *value, const Field *field, Length *length) {
    if (!is_scalar(reader, value, field)) return false;
    if (!length_parse(value->text, length)) {
        diag_add(
            reader->job->diags, E_BAD_LENGTH, value->span,
            STR("say 12pt or 4mm; units are pt, mm, cm, in, em and line (one step of the grid)"),
            "\"%.*s\" is not a length", STR_ARG(value->text));
        return false;
    }
    if (length->unit != UNIT_NONE) return true;
    diag_add(reader->job->diags, E_BAD_LENGTH, value->span, STR("say 12pt or 4mm"),
             "length \"%.*s\" has no unit", STR_ARG(value->text));
    return false;
}

bool parse_length(Reader *reader, const Node *value, const Field *field, void *slot) {
    Length length;
    if (!read_length(reader, value, field, &length)) return false;
    if (length.unit == UNIT_EM || length.unit == UNIT_LINE) {
        diag_add(reader->job->diags, E_BAD_LENGTH, value->span, STR("say 12pt or 4mm"),
                 "%s has nothing to measure an em or a line by", field->key);
        return false;
    }
    *(Sp *)slot = length_to_sp(length, 0);
    return true;
}

bool parse_positive_length(Reader *reader, const Node *value, const Field *field, void *slot) {
    Sp length = 0;
    if (!parse_length(reader, value, field, &length)) return false;
    if (length < SP(1) || length > SP(1000)) {
        diag_add(reader->job->diags, E_BAD_LENGTH, value->span, STR("from 1pt to 1000pt"),
                 "%s out of range", field->key);
        return false;
    }
    *(Sp *)slot = length;
    return true;
}

bool parse_style_length(Reader *reader, const Node *value, const Field *field, void *slot) {
    return read_length(reader, value, field, slot);
}

static Str color_names(Arena *arena, const Palette *palette, Str typed) {
    Str names[64] = {{0}};
    size_t count = 0;
    for (; count < palette->colors.len && count < 64; count++)
        names[count] = palette->colors.at[count].name;
    int nearest = str_nearest(typed, names, count);
    if (nearest >= 0) return str_format(arena, "did you mean \"%.*s\"?", STR_ARG(names[nearest]));
    Buf hint = buf_new(arena);
    buf_add(&hint, STR("say \"#rrggbb\" or one of"));
    for (size_t i = 0; i < count; i++) buf_print(&hint, "%s %.*s", i ? "," : "", STR_ARG(names[i]));
    return buf_str(&hint);
}

bool parse_color(Reader *reader, const Node *value, const Field *field, void *slot) {
    const Palette *palette = reader->owner;
    PlacedColor *placed = slot;
    if (!is_scalar(reader, value, field)) return false;
    if (color_parse(value->text, &placed->color)) {
        placed->span = value->span;
        return true;
    }
    for (size_t i = 0; i < palette->colors.len; i++) {
        if (!str_equal(palette->colors.at[i].name, value->text)) continue;
        *placed = palette->colors.at[i].placed;
        return true;
    }
    diag_add(reader->job->diags, E_BAD_COLOR, value->span,
             color_names(reader->job->arena, palette, value->text), "unknown colour \"%.*s\"",
             STR_ARG(value->text));
    return false;
}

bool parse_font(Reader *reader, const Node *value, const Field *field, void *slot) {
    const Palette *palette = reader->owner;
    if (!is_scalar(reader, value, field)) return false;
    Str names[64] = {{0}};
    size_t count = 0;
    for (; count < palette->fonts.len && count < 64; count++) {
        names[count] = palette->fonts.at[count].role;
        if (!str_equal(names[count], value->text)) continue;
        *(Str *)slot = palette->fonts.at[count].family;
        return true;
    }
    int nearest = str_nearest(value->text, names, count);
    Str hint = nearest < 0 ? STR("name a role under `fonts`; families are named only there")
                           : str_format(reader->job->arena, "did you mean \"%.*s\"?",
                                        STR_ARG(names[nearest]));
    diag_add(reader->job->diags, E_UNKNOWN_FONT, value->span, hint, "no font role \"%.*s\"",
             STR_ARG(value->text));
    return false;
}

static const Field size_fields[] = {{.key = "width",
                                     .type = FIELD_CUSTOM,
                                     FIELD(SizeFields, width),
                                     .parse = parse_length,
                                     .expects = "a length such as 210mm",
                                     .required = true,
                                     .help = "of the sheet"},
                                    {.key = "height",
                                     .type = FIELD_CUSTOM,
                                     FIELD(SizeFields, height),
                                     .parse = parse_length,
                                     .expects = "a length such as 297mm",
                                     .required = true,
                                     .help = "of the sheet"},
                                    {0}};

static const Record size_record = {"size", sizeof(SizeFields), size_fields, NULL};

static const struct {
    Str name;
    SizeFields size;
} paper_sizes[] = {
    {STR_CONST("a3"), {SP_MM(297), SP_MM(420)}}, {STR_CONST("a4"), {SP_MM(210), SP_MM(297)}},
    {STR_CONST("a5"), {SP_MM(148), SP_MM(210)}}, {STR_CONST("a6"), {SP_MM(105), SP_MM(148)}},
    {STR_CONST("b5"), {SP_MM(176), SP_MM(250)}}, {STR_CONST("letter"), {SP(612), SP(792)}},
    {STR_CONST("legal"), {SP(612), SP(1008)}},   {STR_CONST("tabloid"), {SP(792), SP(1224)}},
};

#define PAPER_SIZES (sizeof paper_sizes / sizeof *paper_sizes)

bool parse_page_size(Reader *reader, const Node *value, const Field *field, void *slot) {
    if (value->kind == NODE_MAPPING)
        return record_read(reader, value, &size_record, slot, NULL, NULL);
    if (!is_scalar(reader, value, field)) return false;
    Str names[PAPER_SIZES];
    for (size_t i = 0; i < PAPER_SIZES; i++) {
        names[i] = paper_sizes[i].name;
        if (!str_equal(names[i], value->text)) continue;
        *(SizeFields *)slot = paper_sizes[i].size;
        return true;
    }
    int nearest = str_nearest(value->text, names, PAPER_SIZES);
    Str hint =
        nearest < 0
            ? STR("say a3, a4, a5, a6, b5, letter, legal, tabloid or {width: 210mm, height: 297mm}")
            : str_format(reader->job->arena, "did you mean \"%.*s\"?", STR_ARG(names[nearest]));
    diag_add(reader->job->diags, E_BAD_VALUE, value->span, hint, "unknown page size \"%.*s\"",
             STR_ARG(value->text));
    return false;
}
