/* A glyph in, its contours as steps out (hb-draw). */
#include "font/font.h"

#include <hb-ot.h>
#include <hb.h>

typedef struct Pencil {
    Arena *arena;
    LIST(OutlineStep) steps;
} Pencil;

/* Coordinates are whole font units: a simple glyph's by its format, a component's because the font is not scaled. */
static int32_t thirds(float at) { return (int32_t)(at * 3); }

static OutlineStep *add_step(void *pencil, char op) {
    Pencil *to = pencil;
    OutlineStep *step = list_add(to->arena, &to->steps);
    *step = (OutlineStep){.op = op};
    return step;
}

static void move_to(hb_draw_funcs_t *funcs, void *pencil, hb_draw_state_t *from, float x, float y,
                    void *unused) {
    (void)funcs, (void)from, (void)unused;
    OutlineStep *step = add_step(pencil, 'm');
    step->x[0] = thirds(x);
    step->y[0] = thirds(y);
}

static void line_to(hb_draw_funcs_t *funcs, void *pencil, hb_draw_state_t *from, float x, float y,
                    void *unused) {
    (void)funcs, (void)from, (void)unused;
    OutlineStep *step = add_step(pencil, 'l');
    step->x[0] = thirds(x);
    step->y[0] = thirds(y);
}

/* The same curve as a cubic one: its control points stand two thirds of the way to the quadratic's. */
static void curve_to(hb_draw_funcs_t *funcs, void *pencil, hb_draw_state_t *from, float control_x,
                     float control_y, float x, float y, void *unused) {
    (void)funcs, (void)unused;
    OutlineStep *step = add_step(pencil, 'c');
    step->x[0] = (int32_t)(from->current_x + 2 * control_x);
    step->y[0] = (int32_t)(from->current_y + 2 * control_y);
    step->x[1] = (int32_t)(x + 2 * control_x);
    step->y[1] = (int32_t)(y + 2 * control_y);
    step->x[2] = thirds(x);
    step->y[2] = thirds(y);
}

static void close_path(hb_draw_funcs_t *funcs, void *pencil, hb_draw_state_t *from, void *unused) {
    (void)funcs, (void)from, (void)unused;
    add_step(pencil, 'h');
}

const OutlineStep *font_outline(Arena *arena, const Face *face, uint32_t glyph, size_t *count) {
    Pencil pencil = {.arena = arena};
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, curve_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(face->hb_font, glyph, funcs, &pencil);
#else
    hb_font_get_glyph_shape(face->hb_font, glyph, funcs, &pencil);
#endif
    hb_draw_funcs_destroy(funcs);
    *count = pencil.steps.len;
    return pencil.steps.at;
}

bool font_is_mark(const Face *face, uint32_t glyph) {
    return hb_ot_layout_get_glyph_class(face->hb_face, glyph) == HB_OT_LAYOUT_GLYPH_CLASS_MARK;
}
