/* Items of a pack with a limit of words or minutes in; a report for each that is longer, where it passes the limit.
 *
 * Counted is what is read aloud: from the standfirst on every word, mentions as they are printed; not titles, nor
 * footnotes. A minute is 130 words, begun ones count. */
#include "model/internal.h"

enum { WORDS_A_MINUTE = 130 };

typedef struct Count {
    size_t words, limit; /* limit 0: none */
    Span passed;         /* where it was passed */
    bool is_inside;      /* a word of the piece before goes on */
} Count;

static void count_piece(Count *count, const Piece *piece) {
    if (piece->kind == PIECE_BREAK) count->is_inside = false;
    for (size_t at = 0; at < piece->text.len;) {
        uint32_t c = utf8_next(piece->text, &at);
        bool is_space = c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x202F;
        bool begins = !is_space && !count->is_inside;
        count->is_inside = !is_space;
        if (begins && ++count->words == count->limit + 1) count->passed = piece->span;
    }
}

static void count_text(Count *count, const Rich *text) {
    count->is_inside = false;
    for (size_t i = 0; i < text->count; i++) {
        if (text->pieces[i].kind != PIECE_NOTE) count_piece(count, &text->pieces[i]);
    }
}

static bool is_title(const PackItem *item, const Rich *text) {
    bool is_one = text == &item->title || text == &item->short_title || text == &item->considered;
    for (size_t i = 0; i < item->articles.len && !is_one; i++) {
        const Article *article = item->articles.at[i];
        is_one = text == &article->title || text == &article->short_title ||
                 text == &article->subtitle || text == &article->kicker || text == &article->place;
    }
    return is_one;
}

/* The words of footnotes are texts of their own, right behind the text that has their marks. */
static size_t skip_notes(const Rich *text) {
    size_t notes = 0;
    for (size_t i = 0; i < text->count; i++) notes += text->pieces[i].kind == PIECE_NOTE;
    return notes;
}

static Count count_item(const Model *model, const PackItem *item, size_t limit) {
    size_t next = item->number, items = model->pack->items.len;
    size_t end = next < items ? model->pack->items.at[next]->first_text : model->reader.texts.len;
    Count count = {.limit = limit, .passed = item->title.span};
    size_t skipped = 0;
    for (size_t i = item->first_text; i < end; i++) {
        const Rich *text = model->reader.texts.at[i];
        if (skipped)
            skipped--;
        else if (!is_title(item, text))
            count_text(&count, text);
        skipped += skip_notes(text);
    }
    return count;
}

size_t item_count_words(const Model *model, const PackItem *item) {
    return count_item(model, item, SIZE_MAX - 1).words;
}

static void check(Model *model, const PackItem *item, const Count *count, size_t have, size_t most,
                  const char *what) {
    if (have <= most) return;
    diag_add(model->job->diags, E_OVER_BUDGET, count->passed,
             STR("it is passed here; shorten the item, or raise its `limit`"),
             "item %u has %zu %s, %zu over its limit of %zu", item->number, have, what, have - most,
             most);
}

void model_check_budgets(Model *model) {
    const Pack *pack = model->pack;
    for (size_t i = 0; pack && i < pack->items.len; i++) {
        const PackItem *item = pack->items.at[i];
        const Budget *limit = item->limit;
        if (limit && limit->words > 0) {
            Count count = count_item(model, item, (size_t)limit->words);
            check(model, item, &count, count.words, count.limit, "words");
        }
        if (limit && limit->minutes > 0) {
            size_t most = (size_t)limit->minutes;
            Count count = count_item(model, item, most * WORDS_A_MINUTE);
            size_t minutes = (count.words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
            check(model, item, &count, minutes, most, "minutes");
        }
    }
}
