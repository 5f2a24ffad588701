/* Profiles: found by tag, complete, and of words that the other stages can find again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/language.h"

static void tags_fall_back(void **state) {
    (void)state;
    static const struct {
        const char *lang, *tag;
    } cases[] = {{"fr", "fr"},           {"fr-FR", "fr"},    {"FR-be-x-ours", "fr"},
                 {"fr-CA", "fr-CA"},     {"fr_ca", "fr-CA"}, {"fr-CA-x-quebec", "fr-CA"},
                 {"fr-x-eu", "fr-x-eu"}, {"es-ES", "es"},    {"es-MX", "es-419"},
                 {"es-x-un", "es-419"},  {"en-AU", "en-GB"}, {"en-US-posix", "en-US"},
                 {"en-CA", "en"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const LanguageProfile *profile = language_find(str_from(cases[i].lang));
        assert_true(str_is(profile->tags[0], cases[i].tag));
    }
    static const char *const others[] = {"", "de", "frm", "x-fr", "e", "-", "zh-Hant"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_ptr_equal(language_find(str_from(others[i])), &language_root);
}

static bool has_byte(Str bytes, char c) { return memchr(bytes.at, c, bytes.len) != NULL; }

/* glue_words() looks only behind words that end so. */
static void ends_fit(const LanguageGlue *glue, WordList words) {
    for (; words && words->len; words++) {
        char end = words->at[words->len - 1];
        bool is_capital = end >= 'A' && end <= 'Z';
        if (!is_capital && !has_byte(glue->ends, end)) fail_msg("no end of %.*s", STR_ARG(*words));
    }
}

static void profiles_are_complete(void **state) {
    (void)state;
    const LanguageProfile *profile;
    size_t count = 0;
    for (; (profile = language_at(count)); count++) {
        assert_ptr_equal(language_find(profile->tags[0]), profile);
        assert_true(profile->name.len && profile->hyphenation.len && profile->date.len);
        assert_true(profile->left_min >= 2 && profile->right_min >= 2);
        assert_true(profile->quotes->outer[0].len && profile->quotes->outer[1].len);
        assert_true(profile->quotes->inner[0].len && profile->quotes->inner[1].len);
        assert_true(profile->quotes->apostrophe.len && profile->list->two.len);
        assert_true(profile->list->many.len);
        for (int i = 0; i < 12; i++) assert_true(profile->words->months[i].len);
        for (int i = 0; i < TERM_COUNT; i++) assert_true(profile->words->terms[i].len);
        ends_fit(profile->glue, profile->glue->titles);
        ends_fit(profile->glue, profile->glue->numbered);
        if (profile->words->first_day.len)
            assert_true(has_byte(profile->glue->ends, profile->words->first_day.at[2]));
    }
    assert_true(count >= 8);
}

static void weekdays_have_any_case(void **state) {
    (void)state;
    static const struct {
        const char *lang, *word;
        int day;
    } cases[] = {{"en", "Sunday", 0}, {"en", "WEDNESDAY", 3}, {"fr", "mercredi", 3},
                 {"fr", "Samedi", 6}, {"es", "miércoles", 3}, {"es", "MIÉRCOLES", 3},
                 {"es", "Sábado", 6}, {"es", "sabado", -1},   {"fr", "Wednesday", -1},
                 {"de", "Monday", 1}, {"en", "", -1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            language_weekday(language_find(str_from(cases[i].lang)), str_from(cases[i].word)),
            cases[i].day);
}

static void terms_are_in_the_language(void **state) {
    (void)state;
    assert_true(str_is(language_term(STR("fr-CA"), TERM_RETRIEVED), "Consulté le"));
    assert_true(str_is(language_term(STR("es"), TERM_WEB_PAGE), "Página web"));
    assert_true(str_is(language_term(STR("de"), TERM_WEB_PAGE), "Web page"));
}

static void words_are_in_alphabetical_order(void **state) {
    (void)state;
    static const struct {
        const char *lang, *words[8];
    } cases[] = {
        {"fr", {"Éa", "eb", "Evry", "Évry", "œuf", "oeuvre", "zoé", NULL}},
        {"es", {"Nabo", "Núñez", "nuz", "Ñandú", "ñu", "Oviedo", NULL}},
        {"en", {"Nabo", "Ñandú", "Nunez", "Núñez", "ss", "ßt", NULL}},
        {"de", {"", "De la Cruz", "Dela", "Город", NULL}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const LanguageProfile *profile = language_find(str_from(cases[i].lang));
        for (size_t k = 0; cases[i].words[k]; k++) {
            Str word = str_from(cases[i].words[k]);
            assert_int_equal(language_compare(profile, word, word), 0);
            for (size_t before = 0; before < k; before++) {
                Str smaller = str_from(cases[i].words[before]);
                if (language_compare(profile, smaller, word) >= 0 ||
                    language_compare(profile, word, smaller) <= 0)
                    fail_msg("%s: %s, %s", cases[i].lang, smaller.at, word.at);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_fall_back),
        cmocka_unit_test(profiles_are_complete),
        cmocka_unit_test(weekdays_have_any_case),
        cmocka_unit_test(terms_are_in_the_language),
        cmocka_unit_test(words_are_in_alphabetical_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
