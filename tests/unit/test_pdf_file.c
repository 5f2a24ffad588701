/* test_pdf_file.c - a two-page sample as a whole file; kept in TEST_BUILD_DIR/pdf_sample/ for
 * tests/suite/pdf_sample.sh, where readers we did not write look at it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "unit/pdf_sample.h"

static void save(const char *name, Str file) {
    mkdir(TEST_BUILD_DIR "/pdf_sample", 0777);
    char path[1024];
    snprintf(path, sizeof path, "%s/pdf_sample/%s.pdf", TEST_BUILD_DIR, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(file.at, 1, file.len, out), file.len);
    assert_int_equal(fclose(out), 0);
}

static void every_claim_is_written(void **state) {
    (void)state;
    static const char *const names[] = {
        [PDF_A_NONE] = "none", [PDF_A_2B] = "2b", [PDF_A_2U] = "2u", [PDF_A_2A] = "2a"};
    for (PdfClaim claim = PDF_A_NONE; claim <= PDF_A_2A; claim++) {
        Sample sample = sample_open();
        sample_build(&sample);
        Str file = sample_write(&sample, claim);
        assert_true(file.len > 0);
        assert_int_equal(sample.job.diags->list.len, 0);
        save(names[claim], file);
        sample_drop(&sample);
    }
}

static void the_same_pages_give_the_same_bytes(void **state) {
    (void)state;
    Sample one = sample_open(), other = sample_open();
    sample_build(&one);
    arena_alloc(other.job.arena, 12345); /* other addresses */
    sample_build(&other);
    assert_true(str_equal(sample_write(&one, PDF_A_2A), sample_write(&other, PDF_A_2A)));
    sample_drop(&one);
    sample_drop(&other);
}

/* Several levels of the page tree, leaves of the parent tree and object streams. */
static void many_pages_are_written(void **state) {
    (void)state;
    Sample sample = sample_open();
    Tag *document = sample_tag(&sample, NULL, TAG_DOCUMENT);
    for (int i = 0; i < 140; i++) {
        sample_page(&sample, i < 2 ? "x" : "");
        sample_mark(&sample, str_format(sample.job.arena, "id%d", i).at, 1 + i % 3, "Page");
        Tag *text = sample_tag(&sample, document, i ? TAG_P : TAG_H1);
        sample_line(&sample, SP(10), &(SamplePart){.text = "one line", .owner = text}, 1);
    }
    Str file = sample_write(&sample, PDF_A_2A);
    assert_true(file.len > 0);
    assert_int_equal(sample.job.diags->list.len, 0);
    save("many", file);
    sample_drop(&sample);
}

static void a_page_too_large_passes_a_limit(void **state) {
    (void)state;
    Sample sample = sample_open();
    sample_build(&sample);
    sample.pages.pages.at[1].width = SP(14401);
    assert_int_equal(sample_write(&sample, PDF_A_2A).len, 0);
    assert_int_equal(sample.job.diags->list.len, 1);
    assert_int_equal(sample.job.diags->list.at[0].code, E_PDF_LIMIT);
    sample_drop(&sample);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_claim_is_written),
        cmocka_unit_test(the_same_pages_give_the_same_bytes),
        cmocka_unit_test(many_pages_are_written),
        cmocka_unit_test(a_page_too_large_passes_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
