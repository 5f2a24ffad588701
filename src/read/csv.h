/* Comma-separated values (RFC 4180) as the same nodes that YAML rows give: a list of lists of scalars.
 *
 * The cells may be parted by commas, semicolons or tabs: whichever the first row has most of, commas when
 * equal. A cell in quotation marks may hold separators, line ends and doubled quotation marks; blanks round
 * other cells go. A byte order mark, CR LF and empty lines are accepted. Every scalar knows its bytes in the
 * file, so that what is said of a cell names its line and column. Whether rows are of one length is for the
 * caller to ask. */
#ifndef DOSSIER_READ_CSV_H
#define DOSSIER_READ_CSV_H

#include "read/node.h"

/* Reads the file that `from` names (node_read_file). NULL when it cannot be read, has no rows, is not UTF-8
 * or its quotation marks do not match (reported: E08xx, E0107, E0115, E0118, E0101). */
Node *csv_read_file(Job *job, Str path, Span from);
/* The same for a file that is among the sources already. */
Node *csv_parse_source(Job *job, uint32_t source);

/* libcsv's version, as compiled. */
const char *csv_library_version(void);

#endif
