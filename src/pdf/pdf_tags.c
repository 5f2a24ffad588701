/* The structure tree: owners of painted text in, structure elements and parent tree out. */
#include "pdf/pdf_tags.h"

#include "pdf/pdf_object.h"
#include "pdf/pdf_transcript.h"

enum { LEAF_KEYS = 64 }; /* of the parent tree, a number tree (7.9.7) */

/* A stretch of content (value: its marked-content id) or an annotation (value: its object). */
typedef struct Painted {
    uint32_t page, value, next; /* next: index + 1 */
} Painted;

/* The pieces of a tag, in the order they were painted: index + 1 of the first and last. */
typedef struct PaintedList {
    uint32_t first, last;
} PaintedList;

/* Where a Figure stands, in hundredths of a point. */
typedef struct FigureBox {
    int64_t left, bottom, right, top;
} FigureBox;

struct PdfTags {
    PdfOut *out;
    Job *job;
    const Tag **tags; /* by number */
    size_t count;
    PaintedList *stretches, *annotations; /* by tag number */
    uint32_t *ids;                        /* by tag number; 0: left out */
    LIST(Painted) pieces;
    LIST(FigureBox) boxes;
    uint32_t *boxes_of; /* by tag number: index + 1 of a Figure's box */
    const uint32_t *page_ids;
    size_t page_count;
    uint32_t page;
    LIST(uint32_t) stretch_owners; /* element numbers, all pages one after another */
    size_t *page_starts;           /* page_count + 1 */
    LIST(uint32_t) annotation_owners;
};

/* ---- collecting ---------------------------------------------------------------------------- */

/* The next tag of a walk from parents to children, NULL at the end. */
static const Tag *walk_next(const Tag *tag) {
    if (tag->first) return tag->first;
    while (tag && !tag->next) tag = tag->parent;
    return tag ? tag->next : NULL;
}

static void number_tags(PdfTags *tags, const TagTree *tree) {
    for (const Tag *tag = tree->root; tag; tag = walk_next(tag))
        if (tag->number >= tags->count) tags->count = (size_t)tag->number + 1;
    Arena *arena = tags->job->arena;
    tags->tags = ARENA_ARRAY(arena, const Tag *, tags->count);
    tags->stretches = ARENA_ARRAY(arena, PaintedList, tags->count);
    tags->annotations = ARENA_ARRAY(arena, PaintedList, tags->count);
    tags->ids = ARENA_ARRAY(arena, uint32_t, tags->count);
    tags->boxes_of = ARENA_ARRAY(arena, uint32_t, tags->count);
    for (const Tag *tag = tree->root; tag; tag = walk_next(tag)) tags->tags[tag->number] = tag;
}

PdfTags *pdf_tags_new(PdfOut *out, Job *job, const TagTree *tree, const uint32_t *page_ids,
                      size_t page_count) {
    PdfTags *tags = ARENA_NEW(job->arena, PdfTags);
    *tags = (PdfTags){.out = out, .job = job, .page_ids = page_ids, .page_count = page_count};
    tags->page_starts = ARENA_ARRAY(job->arena, size_t, page_count + 1);
    number_tags(tags, tree);
    return tags;
}

void pdf_tags_begin_page(PdfTags *tags, uint32_t page) {
    tags->page = page;
    tags->page_starts[page] = tags->stretch_owners.len;
}

static void add_piece(PdfTags *tags, PaintedList *pieces, uint32_t value) {
    Painted *piece = list_add(tags->job->arena, &tags->pieces);
    *piece = (Painted){.page = tags->page, .value = value};
    uint32_t number = (uint32_t)tags->pieces.len;
    if (pieces->last)
        tags->pieces.at[pieces->last - 1].next = number;
    else
        pieces->first = number;
    pieces->last = number;
}

/* A leaf of content stands for its parent. */
static const Tag *element_of(const Tag *owner) {
    return owner->role == TAG_CONTENT && owner->parent ? owner->parent : owner;
}

uint32_t pdf_tags_add_stretch(PdfTags *tags, const Tag *owner) {
    size_t id = tags->stretch_owners.len - tags->page_starts[tags->page];
    *list_add(tags->job->arena, &tags->stretch_owners) = element_of(owner)->number;
    add_piece(tags, &tags->stretches[owner->number], (uint32_t)id);
    return (uint32_t)id;
}

static const Tag *link_round(const Tag *owner) {
    for (const Tag *tag = owner; tag; tag = tag->parent)
        if (tag->role == TAG_LINK) return tag;
    return element_of(owner);
}

uint32_t pdf_tags_add_annotation(PdfTags *tags, const Tag *owner, uint32_t annotation) {
    const Tag *link = link_round(owner);
    *list_add(tags->job->arena, &tags->annotation_owners) = link->number;
    add_piece(tags, &tags->annotations[link->number], annotation);
    return (uint32_t)(tags->page_count + tags->annotation_owners.len - 1);
}

void pdf_tags_set_box(PdfTags *tags, const Tag *owner, const int64_t place[4]) {
    *list_add(tags->job->arena, &tags->boxes) = (FigureBox){.left = place[0],
                                                            .bottom = place[1],
                                                            .right = place[0] + place[2],
                                                            .top = place[1] + place[3]};
    tags->boxes_of[element_of(owner)->number] = (uint32_t)tags->boxes.len;
}

const char *pdf_tags_stretch_name(const Tag *owner) {
    TagRole role = element_of(owner)->role;
    return role == TAG_STRONG || role == TAG_EM ? "Span" : tag_role_name(role);
}

/* ---- which elements there are -------------------------------------------------------------- */

/* Children have higher numbers than their parents, so that one pass backwards settles all. Numbers
 * are then given forwards, in the order the tree was built. */
static void number_elements(PdfTags *tags) {
    bool *is_kept = ARENA_ARRAY(tags->job->scratch, bool, tags->count);
    for (size_t i = tags->count; i-- > 0;) {
        const Tag *tag = tags->tags[i];
        if (!tag) continue;
        bool is_cell = tag->role == TAG_TH || tag->role == TAG_TD;
        is_kept[i] |= is_cell || tags->stretches[i].first || tags->annotations[i].first;
        if (is_kept[i] && tag->parent) is_kept[tag->parent->number] = true;
    }
    for (size_t i = 0; i < tags->count; i++)
        if (tags->tags[i] && (i == 0 || (is_kept[i] && tags->tags[i]->role != TAG_CONTENT)))
            tags->ids[i] = pdf_reserve(tags->out);
}

/* ---- elements ------------------------------------------------------------------------------ */

/* /K of one element while it is written; `page` is the element's own /Pg + 1. */
typedef struct Kids {
    Buf buf;
    size_t count;
    uint32_t page;
} Kids;

static void begin_kid(Kids *kids) {
    if (kids->count++ > 0) buf_add_char(&kids->buf, ' ');
}

static void put_stretches(PdfTags *tags, Kids *kids, const PaintedList *pieces) {
    for (uint32_t at = pieces->first; at; at = tags->pieces.at[at - 1].next) {
        const Painted *piece = &tags->pieces.at[at - 1];
        begin_kid(kids);
        if (kids->page == 0) kids->page = piece->page + 1;
        if (piece->page + 1 == kids->page) {
            buf_add_int(&kids->buf, piece->value);
        } else {
            buf_add(&kids->buf, STR("<</Type/MCR/Pg "));
            pdf_put_reference(&kids->buf, tags->page_ids[piece->page]);
            buf_print(&kids->buf, "/MCID %u>>", piece->value);
        }
    }
}

static void put_annotations(PdfTags *tags, Kids *kids, const PaintedList *pieces) {
    for (uint32_t at = pieces->first; at; at = tags->pieces.at[at - 1].next) {
        const Painted *piece = &tags->pieces.at[at - 1];
        begin_kid(kids);
        buf_add(&kids->buf, STR("<</Type/OBJR/Obj "));
        pdf_put_reference(&kids->buf, piece->value);
        if (piece->page + 1 != kids->page) {
            buf_add(&kids->buf, STR("/Pg "));
            pdf_put_reference(&kids->buf, tags->page_ids[piece->page]);
        }
        buf_add(&kids->buf, STR(">>"));
    }
}

static Kids kids_of(PdfTags *tags, const Tag *tag) {
    Kids kids = {.buf = buf_new(tags->job->scratch)};
    put_stretches(tags, &kids, &tags->stretches[tag->number]);
    for (const Tag *kid = tag->first; kid; kid = kid->next) {
        if (kid->role == TAG_CONTENT) {
            put_stretches(tags, &kids, &tags->stretches[kid->number]);
        } else if (tags->ids[kid->number]) {
            begin_kid(&kids);
            pdf_put_reference(&kids.buf, tags->ids[kid->number]);
        }
    }
    put_annotations(tags, &kids, &tags->annotations[tag->number]);
    return kids;
}

static void put_cell_attributes(Buf *buf, const Tag *tag) {
    if (tag->role == TAG_TD && tag->columns <= 1 && tag->rows <= 1) return;
    buf_add(buf, STR("/A<</O/Table"));
    if (tag->role == TAG_TH)
        buf_add(buf, tag->is_row_header ? STR("/Scope/Row") : STR("/Scope/Column"));
    if (tag->columns > 1) buf_print(buf, "/ColSpan %d", tag->columns);
    if (tag->rows > 1) buf_print(buf, "/RowSpan %d", tag->rows);
    buf_add(buf, STR(">>"));
}

static void put_figure_box(Buf *buf, const FigureBox *box) {
    const int64_t sides[] = {box->left, box->bottom, box->right, box->top};
    buf_add(buf, STR("/A<</O/Layout/Placement/Block/BBox["));
    for (size_t i = 0; i < 4; i++) {
        if (i > 0) buf_add_char(buf, ' ');
        pdf_put_decimal(buf, sides[i], 2);
    }
    buf_add(buf, STR("]>>"));
}

static void put_attributes(const PdfTags *tags, Buf *buf, const Tag *tag) {
    uint32_t box = tags->boxes_of[tag->number];
    if (box) put_figure_box(buf, &tags->boxes.at[box - 1]);
    if (tag->role == TAG_TH || tag->role == TAG_TD) put_cell_attributes(buf, tag);
    if (tag->role == TAG_L) {
        buf_add(buf, STR("/A<</O/List/ListNumbering"));
        pdf_put_name(buf, str_from(tag->list_numbering ? tag->list_numbering : "None"));
        buf_add(buf, STR(">>"));
    }
}

static void put_texts(PdfTags *tags, Buf *buf, const Tag *tag) {
    const struct {
        const char *key;
        Str text;
    } texts[] = {
        {"/Lang", tag->lang}, {"/Alt", tag->alt}, {"/E", tag->expansion}, {"/T", tag->title}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].text.len > 0) {
            buf_add(buf, str_from(texts[i].key));
            pdf_add_text(tags->out, buf, texts[i].text);
        }
}

/* A Note wants an /ID of its own (UA-1, 7.9); fixed width keeps the name tree sorted. */
static void put_note_id(Buf *buf, const Tag *tag) { buf_print(buf, "(note%010u)", tag->number); }

static void write_element(PdfTags *tags, const Tag *tag, uint32_t parent_id) {
    ArenaMark mark = arena_mark(tags->job->scratch);
    Buf buf = buf_new(tags->job->scratch);
    buf_add(&buf, STR("/S/"));
    buf_add(&buf, str_from(tag_role_name(tag->role)));
    buf_add(&buf, STR("/P "));
    pdf_put_reference(&buf, parent_id);
    Kids kids = kids_of(tags, tag);
    if (kids.page > 0) {
        buf_add(&buf, STR("/Pg "));
        pdf_put_reference(&buf, tags->page_ids[kids.page - 1]);
    }
    if (kids.count > 0) {
        buf_add(&buf, STR("/K["));
        buf_add(&buf, buf_str(&kids.buf));
        buf_add_char(&buf, ']');
    }
    put_attributes(tags, &buf, tag);
    put_texts(tags, &buf, tag);
    if (tag->role == TAG_NOTE) {
        buf_add(&buf, STR("/ID"));
        put_note_id(&buf, tag);
    }
    pdf_write_dict(tags->out, tags->ids[tag->number], buf_str(&buf));
    arena_release(tags->job->scratch, mark);
}

/* ---- parent tree and root ------------------------------------------------------------------ */

/* A page's entry is an array of the elements of its stretches, an annotation's the element itself. */
static void put_parent(PdfTags *tags, Buf *buf, size_t key) {
    buf_print(buf, "%zu ", key);
    if (key >= tags->page_count) {
        uint32_t owner = tags->annotation_owners.at[key - tags->page_count];
        pdf_put_reference(buf, tags->ids[owner]);
        buf_add_char(buf, ' ');
        return;
    }
    buf_add_char(buf, '[');
    for (size_t i = tags->page_starts[key]; i < tags->page_starts[key + 1]; i++) {
        pdf_put_reference(buf, tags->ids[tags->stretch_owners.at[i]]);
        buf_add_char(buf, ' ');
    }
    buf_add_char(buf, ']');
}

static uint32_t write_parent_leaf(PdfTags *tags, size_t from, size_t to) {
    ArenaMark mark = arena_mark(tags->job->scratch);
    Buf buf = buf_new(tags->job->scratch);
    uint32_t id = pdf_reserve(tags->out);
    buf_print(&buf, "/Limits[%zu %zu]/Nums[", from, to - 1);
    for (size_t key = from; key < to; key++) put_parent(tags, &buf, key);
    buf_add_char(&buf, ']');
    pdf_write_dict(tags->out, id, buf_str(&buf));
    arena_release(tags->job->scratch, mark);
    return id;
}

static void put_parent_tree(PdfTags *tags, Buf *buf) {
    size_t keys = tags->page_count + tags->annotation_owners.len;
    tags->page_starts[tags->page_count] = tags->stretch_owners.len;
    buf_add(buf, STR("/ParentTree<</Kids["));
    for (size_t from = 0; from < keys; from += LEAF_KEYS) {
        size_t to = from + LEAF_KEYS < keys ? from + LEAF_KEYS : keys;
        pdf_put_reference(buf, write_parent_leaf(tags, from, to));
        buf_add_char(buf, ' ');
    }
    buf_print(buf, "]>>/ParentTreeNextKey %zu", keys);
}

static void put_note_tree(PdfTags *tags, Buf *buf) {
    bool has_notes = false;
    for (size_t i = 0; i < tags->count; i++) {
        if (!tags->ids[i] || tags->tags[i]->role != TAG_NOTE) continue;
        buf_add(buf, has_notes ? STR("") : STR("/IDTree<</Names["));
        has_notes = true;
        put_note_id(buf, tags->tags[i]);
        pdf_put_reference(buf, tags->ids[i]);
    }
    buf_add(buf, has_notes ? STR("]>>") : STR(""));
}

uint32_t pdf_tags_write(PdfTags *tags) {
    ArenaMark mark = arena_mark(tags->job->scratch);
    uint32_t root = pdf_reserve(tags->out);
    number_elements(tags);
    for (size_t i = 0; i < tags->count; i++) {
        const Tag *tag = tags->tags[i];
        if (tags->ids[i])
            write_element(tags, tag, tag->parent ? tags->ids[tag->parent->number] : root);
    }
    Buf buf = buf_new(tags->job->scratch);
    buf_add(&buf, STR("/Type/StructTreeRoot/RoleMap<</Strong/Span/Em/Span>>/K "));
    pdf_put_reference(&buf, tags->ids[0]);
    put_parent_tree(tags, &buf);
    put_note_tree(tags, &buf);
    pdf_write_dict(tags->out, root, buf_str(&buf));
    arena_release(tags->job->scratch, mark);
    return root;
}

/* ---- reading ------------------------------------------------------------------------------- */

/* What stands within a line of text, so that a word may go on behind it. */
static bool is_inline(TagRole role) {
    return role == TAG_CONTENT || role == TAG_SPAN || role == TAG_STRONG || role == TAG_EM ||
           role == TAG_LINK || role == TAG_QUOTE || role == TAG_CODE;
}

static bool is_in(const Tag *tag, TagRole role) {
    while (tag && tag->role != role) tag = tag->parent;
    return tag != NULL;
}

/* The raised figure of a note. */
static bool is_figure(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] < '0' || text.at[i] > '9') return false;
    return true;
}

static void transcribe_tag(const PdfTags *tags, const Tag *tag, PdfTranscript *transcript) {
    if (!is_inline(tag->role) && tag->role != TAG_REFERENCE)
        buf_add_char(&transcript->reading, ' ');
    bool is_reference = is_in(tag, TAG_REFERENCE);
    for (uint32_t at = tags->stretches[tag->number].first; at; at = tags->pieces.at[at - 1].next) {
        const Painted *piece = &tags->pieces.at[at - 1];
        Str text = pdf_transcript_find(transcript, piece->page, piece->value);
        if (!is_reference || !is_figure(str_trim(text))) buf_add(&transcript->reading, text);
    }
}

void pdf_tags_transcribe(const PdfTags *tags, PdfTranscript *transcript) {
    for (int notes = 0; notes <= 1; notes++) {
        for (const Tag *tag = tags->tags[0]; tag; tag = walk_next(tag))
            if (is_in(tag, TAG_NOTE) == (notes == 1)) transcribe_tag(tags, tag, transcript);
    }
}
