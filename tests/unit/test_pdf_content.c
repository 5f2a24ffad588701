/* test_pdf_content.c - marked content: stretches of one owner, artifacts, clusters of glyphs, links. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/pdf_content.h"
#include "unit/pdf_sample.h"

typedef struct Fixture {
    Sample sample;
    Tag *document;
    Buf file;
    PdfContent content;
} Fixture;

static void fixture_open(Fixture *fixture) {
    *fixture = (Fixture){.sample = sample_open()};
    fixture->file = buf_new(fixture->sample.job.arena);
    fixture->document = sample_tag(&fixture->sample, NULL, TAG_DOCUMENT);
    sample_page(&fixture->sample, "1");
    fixture->sample.page->height = SP(842);
}

/* The content of the sample's page, with every string of codes cut down to "(..)". */
static Str write_content(Fixture *fixture) {
    Sample *sample = &fixture->sample;
    PdfSink sink = {.write = sample_keep, .to = &fixture->file};
    PdfOut *out = pdf_out_open(&sample->job, sink, 6);
    PdfFonts fonts = {.out = out, .job = &sample->job};
    uint32_t page_id = pdf_reserve(out);
    PdfTags *tags = pdf_tags_new(out, &sample->job, 1);
    pdf_tags_begin_part(tags, sample->job.arena, &(PdfTagPart){.tree = &sample->tags});
    pdf_tags_begin_page(tags, 0, page_id);
    pdf_content_write(&sample->job, &fonts, tags, sample->page, &fixture->content);
    pdf_out_drop(out);
    Buf cut = buf_new(sample->job.arena);
    bool in_string = false;
    Str bytes = buf_str(&fixture->content.bytes);
    for (size_t i = 0; i < bytes.len; i++) {
        if (in_string && bytes.at[i] == '\\')
            i++;
        else if (in_string && bytes.at[i] == ')')
            in_string = false;
        if (!in_string) buf_add_char(&cut, bytes.at[i]);
        if (!in_string && bytes.at[i] == '(') {
            in_string = bytes.at[i - 1] != 't'; /* not that of /ActualText */
            if (in_string) buf_add(&cut, STR(".."));
        }
    }
    return buf_str(&cut);
}

static void assert_content(Fixture *fixture, const char *expected) {
    Str got = write_content(fixture);
    if (!str_is(got, expected)) print_error("got:\n%.*s", STR_ARG(got));
    assert_true(str_is(got, expected));
    assert_int_equal(fixture->sample.job.diags->list.len, 0);
    sample_drop(&fixture->sample);
}

static void a_stretch_goes_on_while_its_owner_does(void **state) {
    (void)state;
    Fixture f;
    fixture_open(&f);
    Tag *text = sample_tag(&f.sample, f.document, TAG_P);
    Tag *other = sample_tag(&f.sample, f.document, TAG_STRONG);
    sample_line(&f.sample, SP(10), &(SamplePart){.text = "a", .owner = text}, 1);
    sample_line(&f.sample, SP(10), &(SamplePart){.text = "b", .owner = text}, 1);
    sample_line(&f.sample, SP(10), &(SamplePart){.text = "c", .owner = other}, 1);
    sample_line(&f.sample, SP(10), &(SamplePart){.text = "d", .owner = text}, 1);
    assert_content(&f, "BT\n/P<</MCID 0>>BDC\n/F0 10 Tf\n72 770 Td\n[(..)]TJ\n0 -14 Td\n[(..)]TJ\n"
                       "EMC\n/Span<</MCID 1>>BDC\n0 -14 Td\n[(..)]TJ\n"
                       "EMC\n/P<</MCID 2>>BDC\n0 -14 Td\n[(..)]TJ\nEMC\nET\n");
}

static void artifacts_say_what_they_are(void **state) {
    (void)state;
    Fixture f;
    fixture_open(&f);
    sample_rule(&f.sample, (Color){0, 0, 0});
    sample_running(&f.sample, "x", false);
    sample_running(&f.sample, "x", true);
    assert_content(&f, "/Artifact<</Type/Layout>>BDC\n72 769.5 200 .5 re f\nEMC\n"
                       "BT\n/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"
                       "/F0 8 Tf\n72 802 Td\n[(..)]TJ\nEMC\n"
                       "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"
                       "0 -760 Td\n[(..)]TJ\nEMC\nET\n");
}

/* The first two glyphs of the only line become one cluster with the text [0, to). */
static void join_glyphs(Placed *placed, uint32_t to) {
    PlacedGlyph *glyphs = (PlacedGlyph *)placed->line->runs[0].glyphs;
    glyphs[0].to = glyphs[1].from = glyphs[1].to = to;
}

static void a_cluster_shares_its_characters(void **state) {
    (void)state;
    Fixture f;
    fixture_open(&f);
    Tag *text = sample_tag(&f.sample, f.document, TAG_P);
    join_glyphs(sample_line(&f.sample, SP(10), &(SamplePart){.text = "ab", .owner = text}, 1), 2);
    assert_content(&f, "BT\n/P<</MCID 0>>BDC\n/F0 10 Tf\n72 770 Td\n[(..)]TJ\nEMC\nET\n");
}

static void a_cluster_of_more_glyphs_than_characters_has_actual_text(void **state) {
    (void)state;
    Fixture f;
    fixture_open(&f);
    Tag *text = sample_tag(&f.sample, f.document, TAG_P);
    join_glyphs(sample_line(&f.sample, SP(10), &(SamplePart){.text = "ab", .owner = text}, 1), 1);
    assert_content(&f, "BT\n/P<</MCID 0>>BDC\n/F0 10 Tf\n/Span<</ActualText(a)>>BDC\n"
                       "72 770 Td\n[(..)]TJ\nEMC\nEMC\nET\n");
}

/* Two glyphs, one text: the letter's code carries it, the mark is a path after the text. */
static void a_mark_is_drawn_and_its_letter_carries_the_text(void **state) {
    (void)state;
    Fixture f;
    fixture_open(&f);
    Tag *text = sample_tag(&f.sample, f.document, TAG_P);
    Placed *placed = sample_line(&f.sample, SP(10), &(SamplePart){.text = "abc", .owner = text}, 1);
    join_glyphs(placed, 1);
    PlacedGlyph *mark = (PlacedGlyph *)&placed->line->runs[0].glyphs[1];
    mark->id = font_glyph(placed->line->runs[0].face, 0x301);
    assert_int_not_equal(mark->id, 0);
    Str got = write_content(&f);
    Str head = STR("BT\n/P<</MCID 0>>BDC\n/F0 10 Tf\n72 770 Td\n[(..)");
    assert_true(str_equal(str_slice(got, 0, head.len), head));
    size_t drawn = str_find(got, STR("EMC\nET\n/Artifact<</Type/Layout>>BDC\n"), 0);
    assert_true(drawn != SIZE_MAX);
    assert_true(str_find(got, STR(" m\n"), drawn) < str_find(got, STR(" c\n"), drawn));
    assert_true(str_equal(str_slice(got, got.len - 8, got.len), STR("h\nf\nEMC\n")));
    assert_true(str_find(got, STR("ActualText"), 0) == SIZE_MAX);
    sample_drop(&f.sample);
}

static void a_missing_character_is_a_blank_and_a_box(void **state) {
    (void)state;
    Fixture f;
    fixture_open(&f);
    Tag *text = sample_tag(&f.sample, f.document, TAG_P);
    sample_line(&f.sample, SP(10), &(SamplePart){.text = "\xE2\x98\x83", .owner = text}, 1);
    Str got = write_content(&f);
    assert_true(str_find(got,
                         STR(" Tz\n72 770 Td\n[(..)]TJ\n100 Tz\nEMC\nET\n"
                             "/Artifact<</Type/Layout>>BDC\n.4 w\n72.4 770 5.2 "),
                         0) != SIZE_MAX);
    sample_drop(&f.sample);
}

static void a_link_has_a_box_on_every_line(void **state) {
    (void)state;
    Fixture f;
    fixture_open(&f);
    Tag *link = sample_tag(&f.sample, f.document, TAG_LINK);
    SamplePart plain = {.text = "x", .owner = link, .link = &sample_uri}, bold = plain;
    bold.style = FACE_BOLD;
    sample_line(&f.sample, SP(10), (SamplePart[]){plain, bold}, 2);
    sample_line(&f.sample, SP(10), (SamplePart[]){plain}, 1);
    write_content(&f);
    assert_int_equal(f.content.links.len, 2);
    const LinkBox *box = f.content.links.at;
    assert_int_equal(box[0].left, SP(72));
    assert_true(box[0].right > box[1].right);
    assert_true(box[0].bottom < SP(770) && box[0].top > SP(775));
    sample_drop(&f.sample);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stretch_goes_on_while_its_owner_does),
        cmocka_unit_test(artifacts_say_what_they_are),
        cmocka_unit_test(a_cluster_shares_its_characters),
        cmocka_unit_test(a_cluster_of_more_glyphs_than_characters_has_actual_text),
        cmocka_unit_test(a_mark_is_drawn_and_its_letter_carries_the_text),
        cmocka_unit_test(a_missing_character_is_a_blank_and_a_box),
        cmocka_unit_test(a_link_has_a_box_on_every_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
