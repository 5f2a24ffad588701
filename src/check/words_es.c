/* Spanish: the words that the checks need.  */
#include "check/words.h"

#define NONE \
    { 0 }

static const Str placeholders[] = {STR_CONST("tbd"), STR_CONST("tba"), STR_CONST("tbc"), STR_CONST("xxx"), STR_CONST("xxxx"), STR_CONST("fixme"), STR_CONST("lorem ipsum"), STR_CONST("por confirmar"), STR_CONST("pendiente de confirmar"), STR_CONST("por definir"), STR_CONST("por completar"), STR_CONST("insertar aquí"), NONE};

static const Str link_words[] = {STR_CONST("aquí"), STR_CONST("haga clic aquí"), STR_CONST("haz clic aquí"), STR_CONST("clic aquí"), STR_CONST("pulse aquí"), STR_CONST("este enlace"), STR_CONST("enlace"), STR_CONST("leer más"), STR_CONST("más"), STR_CONST("ver más"), STR_CONST("saber más"), STR_CONST("esta página"), STR_CONST("descargar"), STR_CONST("sitio"), NONE};

static const Str acronyms[] = {STR_CONST("AIDS"), STR_CONST("HIV"), STR_CONST("COVID"), STR_CONST("DNA"), STR_CONST("PDF"), STR_CONST("CSV"), STR_CONST("URL"), STR_CONST("QR"), STR_CONST("PIN"), STR_CONST("SIM"), STR_CONST("SMS"), STR_CONST("TV"), STR_CONST("DVD"), STR_CONST("CD"), STR_CONST("USB"), STR_CONST("GPS"), STR_CONST("ISBN"), STR_CONST("ISSN"), STR_CONST("ISO"), STR_CONST("OK"), STR_CONST("NATO"), STR_CONST("EUR"), STR_CONST("USD"), STR_CONST("GBP"), STR_CONST("CHF"), STR_CONST("CAD"), STR_CONST("MAD"), STR_CONST("AM"), STR_CONST("PM"), STR_CONST("BC"), STR_CONST("AD"), STR_CONST("CEO"), STR_CONST("WiFi"), STR_CONST("HTML"), STR_CONST("WWW"), STR_CONST("ONU"), STR_CONST("UE"), STR_CONST("EEUU"), STR_CONST("EE"), STR_CONST("UU"), STR_CONST("USA"), STR_CONST("OTAN"), STR_CONST("UNESCO"), STR_CONST("UNICEF"), STR_CONST("ONG"), STR_CONST("PIB"), STR_CONST("PYME"), STR_CONST("IVA"), STR_CONST("SIDA"), STR_CONST("VIH"), STR_CONST("URSS"), STR_CONST("DNI"), STR_CONST("TV"), STR_CONST("AVE"), STR_CONST("CV"), STR_CONST("GMT"), STR_CONST("UTC"), STR_CONST("OMS"), STR_CONST("FMI"), STR_CONST("CO"), STR_CONST("RR"), STR_CONST("HH"), STR_CONST("SA"), STR_CONST("SL"), NONE};

static const Str doubled[] = {STR_CONST("no"), STR_CONST("muy"), STR_CONST("sí"), STR_CONST("ya"), STR_CONST("bla"), STR_CONST("poco"), NONE};

static const Str abbreviations[] = {STR_CONST("etc"), STR_CONST("cía"), STR_CONST("sr"), STR_CONST("sra"), STR_CONST("ud"), STR_CONST("uds"), NONE};

static const Str small[] = {STR_CONST("a"), STR_CONST("al"), STR_CONST("con"), STR_CONST("de"), STR_CONST("del"), STR_CONST("e"), STR_CONST("el"), STR_CONST("en"), STR_CONST("la"), STR_CONST("las"), STR_CONST("los"), STR_CONST("o"), STR_CONST("para"), STR_CONST("por"), STR_CONST("u"), STR_CONST("un"), STR_CONST("una"), STR_CONST("y"), NONE};

const CheckWords check_words_es = {.lang = STR_CONST("es"), .placeholders = placeholders, .link_words = link_words, .acronyms = acronyms, .doubled = doubled, .abbreviations = abbreviations, .small = small, .has_spaced_marks = false, .has_capital_months = false};
