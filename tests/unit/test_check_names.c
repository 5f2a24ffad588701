/* Names written in two ways: what is taken for one name, and what is left alone. */
#include "model_fixture.h"

#include "check/check.h"

typedef struct Case {
    const char *text;
    const char *wanted; /* the spelling that is to be changed, or empty */
} Case;

/* All codes but that of names are off. */
static void expect_names(Fixture *fixture, const char *directory, const char *text,
                         const char *wanted) {
    Diags *diags = fixture->job.diags;
    for (int code = 1; code < CODE_COUNT; code++) {
        if (diag_code((Code)code)->severity != SEVERITY_ERROR)
            diags->severity[code] = code == W_SPELLING ? SEVERITY_WARNING : SEVERITY_OFF;
    }
    fixture_write(fixture, "directory.yaml", directory);
    Str article = str_format(fixture->job.arena,
                             "dossier: article\nuse: directory.yaml\ntitle: One\nbody:\n  - >-\n"
                             "    %s\n",
                             text);
    Model *model = fixture_read(fixture, article.at);
    assert_non_null(model);
    check_run(&fixture->job, model, NULL);
    Str found = {0};
    for (size_t i = 0; i < diags->list.len; i++) {
        assert_int_equal(diags->list.at[i].code, W_SPELLING);
        assert_int_equal(i, 0);
        found = source_text(fixture->job.sources, diags->list.at[i].span);
    }
    if (!str_is(found, wanted)) print_message("in: %s\n", text);
    assert_str_equal(found, wanted);
    diags->list.len = diags->errors = diags->warnings = 0;
}

static void test_spellings(void **state) {
    static const Case cases[] = {
        {"We saw Montréal and Montréal, then Montreal.", "Montreal"},
        {"We saw Rabat-Salé and Rabat-Salé, then Rabat Salé.", "Rabat Salé"},
        {"We saw Marrakech and Marrakech, then Marrakesh.", "Marrakesh"},
        {"We saw Casablanca and Casablanca, then Cassablanca.", "Cassablanca"},
        {"We saw Benjelloun, Benjelloun and Bejnelloun.", "Bejnelloun"},
        {"Mohamed Alami met Mohammed Benjelloun.", ""},
        {"Two Canadians came, and a Canadian.", ""},
        {"It was a Minister of the Ministry, for Austria and Australia.", ""},
        {"The Organisation met the Organization.", ""},
        {"We saw Countries and Counties, and countries.", ""},
        {"We saw Montréal and [Montreal]{lang=fr}.", ""},
        {"We saw `Montreal` and Montréal.", ""},
        {"The Ministro met a Ministra.", ""},
        {"The MONTREAL of Montréal.", ""},
    };
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_names(fixture, "dossier: directory\norganizations: {a: {name: Port}}\n",
                     cases[i].text, cases[i].wanted);
}

static void test_directory_is_right(void **state) {
    static const char directory[] =
        "dossier: directory\n"
        "organizations: {unitar: {name: UN Institute, acronym: UNITAR}}\n"
        "people: {plante: {name: Valérie Plante, post: Mayor of Montréal}}\n";
    static const Case cases[] = {
        {"We saw Montreal, Montreal and Montreal.", "Montreal"},
        {"Valerie spoke.", "Valerie"},
        {"Words of Unitar, and of UNITAR.", "Unitar"},
        {"Words of the Instittute.", "Instittute"},
        {"Words of [[plante]] and Plante of Montréal.", ""},
    };
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_names(fixture, directory, cases[i].text, cases[i].wanted);
}

int main(void) {
    const struct CMUnitTest tests[] = {MODEL_TEST(test_spellings),
                                       MODEL_TEST(test_directory_is_right)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
