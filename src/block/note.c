/* Footnotes of texts in; marks among the parts, and notes in the galley out. */
#include "block/note.h"

#include "base/language.h"

/* In faces that have no superior figures: smaller ones, raised; thousandths of the size. */
enum { RAISED_SIZE = 580, RAISED_RISE = 340 };

typedef struct SetNote {
    const TextNote *note;
    unsigned number;
    Str figures; /* "12" */
    TextLink to, back;
    Str id, mark_id;
    Lines lines;
    LIST(Mark) marks; /* of spans with names in it */
    bool is_set, is_placed;
} SetNote;

typedef struct Notes {
    LIST(SetNote *) list;    /* by number, from 1 */
    unsigned tags;           /* there were before the first */
    Sp hang;                 /* of the text behind the widest number; 0: not known yet */
    LIST(SetNote *) waiting; /* whose marks are in the margin, for the next box */
} Notes;

void notes_begin(Setter *setter) {
    if (!setter->model->notes) return;
    setter->footnotes = ARENA_NEW(setter->job->arena, Notes);
    setter->footnotes->tags = setter->tags->count;
}

/* ---- marks ---- */

static SetNote *find_note(Setter *setter, const TextNote *note) {
    Notes *notes = setter->footnotes;
    Arena *arena = setter->job->arena;
    bool is_known = note->number && note->number <= notes->list.len &&
                    notes->list.at[note->number - 1]->note == note;
    if (is_known) return notes->list.at[note->number - 1];
    SetNote *set = ARENA_NEW(arena, SetNote);
    *list_add(arena, &notes->list) = set;
    unsigned number = (unsigned)notes->list.len;
    ((TextNote *)note)->number = number;
    Str label = language_term(setter->lang, TERM_NOTE);
    Str galley = {
        0}; /* each part of a pack counts from 1; one that comes twice has other tags before it */
    if (setter->model->pack)
        galley = str_format(arena, "%.*s.%u.", STR_ARG(setter->part), notes->tags);
    *set = (SetNote){.note = note,
                     .number = number,
                     .figures = str_format(arena, "%u", number),
                     .id = str_format(arena, ".note-%.*s%u", STR_ARG(galley), number),
                     .mark_id = str_format(arena, ".mark-%.*s%u", STR_ARG(galley), number)};
    set->to = (TextLink){.url = str_format(arena, "#%.*s", STR_ARG(set->id)),
                         .title = str_format(arena, "%.*s %u", STR_ARG(label), number),
                         .span = note->span};
    set->back = (TextLink){.url = str_format(arena, "#%.*s", STR_ARG(set->mark_id)),
                           .title = language_term(setter->lang, TERM_BACK),
                           .span = note->span};
    return set;
}

static Look look_of_mark(Setter *setter, const Style *style) {
    Look look = look_of_style(setter, style);
    look.color = layout_style(setter->layout, "footnote.mark")->color;
    look.tracking = 0;
    look.figures = FIGURES_SUPERIOR;
    if (font_has_superiors(look.face)) return look;
    look.figures = FIGURES_LINING;
    look.rise = sp_scale(look.size, RAISED_RISE, 1000);
    look.size = sp_scale(look.size, RAISED_SIZE, 1000);
    return look;
}

/* Two marks side by side would read as one number. */
static void add_comma(Setter *setter, PartList *parts, const SetNote *set, const Style *style,
                      Tag *owner) {
    if (!parts->list.len || !list_last(&parts->list).note) return;
    *list_add(setter->job->arena, &parts->list) = (TextPart){.text = STR(","),
                                                             .look = look_of_mark(setter, style),
                                                             .span = set->note->span,
                                                             .owner = owner,
                                                             .note = set};
}

void note_add_mark(Setter *setter, PartList *parts, const Piece *piece, const Style *style,
                   Tag *owner) {
    SetNote *set = find_note(setter, piece->note);
    add_comma(setter, parts, set, style, owner);
    *list_add(setter->job->arena, &parts->list) = (TextPart){.text = set->figures,
                                                             .look = look_of_mark(setter, style),
                                                             .span = piece->span,
                                                             .owner = owner,
                                                             .link = &set->to,
                                                             .note = set};
}

/* ---- setting ---- */

static bool is_inline(TagRole role) {
    return role == TAG_SPAN || role == TAG_STRONG || role == TAG_EM || role == TAG_LINK ||
           role == TAG_QUOTE || role == TAG_CODE || role == TAG_REFERENCE;
}

/* Notes stand behind the paragraph; in a cell or an item, which hold their text themselves, at its end. */
static Tag *place_of_notes(Tag *tag) {
    while (is_inline(tag->role) && tag->parent) tag = tag->parent;
    bool is_paragraph = tag->role == TAG_P || (tag->role >= TAG_H1 && tag->role <= TAG_H6);
    return is_paragraph ? tag->parent : tag;
}

/* The number and the space behind it. Two blanks of verbatim text neither stretch nor break. */
static void add_number(Setter *setter, PartList *parts, SetNote *set, const Style *style,
                       Tag *label) {
    Look look = look_of_style(setter, style);
    look.figures = FIGURES_TABULAR;
    Tag *link = label ? tag_add(setter->tags, label, TAG_LINK) : NULL;
    TextPart number = {.text = set->figures,
                       .look = look,
                       .span = set->note->span,
                       .owner = link ? tag_add(setter->tags, link, TAG_CONTENT) : NULL,
                       .link = link ? &set->back : NULL};
    TextPart space = {.text = STR("  "),
                      .look = look,
                      .span = set->note->span,
                      .owner = label ? tag_add(setter->tags, label, TAG_CONTENT) : NULL,
                      .is_verbatim = true};
    *list_add(setter->job->arena, &parts->list) = number;
    *list_add(setter->job->arena, &parts->list) = space;
}

static Sp number_width(Setter *setter, Str figures, const Style *style) {
    const TextNote none = {0};
    SetNote note = {.note = &none, .figures = figures};
    PartList parts = {0};
    add_number(setter, &parts, &note, style, NULL);
    Paragraph paragraph = {.parts = parts.list.at, .count = parts.list.len, .lang = setter->lang};
    const Shaped *shaped = shape_paragraph(setter->shaper, &paragraph);
    Sp width = 0;
    for (size_t i = 0; i < shaped->segment_count; i++) width += shaped->segments[i].width;
    return width;
}

static void break_note(Setter *setter, SetNote *set, const Style *style, Tag *note) {
    Notes *notes = setter->footnotes;
    PartList parts = {0};
    if (!notes->hang) {
        Str widest = str_format(setter->job->arena, "%u", setter->model->notes);
        notes->hang = number_width(setter, widest, style);
    }
    add_number(setter, &parts, set, style, tag_add(setter->tags, note, TAG_LBL));
    setter->is_in_note = true;
    parts_add_rich(setter, &parts, &set->note->text, style, tag_add(setter->tags, note, TAG_P));
    setter->is_in_note = false;
    LineSpec spec = {.measure = setter->galley->measure,
                     .first_indent =
                         sp_max(notes->hang - number_width(setter, set->figures, style), 0),
                     .hang = notes->hang,
                     .align = style->align,
                     .protrusion = setter->layout->protrusion,
                     .expansion = style->align == ALIGN_JUSTIFY ? setter->layout->expansion : 0};
    set->lines = parts_break(setter, &parts, style, &spec);
}

/* Named spans leave marks with the setter: they are the note's. */
static void set_note(Setter *setter, SetNote *set, Tag *parent) {
    size_t waiting = setter->marks.len;
    Tag *note = tag_add(setter->tags, parent, TAG_NOTE);
    break_note(setter, set, layout_style(setter->layout, "footnote"), note);
    for (size_t i = waiting; i < setter->marks.len; i++)
        *list_add(setter->job->arena, &set->marks) = setter->marks.at[i];
    setter->marks.len = waiting;
    set->is_set = true;
}

void notes_set(Setter *setter, const Rich *text, Tag *tag) {
    for (size_t i = 0; i < text->count; i++) {
        const Piece *piece = &text->pieces[i];
        if (piece->kind != PIECE_NOTE) continue;
        SetNote *set = find_note(setter, piece->note);
        if (!set->is_set) set_note(setter, set, place_of_notes(tag));
    }
}

/* ---- placing ---- */

bool notes_are_in(const Lines *lines) {
    for (size_t i = 0; i < lines->len; i++) {
        for (uint32_t r = 0; r < lines->at[i].run_count; r++)
            if (lines->at[i].runs[r].part->note) return true;
    }
    return false;
}

static void add_item(Setter *setter, const GalleyItem *item) {
    *list_add(setter->job->arena, &setter->galley->items) = *item;
}

/* The notes whose marks stand in the lines of an item, in their order. */
static void find_marks(Setter *setter, const GalleyItem *item) {
    Notes *notes = setter->footnotes;
    for (size_t p = 0; p < item->part_count; p++) {
        const Line *line = item->parts[p].kind == PART_LINE ? item->parts[p].line : NULL;
        for (uint32_t r = 0; line && r < line->run_count; r++) {
            SetNote *set = (SetNote *)line->runs[r].part->note;
            if (!set || set->is_placed) continue;
            set->is_placed = true;
            *list_add(setter->job->arena, &notes->waiting) = set;
        }
    }
}

static void add_mark(Setter *setter, Mark mark) {
    add_item(setter, &(GalleyItem){.kind = GALLEY_MARK, .mark = mark});
}

static void add_note(Setter *setter, const SetNote *set) {
    const Style *style = layout_style(setter->layout, "footnote");
    Part *parts = ARENA_ARRAY(setter->job->arena, Part, set->lines.len);
    Sp baseline = style->leading - set_depth(setter->layout);
    for (size_t i = 0; i < set->lines.len; i++)
        parts[i] = (Part){
            .kind = PART_LINE, .line = &set->lines.at[i], .y = (Sp)i * style->leading + baseline};
    add_item(setter, &(GalleyItem){.kind = GALLEY_NOTE,
                                   .span = set->note->span,
                                   .height = (Sp)set->lines.len * style->leading,
                                   .parts = parts,
                                   .part_count = set->lines.len,
                                   .mark = {.id = set->id}});
}

/* Before the box what leads to it: its marks, and names inside its notes. */
static void place_box(Setter *setter, const GalleyItem *box) {
    Notes *notes = setter->footnotes;
    find_marks(setter, box);
    for (size_t i = 0; i < notes->waiting.len; i++) {
        const SetNote *set = notes->waiting.at[i];
        add_mark(setter, (Mark){.id = set->mark_id});
        for (size_t m = 0; m < set->marks.len; m++) add_mark(setter, set->marks.at[m]);
    }
    add_item(setter, box);
    for (size_t i = 0; i < notes->waiting.len; i++) add_note(setter, notes->waiting.at[i]);
    notes->waiting.len = 0;
}

void notes_place(Setter *setter) {
    Notes *notes = setter->footnotes;
    if (!notes) return;
    GalleyItem *items = setter->galley->items.at;
    size_t count = setter->galley->items.len;
    setter->galley->items.at = NULL;
    setter->galley->items.len = setter->galley->items.cap = 0;
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == GALLEY_BOX) {
            place_box(setter, &items[i]);
            continue;
        }
        if (items[i].kind == GALLEY_MARGIN) find_marks(setter, &items[i]);
        add_item(setter, &items[i]);
    }
    for (size_t i = 0; i < notes->waiting.len; i++) add_note(setter, notes->waiting.at[i]);
}
