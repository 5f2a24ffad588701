/* CMYK samples in, sRGB samples out: by the picture's profile through the colour module, else plainly. */
#include "image/color_module.h"
#include "image/internal.h"

#include <dlfcn.h>
#include <unistd.h>

#ifndef DOSSIER_MODULE_DIR_BUILD
#define DOSSIER_MODULE_DIR_BUILD "lib/dossier"
#endif
#ifndef DOSSIER_MODULE_DIR_RELATIVE
#define DOSSIER_MODULE_DIR_RELATIVE "../lib/dossier"
#endif

enum { PATH_LENGTH = 4096 };

/* ---- the module, opened on first use: few articles have such a picture ---- */

static void *open_beside_program(void) {
    char path[PATH_LENGTH];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path - 1);
    while (len > 0 && path[len - 1] != '/') len--;
    if (len <= 0) return NULL;
    static const char rest[] = DOSSIER_MODULE_DIR_RELATIVE "/" COLOR_MODULE_FILE;
    if ((size_t)len + sizeof rest > sizeof path) return NULL;
    memcpy(path + len, rest, sizeof rest);
    return dlopen(path, RTLD_NOW | RTLD_LOCAL);
}

/* The library stays open for the life of the process. NULL when there is none. */
static ColorConvert *find_converter(void) {
    void *library = open_beside_program();
    if (!library)
        library = dlopen(DOSSIER_MODULE_DIR_BUILD "/" COLOR_MODULE_FILE, RTLD_NOW | RTLD_LOCAL);
    void *symbol = library ? dlsym(library, COLOR_MODULE_CONVERT) : NULL;
    /* ISO C has no cast from an object pointer to a function; POSIX promises that the bits are the same. */
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
