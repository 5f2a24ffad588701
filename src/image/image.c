/* Bytes of a picture file in, the reader of its format called; profiles and sizes judged. */
#include "image/internal.h"

bool image_refuse(const Reading *reading, Str hint, const char *why) {
    diag_add(reading->job->diags, E_IMAGE, reading->span, hint, "\"%.*s\" cannot be used: %s",
             STR_ARG(reading->name), why);
    return false;
}

bool image_fits(const Reading *reading, uint32_t width, uint32_t height) {
    size_t limit = reading->job->limits.image_pixels;
    if (!limit || (uint64_t)width * height <= limit) return true;
    diag_add(
        reading->job->diags, E_IMAGE_SIZE, reading->span,
        STR("make it smaller: 300 pixels an inch are enough for print; or raise --limit-pixels"),
        "\"%.*s\" has %u by %u pixels; the limit is %zu in all", STR_ARG(reading->name), width,
        height, limit);
    return false;
}

/* ---- colour profiles (ICC.1:2010, 7.2) ---- */

static uint32_t big_endian(Str bytes, size_t at) {
    uint32_t value = 0;
    for (size_t i = 0; i < 4; i++) value = value << 8 | (uint8_t)bytes.at[at + i];
    return value;
}

static bool has_tag(Str bytes, size_t at, const char *tag) {
    return memcmp(bytes.at + at, tag, 4) == 0;
}

/* What ISO 19005-2, 6.2.4.2 asks of the profile of an image. */
static bool is_usable(Str profile, unsigned components) {
    if (profile.len < 132 || big_endian(profile, 0) != profile.len) return false;
    if (!has_tag(profile, 36, "acsp") || (uint8_t)profile.at[8] > 4) return false;
    if (!has_tag(profile, 16, components == 1 ? "GRAY" : "RGB ")) return false;
    uint32_t tags = big_endian(profile, 128);
    if (tags == 0 || tags > (profile.len - 132) / 12) return false;
    return has_tag(profile, 12, "scnr") || has_tag(profile, 12, "mntr") ||
           has_tag(profile, 12, "prtr") || has_tag(profile, 12, "spac");
}

void image_keep_profile(const Reading *reading, Str profile, unsigned components) {
    if (!profile.len) return;
    if (is_usable(profile, components)) {
        reading->image->profile = str_copy(reading->job->arena, profile);
        return;
    }
    diag_add(reading->job->diags, W_IMAGE_COLOR, reading->span,
             STR("save it again as sRGB, or with a sound profile"),
             "the colour profile of \"%.*s\" cannot be used; its colours are taken as sRGB",
             STR_ARG(reading->name));
}

/* ---- formats ---- */

static bool looks_like(Str bytes, const char *magic) { return str_starts(bytes, str_from(magic)); }

/* Formats people try, to say which it is. */
static const char *other_format(Str bytes) {
    if (!bytes.len) return "it is empty";
    if (looks_like(bytes, "GIF8")) return "it is a GIF";
    if (looks_like(bytes, "RIFF")) return "it is a WebP picture";
    if (looks_like(bytes, "%PDF")) return "it is a PDF";
    if (looks_like(bytes, "II*") || looks_like(bytes, "MM")) return "it is a TIFF picture";
    if (looks_like(bytes, "BM")) return "it is a BMP picture";
    if (looks_like(bytes, "<svg") || looks_like(bytes, "<?xml")) return "it is an SVG drawing";
    if (bytes.len > 11 && memcmp(bytes.at + 4, "ftyp", 4) == 0)
        return "it is a HEIF picture or film";
    return "it is no PNG or JPEG";
}

static void turn(Image *image) {
    bool is_sideways = image->orientation >= 5;
    image->shown_width = is_sideways ? image->height : image->width;
    image->shown_height = is_sideways ? image->width : image->height;
}

const Image *image_read(Job *job, Str name, Str bytes, Span span) {
    Image *image = ARENA_NEW(job->arena, Image);
    image->orientation = 1;
    Reading reading = {.job = job, .name = name, .bytes = bytes, .span = span, .image = image};
    ArenaMark mark = arena_mark(job->scratch);
    bool is_read = false;
    if (looks_like(bytes, "\x89PNG\r\n\x1A\n"))
        is_read = png_read(&reading);
    else if (looks_like(bytes, "\xFF\xD8\xFF"))
        is_read = jpeg_read(&reading);
    else
        image_refuse(&reading, STR("pictures are PNG or JPEG files: convert it"),
                     other_format(bytes));
    arena_release(job->scratch, mark);
    turn(image);
    return is_read ? image : NULL;
}
