/* Lines, rows, rules, bars and spaces in; items of the galley out. */
#include "block/set.h"

#include "block/link_note.h"
#include "block/look.h"
#include "block/recast.h"
#include "block/wrap.h"

/* What a page break between two lines of a paragraph costs. */
enum {
    COST_WIDOW = 5000,
    COST_ORPHAN = 5000,
    COST_HYPHEN = 300,
    LONGEST_KEPT_ROW = 4 /* lines of a table row that are held together */
};

/* Two sevenths of the grid: 4 pt of 14 pt holds the descenders of text and leaves the rest above. */
Sp set_depth(const Layout *layout) { return layout->grid * 2 / 7; }

static void flush_marks(Setter *setter) {
    size_t count = setter->marks.len;
    setter->marks.len = 0;
    for (size_t i = 0; i < count; i++)
        set_add(setter, GALLEY_MARK, (Span){0})->mark = setter->marks.at[i];
}

GalleyItem *set_add(Setter *setter, GalleyKind kind, Span span) {
    if (kind == GALLEY_BOX && setter->marks.len) flush_marks(setter);
    GalleyItem *item = list_add(setter->job->arena, &setter->galley->items);
    item->kind = kind;
    item->span = span;
    return item;
}

/* ---- space and breaks ---- */

/* Text stands on whole lines; display type (above three quarters of the grid) may stand on half ones. */
static bool is_on_grid(const Setter *setter, const Style *style) {
    Sp grid = setter->layout->grid;
    return grid && style->leading % grid == 0 && style->size * 4 <= grid * 3;
}

void set_penalty(Setter *setter, int penalty, PenaltyKind kind, Span span) {
    GalleyItem *item = set_add(setter, GALLEY_PENALTY, span);
    item->penalty = penalty;
    item->penalty_kind = kind;
}

Sp set_space_above(const Setter *setter, const Style *style) {
    return sp_max(setter->pending_space, setter->is_under_head ? style->before / 2 : style->before);
}

void set_space(Setter *setter, const Style *style) {
    Sp space = set_space_above(setter, style);
    int penalty = setter->pending_penalty;
    setter->is_under_head = false;
    setter->pending_space = 0;
    setter->pending_penalty = 0;
    if (setter->is_first) {
        setter->is_first = false;
        return;
    }
    set_penalty(setter, penalty, penalty >= BREAK_NEVER ? PENALTY_STRANDED : PENALTY_PLAIN,
                (Span){0});
    GalleyItem *glue = set_add(setter, GALLEY_GLUE, (Span){0});
    glue->height = space;
    glue->snaps = is_on_grid(setter, style);
}

void set_end(Setter *setter, const Style *style) {
    setter->pending_space = sp_max(setter->pending_space, style->after);
    setter->pending_penalty = style->keep_with_next;
}

void set_mark(Setter *setter, Mark mark) { *list_add(setter->job->arena, &setter->marks) = mark; }

/* ---- lines ---- */

static Part line_part(const Setter *setter, const Line *line, const Style *style, Sp x) {
    return (Part){
        .kind = PART_LINE, .line = line, .x = x, .y = style->leading - set_depth(setter->layout)};
}

/* Does a sentence end where the line does? What closes a quotation or bracket stands behind the point. */
static bool ends_sentence(const Line *line) {
    static const Str closers[] = {STR_CONST("\""),
                                  STR_CONST("'"),
                                  STR_CONST(")"),
                                  STR_CONST("]"),
                                  STR_CONST("\xE2\x80\x9D"),
                                  STR_CONST("\xE2\x80\x99"),
                                  STR_CONST("\xC2\xBB"),
                                  STR_CONST("\xC2\xA0"),
                                  STR_CONST("\xE2\x80\xAF"),
                                  STR_CONST(" ")};
    Str text = str_trim(str_slice(line->text, line->from, line->to));
    for (size_t i = 0; i < sizeof closers / sizeof *closers; i++) {
        if (!str_ends(text, closers[i])) continue;
        text.len -= closers[i].len;
        i = (size_t)-1;
    }
    return text.len &&
           (strchr(".!?", text.at[text.len - 1]) || str_ends(text, STR("\xE2\x80\xA6")));
}

static int break_cost(const Setter *setter, const Lines *lines, size_t behind, PenaltyKind *kind) {
    *kind = PENALTY_PLAIN;
    if (setter->layout->keeps_sentences && !ends_sentence(&lines->at[behind])) return BREAK_NEVER;
    if (behind == 0) {
        *kind = PENALTY_ORPHAN;
        return COST_ORPHAN;
    }
    if (behind + 2 == lines->len) {
        *kind = PENALTY_WIDOW;
        return COST_WIDOW;
    }
    return lines->at[behind].is_hyphenated ? COST_HYPHEN : 0;
}

static void set_line_box(Setter *setter, const Line *line, const Style *style, Span span) {
    GalleyItem *box = set_add(setter, GALLEY_BOX, span);
    Part *part = ARENA_NEW(setter->job->arena, Part);
    *part = line_part(setter, line, style, setter->left + style->left);
    box->parts = part;
    box->part_count = 1;
    box->height = style->leading;
    box->is_text = is_on_grid(setter, style);
}

static bool is_inside(const Tag *tag, const Tag *outer) {
    while (tag && tag != outer) tag = tag->parent;
    return tag != NULL;
}

size_t set_line_of(const Lines *lines, const Tag *tag) {
    for (size_t i = 0; tag && i < lines->len; i++) {
        const Line *line = &lines->at[i];
        for (uint32_t k = 0; k < line->run_count; k++) {
            if (is_inside(line->runs[k].part->owner, tag)) return i;
        }
    }
    return 0;
}

/* The same of lines that stand side by side: of the cell that shows it. */
static size_t line_beside(const Row *row, const Tag *tag) {
    size_t number = 0;
    for (size_t i = 0; i < row->count && !number; i++)
        number = set_line_of(&row->cells[i].lines, tag);
    return number;
}

/* The marks that wait, taken from where they would stand above whatever comes next. */
typedef struct Waiting {
    const Mark *marks;
    size_t count;
} Waiting;

static Waiting take_marks(Setter *setter) {
    size_t count = setter->marks.len;
    setter->marks.len = 0;
    if (!count) return (Waiting){0};
    return (Waiting){arena_copy(setter->job->arena, setter->marks.at, count * sizeof(Mark)), count};
}

/* A destination inside a paragraph belongs to the line where it begins, which may be on the next page. */
static void set_line_marks(Setter *setter, const Waiting *waiting, const Lines *lines,
                           size_t number) {
    for (size_t i = 0; i < waiting->count; i++) {
        if (set_line_of(lines, waiting->marks[i].tag) == number)
            set_mark(setter, waiting->marks[i]);
    }
}

void set_lines(Setter *setter, Lines lines, const Style *style, Span span) {
    if (!lines.len) return;
    Waiting waiting = take_marks(setter);
    for (size_t i = 0; i < lines.len; i++) {
        PenaltyKind kind;
        int cost = i ? break_cost(setter, &lines, i - 1, &kind) : 0;
        if (i) set_penalty(setter, cost, kind, span);
        set_line_marks(setter, &waiting, &lines, i);
        link_notes_beside(setter, &lines, i);
        set_line_box(setter, &lines.at[i], style, span);
    }
}

static LineSpec line_spec(const Setter *setter, const Style *style, Sp measure) {
    return (LineSpec){.measure = measure,
                      .align = style->align,
                      .protrusion = setter->layout->protrusion,
                      .expansion = style->align == ALIGN_JUSTIFY ? setter->layout->expansion : 0};
}

Lines set_rich_lines(Setter *setter, const Rich *rich, const Style *style, Sp measure, Tag *tag) {
    PartList parts = {0};
    parts_add_rich(setter, &parts, rich, style, tag);
    LineSpec spec = line_spec(setter, style, measure);
    return parts_break(setter, &parts, style, &spec);
}

Lines set_string_lines(Setter *setter, Str text, Span span, const Style *style, Sp measure,
                       Tag *tag) {
    PartList parts = {0};
    parts_add_string(setter, &parts, text, span, style, tag);
    LineSpec spec = line_spec(setter, style, measure);
    return parts_break(setter, &parts, style, &spec);
}

void set_parts(Setter *setter, const PartList *parts, const Style *style, Span span) {
    LineSpec spec = line_spec(setter, style, setter->measure - style->left - style->right);
    spec.first_indent = setter->follows_text ? style->indent : 0;
    spec.hang = style->hang;
    size_t from = setter->galley->items.len;
    set_space(setter, style);
    bool is_beside = wrap_narrow(setter, style, &spec);
    const Shaped *shaped = parts_shape(setter, parts, style);
    Lines lines = shaped_break(setter, shaped, &spec);
    recast_keep(setter, &(Recast){.shaped = shaped,
                                  .spec = spec,
                                  .lines = lines,
                                  .style = style,
                                  .left = setter->left,
                                  .span = span});
    if (is_beside) wrap_pass(setter, from);
    set_end(setter, style);
}

const Style *set_text_style(const Setter *setter) {
    return setter->text_style ? setter->text_style : layout_style(setter->layout, "text");
}

void set_rich(Setter *setter, const Rich *rich, const Style *style, Tag *tag) {
    PartList parts = {0};
    parts_add_rich(setter, &parts, rich, style, tag);
    set_parts(setter, &parts, style, rich->span);
}

/* ---- rows, rules, bars, margins ---- */

/* The parts of line `number` of each cell of a row; above the first the rule. */
static GalleyItem *row_box(Setter *setter, const Row *row, size_t number) {
    for (size_t i = 0; i < row->count; i++) link_notes_beside(setter, &row->cells[i].lines, number);
    GalleyItem *box = set_add(setter, GALLEY_BOX, row->span);
    Part *parts = ARENA_ARRAY(setter->job->arena, Part, row->count + 1);
    size_t count = 0;
    if (row->has_rule && number == 0)
        parts[count++] = (Part){.kind = PART_RULE,
                                .x = setter->left,
                                .width = setter->measure,
                                .height = row->style->rule,
                                .color = row->style->rule_color};
    for (size_t i = 0; i < row->count; i++) {
        const Cell *cell = &row->cells[i];
        if (number < cell->lines.len)
            parts[count++] =
                line_part(setter, &cell->lines.at[number], row->style, setter->left + cell->x);
    }
    box->parts = parts;
    box->part_count = count;
    box->height = row->style->leading;
    box->is_text = true;
    return box;
}

static void set_row_marks(Setter *setter, const Waiting *waiting, const Row *row, size_t number) {
    for (size_t i = 0; i < waiting->count; i++) {
        if (line_beside(row, waiting->marks[i].tag) == number) set_mark(setter, waiting->marks[i]);
    }
}

void set_row(Setter *setter, const Row *row) {
    size_t lines = 0;
    for (size_t i = 0; i < row->count; i++)
        lines = row->cells[i].lines.len > lines ? row->cells[i].lines.len : lines;
    Waiting waiting = lines > 1 ? take_marks(setter) : (Waiting){0};
    for (size_t i = 0; i < lines; i++) {
        set_row_marks(setter, &waiting, row, i);
        if (i)
            set_penalty(setter, lines <= LONGEST_KEPT_ROW ? BREAK_NEVER : 0, PENALTY_PLAIN,
                        row->span);
        row_box(setter, row, i);
    }
}

void set_rule(Setter *setter, const Style *style, Span span) {
    GalleyItem *box = set_add(setter, GALLEY_BOX, span);
    Part *part = ARENA_NEW(setter->job->arena, Part);
    *part = (Part){.kind = PART_RULE,
                   .x = setter->left,
                   .y = style->leading / 2,
                   .width = setter->measure,
                   .height = style->rule,
                   .color = style->rule_color};
    box->parts = part;
    box->part_count = 1;
    box->height = style->leading;
}

void set_part(Setter *setter, const Part *part, Sp height, Span span) {
    GalleyItem *box = set_add(setter, GALLEY_BOX, span);
    box->parts = arena_copy(setter->job->arena, part, sizeof *part);
    box->part_count = 1;
    box->height = height;
}

void set_open_bar(Setter *setter, const Style *style, Span span) {
    GalleyItem *item = set_add(setter, GALLEY_OPEN, span);
    item->bar = (Bar){.x = setter->left + style->left - style->bar_gap - style->bar,
                      .width = style->bar,
                      .color = style->bar_color};
}

void set_close_bar(Setter *setter, Span span) { set_add(setter, GALLEY_CLOSE, span); }

bool set_margin(Setter *setter, Lines lines, const Style *style, Span span) {
    if (!setter->layout->page.margin_column) return false;
    GalleyItem *item = set_add(setter, GALLEY_MARGIN, span);
    Part *parts = ARENA_ARRAY(setter->job->arena, Part, lines.len);
    for (size_t i = 0; i < lines.len; i++) {
        parts[i] = line_part(setter, &lines.at[i], style, 0);
        parts[i].y += (Sp)i * style->leading;
    }
    item->parts = parts;
    item->part_count = lines.len;
    item->height = (Sp)lines.len * style->leading + style->after;
    item->level = lines.len ? parts[0].y : 0;
    return true;
}

bool set_marker(Setter *setter, size_t from, Lines marker, Sp x) {
    Galley *galley = setter->galley;
    while (from < galley->items.len && galley->items.at[from].kind != GALLEY_BOX) from++;
    if (from == galley->items.len) return false;
    if (!marker.len) return true;
    GalleyItem *box = &galley->items.at[from];
    Part *parts = ARENA_ARRAY(setter->job->arena, Part, box->part_count + 1);
    Sp baseline = box->height - set_depth(setter->layout);
    parts[0] = (Part){.kind = PART_LINE, .line = &marker.at[0], .x = x, .y = baseline};
    if (box->part_count) memcpy(parts + 1, box->parts, box->part_count * sizeof(Part));
    box->parts = parts;
    box->part_count++;
    return true;
}

/* ---- blocks ---- */

void set_hold(Setter *setter, size_t from) {
    for (size_t i = from + 1; i < setter->galley->items.len; i++) {
        GalleyItem *item = &setter->galley->items.at[i];
        if (item->kind == GALLEY_PENALTY) item->penalty = BREAK_NEVER;
    }
}

/* What the keys that any block may carry mean for its elements. */
static void label_tags(Tag *first, const BlockCommon *common) {
    bool has_lang = common->lang.given && !common->lang.is_tbc;
    if (first && common->id.given) first->id = common->id.text;
    for (Tag *tag = first; tag; tag = tag->next) {
        if (has_lang && !tag->lang.len) tag->lang = common->lang.text;
    }
}

extern const BlockKind kind_text;
static bool is_text_block(const Block *block) { return block->kind == &kind_text; }

static void set_block(Setter *setter, const Block *block) {
    const BlockCommon *common = &block->common;
    Str lang = setter->lang;
    Tag *last = setter->parent->last;
    size_t from = setter->galley->items.len;
    if (common->lang.given && !common->lang.is_tbc) setter->lang = common->lang.text;
    if (!is_text_block(block)) wrap_clear(setter);
    if (common->id.given) set_mark(setter, (Mark){.id = common->id.text});
    block->kind->set(setter, block);
    if (common->keep == KEEP_TOGETHER) set_hold(setter, from);
    bool is_held =
        common->keep == KEEP_WITH_NEXT || (common->keep == KEEP_TOGETHER && block->continues);
    if (is_held) setter->pending_penalty = BREAK_NEVER;
    label_tags(last ? last->next : setter->parent->first, common);
    setter->lang = lang;
}

void set_card_break(Setter *setter, Span span) {
    if (setter->layout->has_cards) set_penalty(setter, BREAK_FORCED, PENALTY_PLAIN, span);
}

void set_blocks(Setter *setter, const Blocks *blocks) {
    for (size_t i = 0; i < blocks->len; i++) set_block(setter, blocks->at[i]);
    wrap_clear(setter);
}
