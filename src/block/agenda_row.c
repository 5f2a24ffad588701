/* One row of an agenda in; the paragraphs that tell of it in a table out. */
#include "block/agenda.h"

#include "model/pack.h"

static Arena *arena_of(const Listing *listing) { return listing->setter->job->arena; }

Str row_destination(Arena *arena, unsigned number) { return str_format(arena, "row:%u", number); }

Str agenda_day_text(Arena *arena, const Date *day, Str lang) {
    const LanguageProfile *profile = language_find(lang);
    Str date = model_format_date(arena, day, lang);
    int weekday = model_weekday(day->year, day->month, day->day);
    if (!profile->date.len || weekday < 0) return date;
    Str word = str_copy(arena, profile->words->weekdays[weekday]);
    Str text = str_format(arena, "%.*s %.*s", STR_ARG(word), STR_ARG(date));
    bool is_small = text.len && text.at[0] >= 'a' && text.at[0] <= 'z';
    if (!is_small) return text;
    return str_format(arena, "%c%.*s", text.at[0] - 'a' + 'A', (int)text.len - 1, text.at + 1);
}

/* ---- who -------------------------------------------------------------------------------------- */

static bool is_everybody(Str who) { return str_is(who, "everybody") || str_is(who, "all"); }

bool agenda_has(const Model *model, const AgendaRow *row, Str person) {
    const Entry *entry = directory_find(model->directory, person);
    Str name = {0}, full = {0};
    if (entry) name = model_entry_text(model->job->arena, entry, MENTION_AUTO, model->lang);
    if (entry) full = model_entry_text(model->job->arena, entry, MENTION_FULL, model->lang);
    for (size_t i = 0; i < row->who.len; i++) {
        Str who = row->who.at[i].text;
        if (is_everybody(who) || str_equal(who, person)) return true;
        if (entry && (str_equal(who, name) || str_equal(who, full))) return true;
    }
    return row->who.len == 0;
}

void listing_add_people(Listing *listing, size_t column, const Scalars *who, const Style *style) {
    Setter *setter = listing->setter;
    if (!who->len) return;
    NameList names = {.at = ARENA_ARRAY(arena_of(listing), Name, who->len), .len = who->len};
    for (size_t i = 0; i < who->len; i++) {
        names.at[i].text = who->at[i];
        if (who->at[i].is_tbc) continue;
        names.at[i].text.text = is_everybody(who->at[i].text)
                                    ? language_term(setter->lang, TERM_EVERYBODY)
                                    : model_name(setter->model, &who->at[i], setter->lang);
    }
    PartList parts = {0};
    parts_add_names(setter, &parts, &names, style, listing_tag(listing, column));
    listing_add(listing, column, &parts, style);
}

/* ---- when ------------------------------------------------------------------------------------- */

void agenda_add_when(Listing *listing, size_t column, const AgendaRow *row, const Style *style) {
    if (row->at.text.is_tbc) listing_add_value(listing, column, &row->at.text, style);
    Scalar when = {.text = agenda_when(arena_of(listing), row),
                   .span = row->at.text.given ? row->at.text.span : row->what.span};
    listing_add_value(listing, column, &when, style);
}

/* ---- where to read more ----------------------------------------------------------------------- */

static const PackItem *find_item(const Model *model, Str id) {
    for (size_t i = 0; model->pack && i < model->pack->items.len; i++) {
        const PackItem *item = model->pack->items.at[i];
        if (item->id.given && str_equal(item->id.text, id)) return item;
    }
    return NULL;
}

static bool is_known_id(const Model *model, Str id) {
    size_t position;
    return id_index_find(&model->id_index, id, &position);
}

/* "Item 4 (page 12)" of an item, "page 12" of all else. */
static void add_reference(Setter *setter, PartList *parts, const Scalar *id, const Style *style,
                          Tag *tag) {
    Arena *arena = setter->job->arena;
    const PackItem *item = find_item(setter->model, id->text);
    TextLink *link = ARENA_NEW(arena, TextLink);
    *link = (TextLink){.url = str_format(arena, "#%.*s", STR_ARG(id->text)),
                       .span = id->span,
                       .is_data = true,
                       .is_reference = true};
    bool is_numbered = item && setter->model->pack->numbering->items;
    Str words = {0};
    if (is_numbered)
        words = str_format(arena, "%.*s\xC2\xA0%u", STR_ARG(language_term(setter->lang, TERM_ITEM)),
                           item->number);
    Piece *piece = ARENA_NEW(arena, Piece);
    *piece = (Piece){.kind = PIECE_TEXT, .text = words, .span = id->span, .link = link};
    parts_add_rich(setter, parts, &(Rich){.pieces = piece, .count = 1, .span = id->span}, style,
                   tag);
}

/* "Paper: Budget note"; an id of the document leads there. */
static void add_pointer(Listing *listing, size_t column, LanguageTerm term, const Scalar *to,
                        const Style *style) {
    Setter *setter = listing->setter;
    PartList parts = {0};
    if (!to->given) return;
    Tag *tag = listing_tag(listing, column);
    Str label = language_term(setter->lang, term);
    parts_add_string(setter, &parts, str_format(arena_of(listing), "%.*s: ", STR_ARG(label)),
                     to->span, style, tag);
    if (!to->is_tbc && is_known_id(setter->model, to->text))
        add_reference(setter, &parts, to, style, tag);
    else
        parts_add_value(setter, &parts, to, style, tag);
    listing_add(listing, column, &parts, style);
}

/* ---- details ---------------------------------------------------------------------------------- */

static void add_dot(Setter *setter, PartList *parts, Span span, const Style *style, Tag *tag) {
    if (parts->list.len) parts_add_string(setter, parts, STR(" \xC2\xB7 "), span, style, tag);
}

static void add_purpose(Listing *listing, size_t column, const AgendaRow *row, const Style *style) {
    Setter *setter = listing->setter;
    PartList parts = {0};
    if (!row->purpose.count && !row->role.count && !row->press) return;
    Tag *tag = listing_tag(listing, column);
    if (row->purpose.count) parts_add_rich(setter, &parts, &row->purpose, style, tag);
    if (row->role.count) {
        add_dot(setter, &parts, row->role.span, style, tag);
        Str label = language_term(setter->lang, TERM_ROLE);
        parts_add_string(setter, &parts, str_format(arena_of(listing), "%.*s: ", STR_ARG(label)),
                         row->role.span, style, tag);
        parts_add_rich(setter, &parts, &row->role, style, tag);
    }
    if (row->press) {
        add_dot(setter, &parts, row->what.span, style, tag);
        LanguageTerm term = row->press == PRESS_OPEN ? TERM_PRESS_OPEN : TERM_PRESS_CLOSED;
        parts_add_string(setter, &parts, language_term(setter->lang, term), row->what.span, style,
                         tag);
    }
    listing_add(listing, column, &parts, style);
}

void agenda_add_details(Listing *listing, size_t column, const AgendaRow *row, const Style *style) {
    add_purpose(listing, column, row, style);
    add_pointer(listing, column, TERM_SEE, &row->see, style);
    bool is_same = row->see.given && str_equal(row->see.text, row->paper.text);
    if (!is_same) add_pointer(listing, column, TERM_PAPER, &row->paper, style);
}
