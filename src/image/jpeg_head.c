/* A JPEG file in; what its markers say (ITU T.81 annex B; EXIF 2.3; ICC.1:2010 B.4), and the file without
 * what a PDF does not need, out. */
#include "image/internal.h"

enum {
    MARK_SOS = 0xDA,
    MARK_APP0 = 0xE0,
    MARK_APP1 = 0xE1,
    MARK_APP2 = 0xE2,
    MARK_APP14 = 0xEE,
    MARK_APP15 = 0xEF,
    MARK_COM = 0xFE
};

static unsigned byte_at(Str s, size_t at) { return (uint8_t)s.at[at]; }
static unsigned short_at(Str s, size_t at) { return byte_at(s, at) << 8 | byte_at(s, at + 1); }

/* A marker segment: `body` is what follows its length. */
typedef struct Segment {
    unsigned marker;
    size_t from, to; /* all of it, with marker and length */
    Str body;
} Segment;

/* The segment that begins at or behind `at` (fill bytes may stand before it). */
static bool segment_next(Str bytes, size_t at, Segment *segment) {
    if (at + 4 > bytes.len || byte_at(bytes, at) != 0xFF) return false;
    while (at + 4 <= bytes.len && byte_at(bytes, at + 1) == 0xFF) at++;
    if (at + 4 > bytes.len) return false;
    unsigned len = short_at(bytes, at + 2), marker = byte_at(bytes, at + 1);
    if (marker < 0xC0 || (marker >= 0xD0 && marker <= 0xD9)) return false;
    if (len < 2 || len > bytes.len - at - 2) return false;
    *segment = (Segment){.marker = marker, .from = at, .to = at + 2 + len};
    segment->body = str_slice(bytes, at + 4, segment->to);
    return true;
}

/* ---- EXIF: the orientation in the first directory of a TIFF head ---- */

static unsigned tiff_number(Str tiff, size_t at, unsigned size, bool is_little) {
    unsigned value = 0;
    for (unsigned i = 0; i < size; i++)
        value = value << 8 | byte_at(tiff, at + (is_little ? size - 1 - i : i));
    return value;
}

static unsigned exif_orientation(Str body) {
    enum { ORIENTATION = 0x0112, SHORT = 3 };
    if (body.len < 14 || memcmp(body.at, "Exif\0", 6) != 0) return 1;
    Str tiff = str_slice(body, 6, body.len);
    bool is_little = tiff.at[0] == 'I';
    size_t at = tiff_number(tiff, 4, 4, is_little);
    if (at > tiff.len - 2) return 1;
    unsigned count = tiff_number(tiff, at, 2, is_little);
    for (at += 2; count > 0 && at + 12 <= tiff.len; count--, at += 12) {
        if (tiff_number(tiff, at, 2, is_little) != ORIENTATION) continue;
        unsigned value = tiff_number(tiff, at + 8, 2, is_little);
        bool is_good = tiff_number(tiff, at + 2, 2, is_little) == SHORT && value >= 1 && value <= 8;
        return is_good ? value : 1;
    }
    return 1;
}

/* ---- the head ---- */

static bool read_frame(const Segment *segment, JpegHead *head) {
    Str body = segment->body;
    if (head->frame || body.len < 6) return false;
    head->frame = segment->marker;
    head->precision = byte_at(body, 0);
    head->height = short_at(body, 1);
    head->width = short_at(body, 3);
    head->components = byte_at(body, 5);
    if (!head->width || !head->height || body.len < 6 + 3 * head->components) return false;
    for (unsigned i = 0; i < head->components && i < 4; i++)
        head->ids[i] = (uint8_t)byte_at(body, 6 + 3 * i);
    return true;
}

/* Pieces of a profile carry their number and how many there are; the next in order is kept. */
static void read_profile(Buf *profile, unsigned *pieces, Str body) {
    static const char name[] = "ICC_PROFILE";
    if (body.len < sizeof name + 2 || memcmp(body.at, name, sizeof name) != 0) return;
    if (byte_at(body, sizeof name) != *pieces + 1) return;
    (*pieces)++;
    buf_add(profile, str_slice(body, sizeof name + 2, body.len));
}

static bool is_frame(unsigned marker) {
    bool is_table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
    return marker >= 0xC0 && marker <= 0xCF && !is_table;
}

static void read_application(const Segment *segment, JpegHead *head) {
    Str body = segment->body;
    if (segment->marker == MARK_APP0 && str_starts(body, STR("JFIF"))) head->has_jfif = true;
    if (segment->marker == MARK_APP1 && head->orientation == 1)
        head->orientation = exif_orientation(body);
    if (segment->marker == MARK_APP14 && body.len >= 12 && str_starts(body, STR("Adobe"))) {
        head->has_adobe = true;
        head->adobe_transform = byte_at(body, 11);
    }
}

bool jpeg_head_read(Arena *arena, Str bytes, JpegHead *head) {
    *head = (JpegHead){.orientation = 1};
    Buf profile = buf_new(arena);
    unsigned pieces = 0;
    Segment segment;
    for (size_t at = 2; segment_next(bytes, at, &segment); at = segment.to) {
        if (segment.marker == MARK_SOS) {
            head->scans = segment.from;
            break;
        }
        if (is_frame(segment.marker) && !read_frame(&segment, head)) return false;
        if (segment.marker == MARK_APP2) read_profile(&profile, &pieces, segment.body);
        read_application(&segment, head);
    }
    head->profile = buf_str(&profile);
    return head->frame && head->scans;
}

Str jpeg_head_strip(Arena *arena, Str bytes, size_t end) {
    Buf out = buf_new(arena);
    buf_reserve(&out, end);
    buf_add(&out, str_slice(bytes, 0, 2));
    Segment segment;
    size_t at = 2;
    for (; segment_next(bytes, at, &segment) && segment.marker != MARK_SOS; at = segment.to) {
        unsigned marker = segment.marker;
        bool is_note = (marker >= MARK_APP0 && marker <= MARK_APP15) || marker == MARK_COM;
        if (!is_note || marker == MARK_APP14)
            buf_add(&out, str_slice(bytes, segment.from, segment.to));
    }
    buf_add(&out, str_slice(bytes, at, end));
    return buf_str(&out);
}
