/* What stands on a pack's keys `contacts` and `logistics` in; a page of each out. */
#include "base/language.h"
#include "block/pack.h"

void matter_set_contacts(Setter *setter, const PackNumbers *numbers) {
    (void)numbers;
    matter_set_title(setter, language_term(setter->lang, TERM_CONTACTS), STR("part:contacts"));
    set_blocks(setter, &setter->model->pack->contact_blocks);
}

void matter_set_logistics(Setter *setter, const PackNumbers *numbers) {
    (void)numbers;
    matter_set_title(setter, language_term(setter->lang, TERM_LOGISTICS), STR("part:logistics"));
    set_blocks(setter, &setter->model->pack->logistics_blocks);
}
