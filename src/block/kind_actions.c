/* Actions in; a table of what is to be done, by whom, until when, and how far it is out. */
#include "block/actions.h"

#include "block/agenda.h"
#include "model/pack.h"

/* ---- reading ---------------------------------------------------------------------------------- */

static const char *const states[] = {"none", "open", "started", "done", "dropped", NULL};

static const Field row_fields[] = {
    {.key = "what",
     .type = FIELD_TEXT,
     FIELD(Action, what),
     .is_title = true,
     .required = true,
     .help = "what is to be done"},
    {.key = "who",
     .type = FIELD_STRINGS,
     FIELD(Action, who),
     .help = "ids of the directory, or names"},
    {.key = "due", .type = FIELD_DATE, FIELD(Action, due), .help = "until when"},
    {.key = "state",
     .type = FIELD_CHOICE,
     FIELD(Action, state),
     .default_value = "none",
     .choices = states,
     .help = "open, started, done, dropped"},
    {0}};
static const Record row_record = {.name = "action", .size = sizeof(Action), .fields = row_fields};

static void dump_rows(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    rows_dump(&row_record, slot, sources, indent, out);
}

static const Field fields[] = {{.key = "actions",
                                .type = FIELD_CUSTOM,
                                FIELD(Actions, rows),
                                .required = true,
                                .record = &row_record,
                                .parse = rows_parse,
                                .dump = dump_rows,
                                .expects = ROWS_EXPECT,
                                .help = "rows, or a CSV file"},
                               {0}};

static const Record record = {.name = "actions", .size = sizeof(Actions), .fields = fields};

static void resolve(Model *model, Block *block) {
    Actions *actions = block->fields;
    const Action *rows = actions->rows.list.at;
    actions->mark = model->row_count;
    model->row_count += (unsigned)actions->rows.list.len;
    for (size_t i = 0; i < actions->rows.list.len; i++)
        for (size_t k = 0; k < rows[i].who.len; k++) model_use_name(model, &rows[i].who.at[k]);
}

/* ---- overdue ---------------------------------------------------------------------------------- */

static const Date *own_day(const Model *model) {
    const Pack *pack = model->pack;
    if (!pack) return model->article ? &model->article->date : NULL;
    if (pack->control && pack->control->date.year) return &pack->control->date;
    return pack->event ? &pack->event->from : NULL;
}

static int days(const Date *date) { return (date->year * 12 + date->month) * 31 + date->day; }

bool action_is_overdue(const Model *model, const Action *action) {
    const Date *day = own_day(model);
    bool is_over = action->state == ACTION_DONE || action->state == ACTION_DROPPED;
    return !is_over && day && day->year && action->due.year && days(&action->due) < days(day);
}

/* ---- cells ------------------------------------------------------------------------------------ */

static Scalar due_of(Setter *setter, const Action *action) {
    Scalar due = action->due.scalar;
    if (action->due.year)
        due.text = model_format_date(setter->job->arena, &action->due, setter->lang);
    return due;
}

static Str state_of(const Setter *setter, const Action *action) {
    if (action->state == ACTION_UNSAID) return (Str){0};
    return language_term(setter->lang, (LanguageTerm)(TERM_OPEN + action->state - ACTION_OPEN));
}

void action_add_due(Listing *listing, size_t column, const Action *action) {
    Setter *setter = listing->setter;
    Scalar due = due_of(setter, action);
    listing_add_value(listing, column, &due, listing->style);
    if (!action_is_overdue(setter->model, action)) return;
    listing_add_text(listing, column, language_term(setter->lang, TERM_OVERDUE),
                     layout_style(setter->layout, "actions.overdue"));
}

void action_add_state(Listing *listing, size_t column, const Action *action) {
    listing_add_text(listing, column, state_of(listing->setter, action), listing->style);
}

Sp action_due_width(Setter *setter, const Actions *actions, Sp widest) {
    const Action *rows = actions->rows.list.at;
    const Style *style = layout_style(setter->layout, "actions");
    for (size_t i = 0; i < actions->rows.list.len; i++) {
        Scalar due = due_of(setter, &rows[i]);
        Sp width = listing_value_width(setter, &due, style);
        if (action_is_overdue(setter->model, &rows[i]))
            width = sp_max(width, listing_width(setter, language_term(setter->lang, TERM_OVERDUE),
                                                layout_style(setter->layout, "actions.overdue")));
        widest = sp_max(widest, width + 1);
    }
    return sp_min(widest, setter->measure / 4);
}

Sp action_state_width(Setter *setter, const Actions *actions, Sp widest) {
    const Action *rows = actions->rows.list.at;
    const Style *style = layout_style(setter->layout, "actions");
    for (size_t i = 0; i < actions->rows.list.len; i++)
        widest = sp_max(widest, listing_width(setter, state_of(setter, &rows[i]), style) + 1);
    return sp_min(widest, setter->measure / 5);
}

/* ---- setting ---------------------------------------------------------------------------------- */

enum { NONE = MOST_LISTING_COLUMNS }; /* a column that no row needs */

typedef struct ActionColumns {
    size_t who, due, state;
} ActionColumns;

static Sp head_width(const Listing *listing, LanguageTerm term) {
    return listing_width(listing->setter, language_term(listing->setter->lang, term),
                         listing->head) +
           1;
}

static ActionColumns make_columns(Listing *listing, const Actions *actions) {
    Setter *setter = listing->setter;
    const Action *rows = actions->rows.list.at;
    ActionColumns columns = {NONE, NONE, NONE};
    bool has_who = false, has_due = false, has_state = false;
    for (size_t i = 0; i < actions->rows.list.len; i++) {
        has_who |= rows[i].who.len > 0;
        has_due |= rows[i].due.scalar.given;
        has_state |= rows[i].state != ACTION_UNSAID;
    }
    listing_column(listing, language_term(setter->lang, TERM_ACTION), 0)->parts = 2;
    if (has_who) {
        columns.who = listing->count;
        listing_column(listing, language_term(setter->lang, TERM_WHO), 0);
    }
    if (has_due) {
        columns.due = listing->count;
        Sp width = action_due_width(setter, actions, head_width(listing, TERM_DUE_HEAD));
        listing_column(listing, language_term(setter->lang, TERM_DUE_HEAD), width);
    }
    if (has_state) {
        columns.state = listing->count;
        Sp width = action_state_width(setter, actions, head_width(listing, TERM_STATE));
        listing_column(listing, language_term(setter->lang, TERM_STATE), width);
    }
    return columns;
}

static void add_row(Listing *listing, const Action *action, const ActionColumns *columns) {
    listing_row(listing);
    listing_add_rich(listing, 0, &action->what, listing->style);
    if (columns->who != NONE)
        listing_add_people(listing, columns->who, &action->who, listing->style);
    if (columns->due != NONE) action_add_due(listing, columns->due, action);
    if (columns->state != NONE) action_add_state(listing, columns->state, action);
    listing_end_row(listing, action->what.span);
}

static void set(Setter *setter, const Block *block) {
    const Actions *actions = block->fields;
    const Action *rows = actions->rows.list.at;
    Listing listing = {.setter = setter,
                       .style = layout_style(setter->layout, "actions"),
                       .head = layout_style(setter->layout, "actions.head"),
                       .rows = actions->rows.list.len,
                       .span = block->span};
    if (actions->rows.tbc.given) {
        listing_set_tbc(setter, &actions->rows.tbc, listing.style);
        return;
    }
    ActionColumns columns = make_columns(&listing, actions);
    listing_begin(&listing);
    for (size_t i = 0; i < actions->rows.list.len; i++) {
        if (setter->model->pack)
            set_mark(setter, (Mark){.id = row_destination(setter->job->arena,
                                                          actions->mark + (unsigned)i)});
        add_row(&listing, &rows[i], &columns);
    }
    listing_end(&listing);
}

const BlockKind kind_actions = {.key = "actions",
                                .help = "what is to be done, by whom, until when",
                                .record = &record,
                                .resolve = resolve,
                                .set = set};
