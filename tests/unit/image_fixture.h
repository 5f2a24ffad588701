/* What the tests of pictures share: PNG and JPEG files of every kind, made by libpng and libjpeg; and what a
 * PDF reader would see of an Image, worked out by hand. */
#ifndef TESTS_IMAGE_FIXTURE_H
#define TESTS_IMAGE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jpeglib.h>
#include <libdeflate.h>
#include <png.h>

#include "image/image.h"

enum { WIDE = 37, HIGH = 23 };

typedef struct Pixel {
    uint8_t rgba[4];
} Pixel;

/* ---- PNG ---- */

typedef struct PngKind {
    int type, depth;
    bool is_interlaced, has_transparency;
    int gamma; /* as in gAMA; 0: none */
    Str profile;
} PngKind;

/* Sample c of a pixel in `depth` bits; palette images have one sample. */
static inline unsigned png_sample(const PngKind *kind, unsigned x, unsigned y, unsigned c) {
    unsigned most = (1u << kind->depth) - 1;
    unsigned value = (x * 7919 + y * 104729 + c * 1299709 + x * y * (c + 3)) & 0xFFFF;
    return kind->depth == 16 ? value : value >> 4 & most;
}

static inline Pixel png_palette(unsigned index, bool has_transparency) {
    return (Pixel){{(uint8_t)(index * 37), (uint8_t)(255 - index * 11), (uint8_t)(index * index),
                    (uint8_t)(has_transparency && index % 3 == 1 ? index * 29 : 255)}};
}

static inline unsigned png_channels(int type) {
    return type == PNG_COLOR_TYPE_RGB          ? 3
           : type == PNG_COLOR_TYPE_RGB_ALPHA  ? 4
           : type == PNG_COLOR_TYPE_GRAY_ALPHA ? 2
                                               : 1;
}

static inline uint8_t to_8_bits(unsigned value, int depth) {
    unsigned most = (1u << depth) - 1;
    return (uint8_t)((value * 255u + most / 2) / most);
}

/* The pixel as it should come out. */
static inline Pixel png_pixel(const PngKind *kind, unsigned x, unsigned y) {
    unsigned v[4];
    for (unsigned c = 0; c < 4; c++) v[c] = png_sample(kind, x, y, c);
    if (kind->type == PNG_COLOR_TYPE_PALETTE) return png_palette(v[0], kind->has_transparency);
    bool has_color = kind->type & PNG_COLOR_MASK_COLOR;
    Pixel pixel = {{0, 0, 0, 255}};
    for (unsigned c = 0; c < 3; c++) pixel.rgba[c] = to_8_bits(v[has_color ? c : 0], kind->depth);
    if (kind->type & PNG_COLOR_MASK_ALPHA)
        pixel.rgba[3] = to_8_bits(v[has_color ? 3 : 1], kind->depth);
    /* The colour of the top left pixel is the transparent one. */
    if (kind->has_transparency && v[0] == png_sample(kind, 0, 0, 0) &&
        (!has_color || (v[1] == png_sample(kind, 0, 0, 1) && v[2] == png_sample(kind, 0, 0, 2))))
        pixel.rgba[3] = 0;
    return pixel;
}

static inline void png_take(png_structp png, png_bytep bytes, size_t size) {
    buf_add(png_get_io_ptr(png), (Str){.at = (const char *)bytes, .len = size});
}

static inline void png_take_nothing(png_structp png) { (void)png; }

static inline void png_put_chunks(png_structp png, png_infop info, const PngKind *kind) {
    png_color colors[256];
    png_byte alphas[256];
    if (kind->type == PNG_COLOR_TYPE_PALETTE) {
        for (unsigned i = 0; i < 256; i++) {
            Pixel pixel = png_palette(i, kind->has_transparency);
            colors[i] = (png_color){pixel.rgba[0], pixel.rgba[1], pixel.rgba[2]};
            alphas[i] = pixel.rgba[3];
        }
        png_set_PLTE(png, info, colors, 1 << kind->depth);
        if (kind->has_transparency) png_set_tRNS(png, info, alphas, 1 << kind->depth, NULL);
    } else if (kind->has_transparency) {
        png_color_16 color = {.red = (png_uint_16)png_sample(kind, 0, 0, 0),
                              .green = (png_uint_16)png_sample(kind, 0, 0, 1),
                              .blue = (png_uint_16)png_sample(kind, 0, 0, 2),
                              .gray = (png_uint_16)png_sample(kind, 0, 0, 0)};
        png_set_tRNS(png, info, NULL, 0, &color);
    }
    if (kind->gamma) png_set_gAMA_fixed(png, info, kind->gamma);
    if (kind->profile.len)
        png_set_iCCP(png, info, "profile", 0, (png_const_bytep)kind->profile.at,
                     (png_uint_32)kind->profile.len);
}

static inline void png_pack_row(const PngKind *kind, unsigned y, uint8_t *row) {
    unsigned channels = png_channels(kind->type), depth = (unsigned)kind->depth, bit = 0;
    memset(row, 0, WIDE * 8);
    for (unsigned x = 0; x < WIDE; x++)
        for (unsigned c = 0; c < channels; c++, bit += depth) {
            unsigned value = png_sample(kind, x, y, c);
            if (depth == 16) row[bit / 8] = (uint8_t)(value >> 8);
            if (depth == 16)
                row[bit / 8 + 1] = (uint8_t)value;
            else
                row[bit / 8] |= (uint8_t)(value << (8 - depth - bit % 8));
        }
}

static inline Str png_make(Arena *arena, const PngKind *kind) {
    Buf file = buf_new(arena);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &file, png_take, png_take_nothing);
    png_set_IHDR(png, info, WIDE, HIGH, kind->depth, kind->type,
                 kind->is_interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
    png_put_chunks(png, info, kind);
    png_write_info(png, info);
    static uint8_t rows[HIGH][WIDE * 8];
    png_bytep pointers[HIGH];
    for (unsigned y = 0; y < HIGH; y++) {
        png_pack_row(kind, y, rows[y]);
        pointers[y] = rows[y];
    }
    png_write_image(png, pointers);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    return buf_str(&file);
}

/* ---- JPEG ---- */

typedef struct JpegKind {
    J_COLOR_SPACE from, to;
    bool is_progressive, is_arithmetic, has_no_marker;
    Str application; /* a whole segment put behind the first ones; empty: none */
} JpegKind;

static inline int jpeg_channels(J_COLOR_SPACE space) {
    return space == JCS_GRAYSCALE ? 1 : space == JCS_CMYK || space == JCS_YCCK ? 4 : 3;
}

/* Soft, so that what is lost is little. */
static inline uint8_t jpeg_sample(unsigned x, unsigned y, unsigned c) {
    return (uint8_t)(40 + x * (4 - c % 3) + y * (2 + c % 3));
}

static inline Str jpeg_make(Arena *arena, const JpegKind *kind) {
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = WIDE;
    jpeg.image_height = HIGH;
    jpeg.input_components = jpeg_channels(kind->from);
    jpeg.in_color_space = kind->from;
    jpeg_set_defaults(&jpeg);
    jpeg_set_colorspace(&jpeg, kind->to);
    jpeg_set_quality(&jpeg, 95, TRUE);
    if (kind->is_progressive) jpeg_simple_progression(&jpeg);
    jpeg.arith_code = kind->is_arithmetic;
    if (kind->has_no_marker) jpeg.write_Adobe_marker = jpeg.write_JFIF_header = FALSE;
    jpeg_start_compress(&jpeg, TRUE);
    if (kind->application.len)
        jpeg_write_marker(&jpeg, (uint8_t)kind->application.at[0],
                          (const JOCTET *)kind->application.at + 1,
                          (unsigned)kind->application.len - 1);
    JSAMPLE samples[WIDE * 4];
    for (unsigned y = 0; y < HIGH; y++) {
        unsigned channels = (unsigned)jpeg.input_components;
        for (unsigned i = 0; i < WIDE * channels; i++)
            samples[i] = jpeg_sample(i / channels, y, i % channels);
        JSAMPROW row = samples;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    Str copy = {.at = arena_copy(arena, bytes, size), .len = size};
    free(bytes);
    return copy;
}

/* ---- what a reader sees ---- */

/* The rows of one stream without their filters (PNG specification, 9); NULL when its size is wrong. */
static inline uint8_t *unfilter(Arena *arena, Str bytes, size_t row_bytes, unsigned step,
                                unsigned rows) {
    if (bytes.len != rows * (row_bytes + 1)) return NULL;
    uint8_t *out = arena_alloc(arena, rows * row_bytes + 1);
    for (unsigned y = 0; y < rows; y++) {
        const uint8_t *from = (const uint8_t *)bytes.at + y * (row_bytes + 1);
        uint8_t *row = out + y * row_bytes;
        for (size_t i = 0; i < row_bytes; i++) {
            int left = i >= step ? row[i - step] : 0, above = y ? row[i - row_bytes] : 0;
            int corner = y && i >= step ? row[i - row_bytes - step] : 0;
            int guess = left + above - corner;
            int nearest =
                abs(guess - left) <= abs(guess - above) && abs(guess - left) <= abs(guess - corner)
                    ? left
                : abs(guess - above) <= abs(guess - corner) ? above
                                                            : corner;
            const int bases[] = {0, left, above, (left + above) / 2, nearest};
            if (from[0] > 4) return NULL;
            row[i] = (uint8_t)(from[i + 1] + bases[from[0]]);
        }
    }
    return out;
}

static inline Str inflated(Arena *arena, Str bytes, size_t size) {
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    char *out = arena_alloc(arena, size + 1);
    size_t got = 0;
    enum libdeflate_result result =
        libdeflate_zlib_decompress(inflater, bytes.at, bytes.len, out, size, &got);
    libdeflate_free_decompressor(inflater);
    return (Str){.at = out, .len = result == LIBDEFLATE_SUCCESS ? got : SIZE_MAX};
}

/* All pixels of an image that is no JPEG; NULL when its streams are not what they say. */
static inline Pixel *image_pixels(Arena *arena, const Image *image) {
    size_t row_bytes = ((size_t)image->width * image->components * image->bits + 7) / 8;
    unsigned step = image->components * image->bits / 8 ? image->components * image->bits / 8 : 1;
    Str bytes = image->is_deflated ? inflated(arena, image->bytes, image->height * (row_bytes + 1))
                                   : image->bytes;
    const uint8_t *rows = unfilter(arena, bytes, row_bytes, step, image->height);
    const uint8_t *alpha =
        image->alpha.len ? unfilter(arena, image->alpha, image->width, 1, image->height) : NULL;
    if (!rows || (image->alpha.len && !alpha)) return NULL;
    Pixel *pixels = ARENA_ARRAY(arena, Pixel, (size_t)image->width * image->height + 1);
    for (size_t i = 0; i < (size_t)image->width * image->height; i++) {
        size_t x = i % image->width, y = i / image->width;
        for (unsigned c = 0; c < image->components; c++) {
            size_t bit = (x * image->components + c) * image->bits;
            const uint8_t *at = rows + y * row_bytes + bit / 8;
            unsigned value = image->bits == 16 ? (unsigned)(at[0] << 8 | at[1])
                                               : (unsigned)at[0] >> (8 - image->bits - bit % 8) &
                                                     ((1u << image->bits) - 1);
            if (image->palette.len) {
                if (value * 3 + 3 > image->palette.len) return NULL;
                memcpy(pixels[i].rgba, image->palette.at + (size_t)value * 3, 3);
            } else {
                for (unsigned k = c; k < (image->components == 1 ? 3 : c + 1); k++)
                    pixels[i].rgba[k] = to_8_bits(value, (int)image->bits);
            }
        }
        pixels[i].rgba[3] = alpha ? alpha[i] : 255;
    }
    return pixels;
}

/* ---- a run ---- */

typedef struct Pictures {
    Job job;
} Pictures;

static inline int pictures_open(void **state) {
    Pictures *pictures = calloc(1, sizeof *pictures);
    pictures->job.arena = arena_new(0);
    pictures->job.scratch = arena_new(0);
    pictures->job.diags = diag_new(pictures->job.arena);
    pictures->job.limits = LIMITS_DEFAULT;
    *state = pictures;
    return 0;
}

static inline int pictures_drop(void **state) {
    Pictures *pictures = *state;
    arena_drop(pictures->job.scratch);
    arena_drop(pictures->job.arena);
    free(pictures);
    return 0;
}

/* Reads and asserts that nothing was said. */
static inline const Image *read_quietly(Job *job, Str bytes) {
    const Image *image = image_read(job, STR("x"), bytes, (Span){0});
    for (size_t i = 0; i < job->diags->list.len; i++)
        print_error("%.*s\n", STR_ARG(job->diags->list.at[i].message));
    assert_int_equal(job->diags->list.len, 0);
    assert_non_null(image);
    return image;
}

#endif
