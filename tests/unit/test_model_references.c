/* Ids, links, references of kinds, levels of headings. */
#include "model_fixture.h"

#define HEAD "dossier: article\ntitle: T\nbody:\n"

static void references_lead_somewhere_or_are_reported(void **state) {
    static const struct {
        const char *text, *diags;
    } cases[] = {
        {HEAD
         "  - text: One\n    id: one\n  - See [it](#one) and [there](#word), [a word]{#word}.\n",
         ""},
        {HEAD "  - text: One\n    id: one\n  - >-\n    See [it](#oen).\n",
         "7:14 E0304 nothing has the id \"oen\" | did you mean \"one\"?\n"},
        {HEAD "  - text: One\n    id: one\n  - quote: x\n    id: one\n",
         "7:9 E0305 id \"one\" given twice | it stands first in line 5\n"},
        {HEAD "  - quote: x\n    source: vidoe\n  - quote: y\n    id: video\n",
         "5:13 E0304 no block has the id \"vidoe\" | did you mean \"video\"?\n"},
        {HEAD "  - quote: x\n    source: word\n  - A [word]{#word}.\n",
         "5:13 E0304 no block has the id \"word\" | it is not the id of a block\n"},
        {HEAD "  - quote: x\n    by: plante\n",
         "5:9 E0304 no directory entry has the id \"plante\" | name the directory files under "
         "`use`\n"},
    };
    Fixture *fixture = *state;
    assert_int_equal(chdir(fixture->folder), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture_write(fixture, "article.yaml", cases[i].text);
        assert_non_null(
            model_read(&fixture->job, STR("article.yaml"), fake_kinds, (ModelOptions){0}));
        expect_diags(fixture, cases[i].diags);
    }
    assert_int_equal(chdir("/"), 0);
}

static void kinds_find_what_they_refer_to(void **state) {
    Fixture *fixture = *state;
    fixture_write(fixture, "directory.yaml",
                  "dossier: directory\npeople: {plante: {name: Valérie Plante}}\n");
    const Model *model = fixture_read(fixture, "dossier: article\n"
                                               "title: T\n"
                                               "use: directory.yaml\n"
                                               "body:\n"
                                               "  - quote: x\n"
                                               "    by: plante\n"
                                               "    source: later\n"
                                               "  - quote: y\n"
                                               "    id: later\n");
    expect_diags(fixture, "");
    const FakeQuote *quote = model->article->body.at[0]->fields;
    assert_ptr_equal(quote->speaker, directory_find(model->directory, STR("plante")));
    assert_ptr_equal(quote->recording, model->article->body.at[1]);
}

static void heading_levels_go_down_one_by_one(void **state) {
    static const struct {
        const char *text, *diags;
    } cases[] = {
        {HEAD "  - |\n    # a\n\n    ## b\n\n    ### c\n\n    # d\n\n    ## e\n", ""},
        {HEAD "  - heading: a\n  - heading: b\n    level: 3\n",
         "5:5 E0308 a heading of level 3 follows one of level 1 | make it level 2, or add the "
         "heading "
         "between\n"},
        {HEAD "  - heading: a\n    level: 2\n",
         "4:5 E0308 the first heading is of level 2 | make it level 1\n"},
        {HEAD
         "  - |\n    # a\n\n    ## b\n\n    ### c\n\n    #### d\n\n    ##### e\n\n    ###### f\n",
         "15:12 E0308 a heading of level 6 is below H6 | the deepest heading is level 5\n"},
        {HEAD "  - heading: a\n  - |\n    ### b\n", "6:9 E0308 a heading of level 3 follows one of "
                                                    "level 1 | make it level 2, or add the heading "
                                                    "between\n"},
    };
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_non_null(fixture_read(fixture, cases[i].text));
        expect_diags(fixture, cases[i].diags);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MODEL_TEST(references_lead_somewhere_or_are_reported),
        MODEL_TEST(kinds_find_what_they_refer_to),
        MODEL_TEST(heading_levels_go_down_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
