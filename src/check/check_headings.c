/* Headings that end as sentences do, and headings with nothing below them. (A skipped level is the model's.) */
#include "check/internal.h"

static bool ends_in_stop(const CheckText *text) {
    Str plain = str_trim(text->plain);
    if (!text->word_count || !str_ends(plain, STR(".")) || str_ends(plain, STR(".."))) return false;
    const Word *last = &text->words[text->word_count - 1];
    const CheckWords *wording = last->strand->wording;
    bool is_initial = last->end - last->start == 1;
    return !is_initial && !last->strand->is_opaque &&
           !(wording && check_is_listed(wording->abbreviations, check_word(text, last)));
}

static void check_stop(Checking *checking, const CheckText *text) {
    size_t to = text->plain.len;
    while (to && text->plain.at[to - 1] != '.') to--;
    if (ends_in_stop(text))
        diag_add(checking->job->diags, W_HEADING_STOP, check_span(text, to - 1, to),
                 STR("leave it out"), "a heading ends in a full stop");
}

static int level_of(const Block *block) {
    return block->kind->heading_level && block->fields ? block->kind->heading_level(block) : 0;
}

/* A heading below it is something, if it is of a deeper level. A block that could not be read is something. */
static void check_section(Checking *checking, const Block *block, const Block *next) {
    int level = level_of(block), below = next ? level_of(next) : 1;
    if (!level || !below || below > level) return;
    diag_add(checking->job->diags, W_EMPTY_SECTION, block->key_span,
             STR("write the section, or take its heading out"),
             "nothing stands below this heading");
}

void check_headings(Checking *checking) {
    const Model *model = checking->model;
    for (size_t i = 0; i < checking->text_count; i++) {
        if (checking->texts[i].is_heading) check_stop(checking, &checking->texts[i]);
    }
    for (size_t i = 0; i < model->blocks.len; i++)
        check_section(checking, model->blocks.at[i],
                      i + 1 < model->blocks.len ? model->blocks.at[i + 1] : NULL);
}
