/* Pages into a PDF 1.7 file that is PDF/UA-1 and PDF/A-2a at once (ISO 14289-1, ISO 19005-2).
 *
 * Positions in, bytes out, no decisions. libharu's low-level objects number and serialise; content streams,
 * fonts, structure tree, metadata and the file itself (object streams, cross-reference stream, 64-bit
 * offsets) are written here. The bytes depend on nothing but the input and the versions of the libraries. */
#ifndef DOSSIER_PDF_PDF_H
#define DOSSIER_PDF_PDF_H

#include "block/tag.h"
#include "page/targets.h"

typedef enum PdfClaim { PDF_A_NONE, PDF_A_2B, PDF_A_2U, PDF_A_2A } PdfClaim;

typedef struct PdfInfo {
    Str title, lang, subject, creator_tool; /* creator_tool: "dossier 0.1.0" */
    const Str *authors;
    size_t author_count;
    int64_t time; /* seconds since 1970 for CreationDate and ModDate; negative: none */
    PdfClaim claim;
    int compression; /* libdeflate level, 6 usual */
    struct PdfTranscript
        *transcript; /* filled with what the file says (pdf_transcript.h); NULL: not wanted */
} PdfInfo;

/* A document's elements may come in several trees. Those of each hang in an element of the spine, whose own
 * elements are written last; the root of such a tree only stands for that element. */
typedef struct PdfTagPart {
    const TagTree *tree;
    const Tag *within; /* of the spine; NULL: the tree is the whole document */
    size_t order;      /* among the parts that hang there */
} PdfTagPart;

/* Where bytes go: returns false when they could not be written (and has kept errno). */
typedef struct PdfSink {
    bool (*write)(void *to, const void *bytes, size_t size);
    void *to;
} PdfSink;

/* Writes the whole file. Reports E07xx; false on any failure, also of the sink (not reported here). */
bool pdf_write(Job *job, const Pages *pages, const TagTree *tags, const PdfInfo *info,
               PdfSink sink);

/* ---- a file in parts ----
 *
 * A pack's pages are written as they are settled, so that only what the rest of the file must know of them stays:
 * an object's number, a size, links, elements. Their running lines, which may tell totals, are a second content
 * stream of the page. */
typedef struct PdfFile PdfFile;

/* `targets` is borrowed and grows meanwhile; a part's links lead to what it holds when the part comes. NULL: reported.
 * pdf_file_drop() ends it in any case. */
PdfFile *pdf_file_open(Job *job, const PdfInfo *info, const PageTargets *targets, PdfSink sink);
void pdf_file_drop(PdfFile *file);

/* Pages with their elements. `first` is the place of the first in the document; parts come in any order, and none
 * of it is needed any more when the call is over. */
typedef struct PdfPart {
    const Pages *pages;
    size_t first;
    PdfTagPart tags;
    Arena *arena; /* for the time of the call */
} PdfPart;
void pdf_file_add(PdfFile *file, const PdfPart *part);

/* What stands on pages [range.from, range.to) of the whole document besides. */
void pdf_file_add_running(PdfFile *file, const Pages *pages, PageRange range);

/* The rest of the file: `pages` are all, with size, label and marks. False when anything failed before, too. */
bool pdf_file_finish(PdfFile *file, const Pages *pages, const TagTree *spine);

/* libharu's and libdeflate's versions: as linked, as built with. */
const char *pdf_library_version(void);
const char *pdf_compressor_version(void);

#endif
