/* CMYK pixels and an ICC profile in, sRGB pixels out: lcms2 behind the function that image/color_module.h
 * describes. Opened only for pictures made for print that carry their profile. */
#include "image/color_module.h"

#include <lcms2.h>

__attribute__((visibility("default"))) ColorConvert dossier_lcms_convert;

enum { PIXELS_AT_ONCE = 1 << 16 };

/* Errors are told by what is returned; lcms2 prints nothing by default. Relative colorimetric with the black
 * point compensated is what picture editors do. */
int dossier_lcms_convert(const void *profile, size_t profile_size, const uint8_t *cmyk,
                         uint8_t *rgb, size_t count, int is_inverted) {
    if (profile_size > UINT32_MAX) return 1;
    cmsContext context = cmsCreateContext(NULL, NULL);
    cmsHPROFILE from = cmsOpenProfileFromMemTHR(context, profile, (cmsUInt32Number)profile_size);
    cmsHPROFILE to = cmsCreate_sRGBProfileTHR(context);
    cmsHTRANSFORM transform = NULL;
    if (from && to && cmsGetColorSpace(from) == cmsSigCmykData)
        transform = cmsCreateTransformTHR(
            context, from, is_inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8, to, TYPE_RGB_8,
            INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION);
    /* lcms2 counts in 32 bits. */
    for (size_t done = 0; transform && done < count; done += PIXELS_AT_ONCE) {
        size_t rest = count - done, now = rest < PIXELS_AT_ONCE ? rest : PIXELS_AT_ONCE;
        cmsDoTransform(transform, cmyk + 4 * done, rgb + 3 * done, (cmsUInt32Number)now);
    }
    if (transform) cmsDeleteTransform(transform);
    if (from) cmsCloseProfile(from);
    if (to) cmsCloseProfile(to);
    if (context) cmsDeleteContext(context);
    return transform ? 0 : 1;
}
