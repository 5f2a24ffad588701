/* The module lib/dossier/dossier-lcms.so: one function in plain C, found by name with dlsym. */
#ifndef DOSSIER_IMAGE_COLOR_MODULE_H
#define DOSSIER_IMAGE_COLOR_MODULE_H

#include <stddef.h>
#include <stdint.h>

/* `count` CMYK pixels of 8 bits (`is_inverted`: 255 is no ink) to sRGB pixels, by an ICC profile. `rgb` may
 * be `cmyk`. 0 when done; else the profile cannot be used. Safe from any thread. */
typedef int ColorConvert(const void *profile, size_t profile_size, const uint8_t *cmyk,
                         uint8_t *rgb, size_t count, int is_inverted);

#define COLOR_MODULE_FILE "dossier-lcms.so"
#define COLOR_MODULE_CONVERT "dossier_lcms_convert"

#endif
