/* Every code has a number of its own, and its letter says how grave it is by default. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/diag.h"

static void numbers_are_unique(void **state) {
    (void)state;
    for (int a = 1; a < CODE_COUNT; a++) {
        for (int b = a + 1; b < CODE_COUNT; b++)
            assert_string_not_equal(diag_code((Code)a)->number, diag_code((Code)b)->number);
    }
}

static void letters_tell_the_severity(void **state) {
    (void)state;
    for (int i = 1; i < CODE_COUNT; i++) {
        const CodeInfo *info = diag_code((Code)i);
        assert_int_equal(info->number[0] == 'E', info->severity == SEVERITY_ERROR);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_are_unique),
                                       cmocka_unit_test(letters_tell_the_severity)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
