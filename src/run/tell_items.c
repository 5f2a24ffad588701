/* A pack in; each of its items to the caller's function out. */
#include "model/pack.h"
#include "run/tell.h"

static const char *words_of(Job *job, Str text) { return str_copy(job->arena, text).at; }

static void tell_item(Job *job, const Model *model, const PackItem *item,
                      const DossierRequest *request) {
    bool has_owner = item->owner.given && !item->owner.is_tbc;
    Str owner = has_owner ? model_name(model, &item->owner, model->lang) : item->owner.text;
    const DossierItem told = {
        .number = item->number,
        .title = words_of(job, rich_plain(job->arena, &item->title)),
        .owner = words_of(job, owner),
        .status = item->status == ITEM_UNSAID ? "" : item_status_name(item->status),
        .due = item->due.year
                   ? words_of(job, str_format(job->arena, "%04d-%02d-%02d", item->due.year,
                                              item->due.month, item->due.day))
                   : "",
        .is_awaited = item_is_awaited(item),
        .pages = item->pages,
        .words = item_count_words(model, item)};
    request->on_item(request->user, &told);
}

void tell_items(Job *job, const Model *model, const DossierRequest *request) {
    if (!request->on_item || !model->pack) return;
    for (size_t i = 0; i < model->pack->items.len; i++)
        tell_item(job, model, model->pack->items.at[i], request);
}
