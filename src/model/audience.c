/* Fields that not everybody may see in, a warning for each that this document prints out. */
#include "model/internal.h"

/* An article by itself is one edition, for whoever gets it: it prints what it is told to print, and says so. */
void model_warn_audience(Model *model, const Entry *entry, const char *key) {
    const FieldAudience *audience = entry ? entry_audience(entry, str_from(key)) : NULL;
    if (!audience || model->pack) return; /* a pack's edition has no fields that are not for it */
    Buf names = buf_new(model->job->arena);
    for (size_t i = 0; i < audience->names.len; i++)
        buf_print(&names, "%s%.*s", i ? ", " : "", STR_ARG(audience->names.at[i].text));
    diag_add(model->job->diags, W_AUDIENCE, audience->span,
             STR("leave the field out of what the article prints, or move it to another directory"),
             "`%s` is for %.*s alone, and this article prints it for everybody", key,
             STR_ARG(buf_str(&names)));
}

/* What a mention, a credit or a byline may say of an entry. */
void model_warn_audiences(Model *model) {
    static const char *const keys[] = {"name", "acronym", "family", "title", "post", NULL};
    for (size_t i = 0; i < model->directory->entries.len; i++) {
        const Entry *entry = model->directory->entries.at[i];
        if (!model->is_used[i] || !entry->audiences.len || model->pack) continue;
        for (size_t k = 0; keys[k]; k++) model_warn_audience(model, entry, keys[k]);
    }
}
