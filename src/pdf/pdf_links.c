/* Marks and links in; named destinations and link annotations out. */
#include "pdf/pdf_links.h"

#include "pdf/pdf_object.h"

#include <stdlib.h>

enum { LEAF_NAMES = 64 };

/* ---- destinations -------------------------------------------------------------------------- */

static int compare_destinations(const void *a, const void *b) {
    const PdfDestination *left = a, *right = b;
    int order = str_compare(left->id, right->id);
    if (order == 0 && left->page != right->page) order = left->page < right->page ? -1 : 1;
    if (order == 0) order = (left->top < right->top) - (left->top > right->top);
    return order;
}

PdfDestinations pdf_destinations(Arena *arena, const Pages *pages) {
    LIST(PdfDestination) all = {0};
    for (size_t i = 0; i < pages->pages.len; i++) {
        const Page *page = &pages->pages.at[i];
        for (size_t j = 0; j < page->marks.len; j++) {
            const PlacedMark *placed = &page->marks.at[j];
            if (placed->mark.id.len > 0)
                *list_add(arena, &all) = (PdfDestination){.id = placed->mark.id,
                                                          .title = placed->mark.title,
                                                          .page = (uint32_t)i,
                                                          .top = page->height - placed->y};
        }
    }
    if (all.len > 0) qsort(all.at, all.len, sizeof *all.at, compare_destinations);
    size_t kept = 0;
    for (size_t i = 0; i < all.len; i++)
        if (kept == 0 || !str_equal(all.at[kept - 1].id, all.at[i].id)) all.at[kept++] = all.at[i];
    return (PdfDestinations){.at = all.at, .count = kept};
}

const PdfDestination *pdf_destination_find(const PdfDestinations *destinations, Str id) {
    size_t low = 0, high = destinations->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(id, destinations->at[middle].id);
        if (order == 0) return &destinations->at[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

void pdf_put_destination(Buf *buf, uint32_t page_id, Sp top) {
    buf_add_char(buf, '[');
    pdf_put_reference(buf, page_id);
    buf_add(buf, STR("/XYZ null "));
    pdf_put_length(buf, top);
    buf_add(buf, STR(" null]"));
}

static uint32_t write_name_leaf(PdfOut *out, Job *job, const PdfDestinations *part,
                                const uint32_t *page_ids) {
    ArenaMark mark = arena_mark(job->scratch);
    Buf buf = buf_new(job->scratch);
    uint32_t id = pdf_reserve(out);
    buf_add(&buf, STR("/Limits["));
    pdf_add_string(out, &buf, part->at[0].id);
    pdf_add_string(out, &buf, part->at[part->count - 1].id);
    buf_add(&buf, STR("]/Names["));
    for (size_t i = 0; i < part->count; i++) {
        pdf_add_string(out, &buf, part->at[i].id);
        pdf_put_destination(&buf, page_ids[part->at[i].page], part->at[i].top);
    }
    buf_add_char(&buf, ']');
    pdf_write_dict(out, id, buf_str(&buf));
    arena_release(job->scratch, mark);
    return id;
}

void pdf_put_destination_tree(PdfOut *out, Job *job, const PdfDestinations *destinations,
                              const uint32_t *page_ids, Buf *buf) {
    if (destinations->count == 0) return;
    buf_add(buf, STR("/Dests<</Kids["));
    for (size_t from = 0; from < destinations->count; from += LEAF_NAMES) {
        size_t rest = destinations->count - from;
        PdfDestinations part = {.at = destinations->at + from,
                                .count = rest < LEAF_NAMES ? rest : LEAF_NAMES};
        pdf_put_reference(buf, write_name_leaf(out, job, &part, page_ids));
        buf_add_char(buf, ' ');
    }
    buf_add(buf, STR("]>>"));
}

/* ---- links --------------------------------------------------------------------------------- */

static bool is_internal(const TextLink *link) {
    return link->url.len > 0 && link->url.at[0] == '#';
}

static Str target_id(const TextLink *link) { return str_slice(link->url, 1, link->url.len); }

bool pdf_link_leads(const PdfDestinations *destinations, const TextLink *link) {
    if (is_internal(link)) return pdf_destination_find(destinations, target_id(link)) != NULL;
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

static Str description(const PdfDestinations *destinations, const TextLink *link) {
    if (link->title.len > 0) return link->title;
    if (!is_internal(link)) return link->url;
    const PdfDestination *target = pdf_destination_find(destinations, target_id(link));
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

uint32_t pdf_link_write(PdfOut *out, Job *job, PdfTags *tags, const PdfDestinations *destinations,
                        const LinkBox *box) {
    ArenaMark mark = arena_mark(job->scratch);
    Buf buf = buf_new(job->scratch);
    uint32_t id = pdf_reserve(out);
    buf_add(&buf, STR("/Type/Annot/Subtype/Link/F 4/Border[0 0 0]"));
    put_box(&buf, box);
    buf_add(&buf, STR("/Contents"));
    pdf_add_text(out, &buf, description(destinations, box->link));
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
