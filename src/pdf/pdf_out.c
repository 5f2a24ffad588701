/* The file writer: objects in, header, object streams, cross-reference stream and trailer out. */
#include "pdf/pdf_out.h"

#include "pdf/pdf_transcript.h"

#include "base/stress.h"
#include "pdf/pdf_object.h"

/* Forced inlining is an error where the compiler refuses it (-Og). */
#define XXH_NO_INLINE_HINTS 1
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <libdeflate.h>

enum {
    OBJECTS_IN_STREAM = 200,
    FILE_BUFFER = STRESS_SIZE(64 * 1024, 16),
    LARGEST_OBJECT_NUMBER = 8388607, /* PDF/A-2, 6.1.13 */
    OBJECT_NUMBER_MASK = 0x00FFFFFF
};
#define NOT_IN_STREAM UINT32_MAX

/* Where an object is: its offset in the file, or its object stream's number and its index there. */
typedef struct PdfPlace {
    uint64_t where;
    uint32_t index;
    bool is_written;
} PdfPlace;

struct PdfOut {
    Job *job;
    PdfSink sink;
    int compression;
    bool has_failed;
    HPDF_Doc doc;
    HPDF_Dict raw;      /* serialises every dictionary: prints the body it points to */
    HPDF_Stream writer; /* libharu's stream that ends in `target` */
    Buf *target;
    struct libdeflate_compressor *compressor;
    PdfTranscript *transcript; /* NULL: none is wanted */
    XXH3_state_t *hash;
    uint64_t offset; /* bytes given to the sink and waiting in `waiting` */
    Buf waiting;
    LIST(PdfPlace) places; /* by object number */
    uint32_t stream_id;    /* of the open object stream, 0: none */
    uint32_t in_stream;
    Buf stream_index, stream_body;
};

/* ---- failures ------------------------------------------------------------------------------ */

void pdf_fail(PdfOut *out, const char *what) {
    if (!out->has_failed)
        diag_add(out->job->diags, E_BACKEND, (Span){0},
                 STR("most likely there is no memory left; else please report it"),
                 "the PDF library failed: %s (%04lx)", what,
                 out->doc ? HPDF_GetError(out->doc) : 0);
    out->has_failed = true;
}

void pdf_limit(PdfOut *out, const char *what) {
    if (!out->has_failed)
        diag_add(out->job->diags, E_PDF_LIMIT, (Span){0}, STR("split the document in two"),
                 "the document passes a limit of PDF/A: %s", what);
    out->has_failed = true;
}

bool pdf_out_failed(const PdfOut *out) { return out->has_failed; }

/* ---- bytes --------------------------------------------------------------------------------- */

static void flush_waiting(PdfOut *out) {
    if (!out->has_failed && out->waiting.len > 0) {
        XXH3_128bits_update(out->hash, out->waiting.at, out->waiting.len);
        out->has_failed = !out->sink.write(out->sink.to, out->waiting.at, out->waiting.len);
    }
    out->waiting.len = 0;
}

/* Large pieces go to the sink as they are, so that the buffer keeps its size. */
static void put_bytes(PdfOut *out, Str bytes) {
    if (out->waiting.len + bytes.len > FILE_BUFFER) flush_waiting(out);
    out->offset += bytes.len;
    if (bytes.len <= FILE_BUFFER) {
        buf_add(&out->waiting, bytes);
    } else if (!out->has_failed) {
        XXH3_128bits_update(out->hash, bytes.at, bytes.len);
        out->has_failed = !out->sink.write(out->sink.to, bytes.at, bytes.len);
    }
}

/* ---- through libharu ----------------------------------------------------------------------- */

static HPDF_STATUS write_to_target(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len) {
    PdfOut *out = stream->attr;
    buf_add(out->target, (Str){(const char *)bytes, len});
    return HPDF_OK;
}

static HPDF_STATUS write_raw_body(HPDF_Dict dict, HPDF_Stream stream) {
    const Str *body = dict->attr;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)body->at, (HPDF_UINT)body->len);
}

/* `<<` body `>>` into `target`. */
static void serialise(PdfOut *out, Str body, Buf *target) {
    out->raw->attr = &body;
    out->target = target;
    if (HPDF_Obj_WriteValue(out->raw, out->writer, NULL) != HPDF_OK || HPDF_GetError(out->doc))
        pdf_fail(out, "writing an object");
    out->raw->attr = NULL;
}

/* libharu's list grows by a fixed step with a copy: the step follows the size. */
static void grow_in_proportion(HPDF_List entries) {
    if (entries->count >= entries->block_siz) entries->items_per_block = entries->count;
}

uint32_t pdf_reserve(PdfOut *out) {
    if (out->has_failed) return 1;
    HPDF_Null placeholder = HPDF_Null_New(out->doc->mmgr);
    grow_in_proportion(out->doc->xref->entries);
    if (!placeholder || HPDF_Xref_Add(out->doc->xref, placeholder) != HPDF_OK) {
        pdf_fail(out, "numbering an object");
        return 1;
    }
    uint32_t id = placeholder->header.obj_id & OBJECT_NUMBER_MASK;
    if (id > LARGEST_OBJECT_NUMBER) pdf_limit(out, "more than 8388607 objects");
    while (out->places.len <= id) *list_add(out->job->arena, &out->places) = (PdfPlace){0};
    return id;
}

/* The placeholder has done its work. The objects libharu itself made stay: it points to them. */
static void release_placeholder(PdfOut *out, uint32_t id) {
    HPDF_XrefEntry entry = out->doc->xref->entries->obj[id];
    HPDF_Obj_Header *header = entry->obj;
    if (header && (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_NULL) {
        HPDF_Obj_ForceFree(out->doc->mmgr, entry->obj);
        entry->obj = NULL;
    }
}

static void settle(PdfOut *out, uint32_t id, PdfPlace place) {
    if (id >= out->places.len || out->places.at[id].is_written) {
        pdf_fail(out, "an object was written twice");
        return;
    }
    place.is_written = true;
    out->places.at[id] = place;
    release_placeholder(out, id);
}

/* ---- objects ------------------------------------------------------------------------------- */

static Str deflate(PdfOut *out, Str bytes) {
    size_t room = libdeflate_zlib_compress_bound(out->compressor, bytes.len);
    char *packed = arena_alloc(out->job->scratch, room);
    size_t len = libdeflate_zlib_compress(out->compressor, bytes.at, bytes.len, packed, room);
    if (len == 0) pdf_fail(out, "compressing a stream");
    return (Str){packed, len};
}

void pdf_out_transcribe(PdfOut *out, PdfTranscript *transcript) { out->transcript = transcript; }

/* Content streams are written down by who knows their codes; other streams have no words. */
static void transcribe_stream(PdfOut *out, Str body, Str bytes) {
    if (!out->transcript) return;
    pdf_transcript_add_object(out->transcript, body);
    bool is_metadata = str_find(body, STR("/Type/Metadata"), 0) != SIZE_MAX;
    if (is_metadata) pdf_transcript_add_xml(out->transcript, bytes);
}

void pdf_write_stream(PdfOut *out, uint32_t id, Str body, Str bytes, PdfFilter filter) {
    if (out->has_failed) return;
    transcribe_stream(out, body, bytes);
    ArenaMark mark = arena_mark(out->job->scratch);
    if (filter == PDF_DEFLATE) bytes = deflate(out, bytes);
    Buf head = buf_new(out->job->scratch), dict = buf_new(out->job->scratch);
    buf_add_int(&head, id);
    buf_add(&head, STR(" 0 obj\n"));
    buf_add(&dict, body);
    buf_print(&dict, "%s/Length %zu", filter == PDF_PLAIN ? "" : "/Filter/FlateDecode", bytes.len);
    serialise(out, buf_str(&dict), &head);
    buf_add(&head, STR("\nstream\n"));
    settle(out, id, (PdfPlace){.where = out->offset, .index = NOT_IN_STREAM});
    put_bytes(out, buf_str(&head));
    put_bytes(out, bytes);
    put_bytes(out, STR("\nendstream\nendobj\n"));
    arena_release(out->job->scratch, mark);
}

static void close_object_stream(PdfOut *out) {
    if (out->stream_id == 0) return;
    ArenaMark mark = arena_mark(out->job->scratch);
    Buf dict = buf_new(out->job->scratch), bytes = buf_new(out->job->scratch);
    buf_print(&dict, "/Type/ObjStm/N %u/First %zu", out->in_stream, out->stream_index.len);
    buf_add(&bytes, buf_str(&out->stream_index));
    buf_add(&bytes, buf_str(&out->stream_body));
    pdf_write_stream(out, out->stream_id, buf_str(&dict), buf_str(&bytes), PDF_DEFLATE);
    arena_release(out->job->scratch, mark);
    out->stream_id = out->in_stream = 0;
    out->stream_index.len = out->stream_body.len = 0;
}

void pdf_write_dict(PdfOut *out, uint32_t id, Str body) {
    if (out->stream_id == 0) out->stream_id = pdf_reserve(out);
    if (out->has_failed) return;
    if (out->transcript) pdf_transcript_add_object(out->transcript, body);
    buf_print(&out->stream_index, "%u %zu ", id, out->stream_body.len);
    serialise(out, body, &out->stream_body);
    buf_add_char(&out->stream_body, '\n');
    settle(out, id, (PdfPlace){.where = out->stream_id, .index = out->in_stream});
    if (++out->in_stream == OBJECTS_IN_STREAM) close_object_stream(out);
}

void pdf_add_text(PdfOut *out, Buf *buf, Str text) {
    if (pdf_text_size(text) > PDF_LONGEST_STRING)
        pdf_limit(out, "a text string of more than 32767 bytes");
    pdf_put_text(buf, text);
}

void pdf_add_string(PdfOut *out, Buf *buf, Str bytes) {
    if (bytes.len > PDF_LONGEST_STRING) pdf_limit(out, "a string of more than 32767 bytes");
    pdf_put_string(buf, bytes);
}

/* ---- the file's end ------------------------------------------------------------------------ */

static void put_big_endian(Buf *buf, uint64_t value, unsigned bytes) {
    while (bytes-- > 0) buf_add_char(buf, (char)(value >> 8 * bytes & 0xFF));
}

/* Fields of 1, `width` and 2 bytes (7.5.8.3): 0 free, 1 at an offset, 2 in an object stream. */
static Buf xref_table(PdfOut *out, unsigned width) {
    Buf table = buf_new(out->job->scratch);
    put_big_endian(&table, 0, 1 + width);
    put_big_endian(&table, UINT16_MAX, 2);
    for (size_t id = 1; id < out->places.len; id++) {
        const PdfPlace *place = &out->places.at[id];
        bool is_in_stream = place->index != NOT_IN_STREAM;
        if (!place->is_written) pdf_fail(out, "an object was numbered and not written");
        buf_add_char(&table, is_in_stream ? 2 : 1);
        put_big_endian(&table, place->where, width);
        put_big_endian(&table, is_in_stream ? place->index : 0, 2);
    }
    return table;
}

static void put_file_id(PdfOut *out, Buf *dict) {
    XXH128_canonical_t id;
    XXH128_canonicalFromHash(&id, XXH3_128bits_digest(out->hash));
    buf_add(dict, STR("/ID["));
    for (int copy = 0; copy < 2; copy++) {
        buf_add_char(dict, '<');
        for (size_t i = 0; i < sizeof id.digest; i++) pdf_put_hex(dict, id.digest[i], 2);
        buf_add_char(dict, '>');
    }
    buf_add_char(dict, ']');
}

static void write_xref_stream(PdfOut *out) {
    uint32_t id = pdf_reserve(out);
    uint64_t start = out->offset;
    if (out->has_failed) return;
    out->places.at[id] = (PdfPlace){.where = start, .index = NOT_IN_STREAM, .is_written = true};
    unsigned width = 3;
    while (width < 8 && start >> 8 * width != 0) width++;
    ArenaMark mark = arena_mark(out->job->scratch);
    Buf table = xref_table(out, width), dict = buf_new(out->job->scratch);
    buf_print(&dict, "/Type/XRef/Size %zu/W[1 %u 2]/Root ", out->places.len, width);
    pdf_put_reference(&dict, pdf_catalog_id(out));
    buf_add(&dict, STR("/Info "));
    pdf_put_reference(&dict, pdf_info_id(out));
    put_file_id(out, &dict);
    out->places.at[id].is_written = false; /* pdf_write_stream() settles it, at the same place */
    pdf_write_stream(out, id, buf_str(&dict), buf_str(&table), PDF_DEFLATE);
    arena_release(out->job->scratch, mark);
    Buf end = buf_new(out->job->scratch);
    buf_print(&end, "startxref\n%llu\n%%%%EOF\n", (unsigned long long)start);
    put_bytes(out, buf_str(&end));
}

bool pdf_out_finish(PdfOut *out) {
    close_object_stream(out);
    flush_waiting(out); /* the hash is of everything so far */
    write_xref_stream(out);
    flush_waiting(out);
    return !out->has_failed;
}

/* ---- opening ------------------------------------------------------------------------------- */

uint32_t pdf_catalog_id(const PdfOut *out) {
    return out->doc->catalog->header.obj_id & OBJECT_NUMBER_MASK;
}

uint32_t pdf_pages_id(const PdfOut *out) {
    return out->doc->root_pages->header.obj_id & OBJECT_NUMBER_MASK;
}

uint32_t pdf_info_id(const PdfOut *out) {
    return out->doc->info->header.obj_id & OBJECT_NUMBER_MASK;
}

/* Structs of libharu are used directly, so the library must be the one of the headers. */
static bool open_libraries(PdfOut *out) {
    out->hash = XXH3_createState();
    out->compressor = libdeflate_alloc_compressor(out->compression);
    out->doc = HPDF_New(NULL, NULL);
    if (!out->hash || !out->compressor || !out->doc || strcmp(HPDF_GetVersion(), HPDF_VERSION_TEXT))
        return false;
    XXH3_128bits_reset(out->hash);
    out->raw = HPDF_Dict_New(out->doc->mmgr);
    out->writer = HPDF_CallbackWriter_New(out->doc->mmgr, write_to_target, out);
    if (!out->raw || !out->writer || !out->doc->catalog || !out->doc->root_pages || !out->doc->info)
        return false;
    out->raw->write_fn = write_raw_body;
    return HPDF_GetError(out->doc) == HPDF_OK;
}

PdfOut *pdf_out_open(Job *job, PdfSink sink, int compression) {
    PdfOut *out = ARENA_NEW(job->arena, PdfOut);
    *out = (PdfOut){.job = job, .sink = sink, .compression = compression};
    out->waiting = buf_new(job->arena);
    out->stream_index = buf_new(job->arena);
    out->stream_body = buf_new(job->arena);
    buf_reserve(&out->waiting, FILE_BUFFER);
    if (!open_libraries(out)) {
        pdf_fail(out, "it cannot be started, or is another version than was built for");
        pdf_out_drop(out);
        return NULL;
    }
    while (out->places.len < out->doc->xref->entries->count)
        *list_add(job->arena, &out->places) = (PdfPlace){0};
    put_bytes(out, STR("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    return out;
}

void pdf_out_drop(PdfOut *out) {
    if (out->raw) HPDF_Dict_Free(out->raw);
    if (out->writer) HPDF_Stream_Free(out->writer);
    if (out->doc) HPDF_Free(out->doc);
    libdeflate_free_compressor(out->compressor);
    XXH3_freeState(out->hash);
}
