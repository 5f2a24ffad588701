/* The name of a layout into the place of its file. */
#include "base/resource.h"
#include "style/layer.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct Search {
    Job *job;
    LayoutName wanted;
    Str file; /* with .yaml */
    Buf looked;
    LayoutFound *found;
} Search;

static bool exists(Arena *arena, Str path) { return access(str_copy(arena, path).at, F_OK) == 0; }

static void note_place(Search *search, Str place) {
    if (search->looked.len) buf_add(&search->looked, STR(", "));
    buf_add(&search->looked, place);
}

/* "samples/" of "samples/forum.yaml"; empty for a file in the current directory. */
static Str folder_of(Str path) {
    size_t end = path.len;
    while (end && path.at[end - 1] != '/') end--;
    return str_slice(path, 0, end);
}

static bool is_beside(Search *search) {
    const Source *source = source_find(search->job->sources, search->wanted.from.source);
    Str folder = source ? folder_of(source->path) : (Str){0};
    if (str_starts(search->file, STR("/"))) folder = (Str){0};
    Str path = str_format(search->job->arena, "%.*s%.*s", STR_ARG(folder), STR_ARG(search->file));
    if (exists(search->job->arena, path)) {
        *search->found =
            (LayoutFound){.path = path, .open_path = search->file, .from = search->wanted.from};
        return true;
    }
    note_place(search, path);
    return false;
}

static bool is_in_folder(Search *search, Str folder) {
    if (!folder.len) return false;
    const char *slash = str_ends(folder, STR("/")) ? "" : "/";
    Str path =
        str_format(search->job->arena, "%.*s%s%.*s", STR_ARG(folder), slash, STR_ARG(search->file));
    if (exists(search->job->arena, path)) {
        /* The user's own folders are trusted: opened without a file that names them. */
        *search->found = (LayoutFound){.path = path, .open_path = path};
        return true;
    }
    note_place(search, path);
    return false;
}

static bool is_in_path(Search *search) {
    const char *variable = getenv("DOSSIER_PATH");
    Str folders = variable ? str_from(variable) : (Str){0};
    for (size_t at = 0; at < folders.len;) {
        size_t end = str_find(folders, STR(":"), at);
        if (end == SIZE_MAX) end = folders.len;
        if (is_in_folder(search, str_slice(folders, at, end))) return true;
        at = end + 1;
    }
    return false;
}

static bool is_in_user_data(Search *search) {
    Arena *arena = search->job->arena;
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (data && *data) return is_in_folder(search, str_format(arena, "%s/dossier/layouts", data));
    if (!home || !*home) return false;
    return is_in_folder(search, str_format(arena, "%s/.local/share/dossier/layouts", home));
}

static bool is_shipped(Search *search) {
    Arena *arena = search->job->arena;
    Str bytes = {0};
    if (!resource_find(str_format(arena, "layouts/%.*s", STR_ARG(search->file)), &bytes))
        return false;
    *search->found =
        (LayoutFound){.path = str_format(arena, "<shipped>/%.*s", STR_ARG(search->file)),
                      .bytes = bytes,
                      .is_shipped = true};
    return true;
}

/* The shipped names, "base" and so on; how many. */
static size_t shipped_names(Str *names, size_t most) {
    Str name, bytes;
    size_t count = 0;
    for (size_t i = 0; count < most && resource_at(i, &name, &bytes); i++) {
        if (!str_starts(name, STR("layouts/")) || !str_ends(name, STR(".yaml"))) continue;
        names[count++] = str_slice(name, sizeof "layouts/" - 1, name.len - (sizeof ".yaml" - 1));
    }
    return count;
}

static bool report_missing(Search *search) {
    Str names[64], typed = search->wanted.name;
    size_t count = shipped_names(names, 64);
    Buf hint = buf_new(search->job->arena);
    int nearest = str_nearest(typed, names, count);
    if (nearest >= 0) buf_print(&hint, "did you mean \"%.*s\"? ", STR_ARG(names[nearest]));
    if (search->looked.len)
        buf_print(&hint, "looked for %.*s and ", STR_ARG(buf_str(&search->looked)));
    buf_add(&hint, search->looked.len ? STR("among the shipped layouts:")
                                      : STR("the shipped layouts are"));
    for (size_t i = 0; i < count; i++)
        buf_print(&hint, "%s%.*s", i ? ", " : " ", STR_ARG(names[i]));
    diag_add(search->job->diags, E_UNKNOWN_LAYOUT, search->wanted.from, buf_str(&hint),
             "layout \"%.*s\" not found", STR_ARG(typed));
    return false;
}

bool layout_locate(Job *job, LayoutName wanted, LayoutFound *found) {
    Search search = {.job = job, .wanted = wanted, .looked = buf_new(job->arena), .found = found};
    bool has_ending = str_ends(wanted.name, STR(".yaml")) || str_ends(wanted.name, STR(".yml"));
    bool is_path = str_find(wanted.name, STR("/"), 0) != SIZE_MAX;
    search.file =
        has_ending ? wanted.name : str_format(job->arena, "%.*s.yaml", STR_ARG(wanted.name));
    if (!wanted.only_shipped) {
        if (!wanted.not_beside && is_beside(&search)) return true;
        if (is_path) return report_missing(&search);
        if (is_in_path(&search) || is_in_user_data(&search)) return true;
    }
    return is_shipped(&search) || report_missing(&search);
}
