/* What links become on paper: the layout's `links`.
 *
 *   note    the short address in the margin column, beside the line where the link begins
 *   qr      the same under a QR code
 *   inline  the address in brackets behind the linked words; so too where there is no margin column, and in footnotes
 *   none    nothing
 *
 * Of links that lead out of the document, and once for each address of an article; never where the linked words
 * are the address, and not for values of keys (TextLink.is_data), whose blocks say themselves what is printed. In
 * the margin the address is an artifact: who listens has heard the link, and hears it once. It leads where the
 * link leads, through an annotation more of the same Link. */
#ifndef DOSSIER_BLOCK_LINK_NOTE_H
#define DOSSIER_BLOCK_LINK_NOTE_H

#include "block/look.h"

/* The layout's, or inline where it would need a margin column and has none. */
LinkStyle link_style(const Setter *setter);

/* Notes to the links that begin in line `number`; to be called just before its box is added. */
void link_notes_beside(Setter *setter, const Lines *lines, size_t number);

/* The address to be put behind the last of `parts`, which from `first` on are the words of a link; empty when
 * there is nothing to add. */
Str link_inline_address(Setter *setter, const PartList *parts, size_t first);

/* A QR code beside the next box for a link that stands in `parts`; with the address under it, or alone. Nothing
 * in a layout without a margin column. */
void link_qr_beside(Setter *setter, const PartList *parts, const TextLink *link, bool has_address);

#endif
