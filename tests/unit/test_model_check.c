/* Forms: ids, language tags, kinds of file. */
#include "model/check.h"
#include "model_fixture.h"

static void ids(void **state) {
    static const char *const good[] = {"a", "uclg", "un-habitat", "2018", "A_b.c-9"};
    static const char *const bad[] = {"", "-a", "a b", "é", "#a", "a/short", ".a"};
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(id_check(&fixture->job, str_from(good[i]), (Span){0}));
    expect_diags(fixture, "");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(id_check(&fixture->job, str_from(bad[i]), (Span){0}));
    assert_int_equal(fixture->job.diags->errors, sizeof bad / sizeof *bad);
}

static void language_tags(void **state) {
    static const char *const good[] = {"en",       "fr",      "en-GB",      "zh-Hant-TW",
                                       "sl-nedis", "de-1996", "es-419",     "x-klingon",
                                       "en-x-a",   "mas",     "ca-valencia"};
    static const char *const bad[] = {"",    "e",   "x",        "-en", "en-",       "en--GB",
                                      "e n", "fr_", "english-", "419", "abcdefghi", "en-abcdefghi"};
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(lang_check(&fixture->job, str_from(good[i]), (Span){0}));
    expect_diags(fixture, "");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(lang_check(&fixture->job, str_from(bad[i]), (Span){0}));
    assert_int_equal(fixture->job.diags->errors, sizeof bad / sizeof *bad);
}

static void other_kinds_of_file_are_explained(void **state) {
    static const struct {
        const char *text, *diags;
    } cases[] = {
        {"title: x\n", "1:1 E0301 the file does not say what it is | begin the file with `dossier: "
                       "article`\n"},
        {"- x\n",
         "1:1 E0301 the file holds a list, not the keys of an article | begin the file with "
         "`dossier: article`\n"},
        {"dossier: artcle\n",
         "1:10 E0301 unknown kind of file \"artcle\" | did you mean \"article\"?\n"},
        {"dossier: brochure\n",
         "1:10 E0301 unknown kind of file \"brochure\" | write `dossier: article`\n"},
        {"dossier: directory\n", "1:10 E0301 this file is a directory, not an article | a "
                                 "directory is not printed itself: an "
                                 "article names it under `use`\n"},
        {"dossier: layout\n", "1:10 E0301 this file is a layout, not an article | a layout is not "
                              "printed itself: give it "
                              "with --layout, or under `layout`\n"},
    };
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(fixture_read(fixture, cases[i].text));
        expect_diags(fixture, cases[i].diags);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MODEL_TEST(ids),
        MODEL_TEST(language_tags),
        MODEL_TEST(other_kinds_of_file_are_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
