/* Pages into a PDF 1.7 file that is PDF/UA-1 and PDF/A-2a at once (ISO 14289-1, ISO 19005-2).
 *
 * Positions in, bytes out, no decisions. libharu's low-level objects number and serialise; content streams,
 * fonts, structure tree, metadata and the file itself (object streams, cross-reference stream, 64-bit
 * offsets) are written here. The bytes depend on nothing but the input and the versions of the libraries. */
#ifndef DOSSIER_PDF_PDF_H
#define DOSSIER_PDF_PDF_H

#include "block/tag.h"
#include "page/page.h"

typedef enum PdfClaim { PDF_A_NONE, PDF_A_2B, PDF_A_2U, PDF_A_2A } PdfClaim;

typedef struct PdfInfo {
    Str title, lang, subject, creator_tool; /* creator_tool: "dossier 0.1.0" */
    const Str *authors;
    size_t author_count;
    int64_t time; /* seconds since 1970 for CreationDate and ModDate; negative: none */
    PdfClaim claim;
    int compression; /* libdeflate level, 6 usual */
    struct PdfTranscript *transcript; /* filled with what the file says (pdf_transcript.h); NULL: not wanted */
} PdfInfo;

/* Where bytes go: returns false when they could not be written (and has kept errno). */
typedef struct PdfSink {
    bool (*write)(void *to, const void *bytes, size_t size);
    void *to;
} PdfSink;

/* Writes the whole file. Reports E07xx; false on any failure, also of the sink (not reported here). */
bool pdf_write(Job *job, const Pages *pages, const TagTree *tags, const PdfInfo *info,
               PdfSink sink);

/* libharu's and libdeflate's versions: as linked, as built with. */
const char *pdf_library_version(void);
const char *pdf_compressor_version(void);

#endif
