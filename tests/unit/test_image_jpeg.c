/* test_image_jpeg.c - scans are handed on bare, turns and profiles are found, all other kinds are decoded. */
#include "image_fixture.h"

#include "base/resource.h"

#include <sys/stat.h>

static void keep_file(const char *name, Str file) {
    char path[400];
    mkdir(TEST_BUILD_DIR "/pictures", 0777);
    snprintf(path, sizeof path, TEST_BUILD_DIR "/pictures/%s.jpg", name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    fwrite(file.at, 1, file.len, out);
    fclose(out);
}

/* What libjpeg makes of a file when it is told nothing. */
static uint8_t *decoded(Arena *arena, Str file, unsigned *components) {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, (const unsigned char *)file.at, file.len);
    jpeg_read_header(&jpeg, TRUE);
    jpeg.dct_method = JDCT_ISLOW;
    jpeg_start_decompress(&jpeg);
    *components = (unsigned)jpeg.output_components;
    uint8_t *samples = arena_alloc(arena, WIDE * HIGH * *components);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = samples + jpeg.output_scanline * WIDE * *components;
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    assert_int_equal(errors.num_warnings, 0);
    jpeg_destroy_decompress(&jpeg);
    return samples;
}

static void assert_same_picture(Arena *arena, Str a, Str b) {
    unsigned in_a, in_b;
    const uint8_t *samples_a = decoded(arena, a, &in_a), *samples_b = decoded(arena, b, &in_b);
    assert_int_equal(in_a, in_b);
    assert_memory_equal(samples_a, samples_b, WIDE * HIGH * in_a);
}

static void scans_are_handed_on(void **state) {
    Job *job = &((Pictures *)*state)->job;
    static const struct {
        const char *name;
        JpegKind kind;
    } cases[] = {{"grey", {JCS_GRAYSCALE, JCS_GRAYSCALE, false, false, false, {0}}},
                 {"ycc", {JCS_RGB, JCS_YCbCr, false, false, false, {0}}},
                 {"progressive", {JCS_RGB, JCS_YCbCr, true, false, false, {0}}},
                 {"bare", {JCS_RGB, JCS_YCbCr, false, false, true, {0}}},
                 {"rgb-adobe", {JCS_RGB, JCS_RGB, false, false, false, {0}}}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str file = jpeg_make(job->arena, &cases[i].kind);
        const Image *image = read_quietly(job, file);
        assert_int_equal(image->form, IMAGE_JPEG);
        assert_int_equal(image->components, jpeg_channels(cases[i].kind.from));
        assert_same_picture(job->arena, file, image->bytes);
        keep_file(cases[i].name, file);
    }
}

static void what_stands_around_the_scans_is_left_out(void **state) {
    Job *job = &((Pictures *)*state)->job;
    JpegKind kind = {.from = JCS_RGB,
                     .to = JCS_YCbCr,
                     .application = STR("\xE5"
                                        "secret place")};
    Buf file = buf_new(job->arena);
    buf_add(&file, jpeg_make(job->arena, &kind));
    size_t len = file.len;
    buf_add(&file, STR("a film behind the picture"));
    const Image *image = read_quietly(job, buf_str(&file));
    assert_true(image->bytes.len < len);
    assert_int_equal(str_find(image->bytes, STR("secret"), 0), SIZE_MAX);
    assert_int_equal(str_find(image->bytes, STR("film"), 0), SIZE_MAX);
    assert_true(str_ends(image->bytes, STR("\xFF\xD9")));
    assert_same_picture(job->arena, buf_str(&file), image->bytes);
}

static void others_are_decoded(void **state) {
    Job *job = &((Pictures *)*state)->job;
    static const JpegKind kinds[] = {{.from = JCS_RGB, .to = JCS_YCbCr, .is_arithmetic = true},
                                     {.from = JCS_RGB, .to = JCS_RGB, .has_no_marker = true}};
    for (size_t i = 0; i < 2; i++) {
        Str file = jpeg_make(job->arena, &kinds[i]);
        unsigned components;
        const Image *image = read_quietly(job, file);
        assert_int_equal(image->form, IMAGE_ROWS);
        const Pixel *pixels = image_pixels(job->arena, image);
        const uint8_t *samples = decoded(job->arena, file, &components);
        for (unsigned p = 0; p < WIDE * HIGH; p++)
            assert_memory_equal(pixels[p].rgba, samples + p * 3, 3);
    }
    keep_file("arithmetic", jpeg_make(job->arena, &kinds[0]));
}

/* Adobe's files hold 255 for no ink. */
static void inks_become_light(void **state) {
    Job *job = &((Pictures *)*state)->job;
    static const JpegKind kinds[] = {
        {.from = JCS_CMYK, .to = JCS_CMYK},
        {.from = JCS_CMYK, .to = JCS_YCCK},
        {.from = JCS_CMYK, .to = JCS_CMYK, .has_no_marker = true},
    };
    for (size_t i = 0; i < 3; i++) {
        Str file = jpeg_make(job->arena, &kinds[i]);
        const Image *image = image_read(job, STR("x"), file, (Span){0});
        assert_int_equal(job->diags->list.len, i + 1);
        assert_int_equal(list_last(&job->diags->list).code, W_IMAGE_COLOR);
        const Pixel *pixels = image_pixels(job->arena, image);
        for (unsigned p = 0; p < WIDE * HIGH; p++)
            for (unsigned c = 0; c < 3; c++) {
                int ink = jpeg_sample(p % WIDE, p / WIDE, c),
                    black = jpeg_sample(p % WIDE, p / WIDE, 3);
                int light = i < 2 ? ink * black / 255 : (255 - ink) * (255 - black) / 255;
                assert_in_range(pixels[p].rgba[c] + 20, light + 8, light + 32);
            }
        job->diags->list.at[i].message = str_format(job->arena, "%zu", i); /* they would merge */
    }
    keep_file("cmyk", jpeg_make(job->arena, &kinds[0]));
}

/* ---- a profile for inks, by hand (ICC.1:2010): all that counts is how dark they are ---- */

static void put_number(Buf *buf, uint32_t value, int bytes) {
    while (bytes-- > 0) buf_add_char(buf, (char)(value >> 8 * bytes));
}

static void put_zeros(Buf *buf, size_t count) {
    while (count-- > 0) buf_add_char(buf, 0);
}

static void put_ramps(Buf *buf, unsigned count) {
    for (unsigned i = 0; i < count * 256; i++) buf_add_char(buf, (char)(i & 255));
}

/* A lookup table of the 16 corners of CMYK: a quarter of the light is lost with each ink, all with black. */
static void put_table(Buf *buf) {
    buf_add(buf, STR("mft1\0\0\0\0\4\3\2\0"));
    for (int i = 0; i < 9; i++) put_number(buf, i % 4 == 0 ? 65536 : 0, 4);
    put_ramps(buf, 4);
    for (unsigned corner = 0; corner < 16; corner++) {
        unsigned inks = (corner >> 3 & 1) + (corner >> 2 & 1) + (corner >> 1 & 1);
        buf_add_char(buf, (char)(corner & 1 ? 0 : 255 * (4 - inks) / 4));
        buf_add(buf, STR("\x80\x80"));
    }
    put_ramps(buf, 3);
}

static Str ink_profile(Arena *arena) {
    Buf table = buf_new(arena), buf = buf_new(arena);
    put_table(&table);
    put_number(&buf, (uint32_t)(128 + 4 + 12 + table.len), 4);
    buf_add(&buf, STR("\0\0\0\0\2\x40\0\0prtrCMYKLab "));
    put_zeros(&buf, 12);
    buf_add(&buf, STR("acsp"));
    put_zeros(&buf, 28);
    put_number(&buf, 0xF6D6, 4); /* D50 */
    put_number(&buf, 0x10000, 4);
    put_number(&buf, 0xD32D, 4);
    put_zeros(&buf, 48);
    put_number(&buf, 1, 4);
    buf_add(&buf, STR("A2B0"));
    put_number(&buf, 144, 4);
    put_number(&buf, (uint32_t)table.len, 4);
    buf_add(&buf, buf_str(&table));
    return buf_str(&buf);
}

/* The module is found beside the program, as when installed. */
static void inks_follow_their_profile(void **state) {
    Job *job = &((Pictures *)*state)->job;
    JpegKind kind = {.from = JCS_CMYK, .to = JCS_YCCK};
    Buf application = buf_new(job->arena);
    buf_add(&application, STR("\xE2"
                              "ICC_PROFILE\0\1\1"));
    buf_add(&application, ink_profile(job->arena));
    kind.application = buf_str(&application);
    const Image *image = read_quietly(job, jpeg_make(job->arena, &kind));
    assert_int_equal(image->profile.len, 0);
    const Pixel *pixels = image_pixels(job->arena, image);
    for (unsigned p = 0; p < WIDE * HIGH; p++) {
        const uint8_t *rgba = pixels[p].rgba;
        assert_in_range(rgba[0] + 3 - rgba[1], 0, 6); /* grey, which plain inks would not be */
        assert_in_range(rgba[0] + 3 - rgba[2], 0, 6);
    }
    /* Adobe's files hold the light that is left. */
    assert_true(pixels[0].rgba[0] + 40 < pixels[WIDE * HIGH - 1].rgba[0]);
    /* A profile that is cut is of no use, and that is said. */
    kind.application.len -= 900;
    assert_non_null(image_read(job, STR("x"), jpeg_make(job->arena, &kind), (Span){0}));
    assert_int_equal(job->diags->list.len, 1);
    assert_int_equal(job->diags->list.at[0].code, W_IMAGE_COLOR);
}

static Str exif(Arena *arena, bool is_little, unsigned value) {
    static const char little[] = "\xE1"
                                 "Exif\0\0II*\0\x08\0\0\0\x02\0\x0F\x01\x02\0\x04\0\0\0abc\0"
                                 "\x12\x01\x03\0\x01\0\0\0?\0\0\0\0\0\0\0";
    static const char big[] = "\xE1"
                              "Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x0F\0\x02\0\0\0\x04"
                              "abc\0"
                              "\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0\0";
    char *bytes = arena_copy(arena, is_little ? little : big, sizeof big - 1);
    *(char *)memchr(bytes, '?', sizeof big - 1) = (char)value;
    return (Str){.at = bytes, .len = sizeof big - 1};
}

static void turns_are_found(void **state) {
    Job *job = &((Pictures *)*state)->job;
    for (unsigned turn = 0; turn < 20; turn++) {
        unsigned value = turn % 10;
        JpegKind kind = {.from = JCS_RGB, .to = JCS_YCbCr};
        kind.application = exif(job->arena, turn < 10, value);
        const Image *image = read_quietly(job, jpeg_make(job->arena, &kind));
        bool is_known = value >= 1 && value <= 8, is_sideways = is_known && value >= 5;
        assert_int_equal(image->orientation, is_known ? value : 1);
        assert_int_equal(image->width, WIDE);
        assert_int_equal(image->shown_width, is_sideways ? HIGH : WIDE);
        assert_int_equal(image->shown_height, is_sideways ? WIDE : HIGH);
        if (!is_known || turn >= 10) continue;
        char name[20];
        snprintf(name, sizeof name, "turned-%u", value);
        keep_file(name, jpeg_make(job->arena, &kind));
    }
}

/* One segment of a profile cut in `count` pieces. */
static Str profile_piece(Arena *arena, Str profile, unsigned number, unsigned count) {
    Buf buf = buf_new(arena);
    buf_add(&buf, STR("\xE2"
                      "ICC_PROFILE\0"));
    buf_add_char(&buf, (char)number);
    buf_add_char(&buf, (char)count);
    size_t each = profile.len / count + 1;
    size_t from = each * (number - 1),
           to = each * number < profile.len ? each * number : profile.len;
    buf_add(&buf, str_slice(profile, from, to));
    return buf_str(&buf);
}

static Str segment(Arena *arena, Str application) {
    Buf buf = buf_new(arena);
    size_t len = application.len + 1;
    const char head[] = {(char)0xFF, application.at[0], (char)(len >> 8), (char)len};
    buf_add(&buf, (Str){.at = head, .len = 4});
    buf_add(&buf, str_slice(application, 1, application.len));
    return buf_str(&buf);
}

static void profiles_are_joined(void **state) {
    Job *job = &((Pictures *)*state)->job;
    Str profile;
    assert_true(resource_find(STR("icc/sRGB.icc"), &profile));
    JpegKind kind = {.from = JCS_RGB, .to = JCS_YCbCr};
    Str file = jpeg_make(job->arena, &kind);
    Buf with = buf_new(job->arena);
    buf_add(&with, str_slice(file, 0, 2));
    for (unsigned i = 1; i <= 3; i++)
        buf_add(&with, segment(job->arena, profile_piece(job->arena, profile, i, 3)));
    buf_add(&with, str_slice(file, 2, file.len));
    const Image *image = read_quietly(job, buf_str(&with));
    assert_true(str_equal(image->profile, profile));
    assert_same_picture(job->arena, file, image->bytes);
    keep_file("profile", buf_str(&with));
    /* Of colours it is not made for, or with a piece missing. */
    kind = (JpegKind){.from = JCS_GRAYSCALE, .to = JCS_GRAYSCALE};
    kind.application = profile_piece(job->arena, profile, 1, 1);
    image = image_read(job, STR("x"), jpeg_make(job->arena, &kind), (Span){0});
    assert_int_equal(image->profile.len, 0);
    assert_int_equal(job->diags->list.len, 1);
    assert_int_equal(job->diags->list.at[0].code, W_IMAGE_COLOR);
}

int main(void) {
#define TEST(test) cmocka_unit_test_setup_teardown(test, pictures_open, pictures_drop)
    const struct CMUnitTest tests[] = {
        TEST(scans_are_handed_on),       TEST(what_stands_around_the_scans_is_left_out),
        TEST(others_are_decoded),        TEST(inks_become_light),
        TEST(inks_follow_their_profile), TEST(turns_are_found),
        TEST(profiles_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
