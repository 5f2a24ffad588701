/* The end of a cross-reference in; the words that tell its page out. */
#include "block/reference.h"

#include "base/language.h"

/* Bytes of an article that fill a page, about. */
enum { PAGE_BYTES = 2500 };

/* As many figures as the number of the last page has, about. */
static Str placeholder(const Setter *setter) {
    const Source *source = source_find(setter->job->sources, setter->model->span.source);
    if (setter->model->pack) return STR("00");
    size_t pages = source ? source->bytes.len / PAGE_BYTES + 1 : 1;
    return pages < 10 ? STR("0") : pages < 100 ? STR("00") : STR("000");
}

void reference_add(Setter *setter, PartList *parts, const Piece *piece, const Style *style,
                   Tag *owner) {
    Arena *arena = setter->job->arena;
    const TextLink *link = piece->link;
    Str lang = span_lang(piece->attributes);
    Str word = language_term(lang.len ? lang : setter->lang, TERM_PAGE);
    bool is_alone = !piece->text.len;
    TextPart part = {
        .text = str_format(arena, is_alone ? "%.*s\xC2\xA0" : " (%.*s\xC2\xA0", STR_ARG(word)),
        .look = look_of_style(setter, style),
        .lang = lang,
        .span = link->span,
        .owner = owner,
        .link = link};
    part.look.color = layout_style(setter->layout, "link")->color;
    *list_add(arena, &parts->list) = part;
    part.text = placeholder(setter);
    part.page_of = str_slice(link->url, 1, link->url.len);
    *list_add(arena, &parts->list) = part;
    setter->galley->has_references = true;
    if (is_alone) return;
    part.text = STR(")");
    part.page_of = (Str){0};
    *list_add(arena, &parts->list) = part;
}
