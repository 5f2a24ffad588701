/* Styles extend styles: read each over a copy of its parent, parents first. */
#include "style/inherit.h"

#include "style/table.h"

typedef enum Progress { PROGRESS_NONE, PROGRESS_BEGUN, PROGRESS_DONE } Progress;

typedef struct Inheritance {
    Reader *reader;
    const Node *styles;
    StyleFields *fields;
    Progress *progress;
} Inheritance;

static int find_style(const Node *styles, Str name) {
    for (size_t i = 0; i < styles->count; i++) {
        if (str_equal(styles->entries[i].key->text, name)) return (int)i;
    }
    return -1;
}

static void report_parent(Reader *reader, const Node *styles, const Node *extends) {
    Str *names = ARENA_ARRAY(reader->job->arena, Str, styles->count);
    for (size_t i = 0; i < styles->count; i++) names[i] = styles->entries[i].key->text;
    int nearest = str_nearest(extends->text, names, styles->count);
    Str hint = nearest < 0 ? STR("base.yaml names every style there is")
                           : str_format(reader->job->arena, "did you mean \"%.*s\"?",
                                        STR_ARG(names[nearest]));
    diag_add(reader->job->diags, E_UNKNOWN_STYLE, extends->span, hint, "unknown style \"%.*s\"",
             STR_ARG(extends->text));
}

/* Of the links of a cycle, the one to blame is not in a shipped file if another can be. */
static void report_cycle(const Inheritance *all, int index) {
    const Sources *sources = all->reader->job->sources;
    const Node *blamed = NULL;
    int at = index, culprit = index;
    do {
        const Node *extends = node_find(all->styles->entries[at].value, "extends");
        const Source *source = source_find(sources, extends->span.source);
        bool is_shipped = source && str_starts(source->path, STR("<shipped>"));
        if (!blamed || !is_shipped) {
            blamed = extends;
            culprit = at;
        }
        at = find_style(all->styles, extends->text);
    } while (at != index);
    diag_add(all->reader->job->diags, E_LAYOUT_CYCLE, blamed->span,
             STR("a chain of styles ends at one that extends nothing"),
             "style \"%.*s\" extends itself", STR_ARG(all->styles->entries[culprit].key->text));
}

static void read_style(Inheritance *all, int index);

/* Copies what the parent gives. */
static void inherit(Inheritance *all, int index, const Node *extends) {
    if (!extends || extends->kind != NODE_SCALAR) return;
    int parent = find_style(all->styles, extends->text);
    if (parent < 0) {
        report_parent(all->reader, all->styles, extends);
        return;
    }
    if (all->progress[parent] == PROGRESS_BEGUN) {
        report_cycle(all, index);
        return;
    }
    read_style(all, parent);
    all->fields[index] = all->fields[parent];
    all->fields[index].extends = (Scalar){0};
}

/* Depth is at most the number of styles that base names. */
static void read_style(Inheritance *all, int index) {
    if (all->progress[index] == PROGRESS_DONE) return;
    all->progress[index] = PROGRESS_BEGUN;
    const Node *own = all->styles->entries[index].value;
    if (own->kind == NODE_MAPPING) inherit(all, index, node_find(own, "extends"));
    /* `name:` with nothing behind it is a style that changes nothing. */
    if (!own->is_null)
        record_read(all->reader, own, &style_record, &all->fields[index], NULL, NULL);
    all->progress[index] = PROGRESS_DONE;
}

static Style complete(Str name, const StyleFields *fields, Sp grid) {
    Sp em = fields->size;
    return (Style){
        .name = name,
        .font = fields->font,
        .face = (FaceStyle)fields->face,
        .size = em,
        .leading = length_on_grid(fields->leading, em, grid),
        .align = (Align)fields->align,
        .indent = length_on_grid(fields->indent, em, grid),
        .hang = length_on_grid(fields->hang, em, grid),
        .left = length_on_grid(fields->left, em, grid),
        .right = length_on_grid(fields->right, em, grid),
        .before = length_on_grid(fields->before, em, grid),
        .after = length_on_grid(fields->after, em, grid),
        .color = fields->color.color,
        .color_span = fields->color.span,
        .tracking = fields->tracking,
        .uppercase = fields->uppercase,
        .has_small_caps = fields->has_small_caps,
        .hyphenate = fields->hyphenate,
        .figures = (Figures)fields->figures,
        .bar = length_on_grid(fields->bar, em, grid),
        .bar_gap = length_on_grid(fields->bar_gap, em, grid),
        .bar_color = fields->bar_color.color,
        .rule = length_on_grid(fields->rule, em, grid),
        .rule_color = fields->rule_color.color,
        .keep_with_next = fields->keep_with_next,
    };
}

const Style *styles_read(Reader *reader, const Node *styles, Sp grid) {
    Arena *arena = reader->job->arena;
    Inheritance all = {.reader = reader, .styles = styles};
    all.fields = ARENA_ARRAY(arena, StyleFields, styles->count);
    all.progress = ARENA_ARRAY(arena, Progress, styles->count);
    Style *made = ARENA_ARRAY(arena, Style, styles->count);
    for (size_t i = 0; i < styles->count; i++) {
        Str name = styles->entries[i].key->text;
        read_style(&all, (int)i);
        made[i] = complete(name, &all.fields[i], grid);
        if (made[i].size && made[i].leading < SP(1))
            diag_add(reader->job->diags, E_BAD_LENGTH, styles->entries[i].value->span,
                     STR("say `leading: 14pt`"), "style \"%.*s\" has no leading", STR_ARG(name));
    }
    return made;
}
