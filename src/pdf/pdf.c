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

/* What is known of a page whose content was written. */
typedef struct WrittenPage {
    uint32_t id, content, running; /* running: a second stream; 0: none */
    bool has_transparency;
    Str annotations; /* references */
} WrittenPage;

struct PdfFile {
    Job *job;
    const PdfInfo *info;
    PdfOut *out;
    PdfFonts fonts;
    PdfImages images;
    PdfTags *tags;
    const PageTargets *targets;
    LIST(WrittenPage) written;
    uint32_t *page_ids; /* from number_pages() on */
    uint32_t *node_ids; /* of the page tree's lowest nodes, one for 128 pages */
    size_t most_pages, page_count, node_count;
    uint32_t resources;
};

/* ---- pages --------------------------------------------------------------------------------- */

static WrittenPage *written_page(PdfFile *file, size_t index) {
    while (file->written.len <= index) list_add(file->job->arena, &file->written);
    WrittenPage *page = &file->written.at[index];
    if (!page->id) page->id = pdf_reserve(file->out);
    return page;
}

/* One node is the root itself; more hang below it. */
static void number_pages(PdfFile *file, size_t count) {
    file->page_count = count;
    file->page_ids = ARENA_ARRAY(file->job->arena, uint32_t, count);
    file->node_count = (count + PAGES_IN_NODE - 1) / PAGES_IN_NODE;
    file->node_ids = ARENA_ARRAY(file->job->arena, uint32_t, file->node_count);
    for (size_t i = 0; i < count; i++) file->page_ids[i] = written_page(file, i)->id;
    for (size_t i = 0; i < file->node_count; i++)
        file->node_ids[i] =
            file->node_count == 1 ? pdf_pages_id(file->out) : pdf_reserve(file->out);
    file->resources = pdf_reserve(file->out);
}

static Str write_annotations(PdfFile *file, const PdfContent *content) {
    Buf ids = buf_new(file->job->arena);
    for (size_t i = 0; i < content->links.len; i++) {
        const LinkBox *box = &content->links.at[i];
        if (!pdf_link_leads(file->targets, box->link)) continue;
        if (ids.len) buf_add_char(&ids, ' ');
        pdf_put_reference(&ids,
                          pdf_link_write(file->out, file->job, file->tags, file->targets, box));
    }
    return buf_str(&ids);
}

static uint32_t write_content(PdfFile *file, const Page *page, uint32_t index,
                              PdfContent *content) {
    pdf_content_write(file->job, &file->fonts, file->tags, page, content);
    if (file->info->transcript)
        pdf_transcript_add_content(file->info->transcript, &file->fonts.codes, index,
                                   buf_str(&content->bytes));
    uint32_t id = pdf_reserve(file->out);
    pdf_write_stream(file->out, id, (Str){0}, buf_str(&content->bytes), PDF_DEFLATE);
    return id;
}

static void paint_page(PdfFile *file, const Page *page, size_t index) {
    ArenaMark mark = arena_mark(file->job->scratch);
    PdfContent content = {.images = &file->images};
    WrittenPage *written = written_page(file, index);
    pdf_tags_begin_page(file->tags, (uint32_t)index, written->id);
    written->content = write_content(file, page, (uint32_t)index, &content);
    written->has_transparency = content.has_transparency;
    written->annotations = write_annotations(file, &content);
    arena_release(file->job->scratch, mark);
}

static void check_side(PdfFile *file, Sp side) {
    if (side < SHORTEST_SIDE || side > LONGEST_SIDE)
        pdf_limit(file->out, "a page side under 3 or over 14400 points");
}

static void put_contents(const WrittenPage *written, Buf *buf) {
    buf_add(buf, written->running ? STR("/Contents[") : STR("/Contents "));
    pdf_put_reference(buf, written->content);
    if (!written->running) return;
    buf_add_char(buf, ' ');
    pdf_put_reference(buf, written->running);
    buf_add_char(buf, ']');
}

static void write_page(PdfFile *file, const Page *page, size_t index) {
    Job *job = file->job;
    ArenaMark mark = arena_mark(job->scratch);
    const WrittenPage *written = &file->written.at[index];
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
    put_contents(written, &buf);
    buf_print(&buf, "/StructParents %zu", index);
    if (written->has_transparency) buf_add(&buf, STR("/Group<</S/Transparency/CS/DeviceRGB>>"));
    if (written->annotations.len) {
        buf_add(&buf, STR("/Tabs/S/Annots["));
        buf_add(&buf, written->annotations);
        buf_add_char(&buf, ']');
    }
    pdf_write_dict(file->out, written->id, buf_str(&buf));
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
    if (last_page > file->page_count) last_page = file->page_count;
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
                   .count = file->page_count,
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

static void write_catalog(PdfFile *file, const Pages *pages, const TagTree *spine) {
    PdfOut *out = file->out;
    ArenaMark mark = arena_mark(file->job->scratch);
    Buf buf = buf_new(file->job->scratch);
    put_entry(&buf, "/Type/Catalog/Pages ", pdf_pages_id(out));
    if (file->info->lang.len > 0) {
        buf_add(&buf, STR("/Lang"));
        pdf_add_text(out, &buf, file->info->lang);
    }
    buf_add(&buf, STR("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"));
    put_entry(&buf, "/StructTreeRoot ", pdf_tags_write(file->tags, spine));
    put_entry(&buf, "/Metadata ", pdf_metadata_write(out, file->job, file->info));
    put_entry(&buf, "/Outlines ", pdf_outline_write(out, file->job, pages, file->page_ids));
    pdf_put_output_intent(out, file->info, &buf);
    pdf_put_page_labels(out, pages, &buf);
    buf_add(&buf, STR("/Names<<"));
    pdf_put_destination_tree(out, file->job, file->targets, file->page_ids, &buf);
    buf_add(&buf, STR(">>"));
    pdf_write_dict(out, pdf_catalog_id(out), buf_str(&buf));
    arena_release(file->job->scratch, mark);
}

static PdfFile *open_file(Job *job, const PdfInfo *info, size_t most_pages, PdfSink sink) {
    PdfFile *file = ARENA_NEW(job->arena, PdfFile);
    PdfOut *out = pdf_out_open(job, sink, info->compression);
    *file = (PdfFile){.job = job, .info = info, .out = out, .most_pages = most_pages};
    file->fonts = (PdfFonts){.out = out, .job = job};
    file->images = (PdfImages){.out = out, .job = job};
    if (out) pdf_out_transcribe(out, info->transcript);
    return out ? file : NULL;
}

static void end_part(PdfFile *file) {
    pdf_tags_end_part(file->tags);
    if (file->info->transcript) pdf_tags_transcribe(file->tags, file->info->transcript);
}

static bool write_end(PdfFile *file, const Pages *pages, const TagTree *spine) {
    write_catalog(file, pages, spine);
    pdf_info_write(file->out, file->job, file->info);
    return pdf_out_finish(file->out);
}

/* ---- in parts ------------------------------------------------------------------------------ */

PdfFile *pdf_file_open(Job *job, const PdfInfo *info, const PageTargets *targets, PdfSink sink) {
    PdfFile *file = open_file(job, info, job->limits.pages, sink);
    if (file) file->targets = targets;
    return file;
}

/* libharu's memory is not the arena's. */
void pdf_file_drop(PdfFile *file) {
    if (file && file->out) pdf_out_drop(file->out);
    if (file) file->out = NULL;
}

void pdf_file_add(PdfFile *file, const PdfPart *part) {
    PdfTranscript *transcript = file->info->transcript;
    if (pdf_out_failed(file->out)) return;
    if (transcript) transcript->from = transcript->stretches.len;
    if (!file->tags) file->tags = pdf_tags_new(file->out, file->job, file->most_pages);
    pdf_tags_begin_part(file->tags, part->arena, &part->tags);
    for (size_t i = 0; i < part->pages->pages.len; i++)
        paint_page(file, &part->pages->pages.at[i], part->first + i);
    end_part(file);
}

void pdf_file_add_running(PdfFile *file, const Pages *pages, PageRange range) {
    for (size_t i = range.from; i < range.to && !pdf_out_failed(file->out); i++) {
        const Page *page = &pages->pages.at[i];
        if (!page->placed.len) continue;
        ArenaMark mark = arena_mark(file->job->scratch);
        PdfContent content = {.images = &file->images};
        WrittenPage *written = written_page(file, i);
        written->running = write_content(file, page, (uint32_t)i, &content);
        written->has_transparency |= content.has_transparency;
        arena_release(file->job->scratch, mark);
    }
}

bool pdf_file_finish(PdfFile *file, const Pages *pages, const TagTree *spine) {
    size_t count = pages->pages.len;
    number_pages(file, count);
    for (size_t i = 0; i < count && !pdf_out_failed(file->out); i++)
        write_page(file, &pages->pages.at[i], i);
    write_page_tree(file);
    write_resources(file);
    return write_end(file, pages, spine);
}

/* ---- at once ------------------------------------------------------------------------------- */

static bool write_file(PdfFile *file, const Pages *pages, const TagTree *tags) {
    Job *job = file->job;
    size_t count = pages->pages.len;
    PageTargets targets = {0};
    targets_add(job->arena, &targets, pages, (PageRange){0, count});
    file->targets = &targets;
    number_pages(file, count);
    file->tags = pdf_tags_new(file->out, job, count);
    pdf_tags_begin_part(file->tags, job->arena, &(PdfTagPart){.tree = tags});
    for (size_t i = 0; i < count && !pdf_out_failed(file->out); i++) {
        paint_page(file, &pages->pages.at[i], i);
        write_page(file, &pages->pages.at[i], i);
    }
    write_page_tree(file);
    write_resources(file);
    end_part(file);
    return write_end(file, pages, NULL);
}

/* libharu's memory is given back before a jump goes on. */
bool pdf_write(Job *job, const Pages *pages, const TagTree *tags, const PdfInfo *info,
               PdfSink sink) {
    PdfFile *file = open_file(job, info, pages->pages.len, sink);
    if (!file) return false;
    ArenaMark mark = arena_mark(job->scratch);
    jmp_buf no_memory;
    jmp_buf *outer = arena_catch(job->arena, &no_memory);
    jmp_buf *outer_scratch = arena_catch(job->scratch, &no_memory);
    bool is_failed = setjmp(no_memory) != 0, is_written = false;
    if (!is_failed) is_written = write_file(file, pages, tags);
    arena_catch(job->arena, outer);
    arena_catch(job->scratch, outer_scratch);
    pdf_file_drop(file);
    if (is_failed) arena_fail(job->arena);
    arena_release(job->scratch, mark);
    return is_written;
}
