/* test_block_address.c - addresses for readers of paper: what they need to type, and no more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "block/address.h"

static const struct {
    const char *url;
    size_t longest;
    const char *printed;
} cases[] = {
    {"https://www.example.org/", 0, "example.org"},
    {"http://example.org", 0, "example.org"},
    {"HTTPS://WWW.Example.org/News", 0, "Example.org/News"},
    {"www.example.org/", 0, "example.org"},
    {"https://example.org/news/", 0, "example.org/news"},
    {"https://example.org/?q=a/", 0, "example.org/?q=a"},
    {"ftp://example.org/files/", 0, "ftp://example.org/files/"},
    {"mailto:a@example.org", 0, "a@example.org"},
    {"mailto:a@example.org?subject=Forum", 0, "a@example.org"},
    {"tel:+212537000000", 0, "+212537000000"},
    {"a@example.org", 0, "a@example.org"},
    /* Nothing would be left. */
    {"https://", 0, "https://"},
    {"https://www.", 0, "www."},
    {"mailto:", 0, "mailto:"},
    {"/", 0, "/"},
    {"", 0, ""},
    /* Too long: host and end stay, from the beginning of a part. */
    {"https://example.org/one/two", 19, "example.org/one/two"},
    {"https://example.org/one/two/three/four/five", 30, "example.org/…/three/four/five"},
    {"https://example.org/one/two/three/four/five", 35, "example.org/one/two/three/four/five"},
    {"https://example.org/0123456789012345678901234567890123456789", 24,
     "example.org/…90123456789"},
    {"https://example.org/ééééééééééééééééééééé", 16, "example.org/…ééé"},
    {"https://a-host-of-some-length.example.org/x", 20, "a-host-of-some-length.example.org/x"},
};

static void addresses_are_short_and_whole(void **state) {
    Arena *arena = arena_new(0);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str printed = address_short(arena, str_from(cases[i].url), cases[i].longest);
        assert_string_equal(str_copy(arena, printed).at, cases[i].printed);
        if (cases[i].longest && str_find(printed, STR("…"), 0) < printed.len)
            assert_true(utf8_count(printed) <= cases[i].longest);
    }
    arena_drop(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(addresses_are_short_and_whole)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
