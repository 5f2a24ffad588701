/* Marks and links in; named destinations and link annotations out. */
#include "pdf/pdf_links.h"

#include "pdf/pdf_object.h"

#include <stdlib.h>

enum { LEAF_NAMES = 64 };

/* ---- destinations -------------------------------------------------------------------------- */

/* Each id is there once. */
static int compare_ids(const void *a, const void *b) {
    const PageTarget *left = a, *right = b;
    return str_compare(left->id, right->id);
}

void pdf_put_destination(Buf *buf, uint32_t page_id, Sp top) {
    buf_add_char(buf, '[');
    pdf_put_reference(buf, page_id);
    buf_add(buf, STR("/XYZ null "));
    pdf_put_length(buf, top);
    buf_add(buf, STR(" null]"));
}

/* Targets [from, to) of those that are sorted by id. */
typedef struct NameLeaf {
    const PageTarget *at;
    size_t count;
} NameLeaf;

static uint32_t write_name_leaf(PdfOut *out, Job *job, NameLeaf leaf, const uint32_t *page_ids) {
    ArenaMark mark = arena_mark(job->scratch);
    Buf buf = buf_new(job->scratch);
    uint32_t id = pdf_reserve(out);
    buf_add(&buf, STR("/Limits["));
    pdf_add_string(out, &buf, leaf.at[0].id);
    pdf_add_string(out, &buf, leaf.at[leaf.count - 1].id);
    buf_add(&buf, STR("]/Names["));
    for (size_t i = 0; i < leaf.count; i++) {
        pdf_add_string(out, &buf, leaf.at[i].id);
        pdf_put_destination(&buf, page_ids[leaf.at[i].page], leaf.at[i].top);
    }
    buf_add_char(&buf, ']');
    pdf_write_dict(out, id, buf_str(&buf));
    arena_release(job->scratch, mark);
    return id;
}

void pdf_put_destination_tree(PdfOut *out, Job *job, const PageTargets *targets,
                              const uint32_t *page_ids, Buf *buf) {
    size_t count = targets->list.len;
    if (count == 0) return;
    PageTarget *sorted = arena_copy(job->scratch, targets->list.at, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_ids);
    Buf tree = buf_new(job->scratch);
    for (size_t from = 0; from < count; from += LEAF_NAMES) {
        size_t rest = count - from;
        NameLeaf leaf = {.at = sorted + from, .count = rest < LEAF_NAMES ? rest : LEAF_NAMES};
        pdf_put_reference(&tree, write_name_leaf(out, job, leaf, page_ids));
        buf_add_char(&tree, ' ');
    }
    buf_add(buf, STR("/Dests<</Kids["));
    buf_add(buf, buf_str(&tree));
    buf_add(buf, STR("]>>"));
}

/* ---- links --------------------------------------------------------------------------------- */

static bool is_internal(const TextLink *link) {
    return link->url.len > 0 && link->url.at[0] == '#';
}

static Str target_id(const TextLink *link) { return str_slice(link->url, 1, link->url.len); }

bool pdf_link_leads(const PageTargets *targets, const TextLink *link) {
    if (is_internal(link)) return targets_find(targets, target_id(link)) != NULL;
    return link->url.len > 0;
}

/* A URI is ASCII (12.6.4.7): everything else as %XX of its UTF-8 bytes (RFC 3987, 3.1). */
static Str ascii_uri(Arena *arena, Str url) {
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.at[i];
        if (c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>') {
            buf_add_char(&buf, (char)c);
        } else {
            buf_add_char(&buf, '%');
            pdf_put_hex(&buf, c, 2);
        }
    }
    return buf_str(&buf);
}

static Str description(const PageTargets *targets, const TextLink *link) {
    if (link->title.len > 0) return link->title;
    if (!is_internal(link)) return link->url;
    const PageTarget *target = targets_find(targets, target_id(link));
    return target && target->title.len > 0 ? target->title : target_id(link);
}

static void put_box(Buf *buf, const LinkBox *box) {
    const Sp sides[] = {box->left, box->bottom, box->right, box->top};
    buf_add(buf, STR("/Rect["));
    for (size_t i = 0; i < 4; i++) {
        if (i > 0) buf_add_char(buf, ' ');
        pdf_put_length(buf, sides[i]);
    }
    buf_add_char(buf, ']');
}

uint32_t pdf_link_write(PdfOut *out, Job *job, PdfTags *tags, const PageTargets *targets,
                        const LinkBox *box) {
    ArenaMark mark = arena_mark(job->scratch);
    Buf buf = buf_new(job->scratch);
    uint32_t id = pdf_reserve(out);
    buf_add(&buf, STR("/Type/Annot/Subtype/Link/F 4/Border[0 0 0]"));
    put_box(&buf, box);
    buf_add(&buf, STR("/Contents"));
    pdf_add_text(out, &buf, description(targets, box->link));
    if (box->owner)
        buf_print(&buf, "/StructParent %u", pdf_tags_add_annotation(tags, box->owner, id));
    if (is_internal(box->link)) {
        buf_add(&buf, STR("/Dest"));
        pdf_add_string(out, &buf, target_id(box->link));
    } else {
        buf_add(&buf, STR("/A<</S/URI/URI"));
        pdf_add_string(out, &buf, ascii_uri(job->scratch, box->link->url));
        buf_add(&buf, STR(">>"));
    }
    pdf_write_dict(out, id, buf_str(&buf));
    arena_release(job->scratch, mark);
    return id;
}
