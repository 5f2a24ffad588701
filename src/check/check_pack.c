/* The items of a pack in; those with nothing in them, and papers that should have come before the pack was dated, out.
 *
 * "Today" is the date of the pack's `control`: the same file says the same on every day. */
#include "check/internal.h"
#include "model/pack.h"

/* Does the block print anything but a head, a rule or white? */
static bool has_words(const Block *block) {
    Str key = str_from(block->kind->key);
    return block->fields && !block->kind->heading_level && !str_is(key, "page") &&
           !str_is(key, "(rule)");
}

static bool is_empty(const PackItem *item) {
    if (item_is_slip(item) || item->is_withheld || !item->articles.len) return false;
    for (size_t i = 0; i < item->articles.len; i++) {
        const Blocks *body = &item->articles.at[i]->body;
        if (item->articles.at[i]->standfirst.count) return false;
        for (size_t k = 0; k < body->len; k++) {
            if (has_words(body->at[k])) return false;
        }
    }
    return true;
}

static Span span_of_item(const PackItem *item) {
    return item->title.count ? item->title.span : item->span;
}

static int day_of(const Date *date) { return (date->year * 12 + date->month) * 31 + date->day; }

/* What has come, or never will, is not late. */
static void check_due(Job *job, const PackItem *item, const Date *today) {
    if (!item->due.year || !today->year || !item_is_awaited(item)) return;
    if (day_of(&item->due) >= day_of(today)) return;
    diag_add(job->diags, W_OVERDUE, item->due.scalar.span,
             STR("put the paper in, give it a new date, or take the item out: `status: withdrawn`"),
             "item %u was due before the pack's date, %.*s", item->number,
             STR_ARG(today->scalar.text));
}

void check_pack(Checking *checking) {
    static const Date never;
    const Pack *pack = checking->model->pack;
    if (!pack) return;
    const Date *today = pack->control ? &pack->control->date : &never;
    for (size_t i = 0; i < pack->items.len; i++) {
        const PackItem *item = pack->items.at[i];
        if (is_empty(item))
            diag_add(checking->job->diags, W_EMPTY_ITEM, span_of_item(item),
                     STR("write its text, or say why there is none: `status: to-follow`"),
                     "item %u has nothing in it", item->number);
        check_due(checking->job, item, today);
    }
}
