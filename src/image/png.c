/* A PNG file in; its own compressed rows out where a PDF can hold them, else samples and a soft mask.
 *
 * libpng takes its memory from the scratch arena, so that neither its error exit nor the arena's can leak.
 * A file that libpng warns about is decoded: what libpng makes of it counts, not what another reader might. */
#include "image/internal.h"

#include <png.h>
#include <setjmp.h>

enum { SRGB_GAMMA = 45455, GAMMA_TOLERANCE = 2500 };

typedef struct PngReading {
    Reading *reading;
    png_structp png;
    png_infop info;
    size_t at; /* bytes consumed */
    bool has_warning;
    jmp_buf failed;
    char why[160];
    png_uint_32 width, height;
    int depth, type;
    bool is_interlaced, has_alpha, has_gamma;
} PngReading;

/* ---- what libpng calls ---- */

static void keep_error(png_structp png, png_const_charp message) {
    PngReading *reading = png_get_error_ptr(png);
    snprintf(reading->why, sizeof reading->why, "it is damaged (%s)", message);
    longjmp(reading->failed, 1);
}

static void keep_warning(png_structp png, png_const_charp message) {
    (void)message;
    ((PngReading *)png_get_error_ptr(png))->has_warning = true;
}

static void give_bytes(png_structp png, png_bytep to, size_t size) {
    PngReading *reading = png_get_io_ptr(png);
    Str bytes = reading->reading->bytes;
    if (size > bytes.len - reading->at) png_error(png, "it ends too soon");
    memcpy(to, bytes.at + reading->at, size);
    reading->at += size;
}

static void *give_memory(png_structp png, png_alloc_size_t size) {
    return arena_alloc(png_get_mem_ptr(png), size);
}

static void take_memory(png_structp png, void *memory) { (void)png, (void)memory; }

/* ---- header ---- */

static bool open_png(PngReading *png) {
    Reading *reading = png->reading;
    png->png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, png, keep_error, keep_warning,
                                        reading->job->scratch, give_memory, take_memory);
    png->info = png->png ? png_create_info_struct(png->png) : NULL;
    if (!png->info) return image_refuse(reading, (Str){0}, "libpng is another version");
    png_set_read_fn(png->png, png, give_bytes);
    /* Our own limit counts, not libpng's million pixels a side. */
    png_set_user_limits(png->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_malloc_max(png->png, 16u << 20);
    png_set_keep_unknown_chunks(png->png, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
    png_read_info(png->png, png->info);
    return true;
}

/* A gamma other than sRGB's, where nothing better says what the colours are. */
static bool needs_gamma(const PngReading *png) {
    png_fixed_point gamma = 0;
    bool is_said = png_get_valid(png->png, png->info, PNG_INFO_sRGB | PNG_INFO_iCCP) != 0;
    if (is_said || !png_get_gAMA_fixed(png->png, png->info, &gamma)) return false;
    return gamma > 0 &&
           (gamma < SRGB_GAMMA - GAMMA_TOLERANCE || gamma > SRGB_GAMMA + GAMMA_TOLERANCE);
}

static bool read_header(PngReading *png) {
    int interlace = 0;
    png_get_IHDR(png->png, png->info, &png->width, &png->height, &png->depth, &png->type,
                 &interlace, NULL, NULL);
    if (!image_fits(png->reading, png->width, png->height)) return false;
    png->is_interlaced = interlace != PNG_INTERLACE_NONE;
    png->has_alpha =
        (png->type & PNG_COLOR_MASK_ALPHA) || png_get_valid(png->png, png->info, PNG_INFO_tRNS);
    png->has_gamma = needs_gamma(png);
    Image *image = png->reading->image;
    image->width = png->width;
    image->height = png->height;
    image->form = IMAGE_ROWS;
    return true;
}

static void keep_profile(PngReading *png) {
    png_charp name;
    png_bytep profile;
    png_uint_32 size = 0;
    int method;
    if (!png_get_iCCP(png->png, png->info, &name, &method, &profile, &size)) return;
    unsigned components = png->type & PNG_COLOR_MASK_COLOR ? 3 : 1;
    image_keep_profile(png->reading, (Str){.at = (const char *)profile, .len = size}, components);
}

/* ---- rows handed on as they are ---- */

static uint32_t chunk_number(const char *at) {
    const uint8_t *byte = (const uint8_t *)at;
    return (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
}

/* The data of all IDAT chunks; libpng has checked their lengths. */
static Str join_data(Arena *arena, Str file) {
    Buf data = buf_new(arena);
    for (size_t at = 8; file.len - at >= 12;) {
        uint32_t len = chunk_number(file.at + at);
        if (len > file.len - at - 12) break;
        if (memcmp(file.at + at + 4, "IDAT", 4) == 0)
            buf_add(&data, (Str){.at = file.at + at + 8, .len = len});
        at += 12 + (size_t)len;
    }
    return buf_str(&data);
}

static void keep_palette(PngReading *png) {
    png_colorp colors;
    int count = 0;
    if (png->type != PNG_COLOR_TYPE_PALETTE) return;
    png_get_PLTE(png->png, png->info, &colors, &count);
    Buf palette = buf_new(png->reading->job->arena);
    for (int i = 0; i < count; i++) {
        const char triple[] = {(char)colors[i].red, (char)colors[i].green, (char)colors[i].blue};
        buf_add(&palette, (Str){.at = triple, .len = 3});
    }
    png->reading->image->palette = buf_str(&palette);
}

static bool indexes_are_good(const PngReading *png) {
    Str palette = png->reading->image->palette;
    return png->type != PNG_COLOR_TYPE_PALETTE ||
           png_get_palette_max(png->png, png->info) < (int)(palette.len / 3);
}

/* Every row is decoded once, to know that it can be. False: decode it properly. */
static bool pass_through(PngReading *png) {
    if (png->is_interlaced || png->has_alpha || png->has_gamma || png->has_warning) return false;
    png_read_update_info(png->png, png->info);
    png_bytep row = arena_alloc(png->reading->job->scratch, png_get_rowbytes(png->png, png->info));
    for (png_uint_32 y = 0; y < png->height; y++) png_read_row(png->png, row, NULL);
    png_read_end(png->png, NULL);
    keep_palette(png);
    if (png->has_warning || !indexes_are_good(png)) return false;
    Image *image = png->reading->image;
    image->bits = (unsigned)png->depth;
    image->components = png->type == PNG_COLOR_TYPE_RGB ? 3 : 1;
    image->is_deflated = true;
    image->bytes = join_data(png->reading->job->arena, png->reading->bytes);
    return true;
}

/* ---- samples ---- */

static void ask_for_samples(PngReading *png) {
    png_set_expand(png->png);
    png_set_scale_16(png->png);
    if (png->has_gamma) {
        png_fixed_point gamma = 0;
        png_get_gAMA_fixed(png->png, png->info, &gamma);
        png_set_gamma_fixed(png->png, PNG_DEFAULT_sRGB, gamma);
    }
    png_set_interlace_handling(png->png);
    png_read_update_info(png->png, png->info);
}

static uint8_t *read_samples(PngReading *png, size_t row_bytes) {
    Arena *scratch = png->reading->job->scratch;
    uint8_t *samples = arena_alloc(scratch, row_bytes * png->height);
    png_bytepp rows = ARENA_ARRAY(scratch, png_bytep, png->height);
    for (png_uint_32 y = 0; y < png->height; y++) rows[y] = samples + y * row_bytes;
    png_read_image(png->png, rows);
    png_read_end(png->png, NULL);
    return samples;
}

/* Takes every `channels`-th sample out as opacity. False when all of it is opaque. */
static bool split_alpha(uint8_t *samples, size_t pixels, unsigned channels, uint8_t *alpha) {
    bool is_opaque = true;
    uint8_t *to = samples;
    for (size_t i = 0; i < pixels; i++) {
        const uint8_t *pixel = samples + i * channels;
        alpha[i] = pixel[channels - 1];
        is_opaque &= alpha[i] == 255;
        for (unsigned c = 0; c + 1 < channels; c++) *to++ = pixel[c];
    }
    return !is_opaque;
}

static void decode(PngReading *png) {
    Reading *reading = png->reading;
    Image *image = reading->image;
    ask_for_samples(png);
    unsigned channels = png_get_channels(png->png, png->info);
    size_t pixels = (size_t)png->width * png->height;
    uint8_t *samples = read_samples(png, png_get_rowbytes(png->png, png->info));
    image->bits = 8;
    image->components = channels >= 3 ? 3 : 1;
    image->palette = (Str){0};
    if (channels % 2 == 0) {
        uint8_t *alpha = arena_alloc(reading->job->scratch, pixels);
        if (split_alpha(samples, pixels, channels, alpha))
            image->alpha = rows_filter(reading->job, alpha, png->width, png->height, 1);
    }
    image->bytes = rows_filter(reading->job, samples, (size_t)png->width * image->components,
                               png->height, image->components);
}

/* ---- the whole ---- */

/* A file that is only warned about at its end is read a second time, for its samples. */
static bool read_once(PngReading *png, bool may_pass, bool *is_done) {
    if (setjmp(png->failed)) return image_refuse(png->reading, STR("export it again"), png->why);
    if (!open_png(png) || !read_header(png)) return false;
    if (may_pass) keep_profile(png);
    bool wants_samples = png->is_interlaced || png->has_alpha || png->has_gamma || png->has_warning;
    *is_done = true;
    if (may_pass && !wants_samples)
        *is_done = pass_through(png);
    else
        decode(png);
    return true;
}

bool png_read(Reading *reading) {
    bool is_done = false;
    PngReading first = {.reading = reading}, second = {.reading = reading};
    if (!read_once(&first, true, &is_done)) return false;
    return is_done || read_once(&second, false, &is_done);
}

const char *image_png_version(void) { return png_get_libpng_ver(NULL); }
