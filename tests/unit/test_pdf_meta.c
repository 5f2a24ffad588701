/* test_pdf_meta.c - XMP: well-formed whatever the title holds, and only the claims that were made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/pdf_meta.h"

static bool holds(Str text, const char *what) {
    return str_find(text, str_from(what), 0) != SIZE_MAX;
}

static void markup_in_texts_is_escaped(void **state) {
    (void)state;
    Arena *arena = arena_new(0);
    Str author = STR("A & B <c>");
    PdfInfo info = {.title = STR("T & <T> \x01 ]]>"),
                    .authors = &author,
                    .author_count = 1,
                    .time = 0,
                    .claim = PDF_A_2A};
    Str xmp = pdf_xmp(arena, &info);
    assert_true(holds(xmp, "x-default\">T &amp; &lt;T&gt;  ]]&gt;</rdf:li>"));
    assert_true(holds(xmp, "<rdf:li>A &amp; B &lt;c&gt;</rdf:li>"));
    assert_true(holds(xmp, "<xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>"));
    assert_true(str_starts(xmp, STR("<?xpacket begin=\"\xEF\xBB\xBF\" ")));
    arena_drop(arena);
}

static void only_claims_made_are_written(void **state) {
    (void)state;
    static const struct {
        PdfClaim claim;
        const char *conformance;
        bool is_accessible;
    } cases[] = {{PDF_A_NONE, NULL, false},
                 {PDF_A_2B, "<pdfaid:conformance>B<", false},
                 {PDF_A_2U, "<pdfaid:conformance>U<", false},
                 {PDF_A_2A, "<pdfaid:conformance>A<", true}};
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str xmp =
            pdf_xmp(arena, &(PdfInfo){.title = STR("T"), .time = -1, .claim = cases[i].claim});
        assert_int_equal(holds(xmp, "pdfaid:part"), cases[i].conformance != NULL);
        assert_true(!cases[i].conformance || holds(xmp, cases[i].conformance));
        assert_int_equal(holds(xmp, "pdfuaid"), cases[i].is_accessible);
        assert_int_equal(holds(xmp, "pdfaExtension"), cases[i].is_accessible);
        assert_false(holds(xmp, "CreateDate"));
    }
    arena_drop(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_in_texts_is_escaped),
        cmocka_unit_test(only_claims_made_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
