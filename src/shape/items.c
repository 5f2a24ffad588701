/* Segments in, what the line breaker sees out: boxes, glue, penalties. */
#include "shape/internal.h"

enum {
    PENALTY_HYPHEN = 50, /* a word is divided */
    PENALTY_TYPED_HYPHEN = 50,
    PENALTY_DASH = 20,
    PENALTY_ADDRESS = 100, /* inside an address or code */
    STRETCH_PART = 2,      /* a space grows by half of itself... */
    SHRINK_PART = 3        /* ...and gives up a third, but keeps LEAST_SPACE */
};

/* The walk over a paragraph. `next` is the character behind what has been made into items. */
typedef struct Walk {
    Work *work;
    size_t next;
} Walk;

static Item *add_item(Work *work, ItemKind kind, uint32_t segment, uint32_t from, uint32_t to) {
    Item *item = list_add(work->shaper->keep, &work->shaper->items);
    item->kind = kind;
    item->segment = segment;
    item->from = from;
    item->to = to;
    return item;
}

static Sp hang(Work *work, const Segment *segment, uint32_t c, int thousandths) {
    if (!thousandths) return 0;
    int32_t advance = face_edge(work->shaper, segment->face, c).advance;
    return sp_scale(segment->part->look.size, (int64_t)advance * thousandths,
                    (int64_t)segment->face->upem * 1000);
}

/* How far the character before / behind index i may stand out. */
static Sp hang_before(Work *work, uint32_t segment, size_t i) {
    if (i == 0) return 0;
    uint32_t c = work->chars[i - 1].code_point;
    return hang(work, &work->shaper->segments.at[segment], c, protrusion_end(c));
}

static Sp hang_behind(Work *work, uint32_t segment, size_t i) {
    if (i >= work->char_count || segment >= work->shaper->segments.len) return 0;
    uint32_t c = work->chars[i].code_point;
    return hang(work, &work->shaper->segments.at[segment], c, protrusion_start(c));
}

static int break_penalty(const Segment *segment, uint32_t before) {
    if (segment->part->is_verbatim) return PENALTY_ADDRESS;
    if (before == '-' || before == 0x2010) return PENALTY_TYPED_HYPHEN;
    if (before == 0x2013 || before == 0x2014) return PENALTY_DASH;
    return 0;
}

/* A place before character i where the text itself allows a break. */
static void add_break(Work *work, uint32_t segment, size_t i, Cut cut) {
    const Segment *word = &work->shaper->segments.at[segment];
    uint32_t before = work->chars[i - 1].code_point;
    uint32_t at = work->chars[i].at;
    Item *item = add_item(work, ITEM_PENALTY, segment, at, at);
    item->penalty = break_penalty(word, before);
    item->is_flagged = before == '-' || before == 0x2010 || before == 0xAD;
    item->is_hyphen = before == 0xAD;
    item->end_extra = look_length(&word->part->look, word->face, cut.end_extra, item->is_hyphen);
    item->start_extra = shape_length(word->face, word->part->look.size, cut.start_extra);
    item->hang_end = item->is_hyphen ? hang(work, word, '-', protrusion_end('-'))
                                     : hang_before(work, segment, i);
    item->hang_start = hang_behind(work, segment + (at >= word->to), i);
}

static void add_hyphenation(Work *work, uint32_t segment, size_t i, Cut cut) {
    const Segment *word = &work->shaper->segments.at[segment];
    uint32_t at = work->chars[i].at;
    Item *item = add_item(work, ITEM_PENALTY, segment, at, at);
    item->penalty = PENALTY_HYPHEN;
    item->is_flagged = item->is_hyphen = true;
    item->end_extra = look_length(&word->part->look, word->face, cut.end_extra, 1);
    item->start_extra = shape_length(word->face, word->part->look.size, cut.start_extra);
    item->hang_end = hang(work, word, '-', protrusion_end('-'));
    item->hang_start = hang_behind(work, segment, i);
}

/* Width of the word's bytes [0, at) as it stands; glyph counts for tracking. */
static Sp width_to(const Work *work, uint32_t segment, uint32_t at) {
    const Segment *word = &work->shaper->segments.at[segment];
    if (at >= word->to) return word->width;
    const Word *shaped = work->shaper->segment_words.at[segment];
    uint32_t glyphs = 0;
    int64_t units = 0;
    if (shaped) units = word_width_before(shaped, at - word->from);
    for (uint32_t i = 0; i < word->count; i++) {
        if (word->glyphs[i].cluster >= at) continue;
        if (word->glyphs[i].advance) glyphs++;
        if (!shaped) units += word->glyphs[i].advance;
    }
    return look_length(&word->part->look, word->face, units, glyphs);
}

/* A box of the word's bytes [from, to). */
static void add_piece(Work *work, uint32_t segment, uint32_t from, uint32_t to) {
    if (from >= to) return;
    Item *item = add_item(work, ITEM_BOX, segment, from, to);
    item->width = width_to(work, segment, to) - width_to(work, segment, from);
}

static bool is_letter_at(const Work *work, size_t i) {
    return i < work->char_count && unicode_is_letter(work->chars[i].code_point);
}

/* What stays with the number before it stays whole: 8 December. */
static bool follows_number(const Work *work, size_t first) {
    return first > 1 && work->chars[first - 1].code_point == 0xA0 &&
           unicode_is_digit(work->chars[first - 2].code_point);
}

/* A word whose look changes in the middle is no whole word for the patterns; a typed hyphen is place enough. */
static bool may_hyphenate(const Work *work, uint32_t segment, size_t first, size_t behind) {
    const Segment *word = &work->shaper->segments.at[segment];
    if (!work->paragraph->hyphenate || word->part->is_verbatim || word->part->look.is_boxed ||
        !work->shaper->segment_words.at[segment])
        return false;
    if (follows_number(work, first)) return false;
    if (first > 0 && is_letter_at(work, first) && is_letter_at(work, first - 1)) return false;
    return !(is_letter_at(work, behind) && is_letter_at(work, behind - 1));
}

/* Once a language: a paragraph asks for hyphens that nobody knows to place. */
static void warn_no_patterns(Work *work, const Segment *word, const WordStyle *style) {
    Language *language = &work->shaper->languages.at[style->language];
    if (language->hyphenation.patterns || language->was_warned) return;
    language->was_warned = true;
    diag_add(work->shaper->job->diags, W_NO_HYPHENATION,
             typography_span(work, word->from, word->to), (Str){0},
             "words of language \"%.*s\" are not hyphenated", STR_ARG(language->tag));
}

static void add_word(Walk *walk, uint32_t segment) {
    Work *work = walk->work;
    Segment *word = &work->shaper->segments.at[segment];
    size_t i = walk->next, behind = i;
    while (behind < work->char_count && work->chars[behind].at < word->to) behind++;
    Word *shaped = (Word *)work->shaper->segment_words.at[segment];
    WordStyle style = word_style(work, word);
    bool hyphenates = may_hyphenate(work, segment, i, behind);
    if (hyphenates) warn_no_patterns(work, word, &style);
    if (hyphenates && !shaped->has_cuts) word_make_cuts(work->shaper, style, shaped);
    uint32_t cut = 0, cut_count = hyphenates ? shaped->cut_count : 0, from = word->from;
    for (i++; i < behind; i++) {
        uint32_t at = work->chars[i].at;
        while (cut < cut_count && shaped->cuts[cut].at + word->from < at) cut++;
        bool is_cut = cut < cut_count && shaped->cuts[cut].at + word->from == at;
        bool is_break = work->chars[i].break_before == BREAK_ALLOWED;
        if (!is_cut && !is_break) continue;
        add_piece(work, segment, from, at);
        from = at;
        if (is_break) {
            bool is_soft = work->chars[i - 1].code_point == 0xAD;
            Cut extras =
                shaped ? word_cut(work->shaper, style, shaped, at - word->from, is_soft) : (Cut){0};
            add_break(work, segment, i, extras);
        } else {
            add_hyphenation(work, segment, i, shaped->cuts[cut]);
        }
    }
    add_piece(work, segment, from, word->to);
    walk->next = behind;
    bool goes_on = segment + 1 < work->shaper->segments.len &&
                   !work->shaper->segments.at[segment + 1].is_space &&
                   work->shaper->segments.at[segment + 1].from == word->to;
    if (goes_on && work->chars[behind].break_before == BREAK_ALLOWED)
        add_break(work, segment, behind, (Cut){0});
}

static Sp shrink_of(const Segment *space) {
    Sp least = sp_scale(space->part->look.size, LEAST_SPACE, 1000);
    Sp third = space->width / SHRINK_PART, rest = space->width - least;
    return rest < 0 ? 0 : rest < third ? rest : third;
}

static void add_glue(Walk *walk, uint32_t segment) {
    Work *work = walk->work;
    const Segment *space = &work->shaper->segments.at[segment];
    size_t i = walk->next++;
    bool is_fixed = work->chars[i].code_point == 0xA0;
    bool is_last = i + 1 >= work->char_count;
    Item *item = add_item(work, ITEM_GLUE, segment, space->from, space->to);
    item->width = space->width;
    item->stretch = space->width / STRETCH_PART;
    item->shrink = shrink_of(space);
    item->penalty =
        is_fixed || is_last || work->chars[i + 1].break_before == BREAK_NONE ? PENALTY_NEVER : 0;
    if (segment > 0) item->hang_end = hang_before(work, segment - 1, i);
    item->hang_start = hang_behind(work, segment + 1, i + 1);
}

static void add_forced(Work *work, uint32_t segment, uint32_t from, uint32_t to) {
    size_t count = work->shaper->items.len;
    Item *item = add_item(work, ITEM_PENALTY, segment, from, to);
    item->penalty = PENALTY_FORCED;
    if (count == 0 || work->shaper->segments.len == 0) return;
    size_t low = 0, high = work->char_count; /* the character at `from` */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (work->chars[middle].at < from)
            low = middle + 1;
        else
            high = middle;
    }
    list_last(&work->shaper->items).hang_end = hang_before(work, segment, low);
    list_last(&work->shaper->items).hang_start =
        to > from ? hang_behind(work, segment + 1, low + 1) : 0;
}

Sp items_hang_start(Work *work) { return hang_behind(work, 0, 0); }

void items_make(Work *work) {
    Walk walk = {.work = work};
    uint32_t count = (uint32_t)work->shaper->segments.len;
    for (uint32_t i = 0; i < count; i++) {
        while (walk.next < work->char_count &&
               work->chars[walk.next].at < work->shaper->segments.at[i].from) {
            uint32_t at = work->chars[walk.next++].at;
            add_forced(work, i ? i - 1 : 0, at, at + 1);
        }
        if (work->shaper->segments.at[i].is_space)
            add_glue(&walk, i);
        else
            add_word(&walk, i);
    }
    add_forced(work, count ? count - 1 : 0, (uint32_t)work->text.len, (uint32_t)work->text.len);
}
