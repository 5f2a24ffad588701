/* The name of a layout into one merged tree: the file, what it extends down to base, the options. */
#include "style/layer.h"

#define LAYERS_MAX 16

typedef struct Layers {
    Job *job;
    struct {
        Node *root;
        Str path;
    } at[LAYERS_MAX]; /* the wanted one first, base last */
    size_t count;
} Layers;

static bool was_read(const Layers *layers, Str path) {
    for (size_t i = 0; i < layers->count; i++) {
        if (str_equal(layers->at[i].path, path)) return true;
    }
    return layers->count == LAYERS_MAX;
}

static void check_kind(Job *job, const Node *root) {
    const Node *kind = node_find(root, "dossier");
    if (!kind) {
        diag_add(job->diags, E_MISSING_KEY,
                 span_of(root->span.source, root->span.start, root->span.start + 1),
                 STR("begin the file with `dossier: layout`"),
                 "this file does not say that it is a layout");
    } else if (!str_is(kind->text, "layout")) {
        diag_add(job->diags, E_UNKNOWN_KIND, kind->span,
                 STR("a layout begins with `dossier: layout`"),
                 "this file is \"%.*s\", not a layout", STR_ARG(kind->text));
    }
}

/* Adds one file; NULL when there is nothing to go on with. */
static Node *read_layer(Layers *layers, const LayoutFound *found) {
    Job *job = layers->job;
    uint32_t source = 0;
    if (found->is_shipped)
        source = source_add(job->sources, found->path, found->bytes);
    else if (!node_read_file(job, found->open_path, found->from, &source))
        return NULL;
    Node *root = node_parse(job, source);
    if (!root) return NULL;
    if (root->kind != NODE_MAPPING) {
        diag_add(job->diags, E_WRONG_TYPE, root->span,
                 STR("a layout is a mapping: `dossier: layout` and so on"),
                 "expected a layout, found %s", node_kind_name(root));
        return NULL;
    }
    check_kind(job, root);
    layers->at[layers->count].root = root;
    layers->at[layers->count++].path = found->path;
    return root;
}

/* What the next layer is called. Every layout stands on base, said or not. */
static bool next_name(Job *job, const Node *root, bool is_shipped, LayoutName *next) {
    const Node *extends = node_find(root, "extends");
    *next = (LayoutName){.name = STR("base"), .only_shipped = true};
    if (!extends) return true;
    if (extends->kind != NODE_SCALAR || !extends->text.len) {
        diag_add(job->diags, E_WRONG_TYPE, extends->span, STR("say `extends: base`"),
                 "expected the name of a layout");
        return false;
    }
    *next = (LayoutName){.name = extends->text, .from = extends->span, .only_shipped = is_shipped};
    return true;
}

static bool read_chain(Layers *layers, LayoutName wanted) {
    for (;;) {
        LayoutFound found = {0};
        if (!layout_locate(layers->job, wanted, &found)) return false;
        if (was_read(layers, found.path)) {
            diag_add(layers->job->diags, E_LAYOUT_CYCLE, wanted.from,
                     STR("what a layout extends must end at the shipped base"),
                     "layout \"%.*s\" extends itself", STR_ARG(wanted.name));
            return false;
        }
        const Node *root = read_layer(layers, &found);
        if (!root) return false;
        if (found.is_shipped && str_is(found.path, "<shipped>/base.yaml")) return true;
        if (!next_name(layers->job, root, found.is_shipped, &wanted)) return false;
    }
}

static bool is_among(Str name, const Str *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (str_equal(names[i], name)) return true;
    }
    return false;
}

/* E0404 for every style that base does not name. */
static void check_style_names(Job *job, const Node *root, const Node *base_styles) {
    const Node *styles = node_find(root, "styles");
    if (!styles || styles->kind != NODE_MAPPING) return;
    Str *names = ARENA_ARRAY(job->arena, Str, base_styles->count);
    for (size_t i = 0; i < base_styles->count; i++) names[i] = base_styles->entries[i].key->text;
    for (size_t i = 0; i < styles->count; i++) {
        const Node *key = styles->entries[i].key;
        if (is_among(key->text, names, base_styles->count)) continue;
        int nearest = str_nearest(key->text, names, base_styles->count);
        Str hint = nearest < 0
                       ? STR("base.yaml names every style there is")
                       : str_format(job->arena, "did you mean \"%.*s\"?", STR_ARG(names[nearest]));
        diag_add(job->diags, E_UNKNOWN_STYLE, key->span, hint, "unknown style \"%.*s\"",
                 STR_ARG(key->text));
    }
}

Node *layers_read(Job *job, const LayoutOptions *options, const Node **base_styles) {
    Layers layers = {.job = job};
    LayoutName wanted = {.name = options->name, .from = options->from};
    if (!wanted.name.len)
        wanted = (LayoutName){.name = options->fallback.len ? options->fallback : STR("news"),
                              .not_beside = true};
    bool is_whole = read_chain(&layers, wanted);
    if (!is_whole) return NULL;
    Node *merged = layers.at[layers.count - 1].root;
    *base_styles = node_find(merged, "styles");
    for (size_t i = layers.count - 1; i > 0; i--) {
        check_style_names(job, layers.at[i - 1].root, *base_styles);
        merged = node_overlay(job->arena, merged, layers.at[i - 1].root);
    }
    for (size_t i = 0; i < options->set_count; i++) {
        Node *layer = layer_from_option(job, options->set[i]);
        if (!layer) continue;
        check_style_names(job, layer, *base_styles);
        merged = node_overlay(job->arena, merged, layer);
    }
    return merged;
}
