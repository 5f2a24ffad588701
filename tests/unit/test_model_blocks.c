/* Blocks: from texts, from mappings, from Markdown; and what is no block. */
#include "model_fixture.h"

#define HEAD "dossier: article\ntitle: T\nbody:\n"

static void texts_and_mappings_become_blocks(void **state) {
    Fixture *fixture = *state;
    const Model *model = fixture_read(fixture, HEAD "  - |\n"
                                                    "    One.\n"
                                                    "\n"
                                                    "    - a\n"
                                                    "    - b\n"
                                                    "  - quote: Q\n"
                                                    "    id: q\n"
                                                    "    keep: together\n"
                                                    "  - heading: H\n"
                                                    "  - list: [x, {quote: y}]\n");
    expect_diags(fixture, "");
    const Blocks *body = &model->article->body;
    assert_int_equal(body->len, 5);
    assert_ptr_equal(body->at[0]->kind, &fake_text);
    assert_ptr_equal(body->at[1]->kind, &fake_list);
    assert_int_equal(((FakeList *)body->at[1]->fields)->items.len, 2);
    assert_ptr_equal(body->at[2]->kind, &fake_quote);
    assert_int_equal(body->at[2]->common.keep, KEEP_TOGETHER);
    assert_true(body->at[2]->common.number);
    assert_ptr_equal(model_find_block(model, STR("q")), body->at[2]);
    assert_int_equal(((FakeText *)body->at[3]->fields)->level, 1);
    const FakeList *list = body->at[4]->fields;
    assert_ptr_equal(list->items.at[1]->kind, &fake_quote);
    assert_int_equal(list->items.at[1]->depth, 1);
    assert_int_equal(model->blocks.len, 9);
    assert_str_equal(source_text(fixture->job.sources, body->at[2]->key_span), "quote");
}

static void common_keys_of_a_text_go_to_all_its_paragraphs_but_the_id(void **state) {
    Fixture *fixture = *state;
    const Model *model = fixture_read(fixture, HEAD "  - text: |\n"
                                                    "      One.\n"
                                                    "\n"
                                                    "      Two.\n"
                                                    "    id: both\n"
                                                    "    lang: fr\n"
                                                    "    number: false\n");
    expect_diags(fixture, "");
    const Blocks *body = &model->article->body;
    assert_int_equal(body->len, 2);
    assert_str_equal(body->at[0]->common.id.text, "both");
    assert_false(body->at[1]->common.id.given);
    assert_str_equal(model_block_lang(model, body->at[1]), "fr");
    assert_false(body->at[1]->common.number);
}

static void what_is_no_block_is_explained(void **state) {
    static const struct {
        const char *text, *diags;
    } cases[] = {
        {HEAD "  - quot: x\n", "4:5 E0302 unknown block \"quot\" | did you mean \"quote\"?\n"},
        {HEAD "  - txt: x\n    id: a\n",
         "4:5 E0302 unknown block \"txt\" | did you mean \"text\"?\n"},
        {HEAD "  - Minister said: yes\n",
         "4:5 E0114 the colon makes \"Minister said\" a block key, and there is no such block | "
         "did "
         "you mean text? begin it with `- >-` and put the text on the next line\n"},
        {HEAD "  - Note: yes\n", "4:5 E0114 the colon makes \"Note\" a block key, and there is no "
                                 "such block | did you mean "
                                 "text? begin it with `- >-` and put the text on the next line\n"},
        {HEAD "  - id: a\n", "4:5 E0302 this mapping is no block | add what the block is, such as "
                             "`text: >-`\n"},
        {HEAD "  - quote: x\n    list: [y]\n", "5:5 E0303 two block keys in one mapping: \"quote\" "
                                               "and \"list\" | begin a second block with "
                                               "`- ` before it\n"},
        {HEAD "  - chart: bar\n", "4:5 E0309 `chart` blocks are not supported yet\n"},
        {HEAD "  - [x, y]\n",
         "4:5 E0105 a block is text or a mapping, not a list | a list to print "
         "is `- list:`\n"},
        {HEAD "  - frobnicate: {x: y}\n    wibble: z\n",
         "4:5 E0302 unknown block \"frobnicate\" | a block is a text, or a mapping with a key such "
         "as "
         "`text`, `quote` or `list`\n"},
    };
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_non_null(fixture_read(fixture, cases[i].text));
        expect_diags(fixture, cases[i].diags);
    }
}

static void all_mistakes_are_reported_in_one_run(void **state) {
    Fixture *fixture = *state;
    fixture_read(fixture, HEAD "  - quot: x\n  - [x]\n  - chart: x\n");
    assert_int_equal(fixture->job.diags->list.len, 3);
}

static void the_limit_of_blocks_is_said_once(void **state) {
    Fixture *fixture = *state;
    fixture->job.limits.blocks = 2;
    const Model *model = fixture_read(fixture, HEAD "  - a\n  - b\n  - c\n  - quote: d\n");
    expect_diags(fixture, "1:1 E0805 the document has more than 2 blocks\n");
    assert_int_equal(model->article->body.len, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MODEL_TEST(texts_and_mappings_become_blocks),
        MODEL_TEST(common_keys_of_a_text_go_to_all_its_paragraphs_but_the_id),
        MODEL_TEST(what_is_no_block_is_explained),
        MODEL_TEST(all_mistakes_are_reported_in_one_run),
        MODEL_TEST(the_limit_of_blocks_is_said_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
