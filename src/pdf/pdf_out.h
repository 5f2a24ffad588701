/* The file writer: objects in, a PDF 1.7 with object streams and a cross-reference stream out.
 *
 * libharu numbers the objects (its cross-reference list) and serialises their dictionaries; libharu's own
 * file writer is never used: it cannot write object streams, clamps offsets to 31 bits and ignores a full
 * disk. Every object is written as soon as it is complete and nothing of it stays but its place
 * (16 bytes). Objects without a stream are gathered 200 at a time into object streams (7.5.7); offsets
 * have 64 bits. The file's /ID is the XXH3 hash (xxhash, header-only) of the bytes before the
 * cross-reference stream. Nothing here waits to report: the first failure is reported (E0701, E0702),
 * later calls do nothing, and pdf_out_finish() tells. */
#ifndef DOSSIER_PDF_PDF_OUT_H
#define DOSSIER_PDF_PDF_OUT_H

#include "base/job.h"
#include "pdf/pdf.h"

typedef struct PdfOut PdfOut;

typedef enum PdfFilter {
    PDF_PLAIN,   /* stored as it is */
    PDF_DEFLATE, /* compressed here */
    PDF_DEFLATED /* came compressed (zlib format) */
} PdfFilter;

/* Writes the header. NULL when libharu or libdeflate give no memory (reported). pdf_out_drop() ends it. */
PdfOut *pdf_out_open(Job *job, PdfSink sink, int compression);
void pdf_out_drop(PdfOut *out);

/* From now on all objects are written down there, too. */
void pdf_out_transcribe(PdfOut *out, struct PdfTranscript *transcript);

/* The number of a new object, to be written later, once. */
uint32_t pdf_reserve(PdfOut *out);
/* The numbers libharu gave to the three objects it always makes. */
uint32_t pdf_catalog_id(const PdfOut *out);
uint32_t pdf_pages_id(const PdfOut *out);
uint32_t pdf_info_id(const PdfOut *out);

/* A dictionary: `body` stands between << and >>. */
void pdf_write_dict(PdfOut *out, uint32_t id, Str body);
/* A stream; `body` is its dictionary without /Length and /Filter. */
void pdf_write_stream(PdfOut *out, uint32_t id, Str body, Str bytes, PdfFilter filter);

/* Text and byte strings of the author, held against the limits of PDF/A-2, 6.1.13. */
void pdf_add_text(PdfOut *out, Buf *buf, Str text);
void pdf_add_string(PdfOut *out, Buf *buf, Str bytes);
/* Report E_PDF_LIMIT or E_BACKEND, once, and make the file fail. */
void pdf_limit(PdfOut *out, const char *what);
void pdf_fail(PdfOut *out, const char *what);

/* Writes what waits, the cross-reference stream and the end. False when anything failed before. */
bool pdf_out_finish(PdfOut *out);
bool pdf_out_failed(const PdfOut *out);

#endif
