/* The module lib/dossier/dossier-qrencode.so: one function in plain C, found by name with dlsym. */
#ifndef DOSSIER_IMAGE_QR_MODULE_H
#define DOSSIER_IMAGE_QR_MODULE_H

#include <stddef.h>
#include <stdint.h>

/* The QR code (ISO/IEC 18004, level M) of `size` bytes: its side in modules, and the modules row by row, 1 for
 * dark, in `modules`, which has room for 177 x 177. 0 when so many bytes have none. Safe from any thread. */
typedef unsigned QrEncode(const void *bytes, size_t size, uint8_t *modules);

#define QR_MODULE_FILE "dossier-qrencode.so"
#define QR_MODULE_ENCODE "dossier_qr_encode"
enum { QR_LARGEST = 177 };

#endif
