/* Bytes in, the modules of their QR code out: libqrencode behind the function that image/qr_module.h
 * describes. Opened only for articles that print one. */
#include "image/qr_module.h"

#include <limits.h>
#include <qrencode.h>

__attribute__((visibility("default"))) QrEncode dossier_qr_encode;

/* The smallest version that holds the bytes; libqrencode then raises nothing but the version. */
unsigned dossier_qr_encode(const void *bytes, size_t size, uint8_t *modules) {
    if (size == 0 || size > INT_MAX) return 0;
    QRcode *code = QRcode_encodeData((int)size, bytes, 0, QR_ECLEVEL_M);
    if (!code) return 0;
    unsigned side = code->width > 0 && code->width <= QR_LARGEST ? (unsigned)code->width : 0;
    for (unsigned i = 0; i < side * side; i++) modules[i] = code->data[i] & 1;
    QRcode_free(code);
    return side;
}
