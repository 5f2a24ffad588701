/* The structure tree: owners of painted text in, structure elements and parent tree out. */
#include "pdf/pdf_tags.h"

#include "pdf/pdf_object.h"
#include "pdf/pdf_transcript.h"

#include <stdlib.h>

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

/* A page: its object, and which stretches stand on it. */
typedef struct TaggedPage {
    uint32_t id;
    size_t first, count;
} TaggedPage;

/* An element of a part's root, hanging in the spine. */
typedef struct Branch {
    size_t order;
    uint32_t id;
} Branch;

/* An element of the spine that something hangs in. */
typedef struct Holder {
    const Tag *tag;
    uint32_t id;
    LIST(Branch) branches;
} Holder;

/* A Note's name and object. */
typedef struct NoteId {
    unsigned number;
    uint32_t id;
} NoteId;

/* What is collected of the open part; by tag number, in the part's arena. */
typedef struct OpenPart {
    PdfTagPart is;
    Arena *arena;
    const Tag **tags;
    size_t count;
    PaintedList *stretches, *annotations;
    uint32_t *ids; /* 0: left out */
    LIST(Painted) pieces;
    LIST(FigureBox) boxes;
    uint32_t *boxes_of; /* index + 1 of a Figure's box */
    size_t first_stretch, first_annotation;
} OpenPart;

struct PdfTags {
    PdfOut *out;
    Job *job;
    OpenPart part;
    uint32_t root; /* StructTreeRoot; 0: not numbered yet */
    LIST(Holder) holders;
    size_t most_pages;
    uint32_t page;
    LIST(TaggedPage) pages;
    LIST(uint32_t) stretch_owners; /* elements: tag numbers, of ended parts objects */
    LIST(uint32_t) annotation_owners;
    LIST(NoteId) notes;
    unsigned tags_before; /* in parts before the open one */
};

/* ---- collecting ---------------------------------------------------------------------------- */

/* The next tag of a walk from parents to children, NULL at the end. */
static const Tag *walk_next(const Tag *tag) {
    if (tag->first) return tag->first;
    while (tag && !tag->next) tag = tag->parent;
    return tag ? tag->next : NULL;
}

static void number_tags(OpenPart *part) {
    const Tag *root = part->is.tree->root;
    for (const Tag *tag = root; tag; tag = walk_next(tag))
        if (tag->number >= part->count) part->count = (size_t)tag->number + 1;
    Arena *arena = part->arena;
    part->tags = ARENA_ARRAY(arena, const Tag *, part->count);
    part->stretches = ARENA_ARRAY(arena, PaintedList, part->count);
    part->annotations = ARENA_ARRAY(arena, PaintedList, part->count);
    part->ids = ARENA_ARRAY(arena, uint32_t, part->count);
    part->boxes_of = ARENA_ARRAY(arena, uint32_t, part->count);
    for (const Tag *tag = root; tag; tag = walk_next(tag)) part->tags[tag->number] = tag;
}

PdfTags *pdf_tags_new(PdfOut *out, Job *job, size_t most_pages) {
    PdfTags *tags = ARENA_NEW(job->arena, PdfTags);
    *tags = (PdfTags){.out = out, .job = job, .most_pages = most_pages};
    return tags;
}

void pdf_tags_begin_part(PdfTags *tags, Arena *arena, const PdfTagPart *part) {
    tags->part = (OpenPart){.is = *part,
                            .arena = arena,
                            .first_stretch = tags->stretch_owners.len,
                            .first_annotation = tags->annotation_owners.len};
    number_tags(&tags->part);
}

void pdf_tags_begin_page(PdfTags *tags, uint32_t page, uint32_t id) {
    tags->page = page;
    while (tags->pages.len <= page) list_add(tags->job->arena, &tags->pages);
    tags->pages.at[page] = (TaggedPage){.id = id, .first = tags->stretch_owners.len};
}

static void add_piece(PdfTags *tags, PaintedList *pieces, uint32_t value) {
    OpenPart *part = &tags->part;
    Painted *piece = list_add(part->arena, &part->pieces);
    *piece = (Painted){.page = tags->page, .value = value};
    uint32_t number = (uint32_t)part->pieces.len;
    if (pieces->last)
        part->pieces.at[pieces->last - 1].next = number;
    else
        pieces->first = number;
    pieces->last = number;
}

/* A leaf of content stands for its parent. */
static const Tag *element_of(const Tag *owner) {
    return owner->role == TAG_CONTENT && owner->parent ? owner->parent : owner;
}

uint32_t pdf_tags_add_stretch(PdfTags *tags, const Tag *owner) {
    size_t id = tags->pages.at[tags->page].count++;
    *list_add(tags->job->arena, &tags->stretch_owners) = element_of(owner)->number;
    add_piece(tags, &tags->part.stretches[owner->number], (uint32_t)id);
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
    add_piece(tags, &tags->part.annotations[link->number], annotation);
    return (uint32_t)(tags->most_pages + tags->annotation_owners.len - 1);
}

void pdf_tags_set_box(PdfTags *tags, const Tag *owner, const int64_t place[4]) {
    OpenPart *part = &tags->part;
    *list_add(part->arena, &part->boxes) = (FigureBox){.left = place[0],
                                                       .bottom = place[1],
                                                       .right = place[0] + place[2],
                                                       .top = place[1] + place[3]};
    part->boxes_of[element_of(owner)->number] = (uint32_t)part->boxes.len;
}

const char *pdf_tags_stretch_name(const Tag *owner) {
    TagRole role = element_of(owner)->role;
    return role == TAG_STRONG || role == TAG_EM ? "Span" : tag_role_name(role);
}

/* ---- which elements there are -------------------------------------------------------------- */

/* Children have higher numbers than their parents, so that one pass backwards settles all. Numbers
 * are then given forwards, in the order the tree was built. */
static void number_elements(PdfTags *tags) {
    OpenPart *part = &tags->part;
    bool *is_kept = ARENA_ARRAY(tags->job->scratch, bool, part->count);
    for (size_t i = part->count; i-- > 0;) {
        const Tag *tag = part->tags[i];
        if (!tag) continue;
        bool is_cell = tag->role == TAG_TH || tag->role == TAG_TD;
        is_kept[i] |= is_cell || part->stretches[i].first || part->annotations[i].first;
        if (is_kept[i] && tag->parent) is_kept[tag->parent->number] = true;
    }
    for (size_t i = part->is.within ? 1 : 0; i < part->count; i++)
        if (part->tags[i] && (i == 0 || (is_kept[i] && part->tags[i]->role != TAG_CONTENT)))
            part->ids[i] = pdf_reserve(tags->out);
}

static Holder *holder_of(PdfTags *tags, const Tag *tag) {
    for (size_t i = 0; i < tags->holders.len; i++)
        if (tags->holders.at[i].tag == tag) return &tags->holders.at[i];
    Holder *holder = list_add(tags->job->arena, &tags->holders);
    holder->tag = tag;
    holder->id = pdf_reserve(tags->out);
    return holder;
}

/* The root stands for an element of the spine: its children hang there. */
static void hang(PdfTags *tags) {
    OpenPart *part = &tags->part;
    Holder *holder = holder_of(tags, part->is.within);
    part->ids[0] = holder->id;
    for (const Tag *tag = part->tags[0]->first; tag; tag = tag->next)
        if (part->ids[tag->number])
            *list_add(tags->job->arena, &holder->branches) =
                (Branch){.order = part->is.order, .id = part->ids[tag->number]};
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
    const Painted *all = tags->part.pieces.at;
    for (uint32_t at = pieces->first; at; at = all[at - 1].next) {
        const Painted *piece = &all[at - 1];
        begin_kid(kids);
        if (kids->page == 0) kids->page = piece->page + 1;
        if (piece->page + 1 == kids->page) {
            buf_add_int(&kids->buf, piece->value);
        } else {
            buf_add(&kids->buf, STR("<</Type/MCR/Pg "));
            pdf_put_reference(&kids->buf, tags->pages.at[piece->page].id);
            buf_print(&kids->buf, "/MCID %u>>", piece->value);
        }
    }
}

static void put_annotations(PdfTags *tags, Kids *kids, const PaintedList *pieces) {
    const Painted *all = tags->part.pieces.at;
    for (uint32_t at = pieces->first; at; at = all[at - 1].next) {
        const Painted *piece = &all[at - 1];
        begin_kid(kids);
        buf_add(&kids->buf, STR("<</Type/OBJR/Obj "));
        pdf_put_reference(&kids->buf, piece->value);
        if (piece->page + 1 != kids->page) {
            buf_add(&kids->buf, STR("/Pg "));
            pdf_put_reference(&kids->buf, tags->pages.at[piece->page].id);
        }
        buf_add(&kids->buf, STR(">>"));
    }
}

static Kids kids_of(PdfTags *tags, const Tag *tag) {
    Kids kids = {.buf = buf_new(tags->job->scratch)};
    put_stretches(tags, &kids, &tags->part.stretches[tag->number]);
    for (const Tag *kid = tag->first; kid; kid = kid->next) {
        if (kid->role == TAG_CONTENT) {
            put_stretches(tags, &kids, &tags->part.stretches[kid->number]);
        } else if (tags->part.ids[kid->number]) {
            begin_kid(&kids);
            pdf_put_reference(&kids.buf, tags->part.ids[kid->number]);
        }
    }
    put_annotations(tags, &kids, &tags->part.annotations[tag->number]);
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
    uint32_t box = tags->part.boxes_of[tag->number];
    if (box) put_figure_box(buf, &tags->part.boxes.at[box - 1]);
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
static void put_note_id(Buf *buf, unsigned number) { buf_print(buf, "(note%010u)", number); }

static void name_note(PdfTags *tags, Buf *buf, const Tag *tag) {
    NoteId note = {.number = tags->tags_before + tag->number, .id = tags->part.ids[tag->number]};
    *list_add(tags->job->arena, &tags->notes) = note;
    buf_add(buf, STR("/ID"));
    put_note_id(buf, note.number);
}

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
        pdf_put_reference(&buf, tags->pages.at[kids.page - 1].id);
    }
    if (kids.count > 0) {
        buf_add(&buf, STR("/K["));
        buf_add(&buf, buf_str(&kids.buf));
        buf_add_char(&buf, ']');
    }
    put_attributes(tags, &buf, tag);
    put_texts(tags, &buf, tag);
    if (tag->role == TAG_NOTE) name_note(tags, &buf, tag);
    pdf_write_dict(tags->out, tags->part.ids[tag->number], buf_str(&buf));
    arena_release(tags->job->scratch, mark);
}

static void write_elements(PdfTags *tags) {
    const OpenPart *part = &tags->part;
    for (size_t i = part->is.within ? 1 : 0; i < part->count; i++) {
        const Tag *tag = part->tags[i];
        if (part->ids[i])
            write_element(tags, tag, tag->parent ? part->ids[tag->parent->number] : tags->root);
    }
}

static void settle_owners(const OpenPart *part, uint32_t *owners, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) owners[i] = part->ids[owners[i]];
}

void pdf_tags_end_part(PdfTags *tags) {
    OpenPart *part = &tags->part;
    ArenaMark mark = arena_mark(tags->job->scratch);
    if (!tags->root) tags->root = pdf_reserve(tags->out);
    number_elements(tags);
    if (part->is.within) hang(tags);
    write_elements(tags);
    settle_owners(part, tags->stretch_owners.at, part->first_stretch, tags->stretch_owners.len);
    settle_owners(part, tags->annotation_owners.at, part->first_annotation,
                  tags->annotation_owners.len);
    tags->tags_before += (unsigned)part->count;
    arena_release(tags->job->scratch, mark);
}

/* ---- the spine ----------------------------------------------------------------------------- */

static int compare_branches(const void *a, const void *b) {
    const Branch *left = a, *right = b;
    if (left->order != right->order) return left->order < right->order ? -1 : 1;
    return (left->id > right->id) - (left->id < right->id);
}

static void write_holder(PdfTags *tags, Holder *holder, uint32_t parent) {
    ArenaMark mark = arena_mark(tags->job->scratch);
    Buf buf = buf_new(tags->job->scratch);
    buf_print(&buf, "/S/%s/P ", tag_role_name(holder->tag->role));
    pdf_put_reference(&buf, parent);
    if (holder->branches.len)
        qsort(holder->branches.at, holder->branches.len, sizeof(Branch), compare_branches);
    buf_add(&buf, STR("/K["));
    for (size_t i = 0; i < holder->branches.len; i++) {
        if (i) buf_add_char(&buf, ' ');
        pdf_put_reference(&buf, holder->branches.at[i].id);
    }
    buf_add_char(&buf, ']');
    put_texts(tags, &buf, holder->tag);
    pdf_write_dict(tags->out, holder->id, buf_str(&buf));
    arena_release(tags->job->scratch, mark);
}

/* The root of the spine and those of its children that hold something; its object. */
static uint32_t write_spine(PdfTags *tags, const TagTree *spine) {
    Holder *root = holder_of(tags, spine->root);
    size_t order = 0;
    for (const Tag *tag = spine->root->first; tag; tag = tag->next, order++) {
        for (size_t i = 0; i < tags->holders.len; i++) {
            Holder *holder = &tags->holders.at[i];
            if (holder->tag != tag) continue;
            *list_add(tags->job->arena, &root->branches) =
                (Branch){.order = order, .id = holder->id};
            write_holder(tags, holder, root->id);
        }
    }
    write_holder(tags, root, tags->root);
    return root->id;
}

/* ---- parent tree and root ------------------------------------------------------------------ */

/* A page's entry is an array of the elements of its stretches, an annotation's the element itself. */
static void put_parent(PdfTags *tags, Buf *buf, size_t index) {
    bool is_page = index < tags->pages.len;
    size_t annotation = index - tags->pages.len;
    buf_print(buf, "%zu ", is_page ? index : tags->most_pages + annotation);
    if (!is_page) {
        pdf_put_reference(buf, tags->annotation_owners.at[annotation]);
        buf_add_char(buf, ' ');
        return;
    }
    const TaggedPage *page = &tags->pages.at[index];
    buf_add_char(buf, '[');
    for (size_t i = page->first; i < page->first + page->count; i++) {
        pdf_put_reference(buf, tags->stretch_owners.at[i]);
        buf_add_char(buf, ' ');
    }
    buf_add_char(buf, ']');
}

static size_t parent_key(const PdfTags *tags, size_t index) {
    return index < tags->pages.len ? index : tags->most_pages + index - tags->pages.len;
}

static uint32_t write_parent_leaf(PdfTags *tags, size_t from, size_t to) {
    ArenaMark mark = arena_mark(tags->job->scratch);
    Buf buf = buf_new(tags->job->scratch);
    uint32_t id = pdf_reserve(tags->out);
    buf_print(&buf, "/Limits[%zu %zu]/Nums[", parent_key(tags, from), parent_key(tags, to - 1));
    for (size_t i = from; i < to; i++) put_parent(tags, &buf, i);
    buf_add_char(&buf, ']');
    pdf_write_dict(tags->out, id, buf_str(&buf));
    arena_release(tags->job->scratch, mark);
    return id;
}

static void put_parent_tree(PdfTags *tags, Buf *buf) {
    size_t count = tags->pages.len + tags->annotation_owners.len;
    buf_add(buf, STR("/ParentTree<</Kids["));
    for (size_t from = 0; from < count; from += LEAF_KEYS) {
        size_t to = from + LEAF_KEYS < count ? from + LEAF_KEYS : count;
        pdf_put_reference(buf, write_parent_leaf(tags, from, to));
        buf_add_char(buf, ' ');
    }
    buf_print(buf, "]>>/ParentTreeNextKey %zu", tags->most_pages + tags->annotation_owners.len);
}

static void put_note_tree(const PdfTags *tags, Buf *buf) {
    if (!tags->notes.len) return;
    buf_add(buf, STR("/IDTree<</Names["));
    for (size_t i = 0; i < tags->notes.len; i++) {
        put_note_id(buf, tags->notes.at[i].number);
        pdf_put_reference(buf, tags->notes.at[i].id);
    }
    buf_add(buf, STR("]>>"));
}

uint32_t pdf_tags_write(PdfTags *tags, const TagTree *spine) {
    ArenaMark mark = arena_mark(tags->job->scratch);
    uint32_t document = spine ? write_spine(tags, spine) : tags->part.ids[0];
    Buf buf = buf_new(tags->job->scratch);
    buf_add(&buf, STR("/Type/StructTreeRoot/RoleMap<</Strong/Span/Em/Span>>/K "));
    pdf_put_reference(&buf, document);
    put_parent_tree(tags, &buf);
    put_note_tree(tags, &buf);
    pdf_write_dict(tags->out, tags->root, buf_str(&buf));
    arena_release(tags->job->scratch, mark);
    return tags->root;
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
    for (uint32_t at = tags->part.stretches[tag->number].first; at;
         at = tags->part.pieces.at[at - 1].next) {
        const Painted *piece = &tags->part.pieces.at[at - 1];
        Str text = pdf_transcript_find(transcript, piece->page, piece->value);
        if (!is_reference || !is_figure(str_trim(text))) buf_add(&transcript->reading, text);
    }
}

void pdf_tags_transcribe(const PdfTags *tags, PdfTranscript *transcript) {
    for (int notes = 0; notes <= 1; notes++) {
        for (const Tag *tag = tags->part.tags[0]; tag; tag = walk_next(tag))
            if (is_in(tag, TAG_NOTE) == (notes == 1)) transcribe_tag(tags, tag, transcript);
    }
}
