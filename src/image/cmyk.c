/* CMYK samples in, sRGB samples out: by the picture's profile through the colour module, else plainly. */
#include "image/color_module.h"
#include "image/internal.h"
#include "image/module.h"

/* NULL when there is no such module. */
static ColorConvert *find_converter(void) {
    void *symbol = module_find(COLOR_MODULE_FILE, COLOR_MODULE_CONVERT);
    ColorConvert *convert = NULL;
    memcpy(&convert, &symbol, sizeof symbol);
    return convert;
}

/* ---- ideal inks ---- */

static void convert_plainly(uint8_t *pixels, size_t count, bool is_inverted) {
    uint8_t *to = pixels;
    for (size_t i = 0; i < count; i++) {
        const uint8_t *ink = pixels + 4 * i;
        unsigned flip = is_inverted ? 0 : 255, white = ink[3] ^ flip;
        for (unsigned c = 0; c < 3; c++) {
            unsigned light = ink[c] ^ flip;
            *to++ = (uint8_t)((light * white + 127) / 255);
        }
    }
}

static void say_approximate(const Reading *reading, const char *why) {
    diag_add(reading->job->diags, W_IMAGE_COLOR, reading->span,
             STR("save it as sRGB with a program that knows the inks it was made for"),
             "\"%.*s\" is made of printing inks, and %s: its colours are approximate",
             STR_ARG(reading->name), why);
}

void cmyk_convert(const Reading *reading, uint8_t *pixels, size_t count, bool is_inverted,
                  Str profile) {
    const char *why = "does not say which";
    if (profile.len) {
        ColorConvert *convert = find_converter();
        why = convert ? "its colour profile cannot be used"
                      : "the module " COLOR_MODULE_FILE " cannot be opened";
        if (convert && convert(profile.at, profile.len, pixels, pixels, count, is_inverted) == 0)
            return;
    }
    convert_plainly(pixels, count, is_inverted);
    say_approximate(reading, why);
}
