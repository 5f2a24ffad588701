/* Pieces of PDF syntax (ISO 32000-1, 7.3) written into a buffer: numbers, strings, names, references.
 *
 * Numbers come from integers only, so that no float, locale or library version can change a byte.
 * Nothing here writes white space round a token except where two tokens would run together. */
#ifndef DOSSIER_PDF_PDF_OBJECT_H
#define DOSSIER_PDF_PDF_OBJECT_H

#include "base/buf.h"
#include "base/sp.h"

enum { PDF_LONGEST_STRING = 32767, PDF_LONGEST_NAME = 127 };

/* value / 10^decimals, without needless zeros: 7250 with 2 decimals is 72.5, 5 is .05. */
void pdf_put_decimal(Buf *buf, int64_t value, unsigned decimals);

/* A length of a page (below 10^12 pt) in hundredths of a point, rounded half away from zero; and
 * written so. */
int64_t pdf_hundredths(Sp length);
void pdf_put_length(Buf *buf, Sp length);

/* "12 0 R". */
void pdf_put_reference(Buf *buf, uint32_t id);

/* Bytes as a literal string; `(`, `)`, `\` and carriage returns are escaped. */
void pdf_put_string(Buf *buf, Str bytes);
/* The same without the parentheses, for strings made piece by piece. */
void pdf_put_string_bytes(Buf *buf, const char *bytes, size_t len);

/* UTF-8 as a text string: PDFDocEncoding when every character is in its part shared with Latin-1,
 * else UTF-16BE with its mark (7.9.2.2). */
void pdf_put_text(Buf *buf, Str text);
/* How many bytes the string has without escapes, to hold against PDF_LONGEST_STRING. */
size_t pdf_text_size(Str text);

/* "/Name": bytes that may not stand in a name as #xx; cut after 127 bytes. */
void pdf_put_name(Buf *buf, Str name);

/* UTF-16BE in hexadecimal digits, as CMaps want it. */
void pdf_put_utf16_hex(Buf *buf, Str text);
void pdf_put_hex(Buf *buf, uint32_t value, unsigned digits);

/* Seconds since 1970 as "D:20261124003550Z" (7.9.4) and as "2026-11-24T00:35:50Z" (XMP). */
void pdf_put_date(Buf *buf, int64_t time);
void pdf_put_iso_date(Buf *buf, int64_t time);

#endif
