/* layouts/README.md tells every key of a layout and every style: its tables of keys are made from the field tables
 * and from base.yaml (ACCEPT=1 writes them anew), its table of styles names those of base.yaml in their order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/resource.h"
#include "style/table.h"

#define PAGE TEST_SOURCE_DIR "/layouts/README.md"

typedef struct Reference {
    Job job;
    Sources sources;
    Str readme;
    const Node *base;
} Reference;

static Reference *reference_new(void) {
    Arena *arena = arena_new(0);
    Reference *reference = ARENA_NEW(arena, Reference);
    reference->sources.arena = arena;
    reference->job = (Job){.arena = arena,
                           .scratch = arena_new(0),
                           .sources = &reference->sources,
                           .diags = diag_new(arena),
                           .limits = LIMITS_DEFAULT};
    uint32_t source = 0;
    assert_true(node_read_file(&reference->job, STR(PAGE), (Span){0}, &source));
    reference->readme = source_find(&reference->sources, source)->bytes;
    Str base;
    assert_true(resource_find(STR("layouts/base.yaml"), &base));
    reference->base =
        node_parse(&reference->job, source_add(&reference->sources, STR("base.yaml"), base));
    assert_non_null(reference->base);
    return reference;
}

static void reference_drop(Reference *reference) {
    assert_int_equal(reference->job.diags->list.len, 0);
    arena_drop(reference->job.scratch);
    arena_drop(reference->job.arena);
}

/* ---- the table of a record ---- */

static void print_value(Buf *out, const Field *field) {
    static const char *const names[] = {[FIELD_STRING] = "text",
                                        [FIELD_BOOL] = "true, false",
                                        [FIELD_INT] = "a whole number",
                                        [FIELD_NODE] = "names and their values"};
    if (field->type == FIELD_CHOICE) {
        for (size_t i = 0; field->choices[i]; i++)
            buf_print(out, "%s%s", i ? ", " : "", field->choices[i]);
    } else if (field->expects) {
        buf_add(out, str_from(field->expects));
    } else {
        assert_true(field->type < sizeof names / sizeof *names && names[field->type]);
        buf_add(out, str_from(names[field->type]));
    }
}

/* What base.yaml gives, or the table's own default. */
static void print_default(Buf *out, const Field *field, const Node *given) {
    if (given && given->kind == NODE_SCALAR && given->text.len)
        buf_print(out, "`%.*s`", STR_ARG(given->text));
    else if (field->default_value)
        buf_print(out, "`%s`", field->default_value);
}

static void print_rows(Buf *out, const Record *record, Str path, const Node *base) {
    for (const Field *field = record->fields; field->key; field++) {
        const Node *given = base ? node_find(base, field->key) : NULL;
        if (str_is(str_from(field->key), "dossier")) continue;
        Str key = str_format(out->arena, "%.*s%s", STR_ARG(path), field->key);
        if (field->record) {
            print_rows(out, field->record, str_format(out->arena, "%.*s.", STR_ARG(key)), given);
            continue;
        }
        buf_print(out, "| `%.*s` | ", STR_ARG(key));
        print_value(out, field);
        buf_print(out, " | %s", field->help);
        if (base || path.len || record == &layout_record) {
            buf_add(out, STR(" | "));
            print_default(out, field, given);
        }
        buf_add(out, STR(" |\n"));
    }
}

static Str keys_of_layouts(const Reference *reference) {
    Buf out = buf_new(reference->job.arena);
    buf_add(&out, STR("| key | value | what it is | in `base` |\n| --- | --- | --- | --- |\n"));
    print_rows(&out, &layout_record, (Str){0}, reference->base);
    return buf_str(&out);
}

static Str keys_of_styles(const Reference *reference) {
    Buf out = buf_new(reference->job.arena);
    buf_add(&out, STR("| key | value | what it is |\n| --- | --- | --- |\n"));
    print_rows(&out, &style_record, (Str){0}, NULL);
    return buf_str(&out);
}

/* ---- the page ---- */

/* What stands between "<!-- NAME -->" and "<!-- end -->". */
static Str section(Str page, const char *name, size_t *from, size_t *to) {
    char mark[64];
    snprintf(mark, sizeof mark, "<!-- %s -->\n", name);
    *from = str_find(page, str_from(mark), 0);
    if (*from == SIZE_MAX) fail_msg("%s has no %s", PAGE, mark);
    *from += strlen(mark);
    *to = str_find(page, STR("<!-- end -->"), *from);
    assert_true(*to != SIZE_MAX);
    return str_slice(page, *from, *to);
}

static void write_page(Str head, Str table, Str tail) {
    FILE *file = fopen(PAGE, "w");
    assert_non_null(file);
    fprintf(file, "%.*s%.*s%.*s", STR_ARG(head), STR_ARG(table), STR_ARG(tail));
    assert_int_equal(fclose(file), 0);
}

static void check_section(const char *name, Str (*make)(const Reference *)) {
    Reference *reference = reference_new();
    Str page = reference->readme, table = make(reference);
    size_t from, to;
    bool is_same = str_equal(section(page, name, &from, &to), table);
    if (!is_same && getenv("ACCEPT"))
        write_page(str_slice(page, 0, from), table, str_slice(page, to, page.len));
    else if (!is_same)
        fail_msg("%s: the keys have changed; ACCEPT=1 writes\n%.*s", PAGE, STR_ARG(table));
    reference_drop(reference);
}

static void every_key_of_a_layout_is_told(void **state) {
    (void)state;
    check_section("keys of a layout", keys_of_layouts);
}

static void every_key_of_a_style_is_told(void **state) {
    (void)state;
    check_section("keys of a style", keys_of_styles);
}

static void every_style_is_told(void **state) {
    (void)state;
    Reference *reference = reference_new();
    const Node *styles = node_find(reference->base, "styles");
    size_t from, to, at = 0, row = 0;
    Str table = section(reference->readme, "styles", &from, &to);
    while ((at = str_find(table, STR("\n| `"), at)) != SIZE_MAX) {
        at += sizeof "\n| `" - 1;
        size_t end = str_find(table, STR("`"), at);
        Str name = str_slice(table, at, end);
        if (row >= styles->count) fail_msg("base.yaml has no style %.*s", STR_ARG(name));
        Str wanted = styles->entries[row++].key->text;
        if (!str_equal(name, wanted))
            fail_msg("the README has %.*s where base.yaml has %.*s", STR_ARG(name),
                     STR_ARG(wanted));
    }
    if (row < styles->count)
        fail_msg("the README lacks %.*s", STR_ARG(styles->entries[row].key->text));
    reference_drop(reference);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_of_a_layout_is_told),
        cmocka_unit_test(every_key_of_a_style_is_told),
        cmocka_unit_test(every_style_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
