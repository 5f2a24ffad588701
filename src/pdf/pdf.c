/* Pages and structure in, a whole file out: the order in which its objects are written. */
#include "pdf/pdf.h"

#include "pdf/pdf_content.h"
#include "pdf/pdf_meta.h"
#include "pdf/pdf_object.h"
#include "pdf/pdf_outline.h"
#include "pdf/pdf_transcript.h"

enum { PAGES_IN_NODE = 128 };
#define SHORTEST_SIDE SP(3) /* PDF/A-2, 6.1.13 */
#define LONGEST_SIDE SP(14400)

typedef struct PdfFile {
    Job *job;
    const Pages *pages;
    const PdfInfo *info;
    PdfOut *out;
    PdfFonts fonts;
    PdfImages images;
    PdfTags *tags;
    PdfDestinations destinations;
    uint32_t *page_ids;
    uint32_t *node_ids; /* of the page tree's lowest nodes, one for 128 pages */
    size_t node_count;
    uint32_t resources;
} PdfFile;

/* ---- pages --------------------------------------------------------------------------------- */

/* One node is the root itself; more hang below it. */
static void number_pages(PdfFile *file) {
    size_t count = file->pages->pages.len;
    file->page_ids = ARENA_ARRAY(file->job->arena, uint32_t, count);
    file->node_count = (count + PAGES_IN_NODE - 1) / PAGES_IN_NODE;
    file->node_ids = ARENA_ARRAY(file->job->arena, uint32_t, file->node_count);
    for (size_t i = 0; i < count; i++) file->page_ids[i] = pdf_reserve(file->out);
    for (size_t i = 0; i < file->node_count; i++)
        file->node_ids[i] =
            file->node_count == 1 ? pdf_pages_id(file->out) : pdf_reserve(file->out);
    file->resources = pdf_reserve(file->out);
}

static void put_annotations(PdfFile *file, const PdfContent *content, Buf *page) {
    bool has_any = false;
    for (size_t i = 0; i < content->links.len; i++) {
        const LinkBox *box = &content->links.at[i];
        if (!pdf_link_leads(&file->destinations, box->link)) continue;
        buf_add(page, has_any ? STR(" ") : STR("/Tabs/S/Annots["));
        has_any = true;
        pdf_put_reference(
            page, pdf_link_write(file->out, file->job, file->tags, &file->destinations, box));
    }
    buf_add(page, has_any ? STR("]") : STR(""));
}

static void check_side(PdfFile *file, Sp side) {
    if (side < SHORTEST_SIDE || side > LONGEST_SIDE)
        pdf_limit(file->out, "a page side under 3 or over 14400 points");
}

static void write_page(PdfFile *file, size_t index) {
    Job *job = file->job;
    const Page *page = &file->pages->pages.at[index];
    ArenaMark mark = arena_mark(job->scratch);
    PdfContent content = {.images = &file->images};
    pdf_tags_begin_page(file->tags, (uint32_t)index);
    pdf_content_write(job, &file->fonts, file->tags, page, &content);
    if (file->info->transcript)
        pdf_transcript_add_content(file->info->transcript, &file->fonts.codes, (uint32_t)index,
                                   buf_str(&content.bytes));
    uint32_t content_id = pdf_reserve(file->out);
    pdf_write_stream(file->out, content_id, (Str){0}, buf_str(&content.bytes), PDF_DEFLATE);
    check_side(file, page->width);
    check_side(file, page->height);
    Buf buf = buf_new(job->scratch);
    buf_add(&buf, STR("/Type/Page/Parent "));
    pdf_put_reference(&buf, file->node_ids[index / PAGES_IN_NODE]);
    buf_add(&buf, STR("/MediaBox[0 0 "));
    pdf_put_length(&buf, page->width);
    buf_add_char(&buf, ' ');
    pdf_put_length(&buf, page->height);
    buf_add(&buf, STR("]/Resources "));
    pdf_put_reference(&buf, file->resources);
    buf_add(&buf, STR("/Contents "));
    pdf_put_reference(&buf, content_id);
    buf_print(&buf, "/StructParents %zu", index);
    if (content.has_transparency) buf_add(&buf, STR("/Group<</S/Transparency/CS/DeviceRGB>>"));
    put_annotations(file, &content, &buf);
    pdf_write_dict(file->out, file->page_ids[index], buf_str(&buf));
    arena_release(job->scratch, mark);
}

/* ---- page tree ----------------------------------------------------------------------------- */

typedef struct Level {
    const uint32_t *kids;
    size_t count;          /* of kids */
    const uint32_t *nodes; /* one for PAGES_IN_NODE kids */
    size_t pages_below;    /* a full kid's pages */
} Level;

static void write_node(PdfFile *file, const Level *level, size_t node, uint32_t parent) {
    ArenaMark mark = arena_mark(file->job->scratch);
    Buf buf = buf_new(file->job->scratch);
    size_t from = node * PAGES_IN_NODE, to = from + PAGES_IN_NODE;
    size_t first_page = from * level->pages_below, last_page = to * level->pages_below;
    if (last_page > file->pages->pages.len) last_page = file->pages->pages.len;
    buf_print(&buf, "/Type/Pages/Count %zu", last_page - first_page);
    if (parent) {
        buf_add(&buf, STR("/Parent "));
        pdf_put_reference(&buf, parent);
    }
    buf_add(&buf, STR("/Kids["));
    for (size_t i = from; i < to && i < level->count; i++) {
        pdf_put_reference(&buf, level->kids[i]);
        buf_add_char(&buf, ' ');
    }
    buf_add_char(&buf, ']');
    pdf_write_dict(file->out, level->nodes[node], buf_str(&buf));
    arena_release(file->job->scratch, mark);
}

/* Level by level from the pages up, until one node is left: the root. */
static void write_page_tree(PdfFile *file) {
    ArenaMark mark = arena_mark(file->job->scratch);
    Level level = {.kids = file->page_ids,
                   .count = file->pages->pages.len,
                   .nodes = file->node_ids,
                   .pages_below = 1};
    for (size_t nodes = file->node_count; nodes > 0;) {
        size_t above = nodes > 1 ? (nodes + PAGES_IN_NODE - 1) / PAGES_IN_NODE : 0;
        uint32_t *parents = ARENA_ARRAY(file->job->scratch, uint32_t, above);
        for (size_t i = 0; i < above; i++)
            parents[i] = above == 1 ? pdf_pages_id(file->out) : pdf_reserve(file->out);
        for (size_t i = 0; i < nodes; i++)
            write_node(file, &level, i, above ? parents[i / PAGES_IN_NODE] : 0);
        level = (Level){.kids = level.nodes,
                        .count = nodes,
                        .nodes = parents,
                        .pages_below = level.pages_below * PAGES_IN_NODE};
        nodes = above;
    }
    arena_release(file->job->scratch, mark);
}

/* ---- the whole ----------------------------------------------------------------------------- */

static void write_resources(PdfFile *file) {
    ArenaMark mark = arena_mark(file->job->scratch);
    Buf buf = buf_new(file->job->scratch);
    pdf_fonts_write(&file->fonts, &buf);
    pdf_images_put_resources(&file->images, &buf);
    pdf_write_dict(file->out, file->resources, buf_str(&buf));
    arena_release(file->job->scratch, mark);
}

static void put_entry(Buf *buf, const char *key, uint32_t id) {
    if (id == 0) return;
    buf_add(buf, str_from(key));
    pdf_put_reference(buf, id);
}

static void write_catalog(PdfFile *file) {
    PdfOut *out = file->out;
    ArenaMark mark = arena_mark(file->job->scratch);
    Buf buf = buf_new(file->job->scratch);
    put_entry(&buf, "/Type/Catalog/Pages ", pdf_pages_id(out));
    if (file->info->lang.len > 0) {
        buf_add(&buf, STR("/Lang"));
        pdf_add_text(out, &buf, file->info->lang);
    }
    buf_add(&buf, STR("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"));
    put_entry(&buf, "/StructTreeRoot ", pdf_tags_write(file->tags));
    if (file->info->transcript) pdf_tags_transcribe(file->tags, file->info->transcript);
    put_entry(&buf, "/Metadata ", pdf_metadata_write(out, file->job, file->info));
    put_entry(&buf, "/Outlines ", pdf_outline_write(out, file->job, file->pages, file->page_ids));
    pdf_put_output_intent(out, file->info, &buf);
    pdf_put_page_labels(out, file->pages, &buf);
    buf_add(&buf, STR("/Names<<"));
    pdf_put_destination_tree(out, file->job, &file->destinations, file->page_ids, &buf);
    buf_add(&buf, STR(">>"));
    pdf_write_dict(out, pdf_catalog_id(out), buf_str(&buf));
    arena_release(file->job->scratch, mark);
}

static bool write_file(PdfFile *file) {
    for (size_t i = 0; i < file->pages->pages.len && !pdf_out_failed(file->out); i++)
        write_page(file, i);
    write_page_tree(file);
    write_resources(file);
    write_catalog(file);
    pdf_info_write(file->out, file->job, file->info);
    return pdf_out_finish(file->out);
}

/* libharu's memory is not the arena's: it is given back before a jump goes on. */
static bool write_guarded(PdfFile *file, const TagTree *tags) {
    Job *job = file->job;
    jmp_buf no_memory;
    jmp_buf *outer = arena_catch(job->arena, &no_memory);
    jmp_buf *outer_scratch = arena_catch(job->scratch, &no_memory);
    bool is_failed = setjmp(no_memory) != 0, is_written = false;
    if (!is_failed) {
        file->tags = pdf_tags_new(file->out, job, tags, file->page_ids, file->pages->pages.len);
        is_written = write_file(file);
    }
    arena_catch(job->arena, outer);
    arena_catch(job->scratch, outer_scratch);
    pdf_out_drop(file->out);
    if (is_failed) arena_fail(job->arena);
    return is_written;
}

bool pdf_write(Job *job, const Pages *pages, const TagTree *tags, const PdfInfo *info,
               PdfSink sink) {
    PdfOut *out = pdf_out_open(job, sink, info->compression);
    if (!out) return false;
    ArenaMark mark = arena_mark(job->scratch);
    PdfFile file = {.job = job, .pages = pages, .info = info, .out = out};
    file.fonts = (PdfFonts){.out = out, .job = job};
    file.images = (PdfImages){.out = out, .job = job};
    file.destinations = pdf_destinations(job->arena, pages);
    pdf_out_transcribe(out, info->transcript);
    number_pages(&file);
    bool is_written = write_guarded(&file, tags);
    arena_release(job->scratch, mark);
    return is_written;
}
