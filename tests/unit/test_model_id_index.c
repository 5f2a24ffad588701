/* Ids to positions: what was added is found, also after the table has grown. */
#include "model_fixture.h"

static void added_ids_are_found_and_duplicates_refused(void **state) {
    Fixture *fixture = *state;
    Arena *arena = fixture->job.arena;
    IdIndex index = {0};
    size_t position;
    assert_false(id_index_find(&index, STR("id0"), &position));
    for (size_t i = 0; i < 1000; i++) {
        position = i;
        assert_true(id_index_add(arena, &index, str_format(arena, "id%zu", i), &position));
    }
    for (size_t i = 0; i < 1000; i++) {
        Str id = str_format(arena, "id%zu", i);
        assert_true(id_index_find(&index, id, &position));
        assert_int_equal(position, i);
        position = 7777;
        assert_false(id_index_add(arena, &index, id, &position));
        assert_int_equal(position, i);
    }
    assert_false(id_index_find(&index, STR("id1000"), &position));
    assert_false(id_index_find(&index, (Str){0}, &position));
}

int main(void) {
    const struct CMUnitTest tests[] = {MODEL_TEST(added_ids_are_found_and_duplicates_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
