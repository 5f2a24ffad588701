/* The end of a cross-reference in; the words that tell where it leads out. */
#include "block/reference.h"

#include "base/language.h"
#include "model/pack.h"

/* Bytes of an article that fill a page, about. */
enum { PAGE_BYTES = 2500 };

/* As many figures as the page's number has, about. */
static Str placeholder_of(size_t page) {
    return page < 10 ? STR("0") : page < 100 ? STR("00") : page < 1000 ? STR("000") : STR("0000");
}

static Str placeholder(const Setter *setter, const ModelId *target) {
    const Pack *pack = setter->model->pack;
    if (!pack) {
        const Source *source = source_find(setter->job->sources, setter->model->span.source);
        return placeholder_of(source ? source->bytes.len / PAGE_BYTES + 1 : 1);
    }
    if (!target || !target->item) return STR("00");
    if (pack->numbering->pages == NUMBER_ITEM)
        return str_format(setter->job->arena, "%u.0", target->item);
    return placeholder_of(pack->items.at[target->item - 1]->expected_page);
}

static void add_counted(Buf *out, Str word, unsigned number) {
    if (out->len) buf_add(out, STR(", "));
    buf_print(out, "%.*s\xC2\xA0%u", STR_ARG(word), number);
}

/* "Item 2 (Item 2, page 9)" says it twice. */
static bool names_item(const Setter *setter, Str words, Str lang, unsigned number) {
    Str term = language_term(lang, TERM_ITEM);
    Arena *arena = setter->job->arena;
    return str_equal(words, str_format(arena, "%.*s %u", STR_ARG(term), number)) ||
           str_equal(words, str_format(arena, "%.*s\xC2\xA0%u", STR_ARG(term), number));
}

/* What is known before there are pages: the item when it is another, the paragraph when that says where to look.
 * False when the page is needed as well; then the words lead up to it. */
static bool tell_place(const Setter *setter, const ModelId *target, Str lang, Str words, Buf *out) {
    const Pack *pack = setter->model->pack;
    const Numbering *numbering = pack ? pack->numbering : NULL;
    bool is_elsewhere = pack && target && target->item && target->item != setter->item;
    bool tells_item =
        is_elsewhere && numbering->items && !names_item(setter, words, lang, target->item);
    bool tells_paragraph =
        target && target->paragraph &&
        (!is_elsewhere || tells_item || numbering->paragraphs == PARAGRAPHS_PACK);
    bool has_item_label = pack && numbering->pages == NUMBER_ITEM; /* page 4.3 names the item */
    if (tells_item && (tells_paragraph || !has_item_label))
        add_counted(out, language_term(lang, TERM_ITEM), target->item);
    if (tells_paragraph) {
        add_counted(out, language_term(lang, TERM_PARAGRAPH), target->paragraph);
        return true;
    }
    if (out->len) buf_add(out, STR(", "));
    buf_add(out, language_term(lang, TERM_PAGE));
    buf_add(out, STR("\xC2\xA0"));
    return false;
}

void reference_add(Setter *setter, PartList *parts, const Piece *piece, const Style *style,
                   Tag *owner) {
    Arena *arena = setter->job->arena;
    const TextLink *link = piece->link;
    Str id = str_slice(link->url, 1, link->url.len), lang = span_lang(piece->attributes);
    const ModelId *target = model_find_id(setter->model, id);
    bool is_alone = !piece->text.len;
    Buf words = buf_new(arena);
    bool is_told = tell_place(setter, target, lang.len ? lang : setter->lang, piece->text, &words);
    TextPart part = {.text = str_format(arena, "%s%.*s%s", is_alone ? "" : " (",
                                        STR_ARG(buf_str(&words)), is_told && !is_alone ? ")" : ""),
                     .look = look_of_style(setter, style),
                     .lang = lang,
                     .span = link->span,
                     .owner = owner,
                     .link = link};
    part.look.color = layout_style(setter->layout, "link")->color;
    *list_add(arena, &parts->list) = part;
    if (is_told) return;
    part.text = placeholder(setter, target);
    part.page_of = id;
    *list_add(arena, &parts->list) = part;
    setter->galley->has_references = true;
    if (is_alone) return;
    part.text = STR(")");
    part.page_of = (Str){0};
    *list_add(arena, &parts->list) = part;
}
