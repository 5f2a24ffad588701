/* The author's bytes in, a copy of the same length out that libyaml can read; what is malformed is reported. */
#include "read/yaml.h"

enum { MOST_REPORTS = 20 }; /* a binary file has thousands */

static Span place(const Yaml *yaml, size_t from, size_t to) {
    return span_of(yaml->source, from, to);
}

/* Length of the well-formed sequence at `at` (Unicode 15, table 3-7), 0 when malformed. */
static size_t sequence_length(Str s, size_t at) {
    unsigned char first = (unsigned char)s.at[at];
    if (first < 0x80) return 1;
    size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || s.len - at < length) return 0;
    for (size_t i = 1; i < length; i++) {
        if (((unsigned char)s.at[at + i] & 0xC0) != 0x80) return 0;
    }
    unsigned char second = (unsigned char)s.at[at + 1];
    if (first == 0xE0 && second < 0xA0) return 0;
    if (first == 0xED && second > 0x9F) return 0;
    if (first == 0xF0 && second < 0x90) return 0;
    if (first == 0xF4 && second > 0x8F) return 0;
    return length;
}

static size_t malformed_end(Str s, size_t at) {
    while (at < s.len && !sequence_length(s, at)) at++;
    return at;
}

/* Line ends of other systems are refused with the rest: here a line ends with LF or CR LF. */
static bool is_control(Str s, size_t at, uint32_t c) {
    if (c == '\t' || c == '\n') return false;
    if (c == '\r') return at + 1 == s.len || s.at[at + 1] != '\n';
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
           c == 0xFFFE || c == 0xFFFF;
}

static bool is_line_end(uint32_t c) { return c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

static void refuse_character(Yaml *yaml, Range range, uint32_t c) {
    Str hint = is_line_end(c) ? STR("end the line with LF or CR LF") : STR("delete it");
    diag_add(yaml->job->diags, E_CONTROL_CHARACTER, place(yaml, range.start, range.end), hint,
             "control character U+%04X", (unsigned)c);
    *list_add(yaml->job->arena, &yaml->damages) = range;
}

/* What byte it is helps nobody; the letter that Latin-1 has there does. */
static Str encoding_hint(const Yaml *yaml, unsigned char byte) {
    char letter[4];
    if (byte < 0xA0) return STR("save the file as UTF-8");
    return str_format(yaml->job->arena, "save the file as UTF-8; in Latin-1 this is \"%.*s\"",
                      (int)utf8_put(letter, byte), letter);
}

static void refuse_bytes(Yaml *yaml, Range range) {
    unsigned char byte = (unsigned char)yaml->bytes.at[range.start];
    diag_add(yaml->job->diags, E_ENCODING, place(yaml, range.start, range.end),
             encoding_hint(yaml, byte), "byte 0x%02X is not UTF-8", byte);
    *list_add(yaml->job->arena, &yaml->damages) = range;
}

static void check_characters(Yaml *yaml) {
    size_t malformed = 0, controls = 0;
    for (size_t at = yaml->start; at < yaml->bytes.len;) {
        char byte = yaml->bytes.at[at];
        if ((byte >= ' ' && byte < 0x7F) || byte == '\n') {
            at++;
            continue;
        }
        size_t length = sequence_length(yaml->bytes, at), next = at;
        if (!length) {
            size_t end = malformed_end(yaml->bytes, at);
            if (malformed++ < MOST_REPORTS) refuse_bytes(yaml, (Range){at, end});
            memset(yaml->work + at, 'x', end - at);
            at = end;
            continue;
        }
        uint32_t c = utf8_next(yaml->bytes, &next);
        if (is_control(yaml->bytes, at, c)) {
            if (controls++ < MOST_REPORTS) refuse_character(yaml, (Range){at, next}, c);
            memset(yaml->work + at, c == '\r' ? '\n' : 'x', length);
        }
        at += length;
    }
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool is_surrogate(Str s, size_t at, char low, char high) {
    if (s.len - at < 6 || s.at[at] != '\\' || s.at[at + 1] != 'u') return false;
    if (hex_digit(s.at[at + 2]) != 0xD) return false;
    int second = hex_digit(s.at[at + 3]);
    return second >= low && second <= high && hex_digit(s.at[at + 4]) >= 0 &&
           hex_digit(s.at[at + 5]) >= 0;
}

/* JSON writes a character beyond U+FFFF as two escapes. libyaml refuses them, so it gets two spaces of the
 * same length and yaml_map_scalar() reads the pair from the author's bytes. */
static void blank_pairs(Yaml *yaml) {
    Str bytes = yaml->bytes;
    for (size_t at = yaml->start; at + 12 <= bytes.len;) {
        const char *slash = memchr(bytes.at + at, '\\', bytes.len - at);
        if (!slash) return;
        at = (size_t)(slash - bytes.at);
        if (at + 12 <= bytes.len && is_surrogate(bytes, at, 0x8, 0xB) &&
            is_surrogate(bytes, at + 6, 0xC, 0xF)) {
            memcpy(yaml->work + at, "\\u0020\\u0020", 12);
            yaml->has_pairs = true;
            at += 12;
        } else {
            at += 2; /* an escaped backslash hides the next one */
        }
    }
}

void yaml_prepare(Yaml *yaml) {
    yaml->start = str_starts(yaml->bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    yaml->work = arena_alloc(yaml->job->arena, yaml->bytes.len + 1);
    if (yaml->bytes.len) memcpy(yaml->work, yaml->bytes.at, yaml->bytes.len);
    yaml->at_byte = yaml->start;
    check_characters(yaml);
    blank_pairs(yaml);
}

static bool is_continuation(const Yaml *yaml, size_t at) {
    return ((unsigned char)yaml->work[at] & 0xC0) == 0x80;
}

size_t yaml_offset(Yaml *yaml, size_t character) {
    size_t at = yaml->at_byte;
    for (; yaml->at_character < character && at < yaml->bytes.len; yaml->at_character++) {
        for (at++; at < yaml->bytes.len && is_continuation(yaml, at);) at++;
    }
    for (; yaml->at_character > character && at > yaml->start; yaml->at_character--) {
        for (at--; at > yaml->start && is_continuation(yaml, at);) at--;
    }
    return yaml->at_byte = at;
}
