/* Embedding levels into visual order: UAX #9, rule L2. */
#include "line/fit.h"

static void reverse(uint32_t *order, uint32_t from, uint32_t to) {
    while (from + 1 < to) {
        uint32_t first = order[from];
        order[from++] = order[--to];
        order[to] = first;
    }
}

/* "From the highest level found in the text to the lowest odd level on each line, reverse any contiguous
 * sequence of characters that are at that level or higher." */
void bidi_reorder(const uint8_t *levels, uint32_t count, uint32_t *order) {
    unsigned highest = 0;
    for (uint32_t i = 0; i < count; i++) {
        order[i] = i;
        if (levels[i] > highest) highest = levels[i];
    }
    for (unsigned level = highest; level > 0; level--) {
        for (uint32_t i = 0; i < count;) {
            uint32_t end = i;
            while (end < count && levels[order[end]] >= level) end++;
            reverse(order, i, end);
            i = end > i ? end : i + 1;
        }
    }
}
