/* Pages of a text in; the same with the next page's first words at their feet out. */
#include "page/catchline.h"

#include "page/label.h"

enum { MOST_WORDS = 4 };

static const Line *first_line(const Page *page) {
    for (size_t i = 0; i < page->placed.len; i++) {
        const Placed *placed = &page->placed.at[i];
        if (placed->kind == PLACED_LINE && !placed->is_artifact) return placed->line;
    }
    return NULL;
}

/* Some words of it, and a sign that there are more; a line so short is shown whole. */
static Str first_words(Arena *arena, const Line *line) {
    Str text = str_trim(str_slice(line->text, line->from, line->to));
    size_t end = 0;
    for (int words = 0; end < text.len && words < MOST_WORDS; words++) {
        end = str_find(text, STR(" "), end + 1);
        if (end == SIZE_MAX) end = text.len;
    }
    bool is_whole = end == text.len && !line->is_hyphenated;
    Str words = str_slice(text, 0, end);
    return is_whole ? words : str_format(arena, "%.*s \xE2\x80\xA6", STR_ARG(words));
}

/* One line below the column, at its end. */
static void put(Setter *setter, Page *page, Str words) {
    const PageGeometry *geometry = &setter->layout->page;
    const Style *style = layout_style(setter->layout, "catchline");
    const Line *line = label_set(setter, style, words);
    if (!line) return;
    bool is_verso = geometry->is_duplex && page->number % 2 == 0;
    Sp grid = setter->layout->grid ? setter->layout->grid : style->leading;
    Sp column = (geometry->height - geometry->top - geometry->bottom) / grid * grid;
    Sp right = layout_text_left(setter->layout, is_verso) + layout_measure(setter->layout);
    label_put(setter, page, line, right - line->width,
              geometry->top + column + grid - set_depth(setter->layout));
}

void page_add_catchlines(Setter *setter, PageRange range, Pages *pages) {
    for (size_t i = range.from; i + 1 < range.to; i++) {
        Page *page = &pages->pages.at[i];
        const Line *next = first_line(&pages->pages.at[i + 1]);
        if (next && !page->is_blank) put(setter, page, first_words(setter->job->arena, next));
    }
}
