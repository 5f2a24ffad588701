/* An item of a pack in; its galley out: a band with number and title, then its articles, or a slip sheet. */
#include "base/language.h"
#include "block/masthead.h"
#include "block/note.h"
#include "block/pack.h"

static const Style *style_of(const Setter *setter, const char *name) {
    return layout_style(setter->layout, name);
}

Str item_destination(Arena *arena, const PackItem *item) {
    bool has_own = item->id.given && !item->id.is_tbc;
    return has_own ? item->id.text : str_format(arena, "item:%u", item->number);
}

/* ---- label ---------------------------------------------------------------------------------- */

static void add_part(Buf *out, Str label, Str text) {
    if (out->len) buf_add(out, STR(" \xC2\xB7 "));
    buf_add(out, label);
    if (label.len && text.len) buf_add(out, STR(": "));
    buf_add(out, text);
}

static void add_named(Setter *setter, LanguageTerm term, const Scalar *name, Buf *out) {
    if (!name->given) return;
    add_part(out, language_term(setter->lang, term),
             name->is_tbc ? name->text : model_name(setter->model, name, setter->lang));
}

bool item_add_label(Setter *setter, const PackItem *item, Buf *out) {
    if (item->purpose != PURPOSE_NONE && !setter->layout->has_masthead) {
        LanguageTerm term = (LanguageTerm)(TERM_FOR_DECISION + item->purpose - PURPOSE_DECISION);
        add_part(out, language_term(setter->lang, term), (Str){0});
    }
    add_named(setter, TERM_OWNER, &item->owner, out);
    add_named(setter, TERM_PRESENTER, &item->presenter, out);
    if (item->considered.count)
        add_part(out, language_term(setter->lang, TERM_CONSIDERED),
                 rich_plain(setter->job->arena, &item->considered));
    return out->len != 0;
}

static void add_limit(Setter *setter, const PackItem *item, Buf *out) {
    if (!item->limit) return;
    const int counts[] = {item->limit->pages, item->limit->words, item->limit->minutes};
    const LanguageTerm terms[] = {counts[0] == 1 ? TERM_PAGE : TERM_PAGES, TERM_WORDS,
                                  TERM_MINUTES};
    Str label = language_term(setter->lang, TERM_LIMIT);
    for (size_t i = 0; i < 3; i++) {
        if (counts[i] <= 0) continue;
        Str word = language_term(setter->lang, terms[i]);
        add_part(out, label,
                 str_format(setter->job->arena, "%d\xC2\xA0%.*s", counts[i], STR_ARG(word)));
        label = (Str){0};
    }
}

/* ---- band ----------------------------------------------------------------------------------- */

static Lines number_lines(Setter *setter, const PackItem *item, Tag *tag) {
    if (!setter->model->pack->numbering->items || setter->layout->has_masthead) return (Lines){0};
    Str number = str_format(setter->job->arena, "%u", item->number);
    const Style *style = style_of(setter, "item.number");
    return set_string_lines(setter, number, item->span, style, setter->measure, tag);
}

/* The number stands before the title, longer titles hang behind it. */
static void set_band_title(Setter *setter, const PackItem *item) {
    const Style *style = style_of(setter, "item.title");
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_H2);
    set_mark(setter, (Mark){.tag = tag,
                            .id = item_destination(setter->job->arena, item),
                            .outline_level = setter_outline_level(setter, 2),
                            .title = rich_plain(setter->job->arena, &item->title)});
    Cell cells[2] = {{.lines = number_lines(setter, item, tag)}};
    Sp inset = cells[0].lines.len ? style->left : 0;
    cells[1].x = inset;
    cells[1].lines = set_rich_lines(setter, &item->title, style, setter->measure - inset, tag);
    set_space(setter, style);
    set_row(setter, &(Row){.cells = cells, .count = 2, .style = style, .span = item->title.span});
    set_end(setter, style);
}

static void set_band(Setter *setter, const PackItem *item) {
    Buf label = buf_new(setter->job->arena);
    if (setter->layout->has_masthead) masthead_set(setter, item);
    set_band_title(setter, item);
    Style own = *style_of(setter, "item.label"), *style = &own;
    if (setter->layout->has_masthead) own.left = 0; /* no number stands there */
    item_add_label(setter, item, &label);
    add_limit(setter, item, &label);
    if (label.len) {
        PartList parts = {0};
        Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
        parts_add_string(setter, &parts, buf_str(&label), item->span, style, tag);
        set_parts(setter, &parts, style, item->span);
    }
    set_rule(setter, style_of(setter, "item.rule"), item->span);
    set_end(setter, style_of(setter, "item.rule"));
}

/* ---- slip sheet ----------------------------------------------------------------------------- */

static Str slip_words(Setter *setter, const PackItem *item) {
    Buf words = buf_new(setter->job->arena);
    LanguageTerm term = (LanguageTerm)(TERM_TO_FOLLOW + item->status - ITEM_TO_FOLLOW);
    add_part(&words, language_term(setter->lang, term), (Str){0});
    if (item->due.year) {
        Str date = model_format_date(setter->job->arena, &item->due, setter->lang);
        buf_print(&words, " \xC2\xB7 %.*s %.*s", STR_ARG(language_term(setter->lang, TERM_DUE)),
                  STR_ARG(date));
    }
    if (item->owner.given)
        add_part(&words, (Str){0}, model_name(setter->model, &item->owner, setter->lang));
    return buf_str(&words);
}

/* One large line at the optical centre: three eighths down what is left of the column. */
static void set_slip(Setter *setter, const PackItem *item) {
    const PageGeometry *page = &setter->layout->page;
    const Style *style = style_of(setter, "item.slip");
    Sp grid = setter->layout->grid ? setter->layout->grid : style->leading;
    Sp white = (page->height - page->top - page->bottom) * 3 / 8 / grid * grid;
    setter->pending_space = sp_max(white, 0);
    PartList parts = {0};
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    parts_add_string(setter, &parts, slip_words(setter, item), item->span, style, tag);
    set_parts(setter, &parts, style, item->span);
}

/* ---- the whole ------------------------------------------------------------------------------ */

Galley *block_set_item(Setter *setter, const PackItem *item, Tag *parent) {
    setter->part = str_format(setter->job->arena, "%u", item->number);
    block_begin_galley(setter, tag_add(setter->tags, parent, TAG_SECT));
    Tag *section = setter->parent;
    setter->item = item->number;
    set_band(setter, item);
    if (item_is_slip(item)) set_slip(setter, item);
    for (size_t i = 0; i < item->articles.len; i++) {
        const Article *article = item->articles.at[i];
        if (!item->has_body) setter->parent = tag_add(setter->tags, section, TAG_ART);
        if (i) setter->pending_space = 2 * setter->layout->grid;
        if (!str_equal(article->language, setter->model->lang))
            setter->parent->lang = article->language;
        block_add_article(setter, article);
        setter->parent = section;
    }
    notes_place(setter);
    return setter->galley;
}
