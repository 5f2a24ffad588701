/* French: the words that the checks need.  */
#include "check/words.h"

#define NONE \
    { 0 }

static const Str placeholders[] = {STR_CONST("tbd"), STR_CONST("tba"), STR_CONST("tbc"), STR_CONST("xxx"), STR_CONST("xxxx"), STR_CONST("todo"), STR_CONST("fixme"), STR_CONST("lorem ipsum"), STR_CONST("à confirmer"), STR_CONST("à compléter"), STR_CONST("à préciser"), STR_CONST("à venir prochainement"), STR_CONST("insérer ici"), NONE};

static const Str link_words[] = {STR_CONST("ici"), STR_CONST("cliquez ici"), STR_CONST("cliquer ici"), STR_CONST("ce lien"), STR_CONST("lien"), STR_CONST("lire la suite"), STR_CONST("en savoir plus"), STR_CONST("plus"), STR_CONST("la suite"), STR_CONST("voir ici"), STR_CONST("cette page"), STR_CONST("télécharger"), STR_CONST("site"), NONE};

static const Str acronyms[] = {STR_CONST("AIDS"), STR_CONST("HIV"), STR_CONST("COVID"), STR_CONST("DNA"), STR_CONST("PDF"), STR_CONST("CSV"), STR_CONST("URL"), STR_CONST("QR"), STR_CONST("PIN"), STR_CONST("SIM"), STR_CONST("SMS"), STR_CONST("TV"), STR_CONST("DVD"), STR_CONST("CD"), STR_CONST("USB"), STR_CONST("GPS"), STR_CONST("ISBN"), STR_CONST("ISSN"), STR_CONST("ISO"), STR_CONST("OK"), STR_CONST("NATO"), STR_CONST("EUR"), STR_CONST("USD"), STR_CONST("GBP"), STR_CONST("CHF"), STR_CONST("CAD"), STR_CONST("MAD"), STR_CONST("AM"), STR_CONST("PM"), STR_CONST("BC"), STR_CONST("AD"), STR_CONST("CEO"), STR_CONST("WiFi"), STR_CONST("HTML"), STR_CONST("WWW"), STR_CONST("ONU"), STR_CONST("UE"), STR_CONST("USA"), STR_CONST("OTAN"), STR_CONST("UNESCO"), STR_CONST("UNICEF"), STR_CONST("ONG"), STR_CONST("PIB"), STR_CONST("PME"), STR_CONST("TVA"), STR_CONST("SIDA"), STR_CONST("VIH"), STR_CONST("URSS"), STR_CONST("SNCF"), STR_CONST("RATP"), STR_CONST("TGV"), STR_CONST("HLM"), STR_CONST("CV"), STR_CONST("BD"), STR_CONST("TV"), STR_CONST("PDG"), STR_CONST("RH"), STR_CONST("CQFD"), STR_CONST("SVP"), STR_CONST("SMIC"), STR_CONST("GMT"), STR_CONST("TU"), STR_CONST("UTC"), STR_CONST("OMS"), STR_CONST("FMI"), STR_CONST("CO"), NONE};

static const Str doubled[] = {STR_CONST("nous"), STR_CONST("vous"), STR_CONST("faire"), STR_CONST("en"), STR_CONST("très"), STR_CONST("non"), STR_CONST("si"), STR_CONST("bla"), NONE};

static const Str abbreviations[] = {STR_CONST("etc"), STR_CONST("cie"), STR_CONST("jr"), STR_CONST("av"), STR_CONST("apr"), NONE};

static const Str small[] = {STR_CONST("à"), STR_CONST("au"), STR_CONST("aux"), STR_CONST("d"), STR_CONST("de"), STR_CONST("des"), STR_CONST("du"), STR_CONST("en"), STR_CONST("et"), STR_CONST("l"), STR_CONST("la"), STR_CONST("le"), STR_CONST("les"), STR_CONST("ou"), STR_CONST("par"), STR_CONST("pour"), STR_CONST("sur"), STR_CONST("un"), STR_CONST("une"), NONE};

const CheckWords check_words_fr = {.lang = STR_CONST("fr"), .placeholders = placeholders, .link_words = link_words, .acronyms = acronyms, .doubled = doubled, .abbreviations = abbreviations, .small = small, .has_spaced_marks = true, .has_capital_months = false};
