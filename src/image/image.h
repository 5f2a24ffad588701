/* Pictures: bytes of a PNG or JPEG file in, what a PDF needs of it out.
 *
 * Every picture is decoded in full by libpng or libjpeg-turbo, so that a file that other readers would
 * stumble over never reaches the output. Where a PDF can hold the compressed data as it is, that is handed
 * on: JPEG scans (without thumbnails, camera notes and what else stands around them), rows of a PNG. All
 * else is handed on as samples:
 *
 *   PNG with alpha or tRNS     colour, and a soft mask (none when nothing is transparent)
 *   PNG interlaced             samples of 8 bits
 *   PNG with a gamma           corrected to sRGB's; 16 bits become 8 wherever samples are decoded
 *   PNG that libpng corrects   what it corrects it to
 *   JPEG of CMYK or YCCK       converted to sRGB: by the picture's own profile, else plainly (W0903)
 *   JPEG of arithmetic coding, or of RGB without saying so
 *
 * Colours are of the embedded ICC profile where there is a usable one, else sRGB or grey. The turn that a
 * camera noted (EXIF orientation) is applied by whoever paints. Densities are ignored: how large a picture
 * is printed is said by the article. */
#ifndef DOSSIER_IMAGE_IMAGE_H
#define DOSSIER_IMAGE_IMAGE_H

#include "base/job.h"

typedef enum ImageForm {
    IMAGE_JPEG, /* `bytes` are a JPEG file of 1 or 3 components (DCTDecode) */
    IMAGE_ROWS, /* rows with a PNG filter byte each (Predictor 15), deflated when `is_deflated` */
    IMAGE_FORM_COUNT
} ImageForm;

typedef struct Image {
    unsigned width, height;             /* pixels, as stored: before the turn */
    unsigned shown_width, shown_height; /* after it */
    unsigned components;                /* 1: grey or an index into the palette; 3: RGB */
    unsigned bits;                      /* of a component: 1, 2, 4, 8, 16 */
    unsigned orientation;               /* EXIF: 1 upright, 6 to be turned clockwise, ... 8 */
    ImageForm form;
    bool is_deflated;
    Str bytes;
    Str palette; /* RGB triples; empty: none */
    Str alpha;   /* rows of 8-bit opacity with filter bytes, not deflated; empty: all is opaque */
    Str profile; /* ICC, of as many components as the colours have; empty: sRGB or grey */
} Image;

/* Reads a picture; `name` and `span` serve messages. Reports E09xx and gives NULL when it cannot be used.
 * What comes out lives in job->arena; the bytes of the file are borrowed. */
const Image *image_read(Job *job, Str name, Str bytes, Span span);

/* The QR code of some bytes at level M (a quarter of it may be soiled), one pixel a module, with QR_QUIET modules
 * of white on each side. Made by a module that is opened at the first use; reports W_NO_QR and gives NULL when it
 * cannot be made. */
enum { QR_QUIET = 4 };
const Image *image_qr(Job *job, Str bytes, Span span);

/* Versions of libpng and libjpeg-turbo. */
const char *image_png_version(void);
const char *image_jpeg_version(void);

#endif
