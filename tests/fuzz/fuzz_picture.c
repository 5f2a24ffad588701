/* Any bytes as a PNG or JPEG: a picture, or one message. */
#include "fuzz.h"
#include "image/image.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    Trial trial;
    trial_open(&trial, bytes, size);
    const Image *image = image_read(&trial.job, STR("fuzz"), trial.input, (Span){0});
    if (!image != (trial.job.diags->errors > 0)) abort();
    if (image && (!image->width || !image->height || !image->bytes.len)) abort();
    trial_close(&trial);
    return 0;
}
