/* test_block_recast.c - paragraphs a line shorter or longer: whole, with what belongs to them, never ugly. */
#include "block/recast.h"
#include "block_fixture.h"

static const char words[] =
    "In the afternoon the delegates turned to the question that had "
    "brought them there: what cities can do when "
    "people arrive, and what they cannot do alone. A mayor spoke of "
    "schools and of the water that two districts "
    "share, another of registers, of papers that nobody reads and of doors "
    "that stay closed. It was agreed that "
    "each city should name one person who answers letters, that letters "
    "should be answered within a week, and "
    "that whoever has rooms to spare should say so before the winter. The "
    "interpreters asked for a pause; the "
    "chair gave them ten minutes and the hall a quarter of an hour. Nobody had counted the chairs, "
    "so some stood "
    "along the wall while the registers were read aloud, district after district, and the rain "
    "went on against "
    "the windows. What was agreed in the end fits on one page. Two cities sent their reservations "
    "later, by "
    "letter, with the names of those who had been there and of some who had not. The minutes were "
    "printed the "
    "same week and nobody asked for another copy before the following spring. ";

static void add_words(Buf *out, size_t length) {
    for (size_t i = 0; i < length || words[i % (sizeof words - 1)] != ' '; i++)
        buf_add_char(out, words[i % (sizeof words - 1)]);
}

/* Paragraphs, one in three an item of a list, each a word or two longer than the one before. */
static const char *body_of(Fixture *fixture, int count) {
    Buf out = buf_new(fixture->job.arena);
    size_t length = 400;
    for (int i = 0; i < count; i++, length += 7) {
        buf_add(&out, i % 3 ? STR("  - '") : STR("  - list: ['"));
        add_words(&out, length);
        buf_add(&out, i % 3 ? STR("'\n") : STR("']\n"));
    }
    buf_add_char(&out, '\0');
    return buf_str(&out).at;
}

static void check_lines(const GalleyItem *box, const Variant *variant, int more) {
    const Recast *recast = box->recast;
    size_t lines = 0, at = 0;
    for (size_t i = 0; i < variant->count; i++) {
        const GalleyItem *item = &variant->items[i];
        if (item->kind != GALLEY_BOX) continue;
        assert_int_equal(item->height, box->height);
        assert_int_equal(item->part_count, lines ? 1 : box->part_count);
        const Line *line = item->parts[item->part_count - 1].line;
        assert_int_equal(line->from, at);
        at = line->to;
        assert_true(line->ratio <= 1000 && line->ratio >= -1000);
        lines++;
    }
    assert_int_equal(at, recast->shaped->text.len);
    assert_int_equal(lines, recast->lines.len + (size_t)more);
}

static void variants_are_whole_and_good(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, NULL);
    assert_true(fixture_read(fixture, NULL, body_of(fixture, 150)));
    Galley *galley = block_set_article(&fixture->setter);
    int found[2] = {0}, with_marker = 0;
    for (size_t i = 0; i < galley->items.len; i++) {
        const GalleyItem *box = &galley->items.at[i];
        for (int more = -1; box->recast && more <= 1; more += 2) {
            Variant variant = {0};
            if (!recast_paragraph(&fixture->setter, box, more, &variant)) continue;
            check_lines(box, &variant, more);
            found[more > 0]++;
            with_marker += box->part_count == 2;
        }
    }
    if (found[0] < 1 || found[1] < 20 || with_marker < 5)
        fail_msg("%d shorter, %d longer, %d with markers", found[0], found[1], with_marker);
    expect_messages(fixture, NULL);
    fixture_end(fixture);
}

static size_t count_offers(Fixture *fixture, const char *change, const char *body) {
    size_t count = 0;
    fixture_begin(fixture, change);
    assert_true(fixture_read(fixture, NULL, body));
    Galley *galley = block_set_article(&fixture->setter);
    for (size_t i = 0; i < galley->items.len; i++) count += galley->items.at[i].recast != NULL;
    fixture_end(fixture);
    return count;
}

static void only_justified_text_of_some_lines_is_offered(void **state) {
    Fixture *fixture = *state;
    static const char text[] =
        "  - 'In the afternoon the delegates turned to the question that had brought "
        "them there: what cities can do when people arrive, and what they cannot do "
        "alone. A mayor spoke of schools and of the water that districts share.'\n";
    assert_int_equal(count_offers(fixture, NULL, text), 1);
    assert_int_equal(count_offers(fixture, "styles.text.align=start", text), 0);
    assert_int_equal(count_offers(fixture, "styles.text.leading=15pt", text), 0);
    assert_int_equal(count_offers(fixture, NULL, "  - Two words.\n"), 0);
}

/* A destination inside goes with its words. */
static void marks_come_along(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, NULL);
    Buf body = buf_new(fixture->job.arena);
    for (int i = 0; i < 40; i++) {
        buf_add(&body, STR("  - text: '"));
        add_words(&body, 500 + (size_t)i * 17);
        buf_print(&body, " [end]{#e%d}'\n    id: p%d\n", i, i);
    }
    buf_add_char(&body, '\0');
    assert_true(fixture_read(fixture, NULL, buf_str(&body).at));
    Galley *galley = block_set_article(&fixture->setter);
    int found = 0;
    for (size_t i = 0; i < galley->items.len; i++) {
        const GalleyItem *box = &galley->items.at[i];
        for (int more = -1; box->recast && more <= 1; more += 2) {
            Variant variant = {0};
            if (!recast_paragraph(&fixture->setter, box, more, &variant)) continue;
            assert_int_equal(box->recast->lead, 1);
            assert_int_equal(variant.items[0].kind, GALLEY_MARK);
            assert_int_equal(variant.items[variant.count - 2].kind, GALLEY_MARK);
            found++;
        }
    }
    assert_true(found > 2);
    fixture_end(fixture);
}

/* The notes of links stand beside the lines where the words are now, each once. */
static void notes_come_along(void **state) {
    Fixture *fixture = *state;
    fixture_begin(fixture, NULL);
    Buf body = buf_new(fixture->job.arena);
    for (int i = 0; i < 40; i++) {
        buf_add(&body, STR("  - '[Begin](https://example.org/a) "));
        add_words(&body, 500 + (size_t)i * 17);
        buf_print(&body, " [end](https://example.org/%d) and [again](http://example.org/%d)'\n", i,
                  i);
    }
    buf_add_char(&body, '\0');
    assert_true(fixture_read(fixture, NULL, buf_str(&body).at));
    Galley *galley = block_set_article(&fixture->setter);
    int found = 0;
    for (size_t i = 0; i < galley->items.len; i++) {
        const GalleyItem *box = &galley->items.at[i];
        for (int more = -1; box->recast && more <= 1; more += 2) {
            Variant variant = {0};
            if (!recast_paragraph(&fixture->setter, box, more, &variant)) continue;
            size_t notes = 0;
            for (size_t k = 0; k < variant.count; k++) {
                const GalleyItem *item = &variant.items[k];
                notes += item->kind == GALLEY_MARGIN && k + 4 >= variant.count;
            }
            if (found) assert_int_equal(notes, 1);
            found++;
        }
    }
    assert_true(found > 2);
    fixture_end(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(variants_are_whole_and_good),
        cmocka_unit_test(only_justified_text_of_some_lines_is_offered),
        cmocka_unit_test(marks_come_along),
        cmocka_unit_test(notes_come_along),
    };
    return cmocka_run_group_tests(tests, fixture_open_group, fixture_close_group);
}
