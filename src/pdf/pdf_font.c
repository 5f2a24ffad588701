/* Fonts: glyphs used in; subsets, widths and the font dictionaries (9.7) out. */
#include "pdf/pdf_font.h"

#include "pdf/pdf_object.h"

#include <stdlib.h>

/* ---- use ----------------------------------------------------------------------------------- */

/* Several threads may each have opened the same face. */
PdfFont *pdf_font_use(PdfFonts *fonts, const Face *face) {
    for (size_t i = 0; i < fonts->list.len; i++)
        if (fonts->list.at[i]->number == face->number) return fonts->list.at[i];
    Arena *arena = fonts->job->arena;
    PdfFont *font = ARENA_NEW(arena, PdfFont);
    font->face = face;
    font->number = face->number;
    font->id = pdf_reserve(fonts->out);
    font->first = ARENA_ARRAY(arena, uint32_t, face->glyph_count);
    *list_add(arena, &fonts->list) = font;
    return font;
}

static const PdfCode *add_code(PdfFonts *fonts, PdfFont *font, uint32_t glyph, Str text) {
    PdfCode *code = list_add(fonts->job->arena, &font->codes);
    code->text = text = str_copy(fonts->job->arena, text);
    code->glyph = glyph;
    code->code = pdf_codes_give(fonts->job->arena, &fonts->codes, text, &font->taken);
    code->width = sp_scale(font_advance(font->face, glyph), 100000, font->face->upem);
    if (code->code == 0) pdf_limit(fonts->out, "more than 65535 different glyphs");
    uint32_t *link = &font->first[glyph];
    while (*link) link = &font->codes.at[*link - 1].next;
    *link = (uint32_t)font->codes.len;
    return code;
}

/* str_equal() for texts of one or two characters, which is what glyphs have. */
static bool same_text(Str a, Str b) {
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++)
        if (a.at[i] != b.at[i]) return false;
    return true;
}

const PdfCode *pdf_font_code(PdfFonts *fonts, PdfFont *font, uint32_t glyph, Str text) {
    if (glyph >= font->face->glyph_count) glyph = 0;
    for (uint32_t i = font->first[glyph]; i; i = font->codes.at[i - 1].next)
        if (same_text(font->codes.at[i - 1].text, text)) return &font->codes.at[i - 1];
    return add_code(fonts, font, glyph, text);
}

/* ---- tables by code ------------------------------------------------------------------------ */

typedef struct FontTables {
    const PdfCode **by_code; /* ascending */
    size_t count;
    uint32_t *glyphs; /* ascending, without 0 */
    uint16_t *mapped; /* new ids */
    size_t glyph_count;
} FontTables;

static int compare_codes(const void *a, const void *b) {
    uint32_t left = (*(const PdfCode *const *)a)->code, right = (*(const PdfCode *const *)b)->code;
    return (left > right) - (left < right);
}

static FontTables font_tables(Arena *arena, const PdfFont *font) {
    FontTables tables = {.count = font->codes.len};
    tables.by_code = ARENA_ARRAY(arena, const PdfCode *, tables.count);
    tables.glyphs = ARENA_ARRAY(arena, uint32_t, tables.count);
    tables.mapped = ARENA_ARRAY(arena, uint16_t, tables.count);
    for (size_t i = 0; i < tables.count; i++) tables.by_code[i] = &font->codes.at[i];
    if (tables.count > 0)
        qsort(tables.by_code, tables.count, sizeof *tables.by_code, compare_codes);
    for (uint32_t glyph = 1; glyph < font->face->glyph_count; glyph++)
        if (font->first[glyph]) tables.glyphs[tables.glyph_count++] = glyph;
    return tables;
}

static uint16_t new_glyph(const FontTables *tables, uint32_t glyph) {
    size_t low = 0, high = tables->glyph_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tables->glyphs[middle] == glyph) return tables->mapped[middle];
        if (tables->glyphs[middle] < glyph)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* Two bytes for every code up to the largest (9.7.4.2). */
static Str gid_map(Arena *arena, const FontTables *tables) {
    size_t codes = tables->count ? tables->by_code[tables->count - 1]->code + 1 : 1;
    char *map = arena_alloc(arena, 2 * codes);
    for (size_t i = 0; i < tables->count; i++) {
        const PdfCode *code = tables->by_code[i];
        uint16_t glyph = new_glyph(tables, code->glyph);
        map[2 * code->code] = (char)(glyph >> 8);
        map[2 * code->code + 1] = (char)(glyph & 0xFF);
    }
    return (Str){map, 2 * codes};
}

/* [c [w w w] c [w] ...]: one inner array for each stretch of consecutive codes. */
static void put_widths(Buf *buf, const FontTables *tables) {
    buf_add(buf, STR("/W["));
    for (size_t i = 0; i < tables->count; i++) {
        bool continues = i > 0 && tables->by_code[i]->code == tables->by_code[i - 1]->code + 1;
        if (!continues) {
            buf_add(buf, i > 0 ? STR("]") : STR(""));
            buf_add_int(buf, tables->by_code[i]->code);
        }
        buf_add_char(buf, continues ? ' ' : '[');
        pdf_put_decimal(buf, tables->by_code[i]->width, 2);
    }
    buf_add(buf, tables->count ? STR("]]") : STR("]"));
}

/* ---- objects ------------------------------------------------------------------------------- */

/* "ABCDEF+SourceSerif4-Regular": six letters from the subset's bytes (9.6.4). */
static Str base_font(Arena *arena, const Face *face, Str subset) {
    Buf name = buf_new(arena);
    uint64_t hash = str_hash(subset);
    for (int i = 0; i < 6; i++, hash /= 26) buf_add_char(&name, (char)('A' + hash % 26));
    buf_add_char(&name, '+');
    for (size_t i = 0; i < face->postscript_name.len && name.len < PDF_LONGEST_NAME; i++) {
        char c = face->postscript_name.at[i];
        bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        buf_add_char(&name, is_plain || c == '-' || c == '_' ? c : '-');
    }
    return buf_str(&name);
}

static void put_em(Buf *buf, const char *key, const Face *face, int units) {
    buf_add(buf, str_from(key));
    pdf_put_decimal(buf, sp_scale(units, 1000, face->upem), 0);
}

/* Flags of table 123; a composite font's own codes make it symbolic. */
static int descriptor_flags(const Face *face) {
    enum { FIXED_PITCH = 1, SERIF = 2, SYMBOLIC = 4, ITALIC = 64 };
    return (face->is_fixed_pitch ? FIXED_PITCH : 0) | (face->is_serif ? SERIF : 0) | SYMBOLIC |
           (face->italic_angle ? ITALIC : 0);
}

static uint32_t write_descriptor(PdfFonts *fonts, const Face *face, Str name, Str subset) {
    uint32_t file = pdf_reserve(fonts->out), id = pdf_reserve(fonts->out);
    Buf buf = buf_new(fonts->job->scratch);
    buf_print(&buf, "/Length1 %zu", subset.len);
    pdf_write_stream(fonts->out, file, buf_str(&buf), subset, PDF_DEFLATE);
    buf.len = 0;
    buf_add(&buf, STR("/Type/FontDescriptor/FontName"));
    pdf_put_name(&buf, name);
    buf_print(&buf, "/Flags %d/ItalicAngle %d", descriptor_flags(face), face->italic_angle);
    put_em(&buf, "/FontBBox[", face, face->left);
    put_em(&buf, " ", face, face->bottom);
    put_em(&buf, " ", face, face->right);
    put_em(&buf, " ", face, face->top);
    put_em(&buf, "]/Ascent ", face, face->ascent);
    put_em(&buf, "/Descent ", face, face->descent);
    put_em(&buf, "/CapHeight ", face, face->cap_height);
    put_em(&buf, "/XHeight ", face, face->x_height);
    put_em(&buf, "/StemV ", face, face->stem_v);
    buf_add(&buf, STR("/FontFile2 "));
    pdf_put_reference(&buf, file);
    pdf_write_dict(fonts->out, id, buf_str(&buf));
    return id;
}

static uint32_t write_cid_font(PdfFonts *fonts, Str name, uint32_t descriptor,
                               const FontTables *tables) {
    uint32_t map = pdf_reserve(fonts->out), id = pdf_reserve(fonts->out);
    Arena *scratch = fonts->job->scratch;
    pdf_write_stream(fonts->out, map, (Str){0}, gid_map(scratch, tables), PDF_DEFLATE);
    Buf buf = buf_new(scratch);
    buf_add(&buf, STR("/Type/Font/Subtype/CIDFontType2/BaseFont"));
    pdf_put_name(&buf, name);
    buf_add(&buf, STR("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                      "/FontDescriptor "));
    pdf_put_reference(&buf, descriptor);
    buf_add(&buf, STR("/CIDToGIDMap "));
    pdf_put_reference(&buf, map);
    put_widths(&buf, tables);
    pdf_write_dict(fonts->out, id, buf_str(&buf));
    return id;
}

static void write_font(PdfFonts *fonts, const PdfFont *font, uint32_t to_unicode) {
    Arena *scratch = fonts->job->scratch;
    FontTables tables = font_tables(scratch, font);
    Str subset;
    if (!font_subset(scratch, font->face, tables.glyphs, tables.glyph_count, tables.mapped,
                     &subset)) {
        pdf_fail(fonts->out, "a font could not be subset");
        return;
    }
    Str name = base_font(scratch, font->face, subset);
    uint32_t descriptor = write_descriptor(fonts, font->face, name, subset);
    uint32_t cid_font = write_cid_font(fonts, name, descriptor, &tables);
    Buf buf = buf_new(scratch);
    buf_add(&buf, STR("/Type/Font/Subtype/Type0/BaseFont"));
    pdf_put_name(&buf, name);
    buf_add(&buf, STR("/Encoding/Identity-H/DescendantFonts["));
    pdf_put_reference(&buf, cid_font);
    buf_add(&buf, STR("]/ToUnicode "));
    pdf_put_reference(&buf, to_unicode);
    pdf_write_dict(fonts->out, font->id, buf_str(&buf));
}

static uint32_t write_to_unicode(PdfFonts *fonts) {
    ArenaMark mark = arena_mark(fonts->job->scratch);
    uint32_t id = pdf_reserve(fonts->out);
    pdf_write_stream(fonts->out, id, (Str){0},
                     pdf_codes_to_unicode(fonts->job->scratch, &fonts->codes), PDF_DEFLATE);
    arena_release(fonts->job->scratch, mark);
    return id;
}

void pdf_fonts_write(PdfFonts *fonts, Buf *resources) {
    uint32_t to_unicode = fonts->list.len > 0 ? write_to_unicode(fonts) : 0;
    buf_add(resources, STR("/Font<<"));
    for (size_t i = 0; i < fonts->list.len; i++) {
        ArenaMark mark = arena_mark(fonts->job->scratch);
        write_font(fonts, fonts->list.at[i], to_unicode);
        arena_release(fonts->job->scratch, mark);
        buf_print(resources, "/F%u ", fonts->list.at[i]->number);
        pdf_put_reference(resources, fonts->list.at[i]->id);
    }
    buf_add(resources, STR(">>"));
}
