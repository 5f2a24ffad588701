/* Directory files: entries, translations, references between entries, audiences. */
#include "model_fixture.h"

static bool read_directory(Fixture *fixture, const char *text, Directory *directory) {
    uint32_t source;
    Job *job = &fixture->job;
    Reader reader = {.job = job};
    fixture_write(fixture, "directory.yaml", text);
    assert_true(node_read_file(job, fixture_path(fixture, "directory.yaml"), (Span){0}, &source));
    const Node *root = node_parse(job, source);
    assert_non_null(root);
    bool is_good = directory_read(&reader, root, directory);
    return directory_check(job, directory) && is_good;
}

static void entries_are_read_with_their_translations(void **state) {
    Fixture *fixture = *state;
    Directory directory = {0};
    assert_true(read_directory(fixture,
                               "dossier: directory\n"
                               "organizations:\n"
                               "  iom:\n"
                               "    name: {fr: Organisation, en: Organization}\n"
                               "    acronym: IOM\n"
                               "    kind: company\n"
                               "    formerly: [PICMME]\n"
                               "  part: {name: Part, parent: iom}\n"
                               "people:\n"
                               "  ann: {name: Ann B., organization: part, met: \"2017\"}\n",
                               &directory));
    expect_diags(fixture, "");
    const Entry *iom = directory_find(&directory, STR("iom"));
    assert_int_equal(iom->kind, ENTRY_ORGANIZATION);
    assert_int_equal(iom->organization.kind, 3);
    assert_str_equal(iom->organization.formerly.at[0].text, "PICMME");
    const Translated *name = &iom->organization.name;
    assert_str_equal(translated_text(name, STR("fr-CA")), "Organisation");
    assert_str_equal(translated_text(name, STR("en-US")), "Organization");
    assert_str_equal(translated_text(name, STR("es")), "Organization");
    assert_str_equal(translated_text(&iom->organization.acronym, STR("es")), "IOM");
    assert_int_equal(directory_find(&directory, STR("ann"))->kind, ENTRY_PERSON);
    assert_null(directory_find(&directory, STR("bob")));
}

static void mistakes_are_reported(void **state) {
    static const struct {
        const char *text, *diags;
    } cases[] = {
        {"dossier: directory\norganizations: {a: {name: A, parent: abc}, abcd: {name: B}}\n",
         "2:38 E0304 no organization has the id \"abc\" | did you mean \"abcd\"?\n"},
        {"dossier: directory\npeople: {ann: {name: A, organization: ann}}\n",
         "2:39 E0304 no organization has the id \"ann\"\n"},
        {"dossier: directory\nterms: {a b: {name: A}}\n",
         "2:9 E0311 \"a b\" is not a usable id | use letters a-z, digits, - _ and .\n"},
        {"dossier: directory\nterms: {a: {name: {english!: A}}}\n",
         "2:20 E0312 \"english!\" is not a language tag | write a tag such as en, en-GB, fr or "
         "zh-Hant\n"},
        {"dossier: directory\nterms: [a]\n",
         "2:8 E0105 expected entries by id, found a list | write "
         "`id: {name: ...}` for each\n"},
        {"dossier: directory\npeople: {ann: Ann}\n",
         "2:15 E0105 a person is a mapping of its fields, not text | write its fields below it, "
         "such "
         "as `name: ...`\n"},
        {"dossier: directory\npeople: {ann: {name: A, tel: {value: 1, audience: [x]}}}\n",
         "2:51 E0309 an audience on a field is not supported yet, so nothing would be withheld | "
         "keep "
         "it in a directory of its own that this article does not use\n"},
        {"dossier: article\n", "1:10 E0301 this file is an article, not a directory | `use` names "
                               "directories: people, organizations, terms, references\n"},
    };
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Directory directory = {0};
        assert_false(read_directory(fixture, cases[i].text, &directory));
        expect_diags(fixture, cases[i].diags);
    }
}

static void an_id_given_twice_is_refused_across_lists(void **state) {
    Fixture *fixture = *state;
    Directory directory = {0};
    read_directory(fixture,
                   "dossier: directory\norganizations: {a: {name: A}}\nterms: {a: {name: B}}\n",
                   &directory);
    Diags *diags = fixture->job.diags;
    assert_int_equal(diags->list.len, 1);
    assert_int_equal(diags->list.at[0].code, E_DUPLICATE_ID);
    assert_true(str_ends(diags->list.at[0].hint, STR("it stands first in line 2")));
}

static void a_wrapped_value_without_audience_is_the_value(void **state) {
    Fixture *fixture = *state;
    Directory directory = {0};
    assert_true(read_directory(
        fixture, "dossier: directory\npeople: {ann: {name: A, tel: {value: \"12\"}}}\n",
        &directory));
    expect_diags(fixture, "");
    assert_str_equal(directory_find(&directory, STR("ann"))->person.tel.text, "12");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MODEL_TEST(entries_are_read_with_their_translations),
        MODEL_TEST(mistakes_are_reported),
        MODEL_TEST(an_id_given_twice_is_refused_across_lists),
        MODEL_TEST(a_wrapped_value_without_audience_is_the_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
