/* The edition that a run makes of a pack: which matter it shows, and a record of what it leaves out.
 *
 * What an edition may not see leaves while it is read, before anything else looks at it: a value of YAML with an
 * `audience` is not read at all, a passage of text `[words]{audience=name}` drops out of its text with the notes
 * in it. Withholding never fails open: an audience that is not declared, or is none, is an error and hides. */
#ifndef DOSSIER_READ_EDITION_H
#define DOSSIER_READ_EDITION_H

#include "read/field.h"

typedef struct Removed {
    Span span;
    const Node *node;    /* a value; NULL: */
    const Piece *pieces; /* a passage of text */
    size_t count;
} Removed;

typedef struct Edition {
    Str name;         /* whom it is for; empty: the pack declares no audiences */
    Scalars declared; /* in the order of the editions */
    LIST(Removed) removed;
    LIST(Str) ids; /* of directory entries that have no name left */
} Edition;

/* The declared name, or empty; E0321 at the span when there is none ("did you mean"). */
Str edition_find(Job *job, const Edition *edition, Str name, Span span);
/* Whether this edition has what is for these audiences; without any, everybody. Reports. True without an
 * edition: an article by itself refuses audiences elsewhere. */
bool edition_shows(Reader *reader, const Scalars *audience, Span span);
/* The same for a mapping as it was written, by its key `audience`. What is hidden is recorded. */
bool edition_shows_node(Reader *reader, const Node *mapping);
/* Records a value that is not read. */
void edition_remove(Reader *reader, const Node *node);
/* Takes the passages out that this edition may not see, with the space that would stand twice. */
void edition_withhold(Reader *reader, Rich *rich);
/* Does the place lie in what was left out? */
bool edition_hides(const Edition *edition, Span span);
/* Does the line round the place hold any of it? */
bool edition_hides_line(const Edition *edition, const Sources *sources, Span span);

#endif
