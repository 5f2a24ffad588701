/* Optimal string alignment distance, for short words. */
#include "cli/nearest.h"

#include <string.h>

#define MOST 32

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

unsigned edits_between(const char *a, const char *b) {
    size_t a_len = strlen(a), b_len = strlen(b);
    unsigned rows[MOST][MOST];
    if (a_len >= MOST || b_len >= MOST) return 99;
    for (size_t i = 0; i <= a_len; i++) rows[i][0] = (unsigned)i;
    for (size_t k = 0; k <= b_len; k++) rows[0][k] = (unsigned)k;
    for (size_t i = 1; i <= a_len; i++) {
        for (size_t k = 1; k <= b_len; k++) {
            unsigned best = least(rows[i - 1][k], rows[i][k - 1]) + 1;
            best = least(best, rows[i - 1][k - 1] + (a[i - 1] != b[k - 1]));
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
                best = least(best, rows[i - 2][k - 2] + 1);
            rows[i][k] = best;
        }
    }
    return rows[a_len][b_len];
}

unsigned edits_forgiven(const char *typed) {
    size_t len = strlen(typed);
    return len < 3 ? 0 : len < 6 ? 1 : 2;
}
