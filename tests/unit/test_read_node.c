/* node_parse(): the tree, and the map from each byte of a scalar's text to its byte in the source. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "read/node.h"

typedef struct Fixture {
    Job job;
    Sources sources;
} Fixture;

static int open_fixture(void **state) {
    Fixture *fixture = calloc(1, sizeof *fixture);
    Job *job = &fixture->job;
    *job = (Job){.arena = arena_new(0), .scratch = arena_new(0), .limits = LIMITS_DEFAULT};
    job->sources = &fixture->sources;
    job->sources->arena = job->arena;
    job->diags = diag_new(job->arena);
    *state = fixture;
    return 0;
}

static int close_fixture(void **state) {
    Fixture *fixture = *state;
    arena_drop(fixture->job.scratch);
    arena_drop(fixture->job.arena);
    free(fixture);
    return 0;
}

static Node *parse(Fixture *fixture, Str text) {
    return node_parse(&fixture->job, source_add(&fixture->sources, STR("a.yaml"), text));
}

static Node *parse_good(Fixture *fixture, Str text) {
    Node *root = parse(fixture, text);
    Buf out = buf_new(fixture->job.arena);
    diag_print(fixture->job.diags, &fixture->sources, &out);
    if (out.len) fail_msg("%.*s", STR_ARG(buf_str(&out)));
    assert_non_null(root);
    return root;
}

/* One diagnostic of this code at this place; forgets it. */
static void expect_one(Fixture *fixture, Code code, uint32_t line, uint32_t column) {
    Diags *diags = fixture->job.diags;
    assert_int_equal(diags->list.len, 1);
    Place place = source_place(&fixture->sources, diags->list.at[0].span);
    assert_string_equal(diag_code(diags->list.at[0].code)->number, diag_code(code)->number);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    diags->list.len = diags->errors = 0;
}

/* `words` of the text of `v` stand at `at` in the source, `length` bytes long. */
typedef struct MapCase {
    Str yaml;
    const char *text, *words;
    size_t at, length;
} MapCase;

static const MapCase map_cases[] = {
    /* plain, quoted, on one line */
    {STR_CONST("v: one two"), "one two", "two", 7, 3},
    {STR_CONST("v: 'it''s so'"), "it's so", "'s so", 6, 6},
    {STR_CONST("v: 'it''s so'"), "it's so", "it'", 4, 4},
    {STR_CONST("v: \"a\\tb\\u00e9c\""),
     "a\tb\xC3\xA9"
     "c",
     "c", 14, 1},
    {STR_CONST("v: \"a\\tb\\u00e9c\""),
     "a\tb\xC3\xA9"
     "c",
     "\xC3\xA9", 8, 6},
    {STR_CONST("v: \"\\x41\\U0001F600\\\"z\""), "A\xF0\x9F\x98\x80\"z", "\"", 18, 2},
    {STR_CONST("v: \"\\N\\_\\L\\Pz\""), "\xC2\x85\xC2\xA0\xE2\x80\xA8\xE2\x80\xA9z", "z", 12, 1},
    {STR_CONST("{\"v\": \"a\\ud83d\\ude00b\"}"),
     "a\xF0\x9F\x98\x80"
     "b",
     "b", 20, 1},
    {STR_CONST("v: a\\ud83d\\ude00b # \"\\ud83d\\ude00\""), "a\\ud83d\\ude00b", "d\\u", 9, 3},
    {STR_CONST("v: \"\\\\ud83d\\u0041\""), "\\ud83dA", "A", 11, 6},
    /* folded over lines */
    {STR_CONST("v: one\n   two\n\n   three"), "one two\nthree", "three", 18, 5},
    {STR_CONST("v: one\n   two\n\n   three"), "one two\nthree", "two", 10, 3},
    {STR_CONST("v: one  \t\n \t two"), "one two", " ", 6, 1},
    {STR_CONST("v: \"one \n\n  two\""), "one\ntwo", "two", 12, 3},
    {STR_CONST("v: \"one\\\n   two\""), "onetwo", "two", 12, 3},
    {STR_CONST("v: \"one \\\n  \\ two\""), "one  two", "two", 14, 3},
    {STR_CONST("v: 'one\n\n\n  two'"), "one\n\ntwo", "two", 12, 3},
    {STR_CONST("v: one\r\n  two\r\n\r\n  three\r\n"), "one two\nthree", "three", 19, 5},
    /* block scalars */
    {STR_CONST("v: |\n  one\n    two\n\n  three\n"), "one\n  two\n\nthree\n", "three", 22, 5},
    {STR_CONST("v: |\n  one\n    two\n\n  three\n"), "one\n  two\n\nthree\n", "  two", 13, 5},
    {STR_CONST("v: |2-\n    one\n  two\n\n"), "  one\ntwo", "two", 17, 3},
    {STR_CONST("v: |+ # kept\n\n  one\n\n"), "\none\n\n", "one", 16, 3},
    {STR_CONST("v: >-\n  one\n  two\n\n  three\n\n"), "one two\nthree", "three", 21, 5},
    {STR_CONST("v: >-\n  one\n  two\n\n  three\n\n"), "one two\nthree", "two", 14, 3},
    {STR_CONST("v: >\n  one\n    kept\n  two\n"), "one\n  kept\ntwo\n", "two", 22, 3},
    {STR_CONST("v: >-\r\n  one\r\n  two\r\n"), "one two", "two", 16, 3},
    {STR_CONST("- v: >-\n      one\n      two\n  w: x\n"), "one two", "two", 24, 3},
    {STR_CONST("v: >1\n  one\n two\n"), " one\ntwo\n", "two", 13, 3},
    /* marks count characters, and begin behind the byte order mark */
    {STR_CONST("\xEF\xBB\xBF\xC3\xA9: \xC3\xA9\nv: caf\xC3\xA9 noir"), "caf\xC3\xA9 noir", "noir",
     19, 4},
    {STR_CONST("\xEF\xBB\xBF\xC3\xA9: \xF0\x9F\x98\x80\r\nv: >-\r\n  \xC3\xA9t\xC3\xA9\r\n  noir"),
     "\xC3\xA9t\xC3\xA9 noir", "noir", 31, 4},
    {STR_CONST("w: &a x\nv: &b 'one'\nu: [*a, *b]"), "one", "ne", 16, 2},
};

static void every_byte_knows_its_source(void **state) {
    for (size_t i = 0; i < sizeof map_cases / sizeof *map_cases; i++) {
        const MapCase *one = &map_cases[i];
        Node *root = parse_good(*state, one->yaml);
        Node *value = node_find(root->kind == NODE_SEQUENCE ? root->items[0] : root, "v");
        if (!value || !str_is(value->text, one->text))
            fail_msg("case %zu: \"%.*s\"", i, STR_ARG(value ? value->text : (Str){0}));
        size_t from = str_find(value->text, str_from(one->words), 0);
        Span span = node_text_span(value, from, from + strlen(one->words));
        if (span.start != one->at || span.end != one->at + one->length)
            fail_msg("case %zu: %u to %u", i, span.start, span.end);
    }
}

static void the_tree_is_as_written(void **state) {
    Fixture *fixture = *state;
    Node *root = parse_good(fixture, STR("title: A\nuse: [a, 'b']\nnone:\nbody:\n- x\n- {k: ~}\n"));
    Buf out = buf_new(fixture->job.arena);
    node_dump(root, &fixture->sources, &out);
    buf_add_char(&out, '\0');
    assert_string_equal(out.at, "1:1 mapping\n"
                                "title: 1:8 plain \"A\"\n"
                                "use: 2:6 list\n"
                                "  - 2:7 plain \"a\"\n"
                                "  - 2:10 single \"b\"\n"
                                "none: 3:6 null \"\"\n"
                                "body: 5:1 list\n"
                                "  - 5:3 plain \"x\"\n"
                                "  - 6:3 mapping\n"
                                "    k: 6:7 null \"~\"\n");
}

static void comments_behind_text_are_kept(void **state) {
    Fixture *fixture = *state;
    Node *value = node_find(parse_good(fixture, STR("v: at table #4\nw: x#y\n")), "v");
    assert_true(str_is(source_text(&fixture->sources, value->comment), "#4"));
    Node *other = node_find(parse_good(fixture, STR("w: x#y\n# z\n")), "w");
    assert_int_equal(other->comment.source, 0);
}

static void limits_hold(void **state) {
    Fixture *fixture = *state;
    fixture->job.limits.nesting = 3;
    assert_non_null(parse(fixture, STR("a: [[[[[x]]]], y]\nb: c\n")));
    expect_one(fixture, E_NESTING, 1, 6);
    fixture->job.limits.alias_nodes = 10;
    assert_non_null(parse(fixture, STR("a: &a [1, 2, 3, 4]\nb: &b [*a, *a]\nc: [*b, *b]\n")));
    expect_one(fixture, E_ALIAS, 3, 5);
}

static void an_alias_shares_its_node(void **state) {
    Node *root = parse_good(*state, STR("a: &a [1, 2]\nb: *a\n"));
    assert_ptr_equal(node_find(root, "a"), node_find(root, "b"));
    Fixture *fixture = *state;
    parse(fixture, STR("a: &a [*a]\n"));
    expect_one(fixture, E_ALIAS, 1, 8);
}

static void what_follows_an_error_is_read(void **state) {
    Fixture *fixture = *state;
    Node *root = parse(fixture, STR("a: x\nb: \"open\nc: y\n zz: lost\nd:\n  - *e*\n  - f\n"));
    assert_int_equal(fixture->job.diags->list.len, 3);
    fixture->job.diags->list.len = 0;
    assert_true(node_find(root, "b")->is_damaged);
    assert_true(str_is(node_find(root, "c")->text, "y"));
    assert_int_equal(node_find(root, "d")->count, 2);
    assert_false(node_find(root, "d")->items[1]->is_damaged);
    assert_true(node_lost_key(&fixture->sources, root, "zz"));
    assert_false(node_lost_key(&fixture->sources, root, "open"));
}

static void a_hostile_file_ends(void **state) {
    Fixture *fixture = *state;
    Buf text = buf_new(fixture->job.arena);
    for (int i = 0; i < 5000; i++) buf_add(&text, STR("- *x*\n"));
    parse(fixture, buf_str(&text));
    assert_true(fixture->job.diags->errors > 100);
    fixture->job.diags->list.len = 0;
    text = buf_new(fixture->job.arena);
    for (int i = 0; i < 20000; i++) buf_add_char(&text, i % 2 ? '[' : '{');
    parse(fixture, buf_str(&text));
    assert_true(fixture->job.diags->list.len > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_byte_knows_its_source, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(the_tree_is_as_written, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(comments_behind_text_are_kept, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(limits_hold, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(an_alias_shares_its_node, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(what_follows_an_error_is_read, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_hostile_file_ends, open_fixture, close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
