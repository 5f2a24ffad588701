/* An article in; its galley out: title matter first, then the blocks. */
#include "base/language.h"
#include "block/logo.h"
#include "block/note.h"
#include "model/pack.h"

static const Style *style_of(const Setter *setter, const char *name) {
    return layout_style(setter->layout, name);
}

/* ---- margin: weekday, date, place, where the text comes from ---- */

typedef LIST(Line) LineList;

static void add_lines(Setter *setter, LineList *list, Lines lines) {
    for (size_t i = 0; i < lines.len; i++) *list_add(setter->job->arena, list) = lines.at[i];
}

static Sp dateline_measure(const Setter *setter) {
    Sp margin = setter->layout->page.margin_column;
    return margin ? margin : setter->measure;
}

static Tag *paragraph_tag(Setter *setter) { return tag_add(setter->tags, setter->parent, TAG_P); }

static void add_text(Setter *setter, LineList *list, Str text, Span span) {
    if (!text.len) return;
    const Style *style = style_of(setter, "dateline");
    Sp measure = dateline_measure(setter);
    add_lines(setter, list,
              set_string_lines(setter, text, span, style, measure, paragraph_tag(setter)));
}

static void add_parts(Setter *setter, LineList *list, const PartList *parts) {
    const Style *style = style_of(setter, "dateline");
    LineSpec spec = {.measure = dateline_measure(setter), .align = style->align};
    add_lines(setter, list, parts_break(setter, parts, style, &spec));
}

/* A value that may be TBC: boxed then. */
static void add_scalar(Setter *setter, LineList *list, const Scalar *scalar, Str text) {
    if (!scalar->is_tbc) {
        add_text(setter, list, text, scalar->span);
        return;
    }
    PartList parts = {0};
    parts_add_tbc(setter, &parts, scalar, style_of(setter, "dateline"), paragraph_tag(setter));
    add_parts(setter, list, &parts);
}

/* Where there is no name yet, the address stands for itself. */
static void add_publisher(Setter *setter, LineList *list, const PublishedBy *by) {
    const Style *style = style_of(setter, "dateline");
    PartList parts = {0};
    Tag *tag = paragraph_tag(setter);
    const TextLink *link = link_to(setter, &by->url);
    Scalar name = by->publisher;
    name.text = model_name(setter->model, &by->publisher, setter->lang);
    if (link && !name.is_tbc)
        parts_add_link(setter, &parts, name.text, link, style, tag);
    else
        parts_add_value(setter, &parts, &name, style, tag);
    add_parts(setter, list, &parts);
    if (by->url.is_tbc) add_scalar(setter, list, &by->url, (Str){0});
    if (!link || !name.is_tbc) return;
    PartList address = {0};
    parts_add_link(setter, &address, link->url, link, style, paragraph_tag(setter));
    add_parts(setter, list, &address);
}

static void add_retrieved(Setter *setter, LineList *list, const Date *retrieved) {
    if (!retrieved->scalar.given) return;
    const Style *style = style_of(setter, "dateline");
    Tag *tag = paragraph_tag(setter);
    PartList parts = {0};
    Scalar date = retrieved->scalar;
    date.text = model_format_date(setter->job->arena, retrieved, setter->lang);
    parts_add_string(setter, &parts, language_term(setter->lang, TERM_RETRIEVED), date.span, style,
                     tag);
    parts_add_string(setter, &parts, STR(" "), date.span, style, tag);
    parts_add_value(setter, &parts, &date, style, tag);
    add_parts(setter, list, &parts);
}

static void add_origin(Setter *setter, LineList *list, const PublishedBy *by) {
    add_publisher(setter, list, by);
    if (by->status_tbc.given) {
        add_scalar(setter, list, &by->status_tbc, (Str){0});
    } else if (by->status) {
        LanguageTerm term = (LanguageTerm)(TERM_AS_PUBLISHED + by->status - 1);
        add_text(setter, list, language_term(setter->lang, term), by->publisher.span);
    }
    add_retrieved(setter, list, &by->retrieved);
}

static LineList dateline(Setter *setter, const Article *article) {
    LineList list = {0};
    Arena *arena = setter->job->arena;
    if (article->weekday.given) add_scalar(setter, &list, &article->weekday, article->weekday.text);
    if (article->date.scalar.given) {
        Str date =
            article->date.year ? model_format_date(arena, &article->date, setter->lang) : (Str){0};
        add_scalar(setter, &list, &article->date.scalar, date);
    }
    if (article->place.count) {
        const Style *style = style_of(setter, "dateline");
        add_lines(setter, &list,
                  set_rich_lines(setter, &article->place, style, dateline_measure(setter),
                                 paragraph_tag(setter)));
    }
    if (article->published_by) add_origin(setter, &list, article->published_by);
    return list;
}

/* In the margin beside the first line; in the column where the layout has no margin. */
static void set_dateline(Setter *setter, const LineList *list, Span span) {
    if (!list->len) return;
    const Style *style = style_of(setter, "dateline");
    Lines lines = {.at = list->at, .len = list->len};
    if (set_margin(setter, lines, style, span)) return;
    set_space(setter, style);
    set_lines(setter, lines, style, span);
    set_end(setter, style);
}

/* ---- the column ---- */

static void set_byline(Setter *setter, const Scalars *authors) {
    if (!authors->len) return;
    Arena *arena = setter->job->arena;
    NameList names = {.at = ARENA_ARRAY(arena, Name, authors->len), .len = authors->len};
    for (size_t i = 0; i < authors->len; i++) {
        names.at[i].text = authors->at[i];
        names.at[i].text.text = model_name(setter->model, &authors->at[i], setter->lang);
    }
    PartList parts = {0};
    const Style *style = style_of(setter, "byline");
    parts_add_names(setter, &parts, &names, style, paragraph_tag(setter));
    set_parts(setter, &parts, style, authors->at[0].span);
}

static void set_title(Setter *setter, const Article *article, Tag *tag) {
    set_mark(setter, (Mark){.tag = tag,
                            .id = article->id.given ? article->id.text : (Str){0},
                            .outline_level = setter_outline_level(setter, article->level),
                            .title = rich_plain(setter->job->arena, &article->title)});
    set_rich(setter, &article->title,
             style_of(setter, article->level == 1 ? "title" : "article.title"), tag);
}

/* What is the title of a pack's item stands in the item's band already. */
static void set_titling(Setter *setter, const Article *article) {
    bool has_title = article->level != 2;
    Tag *kicker = article->kicker.count ? tag_add(setter->tags, setter->parent, TAG_P) : NULL;
    Tag *title = has_title
                     ? tag_add(setter->tags, setter->parent, (TagRole)(TAG_H1 + article->level - 1))
                     : NULL;
    Tag *subtitle = article->subtitle.count ? tag_add(setter->tags, setter->parent, TAG_P) : NULL;
    LineList margin = dateline(setter, article);
    bool has_margin = setter->layout->page.margin_column != 0;
    if (has_margin) set_dateline(setter, &margin, article->span);
    if (kicker) set_rich(setter, &article->kicker, style_of(setter, "kicker"), kicker);
    if (title)
        set_title(setter, article, title);
    else if (article->id.given)
        set_mark(setter, (Mark){.id = article->id.text});
    if (subtitle) set_rich(setter, &article->subtitle, style_of(setter, "subtitle"), subtitle);
    if (article->standfirst.count)
        set_rich(setter, &article->standfirst, style_of(setter, "standfirst"),
                 paragraph_tag(setter));
    set_byline(setter, &article->authors);
    if (!has_margin) set_dateline(setter, &margin, article->span);
}

int setter_outline_level(const Setter *setter, int level) {
    return setter->model && setter->model->pack ? level - 1 : level;
}

/* Of a pack without a cover. */
static void set_pack_title(Setter *setter) {
    const Style *style = style_of(setter, "pack.title");
    set_rich(setter, &setter->model->pack->title, style,
             tag_add(setter->tags, setter->parent, TAG_H1));
}

void block_begin_galley(Setter *setter, Tag *parent) {
    setter->galley = ARENA_NEW(setter->job->arena, Galley);
    setter->measure = layout_measure(setter->layout);
    setter->galley->measure = setter->measure;
    setter->lang = setter->model->lang;
    setter->parent = parent;
    setter->is_first = true;
    notes_begin(setter);
    if (setter->wants_title || !setter->model->pack) logo_set_room(setter);
    if (setter->wants_title) set_pack_title(setter);
}

/* What a heading leads to stands on its card. */
static void set_cards(Setter *setter, const Blocks *blocks) {
    for (size_t i = 0; i < blocks->len; i++) {
        if (i && !setter->pending_penalty) set_card_break(setter, blocks->at[i]->span);
        setter->follows_text = false;
        set_blocks(setter, &(Blocks){.at = blocks->at + i, .len = 1});
    }
}

void block_add_article(Setter *setter, const Article *article) {
    Str lang = setter->lang;
    setter->lang = article->language;
    setter->level = article->level;
    setter->follows_text = false;
    set_titling(setter, article);
    setter->pending_space = sp_max(setter->pending_space, setter->layout->grid);
    if (setter->layout->has_cards)
        set_cards(setter, &article->body);
    else
        set_blocks(setter, &article->body);
    setter->lang = lang;
}

Galley *block_set_article(Setter *setter) {
    block_begin_galley(setter, setter->tags->root);
    setter->parent->lang = setter->lang;
    block_add_article(setter, setter->model->article);
    notes_place(setter);
    return setter->galley;
}
