/* Dates and lists in the words of a language. */
#include "model_fixture.h"

static void dates_have_the_form_of_the_language(void **state) {
    static const struct {
        const char *lang, *text;
    } cases[] = {{"en", "8 December 2018"},
                 {"en-GB", "8 December 2018"},
                 {"EN-us", "December 8, 2018"},
                 {"en-US-posix", "December 8, 2018"},
                 {"fr", "8 décembre 2018"},
                 {"fr-CA", "8 décembre 2018"},
                 {"es", "8 de diciembre de 2018"},
                 {"es-MX", "8 de diciembre de 2018"},
                 {"de", "2018-12-08"},
                 {"enm", "2018-12-08"}};
    static const struct {
        const char *lang, *text;
    } firsts[] = {{"en", "1 August 2019"},
                  {"en-US", "August 1, 2019"},
                  {"fr", "1er août 2019"},
                  {"es", "1 de agosto de 2019"}};
    Fixture *fixture = *state;
    Date date = {.year = 2018, .month = 12, .day = 8}, first = {.year = 2019, .month = 8, .day = 1};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str_equal(model_format_date(fixture->job.arena, &date, str_from(cases[i].lang)),
                         cases[i].text);
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
        assert_str_equal(model_format_date(fixture->job.arena, &first, str_from(firsts[i].lang)),
                         firsts[i].text);
    static const struct {
        const char *lang, *text;
    } months[] = {{"en", "July 2018"},
                  {"en-US", "July 2018"},
                  {"fr", "juillet 2018"},
                  {"es", "julio de 2018"},
                  {"de", "2018-07"}};
    Date month = {.year = 2018, .month = 7, .scalar = {.text = STR("2018-07")}};
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        assert_str_equal(model_format_date(fixture->job.arena, &month, str_from(months[i].lang)),
                         months[i].text);
    assert_int_equal(model_format_date(fixture->job.arena, &(Date){0}, STR("en")).len, 0);
    Date tbc = {.scalar = {.text = STR("TBC: after the vote"), .is_tbc = true}};
    assert_str_equal(model_format_date(fixture->job.arena, &tbc, STR("en")), "TBC: after the vote");
    expect_diags(fixture, "");
}

static void lists_are_joined_by_the_rules_of_the_language(void **state) {
    static const struct {
        const char *lang;
        size_t count;
        const char *text;
    } cases[] = {{"en", 0, ""},           {"en", 1, "a"},
                 {"en", 2, "a and b"},    {"en", 3, "a, b and c"},
                 {"en-US", 2, "a and b"}, {"en-US", 3, "a, b, and c"},
                 {"fr", 2, "a et b"},     {"fr-CA", 3, "a, b et c"},
                 {"es", 3, "a, b y c"},   {"de", 3, "a, b, c"}};
    static const Str items[] = {STR_CONST("a"), STR_CONST("b"), STR_CONST("c")};
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str_equal(
            model_join_list(fixture->job.arena, items, cases[i].count, str_from(cases[i].lang)),
            cases[i].text);
    expect_diags(fixture, "");
}

static void y_becomes_e_before_its_own_sound(void **state) {
    static const struct {
        const char *last, *text;
    } cases[] = {{"Italia", "A e Italia"},
                 {"Íñigo", "A e Íñigo"},
                 {"higiene", "A e higiene"},
                 {"Hidalgo", "A e Hidalgo"},
                 {"hielo", "A y hielo"},
                 {"Ion", "A y Ion"},
                 {"HIV", "A y HIV"},
                 {"IOM", "A e IOM"},
                 {"Yolanda", "A y Yolanda"},
                 {"Habitat", "A y Habitat"},
                 {"", "A y "}};
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str items[] = {STR("A"), str_from(cases[i].last)};
        assert_str_equal(model_join_list(fixture->job.arena, items, 2, STR("es")), cases[i].text);
    }
    expect_diags(fixture, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MODEL_TEST(dates_have_the_form_of_the_language),
        MODEL_TEST(lists_are_joined_by_the_rules_of_the_language),
        MODEL_TEST(y_becomes_e_before_its_own_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
