/* English: the words that the checks need.  */
#include "check/words.h"

#define NONE \
    { 0 }

static const Str placeholders[] = {STR_CONST("tbd"),
                                   STR_CONST("tba"),
                                   STR_CONST("xxx"),
                                   STR_CONST("xxxx"),
                                   STR_CONST("todo"),
                                   STR_CONST("fixme"),
                                   STR_CONST("lorem ipsum"),
                                   STR_CONST("to be confirmed"),
                                   STR_CONST("to be announced"),
                                   STR_CONST("to be completed"),
                                   STR_CONST("insert name"),
                                   STR_CONST("insert text"),
                                   NONE};

static const Str link_words[] = {
    STR_CONST("here"),      STR_CONST("click here"), STR_CONST("click"),
    STR_CONST("this link"), STR_CONST("link"),       STR_CONST("read more"),
    STR_CONST("more"),      STR_CONST("see here"),   STR_CONST("this page"),
    STR_CONST("this"),      STR_CONST("learn more"), STR_CONST("find out more"),
    STR_CONST("download"),  STR_CONST("website"),    NONE};

static const Str acronyms[] = {STR_CONST("AIDS"),   STR_CONST("HIV"),
                               STR_CONST("COVID"),  STR_CONST("DNA"),
                               STR_CONST("PDF"),    STR_CONST("CSV"),
                               STR_CONST("URL"),    STR_CONST("QR"),
                               STR_CONST("PIN"),    STR_CONST("SIM"),
                               STR_CONST("SMS"),    STR_CONST("TV"),
                               STR_CONST("DVD"),    STR_CONST("CD"),
                               STR_CONST("USB"),    STR_CONST("GPS"),
                               STR_CONST("ISBN"),   STR_CONST("ISSN"),
                               STR_CONST("ISO"),    STR_CONST("OK"),
                               STR_CONST("NATO"),   STR_CONST("EUR"),
                               STR_CONST("USD"),    STR_CONST("GBP"),
                               STR_CONST("CHF"),    STR_CONST("CAD"),
                               STR_CONST("MAD"),    STR_CONST("AM"),
                               STR_CONST("PM"),     STR_CONST("BC"),
                               STR_CONST("AD"),     STR_CONST("CEO"),
                               STR_CONST("WiFi"),   STR_CONST("HTML"),
                               STR_CONST("WWW"),    STR_CONST("UN"),
                               STR_CONST("EU"),     STR_CONST("US"),
                               STR_CONST("USA"),    STR_CONST("UK"),
                               STR_CONST("UAE"),    STR_CONST("UNESCO"),
                               STR_CONST("UNICEF"), STR_CONST("NASA"),
                               STR_CONST("BBC"),    STR_CONST("CNN"),
                               STR_CONST("NGO"),    STR_CONST("NGOs"),
                               STR_CONST("CV"),     STR_CONST("DIY"),
                               STR_CONST("FAQ"),    STR_CONST("ID"),
                               STR_CONST("IT"),     STR_CONST("PR"),
                               STR_CONST("PS"),     STR_CONST("PhD"),
                               STR_CONST("Q"),      STR_CONST("RSVP"),
                               STR_CONST("VIP"),    STR_CONST("GDP"),
                               STR_CONST("GMT"),    STR_CONST("UTC"),
                               STR_CONST("CET"),    STR_CONST("EST"),
                               STR_CONST("TBC"),    STR_CONST("TBD"),
                               STR_CONST("TBA"),    STR_CONST("CO"),
                               STR_CONST("NY"),     STR_CONST("DC"),
                               STR_CONST("AI"),     STR_CONST("WHO"),
                               STR_CONST("IMF"),    NONE};

static const Str doubled[] = {STR_CONST("had"), STR_CONST("that"),   STR_CONST("very"),
                              STR_CONST("so"),  STR_CONST("no"),     STR_CONST("bye"),
                              STR_CONST("ha"),  STR_CONST("really"), STR_CONST("blah"),
                              STR_CONST("do"),  STR_CONST("you"),    NONE};

static const Str abbreviations[] = {STR_CONST("etc"), STR_CONST("inc"), STR_CONST("ltd"),
                                    STR_CONST("co"),  STR_CONST("jr"),  STR_CONST("sr"),
                                    STR_CONST("u.s"), STR_CONST("u.n"), STR_CONST("a.m"),
                                    STR_CONST("p.m"), STR_CONST("vs"),  NONE};

static const Str small[] = {
    STR_CONST("a"),   STR_CONST("an"),   STR_CONST("and"), STR_CONST("at"),   STR_CONST("by"),
    STR_CONST("for"), STR_CONST("from"), STR_CONST("in"),  STR_CONST("of"),   STR_CONST("on"),
    STR_CONST("or"),  STR_CONST("the"),  STR_CONST("to"),  STR_CONST("with"), NONE};

const CheckWords check_words_en = {.lang = STR_CONST("en"),
                                   .placeholders = placeholders,
                                   .link_words = link_words,
                                   .acronyms = acronyms,
                                   .doubled = doubled,
                                   .abbreviations = abbreviations,
                                   .small = small,
                                   .has_spaced_marks = false,
                                   .has_capital_months = true};
