/* Files in, a fixed sequence of mutations of them through a fuzz target out: for builds without libFuzzer.
 *
 *     fuzz_TARGET [-runs=N] [-seed=N] FILE...
 *
 * Every file as it is, then N mutations: bytes changed, pieces cut, repeated, moved, taken from another file, signs of
 * the formats put in. The same arguments give the same inputs on every machine. An input on which the target crashes,
 * or needs more than a minute, is left in crash-TARGET; hand it to the target alone to see it again. */
#include "fuzz.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

enum { LARGEST_INPUT = 1 << 16, MOST_CHANGES = 6, SECONDS = 60 };

typedef struct Input {
    uint8_t bytes[LARGEST_INPUT];
    size_t size;
} Input;

static Input current; /* what the target is given: kept when it crashes */
static const char *target_name = "";

static uint64_t next_number(uint64_t *state) { /* xorshift64* */
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 2685821657736338717u >> 16;
}

static size_t below(uint64_t *state, size_t limit) {
    return limit ? (size_t)(next_number(state) % limit) : 0;
}

static void replace(Input *input, size_t at, size_t len, const uint8_t *with, size_t with_len) {
    static uint8_t copy[LARGEST_INPUT];
    if (input->size - len + with_len > LARGEST_INPUT || with_len > LARGEST_INPUT) return;
    if (with_len) memcpy(copy, with, with_len);
    memmove(input->bytes + at + with_len, input->bytes + at + len, input->size - at - len);
    if (with_len) memcpy(input->bytes + at, copy, with_len);
    input->size += with_len - len;
}

/* Where a format's parser looks. */
static const char *const signs[] = {
    "\n",
    "  ",
    "- ",
    ": ",
    "#",
    "*",
    "**",
    "[",
    "]",
    "[[",
    "]]",
    "(",
    ")",
    "{",
    "}",
    "&a ",
    "*a",
    "|\n",
    ">-",
    "\"",
    "'",
    "\\",
    "`",
    "```\n",
    "~~",
    "\t",
    "\r\n",
    "\xEF\xBB\xBF",
    "\xC2\xA0",
    "\xCC\x81",
    "\xD7\x90",
    "\xF0\x9F\x98\x80",
    "\xE2\x80\x8F",
    "\xFF",
    "TBC",
    "]{lang=fr}",
    "]{#a}",
    "](#a)",
    "| a | b |\n|---|---|\n",
    "> ",
    "1. ",
    "- [x] ",
    "    ",
    "---\n",
    "0",
    "-1",
    "99999999999999999999",
    "1e9",
    "0pt",
    "-5mm",
    "400in",
    "lang: ar\n",
    "lang: fr\n",
    "\\u0000",
    "\"\\x07\"",
    "&#0;",
    "&nbsp;",
    "<b>",
    "^[",
    "text",
    "heading: ",
    "list: ",
    "table: ",
    "quote: ",
    "figure: ",
    ",",
    ";",
    "\"\"",
    "%",
    "!!str ",
    "<<: ",
    "? ",
    "@",
    "id: a\n",
    "level: 3",
    "columns: 2",
};

static void change_once(Input *input, const Input *other, uint64_t *state) {
    size_t at = below(state, input->size + 1), rest = input->size - at;
    size_t len = below(state, (rest < 64 ? rest : 64) + 1);
    size_t from = below(state, input->size), other_from = below(state, other->size);
    uint8_t byte = (uint8_t)next_number(state);
    const char *sign = signs[below(state, sizeof signs / sizeof *signs)];
    switch (below(state, 8)) {
    case 0:
        if (rest) input->bytes[at] = byte;
        break;
    case 1:
        if (rest) input->bytes[at] ^= (uint8_t)(1 << byte % 8);
        break;
    case 2:
        replace(input, at, len, NULL, 0);
        break;
    case 3:
        replace(input, at, 0, input->bytes + from, below(state, input->size - from + 1) % 256);
        break;
    case 4:
        replace(input, at, len, input->bytes + from, below(state, input->size - from + 1) % 64);
        break;
    case 5:
        replace(input, at, len, other->bytes + other_from,
                below(state, other->size - other_from + 1) % 512);
        break;
    default:
        replace(input, at, byte % 2 ? 0 : len % 8, (const uint8_t *)sign, strlen(sign));
    }
}

static void keep_input(void) {
    char name[256];
    snprintf(name, sizeof name, "crash-%s", target_name);
    FILE *file = fopen(name, "wb");
    if (!file) return;
    fwrite(current.bytes, 1, current.size, file);
    fclose(file);
    fprintf(stderr, "fuzz: the input is in %s\n", name);
}

static void on_signal(int number) {
    fprintf(stderr, "fuzz: %s\n", number == SIGALRM ? "no end in a minute" : "aborted");
    keep_input();
    _exit(1);
}

static void run_current(void) {
    alarm(SECONDS);
    LLVMFuzzerTestOneInput(current.bytes, current.size);
}

static bool load(const char *path, Input *input) {
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    input->size = fread(input->bytes, 1, LARGEST_INPUT, file);
    fclose(file);
    return true;
}

int main(int argc, char **argv) {
    unsigned long runs = 0, seed = 1;
    size_t count = 0;
    Input *files = calloc((size_t)argc, sizeof *files);
    const char *slash = strrchr(argv[0], '/');
    target_name = slash ? slash + 1 : argv[0];
    for (int i = 1; i < argc; i++) {
        if (sscanf(argv[i], "-runs=%lu", &runs) == 1 || sscanf(argv[i], "-seed=%lu", &seed) == 1)
            continue;
        if (!load(argv[i], &files[count++])) {
            fprintf(stderr, "fuzz: cannot read %s\n", argv[i]);
            return 2;
        }
    }
    signal(SIGALRM, on_signal);
    signal(SIGABRT, on_signal);
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_set_death_callback(keep_input);
#endif
    for (size_t i = 0; i < count; i++) {
        current = files[i];
        run_current();
    }
    uint64_t state = seed * 0x9E3779B97F4A7C15u + 1;
    for (unsigned long run = 0; count && run < runs; run++) {
        const Input *from = &files[below(&state, count)], *other = &files[below(&state, count)];
        memcpy(current.bytes, from->bytes, from->size);
        current.size = from->size;
        for (size_t i = below(&state, MOST_CHANGES) + 1; i > 0; i--)
            change_once(&current, other, &state);
        run_current();
    }
    printf("%s: %zu files and %lu mutations of them\n", target_name, count, runs);
    free(files);
    return 0;
}
