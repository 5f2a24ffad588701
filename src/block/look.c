/* Pieces of text in; parts with looks and structure elements out. */
#include "block/look.h"

#include "block/link_note.h"
#include "block/note.h"
#include "block/reference.h"

/* ---- looks ------------------------------------------------------------------------------------ */

/* The nearest face that the layout allows. */
static FaceStyle allowed_face(const Layout *layout, FaceStyle face) {
    if (layout->has_italics) return face;
    return face == FACE_ITALIC ? FACE_REGULAR : face == FACE_BOLD_ITALIC ? FACE_BOLD : face;
}

Look look_of_style(Setter *setter, const Style *style) {
    FaceStyle face = allowed_face(setter->layout, style->face);
    return (Look){.face = font_find(shaper_fonts(setter->shaper), style->font, face),
                  .size = style->size,
                  .tracking = style->tracking,
                  .figures = style->figures,
                  .color = style->color,
                  .uppercase = style->uppercase,
                  .has_small_caps = style->has_small_caps};
}

/* Emphasis inside italics is upright, as compositors have it; strong inside bold stays bold. */
static FaceStyle emphasized(const Layout *layout, FaceStyle face, unsigned marks) {
    if (!layout->has_italics && marks & (MARK_EMPHASIS | MARK_STRONG)) return FACE_BOLD;
    face = allowed_face(layout, face);
    bool bold = face == FACE_BOLD || face == FACE_BOLD_ITALIC;
    bool italic = face == FACE_ITALIC || face == FACE_BOLD_ITALIC;
    if (marks & MARK_STRONG) bold = true;
    if (marks & MARK_EMPHASIS) italic = !italic;
    return bold ? (italic ? FACE_BOLD_ITALIC : FACE_BOLD) : (italic ? FACE_ITALIC : FACE_REGULAR);
}

/* Code inside text: the face of code, its small letters as high as those round it. In quarter points, whose
 * hundredths are whole numbers: sizes are written so. */
static void look_like_code(Setter *setter, Look *look, FaceStyle face) {
    const Face *around = look->face;
    look->figures = FIGURES_TABULAR;
    look->face =
        font_find(shaper_fonts(setter->shaper), layout_style(setter->layout, "code")->font, face);
    if (!around || !look->face || look->face == around || look->face->x_height <= 0) return;
    const Sp quarter = SP_PT / 4;
    Sp size = sp_scale(look->size, (int64_t)around->x_height * look->face->upem,
                       (int64_t)look->face->x_height * around->upem);
    look->size = sp_max((size + quarter / 2) / quarter, 1) * quarter;
}

static Look look_of_piece(Setter *setter, const Piece *piece, const Style *style) {
    Look look = look_of_style(setter, style);
    if (piece->kind == PIECE_TBC) {
        const Style *tbc = layout_style(setter->layout, "tbc");
        look.face = font_find(shaper_fonts(setter->shaper), tbc->font, tbc->face);
        look.color = tbc->color;
        look.is_boxed = true;
        return look;
    }
    FaceStyle face = emphasized(setter->layout, style->face, piece->marks);
    look.face = font_find(shaper_fonts(setter->shaper), style->font, face);
    look.is_struck = (piece->marks & MARK_STRIKE) != 0;
    if (piece->marks & MARK_CODE) look_like_code(setter, &look, face);
    if (piece->link) look.color = layout_style(setter->layout, "link")->color;
    return look;
}

/* ---- structure elements inside a paragraph ------------------------------------------------------ */

/* What surrounds a piece, outermost first. Two pieces with a common beginning share those elements. */
enum { DEEPEST = 24 };
typedef struct Step {
    TagRole role;
    const void *key; /* the link, span or entry; a mark's steps are told apart by role alone */
    Str lang, expansion, id;
} Step;

typedef struct Nest {
    Step steps[DEEPEST];
    Tag *tags[DEEPEST];
    size_t depth;
    Tag *base, *content;
} Nest;

static void push(Step *steps, size_t *depth, Step step) {
    if (*depth < DEEPEST) steps[(*depth)++] = step;
}

static void push_spans(const TextSpan *span, Step *steps, size_t *depth) {
    if (!span) return;
    push_spans(span->outer, steps, depth);
    bool is_heard = span->lang.len || span->id.len;
    if (is_heard)
        push(steps, depth,
             (Step){.role = TAG_SPAN, .key = span, .lang = span->lang, .id = span->id});
}

Str span_lang(const TextSpan *span) {
    for (; span; span = span->outer) {
        if (span->lang.len) return span->lang;
    }
    return (Str){0};
}

/* An acronym that stands alone says what it means. */
static Str mention_expansion(const Setter *setter, const Piece *piece) {
    const Entry *entry = piece->entry;
    if (!entry) return (Str){0};
    const Translated *acronym = NULL, *name = NULL;
    if (entry->kind == ENTRY_ORGANIZATION) {
        acronym = &entry->organization.acronym;
        name = &entry->organization.name;
    } else if (entry->kind == ENTRY_TERM) {
        acronym = &entry->term.acronym;
        name = &entry->term.name;
    }
    if (!acronym || !acronym->len || !name->len) return (Str){0};
    Str lang = span_lang(piece->attributes);
    if (!lang.len) lang = setter->lang;
    bool is_alone = str_equal(piece->text, translated_text(acronym, lang));
    return is_alone ? translated_text(name, lang) : (Str){0};
}

static size_t steps_of(const Setter *setter, const Piece *piece, Step *steps) {
    size_t depth = 0;
    push_spans(piece->attributes, steps, &depth);
    if (piece->note) push(steps, &depth, (Step){.role = TAG_REFERENCE, .key = piece});
    if (piece->note) push(steps, &depth, (Step){.role = TAG_LINK, .key = piece});
    if (piece->link) push(steps, &depth, (Step){.role = TAG_LINK, .key = piece->link});
    if (piece->marks & MARK_STRONG) push(steps, &depth, (Step){.role = TAG_STRONG});
    if (piece->marks & MARK_EMPHASIS) push(steps, &depth, (Step){.role = TAG_EM});
    if (piece->marks & MARK_CODE) push(steps, &depth, (Step){.role = TAG_CODE});
    Str expansion = mention_expansion(setter, piece);
    if (expansion.len)
        push(steps, &depth, (Step){.role = TAG_SPAN, .key = piece, .expansion = expansion});
    return depth;
}

static Tag *nest_content(Setter *setter, Nest *nest, const Piece *piece) {
    Step steps[DEEPEST];
    size_t depth = steps_of(setter, piece, steps), shared = 0;
    while (shared < depth && shared < nest->depth &&
           steps[shared].role == nest->steps[shared].role &&
           steps[shared].key == nest->steps[shared].key)
        shared++;
    if (shared == depth && shared == nest->depth && nest->content) return nest->content;
    for (size_t i = shared; i < depth; i++) {
        Tag *tag = tag_add(setter->tags, i ? nest->tags[i - 1] : nest->base, steps[i].role);
        tag->lang = steps[i].lang;
        tag->expansion = steps[i].expansion;
        tag->id = steps[i].id;
        if (tag->id.len) set_mark(setter, (Mark){.tag = tag, .id = tag->id});
        nest->tags[i] = tag;
        nest->steps[i] = steps[i];
    }
    nest->depth = depth;
    nest->content = tag_add(setter->tags, depth ? nest->tags[depth - 1] : nest->base, TAG_CONTENT);
    return nest->content;
}

/* ---- parts ------------------------------------------------------------------------------------- */

static TextPart *add_piece(Setter *setter, PartList *parts, const Piece *piece, const Style *style,
                           Nest *nest) {
    TextPart *part = list_add(setter->job->arena, &parts->list);
    *part = (TextPart){.text = piece->kind == PIECE_BREAK ? STR(" \n") : piece->text,
                       .look = look_of_piece(setter, piece, style),
                       .lang = span_lang(piece->attributes),
                       .span = piece->span,
                       .owner = nest->base ? nest_content(setter, nest, piece) : NULL,
                       .link = nest->base ? piece->link : NULL,
                       .is_verbatim = (piece->marks & MARK_CODE) != 0};
    return part;
}

/* " (example.org)" behind the words of a link, where the layout wants it there. */
static void add_address(Setter *setter, PartList *parts, size_t first, const Piece *last,
                        const Style *style, Nest *nest) {
    Str address = link_inline_address(setter, parts, first);
    if (!address.len) return;
    Piece piece = {.link = last->link, .attributes = last->attributes, .span = last->link->span};
    piece.text = STR(" (");
    add_piece(setter, parts, &piece, style, nest);
    piece.text = address;
    add_piece(setter, parts, &piece, style, nest)->is_verbatim = true;
    piece.text = STR(")");
    add_piece(setter, parts, &piece, style, nest);
}

/* Whether the link that piece i belongs to ends with it. */
static bool ends_link(const Rich *rich, size_t i) {
    const TextLink *link = rich->pieces[i].link;
    return link && (i + 1 == rich->count || rich->pieces[i + 1].link != link);
}

static void add_page(Setter *setter, PartList *parts, const Piece *last, const Style *style,
                     Nest *nest) {
    Piece piece = *last;
    piece.marks = 0;
    piece.kind = PIECE_TEXT;
    piece.entry = NULL;
    reference_add(setter, parts, &piece, style, nest_content(setter, nest, &piece));
}

/* What is repeated (no `tag`) has no marks of notes and leads nowhere. */
static void add_pieces(Setter *setter, PartList *parts, const Rich *rich, const Style *style,
                       Tag *tag) {
    Nest nest = {.base = tag};
    size_t link_from = parts->list.len;
    for (size_t i = 0; i < rich->count; i++) {
        const Piece *piece = &rich->pieces[i];
        bool is_note = piece->kind == PIECE_NOTE;
        if (is_note && !tag) continue;
        if (i && piece->link != piece[-1].link) link_from = parts->list.len;
        if (is_note)
            note_add_mark(setter, parts, piece, style, nest_content(setter, &nest, piece));
        else
            add_piece(setter, parts, piece, style, &nest);
        if (!tag || !ends_link(rich, i)) continue;
        if (piece->link->is_reference)
            add_page(setter, parts, piece, style, &nest);
        else
            add_address(setter, parts, link_from, piece, style, &nest);
    }
}

void parts_add_rich(Setter *setter, PartList *parts, const Rich *rich, const Style *style,
                    Tag *tag) {
    if (!setter->footnotes || !rich_note(rich)) {
        add_pieces(setter, parts, rich, style, tag);
        return;
    }
    Rich placed = note_place_marks(setter, rich);
    add_pieces(setter, parts, &placed, style, tag);
    if (tag) notes_set(setter, rich, tag);
}

void parts_add_translation(Setter *setter, PartList *parts, const RichTranslation *text,
                           const Style *style, Tag *tag) {
    size_t first = parts->list.len;
    if (!text) return;
    bool is_foreign = text->lang.len && !str_equal(text->lang, setter->lang);
    if (is_foreign && tag) {
        tag = tag_add(setter->tags, tag, TAG_SPAN);
        tag->lang = text->lang;
    }
    parts_add_rich(setter, parts, &text->text, style, tag);
    for (size_t i = first; is_foreign && i < parts->list.len; i++) {
        if (!parts->list.at[i].lang.len) parts->list.at[i].lang = text->lang;
    }
}

void parts_add_string(Setter *setter, PartList *parts, Str text, Span span, const Style *style,
                      Tag *tag) {
    *list_add(setter->job->arena, &parts->list) =
        (TextPart){.text = text,
                   .look = look_of_style(setter, style),
                   .span = span,
                   .owner = tag ? tag_add(setter->tags, tag, TAG_CONTENT) : NULL};
}

const TextLink *link_to(Setter *setter, const Scalar *url) {
    if (!url->given || url->is_tbc) return NULL;
    TextLink *link = ARENA_NEW(setter->job->arena, TextLink);
    *link = (TextLink){.url = url->text, .span = url->span, .is_data = true};
    return link;
}

void parts_add_link(Setter *setter, PartList *parts, Str text, const TextLink *link,
                    const Style *style, Tag *tag) {
    Piece *piece = ARENA_NEW(setter->job->arena, Piece);
    *piece = (Piece){.kind = PIECE_TEXT, .text = text, .span = link->span, .link = link};
    parts_add_rich(setter, parts, &(Rich){.pieces = piece, .count = 1, .span = link->span}, style,
                   tag);
    list_last(&parts->list).is_verbatim = str_equal(text, link->url);
}

void parts_add_tbc(Setter *setter, PartList *parts, const Scalar *value, const Style *style,
                   Tag *tag) {
    Piece piece = {.kind = PIECE_TBC, .text = value->text, .span = value->span};
    parts_add_rich(setter, parts, &(Rich){.pieces = &piece, .count = 1, .span = value->span}, style,
                   tag);
}

void parts_add_value(Setter *setter, PartList *parts, const Scalar *value, const Style *style,
                     Tag *tag) {
    if (value->is_tbc)
        parts_add_tbc(setter, parts, value, style, tag);
    else
        parts_add_string(setter, parts, value->text, value->span, style, tag);
}

/* The sentence is made first: what stands in it between two names are the words that join them. */
void parts_add_names(Setter *setter, PartList *parts, const NameList *names, const Style *style,
                     Tag *tag) {
    Arena *arena = setter->job->arena;
    Str *texts = ARENA_ARRAY(arena, Str, names->len + 1);
    for (size_t i = 0; i < names->len; i++) texts[i] = names->at[i].text.text;
    Str sentence = model_join_list(arena, texts, names->len, setter->lang);
    size_t done = 0;
    for (size_t i = 0; i < names->len; i++) {
        const Name *name = &names->at[i];
        size_t from = str_find(sentence, name->text.text, done);
        if (from > done)
            parts_add_string(setter, parts, str_slice(sentence, done, from), name->text.span, style,
                             tag);
        if (name->link && !name->text.is_tbc)
            parts_add_link(setter, parts, name->text.text, name->link, style, tag);
        else
            parts_add_value(setter, parts, &name->text, style, tag);
        done = from + name->text.text.len;
    }
}

const Shaped *parts_shape(Setter *setter, const PartList *parts, const Style *style) {
    if (!parts->list.len) return NULL;
    Paragraph paragraph = {.parts = parts->list.at,
                           .count = parts->list.len,
                           .lang = setter->lang,
                           .hyphenate = style->hyphenate};
    const Shaped *shaped = shape_paragraph(setter->shaper, &paragraph);
    if (setter->on_runs) shaped_dump(shaped, setter->on_runs);
    return shaped;
}

Lines shaped_break(Setter *setter, const Shaped *shaped, const LineSpec *spec) {
    if (!shaped) return (Lines){0};
    Lines lines = line_break(setter->job, setter->shaper, shaped, spec);
    if (setter->on_lines) lines_dump(&lines, setter->on_lines);
    return lines;
}

Lines parts_break(Setter *setter, const PartList *parts, const Style *style, const LineSpec *spec) {
    return shaped_break(setter, parts_shape(setter, parts, style), spec);
}
