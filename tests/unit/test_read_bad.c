/* tests/bad/yaml-*.yaml in; their diagnostics must be those that the file itself expects, in comments at its end:
 * `#! LINE:COLUMN CODE message | hint`, a hint's further lines behind \n. ACCEPT=1 writes them anew. */
#include "model_fixture.h"

#include <dirent.h>

static Str read_whole(Arena *arena, const char *path) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    Buf bytes = buf_new(arena);
    for (size_t got = 1; got > 0; bytes.len += got)
        got = fread(buf_reserve(&bytes, 4096), 1, 4096, file);
    fclose(file);
    return buf_str(&bytes);
}

static void add_escaped(Buf *out, Str s) {
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '\n')
            buf_add(out, STR("\\n"));
        else
            buf_add_char(out, s.at[i]);
    }
}

static Str found_in(const Job *job) {
    Buf out = buf_new(job->arena);
    diag_sort(job->diags);
    for (size_t i = 0; i < job->diags->list.len; i++) {
        const Diag *diag = &job->diags->list.at[i];
        Place place = source_place(job->sources, diag->span);
        buf_print(&out, "#! %u:%u %s %.*s", place.line, place.column, diag_code(diag->code)->number,
                  STR_ARG(diag->message));
        if (diag->hint.len) buf_add(&out, STR(" | "));
        add_escaped(&out, diag->hint);
        buf_add_char(&out, '\n');
    }
    return buf_str(&out);
}

static size_t comments_start(Str bytes) {
    if (str_starts(bytes, STR("#! "))) return 0;
    size_t at = str_find(bytes, STR("\n#! "), 0);
    return at == SIZE_MAX ? bytes.len : at + 1;
}

static void accept(const char *path, Str bytes, Str found) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(bytes.at, 1, comments_start(bytes), file);
    fwrite(found.at, 1, found.len, file);
    assert_int_equal(fclose(file), 0);
}

static bool check_file(const char *path) {
    Fixture *fixture;
    fixture_open((void **)&fixture);
    Job *job = &fixture->job;
    Str bytes = read_whole(job->arena, path);
    model_read(job, str_from(path), fake_kinds, (ModelOptions){0});
    Str found = found_in(job);
    Str wanted = str_slice(bytes, comments_start(bytes), bytes.len);
    bool is_good = str_equal(found, wanted) && found.len;
    if (getenv("ACCEPT"))
        accept(path, bytes, found);
    else if (!is_good)
        print_error("%s\nwanted:\n%.*sfound:\n%.*s", path, STR_ARG(wanted), STR_ARG(found));
    fixture_close((void **)&fixture);
    return is_good || getenv("ACCEPT");
}

static int is_yaml(const struct dirent *entry) {
    size_t length = strlen(entry->d_name);
    return length > 10 && !strncmp(entry->d_name, "yaml-", 5) &&
           !strcmp(entry->d_name + length - 5, ".yaml");
}

static void every_file_gives_what_it_expects(void **state) {
    (void)state;
    struct dirent **names;
    int count = scandir(TEST_SOURCE_DIR "/tests/bad", &names, is_yaml, alphasort), failures = 0;
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        char path[1024];
        snprintf(path, sizeof path, TEST_SOURCE_DIR "/tests/bad/%s", names[i]->d_name);
        failures += !check_file(path);
        free(names[i]);
    }
    free(names);
    assert_int_equal(failures, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_file_gives_what_it_expects)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
