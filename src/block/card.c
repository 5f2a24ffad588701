/* Pictures and paragraphs in; boxes with the lines of several cards side by side out. */
#include "block/card.h"

#include "block/link_note.h"

static const Style *name_style(const Setter *setter) {
    return layout_style(setter->layout, "card.name");
}

static Sp leading(const Setter *setter) { return name_style(setter)->leading; }

static Sp cap_height(Setter *setter, const Style *style) {
    Look look = look_of_style(setter, style);
    return shape_length(look.face, look.size, look.face->cap_height);
}

Sp card_gap(const Setter *setter) { return layout_style(setter->layout, "card")->left; }

Sp card_fit(Setter *setter, Sp height) {
    Sp cap = cap_height(setter, name_style(setter)), step = leading(setter);
    return cap + (sp_max(height - cap, 0) + step / 2) / step * step;
}

/* ---- pictures ---- */

static void shrink(const CardPicture *picture, Part *part) {
    Sp height = sp_scale(part->width, picture->image->shown_height, picture->image->shown_width);
    if (height > part->height) {
        part->width =
            sp_scale(part->height, picture->image->shown_width, picture->image->shown_height);
        height = part->height;
    }
    part->height = height;
}

static Part image_part(Setter *setter, const CardPicture *picture, Tag *body) {
    Part part = {.kind = PART_IMAGE,
                 .width = picture->width,
                 .height = picture->height,
                 .image = picture->image,
                 .is_cropped = picture->is_cropped};
    if (!picture->is_cropped) shrink(picture, &part);
    if (!picture->alt.len) return part;
    Tag *figure = tag_add(setter->tags, body, TAG_FIGURE);
    figure->alt = picture->alt;
    part.owner = tag_add(setter->tags, figure, TAG_CONTENT);
    return part;
}

/* In the middle of the tint. Initials are for the eye: the name follows. */
static void add_letters(Setter *setter, Card *card, const CardPicture *picture, Tag *body) {
    const Style *style = layout_style(setter->layout, "card.initials");
    LineSpec spec = {.measure = picture->width, .align = ALIGN_CENTER};
    PartList parts = {0};
    if (picture->tbc)
        parts_add_tbc(setter, &parts, picture->tbc, layout_style(setter->layout, "card"),
                      tag_add(setter->tags, body, TAG_P));
    else
        parts_add_string(setter, &parts, picture->initials, picture->span, style, NULL);
    Lines lines = parts_break(setter, &parts, style, &spec);
    if (!lines.len) return;
    Sp top = leading(setter) - set_depth(setter->layout) - cap_height(setter, name_style(setter));
    card->parts[card->part_count++] =
        (Part){.kind = PART_LINE,
               .y = top + (picture->height + cap_height(setter, style)) / 2,
               .line = &lines.at[0],
               .is_decoration = !picture->tbc};
}

void card_add_picture(Setter *setter, Card *card, const CardPicture *picture, Tag *body) {
    Sp cap = cap_height(setter, name_style(setter)), step = leading(setter);
    Part tint = {.kind = PART_RULE,
                 .width = picture->width,
                 .height = picture->height,
                 .color = layout_style(setter->layout, "card.initials")->rule_color};
    Part part = picture->image ? image_part(setter, picture, body) : tint;
    part.y = step - set_depth(setter->layout) - cap;
    if (!picture->tbc) card->parts[card->part_count++] = part;
    if (!picture->image) add_letters(setter, card, picture, body);
    card->beside = picture->width + card_gap(setter);
    card->beside_lines = 1 + (size_t)((sp_max(part.height - cap, 0) + step - 1) / step);
}

/* ---- lines ---- */

void card_add(Setter *setter, Card *card, const PartList *parts, const Style *style) {
    LineSpec spec = {.measure = card->measure, .align = style->align};
    if (card->lines.len < card->beside_lines) {
        spec.narrow_lines = (uint32_t)(card->beside_lines - card->lines.len);
        spec.narrow_by = spec.narrow_left = card->beside;
    }
    Lines lines = parts_break(setter, parts, style, &spec);
    for (size_t i = 0; i < lines.len; i++)
        *list_add(setter->job->arena, &card->lines) = lines.at[i];
}

void card_pass(Setter *setter, Card *card, size_t least) {
    if (card->lines.len + least <= card->beside_lines) return;
    while (card->lines.len < card->beside_lines)
        *list_add(setter->job->arena, &card->lines) = (Line){0};
}

static size_t height_in_lines(const Card *card) {
    return card->lines.len > card->beside_lines ? card->lines.len : card->beside_lines;
}

static size_t add_parts(Setter *setter, const Card *card, size_t number, Sp x, Part *parts) {
    size_t count = 0;
    for (size_t i = 0; number == 0 && i < card->part_count; i++) {
        parts[count] = card->parts[i];
        parts[count++].x += x;
    }
    if (number < card->lines.len && card->lines.at[number].run_count)
        parts[count++] = (Part){.kind = PART_LINE,
                                .line = &card->lines.at[number],
                                .x = x,
                                .y = leading(setter) - set_depth(setter->layout)};
    return count;
}

static void set_line(Setter *setter, const Card *cards, size_t count, Sp step, size_t number) {
    enum { MOST_PARTS = 3 };
    for (size_t i = 0; i < count; i++) {
        Lines lines = {.at = cards[i].lines.at, .len = cards[i].lines.len};
        link_notes_beside(setter, &lines, number);
    }
    GalleyItem *box = set_add(setter, GALLEY_BOX, (Span){0});
    Part *parts = ARENA_ARRAY(setter->job->arena, Part, count * MOST_PARTS);
    size_t part_count = 0;
    for (size_t i = 0; i < count; i++)
        part_count +=
            add_parts(setter, &cards[i], number, setter->left + (Sp)i * step, parts + part_count);
    box->parts = parts;
    box->part_count = part_count;
    box->height = leading(setter);
    box->is_text = true;
}

void card_set_rank(Setter *setter, const Card *cards, size_t count, Sp step, Span span) {
    const PageGeometry *page = &setter->layout->page;
    size_t lines = 0;
    for (size_t i = 0; i < count; i++)
        lines = height_in_lines(&cards[i]) > lines ? height_in_lines(&cards[i]) : lines;
    bool fits = (Sp)lines * leading(setter) <= page->height - page->top - page->bottom;
    for (size_t i = 0; i < lines; i++) {
        bool is_beside = i < cards[0].beside_lines;
        if (i) set_penalty(setter, fits || is_beside ? BREAK_NEVER : 0, PENALTY_PLAIN, span);
        set_line(setter, cards, count, step, i);
        list_last(&setter->galley->items).span = span;
    }
}
