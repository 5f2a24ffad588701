/* Quotations: whose words they are, and whether somebody has compared them with their source. */
#include "check/internal.h"

static bool is_given(const Block *block, const char *key) {
    const Scalar *scalar = check_field(block, key, FIELD_STRING);
    return scalar && scalar->given;
}

/* Inside a paragraph the words that lead to it say who speaks. */
static bool is_led(const Block *block) {
    const int *show = check_field(block, "show", FIELD_CHOICE);
    const Rich *lead = check_field(block, "lead", FIELD_TEXT);
    return show && *show != 0 && lead && lead->count;
}

static bool is_verbatim(const Block *block) {
    const int *kind = check_field(block, "kind", FIELD_CHOICE);
    return !kind || *kind == 0;
}

static void check_quote(Checking *checking, const Block *block) {
    Diags *diags = checking->job->diags;
    const Date *checked = check_field(block, "checked", FIELD_DATE);
    bool has_source = is_given(block, "by") || is_given(block, "source");
    if (!has_source && !is_led(block))
        diag_add(diags, W_QUOTE_UNSOURCED, block->key_span,
                 STR("say who with `by`, or where it stands with `source`"),
                 "nobody is named as the source of this quotation");
    bool is_final = checking->model->is_final;
    if (is_final && has_source && is_verbatim(block) && checked && !checked->scalar.given)
        diag_add(diags, W_QUOTE_UNCHECKED, block->key_span,
                 STR("compare it with its source, then give the day: `checked: 2018-12-10`"),
                 "a final text quotes words that nobody has checked");
}

void check_quotes(Checking *checking) {
    const Model *model = checking->model;
    for (size_t i = 0; i < model->blocks.len; i++) {
        const Block *block = model->blocks.at[i];
        if (block->fields && str_is(str_from(block->kind->key), "quote"))
            check_quote(checking, block);
    }
}
