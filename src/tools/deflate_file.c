/* deflate_file.c - host tool of the build: a file in, the same in zlib format out. */
#include <libdeflate.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { LARGEST_INPUT = 1 << 20, BEST_LEVEL = 12 };

static size_t read_file(const char *path, unsigned char *into, size_t capacity) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return 0;
    size_t len = fread(into, 1, capacity, file);
    bool whole = !ferror(file) && len < capacity;
    fclose(file);
    return whole ? len : 0;
}

static bool write_file(const char *path, const unsigned char *bytes, size_t len) {
    FILE *file = fopen(path, "wb");
    if (file == NULL) return false;
    bool written = fwrite(bytes, 1, len, file) == len;
    return fclose(file) == 0 && written;
}

int main(int argc, char **argv) {
    static unsigned char plain[LARGEST_INPUT], packed[LARGEST_INPUT];
    if (argc != 3) {
        fputs("usage: deflate_file IN OUT\n", stderr);
        return 2;
    }
    size_t len = read_file(argv[1], plain, sizeof plain);
    if (len == 0) {
        fprintf(stderr, "deflate_file: %s: unreadable, empty or over 1 MiB\n", argv[1]);
        return 1;
    }
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(BEST_LEVEL);
    if (compressor == NULL) return 1;
    size_t packed_len = libdeflate_zlib_compress(compressor, plain, len, packed, sizeof packed);
    libdeflate_free_compressor(compressor);
    if (packed_len == 0 || !write_file(argv[2], packed, packed_len)) {
        fprintf(stderr, "deflate_file: cannot write %s\n", argv[2]);
        return 1;
    }
    return 0;
}
