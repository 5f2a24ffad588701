/* A layout and what it extends, as one tree of nodes: found, read, laid over each other.
 *
 * Layers are whole files; the merged tree keeps each node's own span, so a mistake is reported in
 * the file that made it. `--set page.size=letter` is one more layer: a source called "--set" whose
 * bytes are the argument, so that its mistakes show the option with a caret under the value. */
#ifndef DOSSIER_STYLE_LAYER_H
#define DOSSIER_STYLE_LAYER_H

#include "style/style.h"

/* Where a layout file is: on disk, or compiled in. */
typedef struct LayoutFound {
    Str path;      /* as messages show it: "<shipped>/base.yaml" */
    Str open_path; /* relative to the file that names it, or absolute */
    Span from;     /* to open it with; source 0: trusted */
    Str bytes;     /* shipped ones only */
    bool is_shipped;
} LayoutFound;

typedef struct LayoutName {
    Str name;
    Span from;       /* where it was written */
    bool not_beside; /* the program chose the name: a file of that name here is none of ours */
    bool only_shipped;
} LayoutName;

/* Beside the file that names it, $DOSSIER_PATH, the user's data folder, shipped. Reports E0401. */
bool layout_locate(Job *job, LayoutName wanted, LayoutFound *found);

/* `over` laid over `under`: mappings key by key, anything else replaces. */
Node *node_overlay(Arena *arena, Node *under, Node *over);

/* The layer one `--set KEY=VALUE` makes; NULL when it has no such form (reported). */
Node *layer_from_option(Job *job, Str option);

/* All layers and options merged; `base_styles` becomes the mapping that names every style.
 * NULL when a file is missing or empty. */
Node *layers_read(Job *job, const LayoutOptions *options, const Node **base_styles);

#endif
