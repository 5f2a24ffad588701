/* Marks and printed page numbers in; outline and page labels out. */
#include "pdf/pdf_outline.h"

#include "pdf/pdf_links.h"
#include "pdf/pdf_object.h"

/* ---- outline ------------------------------------------------------------------------------- */

/* Entries are numbered from 1 in document order; 0 is the outline itself, and as a neighbour: none. */
typedef struct Bookmark {
    Str title;
    uint32_t page, id;
    Sp top;
    int level;
    size_t parent, first, last, before, next;
    size_t descendants;
} Bookmark;

typedef struct Outline {
    LIST(Bookmark) entries;
} Outline;

static Outline collect(Arena *arena, const Pages *pages) {
    Outline outline = {0};
    list_add(arena, &outline.entries);
    for (size_t i = 0; i < pages->pages.len; i++) {
        const Page *page = &pages->pages.at[i];
        for (size_t j = 0; j < page->marks.len; j++) {
            const PlacedMark *placed = &page->marks.at[j];
            if (placed->mark.outline_level > 0)
                *list_add(arena, &outline.entries) =
                    (Bookmark){.title = placed->mark.title,
                               .page = (uint32_t)i,
                               .top = page->height - placed->y,
                               .level = placed->mark.outline_level};
        }
    }
    return outline;
}

/* A parent is the nearest entry before with a lower level. */
static void tie(Outline *outline) {
    Bookmark *all = outline->entries.at;
    for (size_t i = 1; i < outline->entries.len; i++) {
        size_t parent = i - 1;
        while (parent > 0 && all[parent].level >= all[i].level) parent = all[parent].parent;
        all[i].parent = parent;
        all[i].before = all[parent].last;
        if (all[parent].last)
            all[all[parent].last].next = i;
        else
            all[parent].first = i;
        all[parent].last = i;
    }
    for (size_t i = outline->entries.len; i-- > 1;)
        all[all[i].parent].descendants += all[i].descendants + 1;
}

static void put_neighbour(Buf *buf, const char *key, const Outline *outline, size_t index) {
    if (index == 0) return;
    buf_add(buf, str_from(key));
    pdf_put_reference(buf, outline->entries.at[index].id);
}

static void write_entry(PdfOut *out, Job *job, const Outline *outline, const Bookmark *entry,
                        const uint32_t *page_ids) {
    ArenaMark mark = arena_mark(job->scratch);
    Buf buf = buf_new(job->scratch);
    bool is_root = entry == outline->entries.at;
    if (is_root) {
        buf_add(&buf, STR("/Type/Outlines"));
    } else {
        buf_add(&buf, STR("/Title"));
        pdf_add_text(out, &buf, entry->title);
        buf_add(&buf, STR("/Parent "));
        pdf_put_reference(&buf, outline->entries.at[entry->parent].id);
        buf_add(&buf, STR("/Dest"));
        pdf_put_destination(&buf, page_ids[entry->page], entry->top);
    }
    put_neighbour(&buf, "/Prev ", outline, entry->before);
    put_neighbour(&buf, "/Next ", outline, entry->next);
    put_neighbour(&buf, "/First ", outline, entry->first);
    put_neighbour(&buf, "/Last ", outline, entry->last);
    if (entry->descendants > 0) buf_print(&buf, "/Count %zu", entry->descendants);
    pdf_write_dict(out, entry->id, buf_str(&buf));
    arena_release(job->scratch, mark);
}

uint32_t pdf_outline_write(PdfOut *out, Job *job, const Pages *pages, const uint32_t *page_ids) {
    ArenaMark mark = arena_mark(job->scratch);
    Outline outline = collect(job->scratch, pages);
    uint32_t id = 0;
    if (outline.entries.len > 1) {
        tie(&outline);
        for (size_t i = 0; i < outline.entries.len; i++)
            outline.entries.at[i].id = pdf_reserve(out);
        for (size_t i = 0; i < outline.entries.len; i++)
            write_entry(out, job, &outline, &outline.entries.at[i], page_ids);
        id = outline.entries.at[0].id;
    }
    arena_release(job->scratch, mark);
    return id;
}

/* ---- page labels --------------------------------------------------------------------------- */

/* "A-12" is prefix "A-" and number 12; a label without digits at its end is all prefix. */
typedef struct Label {
    Str prefix;
    bool has_number;
    uint32_t number;
} Label;

static Label label_of(const Page *page) {
    Str text = page->label;
    size_t digits = text.len;
    uint64_t number = 0, unit = 1;
    while (digits > 0 && text.len - digits < 9 && text.at[digits - 1] >= '0' &&
           text.at[digits - 1] <= '9') {
        number += (uint64_t)(text.at[--digits] - '0') * unit;
        unit *= 10;
    }
    /* 007 would come back as 7, and 0 is no page number: these are prefixes. */
    while (digits < text.len && text.at[digits] == '0') digits++;
    return (Label){.prefix = str_slice(text, 0, digits),
                   .has_number = digits < text.len,
                   .number = (uint32_t)number};
}

static bool continues(Label before, Label label) {
    return before.has_number && label.has_number && label.number == before.number + 1 &&
           str_equal(before.prefix, label.prefix);
}

void pdf_put_page_labels(PdfOut *out, const Pages *pages, Buf *catalog) {
    Label before = {0};
    buf_add(catalog, STR("/PageLabels<</Nums["));
    for (size_t i = 0; i < pages->pages.len; i++) {
        Label label = label_of(&pages->pages.at[i]);
        if (i == 0 || !continues(before, label)) {
            buf_print(catalog, "%zu<<", i);
            if (label.has_number) buf_add(catalog, STR("/S/D"));
            if (label.has_number && label.number != 1) buf_print(catalog, "/St %u", label.number);
            if (label.prefix.len > 0) {
                buf_add(catalog, STR("/P"));
                pdf_add_text(out, catalog, label.prefix);
            }
            buf_add(catalog, STR(">>"));
        }
        before = label;
    }
    buf_add(catalog, STR("]>>"));
}
