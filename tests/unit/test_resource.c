/* test_resource.c - the resources compiled in: order, lookup, and bytes equal to the files'. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libdeflate.h>

#include "base/resource.h"

static Str text(const char *s) { return (Str){s, strlen(s)}; }

static void names_are_sorted_and_each_is_found(void **state) {
    (void)state;
    char previous[256] = "";
    for (size_t i = 0; i < resource_count(); i++) {
        Str name, bytes, found = {NULL, 0};
        assert_true(resource_at(i, &name, &bytes));
        assert_int_equal(name.at[name.len], 0);
        assert_int_equal((uintptr_t)bytes.at % 16, 0);
        assert_int_equal(bytes.at[bytes.len], 0);
        assert_true(strcmp(previous, name.at) < 0);
        assert_true(resource_find(name, &found));
        assert_ptr_equal(found.at, bytes.at);
        assert_int_equal(found.len, bytes.len);
        snprintf(previous, sizeof previous, "%s", name.at);
    }
    Str name, bytes;
    assert_false(resource_at(resource_count(), &name, &bytes));
}

static void unknown_names_are_not_found(void **state) {
    (void)state;
    Str bytes = {NULL, 7};
    assert_false(resource_find(text(""), &bytes));
    assert_false(resource_find(text("icc/sRGB.ic"), &bytes));
    assert_false(resource_find(text("icc/sRGB.icc.zz"), &bytes));
    assert_false(resource_find(text("zzz"), &bytes));
    assert_int_equal(bytes.len, 7);
}

static void deflated_profile_is_the_profile(void **state) {
    (void)state;
    static char plain[1 << 16];
    Str profile, packed;
    size_t len = 0;
    assert_true(resource_find(text("icc/sRGB.icc"), &profile));
    assert_true(resource_find(text("icc/sRGB.icc.z"), &packed));
    struct libdeflate_decompressor *inflate = libdeflate_alloc_decompressor();
    assert_non_null(inflate);
    assert_int_equal(
        libdeflate_zlib_decompress(inflate, packed.at, packed.len, plain, sizeof plain, &len),
        LIBDEFLATE_SUCCESS);
    libdeflate_free_decompressor(inflate);
    assert_int_equal(len, profile.len);
    assert_memory_equal(plain, profile.at, len);
    assert_memory_equal(profile.at + 36, "acsp", 4);
}

static void font_is_the_file(void **state) {
    (void)state;
    Str font;
    assert_true(resource_find(text("fonts/SourceSerif4-Regular.ttf"), &font));
    FILE *file = fopen(TEST_SOURCE_DIR "/fonts/SourceSerif4-Regular.ttf", "rb");
    assert_non_null(file);
    char *bytes = malloc(font.len + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, font.len + 1, file), font.len);
    assert_memory_equal(bytes, font.at, font.len);
    free(bytes);
    fclose(file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_sorted_and_each_is_found),
        cmocka_unit_test(unknown_names_are_not_found),
        cmocka_unit_test(deflated_profile_is_the_profile),
        cmocka_unit_test(font_is_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
