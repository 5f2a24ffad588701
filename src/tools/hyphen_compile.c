/* hyphen_compile.c - host tool of the build: hyphenation patterns in, a packed trie out.
 *
 *     hyphen_compile IN.pat OUT.bin
 *
 * IN.pat holds TeX patterns (".ach4"), one or several a line, UTF-8. A line that begins with % or # is a
 * comment; libhyphen's head lines (UTF-8, LEFTHYPHENMIN n, RIGHTHYPHENMIN n) are passed over. Exceptions
 * ("as-so-ciate") are read from IN.exc beside it when there is one. The format: shape/hyphen_format.h. */
#include "shape/hyphen_format.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 250, MOST_NODES = 1 << 20, MOST_SLOTS = 1 << 21, MOST_VALUES = 1 << 22 };

/* A node of the trie: what follows its letters. Children of one node are a list. */
typedef struct Node {
    uint32_t first_child, next_sibling;
    uint32_t base;
    uint32_t values; /* offset; 0: no pattern ends here */
    unsigned char byte;
} Node;

static Node nodes[MOST_NODES];
static uint32_t node_count = 1; /* node 0 is the root */
static unsigned char slots[MOST_SLOTS * HYPHEN_SLOT_SIZE];
static bool base_is_taken[MOST_SLOTS];
static uint32_t slot_end;
static unsigned char values[MOST_VALUES];
static uint32_t values_len = 1; /* offset 0 says "none" */

static _Noreturn void die(const char *path, const char *what) {
    fprintf(stderr, "hyphen_compile: %s: %s\n", path, what);
    exit(1);
}

/* A pattern taken apart: its letters, and the digit before each (and behind the last). */
typedef struct Pattern {
    unsigned char letters[LONGEST];
    unsigned char digits[LONGEST + 1];
    size_t len;
} Pattern;

static uint32_t child_of(const char *path, uint32_t parent, unsigned char byte) {
    uint32_t *place = &nodes[parent].first_child;
    while (*place && nodes[*place].byte < byte) place = &nodes[*place].next_sibling;
    if (*place && nodes[*place].byte == byte) return *place;
    if (node_count == MOST_NODES) die(path, "too many patterns");
    uint32_t child = node_count++;
    nodes[child] = (Node){.byte = byte, .next_sibling = *place};
    return *place = child;
}

/* Equal values are written once. */
static uint32_t keep_values(const char *path, const Pattern *pattern) {
    unsigned char packed[2 * LONGEST + 3];
    size_t count = 0;
    for (size_t i = 0; i <= pattern->len; i++) {
        if (!pattern->digits[i]) continue;
        packed[1 + 2 * count] = (unsigned char)i;
        packed[2 + 2 * count++] = pattern->digits[i];
    }
    packed[0] = (unsigned char)count;
    size_t len = 1 + 2 * count;
    for (uint32_t at = 1; at < values_len; at += 1 + 2u * values[at]) {
        if (values[at] == count && memcmp(values + at, packed, len) == 0) return at;
    }
    if (values_len + len > MOST_VALUES) die(path, "too many patterns");
    memcpy(values + values_len, packed, len);
    values_len += (uint32_t)len;
    return values_len - (uint32_t)len;
}

static void add_pattern(const char *path, const Pattern *pattern) {
    uint32_t node = 0;
    for (size_t i = 0; i < pattern->len; i++) node = child_of(path, node, pattern->letters[i]);
    if (node) nodes[node].values = keep_values(path, pattern);
}

static void read_pattern(const char *path, const char *word, size_t len) {
    Pattern pattern = {.len = 0};
    if (len >= LONGEST) die(path, "pattern too long");
    for (size_t i = 0; i < len; i++) {
        if (word[i] >= '0' && word[i] <= '9')
            pattern.digits[pattern.len] = (unsigned char)(word[i] - '0');
        else
            pattern.letters[pattern.len++] = (unsigned char)word[i];
    }
    add_pattern(path, &pattern);
}

/* "as-so-ciate" becomes ".associate." with a digit at every place. */
static void read_exception(const char *path, const char *word, size_t len) {
    Pattern pattern = {.letters = {'.'}, .len = 1};
    if (len + 2 >= LONGEST) die(path, "exception too long");
    for (size_t i = 0; i < len; i++) {
        if (word[i] == '-') {
            pattern.digits[pattern.len] = HYPHEN_EXCEPTION_YES;
            continue;
        }
        if (!pattern.digits[pattern.len]) pattern.digits[pattern.len] = HYPHEN_EXCEPTION_NO;
        pattern.letters[pattern.len++] = (unsigned char)word[i];
    }
    pattern.letters[pattern.len++] = '.';
    add_pattern(path, &pattern);
}

static bool is_setting(const char *line) {
    return strncmp(line, "UTF-8", 5) == 0 || strncmp(line, "LEFTHYPHENMIN", 13) == 0 ||
           strncmp(line, "RIGHTHYPHENMIN", 14) == 0 || strchr("%#\\}", line[0]);
}

static bool read_file(const char *path, void (*read_word)(const char *, const char *, size_t)) {
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    char line[4096];
    while (fgets(line, sizeof line, file)) {
        if (is_setting(line)) continue;
        for (char *at = line; *at;) {
            size_t len = strcspn(at, " \t\r\n");
            if (len) read_word(path, at, len);
            at += len;
            at += strspn(at, " \t\r\n");
        }
    }
    if (ferror(file)) die(path, "cannot be read");
    fclose(file);
    return true;
}

static bool fits(uint32_t node, uint32_t base) {
    if (base_is_taken[base]) return false;
    for (uint32_t child = nodes[node].first_child; child; child = nodes[child].next_sibling) {
        if (slots[(base + nodes[child].byte) * HYPHEN_SLOT_SIZE + 4]) return false;
    }
    return true;
}

static void put_u32(unsigned char *at, uint32_t value) {
    for (int i = 0; i < 4; i++) at[i] = (unsigned char)(value >> 8 * i);
}

/* First fit: the lowest base at which every child finds a free slot. */
static void place(const char *path, uint32_t node) {
    static uint32_t lowest = 1; /* below it everything is full */
    uint32_t base = lowest;
    while (!fits(node, base)) {
        if (++base + 256 >= MOST_SLOTS) die(path, "too many patterns");
    }
    base_is_taken[base] = true;
    nodes[node].base = base;
    for (uint32_t child = nodes[node].first_child; child; child = nodes[child].next_sibling)
        slots[(base + nodes[child].byte) * HYPHEN_SLOT_SIZE + 4] = nodes[child].byte;
    if (base + 256 > slot_end) slot_end = base + 256;
    if (base > lowest + 4096) lowest = base - 4096; /* bounds the search; wastes little */
}

static void place_all(const char *path) {
    for (uint32_t node = 0; node < node_count; node++) {
        if (nodes[node].first_child) place(path, node);
    }
    for (uint32_t node = 0; node < node_count; node++) {
        for (uint32_t child = nodes[node].first_child; child; child = nodes[child].next_sibling) {
            unsigned char *slot = slots + (nodes[node].base + nodes[child].byte) * HYPHEN_SLOT_SIZE;
            put_u32(slot, nodes[child].base);
            slot[5] = (unsigned char)nodes[child].values;
            slot[6] = (unsigned char)(nodes[child].values >> 8);
            slot[7] = (unsigned char)(nodes[child].values >> 16);
        }
    }
}

static void write_file(const char *path) {
    unsigned char head[HYPHEN_SLOTS] = {'D', 'H', 'Y', '1'};
    uint32_t slot_bytes = slot_end * HYPHEN_SLOT_SIZE;
    put_u32(head + HYPHEN_ROOT, nodes[0].base);
    put_u32(head + HYPHEN_VALUES, HYPHEN_SLOTS + slot_bytes);
    put_u32(head + HYPHEN_SIZE, HYPHEN_SLOTS + slot_bytes + values_len);
    FILE *file = fopen(path, "wb");
    if (!file) die(path, "cannot be written");
    bool is_written = fwrite(head, 1, sizeof head, file) == sizeof head &&
                      fwrite(slots, 1, slot_bytes, file) == slot_bytes &&
                      fwrite(values, 1, values_len, file) == values_len;
    if (fclose(file) != 0 || !is_written) die(path, "cannot be written");
}

static void read_exceptions_beside(const char *path) {
    char beside[4096];
    size_t len = strlen(path);
    if (len < 4 || len >= sizeof beside || strcmp(path + len - 4, ".pat") != 0) return;
    memcpy(beside, path, len + 1);
    memcpy(beside + len - 4, ".exc", 4);
    read_file(beside, read_exception);
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: hyphen_compile IN.pat OUT.bin\n", stderr);
        return 2;
    }
    if (!read_file(argv[1], read_pattern)) die(argv[1], "cannot be read");
    read_exceptions_beside(argv[1]);
    if (node_count == 1) die(argv[1], "holds no patterns");
    place_all(argv[1]);
    write_file(argv[2]);
    return 0;
}
