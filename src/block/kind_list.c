/* A list: `list:` with items that are strings or blocks, or Markdown's - and 1. */
#include "block/look.h"
#include "block/points.h"

enum { COST_LONE_ITEM = 1500 };

typedef enum Marker { MARKER_BULLET, MARKER_NUMBER, MARKER_LETTER, MARKER_CHECK } Marker;

typedef struct ListItem {
    Blocks blocks;
    bool is_task, is_done; /* Markdown's [ ] and [x] */
    Span span;
} ListItem;

typedef struct ListItems {
    ListItem *at;
    size_t len;
} ListItems;

typedef struct List {
    ListItems items;
    int marker;     /* Marker */
    unsigned start; /* number of the first item; lists of the author's begin with 1 */
} List;

static bool parse_items(Reader *reader, const Node *value, const Field *field, void *slot);
static bool check(Reader *reader, const Node *mapping, void *into);

static const char *const marker_names[] = {"bullet", "number", "letter", "check", NULL};

static const Field fields[] = {{.key = "list",
                                .type = FIELD_CUSTOM,
                                FIELD(List, items),
                                .required = true,
                                .parse = parse_items,
                                .expects = "a list of texts or blocks",
                                .help = "the items, each a text or a list of blocks"},
                               {.key = "marker",
                                .type = FIELD_CHOICE,
                                FIELD(List, marker),
                                .default_value = "bullet",
                                .choices = marker_names,
                                .help = "what stands before each item"},
                               {0}};
static const Record record = {
    .name = "list", .size = sizeof(List), .fields = fields, .check = check};

/* ---- reading ---- */

enum { TASK_MARK = 4 }; /* bytes of "[x] " */

/* "[ ] " or "[x] " in front of an item's words, as in Markdown. */
static bool is_task(const Node *item) {
    Str text = item->text;
    return item->kind == NODE_SCALAR && text.len > TASK_MARK && text.at[0] == '[' &&
           strchr(" xX", text.at[1]) && text.at[2] == ']' && text.at[3] == ' ';
}

/* The words behind the mark, each still at its place in the source. */
static Node *task_words(Arena *arena, const Node *item) {
    Node *words = arena_copy(arena, item, sizeof *item);
    MapPoint *map = ARENA_ARRAY(arena, MapPoint, item->map_count + 1);
    size_t count = 0;
    map[count++].source = node_text_span(item, TASK_MARK, TASK_MARK + 1).start;
    for (size_t i = 0; i < item->map_count; i++) {
        if (item->map[i].value <= TASK_MARK) continue;
        map[count] = item->map[i];
        map[count++].value -= TASK_MARK;
    }
    words->text = str_slice(item->text, TASK_MARK, item->text.len);
    words->map = map;
    words->map_count = count;
    return words;
}

static bool parse_item(Reader *reader, const Node *node, const Field *field, ListItem *item) {
    item->span = node->span;
    item->is_task = is_task(node);
    if (!item->is_task) return model_parse_blocks(reader, node, field, &item->blocks);
    item->is_done = node->text.at[1] != ' ';
    return model_parse_blocks(reader, task_words(reader->job->arena, node), field, &item->blocks);
}

static bool parse_items(Reader *reader, const Node *value, const Field *field, void *slot) {
    ListItems *items = slot;
    Job *job = reader->job;
    if (value->kind != NODE_SEQUENCE || value->count == 0) {
        diag_add(job->diags, E_WRONG_TYPE, value->span,
                 STR("put each item on a line of its own: `- ...`"),
                 "expected a list of items, found %s",
                 value->kind == NODE_SEQUENCE ? "an empty list" : node_kind_name(value));
        return false;
    }
    bool is_good = true;
    items->at = ARENA_ARRAY(job->arena, ListItem, value->count);
    for (size_t i = 0; i < value->count; i++) {
        ListItem *item = &items->at[items->len];
        is_good &= parse_item(reader, value->items[i], field, item);
        bool is_withheld = is_good && reader->edition && !item->blocks.len;
        if (is_withheld)
            *item = (ListItem){0};
        else
            items->len++;
    }
    return is_good;
}

static bool check(Reader *reader, const Node *mapping, void *into) {
    (void)reader, (void)mapping;
    List *list = into;
    list->start = 1;
    for (size_t i = 0; i < list->items.len && list->marker == MARKER_BULLET; i++)
        if (list->items.at[i].is_task) list->marker = MARKER_CHECK;
    return true;
}

static bool from_markup(Model *model, const Markup *markup, void *into) {
    List *list = into;
    size_t count = 0;
    for (const Markup *item = markup->first; item; item = item->next) count++;
    list->items.at = ARENA_ARRAY(model->job->arena, ListItem, count);
    list->start = markup->start;
    list->marker = markup->is_ordered ? MARKER_NUMBER : MARKER_BULLET;
    bool is_good = true;
    for (const Markup *child = markup->first; child; child = child->next) {
        ListItem *item = &list->items.at[list->items.len++];
        item->span = child->span;
        item->is_task = child->is_task;
        item->is_done = child->is_done;
        if (child->is_task && !markup->is_ordered) list->marker = MARKER_CHECK;
        if (child->first && !model_add_markup(model, child->first, &item->blocks)) is_good = false;
    }
    return is_good;
}

/* ---- setting ---- */

/* A numbered task has both, its number and its box. */
static Str marker_text(const Setter *setter, const List *list, size_t index) {
    Arena *arena = setter->job->arena;
    const ListItem *item = &list->items.at[index];
    Str box = item->is_done ? STR("\xE2\x98\x91") : STR("\xE2\x98\x90");
    switch ((Marker)list->marker) {
    case MARKER_BULLET:
        return setter->depth > 1 ? STR("\xE2\x80\x93") : STR("\xE2\x80\xA2");
    case MARKER_NUMBER:
        return str_format(arena, "%u.%s%.*s", list->start + (unsigned)index,
                          item->is_task ? "\xC2\xA0" : "", STR_ARG(item->is_task ? box : STR("")));
    case MARKER_LETTER:
        return str_format(arena, "%.*s%s%.*s", STR_ARG(points_letter(arena, (unsigned)index + 1)),
                          item->is_task ? "\xC2\xA0" : "", STR_ARG(item->is_task ? box : STR("")));
    case MARKER_CHECK:
        break;
    }
    return box;
}

static const char *numbering(const List *list, int depth) {
    switch ((Marker)list->marker) {
    case MARKER_NUMBER:
        return "Decimal";
    case MARKER_LETTER:
        return "LowerAlpha";
    case MARKER_CHECK:
        return "Square";
    case MARKER_BULLET:
        break;
    }
    return depth > 1 ? "None" : "Disc";
}

typedef struct Markers {
    Lines *lines;
    Tag **labels, **bodies;
    Sp width; /* of the widest */
} Markers;

/* All markers first: the inset is as wide as the widest. */
static Markers set_markers(Setter *setter, const List *list, const Style *style, Tag *tag) {
    Arena *arena = setter->job->arena;
    size_t count = list->items.len;
    Markers markers = {.lines = ARENA_ARRAY(arena, Lines, count),
                       .labels = ARENA_ARRAY(arena, Tag *, count),
                       .bodies = ARENA_ARRAY(arena, Tag *, count)};
    for (size_t i = 0; i < count; i++) {
        Tag *item = tag_add(setter->tags, tag, TAG_LI);
        markers.labels[i] = tag_add(setter->tags, item, TAG_LBL);
        markers.bodies[i] = tag_add(setter->tags, item, TAG_LBODY);
        Str text = marker_text(setter, list, i);
        markers.lines[i] = set_string_lines(setter, text, list->items.at[i].span, style,
                                            setter->measure, markers.labels[i]);
        if (markers.lines[i].len)
            markers.width = sp_max(markers.width, markers.lines[i].at[0].width);
    }
    return markers;
}

static void set_item(Setter *setter, const Blocks *blocks, Lines marker, Sp x) {
    size_t from = setter->galley->items.len;
    setter->follows_text = false;
    set_blocks(setter, blocks);
    if (set_marker(setter, from, marker, x)) return;
    /* Markdown's item may be empty: its marker stands alone. */
    const Style *style = layout_style(setter->layout, "list.marker");
    Sp left = setter->left;
    set_space(setter, style);
    setter->left = x;
    set_lines(setter, marker, style, (Span){0});
    setter->left = left;
    set_end(setter, style);
}

/* Running text in items has the list's look; inside a quote it keeps the quote's. */
static const Style *item_style(Setter *setter, const Style *style) {
    const Style *around = setter->text_style ? setter->text_style : style;
    Style *inner = arena_copy(setter->job->arena, around, sizeof *around);
    inner->before = inner->after = 0;
    if (around == style) inner->left = inner->right = 0;
    return inner;
}

static void set_items(Setter *setter, const List *list, const Style *style, Tag *tag) {
    const Style *marker_style = layout_style(setter->layout, "list.marker");
    Markers markers = set_markers(setter, list, marker_style, tag);
    Setter outer = *setter;
    Sp inset = sp_max(style->left, markers.width + marker_style->size / 2);
    setter->left += inset;
    setter->measure -= inset;
    setter->text_style = item_style(setter, style);
    for (size_t i = 0; i < list->items.len; i++) {
        setter->parent = markers.bodies[i];
        set_item(setter, &list->items.at[i].blocks, markers.lines[i], outer.left);
        /* Neither the first item nor the last stands alone on a page, if it can be helped. */
        bool would_part_one = i == 0 || i + 2 == list->items.len;
        if (would_part_one && setter->pending_penalty < COST_LONE_ITEM)
            setter->pending_penalty = COST_LONE_ITEM;
    }
    if (setter->pending_penalty == COST_LONE_ITEM) setter->pending_penalty = 0;
    setter->left = outer.left;
    setter->measure = outer.measure;
    setter->text_style = outer.text_style;
    setter->parent = outer.parent;
}

static void set(Setter *setter, const Block *block) {
    const List *list = block->fields;
    const Style *style = layout_style(setter->layout, "list");
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_L);
    setter->depth++;
    tag->list_numbering = numbering(list, setter->depth);
    if (setter->depth == 1) setter->pending_space = set_space_above(setter, style);
    set_items(setter, list, style, tag);
    setter->depth--;
    setter->follows_text = false;
    if (setter->depth == 0) set_end(setter, style);
}

extern const BlockKind kind_list;
const BlockKind kind_list = {.key = "list",
                             .help = "a list with bullets, numbers, letters or boxes to tick",
                             .record = &record,
                             .from_markup = from_markup,
                             .markup_kind = MARKUP_LIST,
                             .set = set};
