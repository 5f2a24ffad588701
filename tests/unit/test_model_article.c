/* An article as a whole: its keys, its checks, TBC, the language. */
#include "model_fixture.h"

#define HEAD "dossier: article\ntitle: T\n"

static void a_whole_article_is_read(void **state) {
    Fixture *fixture = *state;
    const Model *model = fixture_read(fixture, "dossier: article\n"
                                               "lang: en-GB\n"
                                               "kicker: News\n"
                                               "title: A *long* title\n"
                                               "date: 2018-12-12\n"
                                               "weekday: wednesday\n"
                                               "body: >-\n"
                                               "  One.\n"
                                               "\n"
                                               "\n"
                                               "  Two.\n");
    expect_diags(fixture, "");
    assert_non_null(model);
    const Article *article = model->article;
    assert_str_equal(model->lang, "en-GB");
    assert_str_equal(rich_plain(fixture->job.arena, &article->title), "A long title");
    assert_str_equal(rich_plain(fixture->job.arena, &article->short_title), "A long title");
    assert_int_equal(article->date.day, 12);
    assert_int_equal(article->state, STATE_DRAFT);
    assert_null(article->published_by);
    assert_int_equal(article->body.len, 2);
    assert_ptr_equal(article->body.at[1]->kind, &fake_text);
    Buf dump = buf_new(fixture->job.arena);
    model_dump(model, &dump);
    assert_true(dump.len > 0);
}

static void short_is_kept_when_given(void **state) {
    Fixture *fixture = *state;
    const Model *model = fixture_read(fixture, HEAD "short: S\nbody: x\n");
    expect_diags(fixture, "");
    assert_str_equal(rich_plain(fixture->job.arena, &model->article->short_title), "S");
}

static void weekdays_are_checked(void **state) {
    static const struct {
        const char *text, *diags;
    } cases[] = {
        {HEAD "date: 2018-12-12\nweekday: WEDNESDAY\nbody: x\n", ""},
        {HEAD "lang: fr\ndate: 2018-12-12\nweekday: Mercredi\nbody: x\n", ""},
        {HEAD "lang: fr-CA\ndate: 2018-12-12\nweekday: jeudi\nbody: x\n",
         "5:10 E0306 2018-12-12 is a mercredi, not a jeudi | write mercredi, or correct the "
         "date\n"},
        {HEAD "lang: es\ndate: 2018-12-12\nweekday: Wednesday\nbody: x\n",
         "5:10 E0306 \"Wednesday\" is not a weekday | the date is a miércoles (weekdays are "
         "checked in "
         "Spanish)\n"},
        {HEAD "date: 2000-02-29\nweekday: Tuesday\nbody: x\n", ""},
        {HEAD "date: 2018-12-12\nweekday: Thursday\nbody: x\n",
         "4:10 E0306 2018-12-12 is a Wednesday, not a Thursday | write Wednesday, or correct the "
         "date\n"},
        {HEAD "date: 2018-12-12\nweekday: Wensday\nbody: x\n",
         "4:10 E0306 \"Wensday\" is not a weekday | the date is a Wednesday (weekdays are checked "
         "in "
         "English)\n"},
        {HEAD "weekday: Monday\nbody: x\n",
         "3:10 E0306 there is no date to check the weekday against | add `date`\n"},
    };
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_non_null(fixture_read(fixture, cases[i].text));
        expect_diags(fixture, cases[i].diags);
    }
}

static void tbc_warns_in_drafts_and_fails_when_final(void **state) {
    Fixture *fixture = *state;
    fixture_read(fixture, HEAD "kicker: TBC\ndate: TBC\nweekday: Monday\nbody: x\n");
    expect_diags(fixture, "3:9 W0313 still to be confirmed\n4:7 W0313 still to be confirmed\n");
    fixture_read(fixture, HEAD "kicker: \"TBC: ask\"\nstate: final\nbody: x\n");
    expect_diags(fixture,
                 "3:10 E0307 TBC in a final document | fill it in, or set `state: draft`\n");
}

static void the_language_comes_from_options_then_the_file(void **state) {
    Fixture *fixture = *state;
    fixture_write(fixture, "article.yaml", HEAD "lang: fr\nbody: x\n");
    Str path = fixture_path(fixture, "article.yaml");
    ModelOptions options = {.lang = STR("es")};
    assert_str_equal(model_read(&fixture->job, path, fake_kinds, options)->lang, "es");
    assert_str_equal(model_read(&fixture->job, path, fake_kinds, (ModelOptions){0})->lang, "fr");
    expect_diags(fixture, "");
    options.lang = STR("e s");
    assert_str_equal(model_read(&fixture->job, path, fake_kinds, options)->lang, "en");
    expect_diags(fixture,
                 "0:0 E0312 \"e s\" is not a language tag | write a tag such as en, en-GB, "
                 "fr or zh-Hant\n");
}

static void withholding_fails_closed(void **state) {
    static const struct {
        const char *text, *place;
    } cases[] = {
        {HEAD "audience: [principal]\nbody: x\n", "3:12"},
        {HEAD "body:\n  - text: x\n    audience: [principal]\n", "5:16"},
        {HEAD "body:\n  - quote: x\n    withheld: privacy\n", "5:15"},
        {HEAD "body:\n  - quote: x\n    marking: INTERNAL\n", "5:14"},
        {HEAD "body: >-\n  A [word]{audience=principal} here.\n", "4:"},
    };
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Diags *diags = fixture->job.diags;
        fixture_read(fixture, cases[i].text);
        assert_int_equal(diags->list.len, 1);
        assert_int_equal(diags->list.at[0].code, E_NOT_IMPLEMENTED);
        Place place = source_place(fixture->job.sources, diags->list.at[0].span);
        Str found = str_format(fixture->job.arena, "%u:%u", place.line, place.column);
        assert_true(str_starts(found, str_from(cases[i].place)));
        diags->list.len = diags->errors = 0;
    }
}

static void the_body_is_a_list_or_a_text(void **state) {
    Fixture *fixture = *state;
    fixture_read(fixture, HEAD "body: {quote: x}\n");
    expect_diags(fixture,
                 "3:7 E0105 the body is a list of blocks or one text, not a mapping | begin "
                 "each block with `- `\n");
    fixture_read(fixture, HEAD "body: []\n");
    expect_diags(fixture, "3:7 E0107 the body is empty\n");
}

static void use_is_relative_to_the_article(void **state) {
    Fixture *fixture = *state;
    fixture_write(fixture, "directory.yaml", "dossier: directory\nterms: {cop: {name: COP}}\n");
    const Model *model = fixture_read(fixture, HEAD "use: directory.yaml\nbody: x\n");
    expect_diags(fixture, "");
    assert_non_null(directory_find(model->directory, STR("cop")));
    fixture_read(fixture, HEAD "use: [nowhere.yaml]\nbody: x\n");
    assert_int_equal(fixture->job.diags->list.len, 1);
    assert_int_equal(fixture->job.diags->list.at[0].code, E_CANNOT_READ);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MODEL_TEST(a_whole_article_is_read),
        MODEL_TEST(short_is_kept_when_given),
        MODEL_TEST(weekdays_are_checked),
        MODEL_TEST(tbc_warns_in_drafts_and_fails_when_final),
        MODEL_TEST(the_language_comes_from_options_then_the_file),
        MODEL_TEST(withholding_fails_closed),
        MODEL_TEST(the_body_is_a_list_or_a_text),
        MODEL_TEST(use_is_relative_to_the_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
