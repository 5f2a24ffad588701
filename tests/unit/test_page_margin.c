/* test_page_margin.c - notes in the margin: none touches another, none leaves the column, none is lost. */
#include "page_fake.h"

#include "page/margin.h"

typedef struct Case {
    const char *what;
    size_t count;
    int wishes[4], heights[4]; /* points; the column is 140pt of 14pt lines */
    size_t stay;
    int tops[4];
} Case;

static const Case cases[] = {
    {"none", 0, {0}, {0}, 0, {0}},
    {"as wished", 2, {14, 56}, {28, 28}, 2, {14, 56}},
    {"touching is no collision", 2, {14, 42}, {28, 28}, 2, {14, 42}},
    {"down by whole lines", 2, {14, 28}, {28, 28}, 2, {14, 42}},
    {"down from beside display type", 2, {14, 35}, {28, 14}, 2, {14, 49}},
    {"a chain", 3, {0, 0, 0}, {28, 28, 28}, 3, {0, 28, 56}},
    {"not above the top", 1, {-3}, {14}, 1, {11}},
    {"up from the foot", 1, {126}, {42}, 1, {98}},
    {"up together", 2, {98, 112}, {42, 28}, 2, {70, 112}},
    {"down, then up", 3, {84, 98, 98}, {28, 28, 28}, 3, {56, 84, 112}},
    {"full", 2, {70, 70}, {70, 70}, 2, {0, 70}},
    {"one moves on", 3, {0, 0, 70}, {70, 56, 28}, 2, {0, 70}},
    {"the first stays", 2, {14, 28}, {140, 14}, 1, {0}},
    {"taller than the column", 2, {28, 42}, {154, 14}, 1, {0}},
    {"odd heights lose to whole lines", 2, {0, 7}, {69, 71}, 1, {0}},
};

static void each_case(void **unused) {
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Case *at = &cases[i];
        MarginNote notes[4];
        for (size_t k = 0; k < at->count; k++)
            notes[k] = (MarginNote){.wish = SP(at->wishes[k]), .height = SP(at->heights[k])};
        size_t stay = margin_settle(notes, at->count, SP(140), SP(14));
        if (stay != at->stay) fail_msg("%s: %zu stay", at->what, stay);
        for (size_t k = 0; k < stay; k++) {
            if (notes[k].top != SP(at->tops[k]))
                fail_msg("%s: note %zu at %d", at->what, k, (int)(notes[k].top / SP_PT));
        }
    }
}

static void never_touching_never_outside(void **unused) {
    (void)unused;
    uint32_t seed = 11, moved = 0;
    for (int round = 0; round < 2000; round++) {
        MarginNote notes[8];
        size_t count = 1 + fake_random(&seed) % 8;
        Sp wish = 0;
        for (size_t i = 0; i < count; i++) {
            wish = sp_min(wish + SP(7) * (fake_random(&seed) % 6), SP(133));
            notes[i] = (MarginNote){.wish = wish, .height = SP(1 + fake_random(&seed) % 50)};
        }
        size_t stay = margin_settle(notes, count, SP(140), SP(14));
        assert_true(stay >= 1);
        moved += stay < count;
        for (size_t i = 0; i < stay; i++) {
            assert_true(notes[i].top >= (i ? notes[i - 1].top + notes[i - 1].height : 0));
            assert_true(notes[i].top + notes[i].height <= SP(140));
            assert_int_equal((notes[i].top - notes[i].wish) % SP(14), 0);
        }
    }
    assert_true(moved > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_case),
        cmocka_unit_test(never_touching_never_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
