/* A person of the directory, or one written in place, in; the words of each field out. */
#include "block/people.h"

#include "base/language.h"

const char *const person_keys[] = {"pronounce", "post",    "organization", "tel",     "mail",
                                   "met",       "consent", "about",        "portrait"};

Str person_lead(const Setter *setter, PersonField field) {
    if (field != PERSON_MET && field != PERSON_CONSENT) return (Str){0};
    Str head = language_term(setter->lang, field == PERSON_MET ? TERM_MET : TERM_CONSENT);
    return str_format(setter->job->arena, "%.*s: ", STR_ARG(head));
}

static Scalar met_of(Arena *arena, const Person *person, Str lang) {
    Scalar met = {.text = model_met_text(arena, person, lang)};
    if (!met.text.len) return met;
    met.given = true;
    met.span = person->met.at[0].span;
    met.is_tbc = text_is_tbc(met.text);
    return met;
}

/* Not of `about`, which is text with marks. */
static Scalar scalar_of_field(const Setter *setter, const Person *person, PersonField field) {
    switch (field) {
    case PERSON_PRONOUNCE:
        return translated_scalar(&person->pronounce, setter->lang);
    case PERSON_POST:
        return translated_scalar(&person->post, setter->lang);
    case PERSON_ORGANIZATION:
        return person->organization;
    case PERSON_TEL:
        return person->tel;
    case PERSON_MAIL:
        return person->mail;
    case PERSON_MET:
        return met_of(setter->job->arena, person, setter->lang);
    case PERSON_CONSENT:
        return translated_scalar(&person->consent, setter->lang);
    default:
        return (Scalar){0};
    }
}

bool person_has(const Setter *setter, const Member *member, PersonField field) {
    if (!member->entry || member->entry->kind != ENTRY_PERSON) return false;
    const Person *person = &member->entry->person;
    return field == PERSON_ABOUT ? person->about.len > 0
                                 : scalar_of_field(setter, person, field).given;
}

static const Style *face_of(Setter *setter, const Style *style, FaceStyle face) {
    Style *copy = arena_copy(setter->job->arena, style, sizeof *style);
    copy->face = face;
    return copy;
}

static void add_mail(Setter *setter, PartList *parts, const Scalar *mail, const Style *style,
                     Tag *tag) {
    TextLink *link = ARENA_NEW(setter->job->arena, TextLink);
    link->url = str_format(setter->job->arena, "mailto:%.*s", STR_ARG(mail->text));
    link->span = mail->span;
    link->is_data = true;
    parts_add_link(setter, parts, mail->text, link, style, tag);
}

void person_add_field(Setter *setter, PartList *parts, const Member *member, PersonField field,
                      Tag *tag) {
    const Style *style = layout_style(setter->layout, "people");
    const Person *person = &member->entry->person;
    if (field == PERSON_ABOUT) {
        parts_add_translation(setter, parts, translated_rich(&person->about, setter->lang), style,
                              tag);
        return;
    }
    Scalar value = scalar_of_field(setter, person, field);
    if (field == PERSON_ORGANIZATION && !value.is_tbc)
        value.text = model_name(setter->model, &value, setter->lang);
    if (field == PERSON_PRONOUNCE && !value.is_tbc) style = face_of(setter, style, FACE_ITALIC);
    if (field == PERSON_MAIL && !value.is_tbc)
        add_mail(setter, parts, &value, style, tag);
    else
        parts_add_value(setter, parts, &value, style, tag);
}

void person_add_name(Setter *setter, PartList *parts, const Member *member, const Style *style,
                     Tag *tag) {
    Scalar name = member->id;
    name.span = member_span(member);
    if (member->entry) {
        name.text = model_entry_text(setter->job->arena, member->entry, MENTION_FULL, setter->lang);
        name.is_tbc = translated_scalar(&member->entry->person.name, setter->lang).is_tbc;
    }
    parts_add_value(setter, parts, &name, style, tag);
}
