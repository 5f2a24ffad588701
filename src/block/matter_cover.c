/* A pack in; its cover out: event, title and subtitle in much white, a small ruled table at the foot. */
#include "block/ledger.h"
#include "block/pack.h"

#include <string.h>

static const Style *style_of(const Setter *setter, const char *name) {
    return layout_style(setter->layout, name);
}

/* "8 December 2018", or from the first day to the last. */
static Str event_days(Setter *setter, const Event *event) {
    Arena *arena = setter->job->arena;
    Str from = model_format_date(arena, &event->from, setter->lang);
    Str to = model_format_date(arena, &event->to, setter->lang);
    if (!to.len || str_equal(from, to)) return from;
    return str_format(arena, "%.*s \xE2\x80\x93 %.*s", STR_ARG(from), STR_ARG(to));
}

/* "Marrakech, City Hall": place and venue, either of them still to be confirmed perhaps. */
static Rich event_place(Setter *setter, const Event *event) {
    static const Piece comma = {.kind = PIECE_TEXT, .text = STR_CONST(", ")};
    const Rich *venue = &event->venue, *place = &event->place;
    if (!venue->count || !place->count) return venue->count ? *venue : *place;
    Piece *pieces = ARENA_ARRAY(setter->job->arena, Piece, venue->count + place->count + 1);
    memcpy(pieces, place->pieces, place->count * sizeof(Piece));
    pieces[place->count] = comma;
    memcpy(pieces + place->count + 1, venue->pieces, venue->count * sizeof(Piece));
    return (Rich){.pieces = pieces, .count = venue->count + place->count + 1, .span = place->span};
}

static void add_event(Ledger *ledger, const Event *event) {
    Setter *setter = ledger->setter;
    if (event->theme.count) {
        ledger_row(ledger, event->theme.span);
        ledger_text(ledger, language_term(setter->lang, TERM_THEME), event->theme.span);
        ledger_rich(ledger, &event->theme);
    }
    ledger_fact(ledger, TERM_WHEN, event_days(setter, event), event->from.scalar.span);
    Rich *place = ARENA_NEW(setter->job->arena, Rich);
    *place = event_place(setter, event);
    if (!place->count) return;
    ledger_row(ledger, place->span);
    ledger_text(ledger, language_term(setter->lang, TERM_WHERE), place->span);
    ledger_rich(ledger, place);
}

static void add_principal(Ledger *ledger, const Scalar *principal) {
    if (!principal->given) return;
    ledger_row(ledger, principal->span);
    ledger_text(ledger, language_term(ledger->setter->lang, TERM_PREPARED_FOR), principal->span);
    ledger_name(ledger, principal);
}

static void add_control(Ledger *ledger, const Control *control) {
    if (!control->version.given) return;
    ledger_row(ledger, control->version.span);
    ledger_text(ledger, language_term(ledger->setter->lang, TERM_VERSION), control->version.span);
    ledger_value(ledger, &control->version);
}

static Sp column_height(const Setter *setter) {
    const PageGeometry *page = &setter->layout->page;
    Sp height = page->height - page->top - page->bottom, grid = setter->layout->grid;
    return grid ? height / grid * grid : height;
}

/* Where the galley ends now, near enough: what snaps is counted as it would fall. */
static Sp galley_height(const Setter *setter, size_t from) {
    Sp height = 0, grid = setter->layout->grid;
    const Galley *galley = setter->galley;
    for (size_t i = from; i < galley->items.len; i++) {
        const GalleyItem *item = &galley->items.at[i];
        if (item->kind == GALLEY_GLUE || item->kind == GALLEY_BOX) height += item->height;
        if (item->kind == GALLEY_GLUE && item->snaps && grid)
            height = (height + grid - 1) / grid * grid;
    }
    return height;
}

/* The table is set where it stands in the order of reading, then the space above it is made to fill the page. */
static void sink(Setter *setter, size_t from) {
    GalleyItem *items = setter->galley->items.at;
    Sp room = column_height(setter) - galley_height(setter, 0);
    for (size_t i = from; i < setter->galley->items.len && room > 0; i++) {
        if (items[i].kind != GALLEY_GLUE) continue;
        Sp grid = setter->layout->grid;
        items[i].height += grid ? room / grid * grid : room;
        return;
    }
}

static void set_title(Setter *setter, const Pack *pack) {
    Tag *event = pack->event ? tag_add(setter->tags, setter->parent, TAG_P) : NULL;
    Tag *title = tag_add(setter->tags, setter->parent, TAG_H1);
    if (event) set_rich(setter, &pack->event->name, style_of(setter, "cover.event"), event);
    set_rich(setter, &pack->title, style_of(setter, "cover.title"), title);
    if (pack->subtitle.count)
        set_rich(setter, &pack->subtitle, style_of(setter, "cover.subtitle"),
                 tag_add(setter->tags, setter->parent, TAG_P));
}

/* A quarter of the page is white above. */
static void set_white(Setter *setter, Span span) {
    Sp grid = setter->layout->grid, white = column_height(setter) / 4;
    GalleyItem *box = set_add(setter, GALLEY_BOX, span);
    box->height = grid ? white / grid * grid : white;
    set_penalty(setter, BREAK_NEVER, PENALTY_PLAIN, span);
}

void matter_set_cover(Setter *setter, const PackNumbers *numbers) {
    (void)numbers;
    const Pack *pack = setter->model->pack;
    set_white(setter, pack->title.span);
    set_title(setter, pack);
    size_t from = setter->galley->items.len;
    Ledger ledger = ledger_new(setter, NULL, 2);
    if (pack->event) add_event(&ledger, pack->event);
    add_principal(&ledger, &pack->principal);
    if (pack->control) add_control(&ledger, pack->control);
    ledger_set(&ledger, pack->title.span);
    if (setter->galley->items.len > from) sink(setter, from);
}
