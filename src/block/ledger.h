/* A table that the program makes itself: rows of words, set as an author's table is. */
#ifndef DOSSIER_BLOCK_LEDGER_H
#define DOSSIER_BLOCK_LEDGER_H

#include "base/language.h"
#include "block/table.h"

typedef struct Ledger {
    Setter *setter;
    Table table;
} Ledger;

/* Heads of the columns, `count` of them; NULL: no head, and the first column says what the second is. */
Ledger ledger_new(Setter *setter, const Str *heads, size_t count);
/* A new row; cells are added from the left, those never added stay empty. */
void ledger_row(Ledger *ledger, Span span);
void ledger_text(Ledger *ledger, Str text, Span span);
void ledger_rich(Ledger *ledger, const Rich *rich);
/* Nothing, the words, or TBC in its box; NAMED: an id of the directory stands for its full name. */
void ledger_value(Ledger *ledger, const Scalar *value);
void ledger_name(Ledger *ledger, const Scalar *id_or_name);
void ledger_date(Ledger *ledger, const Date *date);
/* Label and value of a table without heads; nothing when there is no value. */
void ledger_fact(Ledger *ledger, LanguageTerm label, Str value, Span span);
/* Sets it; nothing when it has no rows. */
void ledger_set(Ledger *ledger, Span span);

#endif
