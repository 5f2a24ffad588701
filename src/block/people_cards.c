/* People in; cards with portrait, name and what stands about them out. */
#include "block/card.h"
#include "block/people.h"
#include "block/picture.h"

#define PORTRAIT_WIDTH SP_MM(25)
#define PORTRAIT_HEIGHT SP_MM(32)
enum { ABREAST = 2, LEAST_BESIDE = 9 /* em of the lines beside a portrait */ };

static Picture *portrait_of(const Member *member) {
    bool is_person = member->entry && member->entry->kind == ENTRY_PERSON;
    return is_person ? member->entry->person.portrait : NULL;
}

void person_open_portrait(Model *model, const Member *member) {
    Picture *picture = portrait_of(member);
    if (picture) picture->image = picture_open(model, &picture->file);
}

/* ---- the portrait ---- */

/* The first character of the word at `at`. */
static Str first_letter(Str text, size_t at) {
    size_t end = at + 1;
    while (end < text.len && ((unsigned char)text.at[end] & 0xC0) == 0x80) end++;
    return at < text.len ? str_slice(text, at, end) : (Str){0};
}

/* Of the first word of a name and of the family name, or else of the last word. */
static Str initials_of(const Setter *setter, const Member *member) {
    Str name = member->id.text;
    Str family = {0};
    if (member->entry) {
        name = translated_text(&member->entry->person.name, setter->lang);
        family = translated_text(&member->entry->person.family, setter->lang);
    }
    size_t last = name.len;
    while (last > 0 && name.at[last - 1] != ' ') last--;
    if (family.len && str_find(name, family, 0) != SIZE_MAX) last = str_find(name, family, 0);
    Str first = first_letter(name, 0), second = last ? first_letter(name, last) : (Str){0};
    return str_format(setter->job->arena, "%.*s%.*s", STR_ARG(first), STR_ARG(second));
}

static void add_portrait(Setter *setter, Card *card, const Member *member, Tag *body) {
    const Picture *picture = portrait_of(member);
    CardPicture shown = {.width = PORTRAIT_WIDTH,
                         .height = card_fit(setter, PORTRAIT_HEIGHT),
                         .is_cropped = true,
                         .span = member_span(member)};
    if (picture && picture->image) {
        shown.image = picture->image;
        shown.alt = picture->alt.given ? picture->alt.text
                                       : model_entry_text(setter->job->arena, member->entry,
                                                          MENTION_FULL, setter->lang);
        if (picture->is_decorative) shown.alt = (Str){0};
    } else if (picture && picture->file.is_tbc) {
        shown.tbc = &picture->file;
    } else if (!member->id.is_tbc) {
        shown.initials = initials_of(setter, member);
    }
    card_add_picture(setter, card, &shown, body);
}

/* Whose picture it is. */
static void add_credit(Setter *setter, Card *card, const Rich *words, Tag *body) {
    const Style *style = layout_style(setter->layout, "card.credit");
    PartList parts = {0};
    if (!words->count) return;
    parts_add_rich(setter, &parts, words, style, tag_add(setter->tags, body, TAG_P));
    card_add(setter, card, &parts, style);
}

/* ---- the card ---- */

static void add_name(Setter *setter, Card *card, const Member *member, Tag *body) {
    const Style *style = layout_style(setter->layout, "card.name");
    PartList parts = {0};
    person_add_name(setter, &parts, member, style, tag_add(setter->tags, body, TAG_P));
    card_add(setter, card, &parts, style);
}

static void add_field(Setter *setter, Card *card, const Member *member, PersonField field,
                      Tag *body) {
    enum { LEAST_LINES = 3 }; /* of a life beside the portrait; fewer look lost there */
    PartList parts = {0};
    Tag *tag = tag_add(setter->tags, body, TAG_P);
    const Style *style = layout_style(setter->layout, "people");
    if (field == PERSON_ABOUT) card_pass(setter, card, LEAST_LINES);
    Str lead = person_lead(setter, field);
    if (lead.len) parts_add_string(setter, &parts, lead, member_span(member), style, tag);
    person_add_field(setter, &parts, member, field, tag);
    card_add(setter, card, &parts, style);
}

static bool shows_portrait(const PersonFields *fields) {
    for (size_t i = 0; i < fields->len; i++) {
        if (fields->at[i] == PERSON_PORTRAIT) return true;
    }
    return false;
}

static Card card_of(Setter *setter, const Member *member, const PersonFields *fields, Sp measure,
                    Tag *body) {
    Card card = {.measure = measure};
    bool has_portrait = shows_portrait(fields);
    const Picture *picture = has_portrait ? portrait_of(member) : NULL;
    if (has_portrait) add_portrait(setter, &card, member, body);
    add_name(setter, &card, member, body);
    for (size_t i = 0; i < fields->len; i++) {
        if (person_has(setter, member, fields->at[i]))
            add_field(setter, &card, member, fields->at[i], body);
    }
    if (picture) add_credit(setter, &card, &picture->caption, body);
    if (picture) add_credit(setter, &card, &picture->credit, body);
    return card;
}

static size_t abreast(const Setter *setter, Sp gap) {
    Sp beside = (setter->measure - gap) / ABREAST - PORTRAIT_WIDTH - card_gap(setter);
    Sp em = layout_style(setter->layout, "people")->size;
    return beside >= LEAST_BESIDE * em ? ABREAST : 1;
}

void people_set_cards(Setter *setter, const Group *group, const PersonFields *fields) {
    const Style *style = layout_style(setter->layout, "card");
    Sp gap = 2 * card_gap(setter);
    size_t across = abreast(setter, gap);
    Sp step = across == 1 ? setter->measure : (setter->measure + gap) / ABREAST;
    Tag *list = tag_add(setter->tags, setter->parent, TAG_L);
    list->list_numbering = "None";
    for (size_t i = 0; i < group->members.len; i += across) {
        Card cards[ABREAST];
        size_t count = 0;
        for (; count < across && i + count < group->members.len; count++) {
            Tag *item = tag_add(setter->tags, list, TAG_LI);
            cards[count] =
                card_of(setter, &group->members.at[i + count], fields,
                        across == 1 ? step : step - gap, tag_add(setter->tags, item, TAG_LBODY));
        }
        bool is_named = i == 0 && group->name;
        set_space(setter, is_named ? layout_style(setter->layout, "card.name") : style);
        card_set_rank(setter, cards, count, step, member_span(&group->members.at[i]));
        set_end(setter, style);
    }
}

void person_set_card(Setter *setter, const Member *member, const PersonFields *fields) {
    Card card = card_of(setter, member, fields, setter->measure, setter->parent);
    set_space(setter, layout_style(setter->layout, "card"));
    card_set_rank(setter, &card, 1, 0, member_span(member));
    set_end(setter, layout_style(setter->layout, "card"));
}
