/* test_line_quality.c - real fonts and shaping: edges exact, text whole, word spaces even. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "line/line.h"

static const char *const paragraphs[] = {
    "On 8 December 2018, over 150 mayors and city leaders from across the globe gathered in "
    "Marrakech "
    "to participate in the 5th Mayoral Forum on Human Mobility, Migration and Development. Taking "
    "place during UN Migration Week, this year's Mayoral Forum focused on \"City Leadership in "
    "Implementing the UN Global Compacts\", and Metropolis was represented by Ms. Val\xC3\xA9rie "
    "Plante, Mayor of Montr\xC3\xA9"
    "al and Metropolis Co-President for Mobility and Migration.",
    "The Marrakech Mayoral Declaration calls for the full and formal recognition of the role of "
    "local "
    "authorities in the implementation, follow-up and review of both Global Compacts, recalling "
    "that "
    "they are at the forefront of managing the impact of migration as well as the promotion of "
    "inclusive, safe and sustainable societies, as migration remains primarily an urban and local "
    "phenomenon.",
    "Everyone has the right to freedom of opinion and expression; this right includes freedom to "
    "hold "
    "opinions without interference and to seek, receive and impart information and ideas through "
    "any "
    "media and regardless of frontiers. Everyone has the right to freedom of peaceful assembly and "
    "association. No one may be compelled to belong to an association. Everyone has the right to "
    "take "
    "part in the government of his country, directly or through freely chosen representatives.",
};

enum { PARAGRAPHS = sizeof paragraphs / sizeof *paragraphs };

typedef struct Tally {
    int lines, spaces, hyphens, loose;
    int64_t squares; /* of (space over natural - 1), in thousandths */
} Tally;

static void tally_line(const Line *line, Sp natural, Tally *tally) {
    int64_t sum = 0, count = 0;
    for (uint32_t r = 0; r < line->run_count; r++) {
        const LineRun *run = &line->runs[r];
        for (uint32_t g = 0; g < run->count; g++) {
            if (!(run->glyphs[g].flags & GLYPH_SPACE) || run->glyphs[g].x >= run->width) continue;
            sum += run->glyphs[g].advance * 1000 / natural;
            count++;
        }
    }
    int64_t off = count ? sum / count - 1000 : 0;
    tally->lines++;
    tally->hyphens += line->is_hyphenated;
    tally->loose += off > 500;
    tally->squares += off * off;
}

static void assert_reads_back(const Lines *lines) {
    uint32_t at = 0;
    for (size_t i = 0; i < lines->len; i++) {
        for (uint32_t r = 0; r < lines->at[i].run_count; r++) {
            const LineRun *run = &lines->at[i].runs[r];
            assert_int_equal(run->order, r);
            for (uint32_t g = 0; g < run->count; g++) {
                assert_int_equal(run->glyphs[g].from, at);
                at = run->glyphs[g].to;
            }
        }
    }
    assert_int_equal(at, lines->at[0].text.len);
}

static void set_paragraph(Job *job, Shaper *shaper, const char *text, Sp size, const LineSpec *spec,
                          Tally *tally) {
    const Face *face = font_find(shaper_fonts(shaper), STR("Source Serif 4"), FACE_REGULAR);
    TextPart part = {.text = str_from(text), .look = {.face = face, .size = size}};
    Paragraph paragraph = {.parts = &part, .count = 1, .lang = STR("en"), .hyphenate = true};
    const Shaped *shaped = shape_paragraph(shaper, &paragraph);
    Lines lines = line_break(job, shaper, shaped, spec);
    assert_reads_back(&lines);
    Sp natural = shape_length(face, size, font_advance(face, font_glyph(face, ' ')));
    for (size_t i = 0; i + 1 < lines.len; i++) {
        const Line *line = &lines.at[i];
        const LineRun *last = &line->runs[line->run_count - 1];
        Sp right = last->x + last->width;
        assert_true(line->left <= (i ? 0 : spec->first_indent));
        assert_true(right >= spec->measure && right < spec->measure + size / 2);
        if (!spec->protrusion) assert_int_equal(right, spec->measure);
        tally_line(line, natural, tally);
    }
}

static Tally set_all(Sp measure, Sp size, int expansion, int protrusion) {
    Arena *arena = arena_new(0);
    Job *job = ARENA_NEW(arena, Job);
    Sources sources = {.arena = arena};
    *job = (Job){
        .arena = arena, .scratch = arena_new(0), .sources = &sources, .diags = diag_new(arena)};
    FontSet *fonts = font_set_new();
    Shaper *shaper = shaper_new(job, fonts);
    LineSpec spec = {.measure = measure,
                     .first_indent = size,
                     .align = ALIGN_JUSTIFY,
                     .protrusion = protrusion,
                     .expansion = expansion};
    Tally tally = {0};
    for (int i = 0; i < PARAGRAPHS; i++)
        set_paragraph(job, shaper, paragraphs[i], size, &spec, &tally);
    assert_int_equal(job->diags->list.len, 0);
    shaper_drop(shaper);
    font_set_drop(fonts);
    arena_drop(job->scratch);
    arena_drop(arena);
    return tally;
}

/* Bounds a little above what is reached: a change that makes pages worse fails here. */
static void word_spaces_are_even(void **unused) {
    (void)unused;
    static const struct {
        Sp measure, size;
        int expansion, deviation, loose, hyphens; /* thousandths; percent; percent */
    } cases[] = {
        {SP_MM(118), SP_TENTHS(105), 20, 100, 0, 20},
        {SP_MM(118), SP_TENTHS(105), 30, 50, 0, 20},
        {SP(177), SP(10), 30, 260, 10, 22},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Tally tally = set_all(cases[i].measure, cases[i].size, cases[i].expansion, 1000);
        int64_t most = (int64_t)cases[i].deviation * cases[i].deviation;
        assert_true(tally.squares / tally.lines <= most);
        assert_true(tally.loose * 100 <= cases[i].loose * tally.lines);
        assert_true(tally.hyphens * 100 <= cases[i].hyphens * tally.lines);
    }
}

static void edges_are_exact_at_all_measures(void **unused) {
    (void)unused;
    for (int points = 120; points < 420; points += 13) {
        set_all(SP(points), SP_TENTHS(105), 0, 0);
        set_all(SP(points), SP_TENTHS(105), 30, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(word_spaces_are_even),
        cmocka_unit_test(edges_are_exact_at_all_measures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
