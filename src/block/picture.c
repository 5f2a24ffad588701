/* The name of a picture's file in; the picture, read once, out. */
#include "block/picture.h"

/* Two paths may lead to one file, and two files hold one picture: it is known by its bytes. */
static const ModelPicture *find(const Model *model, Str bytes) {
    for (size_t i = 0; i < model->pictures.len; i++) {
        const ModelPicture *picture = &model->pictures.at[i];
        if (picture->bytes.len == bytes.len && str_equal(picture->bytes, bytes)) return picture;
    }
    return NULL;
}

const Image *picture_open(Model *model, const Scalar *file) {
    Job *job = model->job;
    uint32_t source;
    if (!file->given || file->is_tbc) return NULL;
    if (!node_read_file(job, file->text, file->span, &source)) return NULL;
    Str bytes = source_find(job->sources, source)->bytes;
    const ModelPicture *known = find(model, bytes);
    if (known) return known->image;
    const Image *image = image_read(job, file->text, bytes, file->span);
    *list_add(job->arena, &model->pictures) = (ModelPicture){.bytes = bytes, .image = image};
    return image;
}
