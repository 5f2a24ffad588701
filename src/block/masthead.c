/* An item in; two columns of lines and a rule above its title out. */
#include "block/masthead.h"

#include "base/language.h"
#include "block/look.h"
#include "block/pack.h"

/* A column of lines, each in its own style, in one list. */
typedef struct Side {
    Setter *setter;
    Sp measure;
    LIST(Line) lines;
} Side;

static const Style *style_of(const Setter *setter, const char *name) {
    return layout_style(setter->layout, name);
}

static void add_lines(Side *side, Lines lines) {
    for (size_t i = 0; i < lines.len; i++)
        *list_add(side->setter->job->arena, &side->lines) = lines.at[i];
}

static void add_text(Side *side, const char *style, Str text, Span span) {
    if (!text.len) return;
    Setter *setter = side->setter;
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    add_lines(side,
              set_string_lines(setter, text, span, style_of(setter, style), side->measure, tag));
}

static void add_rich(Side *side, const Rich *rich) {
    if (!rich->count) return;
    Setter *setter = side->setter;
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    add_lines(side, set_rich_lines(setter, rich, style_of(setter, "masthead"), side->measure, tag));
}

static void add_date(Side *side, const Date *date) {
    if (!date->year) return;
    Setter *setter = side->setter;
    add_text(side, "masthead", model_format_date(setter->job->arena, date, setter->lang),
             date->scalar.span);
}

static void add_left(Side *side, const Pack *pack) {
    const Event *event = pack->event;
    if (!event) return;
    add_rich(side, &event->name);
    add_rich(side, &event->place);
    add_date(side, &event->from);
}

static void add_right(Side *side, const PackItem *item) {
    Setter *setter = side->setter;
    const Pack *pack = setter->model->pack;
    if (pack->numbering->items)
        add_text(side, "masthead.item",
                 str_format(setter->job->arena, "%.*s %u",
                            STR_ARG(language_term(setter->lang, TERM_ITEM)), item->number),
                 item->span);
    if (item->purpose != PURPOSE_NONE)
        add_text(side, "masthead",
                 language_term(setter->lang, (LanguageTerm)(TERM_FOR_DECISION + item->purpose -
                                                            PURPOSE_DECISION)),
                 item->span);
    if (pack->control && pack->control->symbol.given && !pack->control->symbol.is_tbc)
        add_text(side, "masthead", pack->control->symbol.text, pack->control->symbol.span);
}

void masthead_set(Setter *setter, const PackItem *item) {
    const Style *style = style_of(setter, "masthead");
    Sp at = setter->measure * 5 / 8, gap = setter->layout->grid;
    Side left = {.setter = setter, .measure = at - gap};
    Side right = {.setter = setter, .measure = setter->measure - at};
    add_left(&left, setter->model->pack);
    add_right(&right, item);
    Cell cells[] = {{.lines = {.at = left.lines.at, .len = left.lines.len}},
                    {.lines = {.at = right.lines.at, .len = right.lines.len}, .x = at}};
    set_space(setter, style);
    set_row(setter, &(Row){.cells = cells, .count = 2, .style = style, .span = item->span});
    set_penalty(setter, BREAK_NEVER, PENALTY_STRANDED, item->span);
    set_rule(setter, style, item->span);
    set_end(setter, style);
}
