/* test_image_damage.c - files cut anywhere and files with wrong bytes: refused with one message, or read into a
 * picture whose streams are what they say; never a crash. */
#include "image_fixture.h"

static Str samples[10];
static size_t sample_count;

static void make_samples(Arena *arena) {
    static const PngKind pngs[] = {
        {.type = PNG_COLOR_TYPE_RGB, .depth = 8},
        {.type = PNG_COLOR_TYPE_PALETTE, .depth = 4, .has_transparency = true},
        {.type = PNG_COLOR_TYPE_PALETTE, .depth = 8},
        {.type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 16, .is_interlaced = true},
        {.type = PNG_COLOR_TYPE_GRAY, .depth = 1, .is_interlaced = true, .gamma = 100000},
    };
    static const JpegKind jpegs[] = {
        {.from = JCS_RGB, .to = JCS_YCbCr},
        {.from = JCS_RGB, .to = JCS_YCbCr, .is_progressive = true},
        {.from = JCS_GRAYSCALE, .to = JCS_GRAYSCALE, .is_arithmetic = true},
        {.from = JCS_CMYK, .to = JCS_YCCK},
        {.from = JCS_RGB,
         .to = JCS_RGB,
         .application =
             STR_CONST("\xE1"
                       "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0")},
    };
    sample_count = 0;
    for (size_t i = 0; i < 5; i++) samples[sample_count++] = png_make(arena, &pngs[i]);
    for (size_t i = 0; i < 5; i++) samples[sample_count++] = jpeg_make(arena, &jpegs[i]);
}

/* A copy whose end is the end of its memory, so that reading past it is seen. The number of errors. */
static size_t read_apart(Job *job, const char *bytes, size_t len) {
    char *apart = malloc(len ? len : 1);
    memcpy(apart, bytes, len);
    ArenaMark mark = arena_mark(job->arena);
    job->diags = diag_new(job->arena);
    const Image *image = image_read(job, STR("x"), (Str){.at = apart, .len = len}, (Span){0});
    size_t errors = job->diags->errors;
    assert_int_equal(errors, image ? 0 : 1);
    if (image && image->form != IMAGE_JPEG) assert_non_null(image_pixels(job->arena, image));
    if (image && image->form == IMAGE_JPEG) assert_true(image->bytes.len <= len);
    arena_release(job->arena, mark);
    free(apart);
    return errors;
}

static void files_cut_short_are_refused(void **state) {
    Job *job = &((Pictures *)*state)->job;
    make_samples(job->arena);
    for (size_t i = 0; i < sample_count; i++)
        for (size_t len = 0; len < samples[i].len; len += 1 + samples[i].len / 700) {
            if (read_apart(job, samples[i].at, len) != 1)
                fail_msg("sample %zu cut to %zu bytes is read", i, len);
        }
    for (size_t i = 0; i < sample_count; i++)
        assert_int_equal(read_apart(job, samples[i].at, samples[i].len), 0);
}

/* xorshift: the same on every machine. */
static uint32_t chance(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static void damage(uint32_t *seed, char *bytes, size_t len) {
    unsigned count = 1 + chance(seed) % 4;
    /* Heads are small and hold most of what can go wrong. */
    size_t reach = chance(seed) % 2 ? len : len < 200 ? len : 200;
    while (count-- > 0) {
        size_t at = chance(seed) % reach;
        switch (chance(seed) % 3) {
        case 0:
            bytes[at] = (char)chance(seed);
            break;
        case 1:
            bytes[at] ^= (char)(1u << chance(seed) % 8);
            break;
        default:
            bytes[at] = (char)(chance(seed) % 2 ? 0xFF : 0);
        }
    }
}

/* Without checksums libpng would refuse nearly all, so the damaged chunks get right ones. */
static void mend_checksums(char *bytes, size_t len) {
    for (size_t at = 8; len - at >= 12;) {
        const uint8_t *head = (const uint8_t *)bytes + at;
        size_t size =
            (size_t)head[0] << 24 | (size_t)head[1] << 16 | (size_t)head[2] << 8 | head[3];
        if (size > len - at - 12) return;
        uint32_t crc = libdeflate_crc32(0, head + 4, size + 4);
        for (size_t i = 0; i < 4; i++) bytes[at + 8 + size + i] = (char)(crc >> (24 - 8 * i));
        at += 12 + size;
    }
}

static void damaged_files_do_no_harm(void **state) {
    enum { ROUNDS = 6000 };
    Job *job = &((Pictures *)*state)->job;
    make_samples(job->arena);
    job->limits.image_pixels = 200000;
    uint32_t seed = 20261124;
    size_t refused = 0;
    for (unsigned i = 0; i < ROUNDS; i++) {
        Str sample = samples[i % sample_count];
        char *bytes = malloc(sample.len);
        memcpy(bytes, sample.at, sample.len);
        damage(&seed, bytes, sample.len);
        if (i % sample_count < 5 && chance(&seed) % 4) mend_checksums(bytes, sample.len);
        refused += read_apart(job, bytes, sample.len);
        free(bytes);
    }
    /* Both ends of the road were walked. */
    assert_in_range(refused, ROUNDS / 10, ROUNDS * 9 / 10);
}

static void other_formats_are_named(void **state) {
    static const struct {
        const char *bytes, *why;
    } cases[] = {{"", "it is empty"},
                 {"GIF89a....", "it is a GIF"},
                 {"%PDF-1.7", "it is a PDF"},
                 {"<svg xmlns=", "it is an SVG drawing"},
                 {"\xFF\xD8", "it is no PNG or JPEG"},
                 {"hello", "it is no PNG or JPEG"}};
    Job *job = &((Pictures *)*state)->job;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        job->diags = diag_new(job->arena);
        assert_null(image_read(job, STR("a.x"), str_from(cases[i].bytes), (Span){0}));
        assert_int_equal(job->diags->list.len, 1);
        Str expected = str_format(job->arena, "\"a.x\" cannot be used: %s", cases[i].why);
        assert_true(str_equal(job->diags->list.at[0].message, expected));
    }
}

int main(void) {
#define TEST(test) cmocka_unit_test_setup_teardown(test, pictures_open, pictures_drop)
    const struct CMUnitTest tests[] = {
        TEST(files_cut_short_are_refused),
        TEST(damaged_files_do_no_harm),
        TEST(other_formats_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
