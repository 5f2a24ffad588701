/* What is printed for what was typed: quotation marks, apostrophes, spaces, capitals; French and Spanish. */
#include "shape_fixture.h"

#define N "\xC2\xA0"
#define T "\xE2\x80\xAF"

static const struct {
    const char *typed, *printed;
} cases[] = {
    /* quotation marks */
    {"He said \"yes\".", "He said “yes”."},
    {"\"Yes,\" he said, \"and 'no' too.\"", "“Yes,” he said, “and ‘no’ too.”"},
    {"(\"a\" \"b\")", "(“a” “b”)"},
    {"\"'Twas so,\" he said", "“’Twas so,” he said"},
    {"word—\"quoted\"—word", "word—“quoted”—word"},
    {"“kept” and ‘kept’ and it’s", "“kept” and ‘kept’ and it’s"},
    {"\"What?\" \"That!\"", "“What?” “That!”"},
    {"\"City Leadership in the UN Global Compacts\", and",
     "“City Leadership in the UN Global Compacts”, and"},
    /* apostrophes */
    {"this year's forum, mayors' views", "this year’s forum, mayors’ views"},
    {"the '90s, rock 'n' roll, o'clock", "the ’90s, rock ’n’ roll, o’clock"},
    {"'don't' he said", "‘don’t’ he said"},
    /* no-break spaces */
    {"Ms. Plante and Dr. No", "Ms." N "Plante and Dr." N "No"},
    {"on 10 December 2018", "on 10" N "December 2018"},
    {"the 10-11 December, 8 May.", "the 10-11" N "December, 8" N "May."},
    {"No. 5, p. 12, Art. 7", "No." N "5, p." N "12, Art." N "7"},
    {"12 km, 3.5 million (20 %)", "12" N "km, 3.5" N "million (20" N "%)"},
    {"J. K. Rowling and W.E.B. Du Bois", "J." N "K." N "Rowling and W.E.B." N "Du Bois"},
    {"one – two — three", "one" N "– two" N "— three"},
    {"over 150 mayors and 8 cities", "over 150 mayors and 8 cities"},
    {"It ended. The end", "It ended. The end"},
    {"2018 May be late", "2018 May be late"},
    /* blanks */
    {"a  b\tc", "a b c"},
    {" a", "a"},
    {"a\n b", "a\nb"},
    {"wait... what", "wait... what"},
    {"", ""},
};

static void typed_text_becomes_typographic(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const Shaped *shaped = fixture_shape_text(&fixture, cases[i].typed);
        assert_string_equal(fixture_text(&fixture, shaped->text), cases[i].printed);
    }
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

static const struct {
    const char *lang, *typed, *printed;
} spoken[] = {
    /* French: spaces before marks, typed or not */
    {"fr", "Quoi ? Oui ! Bien ; ceci : cela.", "Quoi" T "? Oui" T "! Bien" T "; ceci" N ": cela."},
    {"fr", "Quoi? Oui! Bien; ceci: cela.", "Quoi" T "? Oui" T "! Bien" T "; ceci" N ": cela."},
    {"fr", "Quoi" N "? Oui" T "! Bien" N "; ceci" T ": cela",
     "Quoi" T "? Oui" T "! Bien" T "; ceci" N ": cela"},
    {"fr-BE", "Quoi  ?", "Quoi" T "?"},
    {"fr", "Quoi ?! Non !!! (?) (oui !) Et… ! Fin...?",
     "Quoi" T "?! Non" T "!!! (?) (oui" T "!) Et…" T "! Fin..." T "?"},
    {"fr", "Quoi ? !", "Quoi" T "?!"},
    {"fr", "à 12:30, 1:2, https://x.org/?a=1;b:c mailto:a@b.c C:/x",
     "à 12:30, 1:2, https://x.org/?a=1;b:c mailto:a@b.c C:/x"},
    {"fr", "voir :ici ; là", "voir :ici" T "; là"},
    {"fr", "!", "!"},
    {"fr", " : a", ": a"},
    /* guillemets, nested marks */
    {"fr", "Il dit \"oui\".", "Il dit «" N "oui" N "»."},
    {"fr", "\"Il dit 'non'\" et \"elle \"oui\" aussi\"",
     "«" N "Il dit “non”" N "» et «" N "elle “oui” aussi" N "»"},
    {"fr", "\"Et toi?\" Non.", "«" N "Et toi" T "?" N "» Non."},
    {"fr", "«oui» et « non » et «" N "si" T "»",
     "«" N "oui" N "» et «" N "non" N "» et «" N "si" N "»"},
    {"fr", "« Il dit \"non\" »", "«" N "Il dit “non”" N "»"},
    {"fr", "« Quoi ! »", "«" N "Quoi" T "!" N "»"},
    {"fr", "« \"non\" »", "«" N "“non”" N "»"},
    {"fr", "l'\"avenir\" d'aujourd'hui", "l’«" N "avenir" N "» d’aujourd’hui"},
    {"fr", "(« a », «b»)", "(«" N "a" N "», «" N "b" N "»)"},
    {"fr", "» suite", "» suite"},
    /* words that stay together */
    {"fr", "le 12 décembre 2018, le 1er décembre", "le 12" N "décembre 2018, le 1er" N "décembre"},
    {"fr", "M. Dupont et Mme Plante", "M." N "Dupont et Mme" N "Plante"},
    {"fr", "n° 5, l'art. 7, 20 %, 14 h 30", "n°" N "5, l’art." N "7, 20" N "%, 14" N "h" N "30"},
    {"fr", "12 000 000 habitants en 2018 250 fois",
     "12" N "000" N "000 habitants en 2018 250 fois"},
    {"fr", "le 8 December", "le 8 December"},
    /* Canada, EU */
    {"fr-CA", "Quoi ? Oui! Bien ; ceci: \"cela\".",
     "Quoi? Oui! Bien; ceci" N ": «" N "cela" N "»."},
    {"fr-x-eu", "Quoi ? Oui! ceci : « cela »", "Quoi? Oui! ceci: «cela»"},
    /* Spanish */
    {"es", "\"Dijo \"no\" y 'sí'\"", "«Dijo “no” y “sí”»"},
    {"es-MX", "\"Dijo \"no\"\"", "“Dijo ‘no’”"},
    {"es", "¿ Qué? ¡" N "Ya! ¿\"Qué\"?", "¿Qué? ¡Ya! ¿«Qué»?"},
    {"es", "« hola »: eso", "«hola»: eso"},
    {"es", "el 12 de diciembre de 2018", "el 12" N "de diciembre de 2018"},
    {"es", "la Sra. Plante, n.º 5, pág. 3, 5 millones",
     "la Sra." N "Plante, n.º" N "5, pág." N "3, 5" N "millones"},
    /* English keeps its own, others English marks */
    {"en", "What ? « This » : yes", "What ? « This » : yes"},
    {"en", "\"He said \"yes\" twice\"", "“He said ‘yes’ twice”"},
    {"de", "\"So\" : ja", "“So” : ja"},
};

static void languages_have_their_own_rules(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    for (size_t i = 0; i < sizeof spoken / sizeof spoken[0]; i++) {
        fixture.paragraph.lang = str_from(spoken[i].lang);
        const Shaped *shaped = fixture_shape_text(&fixture, spoken[i].typed);
        assert_string_equal(fixture_text(&fixture, shaped->text), spoken[i].printed);
    }
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

static void parts_keep_their_rules(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    fixture.paragraph.lang = STR("fr");
    fixture_add(&fixture, "« ", FACE_REGULAR);
    fixture_add(&fixture, "Mots", FACE_BOLD);
    fixture_add(&fixture, " », et code ", FACE_REGULAR);
    fixture_add(&fixture, "; a: b", FACE_REGULAR)->is_verbatim = true;
    fixture_add(&fixture, " ! ", FACE_REGULAR);
    fixture_add(&fixture, "what? \"so\": now", FACE_ITALIC)->lang = STR("en");
    fixture_add(&fixture, " ", FACE_REGULAR);
    fixture_add(&fixture, "fin!", FACE_REGULAR)->look.uppercase = true;
    const Shaped *shaped = fixture_shape(&fixture);
    assert_string_equal(fixture_text(&fixture, shaped->text),
                        "«" N "Mots" N "», et code ; a: b" T "! what? “so”: now FIN" T "!");
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

static void marks_look_across_parts(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    fixture_add(&fixture, "so \"", FACE_REGULAR);
    fixture_add(&fixture, "bold", FACE_BOLD);
    fixture_add(&fixture, "\" is the city's", FACE_REGULAR);
    const Shaped *shaped = fixture_shape(&fixture);
    assert_string_equal(fixture_text(&fixture, shaped->text), "so “bold” is the city’s");
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

static void verbatim_parts_stay(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    fixture_add(&fixture, "x = \"it's\"  10 km", FACE_REGULAR)->is_verbatim = true;
    const Shaped *shaped = fixture_shape(&fixture);
    assert_string_equal(fixture_text(&fixture, shaped->text), "x = \"it's\"  10 km");
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

static void capitals_are_made(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    fixture_add(&fixture, "Straße, Montréal ÿ μήνας город", FACE_REGULAR)->look.uppercase = true;
    const Shaped *shaped = fixture_shape(&fixture);
    assert_string_equal(fixture_text(&fixture, shaped->text), "STRASSE, MONTRÉAL Ÿ ΜΉΝΑΣ ГОРОД");
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

/* The quotes before it are longer than what was typed; the place is that of the typed character. */
static void diagnostics_point_to_the_source(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    fixture_shape_text(&fixture, "\"a\"  'b' \xE2\x98\x83 c");
    diag_sort(fixture.job.diags);
    assert_true(fixture.job.diags->list.len >= 1);
    const Diag *diag = &list_last(&fixture.job.diags->list);
    assert_int_equal(diag->code, W_MISSING_GLYPH);
    assert_true(str_starts(diag->message,
                           STR("U+2603 \"\xE2\x98\x83\": in no font (tried Source Serif 4")));
    assert_int_equal(source_place(&fixture.sources, diag->span).column, 10);
    fixture_close(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typed_text_becomes_typographic),
        cmocka_unit_test(languages_have_their_own_rules),
        cmocka_unit_test(parts_keep_their_rules),
        cmocka_unit_test(marks_look_across_parts),
        cmocka_unit_test(verbatim_parts_stay),
        cmocka_unit_test(capitals_are_made),
        cmocka_unit_test(diagnostics_point_to_the_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
