/* Outputs: a file whole or not at all, devices straight, failures said once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "run/output.h"

typedef struct Fixture {
    Job job;
    Sources sources;
    char folder[32];
} Fixture;

static int fixture_open(void **state) {
    Fixture *fixture = calloc(1, sizeof *fixture);
    Job *job = &fixture->job;
    *job = (Job){.arena = arena_new(0), .scratch = arena_new(0), .limits = LIMITS_DEFAULT};
    fixture->sources.arena = job->arena;
    job->sources = &fixture->sources;
    job->diags = diag_new(job->arena);
    strcpy(fixture->folder, "/tmp/dossier-run-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    *state = fixture;
    return 0;
}

static Str path_of(Fixture *fixture, const char *name) {
    return str_format(fixture->job.arena, "%s/%s", fixture->folder, name);
}

static int fixture_close(void **state) {
    static const char *const names[] = {"out.pdf", "link.pdf", "dir"};
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) remove(path_of(fixture, names[i]).at);
    assert_int_equal(rmdir(fixture->folder), 0); /* no staging file is left behind */
    arena_drop(fixture->job.scratch);
    arena_drop(fixture->job.arena);
    free(fixture);
    return 0;
}

static void put(Fixture *fixture, const char *name, const char *text) {
    FILE *file = fopen(path_of(fixture, name).at, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void assert_holds(Fixture *fixture, const char *name, const char *expected) {
    char text[64] = "";
    FILE *file = fopen(path_of(fixture, name).at, "rb");
    assert_non_null(file);
    size_t size = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[size] = '\0';
    assert_string_equal(text, expected);
}

static int count_files(const Fixture *fixture) {
    int count = -2; /* . and .. */
    DIR *folder = opendir(fixture->folder);
    while (readdir(folder)) count++;
    closedir(folder);
    return count;
}

static void expect_errors(const Fixture *fixture, size_t count) {
    assert_int_equal(fixture->job.diags->list.len, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(fixture->job.diags->list.at[i].code, E_CANNOT_WRITE);
}

static void a_file_appears_when_it_is_closed(void **state) {
    Fixture *fixture = *state;
    Output output;
    put(fixture, "out.pdf", "old");
    assert_int_equal(chmod(path_of(fixture, "out.pdf").at, 0640), 0);
    assert_true(output_open(&output, &fixture->job, path_of(fixture, "out.pdf")));
    assert_true(output_write(&output, "ne", 2) && output_write(&output, "w", 1));
    assert_holds(fixture, "out.pdf", "old");
    assert_true(output_close(&output));
    assert_holds(fixture, "out.pdf", "new");
    assert_int_equal(output.bytes, 3);
    struct stat there;
    assert_int_equal(stat(path_of(fixture, "out.pdf").at, &there), 0);
    assert_int_equal(there.st_mode & 07777, 0640);
    assert_int_equal(count_files(fixture), 1);
    expect_errors(fixture, 0);
}

static void what_is_given_up_leaves_the_old_file(void **state) {
    Fixture *fixture = *state;
    Output output;
    put(fixture, "out.pdf", "old");
    assert_true(output_open(&output, &fixture->job, path_of(fixture, "out.pdf")));
    assert_int_equal(count_files(fixture), 2);
    assert_true(output_write(&output, "new", 3));
    output_abandon(&output);
    assert_holds(fixture, "out.pdf", "old");
    assert_int_equal(count_files(fixture), 1);
    expect_errors(fixture, 0);
}

static void a_cancelled_run_leaves_nothing(void **state) {
    Fixture *fixture = *state;
    volatile int cancel = 0;
    Output output;
    fixture->job.cancel = &cancel;
    assert_true(output_open(&output, &fixture->job, path_of(fixture, "out.pdf")));
    assert_true(output_write(&output, "new", 3));
    cancel = 1;
    assert_false(output_write(&output, "new", 3));
    assert_false(output_close(&output));
    assert_int_equal(count_files(fixture), 0);
    expect_errors(fixture, 0);
}

static void a_link_stays_and_its_file_is_replaced(void **state) {
    Fixture *fixture = *state;
    Output output;
    struct stat there;
    put(fixture, "out.pdf", "old");
    assert_int_equal(symlink("out.pdf", path_of(fixture, "link.pdf").at), 0);
    assert_true(output_open(&output, &fixture->job, path_of(fixture, "link.pdf")));
    assert_true(output_write(&output, "new", 3) && output_close(&output));
    assert_holds(fixture, "out.pdf", "new");
    assert_int_equal(lstat(path_of(fixture, "link.pdf").at, &there), 0);
    assert_true(S_ISLNK(there.st_mode));
    expect_errors(fixture, 0);
}

static void folders_and_missing_folders_are_refused(void **state) {
    Fixture *fixture = *state;
    Output output;
    assert_int_equal(mkdir(path_of(fixture, "dir").at, 0700), 0);
    assert_false(output_open(&output, &fixture->job, path_of(fixture, "dir")));
    assert_int_equal(output.error, EISDIR);
    expect_errors(fixture, 1);
    assert_false(output_open(&output, &fixture->job, path_of(fixture, "none/out.pdf")));
    assert_int_equal(output.error, ENOENT);
    expect_errors(fixture, 2);
}

static void a_full_device_is_told_once(void **state) {
    Fixture *fixture = *state;
    Output output;
    assert_true(output_open(&output, &fixture->job, STR("/dev/full")));
    assert_null(output.staging);
    assert_false(output_write(&output, "new", 3));
    assert_false(output_write(&output, "new", 3));
    assert_int_equal(output.bytes, 0);
    assert_false(output_close(&output));
    assert_int_equal(output.error, ENOSPC);
    expect_errors(fixture, 1);
}

typedef struct Taker {
    char text[8];
    size_t size, most;
} Taker;

static bool take(void *user, const void *bytes, size_t size) {
    Taker *taker = user;
    if (taker->size + size > taker->most) return false;
    memcpy(taker->text + taker->size, bytes, size);
    taker->size += size;
    return true;
}

static void a_function_takes_bytes_until_it_refuses(void **state) {
    Fixture *fixture = *state;
    Taker taker = {.most = 4};
    Output output;
    output_open_function(&output, &fixture->job, take, &taker);
    assert_true(output_write(&output, "one", 3));
    assert_true(output_close(&output));
    assert_string_equal(taker.text, "one");
    expect_errors(fixture, 0);
    output_open_function(&output, &fixture->job, take, &taker);
    assert_false(output_write(&output, "two", 3));
    assert_false(output_close(&output));
    expect_errors(fixture, 1);
}

#define RUN_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)

int main(void) {
    const struct CMUnitTest tests[] = {RUN_TEST(a_file_appears_when_it_is_closed),
                                       RUN_TEST(what_is_given_up_leaves_the_old_file),
                                       RUN_TEST(a_cancelled_run_leaves_nothing),
                                       RUN_TEST(a_link_stays_and_its_file_is_replaced),
                                       RUN_TEST(folders_and_missing_folders_are_refused),
                                       RUN_TEST(a_full_device_is_told_once),
                                       RUN_TEST(a_function_takes_bytes_until_it_refuses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
