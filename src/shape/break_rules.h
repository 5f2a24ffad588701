/* Inside stage shape: line break opportunities by our own rules. */
#ifndef DOSSIER_SHAPE_BREAK_RULES_H
#define DOSSIER_SHAPE_BREAK_RULES_H

#include <stddef.h>
#include <stdint.h>

typedef enum BreakKind { BREAK_NONE, BREAK_ALLOWED, BREAK_MUST } BreakKind;

/* A character of a paragraph's text. */
typedef struct TextChar {
    uint32_t code_point;
    uint32_t at;          /* its first byte in the text */
    uint8_t line_class;   /* LineClass */
    uint8_t break_before; /* BreakKind: may a line begin with it */
    uint8_t level;        /* bidi */
    uint8_t script;       /* index in Work.scripts; 0: left to HarfBuzz */
} TextChar;

/* UAX #14 with ICU's changes: numbers are kept whole as its example 7 says, a hyphen at the start of a word
 * stays with the letters behind it, and " .5" may begin a line. Fills break_before of every character. LB_OTHER breaks as a
 * letter: such text goes to ICU unless that is missing. */
void break_rules_apply(TextChar *chars, size_t count);

#endif
