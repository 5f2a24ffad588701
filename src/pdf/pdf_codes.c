/* Texts of glyphs in; codes, and the ToUnicode map that leads back (9.10.3), out. */
#include "pdf/pdf_codes.h"

#include "pdf/pdf_object.h"

enum { FIRST_ASCII = ' ', LAST_ASCII = '~', FIRST_OTHER = LAST_ASCII + 1, CODES_IN_ROW = 256 };

/* ---- giving -------------------------------------------------------------------------------- */

static bool take(PdfCodeSet *taken, uint32_t code) {
    uint8_t bit = (uint8_t)(1u << code % 8);
    if (taken->bits[code / 8] & bit) return false;
    taken->bits[code / 8] |= bit;
    return true;
}

static uint32_t add_code(Arena *arena, PdfCodes *codes, Str text, uint16_t *bucket) {
    uint32_t code = FIRST_OTHER + (uint32_t)codes->others.len;
    if (code >= PDF_CODE_COUNT) return 0;
    *list_add(arena, &codes->others) = (PdfCodeText){.text = text, .next = *bucket};
    *bucket = (uint16_t)code;
    return code;
}

uint32_t pdf_codes_give(Arena *arena, PdfCodes *codes, Str text, PdfCodeSet *taken) {
    unsigned char first = text.len == 1 ? (unsigned char)text.at[0] : 0;
    if (first >= FIRST_ASCII && first <= LAST_ASCII && take(taken, first)) return first;
    if (!codes->buckets) codes->buckets = ARENA_ARRAY(arena, uint16_t, PDF_TEXT_BUCKETS);
    uint16_t *bucket = &codes->buckets[str_hash(text) % PDF_TEXT_BUCKETS];
    for (uint32_t code = *bucket; code; code = codes->others.at[code - FIRST_OTHER].next)
        if (str_equal(codes->others.at[code - FIRST_OTHER].text, text) && take(taken, code))
            return code;
    uint32_t code = add_code(arena, codes, text, bucket);
    if (code) take(taken, code);
    return code;
}

/* ---- ToUnicode ----------------------------------------------------------------------------- */

/* A later glyph of a cluster has no text of its own, yet must map to something (UA-1 7.21.7): the
 * zero width space; such clusters are read by their ActualText. */
static Str code_text(Str text) { return text.len ? text : STR("\xE2\x80\x8B"); }

/* A range may not leave a row: codes that differ in their last byte only. */
static void put_row(Buf *cmap, const PdfCodes *codes, uint32_t from, uint32_t to) {
    buf_add_char(cmap, '<');
    pdf_put_hex(cmap, from, 4);
    buf_add(cmap, STR("><"));
    pdf_put_hex(cmap, to - 1, 4);
    buf_add(cmap, STR(">["));
    for (uint32_t code = from; code < to; code++) {
        buf_add_char(cmap, '<');
        pdf_put_utf16_hex(cmap, code_text(codes->others.at[code - FIRST_OTHER].text));
        buf_add_char(cmap, '>');
    }
    buf_add(cmap, STR("]\n"));
}

Str pdf_codes_to_unicode(Arena *arena, const PdfCodes *codes) {
    Buf cmap = buf_new(arena);
    buf_add(&cmap, STR("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                       "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                       "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                       "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
                       "1 beginbfrange\n<0020><007E><0020>\nendbfrange\n"));
    uint32_t end = FIRST_OTHER + (uint32_t)codes->others.len;
    for (uint32_t from = FIRST_OTHER; from < end;) {
        uint32_t to = (from / CODES_IN_ROW + 1) * CODES_IN_ROW;
        if (to > end) to = end;
        buf_add(&cmap, STR("1 beginbfrange\n"));
        put_row(&cmap, codes, from, to);
        buf_add(&cmap, STR("endbfrange\n"));
        from = to;
    }
    buf_add(&cmap, STR("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"));
    return buf_str(&cmap);
}
