/* The name of a logo, written in a layout, into the bytes of its file. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "style/table.h"

#include <stdlib.h>

static Str real_folder(Arena *arena, Str path) {
    size_t end = path.len;
    while (end && path.at[end - 1] != '/') end--;
    Str folder = end ? str_slice(path, 0, end) : STR(".");
    char *real = realpath(str_copy(arena, folder).at, NULL);
    Str copy = real ? str_copy(arena, str_from(real)) : (Str){0};
    free(real);
    return copy;
}

static bool lies_in(Str path, Str folder) {
    if (!str_starts(path, folder)) return false;
    return path.len == folder.len || folder.at[folder.len - 1] == '/' || path.at[folder.len] == '/';
}

/* A document cannot name a layout outside the root. One that lies there was chosen by the command line or stands in
 * the user's own folders: what lies with it may be read as well. */
static Str root_for(const Job *job, Span span) {
    const Source *layout = source_find(job->sources, span.source);
    if (!layout || !job->root.len) return job->root;
    Str folder = real_folder(job->arena, layout->path);
    return !folder.len || lies_in(folder, job->root) ? job->root : folder;
}

bool logo_read(Job *job, const LogoFields *fields, Logo *logo) {
    uint32_t source = 0;
    Job reading = *job;
    if (fields->file.is_tbc) return false;
    reading.root = root_for(job, fields->file.span);
    if (!node_read_file(&reading, fields->file.text, fields->file.span, &source)) return false;
    *logo = (Logo){.file = fields->file.text,
                   .bytes = source_find(job->sources, source)->bytes,
                   .span = fields->file.span,
                   .height = fields->height,
                   .place = (LogoPlace)fields->place,
                   .is_on_all = fields->pages == 1};
    return true;
}
