/* Link definitions: what md4c took out of the text and used in, those nobody used reported.
 *
 * md4c swallows `[label]: target` without a callback. So a definition is a line that begins with a label and a
 * colon which no text callback covers; it is used when some link's target stands right behind it. */
#include "read/markup_parse.h"

#include <stdlib.h>

#define LABEL_MAX 1000 /* CommonMark: 999 characters, which we take as bytes */

static int compare_targets(const void *a, const void *b) {
    const UsedTarget *x = a, *y = b;
    if (x->offset != y->offset) return x->offset < y->offset ? -1 : 1;
    return x->offset == NOWHERE ? str_compare(x->url, y->url) : 0;
}

static bool is_covered(const MarkupParse *parse, size_t at) {
    size_t low = 0, high = parse->covered.len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        Range range = parse->covered.at[middle];
        if (at >= range.from && at < range.to) return true;
        if (at < range.from)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

/* The [ of the label that ends at `close`, when it begins its line; NOWHERE otherwise. */
static size_t find_label(Str text, size_t close) {
    size_t at = close;
    while (at > 0 && close - at < LABEL_MAX) {
        char c = text.at[--at];
        bool is_escaped = at > 0 && text.at[at - 1] == '\\';
        if (c == ']' && !is_escaped) return NOWHERE;
        if (c == '[' && !is_escaped) break;
    }
    if (text.at[at] != '[') return NOWHERE;
    for (size_t before = at; before > 0 && text.at[before - 1] != '\n'; before--)
        if (!memchr(" \t>-+*.)0123456789", text.at[before - 1], 19)) return NOWHERE;
    return at;
}

static size_t find_target(Str text, size_t at) {
    while (at < text.len && memchr(" \t\n>", text.at[at], 4)) at++;
    if (at < text.len && text.at[at] == '<') at++;
    return at;
}

bool markup_is_target(Str text, size_t at, Str url) {
    size_t k = 0;
    for (; k < url.len && at < text.len && text.at[at] != '&'; k++, at++) {
        if (text.at[at] == '\\' && text.at[at] != url.at[k]) at++;
        if (at >= text.len || text.at[at] != url.at[k]) break;
    }
    return (k == url.len && at == text.len) || (at < text.len && text.at[at] == '&');
}

static bool matches_copy(const MarkupParse *parse, size_t target) {
    bool is_angled = target > 0 && parse->text.at[target - 1] == '<';
    Str text = str_slice(parse->text, 0, markup_target_end(parse->text, target, is_angled));
    for (size_t i = parse->used.len; i > 0 && parse->used.at[i - 1].offset == NOWHERE; i--)
        if (markup_is_target(text, target, parse->used.at[i - 1].url)) return true;
    return false;
}

void markup_check_definitions(MarkupParse *parse) {
    Str text = parse->text;
    if (parse->used.len)
        qsort(parse->used.at, parse->used.len, sizeof *parse->used.at, compare_targets);
    for (size_t close = str_find(text, STR("]:"), 0); close != NOWHERE;
         close = str_find(text, STR("]:"), close + 2)) {
        size_t label = is_covered(parse, close + 1) ? NOWHERE : find_label(text, close);
        if (label == NOWHERE) continue;
        UsedTarget key = {.offset = find_target(text, close + 2)};
        bool is_used = parse->used.len &&
                       bsearch(&key, parse->used.at, parse->used.len, sizeof key, compare_targets);
        if (!is_used && !matches_copy(parse, key.offset))
            markup_report(
                parse, E_UNUSED_DEFINITION, (Range){label, close + 1},
                "this link definition is used nowhere",
                "remove it, or refer to it with `[words][label]`; `\\[` prints the sign itself");
    }
}
