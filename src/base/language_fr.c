/* French: France and its neighbours, Canada, the European institutions.
 *
 * Spaces: Lexique des règles typographiques (Imprimerie nationale); Canada: Le français au bureau, without thin
 * spaces; EU: Code de rédaction interinstitutionnel, no spaces at all. A word keeps two letters before a hyphen
 * and three behind it (Imprimerie nationale). */
#include "base/language.h"

#define NONE \
    { 0 }
#define THIN "\xE2\x80\xAF" /* U+202F, no-break and narrow */
#define WIDE "\xC2\xA0"     /* U+00A0, no-break, stretches as any word space */

static const LanguageQuotes quotes = {.outer = {STR_CONST("«"), STR_CONST("»")},
                                      .inner = {STR_CONST("“"), STR_CONST("”")},
                                      .apostrophe = STR_CONST("’")};

static const LanguageSpaces spaces = {.semicolon = STR_CONST(THIN),
                                      .colon = STR_CONST(WIDE),
                                      .exclamation = STR_CONST(THIN),
                                      .question = STR_CONST(THIN),
                                      .inside = STR_CONST(WIDE)};
static const LanguageSpaces canadian_spaces = {.semicolon = STR_CONST(""),
                                               .colon = STR_CONST(WIDE),
                                               .exclamation = STR_CONST(""),
                                               .question = STR_CONST(""),
                                               .inside = STR_CONST(WIDE)};
static const LanguageSpaces no_spaces = {.semicolon = STR_CONST(""),
                                         .colon = STR_CONST(""),
                                         .exclamation = STR_CONST(""),
                                         .question = STR_CONST(""),
                                         .inside = STR_CONST("")};

static const Str titles[] = {STR_CONST("M."),
                             STR_CONST("MM."),
                             STR_CONST("Mme"),
                             STR_CONST("Mmes"),
                             STR_CONST("Mlle"),
                             STR_CONST("Dr"),
                             STR_CONST("Dre"),
                             STR_CONST("Pr"),
                             STR_CONST("Me"),
                             STR_CONST("S.E."),
                             STR_CONST("St"),
                             STR_CONST("Ste"),
                             NONE};
static const Str numbered[] = {
    STR_CONST("n°"),    STR_CONST("nº"),   STR_CONST("N°"),   STR_CONST("nos"),  STR_CONST("p."),
    STR_CONST("pp."),   STR_CONST("art."), STR_CONST("fig."), STR_CONST("vol."), STR_CONST("t."),
    STR_CONST("chap."), STR_CONST("par."), STR_CONST("al."),  STR_CONST("§"),    STR_CONST("h"),
    STR_CONST("EUR"),   STR_CONST("USD"),  STR_CONST("MAD"),  STR_CONST("CAD"),  NONE};
static const Str units[] = {
    STR_CONST("%"),        STR_CONST("€"),        STR_CONST("$"),         STR_CONST("km"),
    STR_CONST("m"),        STR_CONST("cm"),       STR_CONST("mm"),        STR_CONST("kg"),
    STR_CONST("g"),        STR_CONST("t"),        STR_CONST("ha"),        STR_CONST("km²"),
    STR_CONST("m²"),       STR_CONST("°C"),       STR_CONST("kWh"),       STR_CONST("MW"),
    STR_CONST("GW"),       STR_CONST("h"),        STR_CONST("min"),       STR_CONST("EUR"),
    STR_CONST("USD"),      STR_CONST("Mo"),       STR_CONST("Go"),        STR_CONST("million"),
    STR_CONST("millions"), STR_CONST("milliard"), STR_CONST("milliards"), NONE};
static const LanguageGlue glue = {.titles = titles,
                                  .numbered = numbered,
                                  .units = units,
                                  .ends = STR_CONST(".ersth\xA7\xB0\xBA"),
                                  .has_spaced_thousands = true};

static const LanguageList list = {.two = STR_CONST(" et "), .many = STR_CONST(" et ")};

static const LanguageWords words = {
    .weekdays = {STR_CONST("dimanche"), STR_CONST("lundi"), STR_CONST("mardi"),
                 STR_CONST("mercredi"), STR_CONST("jeudi"), STR_CONST("vendredi"),
                 STR_CONST("samedi")},
    .months = {STR_CONST("janvier"), STR_CONST("février"), STR_CONST("mars"), STR_CONST("avril"),
               STR_CONST("mai"), STR_CONST("juin"), STR_CONST("juillet"), STR_CONST("août"),
               STR_CONST("septembre"), STR_CONST("octobre"), STR_CONST("novembre"),
               STR_CONST("décembre")},
    .first_day = STR_CONST("1er"),
    .terms = {[TERM_AS_PUBLISHED] = STR_CONST("Texte d’origine"),
              [TERM_EDITED] = STR_CONST("Version remaniée"),
              [TERM_SUMMARY] = STR_CONST("Résumé"),
              [TERM_TRANSLATION] = STR_CONST("Traduction"),
              [TERM_RETRIEVED] = STR_CONST("Consulté le"),
              [TERM_ORIGINAL] = STR_CONST("Original"),
              [TERM_REPORTED] = STR_CONST("Propos rapportés"),
              [TERM_TRANSLATED] = STR_CONST("Propos traduits"),
              [TERM_VIDEO] = STR_CONST("Vidéo"),
              [TERM_AUDIO] = STR_CONST("Audio"),
              [TERM_PHOTO] = STR_CONST("Photo"),
              [TERM_DOCUMENT] = STR_CONST("Document"),
              [TERM_WEB_PAGE] = STR_CONST("Page web"),
              [TERM_RECORDING] = STR_CONST("enregistrement"),
              [TERM_CHECKED] = STR_CONST("vérifié le"),
              [TERM_NOTE] = STR_CONST("Note"),
              [TERM_WARNING] = STR_CONST("Avertissement"),
              [TERM_DEFINITION] = STR_CONST("Définition"),
              [TERM_SOURCE] = STR_CONST("Source"),
              [TERM_CONTINUED] = STR_CONST("suite"),
              [TERM_QR_CODE] = STR_CONST("Code QR"),
              [TERM_FOLIO] = STR_CONST("{page} sur {pages}"),
              [TERM_ITEM_FOLIO] = STR_CONST("Point {item} \xC2\xB7 {item-page} sur {item-pages}"),
              [TERM_PACK_FOLIO] = STR_CONST("Dossier {page}"),
              [TERM_CONTENTS] = STR_CONST("Sommaire"),
              [TERM_FOR_DECISION] = STR_CONST("Pour d\xC3\xA9"
                                              "cision"),
              [TERM_FOR_DISCUSSION] = STR_CONST("Pour d\xC3\xA9"
                                                "bat"),
              [TERM_FOR_INFORMATION] = STR_CONST("Pour information"),
              [TERM_FOR_NOTING] = STR_CONST("Pour prise d\xE2\x80\x99"
                                            "acte"),
              [TERM_OWNER] = STR_CONST("Responsable"),
              [TERM_PRESENTER] = STR_CONST("Pr\xC3\xA9sentation"),
              [TERM_CONSIDERED] = STR_CONST("Examin\xC3\xA9 par"),
              [TERM_TO_FOLLOW] = STR_CONST("Document \xC3\xA0 venir"),
              [TERM_WITHDRAWN] = STR_CONST("Document retir\xC3\xA9"),
              [TERM_ORAL] = STR_CONST("Rapport oral"),
              [TERM_EXEMPT] = STR_CONST("Exempt\xC3\xA9 de publication"),
              [TERM_DUE] = STR_CONST("pour le"),
              [TERM_CONTROL] = STR_CONST("Contr\xC3\xB4le du document"),
              [TERM_SYMBOL] = STR_CONST("Cote"),
              [TERM_VERSION] = STR_CONST("Version"),
              [TERM_DATE] = STR_CONST("Date"),
              [TERM_AUTHOR] = STR_CONST("Auteur"),
              [TERM_SUPERSEDES] = STR_CONST("Remplace"),
              [TERM_RETENTION] = STR_CONST("Conservation"),
              [TERM_CLEARED_BY] = STR_CONST("Valid\xC3\xA9 par"),
              [TERM_ROLE] = STR_CONST("Fonction"),
              [TERM_DISTRIBUTION] = STR_CONST("Diffusion"),
              [TERM_COPY] = STR_CONST("Exemplaire"),
              [TERM_RECIPIENT] = STR_CONST("Destinataire"),
              [TERM_EDITION] = STR_CONST("\xC3\x89"
                                         "dition"),
              [TERM_THEME] = STR_CONST("Th\xC3\xA8me"),
              [TERM_WHEN] = STR_CONST("Quand"),
              [TERM_WHERE] = STR_CONST("O\xC3\xB9"),
              [TERM_PREPARED_FOR] = STR_CONST("Pr\xC3\xA9par\xC3\xA9 pour"),
              [TERM_PAGE] = STR_CONST("page"),
              [TERM_WITHHELD] = STR_CONST("Non communiqu\xC3\xA9"),
              [TERM_BACK] = STR_CONST("Retour au texte"),
              [TERM_OBJECTIVES] = STR_CONST("Objectifs"),
              [TERM_SUCCESS] = STR_CONST("Signes de réussite"),
              [TERM_MESSAGES] = STR_CONST("Messages clés"),
              [TERM_AVOID] = STR_CONST("À ne pas dire"),
              [TERM_QUOTATION] = STR_CONST("Citation"),
              [TERM_IF_PRESSED] = STR_CONST("Si l’on insiste"),
              [TERM_FOLLOW_UP] = STR_CONST("Ensuite"),
              [TERM_MEETING] = STR_CONST("Entretien"),
              [TERM_HEAD] = STR_CONST("Chef de délégation"),
              [TERM_ASKED_BY] = STR_CONST("À la demande de"),
              [TERM_WANT] = STR_CONST("Ce que nous voulons"),
              [TERM_RAISE] = STR_CONST("À soulever"),
              [TERM_IF_RAISED] = STR_CONST("Si on le soulève"),
              [TERM_INTERPRETER] = STR_CONST("Interprète"),
              [TERM_NOTE_TAKER] = STR_CONST("Notes prises par"),
              [TERM_RECOMMENDATIONS] = STR_CONST("Recommandations"),
              [TERM_INVITED] = STR_CONST("est appelé à")}};

/* Imprimerie nationale: close to the word, before the mark that ends the sentence. */
static const LanguageNotes notes = {.before = STR_CONST(".,;:!?")};

static const Str tags[] = {STR_CONST("fr"), NONE};
static const Str canadian[] = {STR_CONST("fr-CA"), NONE};
static const Str european[] = {STR_CONST("fr-x-eu"), NONE};

const LanguageProfile language_fr[] = {{.tags = tags,
                                        .name = STR_CONST("French"),
                                        .hyphenation = STR_CONST("fr"),
                                        .left_min = 2,
                                        .right_min = 3,
                                        .date = STR_CONST("{day} {month} {year}"),
                                        .quotes = &quotes,
                                        .spaces = &spaces,
                                        .glue = &glue,
                                        .list = &list,
                                        .notes = &notes,
                                        .words = &words},
                                       {.tags = canadian,
                                        .name = STR_CONST("French"),
                                        .hyphenation = STR_CONST("fr"),
                                        .left_min = 2,
                                        .right_min = 3,
                                        .date = STR_CONST("{day} {month} {year}"),
                                        .quotes = &quotes,
                                        .spaces = &canadian_spaces,
                                        .glue = &glue,
                                        .list = &list,
                                        .notes = &notes,
                                        .words = &words},
                                       {.tags = european,
                                        .name = STR_CONST("French"),
                                        .hyphenation = STR_CONST("fr"),
                                        .left_min = 2,
                                        .right_min = 3,
                                        .date = STR_CONST("{day} {month} {year}"),
                                        .quotes = &quotes,
                                        .spaces = &no_spaces,
                                        .glue = &glue,
                                        .list = &list,
                                        .notes = &notes,
                                        .words = &words},
                                       {0}};
