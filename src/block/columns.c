/* Lines of cells in; where each column stands and how wide it is out. */
#include "block/columns.h"

void columns_widen(Columns *columns, size_t column, const Lines *lines) {
    for (size_t i = 0; i < lines->len; i++)
        columns->width[column] = sp_max(columns->width[column], lines->at[i].width);
}

static void cut(Columns *columns, Sp room) {
    bool is_settled[MOST_COLUMNS] = {false};
    size_t open = columns->count;
    for (bool goes_on = true; goes_on && open;) {
        goes_on = false;
        for (size_t c = 0; c < columns->count; c++) {
            if (is_settled[c] || columns->width[c] > room / (Sp)open) continue;
            is_settled[c] = goes_on = true;
            room -= columns->width[c];
            if (--open == 0) return;
        }
    }
    for (size_t c = 0; c < columns->count; c++) {
        if (!is_settled[c]) columns->width[c] = room / (Sp)open;
    }
}

void columns_share(Columns *columns, Sp measure, Sp gap) {
    cut(columns, measure - gap * (Sp)(columns->count - 1));
    for (size_t c = 1; c < columns->count; c++)
        columns->x[c] = columns->x[c - 1] + columns->width[c - 1] + gap;
}
