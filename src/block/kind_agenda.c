/* An agenda: what happens when, where and with whom; times computed, hanging at the left. */
#include "block/agenda.h"

#include "model/pack.h"

/* ---- reading ---------------------------------------------------------------------------------- */

static const char *const presses[] = {"none", "open", "closed", NULL};

static bool check_row(Reader *reader, const Node *mapping, void *into) {
    const AgendaRow *row = into;
    const Node *minutes = node_find(mapping, "minutes");
    bool is_given = minutes && minutes->kind == NODE_SCALAR && !text_is_tbc(minutes->text);
    if (!is_given || (row->minutes > 0 && row->minutes <= DAY_MINUTES)) return true;
    diag_add(reader->job->diags, E_BAD_VALUE, minutes->span, (Str){0}, "`minutes` must be 1 to %d",
             DAY_MINUTES);
    return false;
}

static const Field row_fields[] = {
    {.key = "number", .type = FIELD_STRING, FIELD(AgendaRow, number), .help = "of the point"},
    CLOCK_FIELD("at", AgendaRow, at, "when it begins; where the row before ends unless given"),
    {.key = "minutes", .type = FIELD_INT, FIELD(AgendaRow, minutes), .help = "how long it takes"},
    {.key = "what",
     .type = FIELD_TEXT,
     FIELD(AgendaRow, what),
     .is_title = true,
     .required = true,
     .help = "what happens"},
    {.key = "purpose",
     .type = FIELD_TEXT,
     FIELD(AgendaRow, purpose),
     .is_title = true,
     .help = "what for: to decide, to discuss, to note"},
    {.key = "where",
     .type = FIELD_TEXT,
     FIELD(AgendaRow, where),
     .is_title = true,
     .help = "the room"},
    {.key = "who",
     .type = FIELD_STRINGS,
     FIELD(AgendaRow, who),
     .help = "ids of the directory, names, or everybody; everybody unless given"},
    {.key = "role",
     .type = FIELD_TEXT,
     FIELD(AgendaRow, role),
     .is_title = true,
     .help = "as what they take part"},
    {.key = "press",
     .type = FIELD_CHOICE,
     FIELD(AgendaRow, press),
     .default_value = "none",
     .choices = presses,
     .help = "open, closed"},
    {.key = "see",
     .type = FIELD_ID,
     FIELD(AgendaRow, see),
     .help = "id of what to read for it: its page is printed"},
    {.key = "paper",
     .type = FIELD_STRING,
     FIELD(AgendaRow, paper),
     .help = "id of its paper in the document, or words"},
    {0}};
static const Record row_record = {
    .name = "agenda row", .size = sizeof(AgendaRow), .fields = row_fields, .check = check_row};

static void dump_rows(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    rows_dump(&row_record, slot, sources, indent, out);
}

static const Field fields[] = {
    {.key = "agenda",
     .type = FIELD_CUSTOM,
     FIELD(Agenda, rows),
     .required = true,
     .record = &row_record,
     .parse = rows_parse,
     .dump = dump_rows,
     .expects = ROWS_EXPECT,
     .help = "rows, or a CSV file"},
    {.key = "day", .type = FIELD_DATE, FIELD(Agenda, day), .help = "the day that the times are of"},
    {0}};

static bool check(Reader *reader, const Node *mapping, void *into) {
    (void)mapping;
    agenda_find_times(reader->job, into);
    return true;
}

static const Record record = {
    .name = "agenda", .size = sizeof(Agenda), .fields = fields, .check = check};

static void resolve(Model *model, Block *block) {
    Agenda *agenda = block->fields;
    const AgendaRow *rows = agenda->rows.list.at;
    agenda->mark = model->row_count;
    model->row_count += (unsigned)agenda->rows.list.len;
    for (size_t i = 0; i < agenda->rows.list.len; i++) {
        for (size_t k = 0; k < rows[i].who.len; k++) model_use_name(model, &rows[i].who.at[k]);
        model_require_id(model, &rows[i].see);
    }
}

/* ---- setting ---------------------------------------------------------------------------------- */

typedef struct AgendaColumns {
    size_t what;
    size_t side; /* where and who; 0: both stand below what happens */
} AgendaColumns;

/* Beside two columns of text the words of each need this many ems. */
enum { LEAST_EMS = 28 };

/* "Who" behind a comma; what is no ASCII capital stays. */
static Str lowered(Arena *arena, Str word) {
    bool is_capital = word.len && word.at[0] >= 'A' && word.at[0] <= 'Z';
    if (!is_capital) return word;
    return str_format(arena, "%c%.*s", word.at[0] - 'A' + 'a', (int)word.len - 1, word.at + 1);
}

static Str side_head(Setter *setter, const Agenda *agenda) {
    const AgendaRow *rows = agenda->rows.list.at;
    Str where = language_term(setter->lang, TERM_WHERE),
        who = language_term(setter->lang, TERM_WHO);
    bool has_where = false, has_who = false;
    for (size_t i = 0; i < agenda->rows.list.len; i++) {
        has_where |= rows[i].where.count > 0;
        has_who |= rows[i].who.len > 0;
    }
    if (has_where && has_who)
        return str_format(setter->job->arena, "%.*s, %.*s", STR_ARG(where),
                          STR_ARG(lowered(setter->job->arena, who)));
    return has_where ? where : has_who ? who : (Str){0};
}

static Sp when_width(Setter *setter, const Agenda *agenda) {
    const AgendaRow *rows = agenda->rows.list.at;
    const Style *style = layout_style(setter->layout, "agenda.time");
    Sp widest = listing_width(setter, language_term(setter->lang, TERM_TIME),
                              layout_style(setter->layout, "agenda.head"));
    for (size_t i = 0; i < agenda->rows.list.len; i++) {
        Str when = rows[i].at.text.is_tbc ? rows[i].at.text.text
                                          : agenda_when(setter->job->arena, &rows[i]);
        widest = sp_max(widest, listing_width(setter, when, style));
    }
    return sp_min(widest + 1, setter->measure / 3);
}

static AgendaColumns make_columns(Listing *listing, const Agenda *agenda) {
    Setter *setter = listing->setter;
    AgendaColumns columns = {.what = 1};
    Str side = side_head(setter, agenda);
    listing_column(listing, language_term(setter->lang, TERM_TIME), when_width(setter, agenda));
    listing_column(listing, language_term(setter->lang, TERM_WHAT), 0)->parts = 3;
    bool is_wide = setter->measure - listing->columns[0].width > LEAST_EMS * listing->style->size;
    if (!side.len || !is_wide) return columns;
    listing_column(listing, side, 0)->parts = 2;
    columns.side = 2;
    return columns;
}

static void add_what(Listing *listing, const AgendaRow *row, const AgendaColumns *columns) {
    Setter *setter = listing->setter;
    const Style *style = layout_style(setter->layout, "agenda.what");
    Tag *tag = listing_tag(listing, columns->what);
    PartList parts = {0};
    if (row->number.given) {
        Scalar number = row->number;
        number.text = str_format(setter->job->arena, "%.*s\xC2\xA0\xC2\xA0", STR_ARG(number.text));
        parts_add_value(setter, &parts, &number, layout_style(setter->layout, "agenda.number"),
                        tag);
    }
    parts_add_rich(setter, &parts, &row->what, style, tag);
    listing_add(listing, columns->what, &parts, style);
}

static void add_row(Listing *listing, const AgendaRow *row, const AgendaColumns *columns) {
    const Style *detail = layout_style(listing->setter->layout, "agenda.detail");
    const Style *style = columns->side ? listing->style : detail;
    size_t side = columns->side ? columns->side : columns->what;
    listing_row(listing);
    agenda_add_when(listing, 0, row, layout_style(listing->setter->layout, "agenda.time"));
    add_what(listing, row, columns);
    agenda_add_details(listing, columns->what, row, detail);
    listing_add_rich(listing, side, &row->where, style);
    listing_add_people(listing, side, &row->who, style);
    listing_end_row(listing, row->what.span);
}

static Scalar caption_of(Setter *setter, const Agenda *agenda) {
    Scalar caption = agenda->day.scalar;
    if (agenda->day.year)
        caption.text = agenda_day_text(setter->job->arena, &agenda->day, setter->lang);
    return caption;
}

static void set(Setter *setter, const Block *block) {
    const Agenda *agenda = block->fields;
    const AgendaRow *rows = agenda->rows.list.at;
    Listing listing = {.setter = setter,
                       .style = layout_style(setter->layout, "agenda"),
                       .head = layout_style(setter->layout, "agenda.head"),
                       .caption = caption_of(setter, agenda),
                       .caption_style = layout_style(setter->layout, "agenda.day"),
                       .rows = agenda->rows.list.len,
                       .span = block->span};
    if (agenda->rows.tbc.given) {
        listing_set_tbc(setter, &agenda->rows.tbc, listing.style);
        return;
    }
    AgendaColumns columns = make_columns(&listing, agenda);
    listing_begin(&listing);
    for (size_t i = 0; i < agenda->rows.list.len; i++) {
        if (setter->model->pack)
            set_mark(setter,
                     (Mark){.id = row_destination(setter->job->arena, agenda->mark + (unsigned)i)});
        add_row(&listing, &rows[i], &columns);
    }
    listing_end(&listing);
}

const BlockKind kind_agenda = {.key = "agenda",
                               .help = "what happens when, where and with whom",
                               .record = &record,
                               .resolve = resolve,
                               .set = set};
