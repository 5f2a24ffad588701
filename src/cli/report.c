/* One diagnostic in, its lines out. */
#include "cli/report.h"

#include <string.h>

static const char *const severity_names[] = {"note", "warning", "error"};

/* Bold, and a hue for the severity: never the only sign of it. */
static const char *const severity_colors[] = {"\033[1;36m", "\033[1;33m", "\033[1;31m"};

typedef struct Paint {
    const char *bold, *severity, *dim, *hint, *end;
} Paint;

static Paint paint_of(DossierSeverity severity, bool has_color) {
    if (!has_color) return (Paint){"", "", "", "", ""};
    return (Paint){"\033[1m", severity_colors[severity], "\033[34m", "\033[36m", "\033[0m"};
}

/* U+0080 to U+009F are controls too: two bytes, C2 and one below A0. */
static bool is_control(const unsigned char *at) {
    return *at < 0x20 || *at == 0x7f || (*at == 0xc2 && at[1] >= 0x80 && at[1] < 0xa0);
}

/* Bytes of the UTF-8 sequence at `at`; 0 when it is none. */
static size_t sequence_length(const unsigned char *at) {
    size_t length = *at < 0x80 ? 1 : *at >= 0xf0 ? 4 : *at >= 0xe0 ? 3 : 2;
    if ((*at >= 0x80 && *at < 0xc2) || *at > 0xf4) return 0;
    for (size_t i = 1; i < length; i++) {
        if ((at[i] & 0xc0) != 0x80) return 0;
    }
    if ((*at == 0xe0 && at[1] < 0xa0) || (*at == 0xed && at[1] > 0x9f)) return 0;
    if ((*at == 0xf0 && at[1] < 0x90) || (*at == 0xf4 && at[1] > 0x8f)) return 0;
    return length;
}

/* U+FFFD for a byte of no character; then the sequence at `at` is 1 byte long. */
static size_t put_character(const unsigned char *at, FILE *out) {
    size_t length = sequence_length(at);
    fwrite(length ? (const char *)at : "\xEF\xBF\xBD", 1, length ? length : 3, out);
    return length ? length : 1;
}

static void print_safe(const char *text, FILE *out) {
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (!is_control(at) || *at == '\t') {
            at += put_character(at, out) - 1;
            continue;
        }
        putc('?', out);
        if (*at == 0xc2) at++;
    }
}

/* As wide as the first `columns - 1` characters of the line; a tab stays a tab. */
static void print_padding(const char *line, uint32_t columns, FILE *out) {
    for (uint32_t i = 1; i < columns; i++) {
        putc(*line == '\t' ? '\t' : ' ', out);
        if (*line) line++;
        while (((unsigned char)*line & 0xc0) == 0x80) line++;
    }
}

static void print_spaces(uint32_t count, FILE *out) {
    while (count--) putc(' ', out);
}

/* The hint stands behind the carets; its further lines below its first. */
static void print_hint(const DossierDiagnostic *diagnostic, const Paint *paint, FILE *out) {
    const char *at = diagnostic->hint;
    for (;;) {
        size_t len = strcspn(at, "\n");
        fprintf(out, " %s%.*s%s\n", paint->hint, (int)len, at, paint->end);
        if (!at[len]) return;
        at += len + 1;
        fprintf(out, "%s      |%s ", paint->dim, paint->end);
        print_padding(diagnostic->source_line, diagnostic->column, out);
        print_spaces(diagnostic->length, out);
    }
}

static void print_source(const DossierDiagnostic *diagnostic, const Paint *paint, FILE *out) {
    fprintf(out, "%s%5u |%s ", paint->dim, (unsigned)diagnostic->line, paint->end);
    print_safe(diagnostic->source_line, out);
    fprintf(out, "\n%s      |%s ", paint->dim, paint->end);
    print_padding(diagnostic->source_line, diagnostic->column, out);
    fputs(paint->severity, out);
    for (uint32_t i = 0; i < diagnostic->length; i++) putc('^', out);
    fputs(paint->end, out);
    if (diagnostic->hint[0])
        print_hint(diagnostic, paint, out);
    else
        putc('\n', out);
}

void report_human(const DossierDiagnostic *diagnostic, bool has_color, FILE *out) {
    Paint paint = paint_of(diagnostic->severity, has_color);
    bool has_place = diagnostic->file[0] != 0;
    if (has_place) {
        fputs(paint.bold, out);
        print_safe(diagnostic->file, out);
        fprintf(out, ":%u:%u:%s ", (unsigned)diagnostic->line, (unsigned)diagnostic->column,
                paint.end);
    }
    fprintf(out, "%s%s[%s]%s: ", paint.severity, severity_names[diagnostic->severity],
            diagnostic->code, paint.end);
    print_safe(diagnostic->message, out);
    putc('\n', out);
    if (has_place && diagnostic->source_line[0])
        print_source(diagnostic, &paint, out);
    else if (diagnostic->hint[0])
        fprintf(out, "      = %s%s%s\n", paint.hint, diagnostic->hint, paint.end);
}

void report_json_string(const char *key, const char *text, FILE *out) {
    fprintf(out, "\"%s\":\"", key);
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (*at == '"' || *at == '\\')
            fprintf(out, "\\%c", *at);
        else if (*at == '\n')
            fputs("\\n", out);
        else if (*at == '\t')
            fputs("\\t", out);
        else if (*at < 0x20 || *at == 0x7f)
            fprintf(out, "\\u%04x", *at);
        else
            at += put_character(at, out) - 1;
    }
    putc('"', out);
}

void report_json(const DossierDiagnostic *diagnostic, FILE *out) {
    putc('{', out);
    report_json_string("severity", severity_names[diagnostic->severity], out);
    putc(',', out);
    report_json_string("code", diagnostic->code, out);
    putc(',', out);
    if (diagnostic->file[0]) {
        report_json_string("file", diagnostic->file, out);
        fprintf(out, ",\"line\":%u,\"column\":%u,\"length\":%u,", (unsigned)diagnostic->line,
                (unsigned)diagnostic->column, (unsigned)diagnostic->length);
        report_json_string("source", diagnostic->source_line, out);
        putc(',', out);
    }
    report_json_string("message", diagnostic->message, out);
    putc(',', out);
    report_json_string("hint", diagnostic->hint, out);
    fputs("}\n", out);
}
