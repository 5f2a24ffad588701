/* Field tables: every type, defaults, TBC, unknown and missing keys, and what is said about mistakes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "read/field.h"

typedef struct Maker {
    Scalar name, home;
} Maker;

typedef struct Thing {
    Scalar name, id, lang, url;
    Rich text;
    Markup *markup;
    bool is_big;
    int count, state;
    Date date;
    TimeCode time;
    Scalars tags;
    Maker *maker;
    FieldList makers;
    const Node *raw;
    int custom;
} Thing;

typedef struct Common {
    Scalar marking;
    bool number;
} Common;

static bool parse_even(Reader *reader, const Node *value, const Field *field, void *slot) {
    if (value->kind == NODE_SCALAR && value->text.len % 2 == 0) {
        *(int *)slot = (int)value->text.len;
        return true;
    }
    diag_add(reader->job->diags, E_BAD_VALUE, value->span, (Str){0}, "%s wants %s", field->key,
             field->expects);
    return false;
}

static bool check_thing(Reader *reader, const Node *mapping, void *record) {
    const Thing *thing = record;
    if (thing->count != 13) return true;
    diag_add(reader->job->diags, E_BAD_VALUE, mapping->span, (Str){0}, "13 brings bad luck");
    return false;
}

static const char *const states[] = {"draft", "final", NULL};

static const Field maker_fields[] = {
    {.key = "name", .type = FIELD_STRING, FIELD(Maker, name), .required = true},
    {.key = "home", .type = FIELD_URL, FIELD(Maker, home)},
    {0},
};
static const Record maker_record = {.name = "maker", .size = sizeof(Maker), .fields = maker_fields};

static const Field thing_fields[] = {
    {.key = "name", .type = FIELD_STRING, FIELD(Thing, name), .required = true},
    {.key = "id", .type = FIELD_ID, FIELD(Thing, id)},
    {.key = "lang", .type = FIELD_LANG, FIELD(Thing, lang), .default_value = "en"},
    {.key = "url", .type = FIELD_URL, FIELD(Thing, url)},
    {.key = "text", .type = FIELD_TEXT, FIELD(Thing, text)},
    {.key = "markup", .type = FIELD_MARKUP, FIELD(Thing, markup)},
    {.key = "big", .type = FIELD_BOOL, FIELD(Thing, is_big), .default_value = "true"},
    {.key = "count", .type = FIELD_INT, FIELD(Thing, count), .default_value = "7"},
    {.key = "state",
     .type = FIELD_CHOICE,
     FIELD(Thing, state),
     .choices = states,
     .default_value = "final"},
    {.key = "date", .type = FIELD_DATE, FIELD(Thing, date)},
    {.key = "time", .type = FIELD_TIMECODE, FIELD(Thing, time)},
    {.key = "tags", .type = FIELD_STRINGS, FIELD(Thing, tags)},
    {.key = "maker", .type = FIELD_RECORD, FIELD(Thing, maker), .record = &maker_record},
    {.key = "makers", .type = FIELD_RECORDS, FIELD(Thing, makers), .record = &maker_record},
    {.key = "raw", .type = FIELD_NODE, FIELD(Thing, raw)},
    {.key = "even",
     .type = FIELD_CUSTOM,
     FIELD(Thing, custom),
     .parse = parse_even,
     .expects = "an even word"},
    {0},
};
static const Record thing_record = {
    .name = "thing", .size = sizeof(Thing), .fields = thing_fields, .check = check_thing};

static const Field common_fields[] = {
    {.key = "marking", .type = FIELD_STRING, FIELD(Common, marking)},
    {.key = "number", .type = FIELD_BOOL, FIELD(Common, number), .default_value = "true"},
    {0},
};
static const Record common_record = {
    .name = "block", .size = sizeof(Common), .fields = common_fields};

typedef struct Fixture {
    Job job;
    Sources sources;
    Reader reader;
    Common common;
} Fixture;

static int open_fixture(void **state) {
    Fixture *fixture = calloc(1, sizeof *fixture);
    Job *job = &fixture->job;
    *job = (Job){.arena = arena_new(0), .scratch = arena_new(0), .limits = LIMITS_DEFAULT};
    job->sources = &fixture->sources;
    job->sources->arena = job->arena;
    job->diags = diag_new(job->arena);
    fixture->reader.job = job;
    *state = fixture;
    return 0;
}

static int close_fixture(void **state) {
    Fixture *fixture = *state;
    arena_drop(fixture->job.scratch);
    arena_drop(fixture->job.arena);
    free(fixture);
    return 0;
}

static bool read_thing(Fixture *fixture, const char *yaml, Thing *thing) {
    *thing = (Thing){0};
    fixture->common = (Common){0};
    uint32_t source = source_add(&fixture->sources, STR("a.yaml"), str_from(yaml));
    Node *root = node_parse(&fixture->job, source);
    assert_non_null(root);
    return record_read(&fixture->reader, root, &thing_record, thing, &common_record,
                       &fixture->common);
}

static void expect(Fixture *fixture, const char *expected) {
    Diags *diags = fixture->job.diags;
    Buf out = buf_new(fixture->job.arena);
    diag_sort(diags);
    for (size_t i = 0; i < diags->list.len; i++) {
        const Diag *diag = &diags->list.at[i];
        Place place = source_place(&fixture->sources, diag->span);
        buf_print(&out, "%u:%u %s %.*s%s%.*s\n", place.line, place.column,
                  diag_code(diag->code)->number, STR_ARG(diag->message),
                  diag->hint.len ? " | " : "", STR_ARG(diag->hint));
    }
    buf_add_char(&out, '\0');
    assert_string_equal(out.at, expected);
    diags->list.len = diags->errors = diags->warnings = 0;
}

static void every_type_is_read(void **state) {
    Fixture *fixture = *state;
    Thing thing;
    assert_true(read_thing(
        fixture,
        "name: A b\nid: a-1\nlang: fr-CA\nurl: https://x.org\nbig: false\ncount: -3\n"
        "state: draft\ndate: 2016-02-29\ntime: 1:22:45\ntags: [a, b]\nmaker: {name: M}\n"
        "makers:\n  - name: N\n  - name: O\n    home: mailto:o@x.org\nraw: [1]\neven: four\n"
        "text: some *words*\nmarkup: words\nmarking: INTERNAL\nnumber: false\n",
        &thing));
    expect(fixture, "");
    Buf out = buf_new(fixture->job.arena);
    thing.text.count = 0; /* rich_dump() has its own tests */
    thing.markup = NULL;
    record_dump(&thing_record, &thing, &fixture->sources, 0, &out);
    buf_add_char(&out, '\0');
    assert_string_equal(
        out.at, "name: \"A b\"\nid: \"a-1\"\nlang: \"fr-CA\"\nurl: \"https://x.org\"\nbig: false\n"
                "count: -3\nstate: draft\ndate: 2016-02-29\ntime: 4965 s\ntags: \"a\", \"b\"\n"
                "maker: \n  name: \"M\"\nmakers: 2\n  -\n    name: \"N\"\n  -\n    name: \"O\"\n"
                "    home: \"mailto:o@x.org\"\nraw: 16:6 list\n- 16:7 plain \"1\"\n");
    assert_int_equal(thing.custom, 4);
    assert_true(str_is(fixture->common.marking.text, "INTERNAL"));
    assert_false(fixture->common.number);
}

static void defaults_are_as_an_author_writes_them(void **state) {
    Fixture *fixture = *state;
    Thing thing;
    assert_true(read_thing(fixture, "name: x\ntags: one\n", &thing));
    expect(fixture, "");
    assert_true(str_is(thing.lang.text, "en") && !thing.lang.given && thing.name.given);
    assert_true(thing.is_big && thing.count == 7 && thing.state == 1 && fixture->common.number);
    assert_int_equal(thing.tags.len, 1);
    assert_null(thing.maker);
    assert_int_equal(thing.date.year, 0);
}

static void tbc_is_accepted_everywhere(void **state) {
    Fixture *fixture = *state;
    Thing thing;
    assert_true(read_thing(
        fixture,
        "name: TBC\nid: \"TBC: ask\"\ncount: TBC\ndate: TBC\nmaker: TBC\ntags: [a, TBC]\n"
        "state: TBC\nmakers: TBC\ntime: TBC\n",
        &thing));
    expect(fixture, "");
    assert_int_equal(fixture->reader.tbcs.len, 7);
    assert_int_equal(fixture->reader.unprinted_tbcs.len, 2);
    assert_true(thing.name.is_tbc && thing.id.is_tbc && thing.date.scalar.is_tbc &&
                thing.tags.at[1].is_tbc);
    assert_true(thing.count == 7 && !thing.date.year && !thing.maker && thing.state == 1);
    assert_false(text_is_tbc(STR("TBCs")));
}

typedef struct Case {
    const char *yaml, *diags;
} Case;

static const Case cases[] = {
    {"nam: x\n", "1:1 E0102 unknown key \"nam\" in thing | did you mean \"name\"?\n"},
    {"name: x\nmaker: {nom: y}\n",
     "2:9 E0102 unknown key \"nom\" in maker | did you mean \"name\"?\n"},
    {"id: x\n", "1:1 E0103 thing has no \"name\" | add `name:`\n"},
    {"name: x\nmaker: {zebra: y}\n",
     "2:9 E0102 unknown key \"zebra\" in maker | keys here: name, home\n"
     "2:9 E0103 maker has no \"name\" | add `name:`\n"},
    {"name: x\nmakring: y\n",
     "2:1 E0102 unknown key \"makring\" in thing | did you mean \"marking\"?\n"},
    {"name: [x]\n",
     "1:7 E0105 expected text, found a list | did you mean text? use >-\nname: >-\n  [x]\n"},
    {"name:\n  Minister: yes\n", "2:3 E0114 the colon behind \"Minister\" makes a mapping of this "
                                 "text | use >-\nname: >-\n  Minister: yes\n"},
    {"name:\n", "1:6 E0107 \"name\" has no value | write a value, or leave the key out\n"},
    {"name: |\n  a\n  b\n",
     "3:3 E0106 \"name\" takes a single line | join the lines, or use >- instead of |\n"},
    {"name: x\nid: a b\n",
     "2:5 E0311 \"a b\" is not an id | use letters, digits, - _ and . only\n"},
    {"name: x\nlang: en_GB\n", "2:7 E0312 \"en_GB\" is not a language tag | write a BCP 47 tag "
                               "such as en, fr-CA or zh-Hant\n"},
    {"name: x\nurl: x.org/a\n",
     "2:6 E0106 \"x.org/a\" is not a URL | did you mean \"https://x.org/a\"?\n"},
    {"name: x\nbig: yes\n", "2:6 E0106 \"yes\" is not true or false | write true\n"},
    {"name: x\nbig: {a: b}\n",
     "2:6 E0105 expected true or false, found a mapping | write it as in `big: true`\n"},
    {"name: x\ncount: 1.5\n", "2:8 E0106 \"1.5\" is not a whole number | write digits only\n"},
    {"name: x\ncount: 13\n", "1:1 E0106 13 brings bad luck\n"},
    {"name: x\nstate: finale\n",
     "2:8 E0106 \"finale\" is not a value of \"state\" | did you mean \"final\"?\n"},
    {"name: x\nstate: zebra\n",
     "2:8 E0106 \"zebra\" is not a value of \"state\" | one of draft, final\n"},
    {"name: x\ndate: 2018-02-29\n",
     "2:7 E0310 \"2018-02-29\" is not a date | that month has 28 days\n"},
    {"name: x\ndate: 8.12.2018\n",
     "2:7 E0310 \"8.12.2018\" is not a date | write year-month-day, as in 2018-12-08\n"},
    {"name: x\ntime: 1:75\n",
     "2:7 E0106 \"1:75\" is not a time code | write h:mm:ss or mm:ss, as in 1:22:45\n"},
    {"name: x\ntags: {a: b}\n",
     "2:7 E0105 expected a list, found a mapping | write it as in `tags: [one, two]`\n"},
    {"name: x\nmakers: {name: y}\n",
     "2:9 E0105 expected a list, found a mapping | begin each entry with a dash\n"
     "makers:\n  - name: ...\n"},
    {"name: x\nmaker: y\n",
     "2:8 E0105 expected a mapping (maker), found text | write keys, as in `name: ...`\n"},
    {"name: x\neven: odd\n", "2:7 E0106 even wants an even word\n"},
    {"name: x\ntext: at #4\n",
     "2:10 E0111 the rest of this line is a comment | use >-\ntext: >-\n  at #4\n"},
    {"name: x\ndate: 2018-12-08 # fine\n", ""},
    {"name: x\ntext: ' '\n", "2:7 E0107 empty text | write the text, or leave the key out\n"},
};

static void mistakes_are_reported(void **state) {
    Fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Thing thing;
        assert_int_equal(read_thing(fixture, cases[i].yaml, &thing), !*cases[i].diags);
        expect(fixture, cases[i].diags);
    }
}

static void what_a_syntax_error_spoilt_is_not_judged(void **state) {
    Fixture *fixture = *state;
    Thing thing;
    assert_false(read_thing(fixture, "id: x\n name: y\ndate: *x*\nstate: @x\n", &thing));
    assert_int_equal(fixture->job.diags->list.len, 3);
    for (size_t i = 0; i < 3; i++) assert_true(fixture->job.diags->list.at[i].span.start > 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_type_is_read, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(defaults_are_as_an_author_writes_them, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(tbc_is_accepted_everywhere, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(mistakes_are_reported, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(what_a_syntax_error_spoilt_is_not_judged, open_fixture,
                                        close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
