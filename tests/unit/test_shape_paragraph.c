/* Transcripts of shaped text, each of one idea: what changed is what the difference shows. */
#include <stdio.h>

#include "shape_fixture.h"

static void expect(Fixture *fixture, const Shaped *shaped, const char *transcript) {
    const char *got = fixture_dump(fixture, shaped);
    if (strcmp(got, transcript) != 0) fprintf(stderr, "%s", got); /* cmocka cuts long messages */
    assert_string_equal(got, transcript);
}

static void shapes_as(const char *text, bool hyphenate, const char *transcript) {
    Fixture fixture;
    fixture_open(&fixture);
    fixture.paragraph.hyphenate = hyphenate;
    expect(&fixture, fixture_shape_text(&fixture, text), transcript);
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

static void ligature(void **state) {
    (void)state;
    shapes_as("office fi", false,
              "text \"office fi\" lang=en\n"
              "segment 0 word \"office\" SourceSerif4-Regular level=0 width=1610875\n"
              "  42@0+549 422@1+911 30@4+488 32@5+510\n"
              "segment 1 space \" \" SourceSerif4-Regular level=0 width=152699\n"
              "  1@6+233\n"
              "segment 2 word \"fi\" SourceSerif4-Regular level=0 width=397804\n"
              "  417@7+607\n"
              "box 0-6 \"office\" width=1610875\n"
              "glue 6-7 \" \" width=152699 +76349 -47841\n"
              "box 7-9 \"fi\" width=397804\n"
              "penalty 9-9 cost=-10000\n");
}

static void kerning(void **state) {
    (void)state;
    shapes_as("AVAT", false,
              "text \"AVAT\" lang=en\n"
              "segment 0 word \"AVAT\" SourceSerif4-Regular level=0 width=1511260\n"
              "  2@0+545 23@1+554 2@2+603 21@3+604\n"
              "box 0-4 \"AVAT\" width=1511260\n"
              "penalty 4-4 cost=-10000 hang=19792,0\n");
}

static void decomposed_accent_is_one_glyph(void **state) {
    (void)state;
    shapes_as("cafe\xCC\x81", true,
              "text \"cafe\\u{301}\" lang=en\n"
              "segment 0 word \"cafe\\u{301}\" SourceSerif4-Regular level=0 width=1209795\n"
              "  30@0+488 28@1+509 33@2+339 264@3+510\n"
              "box 0-6 \"cafe\\u{301}\" width=1209795\n"
              "penalty 6-6 cost=-10000\n");
}

static void no_break_space_is_glue_that_holds(void **state) {
    (void)state;
    shapes_as("8 May 2018", false,
              "text \"8\\u{A0}May 2018\" lang=en\n"
              "segment 0 word \"8\" SourceSerif4-Regular level=0 width=333578\n"
              "  467@0+509\n"
              "segment 1 space \"\\u{A0}\" SourceSerif4-Regular level=0 width=152699\n"
              "  1@1+233\n"
              "segment 2 word \"May\" SourceSerif4-Regular level=0 width=1240596\n"
              "  14@3+882 28@4+499 52@5+512\n"
              "segment 3 space \" \" SourceSerif4-Regular level=0 width=152699\n"
              "  1@6+233\n"
              "segment 4 word \"2018\" SourceSerif4-Regular level=0 width=1306132\n"
              "  461@7+508 459@8+550 460@9+426 467@10+509\n"
              "box 0-1 \"8\" width=333578\n"
              "glue 1-3 \"\\u{A0}\" width=152699 +76349 -47841 cost=10000\n"
              "box 3-6 \"May\" width=1240596\n"
              "glue 6-7 \" \" width=152699 +76349 -47841 hang=16777,0\n"
              "box 7-11 \"2018\" width=1306132\n"
              "penalty 11-11 cost=-10000\n");
}

static void hyphenation_points(void **state) {
    (void)state;
    shapes_as("“be-up” nation’s", true,
              "text \"“be-up” nation’s\" lang=en\n"
              "segment 0 word \"“be-up”\" SourceSerif4-Regular level=0 width=2211840\n"
              "  494@0+415 29@3+577 32@4+520 502@5+312 48@6+573 43@7+563 495@8+415\n"
              "segment 1 space \" \" SourceSerif4-Regular level=0 width=152699\n"
              "  1@11+233\n"
              "segment 2 word \"nation’s\" SourceSerif4-Regular level=0 width=2240676\n"
              "  41@12+606 28@13+509 47@14+325 36@15+298 42@16+549 41@17+566 493@18+132 46@21+434\n"
              "box 0-6 \"“be-\" width=1195377\n"
              "penalty 6-6 cost=50 flagged hang=122683,0\n"
              "box 6-11 \"up”\" width=1016463\n"
              "glue 11-12 \" \" width=152699 +76349 -47841 hang=135987,0\n"
              "box 12-14 \"na\" width=730726\n"
              "penalty 14-14 cost=50 hyphen flagged extra=197919,0 hang=122683,6390\n"
              "box 14-22 \"tion’s\" width=1509950\n"
              "penalty 22-22 cost=-10000\n");
}

static void forced_break(void **state) {
    (void)state;
    shapes_as("one\ntwo", true,
              "text \"one\\u{A}two\" lang=en\n"
              "segment 0 word \"one\" SourceSerif4-Regular level=0 width=1091174\n"
              "  42@0+549 41@1+606 32@2+510\n"
              "segment 1 word \"two\" SourceSerif4-Regular level=0 width=1066926\n"
              "  47@4+335 50@5+744 42@6+549\n"
              "box 0-3 \"one\" width=1091174\n"
              "penalty 3-4 \"\\u{A}\" cost=-10000 hang=0,6390\n"
              "box 4-7 \"two\" width=1066926\n"
              "penalty 7-7 cost=-10000\n");
}

/* A word whose look changes inside: two segments, no break between, no hyphenation. */
static void word_of_two_looks(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    fixture.paragraph.hyphenate = true;
    fixture_add(&fixture, "declara", FACE_REGULAR);
    fixture_add(&fixture, "tion", FACE_ITALIC);
    expect(&fixture, fixture_shape(&fixture),
           "text \"declaration\" lang=en\n"
           "segment 0 word \"declara\" SourceSerif4-Regular level=0 width=2141061\n"
           "  31@0+567 32@1+510 30@2+477 39@3+288 28@4+504 45@5+412 28@6+509\n"
           "segment 1 word \"tion\" SourceSerif4-It level=0 width=1104282\n"
           "  47@7+329 36@8+305 42@9+488 41@10+563\n"
           "box 0-7 \"declara\" width=2141061\n"
           "box 7-11 \"tion\" width=1104282\n"
           "penalty 11-11 cost=-10000\n");
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

static void addresses_break_behind_their_marks(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    fixture.paragraph.hyphenate = true;
    fixture_add(&fixture, "https://a.org/b-c?d=e", FACE_REGULAR)->is_verbatim = true;
    expect(&fixture, fixture_shape(&fixture),
           "text \"https://a.org/b-c?d=e\" lang=en\n"
           "segment 0 word \"https://a.org/b-c?d=e\" SourceSerif4-Regular level=0 width=5989335\n"
           "  35@0+596 47@1+334 47@2+325 43@3+583 46@4+434 481@5+300 530@6+248 530@7+299 28@8+509 "
           "479@9+270 42@10+549 45@11+413 34@12+529 530@13+330 29@14+587 502@15+322 30@16+488 "
           "487@17+416 31@18+567 715@19+530 32@20+510\n"
           "box 0-8 \"https://\" width=2044068\n"
           "penalty 8-8 cost=100 extra=20316,0\n"
           "box 8-10 \"a.\" width=510525\n"
           "penalty 10-10 cost=100 extra=19661,0 hang=127795,0\n"
           "box 10-14 \"org/\" width=1193411\n"
           "penalty 14-14 cost=100\n"
           "box 14-16 \"b-\" width=595722\n"
           "penalty 16-16 cost=100 flagged extra=-6554,0 hang=122683,0\n"
           "box 16-18 \"c?\" width=592446\n"
           "penalty 18-18 cost=100 hang=40894,0\n"
           "box 18-20 \"d=\" width=718929\n"
           "penalty 20-20 cost=100\n"
           "box 20-21 \"e\" width=334234\n"
           "penalty 21-21 cost=-10000\n");
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

/* A number in an address or code is never cut behind its point. */
static void numbers_in_code_hold_together(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    fixture_add(&fixture, "1,234.56", FACE_REGULAR)->is_verbatim = true;
    const Shaped *shaped = fixture_shape(&fixture);
    assert_int_equal(shaped->item_count, 2);
    assert_int_equal(shaped->items[0].kind, ITEM_BOX);
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

static void missing_glyph_is_a_box(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    expect(&fixture, fixture_shape_text(&fixture, "a\xE2\x98\x83\xEF\xB8\x8F"),
           "text \"a☃\\u{FE0F}\" lang=en\n"
           "segment 0 word \"a\" SourceSerif4-Regular level=0 width=333578\n"
           "  28@0+509\n"
           "segment 1 word \"☃\\u{FE0F}\" SourceSerif4-Regular level=0 width=327680\n"
           "  0@1+500 box\n"
           "box 0-1 \"a\" width=333578\n"
           "penalty 1-1 cost=0\n"
           "box 1-7 \"☃\\u{FE0F}\" width=327680\n"
           "penalty 7-7 cost=-10000\n");
    assert_int_equal(fixture.job.diags->list.len, 1);
    assert_int_equal(fixture.job.diags->list.at[0].code, W_MISSING_GLYPH);
    fixture_close(&fixture);
}

/* A running line has no place in a source and says what was said before. */
static void a_running_line_does_not_tell_again(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool has_place;
        size_t told; /* in all */
    } cases[] = {{"\u2603", true, 1},  {"a \u2603", false, 1}, {"\u2603", true, 2},
                 {"\u2604", false, 3}, {"\u2604", false, 3},   {"\u2604", true, 4}};
    Fixture fixture;
    fixture_open(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fixture.paragraph.count = 0;
        TextPart *part = fixture_add(&fixture, cases[i].text, FACE_REGULAR);
        if (!cases[i].has_place) part->span = (Span){0};
        fixture_shape(&fixture);
        assert_int_equal(fixture.job.diags->list.len, cases[i].told);
    }
    fixture_close(&fixture);
}

static void tracking_leaves_marks_on_their_letters(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    fixture_add(&fixture, "qx ", FACE_REGULAR)->look.tracking = 100;
    fixture_add(&fixture, "q\u0303x", FACE_REGULAR)->look.tracking = 100;
    const Shaped *shaped = fixture_shape(&fixture);
    assert_int_equal(shaped->segments[0].count, 2);
    assert_int_equal(shaped->segments[2].count, 3);
    assert_int_equal(shaped->segments[2].width, shaped->segments[0].width);
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

static void figures_and_tracking(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    fixture_add(&fixture, "10 ", FACE_REGULAR)->look.figures = FIGURES_OLDSTYLE;
    fixture_add(&fixture, "10 ", FACE_REGULAR)->look.figures = FIGURES_LINING;
    fixture_add(&fixture, "10 ", FACE_REGULAR)->look.figures = FIGURES_TABULAR;
    fixture_add(&fixture, "office", FACE_REGULAR)->look.tracking = 50;
    expect(&fixture, fixture_shape(&fixture),
           "text \"10 10 10 office\" lang=en\n"
           "segment 0 word \"10\" SourceSerif4-Regular level=0 width=646185\n"
           "  460@0+436 459@1+550\n"
           "segment 1 space \" \" SourceSerif4-Regular level=0 width=152699\n"
           "  1@2+233\n"
           "segment 2 word \"10\" SourceSerif4-Regular level=0 width=608174\n"
           "  440@3+426 439@4+502\n"
           "segment 3 space \" \" SourceSerif4-Regular level=0 width=152699\n"
           "  1@5+233\n"
           "segment 4 word \"10\" SourceSerif4-Regular level=0 width=655360\n"
           "  429@6+500 428@7+500\n"
           "segment 5 space \" \" SourceSerif4-Regular level=0 width=152699\n"
           "  1@8+233\n"
           "segment 6 word \"office\" SourceSerif4-Regular level=0 width=1889403\n"
           "  42@9+549 33@10+354 33@11+384 36@12+298 30@13+488 32@14+510\n"
           "box 0-2 \"10\" width=646185\n"
           "glue 2-3 \" \" width=152699 +76349 -47841\n"
           "box 3-5 \"10\" width=608174\n"
           "glue 5-6 \" \" width=152699 +76349 -47841\n"
           "box 6-8 \"10\" width=655360\n"
           "glue 8-9 \" \" width=152699 +76349 -47841\n"
           "box 9-15 \"office\" width=1889403\n"
           "penalty 15-15 cost=-10000\n");
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

static void fragments_are_shaped_on_their_own(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    const Shaped *shaped = fixture_shape_text(&fixture, "an office");
    uint32_t count;
    const Glyph *head = shape_fragment(fixture.shaper, shaped, 2, 3, 5, true, &count);
    const Face *face = fixture.parts[0].look.face;
    assert_int_equal(count, 3);
    assert_int_equal(head[0].id, font_glyph(face, 'o'));
    assert_int_equal(head[1].id, font_glyph(face, 'f'));
    assert_int_equal(head[1].cluster, 4);
    assert_int_equal(head[2].cluster, 5);
    assert_int_equal(head[2].flags, GLYPH_SOFT_HYPHEN);
    const Glyph *tail = shape_fragment(fixture.shaper, shaped, 2, 5, 9, false, &count);
    assert_int_equal(tail[0].cluster, 5);
    assert_int_equal(tail[count - 1].cluster, 8);
    assert_int_equal(tail[count - 1].flags, 0);
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

/* Whatever an item promises for a cut must be what the pieces measure. */
static void extras_equal_the_pieces(void **state) {
    (void)state;
    Fixture fixture;
    fixture_open(&fixture);
    fixture.paragraph.hyphenate = true;
    const Shaped *shaped = fixture_shape_text(
        &fixture,
        "official representatives Tavern declaration efficient reaffirmation Vaticanology "
        "follow-up difficulties waffling government’s characteristic yesterday");
    size_t cuts = 0;
    for (size_t i = 0; i < shaped->item_count; i++) {
        const Item *item = &shaped->items[i];
        if (item->kind != ITEM_PENALTY || item->penalty == PENALTY_FORCED) continue;
        const Segment *segment = &shaped->segments[item->segment];
        Sp before = 0, behind = 0;
        for (size_t k = 0; k < shaped->item_count; k++) {
            if (shaped->items[k].kind != ITEM_BOX || shaped->items[k].segment != item->segment)
                continue;
            *(k < i ? &before : &behind) += shaped->items[k].width;
        }
        uint32_t count;
        int64_t head = 0, tail = 0;
        const Glyph *glyphs = shape_fragment(fixture.shaper, shaped, item->segment, segment->from,
                                             item->from, item->is_hyphen, &count);
        for (uint32_t k = 0; k < count; k++) head += glyphs[k].advance;
        glyphs = shape_fragment(fixture.shaper, shaped, item->segment, item->from, segment->to,
                                false, &count);
        for (uint32_t k = 0; k < count; k++) tail += glyphs[k].advance;
        const Face *face = segment->face;
        assert_in_range(before + item->end_extra - shape_length(face, SP(10), head) + 4, 0, 8);
        assert_in_range(behind + item->start_extra - shape_length(face, SP(10), tail) + 4, 0, 8);
        cuts++;
    }
    assert_true(cuts > 20);
    fixture_no_diagnostics(&fixture);
    fixture_close(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ligature),
        cmocka_unit_test(kerning),
        cmocka_unit_test(decomposed_accent_is_one_glyph),
        cmocka_unit_test(no_break_space_is_glue_that_holds),
        cmocka_unit_test(hyphenation_points),
        cmocka_unit_test(forced_break),
        cmocka_unit_test(word_of_two_looks),
        cmocka_unit_test(addresses_break_behind_their_marks),
        cmocka_unit_test(numbers_in_code_hold_together),
        cmocka_unit_test(missing_glyph_is_a_box),
        cmocka_unit_test(a_running_line_does_not_tell_again),
        cmocka_unit_test(tracking_leaves_marks_on_their_letters),
        cmocka_unit_test(figures_and_tracking),
        cmocka_unit_test(fragments_are_shaped_on_their_own),
        cmocka_unit_test(extras_equal_the_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
