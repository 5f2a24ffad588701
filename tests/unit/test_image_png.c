/* test_image_png.c - every kind of PNG comes out with the pixels that went in. */
#include "image_fixture.h"

#include "base/resource.h"

#include <sys/stat.h>

static const struct {
    int type;
    int depths[6];
    bool may_be_transparent; /* by tRNS */
} types[] = {{PNG_COLOR_TYPE_GRAY, {1, 2, 4, 8, 16}, true},
             {PNG_COLOR_TYPE_RGB, {8, 16}, true},
             {PNG_COLOR_TYPE_PALETTE, {1, 2, 4, 8}, true},
             {PNG_COLOR_TYPE_GRAY_ALPHA, {8, 16}, false},
             {PNG_COLOR_TYPE_RGB_ALPHA, {8, 16}, false}};

/* For the suite: the file, and its mean colour on white paper. */
static void keep_file(const char *name, Str file, const PngKind *kind) {
    static FILE *list;
    char path[400];
    mkdir(TEST_BUILD_DIR "/pictures", 0777);
    if (!list) list = fopen(TEST_BUILD_DIR "/pictures/png.list", "w");
    snprintf(path, sizeof path, TEST_BUILD_DIR "/pictures/%s.png", name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    fwrite(file.at, 1, file.len, out);
    fclose(out);
    double sums[3] = {0};
    for (unsigned i = 0; i < WIDE * HIGH; i++) {
        Pixel pixel = png_pixel(kind, i % WIDE, i / WIDE);
        for (unsigned c = 0; c < 3; c++)
            sums[c] += 255 + (pixel.rgba[c] - 255.0) * pixel.rgba[3] / 255.0;
    }
    fprintf(list, "%s.png %.2f %.2f %.2f\n", name, sums[0] / (WIDE * HIGH), sums[1] / (WIDE * HIGH),
            sums[2] / (WIDE * HIGH));
    fflush(list);
}

static void assert_pixels(Arena *arena, const Image *image, const PngKind *kind) {
    const Pixel *pixels = image_pixels(arena, image);
    assert_non_null(pixels);
    for (unsigned y = 0; y < HIGH; y++)
        for (unsigned x = 0; x < WIDE; x++) {
            Pixel want = png_pixel(kind, x, y), got = pixels[y * WIDE + x];
            for (unsigned c = 0; c < 4; c++)
                if (abs(want.rgba[c] - got.rgba[c]) > (kind->depth == 16))
                    fail_msg("type %d depth %d: pixel %u,%u sample %u: %d, expected %d", kind->type,
                             kind->depth, x, y, c, got.rgba[c], want.rgba[c]);
        }
}

static void check_kind(Job *job, const PngKind *kind) {
    Str file = png_make(job->arena, kind);
    const Image *image = read_quietly(job, file);
    bool has_alpha = (kind->type & PNG_COLOR_MASK_ALPHA) || kind->has_transparency;
    assert_int_equal(image->width, WIDE);
    assert_int_equal(image->shown_height, HIGH);
    assert_int_equal(image->is_deflated, !kind->is_interlaced && !has_alpha);
    assert_pixels(job->arena, image, kind);
    char name[60];
    snprintf(name, sizeof name, "type%d-%02d%s%s", kind->type, kind->depth,
             kind->is_interlaced ? "-interlaced" : "", kind->has_transparency ? "-trns" : "");
    keep_file(name, file, kind);
}

static void every_kind_keeps_its_pixels(void **state) {
    Job *job = &((Pictures *)*state)->job;
    for (size_t t = 0; t < sizeof types / sizeof *types; t++)
        for (const int *depth = types[t].depths; *depth; depth++)
            for (int variant = 0; variant < (types[t].may_be_transparent ? 4 : 2); variant++)
                check_kind(job, &(PngKind){.type = types[t].type,
                                           .depth = *depth,
                                           .is_interlaced = variant & 1,
                                           .has_transparency = variant & 2});
}

static void opaque_alpha_makes_no_mask(void **state) {
    Job *job = &((Pictures *)*state)->job;
    /* A transparent colour that no pixel has. */
    PngKind kind = {.type = PNG_COLOR_TYPE_RGB, .depth = 8};
    Str file = png_make(job->arena, &kind);
    Buf with = buf_new(job->arena);
    static const char chunk[] = "\0\0\0\x06tRNS\0\x01\0\x02\0\x03....";
    buf_add(&with, str_slice(file, 0, 33));
    buf_add(&with, (Str){.at = chunk, .len = sizeof chunk - 1});
    uint32_t crc = libdeflate_crc32(0, chunk + 4, 10);
    for (int i = 0; i < 4; i++) with.at[with.len - 4 + (size_t)i] = (char)(crc >> (24 - 8 * i));
    buf_add(&with, str_slice(file, 33, file.len));
    const Image *image = read_quietly(job, buf_str(&with));
    assert_false(image->is_deflated);
    assert_int_equal(image->alpha.len, 0);
    assert_pixels(job->arena, image, &kind);
}

static void linear_light_is_corrected(void **state) {
    Job *job = &((Pictures *)*state)->job;
    PngKind kind = {.type = PNG_COLOR_TYPE_GRAY, .depth = 8, .gamma = 100000};
    const Image *image = read_quietly(job, png_make(job->arena, &kind));
    const Pixel *pixels = image_pixels(job->arena, image);
    unsigned seen = 0;
    for (unsigned i = 0; i < WIDE * HIGH; i++) {
        unsigned from = png_sample(&kind, i % WIDE, i / WIDE, 0);
        if (from < 120 || from > 136) continue;
        seen++;
        assert_in_range(pixels[i].rgba[0], 180, 194); /* 255 * 0.5^(1/2.2) is 186 */
    }
    assert_true(seen > 3);
    kind.gamma = 45455;
    assert_true(read_quietly(job, png_make(job->arena, &kind))->is_deflated);
}

static void profiles_are_kept(void **state) {
    Job *job = &((Pictures *)*state)->job;
    PngKind kind = {.type = PNG_COLOR_TYPE_RGB, .depth = 8};
    assert_true(resource_find(STR("icc/sRGB.icc"), &kind.profile));
    const Image *image = read_quietly(job, png_make(job->arena, &kind));
    assert_true(str_equal(image->profile, kind.profile));
    kind.type = PNG_COLOR_TYPE_PALETTE;
    image = read_quietly(job, png_make(job->arena, &kind));
    assert_true(str_equal(image->profile, kind.profile));
    assert_pixels(job->arena, image, &kind);
}

static void too_many_pixels_are_refused(void **state) {
    Job *job = &((Pictures *)*state)->job;
    PngKind kind = {.type = PNG_COLOR_TYPE_RGB, .depth = 8};
    Str file = png_make(job->arena, &kind);
    job->limits.image_pixels = WIDE * HIGH;
    read_quietly(job, file);
    job->limits.image_pixels--;
    assert_null(image_read(job, STR("x"), file, (Span){0}));
    assert_int_equal(job->diags->list.len, 1);
    assert_int_equal(job->diags->list.at[0].code, E_IMAGE_SIZE);
}

int main(void) {
#define TEST(test) cmocka_unit_test_setup_teardown(test, pictures_open, pictures_drop)
    const struct CMUnitTest tests[] = {
        TEST(every_kind_keeps_its_pixels), TEST(opaque_alpha_makes_no_mask),
        TEST(linear_light_is_corrected),   TEST(profiles_are_kept),
        TEST(too_many_pixels_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
