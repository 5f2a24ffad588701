/* Characters in, properties out: lookups in the generated tables. */
#include "shape/unicode.h"

LineClass unicode_line_class(uint32_t code_point) {
    if (code_point < UNICODE_DIRECT) return unicode_class_direct[code_point];
    unsigned low = 0, high = unicode_class_range_count;
    while (low < high) { /* ranges that begin at or before the character */
        unsigned middle = (low + high) / 2;
        if (unicode_class_ranges[middle].first <= code_point)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? unicode_class_ranges[low - 1].value : LB_AL;
}

static uint32_t map_case(const CaseRun *runs, unsigned count, uint32_t c) {
    unsigned low = 0, high = count;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (runs[middle].last < c)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == count || c < runs[low].first || (c - runs[low].first) % runs[low].step) return c;
    return (uint32_t)((int32_t)c + runs[low].delta);
}

uint32_t unicode_upper(uint32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
    return map_case(unicode_upper_runs, unicode_upper_run_count, c);
}

uint32_t unicode_lower(uint32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    return map_case(unicode_lower_runs, unicode_lower_run_count, c);
}

bool unicode_is_letter(uint32_t c) {
    if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
    if (c < 0xC0) return c == 0xAA || c == 0xBA;
    if (c == 0xD7 || c == 0xF7) return false;
    if (c < 0x2B0) return true;
    if (c >= 0x370 && c < 0x530) return c != 0x37E && c != 0x387 && (c < 0x482 || c > 0x489);
    return (c >= 0x1E00 && c < 0x2000) || (c >= 0xFB00 && c <= 0xFB06);
}

bool unicode_is_upper(uint32_t c) { return unicode_lower(c) != c; }

bool unicode_is_ignorable(uint32_t c) {
    if (c < 0xAD) return false;
    return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x115F || c == 0x1160 || c == 0x17B4 ||
           c == 0x17B5 || (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0x3164 ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xFFA0 ||
           (c >= 0xFFF0 && c <= 0xFFF8) || (c >= 0x1BCA0 && c <= 0x1BCA3) ||
           (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool unicode_is_mark(uint32_t c) {
    if (c < 0x300) return false;
    return c <= 0x36F || (c >= 0x483 && c <= 0x489) || (c >= 0x1AB0 && c <= 0x1AFF) ||
           (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
           (c >= 0x2DE0 && c <= 0x2DFF) || (c >= 0xFE20 && c <= 0xFE2F);
}
