/* Includes: whole files, one block, languages and directories with them, circles. */
#include "model_fixture.h"

#define HEAD "dossier: article\ntitle: T\n"

static void blocks_of_a_file_are_read_in_place(void **state) {
    Fixture *fixture = *state;
    fixture_write(fixture, "more.yaml",
                  HEAD "lang: fr\nuse: [directory.yaml]\nbody:\n  - Deux, [[uclg]].\n"
                       "  - text: Trois.\n    id: trois\n    lang: es\n");
    fixture_write(fixture, "directory.yaml",
                  "dossier: directory\norganizations:\n  uclg: {name: Cities, acronym: UCLG}\n");
    const Model *model = fixture_read(fixture, HEAD "use: [directory.yaml]\nbody:\n  - One.\n"
                                                    "  - include: more.yaml\n"
                                                    "  - Four, [[uclg]].\n");
    expect_diags(fixture, "");
    const Blocks *body = &model->article->body;
    assert_int_equal(body->len, 4);
    Arena *arena = fixture->job.arena;
    assert_str_equal(rich_plain(arena, &((FakeText *)body->at[1]->fields)->text),
                     "Deux, Cities (UCLG).");
    assert_str_equal(rich_plain(arena, &((FakeText *)body->at[3]->fields)->text), "Four, UCLG.");
    assert_str_equal(model_block_lang(model, body->at[1]), "fr");
    assert_str_equal(model_block_lang(model, body->at[2]), "es");
    assert_str_equal(model_block_lang(model, body->at[3]), "en");
    assert_ptr_equal(model_find_block(model, STR("trois")), body->at[2]);
    assert_int_equal(model->directory->entries.len, 1);
}

static void one_block_is_found_by_its_id(void **state) {
    Fixture *fixture = *state;
    fixture_write(fixture, "more.yaml",
                  "dossier: article\ntitle: TBC\nbody:\n  - list: [x, {quote: Q, id: q}]\n");
    const Model *model = fixture_read(fixture, HEAD "body:\n  - include: more.yaml#q\n"
                                                    "    keep: with-next\n"
                                                    "  - include: more.yaml#r\n"
                                                    "  - include: more.yaml#q\n    id: x\n"
                                                    "  - include: none.yaml\n"
                                                    "  - include: directory.yaml\n");
    const Blocks *body = &model->article->body;
    assert_ptr_equal(body->at[0]->kind, &fake_quote);
    assert_int_equal(body->at[0]->common.keep, KEEP_WITH_NEXT);
    Buf text = buf_new(fixture->job.arena);
    diag_print(fixture->job.diags, fixture->job.sources, &text);
    buf_add_char(&text, '\0');
    assert_non_null(strstr(text.at, "more.yaml has the id \"r\""));
    assert_non_null(strstr(text.at, "an include has no id of its own"));
    assert_non_null(strstr(text.at, "none.yaml\": no such file"));
    assert_non_null(strstr(text.at, "id \"q\" given twice"));
    assert_int_equal(fixture->job.diags->errors, 5);
}

static void circles_are_told_with_their_files(void **state) {
    Fixture *fixture = *state;
    fixture_write(fixture, "more.yaml", HEAD "body:\n  - Two.\n  - include: ./article.yaml\n");
    fixture_read(fixture, HEAD "body:\n  - One.\n  - include: more.yaml\n");
    Diags *diags = fixture->job.diags;
    assert_int_equal(diags->errors, 1);
    assert_int_equal(diags->list.at[0].code, E_CYCLE);
    Str message = diags->list.at[0].message, folder = str_from(fixture->folder);
    Str expected =
        str_format(fixture->job.arena,
                   "the file includes itself: %.*s/article.yaml includes %.*s/more.yaml includes "
                   "%.*s/article.yaml",
                   STR_ARG(folder), STR_ARG(folder), STR_ARG(folder));
    assert_true(str_equal(message, expected));
    assert_int_equal(source_place(fixture->job.sources, diags->list.at[0].span).line, 5);
}

static void paths_stay_under_the_root(void **state) {
    Fixture *fixture = *state;
    fixture->job.root = fixture_path(fixture, "inner");
    fixture_write(fixture, "more.yaml", HEAD "body: x\n");
    fixture_read(fixture, HEAD "body:\n  - include: more.yaml\n");
    assert_int_equal(fixture->job.diags->list.at[0].code, E_OUTSIDE_ROOT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MODEL_TEST(blocks_of_a_file_are_read_in_place), MODEL_TEST(one_block_is_found_by_its_id),
        MODEL_TEST(circles_are_told_with_their_files), MODEL_TEST(paths_stay_under_the_root)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
