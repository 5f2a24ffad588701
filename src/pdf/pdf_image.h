/* The pictures of a file: each written once, however often it is painted (ISO 32000-1, 8.9.5, 11.6.5.3). */
#ifndef DOSSIER_PDF_PDF_IMAGE_H
#define DOSSIER_PDF_PDF_IMAGE_H

#include "image/image.h"
#include "pdf/pdf_out.h"

typedef struct PdfImage {
    const Image *image;
    uint32_t id;
} PdfImage;

/* A colour profile as an object, shared by all pictures that bear it. */
typedef struct PdfProfile {
    Str bytes;
    uint32_t id;
} PdfProfile;

typedef struct PdfImages {
    PdfOut *out;
    Job *job;
    LIST(PdfImage) list; /* in order of first use */
    LIST(PdfProfile) profiles;
} PdfImages;

/* The picture's number: its name in content is /Im and this. Its objects are written at the first use. */
unsigned pdf_image_use(PdfImages *images, const Image *image);
/* The /XObject resource dictionary; nothing when there are no pictures. */
void pdf_images_put_resources(const PdfImages *images, Buf *resources);

#endif
