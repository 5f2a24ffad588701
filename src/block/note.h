/* Footnotes: a mark in the text, and lines of their own for the page's foot.
 *
 * Notes are numbered when they are set, which is the order of reading. A mark is a part like others; when the
 * whole article is set, one pass over the galley puts each note behind the box whose line holds its mark,
 * whatever kind of block that is in: so none can be lost.
 *
 * Structure: Reference > Link round the mark; behind the paragraph a Note of Lbl > Link and P, so that a
 * sentence is not interrupted. The links lead from mark to note and back. */
#ifndef DOSSIER_BLOCK_NOTE_H
#define DOSSIER_BLOCK_NOTE_H

#include "block/look.h"

/* The text with the marks of its notes where the language has them (note_marks.c). */
Rich note_place_marks(Setter *setter, const Rich *text);

/* Ready for notes, if the document has any. */
void notes_begin(Setter *setter);
/* A note that is printed twice (in an entry of a directory) keeps its number. */
void note_add_mark(Setter *setter, PartList *parts, const Piece *piece, const Style *style,
                   Tag *owner);
/* Sets the notes of a text whose element is `tag`. */
void notes_set(Setter *setter, const Rich *text, Tag *tag);
/* Whether a mark stands in these lines: such a paragraph is not recast, for its notes must follow the lines. */
bool notes_are_in(const Lines *lines);
/* Puts every note into the galley. */
void notes_place(Setter *setter);

#endif
