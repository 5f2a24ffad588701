/* Everything a reader can find in a file that is being written, read back from the bytes as they are handed on to
 * be compressed: for tests of what a file says.
 *
 * The texts of pages are taken from their content streams, code by code through the file's ToUnicode map, and
 * joined twice: as painted, page by page, and in the order of the structure tree, across pages, where notes come
 * last and marks of notes not at all. A soft hyphen is left out together with the end of its line. Strings are
 * those of all objects (titles, alternative and actual text, metadata, destinations), each by itself. */
#ifndef DOSSIER_PDF_PDF_TRANSCRIPT_H
#define DOSSIER_PDF_PDF_TRANSCRIPT_H

#include "base/job.h"

struct PdfCodes;

typedef struct PdfStretch {
    uint32_t page, id; /* marked-content id; UINT32_MAX: running lines and the like */
    Str text;
} PdfStretch;

typedef struct PdfTranscript {
    Arena *arena;
    LIST(PdfStretch) stretches; /* as painted */
    size_t from;                /* from here on they are of the part that is being written */
    LIST(Str) strings;
    Buf reading; /* in the order of the structure tree */
} PdfTranscript;

/* A content stream, uncompressed. */
void pdf_transcript_add_content(PdfTranscript *transcript, const struct PdfCodes *codes,
                                uint32_t page, Str content);
/* The strings in the body of an object. */
void pdf_transcript_add_object(PdfTranscript *transcript, Str body);
/* XML as one string, without its tags. */
void pdf_transcript_add_xml(PdfTranscript *transcript, Str xml);
/* The text of a stretch of that part; empty when there is none. */
Str pdf_transcript_find(const PdfTranscript *transcript, uint32_t page, uint32_t id);

#endif
