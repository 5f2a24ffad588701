/* A face and the glyphs used of it in, a dense TrueType file with only those out (hb-subset). */
#include "font/font.h"

#include <hb-subset.h>
#include <hb.h>

/* What a PDF viewer reads of an embedded CIDFontType2 (ISO 32000-1, 9.9, table 126), hinting aside. HarfBuzz
 * is shown nothing else: with a character map it would turn all of it round for every subset, and with
 * GSUB close the glyphs over its rules. */
static const hb_tag_t kept[] = {
    HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
    HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p'),
};

static hb_blob_t *kept_table(hb_face_t *reduced, hb_tag_t tag, void *whole) {
    (void)reduced;
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        if (kept[i] == tag) return hb_face_reference_table(whole, tag);
    }
    return hb_blob_get_empty();
}

static hb_subset_plan_t *make_plan(const Face *face, const uint32_t *glyphs, size_t count) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) return NULL;
    hb_set_t *keep = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < count; i++) hb_set_add(keep, glyphs[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    /* Not a face builder, which HarfBuzz 6 cannot drop without memory either. */
    hb_face_t *reduced = hb_face_create_for_tables(kept_table, face->hb_face, NULL);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(reduced, input);
    /* Without memory HarfBuzz 6 crashes when it drops a face half prepared: the face is given up then. */
    if (plan) hb_face_destroy(reduced);
    hb_subset_input_destroy(input);
    return plan;
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
    hb_subset_plan_t *plan = make_plan(face, glyphs, count);
    if (!plan) return false;
    bool is_done = copy_mapping(plan, glyphs, count, mapped);
    hb_face_t *subset = is_done ? hb_subset_plan_execute_or_fail(plan) : NULL;
    hb_subset_plan_destroy(plan);
    if (!subset) return false;
    is_done = copy_bytes(arena, subset, bytes);
    hb_face_destroy(subset);
    return is_done;
}
