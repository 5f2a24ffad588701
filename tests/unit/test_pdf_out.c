/* test_pdf_out.c - the file writer: offsets in the cross-reference stream, object streams, failures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <libdeflate.h>

#include "pdf/pdf_out.h"

typedef struct Fixture {
    Job job;
    Buf file;
    size_t room; /* the sink refuses what goes past it */
} Fixture;

static bool keep(void *to, const void *bytes, size_t size) {
    Fixture *fixture = to;
    if (fixture->file.len + size > fixture->room) return false;
    buf_add(&fixture->file, (Str){bytes, size});
    return true;
}

static Fixture *fixture_open(void) {
    Arena *arena = arena_new(0);
    Fixture *fixture = ARENA_NEW(arena, Fixture);
    fixture->job = (Job){.arena = arena, .scratch = arena_new(0), .diags = diag_new(arena)};
    fixture->file = buf_new(arena);
    fixture->room = SIZE_MAX;
    return fixture;
}

static void fixture_drop(Fixture *fixture) {
    arena_drop(fixture->job.scratch);
    arena_drop(fixture->job.arena);
}

/* `dicts` small dictionaries and one stream of `stream` bytes. */
static bool write_objects(Fixture *fixture, unsigned dicts, size_t stream) {
    PdfOut *out = pdf_out_open(&fixture->job, (PdfSink){.write = keep, .to = fixture}, 6);
    assert_non_null(out);
    char *bytes = arena_alloc(fixture->job.arena, stream);
    for (size_t i = 0; i < stream; i++) bytes[i] = (char)(i * i >> 3);
    pdf_write_stream(out, pdf_reserve(out), STR("/Kind/Test"), (Str){bytes, stream}, PDF_PLAIN);
    for (unsigned i = 0; i < dicts; i++) pdf_write_dict(out, pdf_reserve(out), STR("/A 1"));
    pdf_write_dict(out, pdf_catalog_id(out), STR("/Type/Catalog"));
    pdf_write_dict(out, pdf_pages_id(out), STR("/Type/Pages/Count 0/Kids[]"));
    pdf_write_dict(out, pdf_info_id(out), STR("/Title(x)"));
    bool written = pdf_out_finish(out);
    pdf_out_drop(out);
    return written;
}

static size_t number_after(Str file, const char *key, size_t from) {
    size_t at = str_find(file, str_from(key), from);
    assert_true(at != SIZE_MAX);
    return strtoull(file.at + at + strlen(key), NULL, 10);
}

/* The cross-reference table, inflated: rows of 1 + 3 + 2 bytes. */
static const unsigned char *read_table(Fixture *fixture, Str file, size_t *rows) {
    size_t start = number_after(file, "startxref\n", 0);
    *rows = number_after(file, "/Size ", start);
    size_t len = number_after(file, "/Length ", start);
    assert_true(str_find(file, STR("/W[1 3 2]"), start) != SIZE_MAX);
    size_t stream = str_find(file, STR("\nstream\n"), start) + strlen("\nstream\n");
    unsigned char *table = arena_alloc(fixture->job.arena, 6 * *rows);
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    assert_int_equal(
        libdeflate_zlib_decompress(decompressor, file.at + stream, len, table, 6 * *rows, NULL),
        LIBDEFLATE_SUCCESS);
    libdeflate_free_decompressor(decompressor);
    return table;
}

static void every_offset_leads_to_its_object(void **state) {
    (void)state;
    Fixture *fixture = fixture_open();
    assert_true(write_objects(fixture, 450, 100000));
    Str file = buf_str(&fixture->file);
    size_t rows, in_streams = 0;
    const unsigned char *table = read_table(fixture, file, &rows);
    for (size_t id = 1; id < rows; id++) {
        const unsigned char *row = table + 6 * id;
        size_t where = (size_t)row[1] << 16 | (size_t)row[2] << 8 | row[3];
        if (row[0] == 2) {
            in_streams++;
            assert_int_equal(table[6 * where], 1);
            assert_true((row[4] << 8 | row[5]) < 200);
        } else {
            Str head = str_format(fixture->job.arena, "%zu 0 obj\n", id);
            assert_true(str_starts(str_slice(file, where, file.len), head));
        }
    }
    assert_int_equal(in_streams, 453);
    assert_true(str_starts(file, STR("%PDF-1.7\n%")));
    assert_true(str_ends(file, STR("%%EOF\n")));
    assert_int_equal(fixture->job.diags->list.len, 0);
    fixture_drop(fixture);
}

static void the_file_id_comes_from_the_bytes(void **state) {
    (void)state;
    Fixture *one = fixture_open(), *same = fixture_open(), *other = fixture_open();
    assert_true(write_objects(one, 3, 10) && write_objects(same, 3, 10));
    assert_true(write_objects(other, 3, 11));
    assert_true(str_equal(buf_str(&one->file), buf_str(&same->file)));
    size_t at = str_find(buf_str(&one->file), STR("/ID[<"), 0);
    size_t there = str_find(buf_str(&other->file), STR("/ID[<"), 0);
    assert_false(str_equal(str_slice(buf_str(&one->file), at, at + 37),
                           str_slice(buf_str(&other->file), there, there + 37)));
    fixture_drop(one);
    fixture_drop(same);
    fixture_drop(other);
}

static void a_sink_that_fails_makes_the_file_fail(void **state) {
    (void)state;
    for (size_t room = 0; room < 140000; room += 20000) {
        Fixture *fixture = fixture_open();
        fixture->room = room;
        assert_int_equal(write_objects(fixture, 10, 100000), room > 110000);
        assert_int_equal(fixture->job.diags->list.len, 0); /* the driver tells */
        fixture_drop(fixture);
    }
}

static void faults_are_reported(void **state) {
    (void)state;
    Fixture *fixture = fixture_open();
    PdfOut *out = pdf_out_open(&fixture->job, (PdfSink){.write = keep, .to = fixture}, 6);
    pdf_reserve(out); /* never written */
    assert_false(pdf_out_finish(out));
    pdf_out_drop(out);
    assert_int_equal(fixture->job.diags->list.len, 1);
    assert_int_equal(fixture->job.diags->list.at[0].code, E_BACKEND);
    fixture_drop(fixture);
}

static void long_strings_pass_a_limit(void **state) {
    (void)state;
    Fixture *fixture = fixture_open();
    PdfOut *out = pdf_out_open(&fixture->job, (PdfSink){.write = keep, .to = fixture}, 6);
    Buf buf = buf_new(fixture->job.arena);
    char *bytes = arena_alloc(fixture->job.arena, 32768);
    memset(bytes, 'x', 32768);
    pdf_add_text(out, &buf, (Str){bytes, 32767});
    assert_false(pdf_out_failed(out));
    pdf_add_text(out, &buf, (Str){bytes, 32768});
    assert_true(pdf_out_failed(out));
    pdf_out_drop(out);
    assert_int_equal(fixture->job.diags->list.len, 1);
    assert_int_equal(fixture->job.diags->list.at[0].code, E_PDF_LIMIT);
    fixture_drop(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_offset_leads_to_its_object),
        cmocka_unit_test(the_file_id_comes_from_the_bytes),
        cmocka_unit_test(a_sink_that_fails_makes_the_file_fail),
        cmocka_unit_test(faults_are_reported),
        cmocka_unit_test(long_strings_pass_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
