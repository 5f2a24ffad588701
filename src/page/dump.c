/* Pages as stable text: what stands where, in points from the top left corner; `again` is a copy of what stood
 * on a page before, `note` shows where a link leads. */
#include "page/page.h"

static void add_points(Buf *out, Sp length) {
    int64_t hundredths = sp_scale(length, 100, SP_PT);
    uint64_t size = hundredths < 0 ? (uint64_t)-hundredths : (uint64_t)hundredths;
    buf_print(out, " %s%llu.%02d", hundredths < 0 ? "-" : "", (unsigned long long)(size / 100),
              (int)(size % 100));
}

static void add_quoted(Buf *out, Str text) {
    buf_add(out, STR(" \""));
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\n')
            buf_add(out, STR("\\n"));
        else
            buf_add_char(out, text.at[i]);
    }
    buf_add_char(out, '"');
}

/* A word that is cut ends in "|". */
static void add_line(Buf *out, const Line *line) {
    Str text = str_slice(line->text, line->from, line->to);
    add_quoted(out, text);
    if (line->is_hyphenated && !str_ends(text, STR("-"))) {
        out->len--;
        buf_add(out, STR("|\""));
    }
}

static void add_placed(Buf *out, const Placed *placed) {
    static const char *const names[] = {
        [PLACED_LINE] = "  line", [PLACED_RULE] = "  rule", [PLACED_IMAGE] = "  image"};
    const char *name = names[placed->kind];
    if (placed->is_artifact && placed->kind == PLACED_LINE)
        name = placed->owner ? "  note" : "  again";
    if (placed->is_pagination) name = placed->is_foot ? "  foot" : "  head";
    buf_add(out, str_from(name));
    add_points(out, placed->x);
    add_points(out, placed->y);
    if (placed->kind != PLACED_LINE) {
        add_points(out, placed->width);
        add_points(out, placed->height);
    }
    if (placed->kind == PLACED_RULE) {
        buf_print(out, " #%02x%02x%02x", placed->color.red, placed->color.green,
                  placed->color.blue);
    } else if (placed->kind == PLACED_LINE) {
        add_line(out, placed->line);
    }
    buf_add_char(out, '\n');
}

static void add_mark(Buf *out, const PlacedMark *placed) {
    const Mark *mark = &placed->mark;
    buf_add(out, STR("  mark"));
    add_points(out, placed->x);
    add_points(out, placed->y);
    if (mark->id.len) buf_print(out, " #%.*s", STR_ARG(mark->id));
    if (mark->outline_level) {
        buf_print(out, " outline %d", mark->outline_level);
        add_quoted(out, mark->title);
    }
    buf_add_char(out, '\n');
}

void pages_dump(const Pages *pages, Buf *out) {
    for (size_t i = 0; i < pages->pages.len; i++) {
        const Page *page = &pages->pages.at[i];
        buf_print(out, "page %u \"%.*s\" size", page->number, STR_ARG(page->label));
        add_points(out, page->width);
        add_points(out, page->height);
        buf_add(out, STR(" fill"));
        add_points(out, page->fill);
        buf_add_char(out, '\n');
        for (size_t k = 0; k < page->placed.len; k++) add_placed(out, &page->placed.at[k]);
        for (size_t k = 0; k < page->marks.len; k++) add_mark(out, &page->marks.at[k]);
    }
}
