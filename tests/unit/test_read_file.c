/* node_read_file(): paths, the root folder, limits, what is said of a file that cannot be read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "read/node.h"

typedef struct Fixture {
    Job job;
    Sources sources;
    char folder[32];
} Fixture;

static Str path_of(Fixture *fixture, const char *name) {
    return str_format(fixture->job.arena, "%s/%s", fixture->folder, name);
}

static void write_file(Fixture *fixture, const char *name, const char *text) {
    FILE *file = fopen(path_of(fixture, name).at, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static int open_fixture(void **state) {
    Fixture *fixture = calloc(1, sizeof *fixture);
    Job *job = &fixture->job;
    *job = (Job){.arena = arena_new(0), .scratch = arena_new(0), .limits = LIMITS_DEFAULT};
    job->sources = &fixture->sources;
    job->sources->arena = job->arena;
    job->diags = diag_new(job->arena);
    strcpy(fixture->folder, "/tmp/dossier-read-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    assert_int_equal(mkdir(path_of(fixture, "in").at, 0700), 0);
    write_file(fixture, "out.yaml", "a: outside\n");
    write_file(fixture, "in/main.yaml", "a: main\n");
    write_file(fixture, "in/more.yaml", "a: more\n");
    assert_int_equal(symlink("../out.yaml", path_of(fixture, "in/link.yaml").at), 0);
    *state = fixture;
    return 0;
}

static int close_fixture(void **state) {
    static const char *const names[] = {"out.yaml", "in/main.yaml", "in/more.yaml", "in/link.yaml"};
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) unlink(path_of(fixture, names[i]).at);
    rmdir(path_of(fixture, "in").at);
    rmdir(fixture->folder);
    arena_drop(fixture->job.scratch);
    arena_drop(fixture->job.arena);
    free(fixture);
    return 0;
}

static Span open_main(Fixture *fixture) {
    uint32_t source = 0;
    assert_true(
        node_read_file(&fixture->job, path_of(fixture, "in/main.yaml"), (Span){0}, &source));
    return span_of(source, 3, 7);
}

static void expect_one(Fixture *fixture, Code code, Span from) {
    Diags *diags = fixture->job.diags;
    assert_int_equal(diags->list.len, 1);
    assert_string_equal(diag_code(diags->list.at[0].code)->number, diag_code(code)->number);
    assert_int_equal(diags->list.at[0].span.source, from.source);
    diags->list.len = diags->errors = 0;
}

static void a_path_is_relative_to_the_file_that_names_it(void **state) {
    Fixture *fixture = *state;
    Span from = open_main(fixture);
    uint32_t source = 0;
    assert_true(node_read_file(&fixture->job, STR("more.yaml"), from, &source));
    assert_true(str_is(source_find(&fixture->sources, source)->bytes, "a: more\n"));
    assert_true(node_read_file(&fixture->job, STR("../out.yaml"), from, &source));
    assert_int_equal(fixture->job.diags->list.len, 0);
}

static void the_root_holds(void **state) {
    Fixture *fixture = *state;
    Span from = open_main(fixture);
    uint32_t source = 0;
    fixture->job.root = path_of(fixture, "in");
    assert_true(node_read_file(&fixture->job, STR("../in/more.yaml"), from, &source));
    assert_false(node_read_file(&fixture->job, STR("../out.yaml"), from, &source));
    expect_one(fixture, E_OUTSIDE_ROOT, from);
    assert_false(node_read_file(&fixture->job, STR("link.yaml"), from, &source));
    expect_one(fixture, E_OUTSIDE_ROOT, from);
    assert_false(node_read_file(&fixture->job, STR("/etc/passwd"), from, &source));
    expect_one(fixture, E_OUTSIDE_ROOT, from);
    assert_true(node_read_file(&fixture->job, path_of(fixture, "out.yaml"), (Span){0}, &source));
    assert_int_equal(fixture->job.diags->list.len, 0);
}

static void what_cannot_be_read_is_reported(void **state) {
    Fixture *fixture = *state;
    Span from = open_main(fixture);
    uint32_t source = 0;
    assert_false(node_read_file(&fixture->job, STR("none.yaml"), from, &source));
    expect_one(fixture, E_CANNOT_READ, from);
    assert_false(node_read_file(&fixture->job, path_of(fixture, "in"), (Span){0}, &source));
    expect_one(fixture, E_CANNOT_READ, (Span){0});
    fixture->job.limits.file_bytes = 4;
    assert_false(node_read_file(&fixture->job, STR("more.yaml"), from, &source));
    expect_one(fixture, E_FILE_TOO_LARGE, from);
    assert_false(node_read_file(&fixture->job, STR("/dev/zero"), (Span){0}, &source));
    expect_one(fixture, E_FILE_TOO_LARGE, (Span){0});
    assert_false(node_read_file(&fixture->job, STR("/dev/zero"), from, &source));
    expect_one(fixture, E_CANNOT_READ, from);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_path_is_relative_to_the_file_that_names_it, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(the_root_holds, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_is_reported, open_fixture,
                                        close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
