/* Inside stage image: one reader for each format, and what they share. */
#ifndef DOSSIER_IMAGE_INTERNAL_H
#define DOSSIER_IMAGE_INTERNAL_H

#include "image/image.h"

/* A picture being read. */
typedef struct Reading {
    Job *job;
    Str name, bytes;
    Span span;
    Image *image;
} Reading;

/* Fill reading->image. Report and return false when the picture cannot be used. */
bool png_read(Reading *reading);
bool jpeg_read(Reading *reading);

/* E_IMAGE: "NAME" cannot be used: WHY. Always false. */
bool image_refuse(const Reading *reading, Str hint, const char *why);
/* Whether so many pixels are allowed; reports E_IMAGE_SIZE. */
bool image_fits(const Reading *reading, uint32_t width, uint32_t height);
/* Keeps an ICC profile for `components` if PDF/A allows it; else the colours count as sRGB (W_IMAGE_COLOR). */
void image_keep_profile(const Reading *reading, Str profile, unsigned components);

/* Rows of samples (8 bits, `components` a pixel, no filter bytes) into rows with a filter each, chosen so
 * that they compress well (PNG specification, 12.8). */
Str rows_filter(Job *job, const uint8_t *samples, size_t row_bytes, size_t rows,
                unsigned components);

/* ---- JPEG: what stands before the scans (jpeg_head.c) ---- */

typedef struct JpegHead {
    unsigned width, height, components, precision;
    unsigned frame; /* marker of the frame header: C0 baseline, C2 progressive, ... */
    uint8_t ids[4]; /* of the components */
    bool has_jfif, has_adobe;
    unsigned adobe_transform;
    unsigned orientation; /* 1 when nothing is said */
    size_t scans;         /* where the first scan's header begins */
    Str profile;
} JpegHead;

/* False, without a report, when the bytes are no JPEG file that could be decoded. */
bool jpeg_head_read(Arena *arena, Str bytes, JpegHead *head);
/* The file without its application data and comments, up to `end`; Adobe's colour marker stays. */
Str jpeg_head_strip(Arena *arena, Str bytes, size_t end);

/* ---- CMYK (cmyk.c) ---- */

/* `count` pixels of four bytes to three of sRGB, in place: as if the inks were ideal, or by a profile. */
void cmyk_convert(const Reading *reading, uint8_t *pixels, size_t count, bool is_inverted,
                  Str profile);

#endif
