/* A glyph at a place in, its outline as a filled path out. */
#include "pdf/pdf_drawn.h"

#include "pdf/pdf_object.h"

/* Thousandths of a point: an accent is small. */
static int64_t thousandths(Sp length) { return sp_scale(length, 1000, SP_PT); }

static void put_point(Buf *to, const DrawnGlyph *drawn, int32_t x, int32_t y) {
    int64_t thirds = (int64_t)drawn->face->upem * 3;
    Sp right = sp_scale(drawn->size, (int64_t)x * (1000 + drawn->expansion), thirds * 1000);
    Sp up = sp_scale(drawn->size, y, thirds);
    pdf_put_decimal(to, thousandths(drawn->x + right), 3);
    buf_add_char(to, ' ');
    pdf_put_decimal(to, thousandths(drawn->y + up), 3);
    buf_add_char(to, ' ');
}

void pdf_drawn_put(Arena *scratch, Buf *to, const DrawnGlyph *drawn) {
    size_t count = 0;
    const OutlineStep *steps = font_outline(scratch, drawn->face, drawn->glyph, &count);
    for (size_t i = 0; i < count; i++) {
        int points = steps[i].op == 'h' ? 0 : steps[i].op == 'c' ? 3 : 1;
        for (int p = 0; p < points; p++) put_point(to, drawn, steps[i].x[p], steps[i].y[p]);
        buf_add_char(to, steps[i].op);
        buf_add_char(to, '\n');
    }
    if (count) buf_add(to, STR("f\n"));
}
