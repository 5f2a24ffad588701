/* The name of a picture's file in; the picture, read once, out. */
#include "block/picture.h"

/* Sources know a file by one path, however it was named. */
static Str path_of(const Model *model, uint32_t source) {
    return source_find(model->job->sources, source)->path;
}

const Image *picture_open(Model *model, const Scalar *file) {
    Job *job = model->job;
    uint32_t source;
    if (!file->given || file->is_tbc) return NULL;
    if (!node_read_file(job, file->text, file->span, &source)) return NULL;
    size_t position = model->pictures.len;
    if (!id_index_add(job->arena, &model->picture_index, path_of(model, source), &position))
        return model->pictures.at[position];
    Str bytes = source_find(job->sources, source)->bytes;
    const Image *image = image_read(job, file->text, bytes, file->span);
    *list_add(job->arena, &model->pictures) = image;
    return image;
}
