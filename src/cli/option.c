/* The tables of commands and options. */
#include "cli/option.h"

const CommandInfo command_table[COMMAND_COUNT] = {
    [COMMAND_RENDER] = {"render", "dossier render FILE... [-o OUT]",
                        "make PDFs; `dossier FILE` is short for it"},
    [COMMAND_CHECK] = {"check", "dossier check FILE...", "find mistakes and slips, write nothing"},
    [COMMAND_STATUS] = {"status", "dossier status PACK",
                        "items of a pack: owner, due, status, pages, words, what is late"},
};

/* In the order of DossierPdfa, DossierStage, OutputFormat, ColorChoice. */
static const char *const pdfa_names[] = {"2a", "2b", "2u", "none", NULL};
static const char *const stage_names[] = {"",      "node",   "model", "style", "runs",
                                          "lines", "galley", "pages", NULL};
static const char *const format_names[] = {"human", "json", NULL};
static const char *const color_names[] = {"auto", "always", "never", NULL};

#define AT(member) offsetof(Arguments, member)

const Option option_table[] = {
    {"output", 'o', OPTION_WORD, AT(output), "OUT", NULL, FOR_RENDER,
     "file to write, a folder for several inputs, - for standard output"},
    {"layout", 0, OPTION_WORD, AT(layout), "NAME", NULL, FOR_ALL,
     "layout by name or file; wins over the document's"},
    {"set", 0, OPTION_WORDS, AT(set), "KEY=VALUE", NULL, FOR_ALL,
     "change the layout: page.size=letter, styles.text.size=11pt"},
    {"lang", 0, OPTION_WORD, AT(lang), "TAG", NULL, FOR_ALL, "language of the document: en, fr-CA"},
    {"audience", 0, OPTION_WORD, AT(audience), "NAME", NULL, FOR_ALL,
     "whose edition of a pack, or each; -o 'pack-{audience}.pdf'"},
    {"pdfa", 0, OPTION_CHOICE, AT(pdfa), "CLAIM", pdfa_names, FOR_RENDER, "archival claim"},
    {"root", 0, OPTION_WORD, AT(root), "DIR", NULL, FOR_ALL,
     "folder that files named in a document must lie under"},
    {"limit-pixels", 0, OPTION_COUNT, AT(limit_pixels), "COUNT", NULL, FOR_ALL,
     "most pixels of one picture; 100000000 by itself"},
    {"jobs", 'j', OPTION_COUNT, AT(jobs), "COUNT", NULL, FOR_ALL,
     "threads that compose a pack; by itself one a core"},
    {"strict", 0, OPTION_FLAG, AT(strict), NULL, NULL, FOR_ALL, "warnings fail"},
    {"level", 0, OPTION_WORDS, AT(levels), "CODE=LEVEL", NULL, FOR_ALL,
     "off, note, warning or error for a code (W1007, all), repeatable"},
    {"checks", 0, OPTION_FLAG, AT(checks), NULL, NULL, FOR_RENDER, "the editor's checks too"},
    {"no-layout", 0, OPTION_FLAG, AT(no_layout), NULL, NULL, FOR_CHECK, "check the content only"},
    {"today", 0, OPTION_WORD, AT(today), "DATE", NULL, FOR_STATUS,
     "what was due before it is late; SOURCE_DATE_EPOCH, else the day it is"},
    {"dump", 0, OPTION_CHOICE, AT(dump), "STAGE", stage_names, FOR_RENDER, "print a stage as text"},
    {"format", 0, OPTION_CHOICE, AT(format), "FORMAT", format_names, FOR_ALL,
     "form of messages; json is one object a line"},
    {"color", 0, OPTION_CHOICE, AT(color), "WHEN", color_names, FOR_ALL,
     "colour (auto: on terminals, without NO_COLOR)"},
    {"quiet", 'q', OPTION_FLAG, AT(quiet), NULL, NULL, FOR_ALL, "errors only"},
    {"verbose", 'v', OPTION_FLAG, AT(verbose), NULL, NULL, FOR_ALL, "say more"},
    {"timings", 0, OPTION_FLAG, AT(timings), NULL, NULL, FOR_ALL, "time spent in each stage"},
    {"version", 'V', OPTION_FLAG, AT(version), NULL, NULL, FOR_ALL,
     "version; with --verbose also of the libraries"},
    {"help", 'h', OPTION_FLAG, AT(help), NULL, NULL, FOR_ALL, "this help"},
    {NULL, 0, OPTION_FLAG, 0, NULL, NULL, 0, NULL},
};
