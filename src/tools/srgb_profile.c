/* srgb_profile.c - host tool of the build: a file name in, the sRGB colour space as an ICC profile out.
 *
 * As small as ICC.1:2010 (version 4) lets a display profile be: what 8.3.3 requires, one curve that all
 * three colours share. The numbers follow from IEC 61966-2-1: its primaries and its white (x 0.3127,
 * y 0.3290), taken to D50 by the Bradford matrix (annex E), in s15Fixed16, 65,536 to the one; those of the
 * primaries are the ones in use since the first sRGB profile. The date is the standard's, not the clock's. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { HEADER_SIZE = 128, ENTRY_SIZE = 12, LARGEST_PROFILE = 1024, MOST_VALUES = 9 };

/* The data of tags: a type, then a text (an even number of ASCII letters) or numbers. */
typedef struct Element {
    const char *type, *text;
    size_t count;
    int32_t values[MOST_VALUES];
} Element;

enum { NAME, RIGHTS, WHITE, ADAPTATION, RED, GREEN, BLUE, CURVE, ELEMENTS };

static const Element elements[ELEMENTS] = {
    [NAME] = {"mluc", "sRGB", 0, {0}},
    [RIGHTS] = {"mluc", "None", 0, {0}},
    [WHITE] = {"XYZ ", NULL, 3, {0xF6D6, 0x10000, 0xD32D}},
    [ADAPTATION] = {"sf32", NULL, 9, {68674, 1502, -3291, 1939, 64912, -1119, -606, 988, 49262}},
    [RED] = {"XYZ ", NULL, 3, {0x6FA2, 0x38F5, 0x0390}},
    [GREEN] = {"XYZ ", NULL, 3, {0x6299, 0xB785, 0x18DA}},
    [BLUE] = {"XYZ ", NULL, 3, {0x24A0, 0x0F84, 0xB6CF}},
    /* Function 3: ((x + 0.055) / 1.055) ^ 2.4 from 0.04045 on, x / 12.92 below. */
    [CURVE] = {"para", NULL, 6, {3 << 16, 157286, 62119, 3417, 5072, 2651}},
};

static const struct {
    const char *signature;
    int element;
} tags[] = {{"desc", NAME},  {"cprt", RIGHTS}, {"wtpt", WHITE}, {"chad", ADAPTATION},
            {"rXYZ", RED},   {"gXYZ", GREEN},  {"bXYZ", BLUE},  {"rTRC", CURVE},
            {"gTRC", CURVE}, {"bTRC", CURVE}};

enum { TAGS = sizeof tags / sizeof *tags };

typedef struct Profile {
    unsigned char bytes[LARGEST_PROFILE];
    size_t len;
} Profile;

static void put(Profile *profile, uint32_t value, unsigned size) {
    while (size-- > 0) profile->bytes[profile->len++] = (unsigned char)(value >> 8 * size & 0xFF);
}

static void put_four(Profile *profile, const char *letters) {
    memcpy(profile->bytes + profile->len, letters, 4);
    profile->len += 4;
}

/* 7.2: a display profile of RGB, its other side XYZ; no platform, flags or device, intent 0. */
static void put_header(Profile *profile, uint32_t size) {
    static const uint16_t date[] = {1999, 10, 18, 0, 0, 0};
    put(profile, size, 4);
    put(profile, 0, 4);
    put(profile, 0x04200000, 4);
    put_four(profile, "mntr");
    put_four(profile, "RGB ");
    put_four(profile, "XYZ ");
    for (size_t i = 0; i < sizeof date / sizeof *date; i++) put(profile, date[i], 2);
    put_four(profile, "acsp");
    profile->len = 68;
    for (size_t i = 0; i < 3; i++) put(profile, (uint32_t)elements[WHITE].values[i], 4);
    profile->len = HEADER_SIZE;
}

/* 10.13: one record, American English, its text at 28. */
static void put_text(Profile *profile, const char *text) {
    put(profile, 1, 4);
    put(profile, 12, 4);
    put_four(profile, "enUS");
    put(profile, (uint32_t)(2 * strlen(text)), 4);
    put(profile, 28, 4);
    for (; *text; text++) put(profile, (unsigned char)*text, 2);
}

static void put_element(Profile *profile, const Element *element) {
    put_four(profile, element->type);
    put(profile, 0, 4);
    if (element->text) put_text(profile, element->text);
    for (size_t i = 0; i < element->count; i++) put(profile, (uint32_t)element->values[i], 4);
}

/* Data, then the table that leads to it (7.3), then the header with the whole size. */
static void build(Profile *profile) {
    size_t starts[ELEMENTS + 1], end;
    profile->len = HEADER_SIZE + 4 + TAGS * ENTRY_SIZE;
    for (size_t i = 0; i < ELEMENTS; i++) {
        starts[i] = profile->len;
        put_element(profile, &elements[i]);
    }
    end = starts[ELEMENTS] = profile->len;
    profile->len = 0;
    put_header(profile, (uint32_t)end);
    put(profile, TAGS, 4);
    for (size_t i = 0; i < TAGS; i++) {
        size_t start = starts[tags[i].element];
        put_four(profile, tags[i].signature);
        put(profile, (uint32_t)start, 4);
        put(profile, (uint32_t)(starts[tags[i].element + 1] - start), 4);
    }
    profile->len = end;
}

int main(int argc, char **argv) {
    static Profile profile;
    if (argc != 2) {
        fputs("usage: srgb_profile OUT\n", stderr);
        return 2;
    }
    build(&profile);
    FILE *file = fopen(argv[1], "wb");
    bool is_written = file && fwrite(profile.bytes, 1, profile.len, file) == profile.len;
    if (file && fclose(file) != 0) is_written = false;
    if (!is_written) fprintf(stderr, "srgb_profile: cannot write %s\n", argv[1]);
    return is_written ? 0 : 1;
}
