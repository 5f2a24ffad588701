/* A word in, the runs of capitals in it that small capitals stand for out.
 *
 * An acronym is two capitals or more, with what figures stand among them: "UCLG", "COP24", the first half of
 * "UN-Habitat". Letters that go on in small ones make it none ("McDONALDs" has no run), but for the s of a
 * plural ("NGOs"). */
#include "shape/internal.h"

/* A letter at `at`, if there is one. */
static bool letter_at(Str word, size_t at, uint32_t *c) {
    if (at >= word.len) return false;
    *c = utf8_next(word, &at);
    return unicode_is_letter(*c);
}

/* Whether the letters behind a run let it be one. */
static bool ends_run(Str word, size_t at) {
    uint32_t c, next;
    if (!letter_at(word, at, &c)) return true;
    return c == 's' && !letter_at(word, at + 1, &next);
}

unsigned small_caps_runs(Str word, CapitalRun runs[MOST_CAPITAL_RUNS]) {
    unsigned count = 0, capitals = 0;
    bool follows_letter = false; /* a run begins a word, not its middle */
    size_t from = 0, at = 0;
    while (count < MOST_CAPITAL_RUNS) {
        size_t here = at;
        uint32_t c = at < word.len ? utf8_next(word, &at) : 0;
        bool is_capital = unicode_is_upper(c);
        bool goes_on = is_capital || (capitals && (unicode_is_digit(c) || unicode_is_mark(c)));
        if (goes_on && !follows_letter) {
            if (!capitals) from = here;
            capitals += is_capital;
            continue;
        }
        if (capitals >= 2 && ends_run(word, here))
            runs[count++] = (CapitalRun){(uint32_t)from, (uint32_t)here};
        capitals = 0;
        if (here >= word.len) break;
        follows_letter = unicode_is_letter(c);
    }
    return count;
}
