/* All actions of a pack's items in; the register of them, each with its item and page, out. */
#include "block/actions.h"
#include "block/matter_rows.h"
#include "block/pack.h"

typedef struct Register {
    Listing listing;
    Sp due;
} Register;

static void measure(void *with, const PackItem *item, const Block *block) {
    (void)item;
    Register *all = with;
    const Actions *actions = block->fields;
    all->due = action_due_width(all->listing.setter, actions, all->due);
    all->listing.rows += actions->rows.list.len;
}

static void add_action(Listing *listing, const PackItem *item, const Action *action, unsigned row) {
    Scalar what = {.text = rich_plain(listing->setter->job->arena, &action->what),
                   .span = action->what.span,
                   .is_tbc = action->what.is_tbc};
    listing_row(listing);
    listing_add_value(listing, 0, &what, listing->style);
    listing_add_people(listing, 1, &action->who, listing->style);
    action_add_due(listing, 2, action);
    action_add_state(listing, 2, action);
    matter_add_place(listing, 3, item, row);
    listing_end_row(listing, action->what.span);
}

static void add_block(void *with, const PackItem *item, const Block *block) {
    Register *all = with;
    const Actions *actions = block->fields;
    const Action *rows = actions->rows.list.at;
    for (size_t i = 0; i < actions->rows.list.len; i++)
        add_action(&all->listing, item, &rows[i], actions->mark + (unsigned)i);
}

void matter_set_actions(Setter *setter, const PackNumbers *numbers) {
    (void)numbers;
    Str lang = setter->lang;
    Register all = {.listing = {.setter = setter,
                                .style = layout_style(setter->layout, "actions"),
                                .head = layout_style(setter->layout, "actions.head")}};
    matter_set_title(setter, language_term(lang, TERM_ACTIONS), STR("part:actions"));
    matter_visit(setter->model, &kind_actions, measure, &all);
    if (!all.listing.rows) return;
    Str page = language_term(lang, TERM_ITEM);
    Sp place = listing_width(setter, STR("Item 000 (page 000)"), all.listing.style);
    listing_column(&all.listing, language_term(lang, TERM_ACTION), 0)->parts = 2;
    listing_column(&all.listing, language_term(lang, TERM_WHO), 0);
    listing_column(&all.listing, language_term(lang, TERM_DUE_HEAD),
                   sp_max(all.due, listing_width(setter, STR("Overdue"), all.listing.head)));
    listing_column(&all.listing, page, sp_min(place, setter->measure / 4));
    listing_begin(&all.listing);
    matter_visit(setter->model, &kind_actions, add_block, &all);
    listing_end(&all.listing);
}
