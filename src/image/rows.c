/* Samples in, rows with PNG filters out: of five ways to write a row the one with the least sum of distances
 * from zero, which deflate then packs best (PNG specification, 9 and 12.8). */
#include "image/internal.h"

enum { FILTERS = 5 };

static uint8_t paeth(int left, int above, int corner) {
    int guess = left + above - corner;
    int to_left = guess > left ? guess - left : left - guess;
    int to_above = guess > above ? guess - above : above - guess;
    int to_corner = guess > corner ? guess - corner : corner - guess;
    if (to_left <= to_above && to_left <= to_corner) return (uint8_t)left;
    return (uint8_t)(to_above <= to_corner ? above : corner);
}

static uint8_t predicted(int filter, int left, int above, int corner) {
    switch (filter) {
    case 1:
        return (uint8_t)left;
    case 2:
        return (uint8_t)above;
    case 3:
        return (uint8_t)((left + above) / 2);
    case 4:
        return paeth(left, above, corner);
    default:
        return 0;
    }
}

/* A row and the one above it, which is zeros above the first. */
typedef struct RowPair {
    const uint8_t *row, *above;
    size_t bytes;
    unsigned components;
} RowPair;

/* The row in one filter; its distance. */
static uint64_t filter_row(const RowPair *pair, int filter, uint8_t *to) {
    uint64_t sum = 0;
    for (size_t i = 0; i < pair->bytes; i++) {
        bool is_first = i < pair->components;
        int left = is_first ? 0 : pair->row[i - pair->components];
        int corner = is_first ? 0 : pair->above[i - pair->components];
        uint8_t rest = (uint8_t)(pair->row[i] - predicted(filter, left, pair->above[i], corner));
        to[i] = rest;
        sum += rest < 128 ? rest : 256u - rest;
    }
    return sum;
}

Str rows_filter(Job *job, const uint8_t *samples, size_t row_bytes, size_t rows,
                unsigned components) {
    uint8_t *out = arena_alloc(job->arena, rows * (row_bytes + 1));
    uint8_t *trial = arena_alloc(job->scratch, row_bytes);
    RowPair pair = {.above = arena_alloc(job->scratch, row_bytes),
                    .bytes = row_bytes,
                    .components = components};
    for (size_t y = 0; y < rows; y++) {
        pair.row = samples + y * row_bytes;
        uint8_t *to = out + y * (row_bytes + 1);
        uint64_t least = UINT64_MAX;
        for (int filter = 0; filter < FILTERS; filter++) {
            uint64_t sum = filter_row(&pair, filter, trial);
            if (sum >= least) continue;
            least = sum;
            to[0] = (uint8_t)filter;
            memcpy(to + 1, trial, row_bytes);
        }
        pair.above = pair.row;
    }
    return (Str){.at = (const char *)out, .len = rows * (row_bytes + 1)};
}
