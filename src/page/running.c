/* Texts with {fields} in; running heads and feet at the places of every page out.
 *
 * Texts stand at both ends and in the middle of all that lies between the margins. Ends too long for their
 * share are shortened behind a word; a logo makes the room smaller. Consecutive pages that say the same share one shaped line. */
#include "base/language.h"
#include "block/logo.h"
#include "block/look.h"
#include "page/logo.h"
#include "page/thumb.h"

enum { SLOT_LEFT, SLOT_CENTER, SLOT_RIGHT, SLOT_COUNT };

/* One text of a head or foot, as it was last set: pages that say the same use it again. */
typedef struct Slot {
    Str wanted;       /* in full */
    Sp natural;       /* how wide that is */
    Sp limit;         /* how wide it may be */
    const Line *line; /* as set for `wanted` in `limit` */
    bool is_measured;
} Slot;

typedef struct Runner {
    Setter *setter;
    const RunningFields *fields;
    const Style *style;
    Pages *pages;
    PageRange range;
    Page *page;
    Sp head_y, foot_y;
    Slot slots[2][2][SLOT_COUNT]; /* head, foot; verso, recto */
    PageLogo logo;
    bool is_cut, is_hidden; /* reported already */
} Runner;

/* ---- words ----------------------------------------------------------------------------------- */

static Str item_page(const Runner *runner) {
    unsigned first = runner->pages->pages.at[runner->range.from].number;
    return str_format(runner->setter->job->arena, "%u", runner->page->number - first + 1);
}

static Str field_value(const Runner *runner, Str name) {
    const RunningFields *fields = runner->fields;
    if (str_is(name, "title")) return fields->title;
    if (str_is(name, "short")) return fields->short_title.len ? fields->short_title : fields->title;
    if (str_is(name, "kicker")) return fields->kicker;
    if (str_is(name, "date")) return fields->date;
    if (str_is(name, "place")) return fields->place;
    if (str_is(name, "marking")) return fields->marking;
    if (str_is(name, "item")) return fields->item;
    if (str_is(name, "item-title")) return fields->item_title;
    if (str_is(name, "item-page")) return item_page(runner);
    if (str_is(name, "item-pages"))
        return str_format(runner->setter->job->arena, "%zu", runner->range.to - runner->range.from);
    if (str_is(name, "body")) return fields->body;
    if (str_is(name, "symbol")) return fields->symbol;
    if (str_is(name, "blank")) return language_term(runner->setter->lang, TERM_LEFT_BLANK);
    if (str_is(name, "delivery")) return language_term(runner->setter->lang, TERM_DELIVERY);
    if (str_is(name, "pages")) return list_last(&runner->pages->pages).label;
    /* "page" and "label"; the layout's reader refuses all others */
    return runner->page->label;
}

/* The placeholders that are text with placeholders themselves, in the words of the language: {folio} is
 * "{page} of {pages}", {item-folio} "Item {item} · {item-page} of {item-pages}", {pack-folio} "Pack {page}". */
static bool is_phrase(Str name, LanguageTerm *term) {
    *term = str_is(name, "folio")        ? TERM_FOLIO
            : str_is(name, "item-folio") ? TERM_ITEM_FOLIO
                                         : TERM_PACK_FOLIO;
    return *term != TERM_PACK_FOLIO || str_is(name, "pack-folio");
}

static void add_expanded(const Runner *runner, Str text, Buf *out);

/* "3 of 9": of an item's own pages, of the document's outside of packs. */
static void add_part_folio(const Runner *runner, Buf *out) {
    if (!runner->fields->item_title.len) {
        add_expanded(runner, STR("{folio}"), out);
        return;
    }
    Str folio = language_term(runner->setter->lang, TERM_FOLIO);
    Buf own = buf_new(runner->setter->job->arena);
    for (size_t i = 0; i < folio.len; i++) {
        buf_add_char(&own, folio.at[i]);
        if (folio.at[i] == '{') buf_add(&own, STR("item-"));
    }
    add_expanded(runner, buf_str(&own), out);
}

static void add_expanded(const Runner *runner, Str text, Buf *out) {
    for (size_t at = 0; at < text.len;) {
        size_t open = str_find(text, STR("{"), at);
        size_t close = open == SIZE_MAX ? SIZE_MAX : str_find(text, STR("}"), open);
        buf_add(out, str_slice(text, at, close == SIZE_MAX ? text.len : open));
        if (close == SIZE_MAX) return;
        Str name = str_slice(text, open + 1, close);
        LanguageTerm term;
        bool is_item_folio = str_is(name, "item-folio");
        if (str_is(name, "part-folio"))
            add_part_folio(runner, out);
        else if (is_phrase(name, &term) && runner->fields->has_own_labels && !is_item_folio)
            buf_add(out, runner->page->label);
        else if (is_phrase(name, &term))
            add_expanded(runner, language_term(runner->setter->lang, term), out);
        else
            buf_add(out, field_value(runner, name));
        at = close + 1;
    }
}

static Str expand(const Runner *runner, Str text) {
    Buf out = buf_new(runner->setter->job->arena);
    add_expanded(runner, text, &out);
    return str_trim(buf_str(&out));
}

/* ---- setting --------------------------------------------------------------------------------- */

static const Shaped *shape(const Runner *runner, Str text) {
    TextPart *part = ARENA_NEW(runner->setter->job->arena, TextPart);
    *part = (TextPart){.text = text, .look = look_of_style(runner->setter, runner->style)};
    Str lang = runner->setter->lang;
    return shape_paragraph(
        runner->setter->shaper,
        &(Paragraph){.parts = part, .count = 1, .lang = lang.len ? lang : STR("en")});
}

static const Line *set_shaped(const Runner *runner, const Shaped *shaped) {
    LineSpec spec = {.measure = line_natural_width(shaped) + 1, .align = ALIGN_START};
    Lines lines = line_break(runner->setter->job, runner->setter->shaper, shaped, &spec);
    return lines.len ? &lines.at[0] : NULL;
}

/* Without its last word, or without its last character when only one word is left. */
static Str without_end(Str text) {
    size_t end = text.len;
    while (end > 0 && text.at[end - 1] != ' ') end--;
    if (end == 0 && text.len) {
        end = text.len - 1;
        while (end > 0 && ((unsigned char)text.at[end] & 0xC0) == 0x80) end--;
    }
    text.len = end;
    while (text.len > 0 && strchr(" ,;:-", text.at[text.len - 1])) text.len--;
    return text;
}

/* Twice what the limit holds on average: no endless title is cut word by word. */
static Str near_limit(Str text, Sp natural, Sp limit) {
    size_t end = (size_t)sp_scale((Sp)text.len, 2 * sp_max(limit, 0), natural);
    if (end >= text.len) return text;
    while (end > 0 && ((unsigned char)text.at[end] & 0xC0) == 0x80) end--;
    return str_slice(text, 0, end);
}

static const Shaped *shape_shortened(Runner *runner, const Slot *slot, Sp limit) {
    Arena *arena = runner->setter->job->arena;
    Str text = near_limit(slot->wanted, slot->natural, limit);
    const Shaped *shaped = NULL;
    do {
        text = without_end(text);
        shaped = shape(runner, str_format(arena, "%.*s\xE2\x80\xA6", STR_ARG(text)));
    } while (text.len && line_natural_width(shaped) > limit);
    return shaped;
}

static void report_cut(Runner *runner, Str wanted) {
    if (runner->is_cut) return;
    runner->is_cut = true;
    diag_add(runner->setter->job->diags, W_HEAD_CUT, (Span){0},
             STR("give the document a short title: `short: ...`"),
             "running line \"%.*s\" is shortened to fit", STR_ARG(wanted));
}

static void measure_slot(Runner *runner, Slot *slot, Str wanted) {
    if (slot->is_measured && str_equal(slot->wanted, wanted)) return;
    const Shaped *shaped = wanted.len ? shape(runner, wanted) : NULL;
    *slot = (Slot){.wanted = wanted,
                   .natural = shaped ? line_natural_width(shaped) : 0,
                   .limit = SP_MAX,
                   .line = shaped ? set_shaped(runner, shaped) : NULL,
                   .is_measured = true};
}

/* Sets it anew when its share, too small before or now, has changed. */
static void fit_slot(Runner *runner, Slot *slot, Sp limit) {
    Sp before = slot->limit;
    slot->limit = limit;
    if (!slot->line || before == limit || (slot->natural <= before && slot->natural <= limit))
        return;
    bool fits = slot->natural <= limit;
    if (!fits) report_cut(runner, slot->wanted);
    slot->line = set_shaped(runner, fits ? shape(runner, slot->wanted)
                                         : shape_shortened(runner, slot, limit));
}

/* ---- the logo -------------------------------------------------------------------------------- */

/* What lies between two ends, and how much of its middle is taken. */
typedef struct Room {
    Sp from, to, middle;
} Room;

static Room room_of(const Runner *runner, bool is_verso) {
    const PageGeometry *geometry = &runner->setter->layout->page;
    return (Room){.from = is_verso ? geometry->outer : geometry->inner,
                  .to = geometry->width - (is_verso ? geometry->inner : geometry->outer)};
}

/* Texts of the head stand beside it. */
static void take_logo_room(Runner *runner, Room *room) {
    const Layout *layout = runner->setter->layout;
    if (!page_has_logo(layout, &runner->logo, runner->page)) return;
    Sp left = page_logo_put(runner->setter, &runner->logo, runner->page);
    Sp right = left + runner->logo.width, gap = 2 * runner->style->size;
    if (layout->logo->place == LOGO_CENTER)
        room->middle = runner->logo.width;
    else if (left - room->from < room->to - right)
        room->from = right + gap;
    else
        room->to = left - gap;
}

/* A text in the middle of the head and a logo there: the author of the layout must choose. */
static void report_hidden(Runner *runner, Str text) {
    if (runner->is_hidden) return;
    runner->is_hidden = true;
    diag_add(runner->setter->job->diags, E_BAD_GEOMETRY, runner->setter->layout->logo->span,
             STR("give one of them another place"),
             "the logo stands where `head.center` does, on \"%.*s\"", STR_ARG(text));
}

/* ---- places ---------------------------------------------------------------------------------- */

/* The middle keeps the middle: at most a third beside others; what is left goes to the ends in equal parts.
 * Without it the shorter end has what it needs. */
static void share_width(const Slot *slots, Room room, Sp gap, Sp limits[SLOT_COUNT]) {
    Sp left = slots[SLOT_LEFT].natural, center = slots[SLOT_CENTER].natural,
       right = slots[SLOT_RIGHT].natural, width = room.to - room.from;
    limits[SLOT_CENTER] = left || right ? sp_max(width / 3, 0) : width;
    if (center || room.middle) {
        Sp end = (width - sp_max(sp_min(center, limits[SLOT_CENTER]), room.middle)) / 2 - gap;
        limits[SLOT_LEFT] = limits[SLOT_RIGHT] = end;
        return;
    }
    Sp ends = left && right ? width - gap : width;
    limits[SLOT_LEFT] = sp_max(ends / 2, ends - right);
    limits[SLOT_RIGHT] = sp_max(ends / 2, ends - left);
}

static void put_line(Runner *runner, const Line *line, Sp x, bool is_foot) {
    *list_add(runner->setter->job->arena, &runner->page->placed) =
        (Placed){.kind = PLACED_LINE,
                 .is_artifact = true,
                 .is_pagination = true,
                 .is_foot = is_foot,
                 .x = x - line->left,
                 .y = is_foot ? runner->foot_y : runner->head_y,
                 .line = line};
}

static void put_slots(Runner *runner, const Slot *slots, Room room, bool is_foot) {
    for (int i = 0; i < SLOT_COUNT; i++) {
        const Line *line = slots[i].line;
        if (!line) continue;
        if (i == SLOT_CENTER && room.middle) report_hidden(runner, slots[i].wanted);
        Sp white = room.to - room.from - line->width;
        put_line(runner, line, room.from + white * i / (SLOT_COUNT - 1), is_foot);
    }
}

/* Without a document there is none to say that it is none. */
static bool is_in_pack(const Runner *runner) {
    const Model *model = runner->setter->model;
    return !model || model->pack;
}

/* The first page has its title for a head; a marking stands on every page all the same. */
static bool is_wanted(const Runner *runner, Str text, bool is_foot) {
    if (runner->page->is_blank && !is_foot) return str_find(text, STR("{marking}"), 0) != SIZE_MAX;
    bool is_of_item = str_find(text, STR("{item"), 0) != SIZE_MAX;
    if (is_of_item && !runner->fields->item_title.len) return false;
    if (!is_in_pack(runner) && str_find(text, STR("{pack-folio}"), 0) != SIZE_MAX) return false;
    if (str_find(text, STR("{marking}"), 0) != SIZE_MAX) return true;
    return !runner->fields->is_cover && (is_foot || runner->page->number > 1);
}

static void place_running(Runner *runner, const RunningLine *running, bool is_foot) {
    bool is_verso = runner->setter->layout->page.is_duplex && runner->page->number % 2 == 0;
    Str texts[SLOT_COUNT] = {is_verso ? running->outer : running->inner, running->center,
                             is_verso ? running->inner : running->outer};
    Slot *slots = runner->slots[is_foot][is_verso];
    if (runner->page->is_blank && is_foot) texts[SLOT_CENTER] = STR("{blank}");
    for (int i = 0; i < SLOT_COUNT; i++) {
        bool wanted = is_wanted(runner, texts[i], is_foot);
        measure_slot(runner, &slots[i], wanted ? expand(runner, texts[i]) : (Str){0});
    }
    Room room = room_of(runner, is_verso);
    if (!is_foot) take_logo_room(runner, &room);
    Sp limits[SLOT_COUNT];
    share_width(slots, room, 2 * runner->style->size, limits);
    for (int i = 0; i < SLOT_COUNT; i++) fit_slot(runner, &slots[i], limits[i]);
    put_slots(runner, slots, room, is_foot);
}

/* The text's grid goes on into the margins: a line is left free where there is room for it. */
static void find_baselines(Runner *runner) {
    const Layout *layout = runner->setter->layout;
    Sp column_height = layout->page.height - layout->page.top - layout->page.bottom;
    if (layout->grid) column_height -= column_height % layout->grid;
    Sp line = layout->grid ? layout->grid : runner->style->leading;
    Sp depth = layout->grid ? set_depth(layout) : line / 4;
    Sp bottom = layout->page.top + column_height, room = layout->page.height - bottom;
    runner->head_y = logo_head_baseline(layout);
    runner->foot_y = bottom + (room >= 2 * line ? 2 * line : line) - depth;
}

/* Read and embedded once for all parts of a document. */
static const PageLogo *shared_logo(Setter *setter, Pages *pages) {
    if (!pages->logo) {
        PageLogo *logo = ARENA_NEW(setter->job->arena, PageLogo);
        *logo = page_logo_read(setter);
        pages->logo = logo;
    }
    return pages->logo;
}

void page_add_running(Setter *setter, const RunningFields *fields, PageRange range, Pages *pages) {
    static const RunningFields no_fields;
    ArenaMark mark = arena_mark(setter->job->scratch);
    Runner *runner = ARENA_NEW(setter->job->scratch, Runner);
    *runner = (Runner){.setter = setter,
                       .fields = fields ? fields : &no_fields,
                       .style = layout_style(setter->layout, "running"),
                       .range = range,
                       .pages = pages,
                       .logo = *shared_logo(setter, pages)};
    find_baselines(runner);
    for (size_t i = range.from; i < range.to; i++) {
        runner->page = &pages->pages.at[i];
        place_running(runner, &setter->layout->head, false);
        place_running(runner, &setter->layout->foot, true);
        if (setter->layout->has_thumb_index) thumb_put(setter, runner->fields, runner->page);
    }
    arena_release(setter->job->scratch, mark);
}
