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
    return directory_check(job, directory, STR("en")) && is_good;
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
        {"dossier: directory\npeople: {ann: {name: A, tel: {value: 1, audiance: [x]}}}\n",
         "2:41 E0102 unknown key \"audiance\" in a field with an audience | did you mean "
         "\"audience\"?\n"},
        {"dossier: directory\npeople: {ann: {name: A, tel: {audience: [x]}}}\n",
         "2:31 E0103 a field with an audience has no \"value\" | add `value:`\n"},
        {"dossier: directory\npeople: {ann: {name: A, post: {en: B, audience: x}}}\n",
         "2:32 E0102 unknown key \"en\" in a field with an audience | keys here: value, audience\n"
         "2:32 E0103 a field with an audience has no \"value\" | add `value:`\n"},
        {"dossier: directory\npeople: {ann: {name: A, tel: {value: 1, audience: []}}}\n",
         "2:51 E0106 an audience must be known | name who may see the field, or leave the field "
         "out\n"},
        {"dossier: directory\npeople: {ann: {name: A, tel: {value: 1, audience: TBC}}}\n",
         "2:51 E0106 an audience must be known | name who may see the field, or leave the field "
         "out\n"},
        {"dossier: directory\npeople: {ann: {name: A, post: {en: B, audiance: x}}}\n",
         "2:39 E0312 \"audiance\" is not a language tag | write a tag such as en, en-GB, fr or "
         "zh-Hant\n"},
        {"dossier: directory\npeople: {ann: {name: A, post: {}}}\n",
         "2:31 E0105 \"post\" takes a text, or one text a language, not an empty mapping\n"},
        {"dossier: directory\npeople: {ann: {name: A, post: [b, c]}}\n",
         "2:31 E0105 \"post\" takes a text, or one text a language, not a list\n"},
        {"dossier: directory\npeople:\n  ann:\n    name: A\n    post: Head # of all\n",
         "5:16 E0111 the rest of this line is a comment | use >-\npost: >-\n  Head # of all\n"},
        {"dossier: directory\npeople: {ann: {name: A, portrait: {figure: none.jpg, at: B}}}\n",
         "2:54 E0102 unknown key \"at\" in picture | did you mean \"alt\"?\n"},
        {"dossier: directory\nreferences: {r: {title: T, date: 2018-13}}\n",
         "2:34 E0310 \"2018-13-01\" is not a date | months run from 01 to 12\n"},
        {"dossier: directory\nreferences: {r: {title: T, date: summer}}\n",
         "2:34 E0310 \"summer\" is not a date | write year-month-day, as in 2018-12-08\n"},
        {"dossier: directory\norganizations: {a: {name: A, parent: b}, b: {name: B, parent: c}, "
         "c: {name: C, parent: b}, d: {name: D, parent: d}}\n",
         "2:63 E0316 \"b\" is part of itself: b, part of c, part of b | take one `parent` of the "
         "circle out\n"
         "2:113 E0316 \"d\" is part of itself: d, part of d | take one `parent` of the circle "
         "out\n"},
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

static void warnings_are_given(void **state) {
    static const struct {
        const char *text, *diags;
    } cases[] = {
        {"organizations:\n  osf: {name: Open Society, acronym: OSF}\n"
         "  osce: {name: Other, acronym: {en: OSF, fr: OS}}\n",
         "4:37 W0318 \"OSF\" names two entries, \"osf\" and \"osce\" | it stands first in line "
         "3\n"},
        {"organizations:\n  a: {name: A, also: [The A]}\nterms:\n  b: {name: The A}\n",
         "5:13 W0318 \"The A\" names two entries, \"a\" and \"b\" | it stands first in line 3\n"},
        {"organizations:\n  a: {name: A, acronym: {fr: B, en: C}}\n  b: {name: B, acronym: B}\n",
         ""},
        {"organizations: {uclg: {name: A}}\nreferences: {r: {title: T, by: ulcg}, "
         "s: {title: T, by: Ulcg}}\n",
         "3:32 W0317 \"ulcg\" is no id of the directory, and is printed as it stands | did you "
         "mean \"uclg\"?\n"},
    };
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Directory directory = {0};
        Str text = str_format(fixture->job.arena, "dossier: directory\n%s", cases[i].text);
        assert_true(read_directory(fixture, text.at, &directory));
        expect_diags(fixture, cases[i].diags);
    }
}

static void an_entry_of_two_files_must_say_the_same(void **state) {
    Fixture *fixture = *state;
    Directory directory = {0};
    assert_true(read_directory(fixture,
                               "dossier: directory\n"
                               "people: {ann: {name: Ann, post: {en: Head, fr: Chef}}}\n",
                               &directory));
    assert_true(read_directory(fixture,
                               "dossier: directory\n"
                               "people: {ann: {post: {fr: Chef, en: Head}, name: Ann}}\n",
                               &directory));
    assert_int_equal(directory.entries.len, 1);
    Diags *diags = fixture->job.diags;
    assert_int_equal(diags->list.len, 1);
    assert_int_equal(diags->list.at[0].code, W_ENTRY_TWICE);
    diags->list.len = diags->warnings = 0;
    assert_false(read_directory(fixture,
                                "dossier: directory\n"
                                "people: {ann: {name: Ann, post: {en: Head, fr: Cheffe}}}\n",
                                &directory));
    assert_int_equal(diags->list.len, 1);
    assert_int_equal(diags->list.at[0].code, E_DUPLICATE_ID);
    assert_str_equal(diags->list.at[0].message,
                     "directory id \"ann\" given twice, with another \"post\"");
    assert_true(str_ends(diags->list.at[0].hint, STR("directory.yaml:2:10")));
}

static void every_field_may_be_of_a_language(void **state) {
    Fixture *fixture = *state;
    Directory directory = {0};
    assert_true(read_directory(fixture,
                               "dossier: directory\n"
                               "people:\n"
                               "  ann:\n"
                               "    name: Ann\n"
                               "    post: {en: Head, fr: TBC}\n"
                               "    about: {fr: \"Née en *1980*\", en: Born in 1980}\n"
                               "    met: [2018-07-01, \"Berlin, 2017\"]\n"
                               "    portrait: {figure: TBC, alt: Ann at sea}\n"
                               "references:\n"
                               "  r: {title: {en: Report, es: Informe}, date: 2018}\n",
                               &directory));
    expect_diags(fixture, "");
    const Person *ann = &directory_find(&directory, STR("ann"))->person;
    assert_true(translated_scalar(&ann->post, STR("fr-BE")).is_tbc);
    assert_str_equal(translated_scalar(&ann->post, STR("de")).text, "Head");
    assert_false(translated_scalar(&ann->family, STR("en")).given);
    assert_int_equal(translated_rich(&ann->about, STR("fr"))->text.count, 2);
    assert_null(translated_rich(&(TranslatedRich){0}, STR("fr")));
    assert_str_equal(ann->portrait->alt.text, "Ann at sea");
    assert_str_equal(model_met_text(fixture->job.arena, ann, STR("en")),
                     "1 July 2018; Berlin, 2017");
    const Reference *work = &directory_find(&directory, STR("r"))->reference;
    assert_str_equal(translated_text(&work->title, STR("es")), "Informe");
    assert_str_equal(model_format_date(fixture->job.arena, &work->date, STR("fr")), "2018");
}

static void audiences_stay_with_their_fields(void **state) {
    Fixture *fixture = *state;
    Directory directory = {0};
    assert_true(read_directory(fixture,
                               "dossier: directory\n"
                               "people:\n"
                               "  ann:\n"
                               "    name: Ann\n"
                               "    tel: {value: \"12\", audience: [delegation, principal]}\n"
                               "    post: {value: {en: Head, fr: Chef}, audience: delegation}\n",
                               &directory));
    expect_diags(fixture, "");
    const Entry *ann = directory_find(&directory, STR("ann"));
    assert_str_equal(ann->person.tel.text, "12");
    assert_str_equal(translated_text(&ann->person.post, STR("fr")), "Chef");
    assert_int_equal(entry_audience(ann, STR("tel"))->names.len, 2);
    assert_str_equal(entry_audience(ann, STR("post"))->names.at[0].text, "delegation");
    assert_null(entry_audience(ann, STR("name")));
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
        MODEL_TEST(warnings_are_given),
        MODEL_TEST(an_entry_of_two_files_must_say_the_same),
        MODEL_TEST(every_field_may_be_of_a_language),
        MODEL_TEST(audiences_stay_with_their_fields),
        MODEL_TEST(a_wrapped_value_without_audience_is_the_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
