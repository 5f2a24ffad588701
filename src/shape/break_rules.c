/* Line breaking classes in, break opportunities out: UAX #14 (Unicode 15.0), rules cited in place.
 *
 * The rules look at the class before (LB9: a base with its combining marks is one), the class behind, the
 * last class before a run of spaces, and whether a number is being read (LB25). */
#include "shape/break_rules.h"

#include "shape/unicode.h"

/* Where a number of the form (PR|PO)? (OP|HY)? NU (NU|SY|IS)* (CL|CP)? (PR|PO)? stands. */
typedef enum NumberState { NUMBER_NONE, NUMBER_DIGITS, NUMBER_CLOSED } NumberState;

typedef struct State {
    LineClass before;       /* class before, marks folded into their base */
    bool is_before_number;  /* behind the one asked about (OP, IS) stands a number */
    LineClass before_space; /* the same before the spaces, when `before` is SP */
    NumberState number;
    bool is_word_initial; /* `before` is a hyphen right behind a break */
    bool after_joiner;    /* the character before is ZWJ (LB8a) */
} State;

#define IN2(c, a, b) ((c) == (a) || (c) == (b))
#define IS_LETTER(c) IN2(c, LB_AL, LB_HL)
#define IS_AFFIX(c) IN2(c, LB_PR, LB_PO)
#define IS_IDEOGRAPH(c) ((c) == LB_ID || (c) == LB_EB || (c) == LB_EM)

static bool is_hard(LineClass c) { return c == LB_BK || c == LB_LF || c == LB_NL || c == LB_CR; }

/* LB4 to LB17: what holds even across spaces. -1: no rule says. */
static int rules_across_spaces(const State *state, LineClass c) {
    LineClass before = state->before;
    if (before == LB_CR && c == LB_LF) return BREAK_NONE;          /* LB5 */
    if (is_hard(before)) return BREAK_MUST;                        /* LB4, LB5 */
    if (is_hard(c) || c == LB_SP || c == LB_ZW) return BREAK_NONE; /* LB6, LB7 */
    LineClass past = before == LB_SP ? state->before_space : before;
    if (past == LB_ZW) return BREAK_ALLOWED;                                 /* LB8 */
    if (state->after_joiner) return BREAK_NONE;                              /* LB8a */
    if (c == LB_WJ || before == LB_WJ || before == LB_GL) return BREAK_NONE; /* LB11, LB12 */
    if (c == LB_GL && before != LB_SP && !IN2(before, LB_BA, LB_HY)) return BREAK_NONE; /* LB12a */
    if (past == LB_OP) return BREAK_NONE;                                               /* LB14 */
    if (c == LB_IS && before == LB_SP && state->is_before_number)
        return BREAK_ALLOWED; /* ICU's LB14a */
    if (IN2(c, LB_CL, LB_CP) || IN2(c, LB_EX, LB_IS) || c == LB_SY) return BREAK_NONE; /* LB13 */
    if (past == LB_QU && c == LB_OP) return BREAK_NONE;                                /* LB15 */
    if (IN2(past, LB_CL, LB_CP) && c == LB_NS) return BREAK_NONE;                      /* LB16 */
    if (past == LB_B2 && c == LB_B2) return BREAK_NONE;                                /* LB17 */
    return -1;
}

/* LB23 to LB25. */
static bool rules_of_numbers(const State *state, LineClass c) {
    LineClass before = state->before;
    if ((IS_LETTER(before) && c == LB_NU) || (before == LB_NU && IS_LETTER(c)))
        return true;                                     /* LB23 */
    if (before == LB_PR && IS_IDEOGRAPH(c)) return true; /* LB23a */
    if (IS_IDEOGRAPH(before) && c == LB_PO) return true;
    if ((IS_AFFIX(before) && IS_LETTER(c)) || (IS_LETTER(before) && IS_AFFIX(c)))
        return true;                                                      /* LB24 */
    if (c == LB_NU && (IS_AFFIX(before) || before == LB_HY)) return true; /* LB25 */
    if (c == LB_NU && before == LB_IS) return true;
    if (IS_AFFIX(before) && c == LB_OP && state->is_before_number) return true;
    if (state->number == NUMBER_DIGITS && (c == LB_NU || IS_AFFIX(c))) return true;
    return state->number == NUMBER_CLOSED && IS_AFFIX(c);
}

/* LB19 to LB31: neighbours without a space between. */
static int rules_of_neighbours(const State *state, LineClass c) {
    LineClass before = state->before;
    if (c == LB_QU || before == LB_QU) return BREAK_NONE;          /* LB19 */
    if (c == LB_CB || before == LB_CB) return BREAK_ALLOWED;       /* LB20 */
    if (state->is_word_initial && IS_LETTER(c)) return BREAK_NONE; /* ICU's LB20.09 */
    if (IN2(c, LB_BA, LB_HY) || c == LB_NS || before == LB_BB) return BREAK_NONE; /* LB21 */
    if (before == LB_SY && c == LB_HL) return BREAK_NONE;                         /* LB21b */
    if (c == LB_IN) return BREAK_NONE;                                            /* LB22 */
    if (rules_of_numbers(state, c)) return BREAK_NONE;
    if (IS_LETTER(before) && IS_LETTER(c)) return BREAK_NONE;                    /* LB28 */
    if (before == LB_IS && IS_LETTER(c)) return BREAK_NONE;                      /* LB29 */
    if ((IS_LETTER(before) || before == LB_NU) && c == LB_OP) return BREAK_NONE; /* LB30 */
    if (before == LB_CP && (IS_LETTER(c) || c == LB_NU)) return BREAK_NONE;
    if (before == LB_EB && c == LB_EM) return BREAK_NONE; /* LB30b */
    return BREAK_ALLOWED;                                 /* LB31 */
}

static int decide(const State *state, LineClass c) {
    int ruled = rules_across_spaces(state, c);
    if (ruled >= 0) return ruled;
    if (state->before == LB_SP) return BREAK_ALLOWED; /* LB18 */
    return rules_of_neighbours(state, c);
}

/* The next character that is no mark. */
static size_t base_behind(const TextChar *chars, size_t count, size_t i) {
    do i++;
    while (i < count && (chars[i].line_class == LB_CM || chars[i].line_class == LB_ZWJ));
    return i;
}

/* A number follows, with or without its point (".5"). */
static bool is_number_behind(const TextChar *chars, size_t count, size_t i) {
    bool may_have_point = chars[i].line_class == LB_OP;
    i = base_behind(chars, count, i);
    if (may_have_point && i < count && chars[i].line_class == LB_IS)
        i = base_behind(chars, count, i);
    return i < count && chars[i].line_class == LB_NU;
}

static void advance(State *state, const TextChar *ch, LineClass c) {
    if (c == LB_SP) {
        if (state->before != LB_SP) state->before_space = state->before;
    } else if (c == LB_NU) {
        state->number = NUMBER_DIGITS;
    } else if (state->number == NUMBER_DIGITS && IN2(c, LB_CL, LB_CP)) {
        state->number = NUMBER_CLOSED;
    } else if (state->number != NUMBER_DIGITS || !IN2(c, LB_SY, LB_IS)) {
        state->number = NUMBER_NONE;
    }
    if (c == LB_SP) state->number = NUMBER_NONE;
    bool begins = ch->break_before != BREAK_NONE || state->before == LB_SOT;
    state->is_word_initial = begins && (c == LB_HY || ch->code_point == 0x2010);
    state->before = c;
}

void break_rules_apply(TextChar *chars, size_t count) {
    State state = {.before = LB_SOT};
    for (size_t i = 0; i < count; i++) {
        LineClass c = chars[i].line_class;
        bool is_mark = c == LB_CM || c == LB_ZWJ;
        LineClass before = state.before;
        if (c == LB_AL && before == LB_AL) { /* LB28, by far the most */
            chars[i].break_before = BREAK_NONE;
            state.is_word_initial = state.after_joiner = false;
            continue;
        }
        bool has_base = before != LB_SOT && !is_hard(before) && before != LB_SP && before != LB_ZW;
        if (is_mark && has_base) { /* LB9 */
            chars[i].break_before = BREAK_NONE;
        } else {
            if (is_mark) c = LB_AL; /* LB10 */
            if (IN2(c, LB_OP, LB_IS)) state.is_before_number = is_number_behind(chars, count, i);
            int kind = before == LB_SOT ? BREAK_NONE : decide(&state, c);
            chars[i].break_before = (uint8_t)kind;
            advance(&state, &chars[i], c);
        }
        state.after_joiner = chars[i].line_class == LB_ZWJ;
    }
}
