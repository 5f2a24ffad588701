/* The one list of block kinds: each is a file of its own. */
#include "block/set.h"

extern const BlockKind kind_timeline, kind_facts, kind_people;
extern const BlockKind kind_figure;
extern const BlockKind kind_box, kind_page, kind_pull;
extern const BlockKind kind_table;
extern const BlockKind kind_agenda, kind_actions, kind_contacts, kind_logistics;
extern const BlockKind kind_text, kind_heading, kind_list, kind_quote, kind_markup_quote,
    kind_media, kind_organizations, kind_code, kind_rule;

extern const BlockKind kind_objectives, kind_messages, kind_questions, kind_recommendations;

const BlockKind *const block_kinds[] = {
    &kind_text,
    &kind_heading,
    &kind_list,
    &kind_quote,
    &kind_markup_quote,
    &kind_media,
    &kind_organizations,
    &kind_code,
    &kind_rule,
    &kind_box,
    &kind_page,
    &kind_pull,
    &kind_timeline,
    &kind_facts,
    &kind_figure,
    &kind_people,
    &kind_table,
    &kind_objectives,
    &kind_messages,
    &kind_questions,
    &kind_recommendations,
    &kind_agenda,
    &kind_actions,
    &kind_contacts,
    &kind_logistics,
    NULL,
};
