/* The command line: one table of commands and one of options drive parsing, help and "did you mean". */
#ifndef DOSSIER_CLI_OPTION_H
#define DOSSIER_CLI_OPTION_H

#include "dossier.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef enum Command {
    COMMAND_NONE,
    COMMAND_RENDER,
    COMMAND_CHECK,
    COMMAND_STATUS,
    COMMAND_COUNT
} Command;

/* Bits of Option.commands. */
enum {
    FOR_RENDER = 1 << COMMAND_RENDER,
    FOR_CHECK = 1 << COMMAND_CHECK,
    FOR_STATUS = 1 << COMMAND_STATUS,
    FOR_ALL = FOR_RENDER | FOR_CHECK | FOR_STATUS
};

typedef enum OutputFormat { FORMAT_HUMAN, FORMAT_JSON } OutputFormat;
typedef enum ColorChoice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } ColorChoice;

/* Words of a repeated option or the inputs, borrowed from argv. */
typedef struct Words {
    const char **at;
    size_t len;
} Words;

/* What was asked for. Zero is the default of everything. */
typedef struct Arguments {
    Command command;
    Words inputs, set, levels;
    DossierLevel *level_list; /* what `levels` mean, as many */
    const char *today;        /* 2018-12-06; NULL: SOURCE_DATE_EPOCH, or the day it is */
    const char *output, *layout, *lang, *root, *audience;
    size_t limit_pixels, jobs;
    int pdfa;   /* DossierPdfa */
    int format; /* OutputFormat */
    int color;  /* ColorChoice */
    int dump;   /* DossierStage */
    bool strict, quiet, verbose, timings, version, help, no_layout, checks;
} Arguments;

typedef enum OptionType {
    OPTION_FLAG,
    OPTION_WORD,
    OPTION_WORDS,
    OPTION_CHOICE,
    OPTION_COUNT /* a whole number above 0 */
} OptionType;

typedef struct Option {
    const char *name; /* without the dashes */
    char letter;      /* 0: none */
    OptionType type;
    size_t offset;              /* in Arguments: bool, const char *, Words, int, size_t */
    const char *argument;       /* as help names it; NULL for a flag */
    const char *const *choices; /* NULL-terminated; the index is the value */
    unsigned commands;          /* it applies to */
    const char *help;
} Option;

typedef struct CommandInfo {
    const char *name, *usage, *help;
} CommandInfo;

/* Indexed by Command; [0] is not used. */
extern const CommandInfo command_table[COMMAND_COUNT];
/* Ends with a row whose name is NULL. */
extern const Option option_table[];

/* Reads argv. A mistake is told to `errors` in one line and makes it false (exit status 2).
 * arguments_drop() frees what was made in either case. */
bool arguments_read(int argc, char **argv, Arguments *arguments, FILE *errors);
void arguments_drop(Arguments *arguments);

/* "CODE=LEVEL" into a level: CODE is a number (W1007), its name (double-space) or all. A mistake is told to
 * `errors` in one line. */
bool level_read(const char *word, DossierLevel *level, FILE *errors);

/* The general help (COMMAND_NONE) or a command's: examples first. */
void help_print(Command command, FILE *out);
/* Three examples, for `dossier` alone. */
void help_print_examples(FILE *out);

#endif
