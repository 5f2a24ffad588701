/* Where PDFs go, and how diagnostics are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/output.c"
#include "cli/report.c"

static int enter_folder(void **state) {
    static char folder[] = "/tmp/dossier-cli-XXXXXX";
    *state = mkdtemp(folder);
    if (!*state || chdir(folder) != 0) return -1;
    mkdir("in", 0777);
    mkdir("out", 0777);
    static const char *const files[] = {"a.yaml", "b.yaml", "in/a.yaml", "plain"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        FILE *file = fopen(files[i], "w");
        if (!file || fclose(file) != 0) return -1;
    }
    return 0;
}

static int leave_folder(void **state) {
    static const char *const made[] = {"a.yaml", "b.yaml", "in/a.yaml", "plain", "in",
                                       "out",    "new",    "deep/er",   "deep"};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) remove(made[i]);
    return chdir("/") == 0 ? rmdir(*state) : -1;
}

typedef struct OutputCase {
    const char *first, *second, *output;
    int dump, status;
    const char *becomes, *also, *says;
} OutputCase;

static const OutputCase output_cases[] = {
    {"a.yaml", NULL, NULL, 0, 0, "a.pdf", NULL, ""},
    {"in/a.yaml", NULL, NULL, 0, 0, "a.pdf", NULL, ""},
    {"plain", NULL, NULL, 0, 0, "plain.pdf", NULL, ""},
    {"a.yaml", NULL, "x.pdf", 0, 0, "x.pdf", NULL, ""},
    {"a.yaml", NULL, "-", 0, 0, "-", NULL, ""},
    {"a.yaml", NULL, "out", 0, 0, "out/a.pdf", NULL, ""},
    {"a.yaml", NULL, "out/", 0, 0, "out/a.pdf", NULL, ""},
    {"-", NULL, NULL, 0, 0, "-", NULL, ""},
    {"-", NULL, "x.pdf", 0, 0, "x.pdf", NULL, ""},
    {"a.yaml", NULL, NULL, DOSSIER_STAGE_NODE, 0, "-", NULL, ""},
    {"a.yaml", "b.yaml", NULL, 0, 0, "a.pdf", "b.pdf", ""},
    {"a.yaml", "b.yaml", "new", 0, 0, "new/a.pdf", "new/b.pdf", ""},
    {"a.yaml", "in/a.yaml", NULL, 0, 2, NULL, NULL, "a.yaml and in/a.yaml would both become a.pdf"},
    {"a.yaml", "b.yaml", "plain", 0, 2, NULL, NULL,
     "plain is a file; with several inputs -o is a folder"},
    {"a.yaml", "b.yaml", "-", 0, 2, NULL, NULL,
     "standard output holds one PDF; with several inputs -o is a folder"},
    {"a.yaml", "-", NULL, 0, 2, NULL, NULL,
     "standard output holds one PDF; with several inputs -o is a folder"},
    {"-", NULL, "out", 0, 2, NULL, NULL, "standard input has no name for a file in out"},
    {"a.yaml", NULL, "./a.yaml", 0, 2, NULL, NULL, "a.yaml would be written over itself"},
    {"in", NULL, NULL, 0, 2, NULL, NULL, "in is a folder; name its files: in/*.yaml"},
    {"none.yaml", NULL, NULL, 0, 0, "none.pdf", NULL, ""},
    {"a.yaml", NULL, "plain/", 0, 2, NULL, NULL, "plain/ is a file, not a folder"},
    {"a.yaml", "b.yaml", "all.pdf", 0, 2, NULL, NULL,
     "several inputs make several PDFs; name a folder for them: -o all/"},
    {"a.yaml", "b.yaml", "deep/er", 0, 0, "deep/er/a.pdf", "deep/er/b.pdf", ""},
    {"a.yaml", "b.yaml", "/dev/null/x", 0, 2, NULL, NULL,
     "/dev/null/x is a file; with several inputs -o is a folder"},
    {"a.yaml", "b.yaml", "/proc/x", 0, 3, NULL, NULL,
     "cannot make the folder /proc/x: No such file or directory; choose another with -o"},
};

static void check_case(const OutputCase *row) {
    const char *inputs[] = {row->first, row->second};
    Arguments arguments = {.command = COMMAND_RENDER, .output = row->output, .dump = row->dump};
    arguments.inputs = (Words){inputs, row->second ? 2 : 1};
    char said[256] = {0}, expected[256] = {0};
    FILE *errors = fmemopen(said, sizeof said, "w");
    Outputs outputs = {0};
    assert_int_equal(outputs_choose(&arguments, &outputs, errors), row->status);
    fclose(errors);
    if (row->says[0]) snprintf(expected, sizeof expected, "dossier: %s\n", row->says);
    assert_string_equal(said, expected);
    if (row->becomes) assert_string_equal(outputs.at[0], row->becomes);
    if (row->also) assert_string_equal(outputs.at[1], row->also);
    outputs_drop(&outputs);
}

static void outputs_follow_the_rules(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof output_cases / sizeof *output_cases; i++)
        check_case(&output_cases[i]);
}

static const DossierDiagnostic wrong_key = {DOSSIER_ERROR,
                                            "E0102",
                                            "a.yaml",
                                            14,
                                            3,
                                            5,
                                            "unknown key \"titel\"",
                                            "did you mean\n\"title\"?",
                                            "\xc3\xa9\t\x1b"
                                            "titel\xc2\x9b"};

static void people_read(void **state) {
    (void)state;
    char text[1024] = {0};
    FILE *out = fmemopen(text, sizeof text, "w");
    report_human(&wrong_key, false, out);
    fclose(out);
    assert_string_equal(text, "a.yaml:14:3: error[E0102]: unknown key \"titel\"\n"
                              "   14 | \xc3\xa9\t?titel?\n"
                              "      |  \t^^^^^ did you mean\n"
                              "      |  \t      \"title\"?\n");
}

static void placeless_ones_have_their_hint_below(void **state) {
    (void)state;
    DossierDiagnostic diagnostic = {DOSSIER_WARNING, "W0602",      "", 0, 0, 0,
                                    "page break",    "shorten it", ""};
    char text[1024] = {0};
    FILE *out = fmemopen(text, sizeof text, "w");
    report_human(&diagnostic, true, out);
    fclose(out);
    assert_string_equal(text, "\033[1;33mwarning[W0602]\033[0m: page break\n"
                              "      = \033[36mshorten it\033[0m\n");
}

static void programs_read(void **state) {
    (void)state;
    char text[1024] = {0};
    FILE *out = fmemopen(text, sizeof text, "w");
    report_json(&wrong_key, out);
    fclose(out);
    assert_string_equal(
        text, "{\"severity\":\"error\",\"code\":\"E0102\",\"file\":\"a.yaml\",\"line\":14,"
              "\"column\":3,\"length\":5,\"source\":\"\xc3\xa9\\t\\u001btitel\xc2\x9b\","
              "\"message\":\"unknown key \\\"titel\\\"\",\"hint\":\"did you mean\\n"
              "\\\"title\\\"?\"}\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(outputs_follow_the_rules, enter_folder, leave_folder),
        cmocka_unit_test(people_read),
        cmocka_unit_test(placeless_ones_have_their_hint_below),
        cmocka_unit_test(programs_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
