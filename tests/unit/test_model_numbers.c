/* Numbers of a pack that need no layout: paragraphs, the item and paragraph of an id. */
#include "model_fixture.h"

#include "model/pack.h"

static const char *const items = "items:\n"
                                 "  - title: One\n"
                                 "    id: one\n"
                                 "    body:\n"
                                 "      - A [word]{#word}.\n"
                                 "      - list: [{quote: x, id: inner}]\n"
                                 "      - B.\n"
                                 "  - title: Two\n"
                                 "    body: [{text: C., number: false}, {text: D., id: last}]\n";

static Model *read_pack(Fixture *fixture, const char *numbering) {
    Str text = str_format(fixture->job.arena, "dossier: pack\ntitle: T\n%s%s", numbering, items);
    return fixture_read(fixture, str_copy(fixture->job.arena, text).at);
}

/* "1 2 | - 3": numbers of the texts in each body. */
static void paragraphs_are_numbered_as_asked(void **state) {
    static const struct {
        const char *numbering, *numbers;
    } cases[] = {
        {"", "000|00|"},
        {"numbering: {paragraphs: none}\n", "000|00|"},
        {"numbering: {paragraphs: item}\n", "102|01|"},
        {"numbering: {paragraphs: pack}\n", "102|03|"},
    };
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Model *model = read_pack(fixture, cases[i].numbering);
        Buf numbers = buf_new(fixture->job.arena);
        expect_diags(fixture, "");
        for (size_t k = 0; k < model->articles.len; k++) {
            const Blocks *body = &model->articles.at[k]->body;
            for (size_t b = 0; b < body->len; b++)
                buf_print(&numbers, "%u", body->at[b]->paragraph);
            buf_add_char(&numbers, '|');
        }
        assert_str_equal(buf_str(&numbers), cases[i].numbers);
    }
}

static void ids_know_their_item_and_paragraph(void **state) {
    static const struct {
        const char *id;
        unsigned item, paragraph;
    } cases[] = {{"one", 1, 0}, {"word", 1, 1}, {"inner", 1, 0}, {"last", 2, 1}};
    Fixture *fixture = *state;
    const Model *model = read_pack(fixture, "numbering: {paragraphs: item}\n");
    expect_diags(fixture, "");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const ModelId *id = model_find_id(model, str_from(cases[i].id));
        assert_non_null(id);
        assert_int_equal(id->item, cases[i].item);
        assert_int_equal(id->paragraph, cases[i].paragraph);
    }
    assert_null(model_find_id(model, STR("none")));
}

static void pages_by_item_need_numbered_items(void **state) {
    Fixture *fixture = *state;
    read_pack(fixture, "numbering: {pages: item, items: false}\n");
    expect_diags(fixture,
                 "3:12 E0106 pages numbered by item need numbered items | take out `items: "
                 "false` or `pages: item`\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MODEL_TEST(paragraphs_are_numbered_as_asked),
        MODEL_TEST(ids_know_their_item_and_paragraph),
        MODEL_TEST(pages_by_item_need_numbered_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
