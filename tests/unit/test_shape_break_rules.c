/* Line break opportunities: plain cases, and random text against ICU's rules (through the module). */
#include <dlfcn.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shape/break_rules.h"
#include "shape/unicode.h"
#include "shape/unicode_module.h"

enum { LONGEST = 64, RANDOM_TEXTS = 100000 };

static void apply(const uint32_t *text, size_t count, uint8_t *breaks) {
    TextChar chars[LONGEST] = {0};
    for (size_t i = 0; i < count; i++) {
        chars[i].code_point = text[i];
        chars[i].line_class = (uint8_t)unicode_line_class(text[i]);
    }
    break_rules_apply(chars, count);
    for (size_t i = 0; i < count; i++) breaks[i] = chars[i].break_before;
}

static void print_text(const uint32_t *text, size_t count, const uint8_t *breaks) {
    for (size_t i = 0; i < count; i++)
        fprintf(stderr, "%s U+%04X(%d)", breaks[i] ? " |" : "", (unsigned)text[i],
                (int)unicode_line_class(text[i]));
    fputc('\n', stderr);
}

static void marks(const char *text, const char *expected) {
    uint32_t code_points[LONGEST] = {0};
    uint8_t breaks[LONGEST] = {0};
    char got[LONGEST * 2];
    size_t count = strlen(text), len = 0;
    for (size_t i = 0; i < count; i++) code_points[i] = (unsigned char)text[i];
    apply(code_points, count, breaks);
    for (size_t i = 0; i < count; i++) {
        if (breaks[i]) got[len++] = '|';
        got[len++] = text[i];
    }
    got[len] = 0;
    assert_string_equal(got, expected);
}

static void common_text_breaks_where_one_expects(void **state) {
    (void)state;
    marks("over 150 mayors (city leaders), $3.50!", "over |150 |mayors |(city |leaders), |$3.50!");
    marks("well-known -5 10-11 a/b", "well-|known |-5 |10-11 |a/|b");
    marks("1,234.56 km 50% -foo x", "1,234.56 |km |50% |-foo |x");
    marks("one\ntwo", "one\n|two");
}

/* A class of text that the own rules serve, weighted so that every class comes up. */
static uint32_t random_char(unsigned *seed) {
    static const uint32_t special[] = {
        ' ',    ' ',    ' ',    '-',    '-',    0x2010, 0x2013, 0x2014, '(',    ')',    '[',
        ']',    '"',    '\'',   0x2018, 0x2019, 0x201C, 0x201D, 0xAB,   0xBB,   '.',    ',',
        ':',    ';',    '!',    '?',    '/',    '%',    '$',    0x20AC, 0xA3,   '+',    '1',
        '2',    '0',    '9',    'a',    'b',    'Z',    0xE9,   0x301,  0x300,  0xA0,   0x202F,
        0x200B, 0x2060, 0x200D, 0xAD,   0x2026, 0x2024, '\n',   0x2028, '\r',   0x85,   '{',
        '}',    0xA1,   0xBF,   0x3B1,  0x416,  0x2116, 0xB0,   0x2030, 0x203C, 0x2190, '\t',
        0x2009, 0x200A, '|',    '*',    '&',    '#',    '@',    '_',    '=',    0xB4,   0x2C8,
        0xFEFF, 0xFFFC, 0x2E3A, 0x203D,
    };
    *seed = *seed * 1664525u + 1013904223u;
    unsigned roll = *seed >> 8;
    if (roll % 16) return special[(roll / 16) % (sizeof special / sizeof special[0])];
    uint32_t c = (roll / 16) % 0x2C00;
    return unicode_line_class(c) == LB_OTHER ? 'x' : c;
}

static void own_rules_equal_icu(void **state) {
    (void)state;
    void *library = dlopen(TEST_BUILD_DIR "/lib/dossier/" UNICODE_MODULE_FILE, RTLD_NOW);
    if (!library) skip();
    UnicodeBreaks *icu;
    void *symbol = dlsym(library, UNICODE_MODULE_BREAKS);
    assert_non_null(symbol);
    memcpy(&icu, &symbol, sizeof icu);
    unsigned seed = 1, wrong = 0;
    for (unsigned round = 0; round < RANDOM_TEXTS; round++) {
        uint32_t text[LONGEST] = {0};
        uint8_t own[LONGEST] = {0}, theirs[LONGEST] = {0};
        size_t count = 2 + round % 9;
        for (size_t i = 0; i < count; i++) text[i] = random_char(&seed);
        apply(text, count, own);
        assert_int_equal(icu(text, count, "en", theirs), 0);
        if (memcmp(own, theirs, count) == 0) continue;
        if (wrong++ < 20) {
            print_text(text, count, own);
            print_text(text, count, theirs);
        }
    }
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(common_text_breaks_where_one_expects),
        cmocka_unit_test(own_rules_equal_icu),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
