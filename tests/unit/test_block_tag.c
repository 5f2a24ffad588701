/* The structure tree: order, numbers, attributes in the dump, content left out of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "block/tag.h"

static void elements_stand_in_the_order_of_their_making(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    TagTree *tree = tag_tree_new(arena);
    Tag *first = tag_add(tree, tree->root, TAG_L);
    Tag *second = tag_add(tree, tree->root, TAG_P);
    Tag *inner = tag_add(tree, first, TAG_LI);
    assert_ptr_equal(tree->root->first, first);
    assert_ptr_equal(tree->root->last, second);
    assert_ptr_equal(first->next, second);
    assert_ptr_equal(first->first, inner);
    assert_ptr_equal(inner->parent, first);
    assert_int_equal(tree->root->number, 0);
    assert_int_equal(inner->number, 3);
    assert_int_equal(tree->count, 4);
    arena_drop(arena);
}

static void the_dump_shows_attributes_and_no_content(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    TagTree *tree = tag_tree_new(arena);
    tree->root->lang = STR("en");
    Tag *list = tag_add(tree, tree->root, TAG_L);
    list->list_numbering = "Decimal";
    Tag *header = tag_add(tree, list, TAG_TH);
    header->is_row_header = true;
    header->id = STR("here");
    header->expansion = STR("United Nations");
    tag_add(tree, header, TAG_CONTENT);
    tag_add(tree, header, TAG_FIGURE)->alt = STR("A map");
    Buf out = buf_new(arena);
    tag_tree_dump(tree, &out);
    buf_add_char(&out, '\0');
    assert_string_equal(out.at, "Document lang=\"en\"\n"
                                "  L numbering=Decimal\n"
                                "    TH id=\"here\" expansion=\"United Nations\" scope=row\n"
                                "      Figure alt=\"A map\"\n");
    arena_drop(arena);
}

static void every_role_has_a_name(void **state) {
    (void)state;
    for (int role = 0; role < TAG_ROLE_COUNT; role++) assert_non_null(tag_role_name((TagRole)role));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_stand_in_the_order_of_their_making),
        cmocka_unit_test(the_dump_shows_attributes_and_no_content),
        cmocka_unit_test(every_role_has_a_name)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
