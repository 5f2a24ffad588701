/* argv into Arguments, driven by the option table. */
#include "cli/nearest.h"
#include "cli/option.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Parser {
    int argc, at;
    char **argv;
    Arguments *arguments;
    unsigned given[64]; /* per row of the table */
    FILE *errors;
} Parser;

static bool mistake(Parser *parser, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool mistake(Parser *parser, const char *format, ...) {
    va_list values;
    va_start(values, format);
    fputs("dossier: ", parser->errors);
    vfprintf(parser->errors, format, values);
    fputs("\n", parser->errors);
    va_end(values);
    return false;
}

static int find_choice(const Option *option, const char *value) {
    for (int i = 0; option->choices[i]; i++) {
        if (option->choices[i][0] && !strcmp(option->choices[i], value)) return i;
    }
    return -1;
}

static bool fail_choice(Parser *parser, const Option *option, const char *value) {
    char list[256] = "";
    unsigned best = edits_forgiven(value) + 1;
    const char *nearest = NULL;
    for (int i = 0; option->choices[i]; i++) {
        if (!option->choices[i][0]) continue;
        if (list[0]) strncat(list, ", ", sizeof list - strlen(list) - 1);
        strncat(list, option->choices[i], sizeof list - strlen(list) - 1);
        unsigned edits = edits_between(value, option->choices[i]);
        if (edits >= best) continue;
        best = edits;
        nearest = option->choices[i];
    }
    if (nearest)
        return mistake(parser, "--%s does not know \"%s\"; did you mean \"%s\"? it takes %s",
                       option->name, value, nearest, list);
    return mistake(parser, "--%s does not know \"%s\"; it takes %s", option->name, value, list);
}

/* Digits, and M for millions. */
static bool read_count(const char *value, size_t *count) {
    const size_t most = (size_t)1 << 40;
    *count = 0;
    for (; *value >= '0' && *value <= '9' && *count < most; value++)
        *count = *count * 10 + (size_t)(*value - '0');
    if (*value == 'M' && *count < most) {
        *count *= 1000000;
        value++;
    }
    return !*value && *count > 0;
}

static bool take(Parser *parser, const Option *option, const char *value) {
    void *slot = (char *)parser->arguments + option->offset;
    size_t row = (size_t)(option - option_table);
    if (parser->given[row]++ && option->type != OPTION_WORDS && option->type != OPTION_FLAG)
        return mistake(parser, "--%s is given twice", option->name);
    if (option->type == OPTION_FLAG) *(bool *)slot = true;
    if (option->type == OPTION_WORD) {
        if (!*value)
            return mistake(parser, "--%s is empty; it needs a value: --%s=%s", option->name,
                           option->name, option->argument);
        *(const char **)slot = value;
    }
    if (option->type == OPTION_WORDS) ((Words *)slot)->at[((Words *)slot)->len++] = value;
    if (option->type == OPTION_COUNT && !read_count(value, slot))
        return mistake(parser, "--%s takes a whole number above 0, as 250M, not \"%s\"",
                       option->name, value);
    if (option->type == OPTION_CHOICE) {
        int choice = find_choice(option, value);
        if (choice < 0) return fail_choice(parser, option, value);
        *(int *)slot = choice;
    }
    return true;
}

/* The value behind an option: what is joined to it, else the next word. */
static bool take_with_value(Parser *parser, const Option *option, const char *joined) {
    if (option->type == OPTION_FLAG) {
        if (joined) return mistake(parser, "--%s takes no value", option->name);
        return take(parser, option, NULL);
    }
    if (!joined && parser->at < parser->argc) joined = parser->argv[parser->at++];
    if (!joined)
        return mistake(parser, "--%s needs a value: --%s=%s", option->name, option->name,
                       option->argument);
    return take(parser, option, joined);
}

static bool fail_unknown(Parser *parser, const char *name) {
    const char *nearest = NULL;
    unsigned best = edits_forgiven(name) + 1;
    for (const Option *option = option_table; option->name; option++) {
        unsigned edits = edits_between(name, option->name);
        if (edits >= best) continue;
        best = edits;
        nearest = option->name;
    }
    if (nearest)
        return mistake(parser, "unknown option \"--%s\"; did you mean \"--%s\"?", name, nearest);
    return mistake(parser, "unknown option \"--%s\"; `dossier --help` lists them", name);
}

static bool read_long(Parser *parser, const char *word) {
    char name[64];
    const char *equals = strchr(word, '=');
    size_t len = equals ? (size_t)(equals - word) : strlen(word);
    snprintf(name, sizeof name, "%.*s", (int)(len < 63 ? len : 63), word);
    for (const Option *option = option_table; option->name; option++) {
        if (!strcmp(option->name, name))
            return take_with_value(parser, option, equals ? equals + 1 : NULL);
    }
    return fail_unknown(parser, name);
}

/* -q, -qv, -oOUT, -o OUT */
static bool read_letters(Parser *parser, const char *letters) {
    while (*letters) {
        char letter = *letters++;
        const Option *option = option_table;
        while (option->name && option->letter != letter) option++;
        if (!option->name)
            return mistake(parser, "unknown option \"-%c\"; `dossier --help` lists them", letter);
        if (option->type != OPTION_FLAG)
            return take_with_value(parser, option, *letters ? letters : NULL);
        if (!take(parser, option, NULL)) return false;
    }
    return true;
}

/* It looks like a command, and is no file. */
static bool is_plain_word(const char *word) {
    return !word[strcspn(word, "./")] && strcmp(word, "-") != 0 && access(word, F_OK) != 0;
}

static const char command_names[] = "render, check and status";

/* The first word may be a command. A word that is nearly one, and no file, is a slip. */
static bool read_command(Parser *parser, const char *word, bool *is_command) {
    *is_command = false;
    for (int command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        const char *name = command_table[command].name;
        if (!strcmp(word, name)) {
            parser->arguments->command = (Command)command;
            *is_command = true;
            return true;
        }
        if (edits_between(word, name) <= edits_forgiven(word) && access(word, F_OK) != 0)
            return mistake(parser, "unknown command \"%s\"; did you mean \"%s\"?", word, name);
    }
    if (is_plain_word(word))
        return mistake(parser, "\"%s\" is neither a file nor a command; the commands are %s", word,
                       command_names);
    parser->arguments->command = COMMAND_RENDER;
    return true;
}

static bool read_word(Parser *parser, const char *word) {
    Arguments *arguments = parser->arguments;
    bool is_command = false;
    /* `dossier help`, `dossier help check` */
    if (arguments->command == COMMAND_NONE && !strcmp(word, "help") && is_plain_word(word)) {
        arguments->help = true;
        return true;
    }
    if (arguments->command == COMMAND_NONE && !read_command(parser, word, &is_command))
        return false;
    if (is_command) return true;
    if (!*word) return mistake(parser, "an empty file name");
    arguments->inputs.at[arguments->inputs.len++] = word;
    return true;
}

/* What can be said only when the command is known. */
static bool check_commands(Parser *parser) {
    unsigned command = 1u << parser->arguments->command;
    for (size_t row = 0; option_table[row].name; row++) {
        if (!parser->given[row] || parser->arguments->command == COMMAND_NONE) continue;
        if (!(option_table[row].commands & command))
            return mistake(parser, "--%s does not apply to %s", option_table[row].name,
                           command_table[parser->arguments->command].name);
    }
    return true;
}

bool arguments_read(int argc, char **argv, Arguments *arguments, FILE *errors) {
    Parser parser = {.argc = argc, .at = 1, .argv = argv, .arguments = arguments, .errors = errors};
    *arguments = (Arguments){0};
    size_t most = argc > 0 ? (size_t)argc : 1;
    arguments->inputs.at = calloc(most, sizeof(char *));
    arguments->set.at = calloc(most, sizeof(char *));
    arguments->levels.at = calloc(most, sizeof(char *));
    arguments->level_list = calloc(most, sizeof(DossierLevel));
    if (!arguments->inputs.at || !arguments->set.at || !arguments->levels.at ||
        !arguments->level_list)
        return mistake(&parser, "no memory");
    bool is_good = true, are_options_over = false;
    while (parser.at < argc && is_good) {
        const char *word = argv[parser.at++];
        if (are_options_over || word[0] != '-' || !word[1])
            is_good = read_word(&parser, word);
        else if (!strcmp(word, "--"))
            are_options_over = true;
        else if (word[1] == '-')
            is_good = read_long(&parser, word + 2);
        else
            is_good = read_letters(&parser, word + 1);
    }
    if (!is_good || arguments->help || arguments->version) return is_good;
    if (!check_commands(&parser)) return false;
    for (size_t i = 0; i < arguments->levels.len; i++) {
        if (!level_read(arguments->levels.at[i], &arguments->level_list[i], errors)) return false;
    }
    if (argc > 1 && !arguments->inputs.len)
        return mistake(&parser, "no file named; `dossier --help` shows examples");
    return true;
}

void arguments_drop(Arguments *arguments) {
    free(arguments->inputs.at);
    free(arguments->set.at);
    free(arguments->levels.at);
    free(arguments->level_list);
    *arguments = (Arguments){0};
}
