/* What the files of the organizations block share: what is said of an organization, and the forms that stand in
 * files of their own. */
#ifndef DOSSIER_BLOCK_ORGANIZATIONS_H
#define DOSSIER_BLOCK_ORGANIZATIONS_H

#include "block/look.h"
#include "block/members.h"

typedef enum OrganizationField {
    ORGANIZATION_ACRONYM,
    ORGANIZATION_NAME,
    ORGANIZATION_PARENT,
    ORGANIZATION_KIND,
    ORGANIZATION_URL,
    ORGANIZATION_ADDRESS,
    ORGANIZATION_ABOUT,
    ORGANIZATION_FIELDS
} OrganizationField;

typedef struct OrganizationColumns {
    OrganizationField at[ORGANIZATION_FIELDS];
    size_t len;
} OrganizationColumns;

/* As authors write them, in the order of the enum; ends with NULL. */
extern const char *const organization_keys[];

Str organization_acronym(const Setter *setter, const Entry *entry);
const Entry *organization_parent(const Setter *setter, const Member *member);
/* The name, with its link or, when it is TBC, its box. */
void organization_add_name(Setter *setter, PartList *parts, const Member *member,
                           const Style *style, Tag *tag);
/* The words above a group. */
void organization_set_group(Setter *setter, const Group *group, Tag *tag);

/* Two abreast: acronym and name. */
void organizations_set_grid(Setter *setter, const Group *group);
/* Two abreast: name, acronym, parent, address and what it does. */
void organizations_set_cards(Setter *setter, const Group *group);
/* A table of the columns asked for, with heads. */
void organizations_set_columns(Setter *setter, const Groups *groups,
                               const OrganizationColumns *columns);

/* Whether a sentence once printed names every member and nobody else (W0315). */
void organizations_check_published(Model *model, const Groups *groups, const Rich *published);

#endif
