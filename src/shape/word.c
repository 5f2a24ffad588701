/* Words in, glyphs in font units out: HarfBuzz behind a cache.
 *
 * A word is shaped once for its face, features, language, script and characters, whatever its size. The key
 * is packed into 64 bits, the table is open-addressed. */
#include "base/stress.h"
#include "shape/internal.h"

#include <hb.h>

enum {
    FIRST_WORDS = STRESS_SIZE(1024, 2),
    FLAG_CUT_RESHAPES = 1 << 8,
    MOST_FEATURES = 7 + MOST_CAPITAL_RUNS,
    SMALL_CAPS_SPACE = 20 /* thousandths of an em */
};

static uint64_t style_key(WordStyle style) {
    uint64_t key = style.face->number;
    key = key << 2 | (uint64_t)style.figures;
    key = key << 1 | style.is_unjoined;
    key = key << 1 | style.is_rtl;
    key = key << 1 | style.has_small_caps;
    key = key << 16 | style.language;
    return key << 32 ^ style.script;
}

static uint64_t word_hash(uint64_t key, Str text) {
    uint64_t hash = str_hash(text) ^ key * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

static void grow_table(Shaper *shaper) {
    size_t cap = shaper->word_cap ? shaper->word_cap * 2 : FIRST_WORDS;
    Word **words = ARENA_ARRAY(shaper->keep, Word *, cap);
    for (size_t i = 0; i < shaper->word_cap; i++) {
        Word *word = shaper->words[i];
        if (!word) continue;
        size_t slot = word->hash & (cap - 1);
        while (words[slot]) slot = (slot + 1) & (cap - 1);
        words[slot] = word;
    }
    shaper->words = words;
    shaper->word_cap = cap;
}

/* ASCII, accented letters of Latin-1 but those on I (dotless and narrow forms), general punctuation: nothing to
 * compose, nothing to attach. Beyond these HarfBuzz takes apart what a face lacks and has marks to place. */
static bool is_markless(Str text) {
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c < 0x80) continue;
        if (i + 1 >= text.len) return false;
        unsigned char next = (unsigned char)text.at[++i];
        bool is_letter = c == 0xC3 && (next & 0x1F) / 4 != 3;
        bool is_punctuation = c == 0xE2 && next == 0x80;
        if (!is_letter && !is_punctuation) return false;
        if (is_punctuation) i++;
    }
    return true;
}

static hb_feature_t feature(hb_tag_t tag, uint32_t value) {
    return (hb_feature_t){
        .tag = tag, .value = value, .start = HB_FEATURE_GLOBAL_START, .end = HB_FEATURE_GLOBAL_END};
}

/* Features that can do nothing for a text cost a quarter of the time of shaping it: they are left out. */
static unsigned make_features(WordStyle style, bool markless,
                              hb_feature_t features[MOST_FEATURES]) {
    static const hb_tag_t tags[4][2] = {
        [FIGURES_OLDSTYLE] = {HB_TAG('o', 'n', 'u', 'm'), HB_TAG('p', 'n', 'u', 'm')},
        [FIGURES_LINING] = {HB_TAG('l', 'n', 'u', 'm'), HB_TAG('p', 'n', 'u', 'm')},
        [FIGURES_TABULAR] = {HB_TAG('l', 'n', 'u', 'm'), HB_TAG('t', 'n', 'u', 'm')},
        [FIGURES_SUPERIOR] = {HB_TAG('l', 'n', 'u', 'm'), HB_TAG('s', 'u', 'p', 's')},
    };
    unsigned count = 0;
    for (int i = 0; i < 2; i++) features[count++] = feature(tags[style.figures][i], 1);
    if (style.is_unjoined) {
        features[count++] = feature(HB_TAG('l', 'i', 'g', 'a'), 0);
        features[count++] = feature(HB_TAG('c', 'l', 'i', 'g'), 0);
    }
    if (markless) {
        features[count++] = feature(HB_TAG('c', 'c', 'm', 'p'), 0);
        features[count++] = feature(HB_TAG('m', 'a', 'r', 'k'), 0);
        features[count++] = feature(HB_TAG('m', 'k', 'm', 'k'), 0);
    }
    return count;
}

/* Capitals of acronyms become small ones; their text stays. */
static unsigned add_small_caps(const CapitalRun *runs, unsigned count, hb_feature_t *features) {
    for (unsigned i = 0; i < count; i++)
        features[i] = (hb_feature_t){.tag = HB_TAG('c', '2', 's', 'c'),
                                     .value = 1,
                                     .start = runs[i].from,
                                     .end = runs[i].to};
    return count;
}

/* Finding a plan by its features costs HarfBuzz as much as shaping a short word: remember it. Segments whose
 * script HarfBuzz guesses may differ in script under one key. */
static hb_shape_plan_t *find_plan(Shaper *shaper, uint64_t key, const Face *face,
                                  const hb_feature_t *features, unsigned count) {
    uint64_t script = hb_buffer_get_script(shaper->buffer);
    key ^= script << 8;
    for (size_t i = 0; i < shaper->plans.len; i++) {
        if (shaper->plans.at[i].key == key && shaper->plans.at[i].face == face)
            return shaper->plans.at[i].hb;
    }
    hb_segment_properties_t properties;
    hb_buffer_get_segment_properties(shaper->buffer, &properties);
    Plan *plan = list_add(shaper->keep, &shaper->plans);
    plan->key = key;
    plan->face = face;
    plan->hb = hb_shape_plan_create_cached(face->hb_face, &properties, features, count, NULL);
    return plan->hb;
}

static void run_harfbuzz(Shaper *shaper, WordStyle style, Str text, const CapitalRun *runs,
                         unsigned run_count) {
    hb_buffer_t *buffer = shaper->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(buffer, text.at, (int)text.len, 0, (int)text.len);
    hb_buffer_set_direction(buffer, style.is_rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, style.script ? hb_script_from_iso15924_tag(style.script)
                                              : HB_SCRIPT_INVALID);
    hb_buffer_set_language(buffer, shaper->languages.at[style.language].hb);
    hb_buffer_guess_segment_properties(buffer);
    hb_feature_t features[MOST_FEATURES];
    bool markless = !style.script && !style.is_rtl && is_markless(text);
    unsigned count = make_features(style, markless, features);
    count += add_small_caps(runs, run_count, features + count);
    uint64_t key = style_key(style) ^ (uint64_t)markless << 62 ^ (uint64_t)run_count << 59;
    hb_shape_plan_t *plan = find_plan(shaper, key, style.face, features, count);
    if (plan == hb_shape_plan_get_empty()) arena_fail(shaper->keep);
    hb_shape_plan_execute(plan, style.face->hb_font, buffer, features, count);
    if (!hb_buffer_allocation_successful(buffer)) arena_fail(shaper->keep);
}

/* A default-ignorable character may come as glyph 0 of no width when the face has no space; HarfBuzz has
 * removed it already. Any other glyph 0 is a character the face lacks. */
static void take_glyphs(Shaper *shaper, Word *word) {
    unsigned count = 0;
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shaper->buffer, &count);
    hb_glyph_position_t *places = hb_buffer_get_glyph_positions(shaper->buffer, &count);
    Glyph *glyphs = ARENA_ARRAY(shaper->keep, Glyph, count);
    for (unsigned i = 0; i < count; i++) {
        bool is_unsafe = hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK;
        glyphs[i] = (Glyph){.id = infos[i].codepoint,
                            .cluster = infos[i].cluster,
                            .advance = places[i].x_advance,
                            .dx = places[i].x_offset,
                            .dy = places[i].y_offset,
                            .flags = is_unsafe ? FLAG_CUT_RESHAPES : 0};
        word->width += places[i].x_advance;
        word->advancing += places[i].x_advance != 0;
        if (infos[i].codepoint == 0) word->is_incomplete = true;
    }
    word->glyphs = glyphs;
    word->count = count;
}

/* Small capitals stand a little apart. A face that has none has left the capitals as they were. */
static void space_small_caps(Word *word, const CapitalRun *runs, unsigned run_count) {
    int32_t space = word->face->upem * SMALL_CAPS_SPACE / 1000;
    for (unsigned r = 0; r < run_count; r++) {
        for (uint32_t i = 0; i < word->count; i++) {
            Glyph *glyph = (Glyph *)&word->glyphs[i];
            if (glyph->cluster < runs[r].from || glyph->cluster >= runs[r].to || !glyph->advance)
                continue;
            size_t at = glyph->cluster;
            uint32_t c = utf8_next(word->text, &at);
            if (glyph->id == font_glyph(word->face, c)) continue;
            glyph->advance += space;
            word->width += space;
        }
    }
}

static Word *find_word(Shaper *shaper, uint64_t key, uint64_t hash, Str text) {
    size_t mask = shaper->word_cap - 1;
    for (size_t slot = hash & mask; shaper->words[slot]; slot = (slot + 1) & mask) {
        Word *word = shaper->words[slot];
        if (word->hash == hash && word->key == key && str_equal(word->text, text)) return word;
    }
    return NULL;
}

static void keep_word(Shaper *shaper, Word *word) {
    size_t mask = shaper->word_cap - 1, slot = word->hash & mask;
    while (shaper->words[slot]) slot = (slot + 1) & mask;
    shaper->words[slot] = word;
    shaper->word_count++;
}

Word *word_shape(Shaper *shaper, WordStyle style, Str text) {
    if (!style.face) arena_fail(shaper->keep); /* the families were checked: no memory to open it */
    if (shaper->word_count * 2 >= shaper->word_cap) grow_table(shaper);
    uint64_t key = style_key(style), hash = word_hash(key, text);
    Word *word = find_word(shaper, key, hash, text);
    if (word) return word;
    word = ARENA_NEW(shaper->keep, Word);
    word->text = str_copy(shaper->keep, text);
    word->key = key;
    word->hash = hash;
    word->face = style.face;
    CapitalRun runs[MOST_CAPITAL_RUNS];
    unsigned run_count = style.has_small_caps ? small_caps_runs(word->text, runs) : 0;
    run_harfbuzz(shaper, style, word->text, runs, run_count);
    take_glyphs(shaper, word);
    space_small_caps(word, runs, run_count);
    keep_word(shaper, word);
    return word;
}

/* The cluster that holds byte `at`: where it begins and ends. */
static void find_cluster(const Word *word, uint32_t at, uint32_t *from, uint32_t *to) {
    *from = 0;
    *to = (uint32_t)word->text.len;
    for (uint32_t i = 0; i < word->count; i++) {
        uint32_t cluster = word->glyphs[i].cluster;
        if (cluster <= at && cluster > *from) *from = cluster;
        if (cluster > at && cluster < *to) *to = cluster;
    }
}

/* A cut inside a ligature takes its share of the ligature by bytes; the cut's extras make good. */
int32_t word_width_before(const Word *word, uint32_t at) {
    if (at >= word->text.len) return word->width;
    uint32_t from, to;
    find_cluster(word, at, &from, &to);
    int32_t before = 0, inside = 0;
    for (uint32_t i = 0; i < word->count; i++) {
        if (word->glyphs[i].cluster < from)
            before += word->glyphs[i].advance;
        else if (word->glyphs[i].cluster == from)
            inside += word->glyphs[i].advance;
    }
    if (at > from) before += (int32_t)((int64_t)inside * (at - from) / (to - from));
    return before;
}

Str word_hyphen(const Face *face) {
    return font_covers(face, 0x2010) ? STR("\xE2\x80\x90") : STR("-");
}

Edge face_edge(Shaper *shaper, const Face *face, uint32_t code_point) {
    Edge *edge = &shaper->edges[(code_point * 31 + face->number * 7) % EDGE_SLOTS];
    if (edge->face != face->number + 1 || edge->code_point != code_point) {
        edge->face = face->number + 1;
        edge->code_point = code_point;
        edge->glyph = font_glyph(face, code_point);
        edge->advance = font_advance(face, edge->glyph);
    }
    return *edge;
}

/* The character that ends at byte `at`: where it begins. */
static uint32_t char_before(Str text, uint32_t at) {
    do at--;
    while (at > 0 && ((unsigned char)text.at[at] & 0xC0) == 0x80);
    return at;
}

static uint32_t char_at(Str text, uint32_t at) {
    size_t place = at;
    return utf8_next(text, &place);
}

/* The hyphen behind bytes [.., at): its width with the kerning before it. Kerning looks at one character. */
static int32_t hyphen_width(Shaper *shaper, WordStyle style, const Word *word, uint32_t at) {
    Str hyphen = word_hyphen(style.face);
    char pair[8];
    size_t len = at - char_before(word->text, at);
    memcpy(pair, word->text.at + at - len, len);
    memcpy(pair + len, hyphen.at, hyphen.len);
    const Word *with = word_shape(shaper, style, (Str){pair, len + hyphen.len});
    return with->width - face_edge(shaper, style.face, char_at((Str){pair, len}, 0)).advance;
}

/* The glyph whose cluster is the character at byte `from`, when it is the character's own glyph; else -1. */
static int own_glyph(Shaper *shaper, const Word *word, uint32_t from) {
    Edge edge = face_edge(shaper, word->face, char_at(word->text, from));
    for (uint32_t i = 0; i < word->count; i++) {
        const Glyph *glyph = &word->glyphs[i];
        if (glyph->cluster == from) return glyph->id == edge.glyph && !glyph->dx ? (int)i : -1;
    }
    return -1;
}

/* Two neighbours that are their characters' own glyphs can only be kerned: what the kerning took from the
 * first comes back at a cut. Anything else (ligatures, joining scripts) is shaped anew on both sides. */
static bool is_kerning_only(Shaper *shaper, WordStyle style, const Word *word, uint32_t at,
                            int32_t *kerning) {
    if (style.is_rtl) return false;
    uint32_t from = char_before(word->text, at);
    int first = own_glyph(shaper, word, from), second = own_glyph(shaper, word, at);
    if (first < 0 || second != first + 1) return false;
    *kerning = word->glyphs[first].advance -
               face_edge(shaper, word->face, char_at(word->text, from)).advance;
    return true;
}

static bool is_cut_safe(const Word *word, uint32_t at) {
    for (uint32_t i = 0; i < word->count; i++) {
        if (word->glyphs[i].cluster == at) return !(word->glyphs[i].flags & FLAG_CUT_RESHAPES);
    }
    return false; /* inside a cluster */
}

Cut word_cut(Shaper *shaper, WordStyle style, const Word *word, uint32_t at, bool hyphen) {
    Cut cut = {.at = at};
    if (at == 0 || at >= word->text.len) return cut;
    int32_t kerning = 0;
    if (is_cut_safe(word, at) || is_kerning_only(shaper, style, word, at, &kerning)) {
        cut.end_extra = -kerning;
    } else {
        int32_t before = word_width_before(word, at);
        Str head = str_slice(word->text, 0, at), tail = str_slice(word->text, at, word->text.len);
        cut.end_extra = word_shape(shaper, style, head)->width - before;
        cut.start_extra = word_shape(shaper, style, tail)->width - (word->width - before);
    }
    if (hyphen) cut.end_extra += hyphen_width(shaper, style, word, at);
    return cut;
}
