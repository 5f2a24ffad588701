/* What figures say to those who do not see them: the name of a file, or the caption again, says nothing. */
#include "check/internal.h"

static bool ends_as_file(Str alt) {
    static const Str endings[] = {STR_CONST(".png"), STR_CONST(".jpg"),  STR_CONST(".jpeg"),
                                  STR_CONST(".gif"), STR_CONST(".tiff"), STR_CONST(".webp")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t len = endings[i].len;
        if (alt.len > len &&
            language_is_same_word(str_slice(alt, alt.len - len, alt.len), endings[i]))
            return true;
    }
    return false;
}

/* "harbour" of pictures/harbour.png. */
static Str stem_of(Str file) {
    size_t from = file.len, to = file.len;
    while (from && file.at[from - 1] != '/') from--;
    for (size_t i = from; i < file.len; i++) {
        if (file.at[i] == '.') to = i;
    }
    return str_slice(file, from, to);
}

static void check_alt(Checking *checking, const Block *block, const Scalar *alt) {
    Job *job = checking->job;
    const Scalar *file = check_field(block, "figure", FIELD_STRING);
    const Rich *caption = check_field(block, "caption", FIELD_TEXT);
    Str says = str_trim(alt->text);
    Str hint = STR("say in a sentence what it shows, as on the telephone");
    if (ends_as_file(says) || (file && language_is_same_word(says, stem_of(file->text)))) {
        diag_add(job->diags, W_ALT, alt->span, hint, "the alt is the name of a file");
        return;
    }
    Str below = caption ? str_trim(rich_plain(job->scratch, caption)) : (Str){0};
    while (below.len && below.at[below.len - 1] == '.') below.len--;
    while (says.len && says.at[says.len - 1] == '.') says.len--;
    if (below.len && language_is_same_word(below, says))
        diag_add(job->diags, W_ALT, alt->span, hint,
                 "the alt repeats the caption, which is read out anyway");
}

void check_figures(Checking *checking) {
    const Model *model = checking->model;
    for (size_t i = 0; i < model->blocks.len; i++) {
        const Block *block = model->blocks.at[i];
        const Scalar *alt = check_field(block, "alt", FIELD_STRING);
        if (alt && alt->given && !alt->is_tbc) check_alt(checking, block, alt);
    }
}
