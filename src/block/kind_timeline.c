/* A timeline: days or times at the left, what happened beside them. */
#include "block/look.h"
#include "block/moment.h"

typedef struct Event {
    Moment at, from, to;
    Rich what;
} Event;

typedef struct Timeline {
    FieldList events;
} Timeline;

/* ---- reading ---- */

static bool report(Reader *reader, Span span, Str hint, const char *message) {
    diag_add(reader->job->diags, E_BAD_VALUE, span, hint, "%s", message);
    return false;
}

static int compare_days(const Date *a, const Date *b) {
    if (a->year != b->year) return a->year < b->year ? -1 : 1;
    if (a->month != b->month) return a->month < b->month ? -1 : 1;
    return (a->day > b->day) - (a->day < b->day);
}

static bool check_event(Reader *reader, const Node *mapping, void *into) {
    const Event *event = into;
    Span place = mapping->count ? mapping->entries[0].key->span : mapping->span;
    if (event->at.text.given && (event->from.text.given || event->to.text.given))
        return report(reader, event->at.text.span,
                      STR("a point is `at`; a span is `from` and `to`"),
                      "both `at` and `from` or `to`");
    if (event->to.text.given && !event->from.text.given)
        return report(reader, event->to.text.span, STR("add `from`"), "`to` without `from`");
    if (!event->at.text.given && !event->from.text.given) {
        bool was_given = node_find(mapping, "at") || node_find(mapping, "from");
        if (!was_given)
            diag_add(reader->job->diags, E_MISSING_KEY, place,
                     STR("add `at:`, or `from:` and `to:`"), "event has no \"at\"");
        return false;
    }
    bool are_days = event->from.date.year && event->to.date.year;
    if (are_days && compare_days(&event->to.date, &event->from.date) < 0)
        return report(reader, event->to.text.span, (Str){0}, "it ends before it begins");
    return true;
}

static const Field event_fields[] = {MOMENT_FIELD("at", Event, at, "when: a day, or words"),
                                     MOMENT_FIELD("from", Event, from, "when it begins"),
                                     MOMENT_FIELD("to", Event, to, "when it ends"),
                                     {.key = "what",
                                      .type = FIELD_TEXT,
                                      FIELD(Event, what),
                                      .required = true,
                                      .help = "what happens"},
                                     {0}};
static const Record event_record = {
    .name = "event", .size = sizeof(Event), .fields = event_fields, .check = check_event};

static const Field fields[] = {{.key = "timeline",
                                .type = FIELD_RECORDS,
                                FIELD(Timeline, events),
                                .required = true,
                                .record = &event_record,
                                .help = "what happened when, in the order they are set"},
                               {0}};

static bool check(Reader *reader, const Node *mapping, void *into) {
    const Timeline *timeline = into;
    const Node *rows = node_find(mapping, "timeline");
    if (timeline->events.len || !rows || rows->kind != NODE_SEQUENCE) return true;
    return report(reader, rows->span, STR("begin each event with a dash"), "no events");
}

static const Record record = {
    .name = "timeline", .size = sizeof(Timeline), .fields = fields, .check = check};

/* ---- setting ---- */

static void add_range(Setter *setter, PartList *parts, const Event *event, const Style *style,
                      Tag *tag) {
    Arena *arena = setter->job->arena;
    Scalar from = moment_value(arena, &event->from, setter->lang);
    Scalar to = moment_value(arena, &event->to, setter->lang);
    if (!from.is_tbc && !to.is_tbc && to.given) {
        from.text = moment_range(arena, from.text, to.text);
        parts_add_value(setter, parts, &from, style, tag);
        return;
    }
    parts_add_value(setter, parts, &from, style, tag);
    parts_add_string(setter, parts, to.given ? STR(" \xE2\x80\x93 ") : STR(" \xE2\x80\x93"),
                     from.span, style, tag);
    if (to.given) parts_add_value(setter, parts, &to, style, tag);
}

static Lines when_lines(Setter *setter, const Event *event, Sp measure, Tag *tag) {
    const Style *style = layout_style(setter->layout, "timeline.at");
    PartList parts = {0};
    if (event->at.text.given) {
        Scalar at = moment_value(setter->job->arena, &event->at, setter->lang);
        parts_add_value(setter, &parts, &at, style, tag);
    } else {
        add_range(setter, &parts, event, style, tag);
    }
    LineSpec spec = {.measure = measure, .align = style->align};
    return parts_break(setter, &parts, style, &spec);
}

/* All days share one column, as wide as the widest and a gap, at most a third of the measure. */
static Sp when_column(Setter *setter, const Timeline *timeline, Sp gap) {
    const Event *events = timeline->events.at;
    Sp widest = 0;
    for (size_t i = 0; i < timeline->events.len; i++) {
        Lines lines = when_lines(setter, &events[i], setter->measure / 3 - gap, NULL);
        for (size_t l = 0; l < lines.len; l++) widest = sp_max(widest, lines.at[l].width);
    }
    return widest + gap;
}

static void set_event(Setter *setter, const Event *event, Sp column, Tag *list) {
    const Style *style = layout_style(setter->layout, "timeline");
    Tag *item = tag_add(setter->tags, list, TAG_LI);
    Tag *label = tag_add(setter->tags, item, TAG_LBL);
    Tag *body = tag_add(setter->tags, item, TAG_LBODY);
    Cell cells[2] = {
        {.x = 0, .lines = when_lines(setter, event, column - style->left, label)},
        {.x = column,
         .lines = set_rich_lines(setter, &event->what, style, setter->measure - column, body)}};
    set_row(setter, &(Row){.cells = cells, .count = 2, .style = style, .span = event->what.span});
}

static void set(Setter *setter, const Block *block) {
    const Timeline *timeline = block->fields;
    const Style *style = layout_style(setter->layout, "timeline");
    const Event *events = timeline->events.at;
    Sp column = when_column(setter, timeline, style->left);
    Tag *list = tag_add(setter->tags, setter->parent, TAG_L);
    list->list_numbering = "None";
    setter->follows_text = false;
    for (size_t i = 0; i < timeline->events.len; i++) {
        /* Neither the first event nor the last stands alone on a page. */
        bool is_held = i == 1 || i + 1 == timeline->events.len;
        if (i == 0)
            set_space(setter, style);
        else
            set_penalty(setter, is_held ? BREAK_NEVER : 0, PENALTY_PLAIN, block->span);
        set_event(setter, &events[i], column, list);
    }
    set_end(setter, style);
}

extern const BlockKind kind_timeline;
const BlockKind kind_timeline = {
    .key = "timeline", .help = "what happened when", .record = &record, .set = set};
