/* Hyphenation points: known words, exceptions, every word equal to Liang's method done plainly over the same
 * pattern file, and equal to libhyphen over its own dictionary where both are installed. */
#include <ctype.h>
#include <dlfcn.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "shape/hyphen.h"
#include "shape/shape.h"

enum { LONGEST = 100, MOST_PATTERNS = 20000 };

static char *read_file(const char *path, size_t *len) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    *len = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*len + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, *len, file), *len);
    bytes[*len] = 0;
    fclose(file);
    return bytes;
}

static void hyphenated(const char *lang, const char *word, char out[2 * LONGEST]) {
    uint8_t points[LONGEST];
    Str text = str_from(word);
    assert_true(text.len < LONGEST);
    assert_true(hyphenate_word(str_from(lang), text, points));
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (points[i]) out[len++] = '-';
        out[len++] = word[i];
    }
    out[len] = 0;
}

static void known_words(void **state) {
    (void)state;
    static const struct {
        const char *lang, *word, *expected;
    } cases[] = {
        {"en", "hyphenation", "hy-phen-ation"},
        {"en-US", "representatives", "rep-re-sen-ta-tives"},
        {"en", "associate", "as-so-ciate"},
        {"en", "present", "present"},
        {"en", "PROJECT", "PROJECT"},
        {"en", "Metropolis", "Me-trop-o-lis"},
        {"en-GB", "university", "uni-ver-sity"},
        {"en-gb-oxendict", "however", "how-ever"},
        {"en", "the", "the"},
        {"en", "", ""},
        {"en-AU", "manuscript", "ma-nu-script"},
        {"en", "naïveté", "naïveté"},
        {"fr", "développement", "dé-ve-lop-pe-ment"},
        {"fr-CA", "migrations", "mi-gra-tions"},
        {"fr", "États", "États"},
        {"fr", "représentée", "re-pré-sen-tée"},
        {"fr", "Élargissement", "Élar-gis-se-ment"},
        {"es", "migración", "mi-gra-ción"},
        {"es-MX", "desarrollo", "de-sa-rro-llo"},
        {"es", "alcaldía", "al-cal-día"},
        {"es", "compañera", "com-pa-ñe-ra"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char got[2 * LONGEST];
        hyphenated(cases[i].lang, cases[i].word, got);
        assert_string_equal(got, cases[i].expected);
    }
}

static void unknown_languages_have_no_patterns(void **state) {
    (void)state;
    uint8_t points[8];
    assert_false(hyphenate_word(STR("tlh"), STR("qapla"), points));
    assert_false(hyphenate_word(STR(""), STR("word"), points));
    assert_false(hyphenate_word(STR("english"), STR("word"), points));
    assert_null(hyphen_open(STR("DHY1 too short to be a file")));
}

/* The patterns of a file as they stand. */
typedef struct Plain {
    char *bytes;
    const char *at[MOST_PATTERNS];
    size_t count, left_min, right_min;
} Plain;

static void load_plain(Plain *plain, const char *path) {
    size_t len;
    plain->count = 0;
    plain->bytes = read_file(path, &len);
    assert_non_null(plain->bytes);
    for (char *word = strtok(plain->bytes, " \r\n"); word; word = strtok(NULL, " \r\n")) {
        assert_true(plain->count < MOST_PATTERNS);
        plain->at[plain->count++] = word;
    }
}

/* Tries one pattern at one place of ".word.". */
static void try_pattern(const char *pattern, const char *dotted, size_t from, char *digits) {
    size_t at = from;
    for (const char *p = pattern; *p; p++) {
        if (isdigit((unsigned char)*p)) continue;
        if (dotted[at] == 0 || *p != dotted[at]) return;
        at++;
    }
    at = from;
    for (const char *p = pattern; *p; p++) {
        if (!isdigit((unsigned char)*p))
            at++;
        else if (*p > digits[at])
            digits[at] = *p;
    }
}

static size_t letters(const char *text, size_t len) { return utf8_count((Str){text, len}); }

static void points_plainly(const Plain *plain, const char *word, uint8_t *points) {
    char dotted[LONGEST + 3], digits[LONGEST + 3] = {0};
    size_t len = strlen(word);
    snprintf(dotted, sizeof dotted, ".%s.", word);
    for (size_t from = 0; from < len + 2; from++)
        for (size_t i = 0; i < plain->count; i++) {
            const char *first = plain->at[i];
            while (isdigit((unsigned char)*first)) first++;
            if (*first == dotted[from]) try_pattern(plain->at[i], dotted, from, digits);
        }
    for (size_t i = 0; i < len; i++)
        points[i] = letters(word, i) >= plain->left_min &&
                    letters(word + i, len - i) >= plain->right_min && (digits[i + 1] & 1) &&
                    digits[i + 1] != 0;
}

/* Text of the tree, and Debian's word list (wamerican) where it is installed. */
static const char *const texts[] = {
    TEST_SOURCE_DIR "/samples/mayoral-forum.yaml",
    TEST_SOURCE_DIR "/samples/forum-maires.yaml",
    TEST_SOURCE_DIR "/samples/foro-alcaldes.yaml",
    TEST_SOURCE_DIR "/src/base/language_fr.c",
    TEST_SOURCE_DIR "/src/base/language_es.c",
    TEST_SOURCE_DIR "/LICENSE",
    TEST_SOURCE_DIR "/fonts/LICENSE-SourceSerif4.md",
    TEST_SOURCE_DIR "/hyphen/LICENSE-en-gb.txt",
    TEST_SOURCE_DIR "/src/shape/shape.h",
    TEST_SOURCE_DIR "/src/line/line.h",
    TEST_SOURCE_DIR "/src/block/set.h",
    TEST_SOURCE_DIR "/src/model/kind.h",
    "/usr/share/dict/words",
};

/* How many bytes of a letter stand here: ASCII, Latin-1 and the ligature oe. */
static size_t letter_at(const char *text) {
    unsigned char first = (unsigned char)text[0], second = (unsigned char)text[first != 0];
    if (isalpha(first)) return 1;
    if (first == 0xC3 && second != 0x97 && second != 0xB7) return 2;
    return first == 0xC5 && second == 0x93 ? 2 : 0;
}

static void lower(char *word, size_t len) {
    for (size_t i = 0; i < len; i++) {
        bool is_latin1 = i && (unsigned char)word[i - 1] == 0xC3 && (unsigned char)word[i] < 0xA0;
        word[i] = is_latin1 ? (char)(word[i] | 0x20) : (char)tolower((unsigned char)word[i]);
    }
}

/* Calls `check` for the words of a text file, at most `most`, each once in a row. */
static size_t each_word(const char *path, size_t most, void (*check)(const char *, void *),
                        void *context) {
    size_t len, count = 0;
    char *bytes = read_file(path, &len);
    if (!bytes) return 0;
    for (size_t i = 0; i < len && count < most;) {
        char word[LONGEST];
        size_t n = 0;
        while (i < len && !letter_at(bytes + i)) i++;
        for (size_t letter; i < len && (letter = letter_at(bytes + i)) && n + 2 < sizeof word;) {
            while (letter--) word[n++] = bytes[i++];
        }
        lower(word, n);
        word[n] = 0;
        if (n < 5) continue;
        check(word, context);
        count++;
    }
    free(bytes);
    return count;
}

static const Plain *plain_patterns;
static const char *plain_lang;

static bool is_exception(const char *word, const char *path) {
    size_t len;
    char *bytes = read_file(path, &len), bare[LONGEST];
    assert_non_null(bytes);
    bool found = false;
    for (char *line = strtok(bytes, " \r\n"); line && !found; line = strtok(NULL, " \r\n")) {
        size_t n = 0;
        for (char *c = line; *c && n + 1 < sizeof bare; c++)
            if (*c != '-') bare[n++] = *c;
        bare[n] = 0;
        found = strcmp(bare, word) == 0;
    }
    free(bytes);
    return found;
}

static void check_plainly(const char *word, void *exceptions) {
    uint8_t own[LONGEST] = {0}, plain[LONGEST] = {0};
    size_t len = strlen(word);
    assert_true(hyphenate_word(str_from(plain_lang), str_from(word), own));
    points_plainly(plain_patterns, word, plain);
    if (memcmp(own, plain, len) == 0) return;
    if (exceptions && is_exception(word, exceptions)) return;
    fail_msg("%s: \"%s\" is divided otherwise", plain_lang, word);
}

static void compiled_patterns_equal_plain_ones(void **state) {
    (void)state;
    static const struct {
        const char *lang, *patterns, *exceptions;
        size_t right_min;
    } files[] = {
        {"en-US", TEST_SOURCE_DIR "/hyphen/en-us.pat", TEST_SOURCE_DIR "/hyphen/en-us.exc", 3},
        {"en-GB", TEST_SOURCE_DIR "/hyphen/en-gb.pat", TEST_SOURCE_DIR "/hyphen/en-gb.exc", 3},
        {"fr", TEST_SOURCE_DIR "/hyphen/fr.pat", NULL, 3},
        {"es", TEST_SOURCE_DIR "/hyphen/es.pat", NULL, 2},
    };
    static Plain plain;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        load_plain(&plain, files[i].patterns);
        plain.left_min = 2;
        plain.right_min = files[i].right_min;
        plain_patterns = &plain;
        plain_lang = files[i].lang;
        size_t count = 0;
        for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++)
            count += each_word(texts[k], 4000, check_plainly, (void *)files[i].exceptions);
        assert_true(count > 500);
        free(plain.bytes);
    }
}

/* libhyphen, by name: it is no dependency of the program. */
typedef struct Oracle {
    Hyphenation hyphenation;
    void *dictionary;
    int (*hyphenate)(void *, const char *, int, char *, char *, char ***, int **, int **);
    size_t checked;
} Oracle;

static void check_oracle(const char *word, void *context) {
    Oracle *oracle = context;
    uint8_t own[LONGEST] = {0};
    char theirs[LONGEST + 8] = {0};
    char **replaced = NULL;
    int *positions = NULL, *cuts = NULL;
    size_t len = strlen(word);
    for (size_t i = 0; i < len; i++) {
        if ((unsigned char)word[i] >= 0x80) return; /* its answer counts letters, not bytes */
    }
    hyphen_points(&oracle->hyphenation, str_from(word), own);
    assert_int_equal(oracle->hyphenate(oracle->dictionary, word, (int)len, theirs, NULL, &replaced,
                                       &positions, &cuts),
                     0);
    for (size_t i = 1; i < len; i++) {
        if (own[i] != (theirs[i - 1] & 1))
            fail_msg("\"%s\": own and libhyphen's points differ at %zu", word, i);
    }
    oracle->checked++;
}

static void *symbol(void *library, const char *name) {
    void *found = dlsym(library, name);
    assert_non_null(found);
    return found;
}

static void points_equal_libhyphen(void **state) {
    (void)state;
    static const char dictionary[] = "/usr/share/hyphen/hyph_en_US.dic";
    static const char compiled[] = TEST_BUILD_DIR "/tests/hyph_en_US.bin";
    static const char compile[] = TEST_BUILD_DIR "/tools/hyphen_compile";
    void *library = dlopen("libhyphen.so.0", RTLD_NOW);
    if (!library || access(dictionary, R_OK) != 0) skip();
    char command[1024];
    snprintf(command, sizeof command, "'%s' '%s' '%s'", compile, dictionary, compiled);
    assert_int_equal(system(command), 0);
    size_t len;
    char *bytes = read_file(compiled, &len);
    Oracle oracle = {.hyphenation = {hyphen_open((Str){bytes, len}), 2, 3}};
    assert_non_null(oracle.hyphenation.patterns);
    void *(*load)(const char *);
    void (*drop)(void *);
    void *found = symbol(library, "hnj_hyphen_load");
    memcpy(&load, &found, sizeof found);
    found = symbol(library, "hnj_hyphen_free");
    memcpy(&drop, &found, sizeof found);
    found = symbol(library, "hnj_hyphen_hyphenate2");
    memcpy(&oracle.hyphenate, &found, sizeof found);
    oracle.dictionary = load(dictionary);
    assert_non_null(oracle.dictionary);
    for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++)
        each_word(texts[k], 100000, check_oracle, &oracle);
    assert_true(oracle.checked > 500);
    drop(oracle.dictionary);
    free(bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_words),
        cmocka_unit_test(unknown_languages_have_no_patterns),
        cmocka_unit_test(compiled_patterns_equal_plain_ones),
        cmocka_unit_test(points_equal_libhyphen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
