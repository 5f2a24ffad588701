/* What the files of the people block and of meetings share: what stands about a person, and people as cards. */
#ifndef DOSSIER_BLOCK_PEOPLE_H
#define DOSSIER_BLOCK_PEOPLE_H

#include "block/look.h"
#include "block/members.h"

typedef enum PersonField {
    PERSON_PRONOUNCE,
    PERSON_POST,
    PERSON_ORGANIZATION,
    PERSON_TEL,
    PERSON_MAIL,
    PERSON_MET,
    PERSON_CONSENT,
    PERSON_ABOUT,
    PERSON_PORTRAIT, /* of cards alone */
    PERSON_FIELDS
} PersonField;

/* The fields asked for, in order. */
typedef struct PersonFields {
    PersonField at[PERSON_FIELDS];
    size_t len;
} PersonFields;

/* As authors write them, in the order of the enum. */
extern const char *const person_keys[PERSON_FIELDS];

bool person_has(const Setter *setter, const Member *member, PersonField field);
/* Before the value where no head says what it is: "Met: "; may be empty. */
Str person_lead(const Setter *setter, PersonField field);
/* Not of the portrait. */
void person_add_field(Setter *setter, PartList *parts, const Member *member, PersonField field,
                      Tag *tag);
/* "Ms. Valerie Plante", or the words that are no id. */
void person_add_name(Setter *setter, PartList *parts, const Member *member, const Style *style,
                     Tag *tag);

/* For `resolve`: the portraits that cards will show. */
void person_open_portrait(Model *model, const Member *member);
/* Two abreast where there is room: portrait or initials, name, fields. */
void people_set_cards(Setter *setter, const Group *group, const PersonFields *fields);
/* One alone, as wide as the column; below setter->parent. */
void person_set_card(Setter *setter, const Member *member, const PersonFields *fields);

#endif
