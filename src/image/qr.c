/* Bytes in, the picture of their QR code out. */
#include "image/internal.h"
#include "image/module.h"
#include "image/qr_module.h"

static QrEncode *find_encoder(void) {
    void *symbol = module_find(QR_MODULE_FILE, QR_MODULE_ENCODE);
    QrEncode *encode = NULL;
    memcpy(&encode, &symbol, sizeof symbol);
    return encode;
}

/* One bit a module, 1 for white, a filter byte before each row. */
static Str rows_of(Arena *arena, const uint8_t *modules, unsigned side) {
    size_t width = side + 2 * QR_QUIET, row_bytes = (width + 7) / 8 + 1;
    char *rows = arena_alloc(arena, row_bytes * width);
    for (size_t y = 0; y < width; y++) {
        memset(rows + y * row_bytes + 1, 0xFF, row_bytes - 1);
        for (unsigned x = 0; x < side; x++) {
            bool is_inside = y >= QR_QUIET && y < QR_QUIET + side;
            size_t bit = x + QR_QUIET;
            if (is_inside && modules[(y - QR_QUIET) * side + x])
                rows[y * row_bytes + 1 + bit / 8] &= (char)~(0x80 >> bit % 8);
        }
    }
    return (Str){.at = rows, .len = row_bytes * width};
}

static const Image *no_code(Job *job, Span span, Str hint, const char *why) {
    diag_add(job->diags, W_NO_QR, span, hint, "there is no QR code for this address: %s", why);
    return NULL;
}

const Image *image_qr(Job *job, Str bytes, Span span) {
    QrEncode *encode = find_encoder();
    if (!encode)
        return no_code(job, span, STR("install it beside the program, in lib/dossier"),
                       "the module " QR_MODULE_FILE " cannot be opened");
    ArenaMark mark = arena_mark(job->scratch);
    uint8_t *modules = ARENA_ARRAY(job->scratch, uint8_t, QR_LARGEST * QR_LARGEST);
    unsigned side = encode(bytes.at, bytes.len, modules);
    Image *image = NULL;
    if (side) {
        image = ARENA_NEW(job->arena, Image);
        unsigned width = side + 2 * QR_QUIET;
        *image = (Image){.width = width,
                         .height = width,
                         .shown_width = width,
                         .shown_height = width,
                         .components = 1,
                         .bits = 1,
                         .orientation = 1,
                         .form = IMAGE_ROWS,
                         .bytes = rows_of(job->arena, modules, side)};
    }
    arena_release(job->scratch, mark);
    if (!image) return no_code(job, span, STR("use a shorter address"), "it is too long");
    return image;
}
