/* test_line_place.c - where glyphs stand: edges, hanging marks, spaces, right-to-left, text that reads back. */
#include "line_fake.h"

/* The right end of the last glyph that is no trailing space. */
static Sp right_edge(const Line *line) {
    Sp right = 0;
    for (uint32_t r = 0; r < line->run_count; r++)
        right = sp_max(right, line->runs[r].x + line->runs[r].width);
    return right;
}

static void assert_glyphs_touch(const Line *line) {
    for (uint32_t r = 0; r < line->run_count; r++) {
        const LineRun *run = &line->runs[r];
        Sp x = 0;
        for (uint32_t g = 0; g < run->count; g++) {
            assert_int_equal(run->glyphs[g].x, x);
            x += run->glyphs[g].advance;
        }
    }
}

/* Every byte of the line but hard breaks is carried by exactly one glyph, in reading order of runs. */
static void assert_reads_back(const Line *line) {
    char seen[512] = "";
    assert_true(line->to - line->from < sizeof seen);
    for (uint32_t r = 0; r < line->run_count; r++)
        for (uint32_t g = 0; g < line->runs[r].count; g++)
            for (uint32_t i = line->runs[r].glyphs[g].from; i < line->runs[r].glyphs[g].to; i++) {
                assert_in_range(i, line->from, line->to - 1);
                assert_int_equal(seen[i - line->from]++, 0);
            }
    for (uint32_t i = line->from; i < line->to; i++)
        assert_int_equal(seen[i - line->from], line->text.at[i] != '\n');
}

static void assert_whole(const Lines *lines) {
    uint32_t at = 0;
    for (size_t i = 0; i < lines->len; i++) {
        assert_int_equal(lines->at[i].from, at);
        at = lines->at[i].to;
        assert_glyphs_touch(&lines->at[i]);
        assert_reads_back(&lines->at[i]);
    }
    assert_int_equal(at, lines->at[0].text.len);
}

static const char prose[] =
    "\"over one hun^dred ma^yors, and ci^ty lea^ders from across the globe,\" gath^ered to "
    "par^ti^ci^pate "
    "in the fo^rum. ta^king place dur^ing the week, this years fo^rum focused-on lea^der^ship.";

static void justified_lines_end_at_the_edge(void **unused) {
    (void)unused;
    for (int measure = 90; measure < 260; measure += 7) {
        for (int expansion = 0; expansion <= 30; expansion += 30) {
            Job *job = fake_job();
            LineSpec spec = {.measure = SP(measure),
                             .first_indent = SP(11),
                             .align = ALIGN_JUSTIFY,
                             .expansion = expansion};
            Lines lines = fake_lines(job, prose, spec);
            assert_whole(&lines);
            for (size_t i = 0; i < lines.len; i++) {
                const Line *line = &lines.at[i];
                assert_int_equal(line->left, i ? 0 : SP(11));
                assert_in_range(line->expansion + expansion, 0, 2 * expansion);
                if (!line->is_last) assert_int_equal(right_edge(line), spec.measure);
                assert_int_equal(line->left + line->width, right_edge(line));
            }
            assert_no_diagnostics(job);
            fake_job_drop(job);
        }
    }
}

static void marks_hang_out(void **unused) {
    (void)unused;
    Job *job = fake_job();
    LineSpec spec = {.measure = SP(41), .align = ALIGN_JUSTIFY, .protrusion = 1000};
    Lines lines = fake_lines(job, "aaaa bbb, \"aa bb\" aa^aaaa", spec);
    assert_lines(&lines, "aaaa bbb, |\"aa bb\" aa|aaaa|");
    assert_int_equal(right_edge(&lines.at[0]), SP(41) + SP_TENTHS(125) / 10);
    assert_int_equal(lines.at[1].left, -SP_TENTHS(125) / 10);
    assert_int_equal(right_edge(&lines.at[1]), SP(41) + SP_TENTHS(15)); /* the hyphen, by half */
    spec.protrusion = 500;
    lines = fake_lines(job, "aaaa bbb, \"aa bb\" aa^aaaa", spec);
    assert_int_equal(right_edge(&lines.at[0]), SP(41) + SP_TENTHS(125) / 20);
    assert_no_diagnostics(job);
    fake_job_drop(job);
}

/* The first line hangs as the others do, unless it is indented. */
static void the_first_line_hangs_from_the_edge(void **unused) {
    (void)unused;
    static const struct {
        Sp indent, left;
        Align align;
    } cases[] = {{0, -SP_TENTHS(125) / 10, ALIGN_JUSTIFY},
                 {0, -SP_TENTHS(125) / 10, ALIGN_START},
                 {0, -SP_TENTHS(125) / 10, ALIGN_BALANCE},
                 {SP(8), SP(8), ALIGN_JUSTIFY}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Job *job = fake_job();
        LineSpec spec = {.measure = SP(60),
                         .first_indent = cases[i].indent,
                         .align = cases[i].align,
                         .protrusion = 1000};
        Lines lines = fake_lines(job, "\"aa bb\" aaaa aaa aaaa", spec);
        assert_int_equal(lines.at[0].left, cases[i].left);
        assert_whole(&lines);
        assert_no_diagnostics(job);
        fake_job_drop(job);
    }
}

static void inserted_hyphen_has_no_text(void **unused) {
    (void)unused;
    Job *job = fake_job();
    Lines lines = fake_lines(job, "aaaa eeee^eeeeee aaaaa aaaa", (LineSpec){.measure = SP(50)});
    assert_whole(&lines);
    const LineRun *run = &lines.at[0].runs[0];
    const PlacedGlyph *hyphen = &run->glyphs[run->count - 1];
    assert_int_equal(hyphen->id, FAKE_HYPHEN_ID);
    assert_int_equal(hyphen->flags, GLYPH_SOFT_HYPHEN);
    assert_int_equal(hyphen->from, hyphen->to);
    fake_job_drop(job);
}

static void trailing_space_stands_beyond_the_end(void **unused) {
    (void)unused;
    static const Align aligns[] = {ALIGN_JUSTIFY, ALIGN_START, ALIGN_END, ALIGN_CENTER};
    for (size_t i = 0; i < 4; i++) {
        Job *job = fake_job();
        Lines lines =
            fake_lines(job, "aaa aaaa aaaa aaa", (LineSpec){.measure = SP(43), .align = aligns[i]});
        assert_whole(&lines);
        const Line *line = &lines.at[0];
        assert_int_equal(line->run_count, 1);
        const PlacedGlyph *space = &line->runs[0].glyphs[line->runs[0].count - 1];
        assert_true(space->flags & GLYPH_SPACE);
        assert_int_equal(space->x, line->runs[0].width);
        assert_int_equal(line->runs[0].width, line->width);
        fake_job_drop(job);
    }
}

static void alignment_places_the_line(void **unused) {
    (void)unused;
    static const struct {
        Align align;
        bool is_rtl;
        int left;
    } cases[] = {
        {ALIGN_START, false, 10},   {ALIGN_END, false, 80},     {ALIGN_CENTER, false, 45},
        {ALIGN_JUSTIFY, false, 10}, {ALIGN_BALANCE, false, 10}, {ALIGN_START, true, 70},
        {ALIGN_END, true, 0},       {ALIGN_CENTER, true, 35},   {ALIGN_JUSTIFY, true, 70},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Job *job = fake_job();
        FakeText *fake = fake_shape(job, cases[i].is_rtl ? "AAAA" : "aaaa", cases[i].is_rtl);
        Lines lines = fake_break(
            job, fake,
            &(LineSpec){.measure = SP(100), .first_indent = SP(10), .align = cases[i].align});
        assert_int_equal(lines.at[0].left, SP(cases[i].left));
        assert_int_equal(lines.at[0].width, SP(20));
        assert_int_equal(lines.at[0].runs[0].x, SP(cases[i].left));
        fake_job_drop(job);
    }
}

/* What a line shows from left to right, and the order its runs are read in. */
static void shown(const Line *line, char *glyphs, char *order) {
    for (uint32_t r = 0; r < line->run_count; r++) {
        for (uint32_t g = 0; g < line->runs[r].count; g++)
            *glyphs++ = (char)line->runs[r].glyphs[g].id;
        *glyphs++ = '/';
        *order++ = (char)('0' + line->runs[r].order);
    }
    *glyphs = *order = '\0';
}

static void right_to_left(void **unused) {
    (void)unused;
    static const struct {
        const char *text;
        bool is_rtl;
        const char *glyphs, *order;
    } cases[] = {
        {"ABC DE", true, "ED CBA/", "0"},
        {"ab CD ef", false, "ab /DC/ ef/", "012"},
        {"AB cd EF", true, "FE /cd/ BA/", "210"},
        {"ab AB CD", false, "ab /BA/ /DC/",
         "0123"}, /* the fake's spaces have the paragraph's level */
        {"AB CD ", true, " /DC BA/", "10"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Job *job = fake_job();
        FakeText *fake = fake_shape(job, cases[i].text, cases[i].is_rtl);
        Lines lines = fake_break(job, fake, &(LineSpec){.measure = SP(100), .align = ALIGN_START});
        char glyphs[64], order[16];
        shown(&lines.at[0], glyphs, order);
        assert_string_equal(glyphs, cases[i].glyphs);
        assert_string_equal(order, cases[i].order);
        assert_whole(&lines);
        const LineRun *last = &lines.at[0].runs[lines.at[0].run_count - 1];
        if (cases[i].is_rtl) assert_int_equal(last->x + last->width, SP(100));
        fake_job_drop(job);
    }
}

static void right_to_left_justified(void **unused) {
    (void)unused;
    Job *job = fake_job();
    FakeText *fake = fake_shape(job, "ABCD EFG HIJK LMN OPQ RSTU", true);
    Lines lines = fake_break(job, fake, &(LineSpec){.measure = SP(60), .align = ALIGN_JUSTIFY});
    assert_whole(&lines);
    const Line *line = &lines.at[0];
    assert_int_equal(line->left, 0);
    assert_int_equal(right_edge(line), SP(60));
    /* The dropped space stands left of the line. */
    assert_int_equal(line->runs[0].x + line->runs[0].glyphs[0].advance, 0);
    fake_job_drop(job);
}

static void dump_is_stable(void **unused) {
    (void)unused;
    Job *job = fake_job();
    Lines lines = fake_lines(job, "aaaa eeee^eeeeee aaaaa aaaa\naa", (LineSpec){.measure = SP(50)});
    Buf out = buf_new(job->arena);
    lines_dump(&lines, &out);
    buf_add_char(&out, '\0');
    assert_string_equal(out.at,
                        "1 at 0.000 width 50.000 ratio 3600 badness 4665 hyphen \"aaaa eeee|\"\n"
                        "2 at 0.000 width 30.000 ratio 1000000 badness 10000 \"eeeeee \"\n"
                        "3 at 0.000 width 47.500 ratio 0 badness 0 \"aaaaa aaaa\\n\"\n"
                        "4 at 0.000 width 10.000 ratio 0 badness 0 last \"aa\"\n");
    fake_job_drop(job);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(justified_lines_end_at_the_edge),
        cmocka_unit_test(marks_hang_out),
        cmocka_unit_test(the_first_line_hangs_from_the_edge),
        cmocka_unit_test(inserted_hyphen_has_no_text),
        cmocka_unit_test(trailing_space_stands_beyond_the_end),
        cmocka_unit_test(alignment_places_the_line),
        cmocka_unit_test(right_to_left),
        cmocka_unit_test(right_to_left_justified),
        cmocka_unit_test(dump_is_stable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
