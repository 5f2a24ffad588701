/* Text operators: placed glyphs in, BT Tf Td TJ ET out. */
#include "pdf/pdf_text.h"

#include "pdf/pdf_object.h"

/* 0.01 pt: less is not seen. */
#define TOLERANCE (SP_PT / 100)
/* A farther move is a Td. */
enum { LARGEST_ADJUSTMENT = 20000 };

void text_begin(TextPen *pen) {
    if (pen->in_text) return;
    buf_add(pen->to, STR("BT\n"));
    pen->in_text = true;
    pen->is_placed = false;
    pen->line_x = pen->line_y = 0;
}

static void close_string(TextPen *pen) {
    if (pen->in_string) buf_add_char(pen->to, ')');
    pen->in_string = false;
}

void text_break(TextPen *pen) {
    close_string(pen);
    if (pen->in_array) buf_add(pen->to, STR("]TJ\n"));
    pen->in_array = false;
}

void text_end(TextPen *pen) {
    text_break(pen);
    if (pen->in_text) buf_add(pen->to, STR("ET\n"));
    pen->in_text = false;
}

static bool same_color(Color a, Color b) {
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void put_color(Buf *buf, Color color) {
    bool is_gray = color.red == color.green && color.green == color.blue;
    pdf_put_decimal(buf, (color.red * 1000 + 127) / 255, 3);
    if (!is_gray) {
        buf_add_char(buf, ' ');
        pdf_put_decimal(buf, (color.green * 1000 + 127) / 255, 3);
        buf_add_char(buf, ' ');
        pdf_put_decimal(buf, (color.blue * 1000 + 127) / 255, 3);
    }
    buf_add(buf, is_gray ? STR(" g\n") : STR(" rg\n"));
}

void text_set_color(TextPen *pen, Color color) {
    if (same_color(pen->state.color, color)) return;
    text_break(pen);
    put_color(pen->to, color);
    pen->state.color = color;
}

static void set_font(TextPen *pen, const TextState *state) {
    int64_t size = pdf_hundredths(state->size);
    if (pen->has_font && pen->state.font == state->font && pen->size == size) return;
    text_break(pen);
    buf_add(pen->to, STR("/F"));
    buf_add_int(pen->to, state->font);
    buf_add_char(pen->to, ' ');
    pdf_put_decimal(pen->to, size, 2);
    buf_add(pen->to, STR(" Tf\n"));
    pen->size = size;
    pen->has_font = true;
}

static void set_char_space(TextPen *pen, int tracking) {
    int64_t space = sp_scale(pen->size, tracking, 100); /* 1/100 pt * 1/1000 em in 1/1000 pt */
    if (space == pen->char_space) return;
    text_break(pen);
    pdf_put_decimal(pen->to, space, 3);
    buf_add(pen->to, STR(" Tc\n"));
    pen->char_space = space;
}

static void put_scale(TextPen *pen, int64_t hundredths_of_percent) {
    text_break(pen);
    pdf_put_decimal(pen->to, hundredths_of_percent, 2);
    buf_add(pen->to, STR(" Tz\n"));
}

static void set_expansion(TextPen *pen, int expansion) {
    if (pen->state.expansion != expansion) put_scale(pen, 10000 + (int64_t)expansion * 10);
}

void text_set_state(TextPen *pen, const TextState *state) {
    set_font(pen, state);
    set_char_space(pen, state->tracking);
    set_expansion(pen, state->expansion);
    text_set_color(pen, state->color);
    pen->state = *state;
}

static void set_rise(TextPen *pen, Sp length) {
    int64_t rise = length == 0 ? 0 : pdf_hundredths(length);
    if (rise == pen->rise) return;
    text_break(pen);
    pdf_put_decimal(pen->to, rise, 2);
    buf_add(pen->to, STR(" Ts\n"));
    pen->rise = rise;
}

/* A length before Tz into one behind it. */
static Sp expanded(const TextPen *pen, Sp length) {
    return pen->state.expansion ? sp_scale(length, 1000 + pen->state.expansion, 1000) : length;
}

/* What the reader's pen moves by: /W and Tf, both as written. The product of page-sized numbers fits. */
static Sp glyph_width(const TextPen *pen, const PdfCode *code) {
    return (code->width * pen->size * SP_PT + 5000000) / 10000000;
}

static void move_line(TextPen *pen, int64_t x, int64_t y) {
    text_break(pen);
    pdf_put_decimal(pen->to, x - pen->line_x, 2);
    buf_add_char(pen->to, ' ');
    pdf_put_decimal(pen->to, y - pen->line_y, 2);
    buf_add(pen->to, STR(" Td\n"));
    pen->line_x = x;
    pen->line_y = y;
    pen->pen = sp_scale(x, SP_PT, 100);
    pen->is_placed = true;
}

/* Thousandths of an em (of the size as written) that lead the reader's pen to x. */
static int64_t adjustment_to(const TextPen *pen, Sp x) {
    Sp distance = pen->pen - x;
    if (distance < TOLERANCE && distance > -TOLERANCE) return 0;
    return sp_scale(distance, 100000, expanded(pen, pen->size * SP_PT));
}

static void adjust(TextPen *pen, int64_t thousandths) {
    close_string(pen);
    buf_add_int(pen->to, thousandths);
    pen->pen -= sp_scale(thousandths, expanded(pen, pen->size * SP_PT), 100000);
}

static void open_array(TextPen *pen) {
    if (!pen->in_array) buf_add_char(pen->to, '[');
    pen->in_array = true;
}

/* Two bytes of a string, as pdf_put_string_bytes() would. */
static void put_code(Buf *buf, uint32_t code) {
    char *to = buf_reserve(buf, 4);
    size_t len = 0;
    for (int shift = 8; shift >= 0; shift -= 8) {
        char c = (char)(code >> shift & 0xFF);
        if (c == '(' || c == ')' || c == '\\' || c == '\r') to[len++] = '\\';
        to[len++] = c == '\r' ? 'r' : c;
    }
    buf->len += len;
}

void text_glyph(TextPen *pen, Sp x, Sp y, Sp rise, const PdfCode *code) {
    set_rise(pen, rise);
    bool goes_on = pen->is_placed && y == pen->baseline && pen->size > 0;
    int64_t move = goes_on ? adjustment_to(pen, x) : 0;
    if (!goes_on || move > LARGEST_ADJUSTMENT || move < -LARGEST_ADJUSTMENT) {
        move_line(pen, pdf_hundredths(x), pdf_hundredths(y));
        pen->baseline = y;
        move = 0;
    }
    open_array(pen);
    if (move != 0) adjust(pen, move);
    if (!pen->in_string) buf_add_char(pen->to, '(');
    pen->in_string = true;
    put_code(pen->to, code->code);
    pen->pen += expanded(pen, glyph_width(pen, code) + pen->char_space * SP_PT / 1000);
}

/* Readers take a gap for a space, so the glyph itself is stretched. */
void text_blank(TextPen *pen, Sp x, Sp y, Sp advance, const PdfCode *code) {
    Sp width = glyph_width(pen, code);
    put_scale(pen, width > 0 ? sp_scale(advance, 10000, width) : 10000);
    pen->is_placed = false;
    text_glyph(pen, x, y, 0, code);
    put_scale(pen, 10000 + (int64_t)pen->state.expansion * 10);
    pen->is_placed = false;
}
