/* Metrics of a face from its tables head, OS/2 and post (OpenType 1.9: big-endian, offsets cited). */
#include "font/tables.h"

#include <hb.h>

typedef struct Table {
    hb_blob_t *blob;
    const uint8_t *at;
    unsigned len;
} Table;

static Table table_open(const Face *face, hb_tag_t tag) {
    Table table = {.blob = hb_face_reference_table(face->hb_face, tag)};
    table.at = (const uint8_t *)hb_blob_get_data(table.blob, &table.len);
    return table;
}

static uint16_t read_u16(const Table *table, unsigned offset) {
    return (uint16_t)(table->at[offset] << 8 | table->at[offset + 1]);
}

static int16_t read_i16(const Table *table, unsigned offset) {
    return (int16_t)read_u16(table, offset);
}

static bool read_head(Face *face, const Table *head) {
    if (head->len < 54) return false;
    face->upem = read_u16(head, 18);
    face->left = read_i16(head, 36);
    face->bottom = read_i16(head, 38);
    face->right = read_i16(head, 40);
    face->top = read_i16(head, 42);
    return face->upem > 0;
}

/* StemV is in no table of a TrueType font: the usual estimate from the weight class. */
static int stem_of_weight(int weight) { return 50 + weight * weight / (65 * 65); }

static bool read_os2(Face *face, const Table *os2) {
    if (os2->len < 90) return false;
    face->stem_v = stem_of_weight(read_u16(os2, 4)) * face->upem / 1000;
    face->ascent = read_i16(os2, 68);
    face->descent = read_i16(os2, 70);
    face->x_height = read_i16(os2, 86);
    face->cap_height = read_i16(os2, 88);
    return true;
}

static bool read_post(Face *face, const Table *post) {
    if (post->len < 16) return false;
    face->italic_angle = read_i16(post, 4); /* 16.16: the whole degrees */
    face->is_fixed_pitch = read_u16(post, 12) != 0 || read_u16(post, 14) != 0;
    return true;
}

bool font_read_metrics(Face *face) {
    Table head = table_open(face, HB_TAG('h', 'e', 'a', 'd'));
    Table os2 = table_open(face, HB_TAG('O', 'S', '/', '2'));
    Table post = table_open(face, HB_TAG('p', 'o', 's', 't'));
    bool is_complete = read_head(face, &head) && read_os2(face, &os2) && read_post(face, &post);
    hb_blob_destroy(head.blob);
    hb_blob_destroy(os2.blob);
    hb_blob_destroy(post.blob);
    face->glyph_count = hb_face_get_glyph_count(face->hb_face);
    return is_complete;
}
