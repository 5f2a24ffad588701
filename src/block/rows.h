/* Rows of a block: a list of mappings in the article, or a CSV file whose first row names their keys.
 *
 * A cell of a CSV file is read as the value of its key would be, and what is said of it names its line and column
 * there; an empty cell is a key left out, a row of empty cells no row. Where a key takes several values a cell
 * parts them by semicolons. */
#ifndef DOSSIER_BLOCK_ROWS_H
#define DOSSIER_BLOCK_ROWS_H

#include "read/field.h"

typedef struct Rows {
    FieldList list; /* of the record's struct */
    Scalar tbc;     /* given: the whole is to be confirmed, and there are none */
} Rows;

/* A field function (FIELD_CUSTOM) that reads Rows of field->record. */
bool rows_parse(Reader *reader, const Node *value, const Field *field, void *slot);
/* For the `dump` of such a field. */
void rows_dump(const Record *record, const Rows *rows, const Sources *sources, unsigned indent,
               Buf *out);

#define ROWS_EXPECT "rows of keys, or the path of a CSV file"

#endif
