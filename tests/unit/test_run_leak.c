/* The leak test: one secret for each place in a file where words can be, and none where there is none. */
#include "run/leak.h"
#include "run/pack.h"
#include "run/run.h"

#include <cmocka.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* A pack rendered for one audience up to its pages. */
typedef struct Side {
    DossierEngine *engine;
    FontSet *fonts;
    DossierRequest request;
    DossierResult result;
    Run run;
} Side;

static void open_side(Side *side, const char *yaml, const char *audience) {
    *side = (Side){.fonts = font_set_new()};
    side->request = (DossierRequest){.input_bytes = yaml,
                                     .input_size = strlen(yaml),
                                     .input_name = "pack.yaml",
                                     .audience = audience};
    assert_true(run_begin(&side->run, &side->request, &side->result, side->fonts));
    side->run.is_transcribed = true;
    assert_true(run_read(&side->run));
    assert_true(run_model(&side->run));
    assert_true(run_style(&side->run));
    assert_int_equal(side->run.job.diags->errors, 0);
    assert_true(run_set(&side->run));
    assert_true(run_pages(&side->run));
}

static void drop_side(Side *side) {
    run_drop(&side->run);
    font_set_drop(side->fonts);
}

/* What its file says. */
static PdfTranscript transcribe(Side *side) {
    assert_true(run_finish_pack(&side->run));
    return *side->run.transcript;
}

/* Whether the file of the wide edition says what the narrow one leaves out. */
static size_t leaks(Side *narrow, const PdfTranscript *transcript) {
    size_t before = narrow->run.job.diags->errors;
    bool is_tight = leak_test(&narrow->run.job, narrow->run.model, narrow->run.layout, transcript);
    size_t found = narrow->run.job.diags->errors - before;
    assert_int_equal(is_tight, found == 0);
    for (size_t i = before; i < narrow->run.job.diags->list.len; i++)
        assert_int_equal(narrow->run.job.diags->list.at[i].code, E_LEAK);
    return found;
}

#define PACK                       \
    "dossier: pack\n"              \
    "title: Pack\n"                \
    "audiences: [mayor, public]\n" \
    "items:\n"                     \
    "  - title: One\n"             \
    "    body:\n"                  \
    "      - Words that all may read.\n"

/* What only the mayor's file says, where it says it. */
static void test_channels(void **state) {
    (void)state;
    static const char *const secrets[] = {
        /* text, whole and short */
        PACK "      - {text: Nobody shall hear of it, audience: [mayor]}\n",
        PACK "      - \"We [would never say it]{audience=mayor} here.\"\n",
        /* numbers however they are grouped, addresses */
        PACK "      - {text: Call +212 661 234 567, audience: [mayor]}\n",
        PACK "      - {text: At 4500000, audience: [mayor]}\n",
        PACK "      - {text: To ada@brown.example, audience: [mayor]}\n",
        /* a bookmark, a title of the contents */
        PACK "  - {title: The plan that failed badly, audience: [mayor], body: Text.}\n",
        /* a note, a list, a table, code */
        PACK "      - {text: \"Word.^[He told us all himself.]\", audience: [mayor]}\n",
        PACK "      - {list: [Only one of us knows], audience: [mayor]}\n",
        PACK "      - {table: [[a, b], [not for your eyes, c]], audience: [mayor]}\n",
        /* a destination */
        PACK "      - {text: Short., id: plan-to-sell-harbour, audience: [mayor]}\n"
             "      - {text: \"[x](#plan-to-sell-harbour)\", audience: [mayor]}\n",
        /* a link's address */
        PACK "      - {text: \"[x](https://secret.example/plan)\", audience: [mayor]}\n",
        /* folded case and accents, ligatures */
        PACK "      - {heading: Effet D\xC3\x89j\xC3\xA0 vu final, audience: [mayor]}\n",
    };
    for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++) {
        Side wide, narrow;
        open_side(&wide, secrets[i], "mayor");
        open_side(&narrow, secrets[i], "public");
        PdfTranscript said = transcribe(&wide), kept = transcribe(&narrow);
        if (!leaks(&narrow, &said)) fail_msg("not found: %s", secrets[i]);
        if (leaks(&narrow, &kept)) fail_msg("found where it is not: %s", secrets[i]);
        drop_side(&narrow);
        drop_side(&wide);
    }
}

/* Strings of objects, planted one by one in a file that is otherwise tight. */
static void test_strings(void **state) {
    (void)state;
    Side narrow;
    open_side(&narrow, PACK "      - {text: Nobody shall hear of it, audience: [mayor]}\n",
              "public");
    PdfTranscript said = transcribe(&narrow);
    assert_int_equal(leaks(&narrow, &said), 0);
    pdf_transcript_add_xml(&said, STR("<dc:title>NOBODY SHALL HEAR OF</dc:title>"));
    assert_true(leaks(&narrow, &said));
    static const char *const objects[] = {
        "/Alt(nobody shall hear of)", "/ActualText(Nobody shall hear of)",
        "/Names[(nobody-shall-hear-of)12 0 R]", "/F(nobody_shall_hear_of.pdf)",
        "/Alt(\xFE\xFF\0n\0o\0b\0o\0d\0y\0 \0s\0h\0a\0l\0l\0 \0h\0e\0a\0r\0 \0o\0f)"};
    static const size_t sizes[] = {26, 33, 36, 28, 48};
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        Job *job = &narrow.run.job;
        PdfTranscript planted = {.arena = job->arena, .reading = buf_new(job->arena)};
        job->diags = diag_new(job->arena);
        pdf_transcript_add_object(&planted, (Str){objects[i], sizes[i]});
        if (!leaks(&narrow, &planted)) fail_msg("not found: %s", objects[i]);
    }
    drop_side(&narrow);
}

/* A run that a line, a column and a page part: long words in a narrow column, in two columns, over pages. */
static void test_breaks(void **state) {
    (void)state;
    Buf yaml = buf_new(arena_new(0));
    buf_add(&yaml, STR(PACK "      - audience: [mayor]\n        text: >-\n"));
    for (int i = 0; i < 2000; i++)
        buf_print(&yaml, "          uncharacteristically%c%c%c\n", 'a' + i % 26, 'a' + i / 26 % 26,
                  'a' + i / 676);
    buf_add_char(&yaml, '\0');
    static const char *const sets[][1] = {{"page.columns=1"}, {"page.columns=2"}};
    for (size_t i = 0; i < 2; i++) {
        Side wide, narrow;
        open_side(&narrow, yaml.at, "public");
        wide = (Side){.fonts = font_set_new()};
        wide.request = (DossierRequest){.input_bytes = yaml.at,
                                        .input_size = yaml.len - 1,
                                        .input_name = "pack.yaml",
                                        .audience = "mayor",
                                        .set = sets[i],
                                        .set_count = 1};
        assert_true(run_begin(&wide.run, &wide.request, &wide.result, wide.fonts));
        wide.run.is_transcribed = true;
        assert_true(run_read(&wide.run) && run_model(&wide.run) && run_style(&wide.run) &&
                    run_set(&wide.run) && run_pages(&wide.run));
        PdfTranscript said = transcribe(&wide);
        /* Every word stands in the reading text in its order, so that no break hides a run. */
        Str reading = buf_str(&said.reading);
        size_t at = 0;
        for (int k = 0; k < 2000; k++) {
            Str word = str_format(wide.run.job.arena, "uncharacteristically%c%c%c ", 'a' + k % 26,
                                  'a' + k / 26 % 26, 'a' + k / 676);
            size_t found = str_find(reading, str_slice(word, 0, word.len - (k == 1999)), at);
            if (found == SIZE_MAX) fail_msg("word %d is cut or not in its order", k);
            at = found + word.len - 1;
        }
        assert_true(leaks(&narrow, &said));
        drop_side(&wide);
        drop_side(&narrow);
    }
    arena_drop(yaml.arena);
}

/* Words that the edition keeps elsewhere are no secret, nor is the ground. */
static void test_kept(void **state) {
    (void)state;
    const char *yaml =
        PACK "      - {text: Words that all may read., audience: [mayor]}\n"
             "      - {text: \"By the *way* we [go](https://go.example) there.\"}\n"
             "      - {text: the way we go there, audience: [mayor]}\n"
             "      - {text: Gone., audience: [mayor], withheld: not for all of you}\n";
    Side wide, narrow;
    open_side(&wide, yaml, "mayor");
    open_side(&narrow, yaml, "public");
    PdfTranscript said = transcribe(&wide), kept = transcribe(&narrow);
    assert_int_equal(leaks(&narrow, &said), 0);
    assert_int_equal(leaks(&narrow, &kept), 0);
    drop_side(&narrow);
    drop_side(&wide);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_channels),
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_breaks),
        cmocka_unit_test(test_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
