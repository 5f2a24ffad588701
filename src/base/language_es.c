/* Spanish: guillemets outside as the Academies have it; America and the UN print “ ” outside (CLDR).
 *
 * Ortografía de la lengua española (2010): no space inside guillemets, none behind ¿ ¡;
 * `y` becomes `e` before the sound i, but not before the diphthong of hielo. A word keeps two letters on both
 * sides of a hyphen, as its patterns are made for. */
#include "base/language.h"

#define NONE \
    { 0 }

static const LanguageQuotes quotes = {.outer = {STR_CONST("«"), STR_CONST("»")},
                                      .inner = {STR_CONST("“"), STR_CONST("”")},
                                      .apostrophe = STR_CONST("’")};
static const LanguageQuotes american_quotes = {.outer = {STR_CONST("“"), STR_CONST("”")},
                                               .inner = {STR_CONST("‘"), STR_CONST("’")},
                                               .apostrophe = STR_CONST("’")};

static const LanguageSpaces spaces = {.inside = STR_CONST(""), .has_openers = true};

static const Str titles[] = {STR_CONST("Sr."),    STR_CONST("Sra."),   STR_CONST("Sres."),
                             STR_CONST("Sras."),  STR_CONST("Srta."),  STR_CONST("Dr."),
                             STR_CONST("Dra."),   STR_CONST("Prof."),  STR_CONST("Profa."),
                             STR_CONST("D."),     STR_CONST("D.ª"),    STR_CONST("Dña."),
                             STR_CONST("Excmo."), STR_CONST("Excma."), STR_CONST("Sto."),
                             STR_CONST("Sta."),   STR_CONST("S.E."),   NONE};
static const Str numbered[] = {
    STR_CONST("n.º"),   STR_CONST("N.º"),  STR_CONST("núm."),  STR_CONST("núms."),
    STR_CONST("p."),    STR_CONST("pp."),  STR_CONST("pág."),  STR_CONST("págs."),
    STR_CONST("párr."), STR_CONST("art."), STR_CONST("arts."), STR_CONST("fig."),
    STR_CONST("vol."),  STR_CONST("cap."), STR_CONST("§"),     STR_CONST("EUR"),
    STR_CONST("USD"),   STR_CONST("MAD"),  STR_CONST("MXN"),   NONE};
static const Str units[] = {
    STR_CONST("%"),        STR_CONST("€"),      STR_CONST("km"),       STR_CONST("m"),
    STR_CONST("cm"),       STR_CONST("mm"),     STR_CONST("kg"),       STR_CONST("g"),
    STR_CONST("t"),        STR_CONST("ha"),     STR_CONST("km²"),      STR_CONST("m²"),
    STR_CONST("°C"),       STR_CONST("kWh"),    STR_CONST("MW"),       STR_CONST("GW"),
    STR_CONST("h"),        STR_CONST("min"),    STR_CONST("EUR"),      STR_CONST("USD"),
    STR_CONST("MB"),       STR_CONST("GB"),     STR_CONST("mil"),      STR_CONST("millón"),
    STR_CONST("millones"), STR_CONST("billón"), STR_CONST("billones"), NONE};
static const Str joints[] = {STR_CONST("de"), NONE};
static const LanguageGlue glue = {.titles = titles,
                                  .numbered = numbered,
                                  .units = units,
                                  .joints = joints,
                                  .ends = STR_CONST(".\xA7\xAA\xBA"),
                                  .has_spaced_thousands = true};

static const Str before_i[] = {STR_CONST("i"), STR_CONST("í"), STR_CONST("hi"), STR_CONST("hí"),
                               NONE};
static const Str diphthongs[] = {STR_CONST("ia"),  STR_CONST("ie"),  STR_CONST("io"),
                                 STR_CONST("iu"),  STR_CONST("hia"), STR_CONST("hie"),
                                 STR_CONST("hio"), STR_CONST("hiu"), NONE};
static const LanguageList list = {.two = STR_CONST(" y "),
                                  .many = STR_CONST(" y "),
                                  .other = STR_CONST(" e "),
                                  .other_before = before_i,
                                  .other_not_before = diphthongs};

static const LanguageWords words = {
    .weekdays = {STR_CONST("domingo"), STR_CONST("lunes"), STR_CONST("martes"),
                 STR_CONST("miércoles"), STR_CONST("jueves"), STR_CONST("viernes"),
                 STR_CONST("sábado")},
    .months = {STR_CONST("enero"), STR_CONST("febrero"), STR_CONST("marzo"), STR_CONST("abril"),
               STR_CONST("mayo"), STR_CONST("junio"), STR_CONST("julio"), STR_CONST("agosto"),
               STR_CONST("septiembre"), STR_CONST("octubre"), STR_CONST("noviembre"),
               STR_CONST("diciembre")},
    .terms = {[TERM_AS_PUBLISHED] = STR_CONST("Texto original"),
              [TERM_EDITED] = STR_CONST("Versión editada"),
              [TERM_SUMMARY] = STR_CONST("Resumen"),
              [TERM_TRANSLATION] = STR_CONST("Traducción"),
              [TERM_RETRIEVED] = STR_CONST("Consultado el"),
              [TERM_ORIGINAL] = STR_CONST("Original"),
              [TERM_REPORTED] = STR_CONST("Cita indirecta"),
              [TERM_TRANSLATED] = STR_CONST("Cita traducida"),
              [TERM_VIDEO] = STR_CONST("Vídeo"),
              [TERM_AUDIO] = STR_CONST("Audio"),
              [TERM_PHOTO] = STR_CONST("Fotografía"),
              [TERM_DOCUMENT] = STR_CONST("Documento"),
              [TERM_WEB_PAGE] = STR_CONST("Página web"),
              [TERM_RECORDING] = STR_CONST("grabación"),
              [TERM_CHECKED] = STR_CONST("comprobado el"),
              [TERM_NOTE] = STR_CONST("Nota"),
              [TERM_WARNING] = STR_CONST("Advertencia"),
              [TERM_DEFINITION] = STR_CONST("Definición"),
              [TERM_SOURCE] = STR_CONST("Fuente"),
              [TERM_CONTINUED] = STR_CONST("continuación"),
              [TERM_QR_CODE] = STR_CONST("Código QR"),
              [TERM_FOLIO] = STR_CONST("{page} de {pages}"),
              [TERM_ITEM_FOLIO] = STR_CONST("Punto {item} \xC2\xB7 {item-page} de {item-pages}"),
              [TERM_PACK_FOLIO] = STR_CONST("Dosier {page}"),
              [TERM_CONTENTS] = STR_CONST("\xC3\x8Dndice"),
              [TERM_FOR_DECISION] = STR_CONST("Para decisi\xC3\xB3n"),
              [TERM_FOR_DISCUSSION] = STR_CONST("Para debate"),
              [TERM_FOR_INFORMATION] = STR_CONST("Para informaci\xC3\xB3n"),
              [TERM_FOR_NOTING] = STR_CONST("Para tomar nota"),
              [TERM_OWNER] = STR_CONST("Responsable"),
              [TERM_PRESENTER] = STR_CONST("Presenta"),
              [TERM_CONSIDERED] = STR_CONST("Examinado por"),
              [TERM_TO_FOLLOW] = STR_CONST("Documento pendiente"),
              [TERM_WITHDRAWN] = STR_CONST("Documento retirado"),
              [TERM_ORAL] = STR_CONST("Informe oral"),
              [TERM_EXEMPT] = STR_CONST("Exento de publicaci\xC3\xB3n"),
              [TERM_DUE] = STR_CONST("para el"),
              [TERM_CONTROL] = STR_CONST("Control del documento"),
              [TERM_SYMBOL] = STR_CONST("Signatura"),
              [TERM_VERSION] = STR_CONST("Versi\xC3\xB3n"),
              [TERM_DATE] = STR_CONST("Fecha"),
              [TERM_AUTHOR] = STR_CONST("Autor"),
              [TERM_SUPERSEDES] = STR_CONST("Sustituye a"),
              [TERM_RETENTION] = STR_CONST("Conservaci\xC3\xB3n"),
              [TERM_CLEARED_BY] = STR_CONST("Aprobado por"),
              [TERM_ROLE] = STR_CONST("Funci\xC3\xB3n"),
              [TERM_DISTRIBUTION] = STR_CONST("Distribuci\xC3\xB3n"),
              [TERM_COPY] = STR_CONST("Ejemplar"),
              [TERM_RECIPIENT] = STR_CONST("Para"),
              [TERM_EDITION] = STR_CONST("Edici\xC3\xB3n"),
              [TERM_THEME] = STR_CONST("Tema"),
              [TERM_WHEN] = STR_CONST("Cu\xC3\xA1ndo"),
              [TERM_WHERE] = STR_CONST("D\xC3\xB3nde"),
              [TERM_PREPARED_FOR] = STR_CONST("Preparado para"),
              [TERM_PAGE] = STR_CONST("página"),
              [TERM_BACK] = STR_CONST("Volver al texto")}};

/* The "French system" of the Diccionario panhispánico de dudas (llamada de nota, 3.a), which the European
 * Union's style guide prescribes; behind ? ! and an ellipsis. */
static const LanguageNotes notes = {.before = STR_CONST(".,;:")};

static const Str tags[] = {STR_CONST("es"), NONE};
static const Str american[] = {STR_CONST("es-419"),
                               STR_CONST("es-AR"),
                               STR_CONST("es-BO"),
                               STR_CONST("es-CL"),
                               STR_CONST("es-CO"),
                               STR_CONST("es-CR"),
                               STR_CONST("es-CU"),
                               STR_CONST("es-DO"),
                               STR_CONST("es-EC"),
                               STR_CONST("es-GT"),
                               STR_CONST("es-HN"),
                               STR_CONST("es-MX"),
                               STR_CONST("es-NI"),
                               STR_CONST("es-PA"),
                               STR_CONST("es-PE"),
                               STR_CONST("es-PR"),
                               STR_CONST("es-PY"),
                               STR_CONST("es-SV"),
                               STR_CONST("es-US"),
                               STR_CONST("es-UY"),
                               STR_CONST("es-VE"),
                               STR_CONST("es-x-un"),
                               NONE};

const LanguageProfile language_es[] = {{.tags = tags,
                                        .name = STR_CONST("Spanish"),
                                        .hyphenation = STR_CONST("es"),
                                        .left_min = 2,
                                        .right_min = 2,
                                        .own_letters = STR_CONST("ñ"),
                                        .date = STR_CONST("{day} de {month} de {year}"),
                                        .quotes = &quotes,
                                        .spaces = &spaces,
                                        .glue = &glue,
                                        .list = &list,
                                        .notes = &notes,
                                        .words = &words},
                                       {.tags = american,
                                        .name = STR_CONST("Spanish"),
                                        .hyphenation = STR_CONST("es"),
                                        .left_min = 2,
                                        .right_min = 2,
                                        .own_letters = STR_CONST("ñ"),
                                        .date = STR_CONST("{day} de {month} de {year}"),
                                        .quotes = &american_quotes,
                                        .spaces = &spaces,
                                        .glue = &glue,
                                        .list = &list,
                                        .notes = &notes,
                                        .words = &words},
                                       {0}};
