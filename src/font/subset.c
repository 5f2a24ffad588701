/* A face and the glyphs used of it in, a dense TrueType file with only those out (hb-subset). */
#include "font/font.h"

#include <hb-subset.h>
#include <hb.h>

/* What a PDF viewer never reads of an embedded CIDFontType2 (ISO 32000-1, 9.9, table 126). Without GSUB in
 * the plan HarfBuzz also leaves out the closure over its rules. */
static const hb_tag_t dropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('B', 'A', 'S', 'E'), HB_TAG('J', 'S', 'T', 'F'), HB_TAG('M', 'A', 'T', 'H'),
    HB_TAG('O', 'S', '/', '2'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('D', 'S', 'I', 'G'),
    HB_TAG('S', 'T', 'A', 'T'), HB_TAG('m', 'e', 't', 'a'), HB_TAG('g', 'a', 's', 'p'),
    HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'),
    HB_TAG('V', 'O', 'R', 'G'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'),
    HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'), HB_TAG('S', 'V', 'G', ' '),
};

static hb_subset_input_t *make_input(const uint32_t *glyphs, size_t count) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) return NULL;
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof dropped[0]; i++) hb_set_add(drop, dropped[i]);
    hb_set_t *keep = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < count; i++) hb_set_add(keep, glyphs[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    return input;
}

static bool copy_mapping(hb_subset_plan_t *plan, const uint32_t *glyphs, size_t count,
                         uint16_t *mapped) {
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (size_t i = 0; i < count; i++) {
        hb_codepoint_t glyph = hb_map_get(map, glyphs[i]);
        if (glyph == HB_MAP_VALUE_INVALID) return false;
        mapped[i] = (uint16_t)glyph;
    }
    return true;
}

static bool copy_bytes(Arena *arena, hb_face_t *subset, Str *bytes) {
    hb_blob_t *blob = hb_face_reference_blob(subset);
    unsigned len = 0;
    const char *at = hb_blob_get_data(blob, &len);
    *bytes = (Str){.at = arena_copy(arena, at, len), .len = len};
    hb_blob_destroy(blob);
    return len > 0;
}

bool font_subset(Arena *arena, const Face *face, const uint32_t *glyphs, size_t count,
                 uint16_t *mapped, Str *bytes) {
    hb_subset_input_t *input = make_input(glyphs, count);
    if (!input) return false;
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face->hb_face, input);
    hb_subset_input_destroy(input);
    if (!plan) return false;
    bool is_done = copy_mapping(plan, glyphs, count, mapped);
    hb_face_t *subset = is_done ? hb_subset_plan_execute_or_fail(plan) : NULL;
    hb_subset_plan_destroy(plan);
    if (!subset) return false;
    is_done = copy_bytes(arena, subset, bytes);
    hb_face_destroy(subset);
    return is_done;
}
