/* The structure tree (ISO 32000-1, 14.7): marked-content ids given page by page, the tree written last.
 *
 * Every contiguous stretch of one owner on a page gets one marked-content id. Elements are numbered in
 * the order the tree was built; an element without content is left out, except a table cell. */
#ifndef DOSSIER_PDF_PDF_TAGS_H
#define DOSSIER_PDF_PDF_TAGS_H

#include "pdf/pdf_out.h"

typedef struct PdfTags PdfTags;

/* There are at most `most_pages`: annotations have the numbers from there on (14.7.4.4). */
PdfTags *pdf_tags_new(PdfOut *out, Job *job, size_t most_pages);

/* All pages of a part come between these two. The part's lists live in `arena`, until its end. */
void pdf_tags_begin_part(PdfTags *tags, Arena *arena, const PdfTagPart *part);
void pdf_tags_end_part(PdfTags *tags);
/* Each page is begun once, in any order; `id` is its object. */
void pdf_tags_begin_page(PdfTags *tags, uint32_t page, uint32_t id);
/* The id of a new stretch of `owner` on the page begun last. */
uint32_t pdf_tags_add_stretch(PdfTags *tags, const Tag *owner);
/* An annotation that belongs to the Link round `owner`: its /StructParent. */
uint32_t pdf_tags_add_annotation(PdfTags *tags, const Tag *owner, uint32_t annotation);
/* Where a Figure stands on the page begun last: left, bottom, width, height in hundredths of a point. */
void pdf_tags_set_box(PdfTags *tags, const Tag *owner, const int64_t place[4]);
/* The structure type written for a stretch of `owner` and for its element: Strong and Em are Spans. */
const char *pdf_tags_stretch_name(const Tag *owner);
/* Behind the last part: writes the spine (NULL: none), parent tree and root; the root's number. */
uint32_t pdf_tags_write(PdfTags *tags, const TagTree *spine);

/* Behind the end of a part, before the next: its text in the order of its tree. */
struct PdfTranscript;
void pdf_tags_transcribe(const PdfTags *tags, struct PdfTranscript *transcript);

#endif
