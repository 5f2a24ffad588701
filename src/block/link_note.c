/* Lines with links in; addresses and QR codes for the margin, or for the text, out. */
#include "block/link_note.h"

#include "base/language.h"
#include "block/address.h"

enum { LONGEST_NOTE = 90 }; /* characters: four lines of a margin column */

#define QR_SIDE SP_MM(20)               /* without its quiet zone */
#define QR_LEAST_MODULE (SP_MM(4) / 10) /* what a telephone still reads at arm's length */

LinkStyle link_style(const Setter *setter) {
    LinkStyle style = setter->layout->links;
    bool needs_margin = style == LINKS_NOTE || style == LINKS_QR;
    bool has_margin = setter->layout->page.margin_column && !setter->is_in_note;
    return needs_margin && !has_margin ? LINKS_INLINE : style;
}

/* ---- whether there is something to print ---- */

static bool is_shown(const TextLink *link) {
    return link && !link->is_data && link->url.len && link->url.at[0] != '#';
}

/* Remembers the address; false when it was printed before. */
static bool is_new(Setter *setter, Str address) {
    size_t position = 0;
    return id_index_add(setter->job->arena, &setter->printed_links, address, &position);
}

/* The words of a link that begins with run `from` of line `number`, through all lines it fills. */
static Str words_of(Setter *setter, const Lines *lines, size_t number, uint32_t from) {
    const TextPart *last = NULL;
    const void *link = lines->at[number].runs[from].part->link;
    Buf words = buf_new(setter->job->scratch);
    for (; number < lines->len; number++, from = 0) {
        const Line *line = &lines->at[number];
        for (; from < line->run_count; from++) {
            const TextPart *part = line->runs[from].part;
            if (part->link != link) return buf_str(&words);
            if (part != last) buf_add(&words, part->text);
            last = part;
        }
    }
    return buf_str(&words);
}

/* What is printed of a link with these words; empty: nothing. */
static Str address_of(Setter *setter, const TextLink *link, Str words) {
    Arena *arena = setter->job->arena;
    Str address = address_short(arena, link->url, 0);
    if (!is_new(setter, address) || str_equal(address_short(arena, words, 0), address))
        return (Str){0};
    return address;
}

/* ---- in the text ---- */

Str link_inline_address(Setter *setter, const PartList *parts, size_t first) {
    const TextLink *link = list_last(&parts->list).link;
    if (!is_shown(link) || link_style(setter) != LINKS_INLINE) return (Str){0};
    ArenaMark mark = arena_mark(setter->job->scratch);
    Buf words = buf_new(setter->job->scratch);
    for (size_t i = first; i < parts->list.len; i++) buf_add(&words, parts->list.at[i].text);
    Str address = address_of(setter, link, buf_str(&words));
    arena_release(setter->job->scratch, mark);
    return address;
}

/* ---- in the margin ---- */

/* A note being put together; positions from its top. */
typedef struct Note {
    Setter *setter;
    const TextLink *link;
    const Tag *owner; /* content of the Link */
    const Image *code;
    Sp module; /* side of one of the code's */
    Lines lines;
} Note;

static Lines address_lines(Note *note, Str address) {
    Setter *setter = note->setter;
    const Style *style = layout_style(setter->layout, "note");
    PartList parts = {0};
    *list_add(setter->job->arena, &parts.list) = (TextPart){.text = address,
                                                            .look = look_of_style(setter, style),
                                                            .span = note->link->span,
                                                            .link = note->link,
                                                            .is_verbatim = true};
    LineSpec spec = {
        .measure = setter->layout->page.margin_column, .hang = style->hang, .align = style->align};
    return parts_break(setter, &parts, style, &spec);
}

static Sp cap_height(Setter *setter, const Style *style) {
    Look look = look_of_style(setter, style);
    return shape_length(look.face, look.size, look.face->cap_height);
}

/* A Figure inside the Link, so that who listens knows that the page has one. */
static const Tag *code_tag(const Note *note) {
    Setter *setter = note->setter;
    Tag *link = note->owner->parent;
    while (link && link->role != TAG_LINK) link = link->parent;
    Tag *figure = tag_add(setter->tags, link ? link : note->owner->parent, TAG_FIGURE);
    Str term = language_term(setter->lang, TERM_QR_CODE);
    Str address = address_short(setter->job->arena, note->link->url, 0);
    figure->alt = str_format(setter->job->arena, "%.*s: %.*s", STR_ARG(term), STR_ARG(address));
    return tag_add(setter->tags, figure, TAG_CONTENT);
}

/* Its dark modules stand flush with the notes, at the height of the capitals of the line beside it. */
static Part code_part(const Note *note) {
    Sp side = note->module * note->code->width;
    return (Part){.kind = PART_IMAGE,
                  .x = -QR_QUIET * note->module,
                  .width = side,
                  .height = side,
                  .image = note->code,
                  .owner = code_tag(note)};
}

static void add_note(const Note *note) {
    Setter *setter = note->setter;
    const Style *style = layout_style(setter->layout, "note");
    Sp depth = set_depth(setter->layout), level = style->leading - depth, first = level, end = 0;
    GalleyItem *item = set_add(setter, GALLEY_MARGIN, note->link->span);
    Part *parts = ARENA_ARRAY(setter->job->arena, Part, note->lines.len + 1);
    if (note->code) {
        parts[item->part_count++] = code_part(note);
        end = parts[0].height;
        level = QR_QUIET * note->module + cap_height(setter, set_text_style(setter));
        Sp least = end + cap_height(setter, style) - level;
        first = level + (least + style->leading - 1) / style->leading * style->leading;
    }
    for (size_t i = 0; i < note->lines.len; i++) {
        Sp baseline = first + (Sp)i * style->leading;
        parts[item->part_count++] = (Part){
            .kind = PART_LINE, .y = baseline, .line = &note->lines.at[i], .owner = note->owner};
        end = baseline + depth;
    }
    item->parts = parts;
    item->height = end;
    item->level = level;
    item->link = note->link;
}

/* False when there is none, or none that fits; said by then. */
static bool find_code(Note *note) {
    Setter *setter = note->setter;
    note->code = image_qr(setter->job, note->link->url, note->link->span);
    if (!note->code) return false;
    Sp modules = note->code->width - 2 * QR_QUIET;
    note->module = sp_max(QR_SIDE / modules, QR_LEAST_MODULE);
    if (modules * note->module <= setter->layout->page.margin_column) return true;
    diag_add(setter->job->diags, W_NO_QR, note->link->span, STR("use a shorter address"),
             "there is no QR code for this address: it would be wider than the margin column");
    note->code = NULL;
    return false;
}

static void set_note(Setter *setter, const TextLink *link, const Tag *owner) {
    Note note = {.setter = setter, .link = link, .owner = owner};
    if (link_style(setter) == LINKS_QR) find_code(&note);
    note.lines = address_lines(&note, address_short(setter->job->arena, link->url, LONGEST_NOTE));
    add_note(&note);
}

/* A note of the paragraph as it was set first moves to where its link begins now. */
static void set_notes_again(Setter *setter, const Line *line) {
    for (uint32_t i = 0; i < line->run_count && setter->note_count; i++) {
        if (line->runs[i].part->link != setter->notes->link) continue;
        *set_add(setter, GALLEY_MARGIN, setter->notes->span) = *setter->notes;
        setter->notes++;
        setter->note_count--;
    }
}

void link_notes_beside(Setter *setter, const Lines *lines, size_t number) {
    if (setter->is_again) {
        set_notes_again(setter, &lines->at[number]);
        return;
    }
    LinkStyle style = link_style(setter);
    if ((style != LINKS_NOTE && style != LINKS_QR) || number >= lines->len) return;
    const Line *line = &lines->at[number];
    const void *last = NULL;
    for (uint32_t i = 0; i < line->run_count; i++) {
        const TextPart *part = line->runs[i].part;
        if (part->link == last || !part->owner) continue;
        last = part->link;
        if (!is_shown(last)) continue;
        ArenaMark mark = arena_mark(setter->job->scratch);
        bool has_note = address_of(setter, last, words_of(setter, lines, number, i)).len > 0;
        arena_release(setter->job->scratch, mark);
        if (has_note) set_note(setter, last, part->owner);
    }
}

void link_qr_beside(Setter *setter, const PartList *parts, const TextLink *link, bool has_address) {
    if (!setter->layout->page.margin_column) return;
    Note note = {.setter = setter, .link = link};
    for (size_t i = 0; i < parts->list.len && !note.owner; i++) {
        if (parts->list.at[i].link == link) note.owner = parts->list.at[i].owner;
    }
    if (!note.owner) return;
    bool is_drawn = find_code(&note);
    Str address = address_short(setter->job->arena, link->url, LONGEST_NOTE);
    if (has_address) note.lines = address_lines(&note, address);
    if (is_drawn || has_address) add_note(&note);
}
