/* Items in; the layouts named as their forms out, each read once. */
#include "run/form.h"

/* The look of the pack, held to one page. */
static const Layout *one_page(const Run *run) {
    Layout *layout = arena_copy(run->job.arena, run->layout, sizeof *layout);
    layout->fits_page = true;
    return layout;
}

bool forms_load(Run *run) {
    static const char *const names[] = {
        [FORM_SPEECH] = "speech", [FORM_CARDS] = "cards", [FORM_ONE_PAGE] = NULL};
    const Pack *pack = run->model->pack;
    bool is_good = true;
    for (size_t i = 0; i < pack->items.len; i++) {
        const PackItem *item = pack->items.at[i];
        if (item->form == FORM_STANDARD || run->forms[item->form]) continue;
        if (!names[item->form]) {
            run->forms[item->form] = one_page(run);
            continue;
        }
        /* As a fallback it is not looked for beside the pack, where a paper may bear the same name. */
        LayoutOptions options = {.fallback = str_from(names[item->form])};
        run->forms[item->form] = layout_load(&run->job, options);
        is_good &= run->forms[item->form] != NULL;
    }
    return is_good;
}

const Layout *form_layout(const Run *run, const PackItem *item) {
    const Layout *layout = run->forms[item->form];
    return layout ? layout : run->layout;
}
