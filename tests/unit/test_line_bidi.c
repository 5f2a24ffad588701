/* test_line_bidi.c - visual order from levels: the examples of UAX #9, section 3.4. */
#include "line_fake.h"

static void orders_levels(void **unused) {
    (void)unused;
    static const struct {
        const char *levels, *order;
    } cases[] = {
        {"", ""},
        {"0", "0"},
        {"000", "012"},
        {"111", "210"},
        {"00111", "01432"},
        {"0110110", "0213546"},
        {"10001", "01234"},
        {"11222", "23410"}, /* a left-to-right word at the end of a right-to-left line */
        {"22211", "43012"},
        {"0011220", "0145326"}, /* a number inside right-to-left text */
        {"12121", "43210"},
        {"1233211", "6513240"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint8_t levels[16];
        uint32_t order[16], count = (uint32_t)strlen(cases[i].levels);
        char text[17] = "";
        for (uint32_t k = 0; k < count; k++) levels[k] = (uint8_t)(cases[i].levels[k] - '0');
        bidi_reorder(levels, count, order);
        for (uint32_t k = 0; k < count; k++) text[k] = (char)('0' + order[k]);
        assert_string_equal(text, cases[i].order);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(orders_levels)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
