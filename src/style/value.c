/* "12.5mm" into a length, "#00545c" into a colour. */
#include "style/value.h"

#define MILLION 1000000
#define MOST_DIGITS 6

static const struct {
    const char *name;
    LengthUnit unit;
    int64_t numerator, denominator; /* points to one unit */
} units[] = {
    {"pt", UNIT_PT, 1, 1},  {"mm", UNIT_MM, 720, 254}, {"cm", UNIT_CM, 7200, 254},
    {"in", UNIT_IN, 72, 1}, {"em", UNIT_EM, 1, 1},     {"line", UNIT_LINE, 1, 1},
    {"", UNIT_NONE, 1, 1},
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Digits from *at on; their value, or -1 when there are none or too many. */
static int64_t parse_digits(Str text, size_t *at, size_t *count) {
    int64_t number = 0;
    size_t from = *at;
    while (*at < text.len && is_digit(text.at[*at]) && *at - from <= MOST_DIGITS)
        number = number * 10 + (text.at[(*at)++] - '0');
    *count = *at - from;
    return *count == 0 || *count > MOST_DIGITS ? -1 : number;
}

bool length_parse(Str text, Length *length) {
    size_t at = 0, count = 0;
    int64_t whole = parse_digits(text, &at, &count), fraction = 0;
    if (whole < 0) return false;
    if (at < text.len && text.at[at] == '.') {
        at++;
        fraction = parse_digits(text, &at, &count);
        if (fraction < 0) return false;
        for (; count < MOST_DIGITS; count++) fraction *= 10;
    }
    length->millionths = whole * MILLION + fraction;
    Str unit = str_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!str_is(unit, units[i].name)) continue;
        length->unit = units[i].unit;
        return true;
    }
    return false;
}

Sp length_to_sp(Length length, Sp em) {
    if (length.unit == UNIT_EM) return sp_scale(em, length.millionths, MILLION);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (units[i].unit != length.unit) continue;
        return sp_scale(SP_PT * units[i].numerator, length.millionths,
                        (int64_t)MILLION * units[i].denominator);
    }
    return 0;
}

Sp length_on_grid(Length length, Sp em, Sp grid) {
    return length.unit == UNIT_LINE ? sp_scale(grid, length.millionths, MILLION)
                                    : length_to_sp(length, em);
}

Str length_print(Arena *arena, Sp length) {
    int64_t thousandths = sp_scale(length < 0 ? -length : length, 1000, SP_PT);
    Buf out = buf_new(arena);
    if (length < 0) buf_add_char(&out, '-');
    buf_add_int(&out, thousandths / 1000);
    int64_t rest = thousandths % 1000;
    if (rest) buf_add_char(&out, '.');
    for (int64_t place = 100; rest; place /= 10) {
        buf_add_char(&out, (char)('0' + rest / place));
        rest %= place;
    }
    buf_add(&out, STR("pt"));
    return buf_str(&out);
}

static int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool color_parse(Str text, Color *color) {
    uint8_t bytes[3];
    if (text.len != 7 || text.at[0] != '#') return false;
    for (size_t i = 0; i < 3; i++) {
        int high = hex_digit(text.at[1 + 2 * i]), low = hex_digit(text.at[2 + 2 * i]);
        if (high < 0 || low < 0) return false;
        bytes[i] = (uint8_t)(high * 16 + low);
    }
    *color = (Color){bytes[0], bytes[1], bytes[2]};
    return true;
}
