/* Inside stage shape: the shaper, and what its steps hand to each other.
 *
 * parts -> typography (text) -> chars (classes, levels, breaks) -> segments (glyphs) -> items */
#ifndef DOSSIER_SHAPE_INTERNAL_H
#define DOSSIER_SHAPE_INTERNAL_H

#include "shape/break_rules.h"
#include "shape/hyphen.h"
#include "shape/shape.h"
#include "shape/unicode.h"

struct UnicodeModule;

/* A language that has been used, by its number. */
typedef struct Language {
    Str tag;
    const struct hb_language_impl_t *hb;
    const LanguageProfile *profile;
    Hyphenation hyphenation;
    bool is_rtl, was_warned;
} Language;

/* A place inside a word where it may be hyphenated; extras as in Item, in font units. */
typedef struct Cut {
    uint32_t at; /* byte of the word */
    int32_t end_extra, start_extra;
} Cut;

/* A shaped word of the cache, in font units; clusters count from the word's first byte. */
typedef struct Word {
    Str text;
    uint64_t key; /* face, features, language, script, direction */
    uint64_t hash;
    const Face *face;
    const Glyph *glyphs;
    uint32_t count;
    uint32_t advancing; /* glyphs that tracking counts: a mark goes with its letter */
    int32_t width;
    bool is_incomplete; /* the face lacks a character */
    bool has_cuts;      /* `cuts` has been made */
    const Cut *cuts;
    uint32_t cut_count;
} Word;

/* What a word is shaped with, beside its text. */
typedef struct WordStyle {
    const Face *face;
    Figures figures;
    bool is_unjoined;    /* tracked or verbatim: no ligatures */
    bool has_small_caps; /* acronyms in small capitals, where the face has them */
    bool is_rtl;
    uint16_t language; /* index in shaper->languages */
    uint32_t script;   /* ISO 15924 tag; 0: HarfBuzz finds it */
} WordStyle;

enum { EDGE_SLOTS = 256, UNICODE_COUNT = 0x110000 };

/* A character's own glyph in a face, with nothing around it. */
typedef struct Edge {
    uint32_t code_point, face; /* face 0: free slot, else its number + 1 */
    uint32_t glyph;
    int32_t advance;
} Edge;

/* HarfBuzz's plan for one style, and for one of the faces of a number: threads open their own. */
typedef struct Plan {
    uint64_t key;
    const Face *face;
    struct hb_shape_plan_t *hb;
} Plan;

struct Shaper {
    Job *job;    /* what is made now goes to its arena */
    Arena *keep; /* what is kept from text to text */
    FontSet *fonts;
    struct hb_buffer_t *buffer;
    const struct UnicodeModule *module; /* NULL: not opened yet */
    bool is_module_missing;
    LIST(Language) languages;
    Word **words; /* hash table, a power of two */
    size_t word_cap, word_count;
    Edge edges[EDGE_SLOTS];
    LIST(Plan) plans;
    uint8_t *missing; /* a bit for each character reported as missing; NULL: none yet */
    uint8_t *before;  /* the same of earlier texts (shaper_use) */
    /* Kept from paragraph to paragraph so that their memory is used again. */
    LIST(TextChar) chars;
    LIST(Segment) segments;
    LIST(const Word *) segment_words; /* of each segment; NULL: not of the cache */
    LIST(Item) items;
};

/* From byte `text` of the printed text on, bytes stand 1:1 from byte `offset` of part `part` on, until the
 * next point. */
typedef struct TextPoint {
    uint32_t text, part, offset;
} TextPoint;

/* A paragraph on its way. */
typedef struct Work {
    Shaper *shaper;
    const Paragraph *paragraph;
    Str text;
    const TextPoint *points; /* the first point of each part begins it */
    size_t point_count;
    const uint32_t *part_from; /* paragraph->count + 1 bytes of text */
    const uint16_t *part_language;
    TextChar *chars; /* in the shaper; one more than char_count: code point 0 at text.len */
    size_t char_count;
    const uint32_t *scripts; /* ISO 15924 tags that TextChar.script counts */
    bool is_rtl;
} Work;

/* Bytes [from, to) of a word. */
typedef struct CapitalRun {
    uint32_t from, to;
} CapitalRun;
enum { MOST_CAPITAL_RUNS = 4 };
/* The acronyms of a word, the first of them when there are more. */
unsigned small_caps_runs(Str word, CapitalRun runs[MOST_CAPITAL_RUNS]);

uint16_t language_number(Shaper *shaper, Str tag);

/* Fills text, points, part_from. */
void typography_apply(Work *work);
/* Where a byte of the printed text was written. */
Span typography_span(const Work *work, uint32_t from, uint32_t to);

/* Fills chars: decodes, classes, breaks, levels. */
void chars_read(Work *work);

/* The word, from the cache or shaped now. */
Word *word_shape(Shaper *shaper, WordStyle style, Str text);
/* Width of bytes [0, at) of the word as it stands. */
int32_t word_width_before(const Word *word, uint32_t at);
Edge face_edge(Shaper *shaper, const Face *face, uint32_t code_point);
/* Where the word may be hyphenated, with what a cut there costs. */
void word_make_cuts(Shaper *shaper, WordStyle style, Word *word);
/* The extras of a cut at byte `at`; `hyphen`: one is inserted. */
Cut word_cut(Shaper *shaper, WordStyle style, const Word *word, uint32_t at, bool hyphen);
/* The hyphen a face has: U+2010 or U+002D. */
Str word_hyphen(const Face *face);
WordStyle word_style(const Work *work, const Segment *segment);

/* Fills segments and words. */
void segments_make(Work *work);
/* Fills items. */
void items_make(Work *work);
/* How far the paragraph's first character may stand out. */
Sp items_hang_start(Work *work);

/* Optical margin, thousandths of the character's advance. */
int protrusion_end(uint32_t code_point);
int protrusion_start(uint32_t code_point);

/* Units of a face to a length with tracking for `glyphs` glyphs. */
static inline Sp look_length(const Look *look, const Face *face, int64_t units, uint32_t glyphs) {
    Sp length = shape_length(face, look->size, units);
    return look->tracking ? length + sp_scale(look->size, (int64_t)look->tracking * glyphs, 1000)
                          : length;
}

#endif
