/* Notes at the places they wish in; notes that do not touch, as many as the column holds, out. */
#include "page/margin.h"

#include <stdbool.h>

/* `excess` as whole grid lines. */
static Sp whole_lines(Sp excess, Sp grid) { return (excess + grid - 1) / grid * grid; }

static void push_down(MarginNote *notes, size_t count, Sp grid) {
    Sp free_from = 0;
    for (size_t i = 0; i < count; i++) {
        notes[i].top = notes[i].wish;
        if (notes[i].top < free_from) notes[i].top += whole_lines(free_from - notes[i].top, grid);
        free_from = notes[i].top + notes[i].height;
    }
}

/* False when the first would leave the column's top. */
static bool push_up(MarginNote *notes, size_t count, Sp height, Sp grid) {
    Sp free_to = height;
    for (size_t i = count; i > 0; i--) {
        Sp excess = notes[i - 1].top + notes[i - 1].height - free_to;
        if (excess > 0) notes[i - 1].top -= whole_lines(excess, grid);
        free_to = notes[i - 1].top;
    }
    return free_to >= 0;
}

/* No more than this many can fit, whatever their places. */
static size_t most_that_fit(const MarginNote *notes, size_t count, Sp height) {
    Sp sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += notes[i].height;
        if (sum > height) return i ? i : 1;
    }
    return count;
}

size_t margin_settle(MarginNote *notes, size_t count, Sp height, Sp grid) {
    size_t stay = most_that_fit(notes, count, height);
    push_down(notes, stay, grid);
    /* Notes of odd heights lose a little to whole lines: then the last one gives way. */
    while (stay > 1 && !push_up(notes, stay, height, grid)) {
        stay--;
        push_down(notes, stay, grid);
    }
    if (stay == 1 && !push_up(notes, 1, height, grid)) notes[0].top = 0;
    return stay;
}
