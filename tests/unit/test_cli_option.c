/* Arguments of the command line: what is read, what is refused and how it is said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The program is no library: its files are taken as they are. */
#include "cli/help.c"
#include "cli/level.c"
#include "cli/nearest.c"
#include "cli/option.c"
#include "cli/parse.c"
#include "dossier.h"

#define WORDS_MAX 24

/* Splits at single spaces; `said` gets what was told, without its end of line. */
static bool read_line(const char *line, Arguments *arguments, char *said, size_t size) {
    static char words[512];
    char *argv[WORDS_MAX] = {(char *)(uintptr_t) "dossier"};
    int argc = 1;
    snprintf(words, sizeof words, "%s", line);
    for (char *word = strtok(words, " "); word && argc < WORDS_MAX; word = strtok(NULL, " "))
        argv[argc++] = word;
    memset(said, 0, size);
    FILE *errors = fmemopen(said, size, "w");
    bool is_good = arguments_read(argc, argv, arguments, errors);
    fclose(errors);
    said[strcspn(said, "\n")] = 0;
    return is_good;
}

static void mistakes_are_told_in_one_line(void **state) {
    (void)state;
    static const struct {
        const char *line, *said;
    } cases[] = {
        {"rendr a.yaml", "dossier: unknown command \"rendr\"; did you mean \"render\"?"},
        {"chekc a.yaml", "dossier: unknown command \"chekc\"; did you mean \"check\"?"},
        {"--layuot x a.yaml", "dossier: unknown option \"--layuot\"; did you mean \"--layout\"?"},
        {"--zebra a.yaml", "dossier: unknown option \"--zebra\"; `dossier --help` lists them"},
        {"-z a.yaml", "dossier: unknown option \"-z\"; `dossier --help` lists them"},
        {"--strict=yes a.yaml", "dossier: --strict takes no value"},
        {"a.yaml --lang", "dossier: --lang needs a value: --lang=TAG"},
        {"a.yaml --lang=", "dossier: --lang is empty; it needs a value: --lang=TAG"},
        {"a.yaml --lang en --lang fr", "dossier: --lang is given twice"},
        {"a.yaml --format=xml", "dossier: --format does not know \"xml\"; it takes human, json"},
        {"a.yaml --dump=pags", "dossier: --dump does not know \"pags\"; did you mean \"pages\"? it "
                               "takes node, model, style, runs, "
                               "lines, galley, pages"},
        {"batch a.yaml", "dossier: \"batch\" is neither a file nor a command; the commands are "
                         "render, check and status"},
        {"check a.yaml -o x", "dossier: --output does not apply to check"},
        {"render a.yaml --no-layout", "dossier: --no-layout does not apply to render"},
        {"a.yaml --limit-pixels=0",
         "dossier: --limit-pixels takes a whole number above 0, as 250M, not \"0\""},
        {"a.yaml --limit-pixels=-1",
         "dossier: --limit-pixels takes a whole number above 0, as 250M, not \"-1\""},
        {"a.yaml --limit-pixels=99999999999999999999",
         "dossier: --limit-pixels takes a whole number above 0, as 250M, not "
         "\"99999999999999999999\""},
        {"a.yaml --limit-pixels=2MB",
         "dossier: --limit-pixels takes a whole number above 0, as 250M, not \"2MB\""},
        {"render", "dossier: no file named; `dossier --help` shows examples"},
        {"--strict", "dossier: no file named; `dossier --help` shows examples"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arguments arguments;
        char said[256];
        assert_false(read_line(cases[i].line, &arguments, said, sizeof said));
        assert_string_equal(said, cases[i].said);
        arguments_drop(&arguments);
    }
}

static void good_lines_are_read(void **state) {
    (void)state;
    Arguments arguments;
    char said[256];
    assert_true(read_line(
        "a.yaml -o x.pdf --limit-pixels 2M --set a.b=1 --set=c=2 --pdfa 2b -qv --dump=lines -- -b",
        &arguments, said, sizeof said));
    assert_string_equal(said, "");
    assert_int_equal(arguments.command, COMMAND_RENDER);
    assert_int_equal(arguments.inputs.len, 2);
    assert_string_equal(arguments.inputs.at[1], "-b");
    assert_string_equal(arguments.output, "x.pdf");
    assert_int_equal(arguments.limit_pixels, 2000000);
    assert_int_equal(arguments.set.len, 2);
    assert_string_equal(arguments.set.at[1], "c=2");
    assert_int_equal(arguments.pdfa, DOSSIER_PDFA_2B);
    assert_int_equal(arguments.dump, DOSSIER_STAGE_LINES);
    assert_true(arguments.quiet && arguments.verbose && !arguments.strict);
    arguments_drop(&arguments);
}

static void commands_and_files_are_told_apart(void **state) {
    (void)state;
    static const struct {
        const char *line;
        Command command;
        size_t inputs;
    } cases[] = {
        {"render a.yaml b.yaml", COMMAND_RENDER, 2},
        {"check a.yaml", COMMAND_CHECK, 1},
        {"--strict check a.yaml", COMMAND_CHECK, 1},
        {"a.yaml check", COMMAND_RENDER, 2},
        {"-", COMMAND_RENDER, 1},
        {"-ox.pdf -", COMMAND_RENDER, 1},
        {"--help", COMMAND_NONE, 0},
        {"check --help", COMMAND_CHECK, 0},
        {"", COMMAND_NONE, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arguments arguments;
        char said[256];
        assert_true(read_line(cases[i].line, &arguments, said, sizeof said));
        assert_int_equal(arguments.command, cases[i].command);
        assert_int_equal(arguments.inputs.len, cases[i].inputs);
        arguments_drop(&arguments);
    }
}

static void choices_stand_in_the_order_of_their_enums(void **state) {
    (void)state;
    assert_string_equal(pdfa_names[DOSSIER_PDFA_NONE], "none");
    assert_string_equal(stage_names[DOSSIER_STAGE_NODE], "node");
    assert_string_equal(stage_names[DOSSIER_STAGE_PAGES], "pages");
    assert_string_equal(format_names[FORMAT_JSON], "json");
    assert_string_equal(color_names[COLOR_NEVER], "never");
    assert_true(sizeof option_table / sizeof *option_table <= 64); /* Parser.given */
}

static void help_names_every_option(void **state) {
    (void)state;
    char text[8192] = {0};
    FILE *out = fmemopen(text, sizeof text, "w");
    help_print(COMMAND_NONE, out);
    fclose(out);
    assert_memory_equal(text, "Examples:\n", 10);
    for (const Option *option = option_table; option->name; option++) {
        char name[64];
        snprintf(name, sizeof name, "--%s", option->name);
        assert_non_null(strstr(text, name));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_are_told_in_one_line),
        cmocka_unit_test(good_lines_are_read),
        cmocka_unit_test(commands_and_files_are_told_apart),
        cmocka_unit_test(choices_stand_in_the_order_of_their_enums),
        cmocka_unit_test(help_names_every_option),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
