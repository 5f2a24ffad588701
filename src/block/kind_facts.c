/* Facts: figures with what they count, side by side or one below the other. */
#include "block/credit.h"
#include "block/moment.h"

typedef struct Fact {
    Rich value, unit, label;
    Moment date;
    Scalar source;
    Date checked;
    const Block *recording; /* what `source` names, if a block */
} Fact;

typedef struct Facts {
    FieldList rows;
    int as;
} Facts;

enum { AS_ROW, AS_LIST };
static const char *const forms[] = {"row", "list", NULL};

enum { MOST_ABREAST = 4 };

/* ---- reading ---- */

static const Field fact_fields[] = {
    {.key = "value",
     .type = FIELD_TEXT,
     FIELD(Fact, value),
     .required = true,
     .help = "the figure, as it is to stand: 1,200"},
    {.key = "unit", .type = FIELD_TEXT, FIELD(Fact, unit), .help = "what stands behind it: %, km"},
    {.key = "label",
     .type = FIELD_TEXT,
     FIELD(Fact, label),
     .required = true,
     .help = "what it counts"},
    MOMENT_FIELD("date", Fact, date, "of when it is: a day, or words such as 2018"),
    {.key = "source",
     .type = FIELD_STRING,
     FIELD(Fact, source),
     .help = "id of a reference or block, or words"},
    {.key = "checked",
     .type = FIELD_DATE,
     FIELD(Fact, checked),
     .help = "when somebody last compared it with its source"},
    {0}};
static const Record fact_record = {.name = "fact", .size = sizeof(Fact), .fields = fact_fields};

static const Field fields[] = {{.key = "facts",
                                .type = FIELD_RECORDS,
                                FIELD(Facts, rows),
                                .required = true,
                                .record = &fact_record,
                                .help = "the figures"},
                               {.key = "as",
                                .type = FIELD_CHOICE,
                                FIELD(Facts, as),
                                .default_value = "row",
                                .choices = forms,
                                .help = "row: side by side; list: one below the other"},
                               {0}};

static bool check(Reader *reader, const Node *mapping, void *into) {
    const Facts *facts = into;
    const Node *rows = node_find(mapping, "facts");
    if (facts->rows.len || !rows || rows->kind != NODE_SEQUENCE) return true;
    diag_add(reader->job->diags, E_BAD_VALUE, rows->span, STR("begin each with `- value: ...`"),
             "no facts");
    return false;
}

static const Record record = {
    .name = "facts", .size = sizeof(Facts), .fields = fields, .check = check};

static void resolve(Model *model, Block *block) {
    const Facts *facts = block->fields;
    Fact *rows = facts->rows.at;
    for (size_t i = 0; i < facts->rows.len; i++)
        rows[i].recording = credit_find_source(model, &rows[i].source);
}

/* ---- lines of one fact ---- */

static Lines break_ragged(Setter *setter, const PartList *parts, const Style *style, Sp measure) {
    LineSpec spec = {.measure = measure, .align = style->align};
    return parts_break(setter, parts, style, &spec);
}

static Lines rich_lines(Setter *setter, const Rich *text, const Style *style, Sp measure,
                        Tag *parent) {
    PartList parts = {0};
    if (text->count)
        parts_add_rich(setter, &parts, text, style,
                       parent ? tag_add(setter->tags, parent, TAG_P) : NULL);
    return break_ragged(setter, &parts, style, measure);
}

/* %, +, the degree sign: no words. */
static bool is_sign(Arena *arena, const Rich *unit) {
    Str text = rich_plain(arena, unit);
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c == 0xC2) return text.len == 2;
        if (c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return false;
    }
    return true;
}

/* "1,200 km": no line ends between the two. A sign is part of the figure. */
static Lines value_lines(Setter *setter, const Fact *fact, Sp measure, Tag *parent) {
    const Style *style = layout_style(setter->layout, "facts.value");
    const Style *unit = layout_style(setter->layout, "facts.unit");
    Tag *tag = parent ? tag_add(setter->tags, parent, TAG_P) : NULL;
    PartList parts = {0};
    parts_add_rich(setter, &parts, &fact->value, style, tag);
    if (fact->unit.count && is_sign(setter->job->arena, &fact->unit)) {
        parts_add_rich(setter, &parts, &fact->unit, style, tag);
    } else if (fact->unit.count) {
        parts_add_string(setter, &parts, STR("\xC2\xA0"), fact->unit.span, unit, tag);
        parts_add_rich(setter, &parts, &fact->unit, unit, tag);
    }
    return break_ragged(setter, &parts, style, measure);
}

/* "2018 · UN DESA · checked 5 December 2018"; no lines when there is none of it. */
static Lines note_lines(Setter *setter, const Fact *fact, Sp measure, Tag *parent) {
    static const Scalar nobody;
    static const TimeCode no_time;
    const Style *style = layout_style(setter->layout, "facts.note");
    bool is_sourced = fact->source.given || fact->checked.scalar.given;
    PartList parts = {0};
    if (!fact->date.text.given && !is_sourced) return (Lines){0};
    Tag *tag = parent ? tag_add(setter->tags, parent, TAG_P) : NULL;
    if (fact->date.text.given) {
        Scalar date = moment_value(setter->job->arena, &fact->date, setter->lang);
        parts_add_value(setter, &parts, &date, style, tag);
    }
    if (fact->date.text.given && is_sourced)
        parts_add_string(setter, &parts, STR(" \xC2\xB7 "), fact->date.text.span, style, tag);
    Credit credit = {.by = &nobody,
                     .timecode = &no_time,
                     .source = &fact->source,
                     .recording = fact->recording,
                     .checked = &fact->checked};
    if (is_sourced) parts_add_credit(setter, &parts, &credit, style, tag);
    return break_ragged(setter, &parts, style, measure);
}

static Lines joined(Setter *setter, Lines first, Lines second) {
    Line *lines = ARENA_ARRAY(setter->job->arena, Line, first.len + second.len + 1);
    for (size_t i = 0; i < first.len; i++) lines[i] = first.at[i];
    for (size_t i = 0; i < second.len; i++) lines[first.len + i] = second.at[i];
    return (Lines){.at = lines, .len = first.len + second.len};
}

static Sp widest_line(const Lines *lines) {
    Sp widest = 0;
    for (size_t i = 0; i < lines->len; i++) widest = sp_max(widest, lines->at[i].width);
    return widest;
}

static Tag *fact_tag(Setter *setter, Tag *list) {
    return tag_add(setter->tags, tag_add(setter->tags, list, TAG_LI), TAG_LBODY);
}

/* ---- side by side ---- */

/* As many abreast as fit with every figure on one line; then as even as can be: 3 and 2 rather than 4 and 1. */
static size_t count_abreast(Setter *setter, const Facts *facts, Sp gap) {
    const Fact *rows = facts->rows.at;
    size_t most = facts->rows.len < MOST_ABREAST ? facts->rows.len : MOST_ABREAST;
    Sp widest = 0;
    for (size_t i = 0; i < facts->rows.len; i++) {
        Lines lines = value_lines(setter, &rows[i], setter->measure, NULL);
        widest = sp_max(widest, widest_line(&lines));
    }
    while (most > 1 && (setter->measure + gap) / (Sp)most - gap < widest) most--;
    size_t ranks = (facts->rows.len + most - 1) / most;
    return (facts->rows.len + ranks - 1) / ranks;
}

typedef struct Rank {
    const Fact *facts;
    size_t count;
    Sp step, width; /* from one fact to the next; of each */
} Rank;

static void set_rank(Setter *setter, const Rank *rank, Tag *list) {
    const Style *value = layout_style(setter->layout, "facts.value");
    Cell figures[MOST_ABREAST], words[MOST_ABREAST];
    for (size_t i = 0; i < rank->count; i++) {
        const Fact *fact = &rank->facts[i];
        Tag *tag = fact_tag(setter, list);
        figures[i] = words[i] = (Cell){.x = (Sp)i * rank->step};
        figures[i].lines = value_lines(setter, fact, rank->width, tag);
        Lines label = rich_lines(setter, &fact->label, layout_style(setter->layout, "facts.label"),
                                 rank->width, tag);
        words[i].lines = joined(setter, label, note_lines(setter, fact, rank->width, tag));
    }
    Span span = rank->facts[0].value.span;
    set_row(setter, &(Row){.cells = figures, .count = rank->count, .style = value, .span = span});
    set_penalty(setter, BREAK_NEVER, PENALTY_PLAIN, span);
    set_row(setter, &(Row){.cells = words,
                           .count = rank->count,
                           .style = layout_style(setter->layout, "facts.label"),
                           .span = span});
}

static void set_ranks(Setter *setter, const Facts *facts, Tag *list) {
    const Style *style = layout_style(setter->layout, "facts");
    Sp gap = setter->layout->page.gutter ? setter->layout->page.gutter : style->size * 2;
    size_t abreast = count_abreast(setter, facts, gap);
    Sp step = (setter->measure + gap) / (Sp)abreast;
    const Fact *rows = facts->rows.at;
    for (size_t i = 0; i < facts->rows.len; i += abreast) {
        size_t left = facts->rows.len - i;
        set_space(setter, style);
        set_rank(setter,
                 &(Rank){.facts = rows + i,
                         .count = left < abreast ? left : abreast,
                         .step = step,
                         .width = step - gap},
                 list);
        setter->pending_space = style->before;
    }
}

/* ---- one below the other ---- */

typedef struct ListColumns {
    Sp value, unit; /* width of each with the gap behind it; unit 0: there is none */
} ListColumns;

static ListColumns list_columns(Setter *setter, const Facts *facts) {
    const Style *number = layout_style(setter->layout, "facts.number");
    const Style *style = layout_style(setter->layout, "facts.label");
    const Fact *rows = facts->rows.at;
    ListColumns columns = {0};
    for (size_t i = 0; i < facts->rows.len; i++) {
        Lines value = rich_lines(setter, &rows[i].value, number, setter->measure, NULL);
        Lines unit = rich_lines(setter, &rows[i].unit, style, setter->measure, NULL);
        columns.value = sp_max(columns.value, widest_line(&value));
        columns.unit = sp_max(columns.unit, widest_line(&unit));
    }
    columns.value = sp_min(columns.value + style->size / 2, setter->measure * 2 / 5);
    if (columns.unit) columns.unit = sp_min(columns.unit + style->size, setter->measure / 5);
    columns.value += columns.unit ? 0 : style->size / 2;
    return columns;
}

static void set_list_row(Setter *setter, const Fact *fact, const ListColumns *columns, Tag *list) {
    const Style *style = layout_style(setter->layout, "facts");
    const Style *label = layout_style(setter->layout, "facts.label");
    const Style *number = layout_style(setter->layout, "facts.number");
    Tag *tag = fact_tag(setter, list);
    Sp unit_x = columns->value, label_x = columns->value + columns->unit;
    Sp gap = columns->unit ? number->size / 2 : number->size;
    Cell cells[3] = {{.x = 0}, {.x = unit_x}, {.x = label_x}};
    cells[0].lines = rich_lines(setter, &fact->value, number, columns->value - gap, tag);
    cells[1].lines = rich_lines(setter, &fact->unit, label, columns->unit, tag);
    Sp width = setter->measure - label_x;
    Lines words = rich_lines(setter, &fact->label, label, width, tag);
    cells[2].lines = joined(setter, words, note_lines(setter, fact, width, tag));
    set_row(setter, &(Row){.cells = cells,
                           .count = 3,
                           .style = style,
                           .has_rule = true,
                           .span = fact->value.span});
}

static void set_list(Setter *setter, const Facts *facts, Tag *list) {
    const Style *style = layout_style(setter->layout, "facts");
    const Fact *rows = facts->rows.at;
    ListColumns columns = list_columns(setter, facts);
    for (size_t i = 0; i < facts->rows.len; i++) {
        bool is_held = i == 1 || i + 1 == facts->rows.len;
        if (i == 0)
            set_space(setter, style);
        else
            set_penalty(setter, is_held ? BREAK_NEVER : 0, PENALTY_PLAIN, rows[i].value.span);
        set_list_row(setter, &rows[i], &columns, list);
    }
}

static void set(Setter *setter, const Block *block) {
    const Facts *facts = block->fields;
    Tag *list = tag_add(setter->tags, setter->parent, TAG_L);
    list->list_numbering = "None";
    setter->follows_text = false;
    if (facts->as == AS_ROW)
        set_ranks(setter, facts, list);
    else
        set_list(setter, facts, list);
    set_end(setter, layout_style(setter->layout, "facts"));
}

extern const BlockKind kind_facts;
const BlockKind kind_facts = {.key = "facts",
                              .help = "figures and what they count",
                              .record = &record,
                              .resolve = resolve,
                              .set = set};
