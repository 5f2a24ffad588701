/* CSV: separators, quotation marks, line ends, byte order marks; every cell's place; what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "read/csv.h"

typedef struct Case {
    const char *what, *csv, *expected;
} Case;

/* Rows end in "/"; a cell is [value]LINE:COLUMN of its first byte, an empty one only []. */
static const Case cases[] = {
    {"rows", "a,b\nc,d\n", "[a]1:1[b]1:3/[c]2:1[d]2:3/"},
    {"no line end", "a,b\nc,d", "[a]1:1[b]1:3/[c]2:1[d]2:3/"},
    {"CR LF and a byte order mark",
     "\xEF\xBB\xBF"
     "a,b\r\nc,d\r\n",
     "[a]1:1[b]1:3/[c]2:1[d]2:3/"},
    {"empty cells and lines", "a,,b\n\n,\n  \nc,d,e\n", "[a]1:1[][b]1:4/[][]/[c]5:1[d]5:3[e]5:5/"},
    {"blanks", " a b ,\tc\n", "[a b]1:2[c]1:8/"},
    {"quotation marks", "\"a\",\"b,c\"\n\"d\ne\",\"\"\n", "[a]1:2[b,c]1:6/[d\ne]2:2[]/"},
    {"doubled ones", "\"say \"\"yes\"\"!\",b\n", "[say \"yes\"!]1:2[b]1:16/"},
    {"semicolons", "a;b,c;d\n1,5;2;3\n", "[a]1:1[b,c]1:3[d]1:7/[1,5]2:1[2]2:5[3]2:7/"},
    {"tabs", "a\t\tb c\nd\te\tf\n", "[a]1:1[][b c]1:4/[d]2:1[e]2:3[f]2:5/"},
    {"one column", "a\nb;\n", "[a]1:1/[b;]2:1/"},
    {"letters of several bytes", "é,ü\n", "[é]1:1[ü]1:3/"},
    {"a mark inside", "a,5\" pipe\n",
     "t.csv:1:4: error[E0101]: row 1: a quotation mark that does not open or close a cell\n"
     "    1 | a,5\" pipe\n"
     "      |    ^ put the whole cell in quotation marks and double those inside it\n"},
    {"no end", "a,b\nc,\"d\ne\n",
     "t.csv:2:3: error[E0101]: row 2: this cell does not end\n"
     "    2 | c,\"d\n"
     "      |   ^ close the cell with a quotation mark\n"},
    {"not UTF-8",
     "a\nMontr\xE9"
     "al\n",
     NULL},
    {"nothing", "\n\n", "t.csv:1:1: error[E0107]: this file has no rows\n    1 | \n      | ^\n"},
};

static void print_cell(const Sources *sources, const Node *cell, Buf *out) {
    buf_print(out, "[%.*s]", STR_ARG(cell->text));
    if (!cell->text.len) return;
    Place place = source_place(sources, node_text_span(cell, 0, 1));
    buf_print(out, "%u:%u", place.line, place.column);
}

static void run(const Case *trial) {
    Job job = {.arena = arena_new(0), .scratch = arena_new(0), .limits = LIMITS_DEFAULT};
    Sources sources = {.arena = job.arena};
    job.sources = &sources;
    job.diags = diag_new(job.arena);
    Node *rows = csv_parse_source(&job, source_add(&sources, STR("t.csv"), str_from(trial->csv)));
    Buf out = buf_new(job.arena);
    for (size_t r = 0; rows && r < rows->count; r++) {
        for (size_t i = 0; i < rows->items[r]->count; i++)
            print_cell(&sources, rows->items[r]->items[i], &out);
        buf_add_char(&out, '/');
    }
    diag_print(job.diags, &sources, &out);
    buf_add_char(&out, 0);
    if (!trial->expected)
        assert_int_equal(job.diags->list.at[0].code, E_ENCODING);
    else if (strcmp(out.at, trial->expected) != 0)
        fail_msg("%s:\n%s", trial->what, out.at);
    assert_true((rows == NULL) == (job.diags->list.len == 1));
    arena_drop(job.scratch);
    arena_drop(job.arena);
}

static void files_are_read(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) run(&cases[i]);
}

/* Every byte of a value leads back to its own, behind doubled marks, too. */
static void places_are_exact(void **state) {
    (void)state;
    Job job = {.arena = arena_new(0), .scratch = arena_new(0), .limits = LIMITS_DEFAULT};
    Sources sources = {.arena = job.arena};
    job.sources = &sources;
    job.diags = diag_new(job.arena);
    static const char csv[] = "x,\"a\"\"b\"\"\"\"c\"\n";
    Node *rows = csv_parse_source(&job, source_add(&sources, STR("t.csv"), str_from(csv)));
    const Node *cell = rows->items[0]->items[1];
    assert_true(str_is(cell->text, "a\"b\"\"c"));
    for (size_t i = 0; i < cell->text.len; i++) {
        Span span = node_text_span(cell, i, i + 1);
        assert_int_equal(csv[span.start], cell->text.at[i]);
    }
    assert_int_equal(node_text_span(cell, 5, 6).start, 11);
    assert_int_equal(job.diags->list.len, 0);
    arena_drop(job.scratch);
    arena_drop(job.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(files_are_read),
                                       cmocka_unit_test(places_are_exact)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
