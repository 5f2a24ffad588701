/* Help from the tables: examples first. */
#include "cli/option.h"

#include <string.h>

static const struct {
    unsigned commands;
    const char *line, *says;
} examples[] = {
    {FOR_RENDER, "dossier forum.yaml", "forum.pdf in the current directory"},
    {FOR_RENDER, "dossier forum.yaml --set page.size=letter -o us.pdf",
     "another sheet, another file"},
    {FOR_CHECK, "dossier check articles/*.yaml", "every mistake, nothing written"},
    {FOR_STATUS, "dossier status pack.yaml", "who owes what, and what is late"},
    {FOR_RENDER, "dossier render *.yaml -o pdf/", "many files into one folder"},
    {FOR_RENDER, "dossier brief/pack.yaml --audience=each", "pack-NAME.pdf for each audience"},
    {FOR_RENDER, "dossier - < forum.yaml > forum.pdf", "as a filter"},
    {FOR_CHECK, "dossier check --level W1014=off forum.yaml", "without one of the checks"},
    {FOR_CHECK, "dossier check --strict --format=json forum.yaml", "for a program to read"},
};

#define EXAMPLES (sizeof examples / sizeof *examples)

static void print_examples(unsigned commands, size_t most, FILE *out) {
    for (size_t i = 0; i < EXAMPLES && most; i++) {
        if (!(examples[i].commands & commands)) continue;
        fprintf(out, "  %-52s %s\n", examples[i].line, examples[i].says);
        most--;
    }
}

void help_print_examples(FILE *out) {
    fputs("dossier makes PDFs of articles written in YAML.\n\n", out);
    print_examples(FOR_ALL, 3, out);
    fputs("\n`dossier --help` says more.\n", out);
}

static void print_option(const Option *option, FILE *out) {
    char left[64];
    int used = option->letter ? snprintf(left, sizeof left, "-%c, ", option->letter)
                              : snprintf(left, sizeof left, "    ");
    used += snprintf(left + used, sizeof left - (size_t)used, "--%s", option->name);
    if (option->argument)
        snprintf(left + used, sizeof left - (size_t)used, "=%s", option->argument);
    fprintf(out, "  %-22s %s", left, option->help);
    for (int i = 0; option->choices && option->choices[i]; i++) {
        bool is_first = i == 0 || (i == 1 && !option->choices[0][0]);
        if (option->choices[i][0]) fprintf(out, "%s%s", is_first ? ": " : ", ", option->choices[i]);
    }
    fputs("\n", out);
}

static void print_commands(FILE *out) {
    fputs("\nCommands:\n", out);
    for (int command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
        fprintf(out, "  %-34s %s\n", command_table[command].usage, command_table[command].help);
}

void help_print(Command command, FILE *out) {
    unsigned commands = command == COMMAND_NONE ? (unsigned)FOR_ALL : 1u << command;
    fputs("Examples:\n", out);
    print_examples(commands, EXAMPLES, out);
    if (command == COMMAND_NONE)
        print_commands(out);
    else
        fprintf(out, "\n%s\n  %s\n", command_table[command].usage, command_table[command].help);
    fputs("\nOptions:\n", out);
    for (const Option *option = option_table; option->name; option++) {
        if (option->commands & commands) print_option(option, out);
    }
    fputs("\nExit status: 0 done, 1 a document has errors, 2 usage, 3 a file cannot be read or "
          "written,\n"
          "4 a fault of ours or no memory, 130 or 143 interrupted. With several files, the "
          "highest.\n",
          out);
}
