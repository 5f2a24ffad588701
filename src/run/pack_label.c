/* Pages of an item or a matter in; the same with the labels that the pack's numbering asks for out. */
#include "run/pack_label.h"

static Str roman(Arena *arena, size_t number) {
    static const struct {
        size_t value;
        const char *letters;
    } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    Buf out = buf_new(arena);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        for (; number >= steps[i].value; number -= steps[i].value)
            buf_add(&out, str_from(steps[i].letters));
    }
    return buf_str(&out);
}

void pack_label_item(Job *job, const Pack *pack, const PackItem *item, Pages *pages, size_t from) {
    if (pack->numbering->pages != NUMBER_ITEM) return;
    for (size_t i = from; i < pages->pages.len; i++)
        pages->pages.at[i].label = str_format(job->arena, "%u.%zu", item->number, i - from + 1);
}

void pack_label_matter(Job *job, const Pack *pack, Pages *pages, size_t from, size_t *count) {
    if (pack->numbering->pages != NUMBER_ITEM) return;
    for (size_t i = from; i < pages->pages.len; i++)
        pages->pages.at[i].label = roman(job->arena, ++*count);
}
