/* A shaped paragraph in, stable text out (--dump=runs, transcripts of tests). */
#include "shape/internal.h"

#include <inttypes.h>

static void dump_text(Str text, Buf *out) {
    size_t at = 0;
    buf_add_char(out, '"');
    while (at < text.len) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        bool is_plain = (c >= ' ' && c < 0x7F && c != '"' && c != '\\') ||
                        (c > 0xA0 && !unicode_is_ignorable(c) && !unicode_is_mark(c) &&
                         !(c >= 0x2000 && c <= 0x200A) && c != 0x202F);
        if (is_plain)
            buf_add(out, str_slice(text, from, at));
        else
            buf_print(out, "\\u{%" PRIX32 "}", c);
    }
    buf_add_char(out, '"');
}

static void dump_segment(const Shaped *shaped, size_t index, Buf *out) {
    const Segment *segment = &shaped->segments[index];
    buf_print(out, "segment %zu %s ", index, segment->is_space ? "space" : "word");
    dump_text(str_slice(shaped->text, segment->from, segment->to), out);
    buf_print(out, " %.*s level=%d width=%" PRId64 "\n ", STR_ARG(segment->face->postscript_name),
              segment->level, segment->width);
    for (uint32_t i = 0; i < segment->count; i++) {
        const Glyph *glyph = &segment->glyphs[i];
        buf_print(out, " %" PRIu32 "@%" PRIu32 "+%" PRId32, glyph->id, glyph->cluster,
                  glyph->advance);
        if (glyph->dx || glyph->dy)
            buf_print(out, "(%" PRId32 ",%" PRId32 ")", glyph->dx, glyph->dy);
        if (glyph->flags & GLYPH_BOX) buf_add(out, STR(" box"));
        if (glyph->flags & GLYPH_SOFT_HYPHEN) buf_add(out, STR(" hyphen"));
    }
    buf_add_char(out, '\n');
}

static void dump_item(const Shaped *shaped, const Item *item, Buf *out) {
    static const char *const names[] = {"box", "glue", "penalty"};
    buf_print(out, "%s %" PRIu32 "-%" PRIu32, names[item->kind], item->from, item->to);
    if (item->to > item->from) {
        buf_add_char(out, ' ');
        dump_text(str_slice(shaped->text, item->from, item->to), out);
    }
    if (item->width) buf_print(out, " width=%" PRId64, item->width);
    if (item->stretch || item->shrink)
        buf_print(out, " +%" PRId64 " -%" PRId64, item->stretch, item->shrink);
    if (item->penalty || item->kind == ITEM_PENALTY) buf_print(out, " cost=%d", item->penalty);
    if (item->is_hyphen) buf_add(out, STR(" hyphen"));
    if (item->is_flagged) buf_add(out, STR(" flagged"));
    if (item->end_extra || item->start_extra)
        buf_print(out, " extra=%" PRId64 ",%" PRId64, item->end_extra, item->start_extra);
    if (item->hang_end || item->hang_start)
        buf_print(out, " hang=%" PRId64 ",%" PRId64, item->hang_end, item->hang_start);
    buf_add_char(out, '\n');
}

void shaped_dump(const Shaped *shaped, Buf *out) {
    buf_add(out, STR("text "));
    dump_text(shaped->text, out);
    buf_print(out, " lang=%.*s%s\n", STR_ARG(shaped->lang), shaped->is_rtl ? " rtl" : "");
    for (size_t i = 0; i < shaped->segment_count; i++) dump_segment(shaped, i, out);
    for (size_t i = 0; i < shaped->item_count; i++) dump_item(shaped, &shaped->items[i], out);
}
