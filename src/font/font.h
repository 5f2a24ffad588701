/* Font files as faces: metrics, coverage, subsets. Faces are glyf TrueType; the shipped ones are compiled
 * in (base/resource.h). The only stage, with shape, that knows HarfBuzz. */
#ifndef DOSSIER_FONT_FONT_H
#define DOSSIER_FONT_FONT_H

#include "base/job.h"
#include "base/look.h"
#include "base/sp.h"

struct hb_font_t;
struct hb_face_t;

/* All in font units (`upem` to the em), y upward. Filled at first use of the face. */
typedef struct Face {
    Str family;
    FaceStyle style;
    unsigned number; /* position in the set: same in every run, orders everything made of faces */
    int upem;
    int ascent, descent; /* OS/2 typo metrics; descent negative */
    int cap_height, x_height, stem_v,
        italic_angle;             /* angle in whole degrees, negative leans right */
    int left, bottom, right, top; /* head bbox */
    unsigned glyph_count;
    Str postscript_name;
    bool is_serif, is_fixed_pitch;
    struct hb_face_t *hb_face;
    struct hb_font_t *hb_font; /* scaled to upem: positions in font units */
} Face;

/* A set of faces, shared by all documents of an engine. Not for two threads at once. */
typedef struct FontSet FontSet;

FontSet *font_set_new(void);
void font_set_drop(FontSet *set);

/* Opens a face of a family ("Source Serif 4"); NULL when the set has no such family. A missing style falls
 * back to the family's nearest. Opened on first use. */
const Face *font_find(FontSet *set, Str family, FaceStyle style);
/* For "did you mean": the names of the families there are. */
size_t font_families(const FontSet *set, const Str **names);
/* Whether the face has a glyph for a character. */
bool font_covers(const Face *face, uint32_t code_point);
/* A face that has the character: `wanted` when it can, else the other families in their fixed order, same
 * style; NULL when none has it. */
const Face *font_fallback(FontSet *set, const Face *wanted, uint32_t code_point);
/* Nominal glyph of a character, 0 when there is none. Advance of a glyph in font units (hmtx). */
uint32_t font_glyph(const Face *face, uint32_t code_point);
int font_advance(const Face *face, uint32_t glyph);

/* A glyph that stands over, under or through another: GDEF says so. */
bool font_is_mark(const Face *face, uint32_t glyph);

/* A step of a contour: `m` begins at point 0, `l` goes straight to it, `c` curves by points 0 and 1 to point 2
 * (cubic), `h` closes. In thirds of a font unit, so that they are whole numbers. */
typedef struct OutlineStep {
    char op;
    int32_t x[3], y[3];
} OutlineStep;
const OutlineStep *font_outline(Arena *arena, const Face *face, uint32_t glyph, size_t *count);

/* Whether the face has figures for the marks of notes (OpenType feature `sups`). */
bool font_has_superiors(const Face *face);

/* A dense subset: glyf TrueType with only `glyphs` (original ids, ascending, without 0) and .notdef, without
 * layout tables and hinting. `mapped[i]` becomes the new id of glyphs[i]. Bytes live in `arena`.
 * False when HarfBuzz fails (no memory). */
bool font_subset(Arena *arena, const Face *face, const uint32_t *glyphs, size_t count,
                 uint16_t *mapped, Str *bytes);

/* HarfBuzz's version, as linked. */
const char *font_library_version(void);

#endif
