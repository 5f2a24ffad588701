/* A base language in, its word lists out. */
#include "check/words.h"

const CheckWords *check_words_find(Str lang) {
    static const CheckWords *const all[] = {&check_words_en, &check_words_es, &check_words_fr};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (language_is_same_word(all[i]->lang, lang)) return all[i];
    }
    return NULL;
}
