/* Pieces of PDF syntax: integers, UTF-8 and dates in, tokens out. */
#include "pdf/pdf_object.h"

static const char hex_digits[] = "0123456789ABCDEF";

void pdf_put_decimal(Buf *buf, int64_t value, unsigned decimals) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    bool is_significant = false;
    for (unsigned i = 0; i < decimals; i++, rest /= 10) {
        is_significant |= rest % 10 != 0;
        if (is_significant) digits[--at] = (char)('0' + rest % 10);
    }
    if (is_significant) digits[--at] = '.';
    bool is_zero = !is_significant && rest == 0;
    for (; rest > 0; rest /= 10) digits[--at] = (char)('0' + rest % 10);
    if (is_zero) digits[--at] = '0';
    if (value < 0 && !is_zero) digits[--at] = '-';
    buf_add(buf, (Str){digits + at, sizeof digits - at});
}

int64_t pdf_hundredths(Sp length) {
    int64_t scaled = length * 100, half = scaled >= 0 ? SP_PT / 2 : -SP_PT / 2;
    return (scaled + half) / SP_PT;
}

void pdf_put_length(Buf *buf, Sp length) { pdf_put_decimal(buf, pdf_hundredths(length), 2); }

void pdf_put_reference(Buf *buf, uint32_t id) {
    buf_add_int(buf, id);
    buf_add(buf, STR(" 0 R"));
}

void pdf_put_string_bytes(Buf *buf, const char *bytes, size_t len) {
    char *to = buf_reserve(buf, 2 * len);
    size_t written = 0;
    for (size_t i = 0; i < len; i++) {
        char c = bytes[i];
        if (c == '(' || c == ')' || c == '\\' || c == '\r') to[written++] = '\\';
        to[written++] = c == '\r' ? 'r' : c;
    }
    buf->len += written;
}

void pdf_put_string(Buf *buf, Str bytes) {
    buf_add_char(buf, '(');
    pdf_put_string_bytes(buf, bytes.at, bytes.len);
    buf_add_char(buf, ')');
}

/* PDFDocEncoding agrees with Latin-1 here (annex D.3). A string that begins like a mark of another
 * encoding would be taken for one. */
static bool fits_doc_encoding(Str text) {
    for (size_t at = 0; at < text.len;) {
        bool is_first = at == 0;
        uint32_t c = utf8_next(text, &at);
        bool is_shared = (c >= 0x20 && c <= 0x7E) || (c >= 0xA1 && c <= 0xFF && c != 0xAD) ||
                         c == '\t' || c == '\n' || c == '\r';
        if (!is_shared || (is_first && (c == 0xFE || c == 0xFF || c == 0xEF))) return false;
    }
    return true;
}

static size_t put_utf16_unit(char *to, uint32_t unit) {
    to[0] = (char)(unit >> 8 & 0xFF);
    to[1] = (char)(unit & 0xFF);
    return 2;
}

/* 2 or 4 bytes of UTF-16BE. */
static size_t encode_utf16(char to[4], uint32_t c) {
    if (c < 0x10000) return put_utf16_unit(to, c);
    size_t first = put_utf16_unit(to, 0xD800 + ((c - 0x10000) >> 10));
    return first + put_utf16_unit(to + 2, 0xDC00 + ((c - 0x10000) & 0x3FF));
}

size_t pdf_text_size(Str text) {
    if (fits_doc_encoding(text)) return utf8_count(text);
    size_t size = 2;
    char unit[4];
    for (size_t at = 0; at < text.len;) size += encode_utf16(unit, utf8_next(text, &at));
    return size;
}

void pdf_put_text(Buf *buf, Str text) {
    bool is_doc = fits_doc_encoding(text);
    buf_add(buf, is_doc ? STR("(") : STR("(\xFE\xFF"));
    for (size_t at = 0; at < text.len;) {
        char unit[4];
        uint32_t c = utf8_next(text, &at);
        unit[0] = (char)c;
        pdf_put_string_bytes(buf, unit, is_doc ? 1 : encode_utf16(unit, c));
    }
    buf_add_char(buf, ')');
}

static bool is_regular(unsigned char c) { return c > ' ' && c < 0x7F && !strchr("()<>[]{}/%#", c); }

void pdf_put_name(Buf *buf, Str name) {
    buf_add_char(buf, '/');
    name = str_slice(name, 0, PDF_LONGEST_NAME);
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.at[i];
        if (is_regular(c)) {
            buf_add_char(buf, (char)c);
        } else {
            buf_add_char(buf, '#');
            pdf_put_hex(buf, c, 2);
        }
    }
}

void pdf_put_hex(Buf *buf, uint32_t value, unsigned digits) {
    while (digits-- > 0) buf_add_char(buf, hex_digits[value >> 4 * digits & 0xF]);
}

void pdf_put_utf16_hex(Buf *buf, Str text) {
    for (size_t at = 0; at < text.len;) {
        char units[4];
        size_t len = encode_utf16(units, utf8_next(text, &at));
        for (size_t i = 0; i < len; i++) pdf_put_hex(buf, (unsigned char)units[i], 2);
    }
}

typedef struct Moment {
    int64_t year;
    int month, day, hour, minute, second;
} Moment;

/* Days since 1970 into the civil date: eras of 400 years that begin in March, so that the leap day
 * is the last of its year (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
static Moment moment_of(int64_t time) {
    int64_t days = time / 86400, seconds = time % 86400;
    if (seconds < 0) {
        seconds += 86400;
        days--;
    }
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day = days - era * 146097;
    int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    int64_t of_year = day - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    return (Moment){.year = year + era * 400 + (month >= 10),
                    .month = (int)(month < 10 ? month + 3 : month - 9),
                    .day = (int)(of_year - (153 * month + 2) / 5 + 1),
                    .hour = (int)(seconds / 3600),
                    .minute = (int)(seconds / 60 % 60),
                    .second = (int)(seconds % 60)};
}

void pdf_put_date(Buf *buf, int64_t time) {
    Moment m = moment_of(time);
    buf_print(buf, "D:%04d%02d%02d%02d%02d%02dZ", (int)m.year, m.month, m.day, m.hour, m.minute,
              m.second);
}

void pdf_put_iso_date(Buf *buf, int64_t time) {
    Moment m = moment_of(time);
    buf_print(buf, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)m.year, m.month, m.day, m.hour, m.minute,
              m.second);
}
