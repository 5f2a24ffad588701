/* One slip a row: every check over small articles, with the words it points at. */
#include "model_fixture.h"

#include "check/check.h"

typedef struct Case {
    Code code;
    const char *head; /* further lines of the article */
    const char *text;
    const char *wanted; /* what each message points at, with | between; empty: no message */
} Case;

static const Case cases[] = {
    {W_PLACEHOLDER, "", "It is TBD, and XXX.", "TBD|XXX"},
    {W_PLACEHOLDER, "", "The TBDs of xxxing are nothing.", ""},
    {W_PLACEHOLDER, "lang: fr\n", "Lieu à confirmer.", "à confirmer"},
    {W_PLACEHOLDER, "lang: es\n", "Hay todo, por definir.", "por definir"},
    {W_ACRONYM, "", "The GFMD met. The GFMD left.", "GFMD"},
    {W_ACRONYM, "", "The Global Forum on Migration and Development (GFMD) met.", ""},
    {W_ACRONYM, "", "GFMD (the global forum) met, and COP24 did.", "COP24"},
    {W_ACRONYM, "", "The UN and the NGOs met in Table XIV; they did NOT and do not know.", ""},
    {W_ACRONYM, "", "See A/RES/73/195 and MET_BRF.", ""},
    {W_ACRONYM_ONCE, "", "The Open Society Foundations (OSF) came.", "OSF"},
    {W_ACRONYM_ONCE, "", "The Open Society Foundations (OSF) came, and the OSF left.", ""},
    {W_YEAR, "", "On 8 December and 9 December.", "8 December"},
    {W_YEAR, "", "In 2018, on 8 December.", ""},
    {W_YEAR, "date: 2018-12-12\n", "On 8 December.", ""},
    {W_YEAR, "", "On December 8 they may 8 times.", "December 8"},
    {W_YEAR, "lang: es\n", "El 8 de diciembre.", "8 de diciembre"},
    {W_DATE, "", "Monday 12 December 2018, Wednesday 12 December 2018", "Monday 12 December 2018"},
    {W_DATE, "", "On Tuesday, December 12th, 2018", "Tuesday, December 12th, 2018"},
    {W_DATE, "date: 2019-01-02\n", "Monday 31 December, Tuesday 31 December",
     "Tuesday 31 December"},
    {W_DATE, "", "30 February 2019 and 29 February 2019, 29 February 2020",
     "30 February 2019|29 February 2019"},
    {W_DATE, "lang: fr\n", "lundi 1er janvier 2019, mardi 1er janvier 2019",
     "lundi 1er janvier 2019"},
    {W_DOUBLE_SPACE, "", "Two  spaces, and three   once more.", " "},
    {W_DOUBLE_SPACE, "", "No two `a  b` here.", ""},
    {W_SPACE_BEFORE, "", "Here , it is ; and .5 of it", " ,"},
    {W_SPACE_BEFORE, "lang: fr\n", "Ici ; et là ?", ""},
    {W_DOUBLED_WORD, "", "It is the\n    the text.", "the"},
    {W_DOUBLED_WORD, "", "He had had it in Baden Baden; the `the`, 12 12.", ""},
    {W_DOUBLED_WORD, "lang: id\n", "orang orang", ""},
    {W_LONG_BOLD, "", "**a b c d e f g h i j k l m n o p q r s t u v w x y**", ""},
    {W_LONG_BOLD, "", "**a b c d e f g h i j k l m n o p q r s t u v w x y z**",
     "a b c d e f g h i j k l m n o p q r s t u v w x y z"},
    {W_CAPITALS, "", "ALL OF THIS IS LOUDER", "ALL OF THIS IS LOUDER"},
    {W_CAPITALS, "", "NOT ALL OF THIS Is", ""},
    {W_LINK_WORDS, "", "Go [**here**](https://a.org) or [there](https://a.org).", "here"},
    {W_LINK_WORDS, "lang: fr\n", "[Cliquez ici](https://a.org)", "Cliquez ici"},
    {W_PLAIN_ADDRESS, "", "It is at a.org/b, https://a.org and Booking.com.", "a.org/b"},
    {W_PARTNER, "", "He “said (so” and \"left.", "(|\""},
    {W_PARTNER, "", "He «said» “so” (and) \"left\", 5\" wide.", ""},
    {W_PARTNER, "lang: de\n", "Er sagte „so“.", ""},
    {W_NUMBER_FORM, "", "1,000 and 2 000 and 3,000,000", "2 000"},
    {W_NUMBER_FORM, "lang: fr\n", "1,250 et 2 000", ""},
    {W_HEADING_STOP, "", "# What came.\n\n    # Inc.\n\n    # So", "."},
    {W_EMPTY_SECTION, "", "# One\n\n    ## Two\n\n    ## Three\n\n    Text\n\n    # Four",
     "Two|Four"},
};

static void expect_case(Fixture *fixture, const Case *row) {
    Diags *diags = fixture->job.diags;
    for (int code = 1; code < CODE_COUNT; code++) {
        if (diag_code((Code)code)->severity != SEVERITY_ERROR)
            diags->severity[code] = code == (int)row->code ? SEVERITY_WARNING : SEVERITY_OFF;
    }
    bool is_literal = strchr(row->text, '#') != NULL;
    Str article =
        str_format(fixture->job.arena, "dossier: article\n%stitle: one\nbody:\n  - %s\n    %s\n",
                   row->head, is_literal ? "|" : ">-", row->text);
    Model *model = fixture_read(fixture, article.at);
    assert_non_null(model);
    check_run(&fixture->job, model, NULL);
    diag_sort(diags);
    Buf found = buf_new(fixture->job.arena);
    for (size_t i = 0; i < diags->list.len; i++) {
        assert_int_equal(diags->list.at[i].code, row->code);
        if (i) buf_add_char(&found, '|');
        buf_add(&found, source_text(fixture->job.sources, diags->list.at[i].span));
    }
    buf_add_char(&found, 0);
    if (strcmp(found.at, row->wanted) != 0) print_message("in: %s\n", row->text);
    assert_string_equal(found.at, row->wanted);
    diags->list.len = diags->errors = diags->warnings = 0;
}

static void test_cases(void **state) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) expect_case(*state, &cases[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {MODEL_TEST(test_cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
