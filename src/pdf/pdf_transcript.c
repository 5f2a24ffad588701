/* Bytes of content streams and objects in; the texts and strings in them out. */
#include "pdf/pdf_transcript.h"

#include "pdf/pdf_codes.h"

enum { FIRST_ASCII = ' ', FIRST_OTHER = 0x7F, DEEPEST = 64, NO_ID = -1 };

typedef struct Reading {
    PdfTranscript *transcript;
    const PdfCodes *codes;
    Str bytes;
    size_t at;
    uint32_t page;
    int64_t ids[DEEPEST]; /* of the open marked content, from outside */
    size_t depth;
    int64_t pending; /* the id named since the last operator */
    Buf text;        /* of the stretch being read */
} Reading;

/* ---- strings -------------------------------------------------------------------------------- */

/* A literal string, its escapes undone; `at` moves from its ( behind its ). */
static Str read_string(Arena *arena, Str bytes, size_t *at) {
    Buf string = buf_new(arena);
    unsigned depth = 1;
    for ((*at)++; *at < bytes.len; (*at)++) {
        char c = bytes.at[*at];
        if (c == '\\' && *at + 1 < bytes.len) {
            char escaped = bytes.at[++*at];
            buf_add_char(&string, escaped == 'r' ? '\r' : escaped);
            continue;
        }
        depth += c == '(';
        depth -= c == ')';
        if (!depth) break;
        buf_add_char(&string, c);
    }
    if (*at < bytes.len) (*at)++;
    return buf_str(&string);
}

/* UTF-16BE with its mark, or Latin-1, which the program's strings share with PDFDocEncoding; names in trees are
 * UTF-8 as they stand. */
static Str decoded(Arena *arena, Str string) {
    Buf text = buf_new(arena);
    bool is_wide = str_starts(string, STR("\xFE\xFF"));
    for (size_t i = is_wide ? 2 : 0; i < string.len; i++) {
        uint32_t c = (unsigned char)string.at[i];
        if (is_wide && i + 1 < string.len) c = c << 8 | (unsigned char)string.at[++i];
        bool is_high = is_wide && c >= 0xD800 && c < 0xDC00 && i + 2 < string.len;
        if (is_high) {
            uint32_t low =
                (uint32_t)(unsigned char)string.at[i + 1] << 8 | (unsigned char)string.at[i + 2];
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        buf_add_code_point(&text, c);
    }
    return buf_str(&text);
}

static void keep_string(PdfTranscript *transcript, Str string) {
    Arena *arena = transcript->arena;
    if (!string.len) return;
    *list_add(arena, &transcript->strings) = decoded(arena, string);
    bool is_utf8 = false;
    for (size_t i = 0; i < string.len; i++) is_utf8 |= (unsigned char)string.at[i] >= 0x80;
    if (is_utf8) *list_add(arena, &transcript->strings) = string;
}

void pdf_transcript_add_object(PdfTranscript *transcript, Str body) {
    for (size_t at = 0; at < body.len;) {
        if (body.at[at] == '(')
            keep_string(transcript, read_string(transcript->arena, body, &at));
        else
            at++;
    }
}

void pdf_transcript_add_xml(PdfTranscript *transcript, Str xml) {
    static const struct {
        Str entity;
        char sign;
    } entities[] = {{STR_CONST("&amp;"), '&'},
                    {STR_CONST("&lt;"), '<'},
                    {STR_CONST("&gt;"), '>'},
                    {STR_CONST("&quot;"), '"'}};
    Buf text = buf_new(transcript->arena);
    bool is_tag = false;
    for (size_t at = 0; at < xml.len; at++) {
        Str rest = str_slice(xml, at, xml.len);
        is_tag |= xml.at[at] == '<';
        char c = is_tag ? ' ' : xml.at[at];
        for (size_t i = 0; c == '&' && i < sizeof entities / sizeof *entities; i++) {
            if (!str_starts(rest, entities[i].entity)) continue;
            c = entities[i].sign;
            at += entities[i].entity.len - 1;
            break;
        }
        if (xml.at[at] == '>') is_tag = false;
        buf_add_char(&text, c);
    }
    *list_add(transcript->arena, &transcript->strings) = buf_str(&text);
}

/* ---- content streams ------------------------------------------------------------------------ */

static Str text_of_code(const PdfCodes *codes, uint32_t code) {
    static const char ascii[] =
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
        "abcdefghijklmnopqrstuvwxyz{|}~";
    if (code >= FIRST_ASCII && code < FIRST_OTHER) return (Str){&ascii[code - FIRST_ASCII], 1};
    bool is_known = code >= FIRST_OTHER && code - FIRST_OTHER < codes->others.len;
    return is_known ? codes->others.at[code - FIRST_OTHER].text : (Str){0};
}

/* A hyphen that the program put in is in no word. */
static void add_codes(Reading *reading, Str string) {
    for (size_t i = 0; i + 1 < string.len; i += 2) {
        uint32_t code =
            (uint32_t)(unsigned char)string.at[i] << 8 | (unsigned char)string.at[i + 1];
        Str text = text_of_code(reading->codes, code);
        if (!str_is(text, "\xC2\xAD")) buf_add(&reading->text, text);
    }
}

static void end_stretch(Reading *reading) {
    int64_t id = reading->depth ? reading->ids[reading->depth - 1] : NO_ID;
    if (!reading->text.len) return;
    PdfTranscript *transcript = reading->transcript;
    *list_add(transcript->arena, &transcript->stretches) =
        (PdfStretch){.page = reading->page,
                     .id = id < 0 ? UINT32_MAX : (uint32_t)id,
                     .text = buf_str(&reading->text)};
    reading->text = buf_new(transcript->arena);
}

/* Marked content without an id of its own belongs to what is round it. */
static void open_content(Reading *reading) {
    bool is_new = reading->pending != NO_ID || !reading->depth;
    if (is_new) end_stretch(reading);
    int64_t outer = reading->depth ? reading->ids[reading->depth - 1] : NO_ID;
    if (reading->depth < DEEPEST)
        reading->ids[reading->depth++] = is_new ? reading->pending : outer;
    reading->pending = NO_ID;
}

static void close_content(Reading *reading) {
    bool is_last =
        reading->depth < 2 || reading->ids[reading->depth - 1] != reading->ids[reading->depth - 2];
    if (is_last) end_stretch(reading);
    if (reading->depth) reading->depth--;
}

static bool is_regular(char c) { return c && !strchr(" \n\r\t\f()<>[]{}/%", c); }

static void read_word(Reading *reading) {
    size_t from = reading->at;
    while (reading->at < reading->bytes.len && is_regular(reading->bytes.at[reading->at]))
        reading->at++;
    Str word = str_slice(reading->bytes, from, reading->at);
    if (str_is(word, "BDC") || str_is(word, "BMC")) open_content(reading);
    if (str_is(word, "EMC")) close_content(reading);
}

static void read_id(Reading *reading) {
    Str rest = str_slice(reading->bytes, reading->at, reading->bytes.len);
    Str key = STR("/MCID ");
    if (!str_starts(rest, key)) return;
    reading->pending = 0;
    for (size_t i = key.len; i < rest.len && rest.at[i] >= '0' && rest.at[i] <= '9'; i++)
        reading->pending = reading->pending * 10 + (rest.at[i] - '0');
}

static void read_name(Reading *reading) {
    read_id(reading);
    bool is_actual =
        str_starts(str_slice(reading->bytes, reading->at, reading->bytes.len), STR("/ActualText("));
    if (is_actual) {
        reading->at += sizeof "/ActualText" - 1;
        keep_string(reading->transcript,
                    read_string(reading->transcript->arena, reading->bytes, &reading->at));
        return;
    }
    reading->at++;
    while (reading->at < reading->bytes.len && is_regular(reading->bytes.at[reading->at]))
        reading->at++;
}

void pdf_transcript_add_content(PdfTranscript *transcript, const PdfCodes *codes, uint32_t page,
                                Str content) {
    Reading reading = {.transcript = transcript,
                       .codes = codes,
                       .bytes = content,
                       .page = page,
                       .pending = NO_ID,
                       .text = buf_new(transcript->arena)};
    while (reading.at < content.len) {
        char c = content.at[reading.at];
        if (c == '(')
            add_codes(&reading, read_string(transcript->arena, content, &reading.at));
        else if (c == '/')
            read_name(&reading);
        else if (is_regular(c))
            read_word(&reading);
        else
            reading.at++;
    }
    end_stretch(&reading);
}

/* Stretches stand by page, and on a page nearly by id. */
Str pdf_transcript_find(const PdfTranscript *transcript, uint32_t page, uint32_t id) {
    size_t low = transcript->from, high = transcript->stretches.len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (transcript->stretches.at[middle].page < page)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < transcript->stretches.len && transcript->stretches.at[low].page == page; low++)
        if (transcript->stretches.at[low].id == id) return transcript->stretches.at[low].text;
    return (Str){0};
}
