/* Character references. */
#include "read/entity.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct {
    const char *reference, *value;
} cases[] = {{"&AElig;", "\u00C6"},
             {"&zwnj;", "\u200C"},
             {"&zwj;", "\u200D"},
             {"&amp;", "&"},
             {"&semi;", ";"},
             {"&NotEqualTilde;", "\u2242\u0338"},
             {"&nosuch;", ""},
             {"&zzz;", ""},
             {"&A;", ""},
             {"&Aacute;", "\u00C1"},
             {"&#233;", "\u00E9"},
             {"&#xe9;", "\u00E9"},
             {"&#XE9;", "\u00E9"},
             {"&#0;", "\uFFFD"},
             {"&#xD800;", "\uFFFD"},
             {"&#99999999;", "\uFFFD"},
             {"&#x;", ""},
             {"&;", ""},
             {"&NewLine;", "\n"},
             {"&CounterClockwiseContourIntegral;", "\u2233"}};

static void test_decode(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[ENTITY_BYTES];
        size_t len = entity_decode(str_from(cases[i].reference), out);
        assert_int_equal(len, strlen(cases[i].value));
        assert_memory_equal(out, cases[i].value, len);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_decode)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
