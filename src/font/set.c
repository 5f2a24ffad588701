/* The bundled faces: a family and a style in, an open face with its metrics out. */
#include "font/font.h"

#include "base/resource.h"
#include "font/tables.h"

#include <hb-ot.h>
#include <hb.h>
#include <stdlib.h>

enum { STYLES = 4 };

typedef struct Family {
    Str name;
    Str files[STYLES]; /* by FaceStyle; empty: the family has no such style */
    bool is_serif;
} Family;

/* The order is the order of fallback. */
static const Family families[] = {
    {
        .name = STR_CONST("Source Serif 4"),
        .files = {STR_CONST("fonts/SourceSerif4-Regular.ttf"),
                  STR_CONST("fonts/SourceSerif4-It.ttf"), STR_CONST("fonts/SourceSerif4-Bold.ttf"),
                  STR_CONST("fonts/SourceSerif4-BoldIt.ttf")},
        .is_serif = true,
    },
    {
        .name = STR_CONST("Source Sans 3"),
        .files = {STR_CONST("fonts/SourceSans3-Regular.ttf"), STR_CONST("fonts/SourceSans3-It.ttf"),
                  STR_CONST("fonts/SourceSans3-Bold.ttf"),
                  STR_CONST("fonts/SourceSans3-BoldIt.ttf")},
    },
    {
        .name = STR_CONST("Source Code Pro"),
        .files = {[FACE_REGULAR] = STR_CONST("fonts/SourceCodePro-Regular.ttf"),
                  [FACE_BOLD] = STR_CONST("fonts/SourceCodePro-Bold.ttf")},
    },
};
enum { FAMILIES = sizeof families / sizeof families[0] };

struct FontSet {
    Str names[FAMILIES];
    Face faces[FAMILIES][STYLES]; /* hb_face NULL: not opened yet */
    char postscript[FAMILIES][STYLES][64];
};

FontSet *font_set_new(void) {
    FontSet *set = calloc(1, sizeof *set);
    if (!set) return NULL;
    for (size_t i = 0; i < FAMILIES; i++) set->names[i] = families[i].name;
    return set;
}

void font_set_drop(FontSet *set) {
    if (!set) return;
    for (size_t i = 0; i < (size_t)FAMILIES * STYLES; i++) {
        Face *face = &set->faces[i / STYLES][i % STYLES];
        hb_font_destroy(face->hb_font);
        hb_face_destroy(face->hb_face);
    }
    free(set);
}

/* Upright for italic first, then the weight: what a reader would miss least. */
static FaceStyle nearest_style(const Family *family, FaceStyle style) {
    static const FaceStyle order[STYLES][STYLES] = {
        {FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACE_BOLD_ITALIC},
        {FACE_ITALIC, FACE_REGULAR, FACE_BOLD_ITALIC, FACE_BOLD},
        {FACE_BOLD, FACE_REGULAR, FACE_BOLD_ITALIC, FACE_ITALIC},
        {FACE_BOLD_ITALIC, FACE_BOLD, FACE_ITALIC, FACE_REGULAR},
    };
    for (int i = 0; i < STYLES; i++) {
        if (family->files[order[style][i]].len) return order[style][i];
    }
    return style;
}

static bool open_face(Face *face, Str bytes) {
    hb_blob_t *blob =
        hb_blob_create(bytes.at, (unsigned)bytes.len, HB_MEMORY_MODE_READONLY, NULL, NULL);
    face->hb_face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    face->hb_font = hb_font_create(face->hb_face);
    bool is_open = face->hb_font != hb_font_get_empty(); /* else there is no memory */
    if (is_open && font_read_metrics(face)) return true;
    hb_font_destroy(face->hb_font);
    hb_face_destroy(face->hb_face);
    face->hb_font = NULL;
    face->hb_face = NULL;
    return false;
}

static void read_postscript_name(Face *face, char name[64]) {
    unsigned len = 64;
    hb_ot_name_get_utf8(face->hb_face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
                        hb_language_from_string("en", 2), &len, name);
    face->postscript_name = str_from(name);
}

static const Face *face_at(FontSet *set, size_t family, FaceStyle style) {
    Face *face = &set->faces[family][style];
    if (face->hb_face) return face;
    Str bytes;
    if (!resource_find(families[family].files[style], &bytes)) return NULL;
    face->family = families[family].name;
    face->style = style;
    face->number = (unsigned)(family * STYLES + style);
    face->is_serif = families[family].is_serif;
    if (!open_face(face, bytes)) return NULL;
    read_postscript_name(face, set->postscript[family][style]);
    return face;
}

const Face *font_find(FontSet *set, Str family, FaceStyle style) {
    for (size_t i = 0; i < FAMILIES; i++) {
        if (str_equal(families[i].name, family))
            return face_at(set, i, nearest_style(&families[i], style));
    }
    return NULL;
}

size_t font_families(const FontSet *set, const Str **names) {
    *names = set->names;
    return FAMILIES;
}

const Face *font_fallback(FontSet *set, const Face *wanted, uint32_t code_point) {
    if (font_covers(wanted, code_point)) return wanted;
    for (size_t i = 0; i < FAMILIES; i++) {
        if (str_equal(families[i].name, wanted->family)) continue;
        const Face *face = face_at(set, i, nearest_style(&families[i], wanted->style));
        if (face && font_covers(face, code_point)) return face;
    }
    return NULL;
}

uint32_t font_glyph(const Face *face, uint32_t code_point) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(face->hb_font, code_point, &glyph) ? glyph : 0;
}

bool font_covers(const Face *face, uint32_t code_point) {
    return font_glyph(face, code_point) != 0;
}

int font_advance(const Face *face, uint32_t glyph) {
    return hb_font_get_glyph_h_advance(face->hb_font, glyph);
}

bool font_has_superiors(const Face *face) {
    hb_tag_t tags[32];
    unsigned count = 32, from = 0;
    do {
        hb_ot_layout_table_get_feature_tags(face->hb_face, HB_OT_TAG_GSUB, from, &count, tags);
        for (unsigned i = 0; i < count; i++)
            if (tags[i] == HB_TAG('s', 'u', 'p', 's')) return true;
        from += count;
    } while (count == 32);
    return false;
}
