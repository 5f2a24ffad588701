/* What the tests of block kinds share: blocks as an author writes them in, the galley and the structure tree
 * as text out, and what was said on the way. */
#ifndef TESTS_KIND_FIXTURE_H
#define TESTS_KIND_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dossier.h"

typedef struct Kind {
    DossierEngine *engine;
    char *dump, *said;
    size_t dump_len, said_len;
} Kind;

static inline bool kind_write(void *user, const void *bytes, size_t size) {
    Kind *kind = user;
    kind->dump = realloc(kind->dump, kind->dump_len + size + 1);
    memcpy(kind->dump + kind->dump_len, bytes, size);
    kind->dump_len += size;
    kind->dump[kind->dump_len] = '\0';
    return true;
}

/* "LINE:COLUMN CODE message", one a line; the article's first block begins in line 1. */
static inline void kind_note(void *user, const DossierDiagnostic *diagnostic) {
    Kind *kind = user;
    char line[1000];
    int size = snprintf(line, sizeof line, "%d:%u %s %s\n", (int)diagnostic->line - 10,
                        diagnostic->column, diagnostic->code, diagnostic->message);
    kind->said = realloc(kind->said, kind->said_len + (size_t)size + 1);
    memcpy(kind->said + kind->said_len, line, (size_t)size + 1);
    kind->said_len += (size_t)size;
}

static inline void kind_forget(Kind *kind) {
    free(kind->dump);
    free(kind->said);
    kind->dump = kind->said = NULL;
    kind->dump_len = kind->said_len = 0;
}

/* A space that no line ends at is shown as any other. */
static inline void kind_plain_spaces(char *text) {
    char *to = text;
    for (const char *from = text; from && *from; from++) {
        bool is_held = from[0] == '\xC2' && from[1] == '\xA0';
        *to++ = is_held ? ' ' : *from;
        from += is_held;
    }
    if (text) *to = '\0';
}

/* The dump of `stage` of an article whose body is `blocks`; "" when there are errors. */
static inline const char *kind_set(Kind *kind, const char *blocks, DossierStage stage) {
    static const char head[] =
        "dossier: article\nlang: en\nlayout: base\nuse: [directory/all.yaml]\n"
        "title: T\n\n\n\n\nbody:\n";
    kind_forget(kind);
    size_t size = sizeof head + strlen(blocks);
    char *text = malloc(size);
    snprintf(text, size, "%s%s", head, blocks);
    DossierRequest request = {.input_bytes = text,
                              .input_size = strlen(text),
                              .input_name = TEST_SOURCE_DIR "/tests/golden/made-up.yaml",
                              .root = TEST_SOURCE_DIR "/tests/golden",
                              .write = kind_write,
                              .dump = stage,
                              .on_diagnostic = kind_note,
                              .user = kind};
    dossier_render(kind->engine, &request, NULL);
    free(text);
    kind_plain_spaces(kind->dump);
    return kind->dump ? kind->dump : "";
}

static inline const char *kind_galley(Kind *kind, const char *blocks) {
    return kind_set(kind, blocks, DOSSIER_STAGE_GALLEY);
}

static inline void assert_said(const Kind *kind, const char *expected) {
    assert_string_equal(kind->said ? kind->said : "", expected);
}

/* All these stand in the text, in this order; the last is NULL. */
static inline void assert_in_order(const char *text, const char *const *wanted) {
    for (const char *from = text; *wanted; wanted++) {
        const char *found = strstr(from, *wanted);
        if (!found) fail_msg("\"%s\" is not where it should be in\n%s", *wanted, text);
        from = found + strlen(*wanted);
    }
}
#define ASSERT_IN_ORDER(text, ...) assert_in_order((text), (const char *const[]){__VA_ARGS__, NULL})
#define assert_absent(text, what) assert_null(strstr((text), (what)))

static inline int kind_open(void **state) {
    Kind *kind = calloc(1, sizeof *kind);
    kind->engine = dossier_engine_new();
    *state = kind;
    return 0;
}

static inline int kind_close(void **state) {
    Kind *kind = *state;
    kind_forget(kind);
    dossier_engine_drop(kind->engine);
    free(kind);
    return 0;
}

#define KIND_TEST(name) cmocka_unit_test_setup_teardown(name, kind_open, kind_close)
#define KIND_MAIN(...)                                    \
    int main(void) {                                      \
        const struct CMUnitTest tests[] = {__VA_ARGS__};  \
        return cmocka_run_group_tests(tests, NULL, NULL); \
    }

#endif
