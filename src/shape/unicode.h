/* Properties of characters: line breaking class (UAX #14) and simple case. Latin, Greek, Cyrillic and
 * general punctuation only; every other character has class LB_OTHER and goes to ICU. */
#ifndef DOSSIER_SHAPE_UNICODE_H
#define DOSSIER_SHAPE_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

/* The names are those of the standard. LB_SOT: start of text, of no character. */
typedef enum LineClass {
    LB_OTHER,
    LB_SOT,
    LB_AL,
    LB_BA,
    LB_BB,
    LB_B2,
    LB_BK,
    LB_CB,
    LB_CL,
    LB_CM,
    LB_CP,
    LB_CR,
    LB_EX,
    LB_GL,
    LB_HY,
    LB_ID,
    LB_IN,
    LB_IS,
    LB_LF,
    LB_NL,
    LB_NS,
    LB_NU,
    LB_OP,
    LB_PO,
    LB_PR,
    LB_QU,
    LB_SP,
    LB_SY,
    LB_WJ,
    LB_ZW,
    LB_ZWJ,
    LB_HL,
    LB_EB,
    LB_EM
} LineClass;

/* From `first` on, until the next range. */
typedef struct UnicodeRange {
    uint32_t first;
    uint8_t value;
} UnicodeRange;

/* Characters first, first + step, ... last become themselves plus delta. */
typedef struct CaseRun {
    uint16_t first, last, step;
    int32_t delta;
} CaseRun;

enum { UNICODE_DIRECT = 0x180 };
extern const uint8_t unicode_class_direct[UNICODE_DIRECT];
extern const UnicodeRange unicode_class_ranges[];
extern const unsigned unicode_class_range_count;
extern const CaseRun unicode_upper_runs[], unicode_lower_runs[];
extern const unsigned unicode_upper_run_count, unicode_lower_run_count;

LineClass unicode_line_class(uint32_t code_point);
uint32_t unicode_upper(uint32_t code_point);
uint32_t unicode_lower(uint32_t code_point);
/* A letter of Latin, Greek or Cyrillic. */
bool unicode_is_letter(uint32_t code_point);
bool unicode_is_upper(uint32_t code_point);
/* Never drawn, even when no font has it (joiners, variation selectors, soft hyphen...). */
bool unicode_is_ignorable(uint32_t code_point);
/* Drawn on the character before it. */
bool unicode_is_mark(uint32_t code_point);

static inline bool unicode_is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

#endif
