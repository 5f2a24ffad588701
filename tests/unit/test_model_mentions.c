/* Mentions: in full the first time, short later; titles do not count; other languages. */
#include "model_fixture.h"

#define DIRECTORY                                                                               \
    "dossier: directory\n"                                                                      \
    "organizations:\n"                                                                          \
    "  uclg:\n"                                                                                 \
    "    name: {en: United Cities, fr: Villes unies}\n"                                         \
    "    acronym: {en: UCLG, fr: CGLU}\n"                                                       \
    "  habitat: {name: Habitat Programme, acronym: UNH, known-by: name}\n"                      \
    "  metropolis: {name: Metropolis}\n"                                                        \
    "  late: {name: TBC, acronym: LATE}\n"                                                      \
    "people:\n"                                                                                 \
    "  plante: {name: Valérie Plante, family: Plante, title: Ms., organization: metropolis}\n" \
    "  pele: {name: Pelé}\n"                                                                   \
    "terms:\n"                                                                                  \
    "  un: {name: United Nations, acronym: UN, expand: never}\n"                                \
    "  ngo: {name: non-governmental organization, acronym: NGO}\n"                              \
    "references:\n"                                                                             \
    "  pact: {title: The Compact}\n"

/* The plain text of all blocks, a line each. */
static Str all_text(Fixture *fixture, const Model *model) {
    Buf text = buf_new(fixture->job.arena);
    for (size_t i = 0; i < model->article->body.len; i++) {
        const FakeText *block = model->article->body.at[i]->fields;
        buf_add(&text, rich_plain(fixture->job.arena, &block->text));
        buf_add_char(&text, '\n');
    }
    return buf_str(&text);
}

static const Model *read_body(Fixture *fixture, const char *body) {
    fixture_write(fixture, "directory.yaml", DIRECTORY);
    Str text = str_format(fixture->job.arena,
                          "dossier: article\ntitle: T\nuse: directory.yaml\nbody: |\n  %s\n", body);
    return fixture_read(fixture, text.at);
}

static void mentions_are_full_first_and_short_later(void **state) {
    static const struct {
        const char *body, *text;
    } cases[] = {
        {"[[uclg]], [[uclg]]", "United Cities (UCLG), UCLG\n"},
        {"[[uclg]]\n\n  [[uclg]]", "United Cities (UCLG)\nUCLG\n"},
        {"[[uclg/short]], [[uclg]], [[uclg/full]]",
         "UCLG, United Cities (UCLG), United Cities (UCLG)\n"},
        {"[[uclg/full]], [[uclg]]", "United Cities (UCLG), UCLG\n"},
        {"[[habitat]], [[habitat]]", "Habitat Programme (UNH), Habitat Programme\n"},
        {"[[metropolis]], [[metropolis]]", "Metropolis, Metropolis\n"},
        {"[[plante]], [[plante]], [[plante/full]]",
         "Ms.\xC2\xA0Valérie Plante, Plante, Ms.\xC2\xA0Valérie Plante\n"},
        {"[[pele]], [[pele]]", "Pelé, Pelé\n"},
        {"[[un]], [[un/full]]", "UN, United Nations (UN)\n"},
        {"[[ngo]], [[ngo]]", "non-governmental organization (NGO), NGO\n"},
        {"[[pact]]", "The Compact\n"},
        {"[[[uclg]], [[uclg]]]{lang=fr}", "Villes unies (CGLU), CGLU\n"},
    };
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Model *model = read_body(fixture, cases[i].body);
        expect_diags(fixture, "");
        assert_str_equal(all_text(fixture, model), cases[i].text);
    }
}

static void titles_say_the_name_and_do_not_count(void **state) {
    Fixture *fixture = *state;
    fixture_write(fixture, "directory.yaml", DIRECTORY);
    const Model *model = fixture_read(fixture, "dossier: article\n"
                                               "use: directory.yaml\n"
                                               "body:\n"
                                               "  - >-\n"
                                               "    [[uclg]]\n"
                                               "  - text: >-\n"
                                               "      [[ngo]] [[uclg/full]]\n"
                                               "    lang: fr\n"
                                               "standfirst: >-\n"
                                               "  [[ngo]]\n"
                                               "title: >-\n"
                                               "  [[uclg]] now\n");
    expect_diags(fixture, "");
    Arena *arena = fixture->job.arena;
    assert_str_equal(rich_plain(arena, &model->article->title), "United Cities now");
    assert_str_equal(rich_plain(arena, &model->article->short_title), "United Cities now");
    assert_str_equal(rich_plain(arena, &model->article->standfirst),
                     "non-governmental organization (NGO)");
    assert_str_equal(all_text(fixture, model), "United Cities (UCLG)\nNGO Villes unies (CGLU)\n");
}

static void unknown_ids_are_reported_once_each(void **state) {
    Fixture *fixture = *state;
    read_body(fixture, "A [[ulcg]] b");
    expect_diags(fixture,
                 "5:5 E0304 no directory entry has the id \"ulcg\" | did you mean \"uclg\"?\n");
}

static void tbc_counts_only_in_entries_that_are_used(void **state) {
    Fixture *fixture = *state;
    read_body(fixture, "[[uclg]]");
    expect_diags(fixture, "");
    const Model *model = read_body(fixture, "[[late]]");
    expect_diags(fixture, "8:16 W0313 still to be confirmed\n");
    assert_str_equal(all_text(fixture, model), "TBC (LATE)\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MODEL_TEST(mentions_are_full_first_and_short_later),
        MODEL_TEST(titles_say_the_name_and_do_not_count),
        MODEL_TEST(unknown_ids_are_reported_once_each),
        MODEL_TEST(tbc_counts_only_in_entries_that_are_used),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
