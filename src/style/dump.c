/* A layout as stable text, for --dump=style. */
#include "style/table.h"

static void dump_length(Buf *out, const char *name, Sp length) {
    buf_print(out, " %s=%.*s", name, STR_ARG(length_print(out->arena, length)));
}

/* Lengths that are nearly always zero are shown when they are not. */
static void dump_given(Buf *out, const char *name, Sp length) {
    if (length) dump_length(out, name, length);
}

static void dump_color(Buf *out, const char *name, Color color) {
    buf_print(out, " %s=#%02x%02x%02x", name, color.red, color.green, color.blue);
}

static void dump_page(const Layout *layout, Buf *out) {
    const PageGeometry *page = &layout->page;
    buf_add(out, STR("page"));
    dump_length(out, "width", page->width);
    dump_length(out, "height", page->height);
    dump_length(out, "inner", page->inner);
    dump_length(out, "outer", page->outer);
    dump_length(out, "top", page->top);
    dump_length(out, "bottom", page->bottom);
    buf_add(out, STR("\n   "));
    dump_length(out, "margin-column", page->margin_column);
    dump_length(out, "gutter", page->gutter);
    buf_print(out, " columns=%d duplex=%s", page->columns, page->is_duplex ? "true" : "false");
    dump_length(out, "grid", layout->grid);
    dump_length(out, "measure", layout_measure(layout));
    buf_add_char(out, '\n');
}

static void dump_running(const char *name, const RunningLine *line, Buf *out) {
    buf_print(out, "%s inner=\"%.*s\" center=\"%.*s\" outer=\"%.*s\"\n", name, STR_ARG(line->inner),
              STR_ARG(line->center), STR_ARG(line->outer));
}

static void dump_logo(const Logo *logo, Buf *out) {
    buf_print(out, "logo file=\"%.*s\"", STR_ARG(logo->file));
    dump_length(out, "height", logo->height);
    buf_print(out, " place=%s pages=%s\n", logo_place_names[logo->place],
              logo_pages_names[logo->is_on_all]);
}

static void dump_style(const Style *style, Buf *out) {
    buf_print(out, "style %.*s\n    font=\"%.*s\" face=%s", STR_ARG(style->name),
              STR_ARG(style->font), face_names[style->face]);
    dump_length(out, "size", style->size);
    dump_length(out, "leading", style->leading);
    buf_print(out, " align=%s figures=%s", align_names[style->align], figure_names[style->figures]);
    dump_color(out, "color", style->color);
    buf_add(out, STR("\n   "));
    dump_length(out, "before", style->before);
    dump_length(out, "after", style->after);
    dump_given(out, "indent", style->indent);
    dump_given(out, "hang", style->hang);
    dump_given(out, "left", style->left);
    dump_given(out, "right", style->right);
    dump_given(out, "bar", style->bar);
    dump_given(out, "bar-gap", style->bar_gap);
    if (style->bar) dump_color(out, "bar-color", style->bar_color);
    dump_given(out, "rule", style->rule);
    if (style->rule) dump_color(out, "rule-color", style->rule_color);
    if (style->tracking) buf_print(out, " tracking=%d", style->tracking);
    if (style->uppercase) buf_add(out, STR(" uppercase"));
    if (style->has_small_caps) buf_add(out, STR(" small-caps"));
    if (style->hyphenate) buf_add(out, STR(" hyphenate"));
    if (style->keep_with_next) buf_print(out, " keep-with-next=%d", style->keep_with_next);
    buf_add_char(out, '\n');
}

void layout_dump(const Layout *layout, Buf *out) {
    buf_print(out, "layout %.*s links=%s expansion=%d protrusion=%d\n", STR_ARG(layout->name),
              link_names[layout->links], layout->expansion, layout->protrusion);
    buf_add(out, STR("families"));
    for (size_t i = 0; i < layout->families.len; i++)
        buf_print(out, " \"%.*s\"", STR_ARG(layout->families.at[i]));
    buf_add_char(out, '\n');
    if (!layout->has_italics) buf_add(out, STR("no italics\n"));
    dump_page(layout, out);
    dump_running("head", &layout->head, out);
    dump_running("foot", &layout->foot, out);
    if (layout->logo) dump_logo(layout->logo, out);
    for (size_t i = 0; i < layout->style_count; i++) dump_style(&layout->styles[i], out);
}
