/* Text beside a picture: no line runs into it, none is narrower than it must be, no page break cuts it off. */
#include "block_fixture.h"

#include "block/wrap.h"

static const char text[] = "  - 'In the afternoon the delegates turned to the question that had "
                           "brought them there: what cities "
                           "can do when people arrive, and what they cannot do alone. A mayor "
                           "spoke of schools and of the water "
                           "that districts share, another of papers.'\n";

/* A thing 60pt high, 100pt wide, before so many paragraphs. */
static Galley *set_beside(Fixture *fixture, bool is_left, int paragraphs) {
    Setter *setter = &fixture->setter;
    Buf body = buf_new(fixture->job.arena);
    for (int i = 0; i < paragraphs; i++) buf_add(&body, str_from(text));
    buf_add_char(&body, '\0');
    assert_true(fixture_read(fixture, NULL, buf_str(&body).at));
    setter->lang = STR("en");
    setter->is_first = true;
    Part *part = ARENA_NEW(fixture->job.arena, Part);
    *part = (Part){.kind = PART_RULE, .width = SP(100), .height = SP(60)};
    wrap_begin(setter, &(Wrap){.rest = SP(74),
                               .gap = SP(14),
                               .by = SP(114),
                               .is_left = is_left,
                               .parts = part,
                               .part_count = 1});
    set_blocks(setter, &setter->model->article->body);
    return setter->galley;
}

static void check_line(const GalleyItem *box, Sp top, Sp measure, bool is_left) {
    const Line *line = box->parts->line;
    bool is_beside = top < SP(74);
    assert_int_equal(line->is_narrow, is_beside);
    Sp slack = SP(4); /* what hangs into the margin */
    if (is_beside && is_left) assert_true(line->left >= SP(114) - slack);
    if (!is_beside) assert_true(line->left < SP(20));
    Sp right = measure - (is_beside && !is_left ? SP(114) : 0);
    assert_true(line->left + line->width <= right + slack);
    if (!line->is_last) assert_true(line->left + line->width >= right - slack);
}

static void check_side(Fixture *fixture, bool is_left, int paragraphs) {
    fixture_begin(fixture, NULL);
    Galley *galley = set_beside(fixture, is_left, paragraphs);
    Sp top = 0;
    bool is_begun = false;
    for (size_t i = 0; i < galley->items.len; i++) {
        const GalleyItem *item = &galley->items.at[i];
        if (item->kind == GALLEY_PENALTY && top < SP(74))
            assert_int_equal(item->penalty, BREAK_NEVER);
        if (item->kind != GALLEY_BOX) continue;
        if (!is_begun) {
            assert_int_equal(item->height, 0);
            assert_int_equal(item->parts->kind, PART_RULE);
            assert_int_equal(galley->items.at[i + 1].kind, GALLEY_BOX);
        } else {
            check_line(item, top, fixture->setter.measure, is_left);
            assert_null(top < SP(74) ? item->recast : NULL);
        }
        is_begun = true;
        top += item->height;
    }
    assert_true(top > SP(74));
    expect_messages(fixture, NULL);
    fixture_end(fixture);
}

static void lines_stand_beside_and_below(void **state) {
    for (int paragraphs = 2; paragraphs <= 4; paragraphs++) {
        check_side(*state, true, paragraphs);
        check_side(*state, false, paragraphs);
    }
}

/* Too little text: what is missing is left free. */
static void what_is_left_is_passed(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, NULL);
    assert_true(fixture_read(fixture, NULL, "  - Short.\n  - heading: Head\n  - Text.\n"));
    Setter *setter = &fixture->setter;
    setter->is_first = true;
    static const Part part = {.kind = PART_RULE, .width = SP(100), .height = SP(60)};
    wrap_begin(
        setter,
        &(Wrap){.rest = SP(74), .gap = SP(14), .by = SP(114), .parts = &part, .part_count = 1});
    set_blocks(setter, &setter->model->article->body);
    const GalleyItem *items = setter->galley->items.at;
    assert_int_equal(items[0].height, 0);
    assert_int_equal(items[1].height, SP(14));
    assert_int_equal(items[2].penalty, BREAK_NEVER);
    assert_int_equal(items[3].height, SP(46));
    assert_int_equal(items[3].part_count, 0);
    assert_int_equal(setter->wrap.rest, 0);
    fixture_end(fixture);
}

/* No text at all: it stands alone. */
static void without_text_it_stands_alone(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, NULL);
    assert_true(fixture_read(fixture, NULL, "  - heading: Head\n  - Text.\n"));
    Setter *setter = &fixture->setter;
    setter->is_first = true;
    static const Part part = {.kind = PART_RULE, .width = SP(100), .height = SP(60)};
    wrap_begin(
        setter,
        &(Wrap){.rest = SP(74), .gap = SP(14), .by = SP(114), .parts = &part, .part_count = 1});
    set_blocks(setter, &setter->model->article->body);
    const GalleyItem *items = setter->galley->items.at;
    assert_int_equal(items[0].height, SP(60));
    assert_int_equal(items[0].part_count, 1);
    fixture_end(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(lines_stand_beside_and_below),
                                       cmocka_unit_test(what_is_left_is_passed),
                                       cmocka_unit_test(without_text_it_stands_alone)};
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
