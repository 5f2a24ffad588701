/* A quotation: the words, what leads to them, who said them, when and where. Also Markdown's `>`. */
#include "base/language.h"
#include "block/credit.h"

typedef struct Quote {
    Blocks words;
    Rich lead, role, original;
    Scalar by, source;
    TimeCode timecode;
    Date checked;
    int kind, show;
    Scalar kind_tbc;
    const Entry *speaker;
    const Block *recording; /* what `source` names, if a block */
    bool is_bare;           /* Markdown's: nobody said whose words these are */
} Quote;

enum { SHOW_BLOCK, SHOW_INLINE };
enum { KIND_VERBATIM, KIND_REPORTED, KIND_TRANSLATED };

static const char *const kinds[] = {"verbatim", "reported", "translated", NULL};
static const char *const shows[] = {"block", "inline", NULL};

static const Field fields[] = {
    {.key = "quote",
     .type = FIELD_CUSTOM,
     FIELD(Quote, words),
     .required = true,
     .parse = model_parse_blocks,
     .expects = "text",
     .help = "the words, without quotation marks"},
    {.key = "lead", .type = FIELD_TEXT, FIELD(Quote, lead), .help = "the words that lead to it"},
    {.key = "by", .type = FIELD_STRING, FIELD(Quote, by), .help = "who said it: an id, or a name"},
    {.key = "role",
     .type = FIELD_TEXT,
     FIELD(Quote, role),
     .help = "the speaker's post, if not the directory's"},
    {.key = "source",
     .type = FIELD_STRING,
     FIELD(Quote, source),
     .help = "id of a block or reference, or words"},
    {.key = "timecode",
     .type = FIELD_TIMECODE,
     FIELD(Quote, timecode),
     .help = "where in the recording: 1:22:45"},
    {.key = "kind",
     .type = FIELD_CHOICE,
     FIELD(Quote, kind),
     FIELD_TBC(Quote, kind_tbc),
     .default_value = "verbatim",
     .choices = kinds,
     .help = "reported and translated words say so"},
    {.key = "original",
     .type = FIELD_TEXT,
     FIELD(Quote, original),
     .help = "the words in the language they were said in"},
    {.key = "checked",
     .type = FIELD_DATE,
     FIELD(Quote, checked),
     .help = "when somebody last compared it with its source"},
    {.key = "show",
     .type = FIELD_CHOICE,
     FIELD(Quote, show),
     .default_value = "block",
     .choices = shows,
     .help = "inline: inside a paragraph, behind its lead"},
    {0}};
static const Record record = {.name = "quote", .size = sizeof(Quote), .fields = fields};

/* ---- resolving ---- */

static bool begins_marked(Str text) {
    static const Str marks[] = {STR_CONST("\""), STR_CONST("\xE2\x80\x9C"), STR_CONST("\xC2\xAB"),
                                STR_CONST("\xE2\x80\x98")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (str_starts(text, marks[i])) return true;
    }
    return false;
}

/* Words that stand as said are set in marks, unless the author typed some. Straight ones: the shaper makes
 * them the language's. */
static Rich marked(Arena *arena, const Rich *words, bool opens, bool closes) {
    Piece *pieces = ARENA_ARRAY(arena, Piece, words->count + 2);
    size_t count = 0;
    Piece mark = {.kind = PIECE_TEXT, .text = STR("\""), .span = words->span};
    if (opens) pieces[count++] = mark;
    for (size_t i = 0; i < words->count; i++) pieces[count++] = words->pieces[i];
    if (closes) pieces[count++] = mark;
    return (Rich){.pieces = pieces, .count = count, .span = words->span};
}

/* Marks are put round the first and last paragraph of the words, in place. */
static void add_marks(Arena *arena, const Blocks *words) {
    if (!words->len) return;
    Block *first = words->at[0], *last = words->at[words->len - 1];
    Rich *opening = text_rich(first), *closing = text_rich(last);
    if (!opening || !closing || begins_marked(rich_plain(arena, opening))) return;
    *opening = marked(arena, opening, true, first == last);
    if (first != last) *closing = marked(arena, closing, false, true);
}

static void resolve(Model *model, Block *block) {
    Quote *quote = block->fields;
    quote->speaker = credit_find_person(model, &quote->by);
    quote->recording = credit_find_source(model, &quote->source);
    if (quote->kind != KIND_REPORTED) add_marks(model->job->arena, &quote->words);
}

/* ---- setting ---- */

static void add_lead_colon(Setter *setter, PartList *parts, const Rich *lead, const Style *style,
                           Tag *tag) {
    Str plain = rich_plain(setter->job->arena, lead);
    char last = plain.len ? plain.at[plain.len - 1] : '.';
    bool is_open =
        last != ':' && last != ',' && last != '.' && last != ';' && last != '!' && last != '?';
    if (is_open) parts_add_string(setter, parts, STR(":"), lead->span, style, tag);
}

static void set_lead(Setter *setter, const Rich *lead) {
    const Style *style = layout_style(setter->layout, "quote.lead");
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    PartList parts = {0};
    parts_add_rich(setter, &parts, lead, style, tag);
    add_lead_colon(setter, &parts, lead, style, tag);
    set_parts(setter, &parts, style, lead->span);
}

/* Running text takes the quote's style, whatever else stands inside only its inset. */
static void set_words(Setter *setter, const Blocks *words, const Style *style, Tag *tag) {
    Setter outer = *setter;
    Style *inner = arena_copy(setter->job->arena, style, sizeof *style);
    inner->left = inner->right = inner->before = inner->after = 0;
    setter->left += style->left;
    setter->measure -= style->left + style->right;
    setter->parent = tag;
    setter->text_style = inner;
    setter->depth = 0;
    setter->follows_text = false;
    set_blocks(setter, words);
    setter->depth = outer.depth;
    setter->left = outer.left;
    setter->measure = outer.measure;
    setter->text_style = outer.text_style;
    setter->parent = outer.parent;
}

static bool has_credit(const Quote *quote) {
    if (quote->is_bare) return false;
    return quote->by.given || quote->role.count || quote->source.given ||
           quote->timecode.scalar.given || quote->checked.scalar.given ||
           quote->kind != KIND_VERBATIM || quote->kind_tbc.given;
}

static Str kind_word(const Setter *setter, int kind) {
    if (kind == KIND_VERBATIM) return (Str){0};
    return language_term(setter->lang, kind == KIND_REPORTED ? TERM_REPORTED : TERM_TRANSLATED);
}

static Credit credit_of(const Setter *setter, const Quote *quote, Span span) {
    return (Credit){.by = &quote->by,
                    .speaker = quote->speaker,
                    .role = &quote->role,
                    .timecode = &quote->timecode,
                    .source = &quote->source,
                    .recording = quote->recording,
                    .remark = kind_word(setter, quote->kind),
                    .remark_tbc = &quote->kind_tbc,
                    .checked = &quote->checked,
                    .span = quote->by.given ? quote->by.span : span};
}

static void set_credit(Setter *setter, const Quote *quote, Tag *parent) {
    const Style *style = layout_style(setter->layout, "quote.by");
    Credit credit = credit_of(setter, quote, quote->words.at[0]->span);
    credit.has_dash = quote->by.given || quote->role.count;
    PartList parts = {0};
    parts_add_credit(setter, &parts, &credit, style, tag_add(setter->tags, parent, TAG_P));
    set_parts(setter, &parts, style, credit.span);
}

static void add_original(Setter *setter, PartList *parts, const Quote *quote, const Style *style,
                         Tag *tag) {
    Str original = language_term(setter->lang, TERM_ORIGINAL);
    parts_add_string(setter, parts, original, quote->original.span, style, tag);
    parts_add_string(setter, parts, STR(": "), quote->original.span, style, tag);
    parts_add_rich(setter, parts, &quote->original, style, tag);
}

static void set_original(Setter *setter, const Quote *quote, Tag *parent) {
    const Style *style = layout_style(setter->layout, "quote.by");
    PartList parts = {0};
    add_original(setter, &parts, quote, style, tag_add(setter->tags, parent, TAG_P));
    set_parts(setter, &parts, style, quote->original.span);
}

static void set_block_quote(Setter *setter, const Quote *quote, const Block *block) {
    const Style *style = layout_style(setter->layout, "quote");
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_BLOCK_QUOTE);
    set_space(setter, style);
    set_open_bar(setter, style, block->span);
    setter->is_first = true; /* the space is there already */
    set_words(setter, &quote->words, style, tag);
    bool is_credited = has_credit(quote);
    if (is_credited || quote->original.count) {
        setter->pending_space = 0;
        setter->pending_penalty = BREAK_NEVER;
    }
    if (is_credited) {
        set_credit(setter, quote, tag);
        setter->pending_space = 0;
        setter->pending_penalty = BREAK_NEVER;
    }
    if (quote->original.count) set_original(setter, quote, tag);
    set_close_bar(setter, block->span);
    set_end(setter, style);
}

/* " (Name, role · 1:22:45 · Original: ...)" behind the words. */
static void add_inline_credit(Setter *setter, PartList *parts, const Quote *quote,
                              const Style *style, Tag *tag) {
    Credit credit = credit_of(setter, quote, quote->words.at[0]->span);
    Span span = credit.span;
    bool is_credited = has_credit(quote);
    if (!is_credited && !quote->original.count) return;
    parts_add_string(setter, parts, STR(" ("), span, style, tag);
    if (is_credited) parts_add_credit(setter, parts, &credit, style, tag);
    if (is_credited && quote->original.count)
        parts_add_string(setter, parts, STR(" \xC2\xB7 "), span, style, tag);
    if (quote->original.count) add_original(setter, parts, quote, style, tag);
    parts_add_string(setter, parts, STR(")"), span, style, tag);
}

/* Behind its lead, inside one paragraph. */
static void set_inline_quote(Setter *setter, const Quote *quote, const Block *block) {
    const Style *style = set_text_style(setter);
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    PartList parts = {0};
    if (quote->lead.count) {
        parts_add_rich(setter, &parts, &quote->lead, style, tag);
        parts_add_string(setter, &parts, STR(" "), quote->lead.span, style, tag);
    }
    Tag *words = tag_add(setter->tags, tag, TAG_QUOTE);
    for (size_t i = 0; i < quote->words.len; i++) {
        const Block *paragraph = quote->words.at[i];
        if (i) parts_add_string(setter, &parts, STR(" "), paragraph->span, style, words);
        parts_add_rich(setter, &parts, text_rich(paragraph), style, words);
    }
    add_inline_credit(setter, &parts, quote, style, tag);
    set_parts(setter, &parts, style, block->span);
    setter->follows_text = true;
}

static bool is_all_text(const Blocks *words) {
    for (size_t i = 0; i < words->len; i++) {
        if (!text_rich(words->at[i])) return false;
    }
    return true;
}

static void set(Setter *setter, const Block *block) {
    const Quote *quote = block->fields;
    if (!quote->words.len) return; /* Markdown's may be empty */
    if (quote->show == SHOW_INLINE && is_all_text(&quote->words)) {
        set_inline_quote(setter, quote, block);
        return;
    }
    if (quote->lead.count) set_lead(setter, &quote->lead);
    setter->follows_text = false;
    set_block_quote(setter, quote, block);
    setter->follows_text = false;
}

extern const BlockKind kind_quote;
const Blocks *quote_words(const Block *block) {
    return block->kind == &kind_quote && block->fields ? &((const Quote *)block->fields)->words
                                                       : NULL;
}

Str quote_speaker(const Setter *setter, const Block *block) {
    const Quote *quote = block->fields;
    if (!quote->by.given || quote->by.is_tbc) return (Str){0};
    if (!quote->speaker) return quote->by.text;
    return model_entry_text(setter->job->arena, quote->speaker, MENTION_AUTO, setter->lang);
}

const BlockKind kind_quote = {
    .key = "quote", .help = "a quotation", .record = &record, .resolve = resolve, .set = set};

/* ---- Markdown's > ---- */

static bool from_markup(Model *model, const Markup *markup, void *into) {
    Quote *quote = into;
    quote->is_bare = true;
    return !markup->first || model_add_markup(model, markup->first, &quote->words);
}

extern const BlockKind kind_markup_quote;
const BlockKind kind_markup_quote = {.key = "(quote)",
                                     .help = "a quotation without a speaker",
                                     .record = &record,
                                     .from_markup = from_markup,
                                     .markup_kind = MARKUP_QUOTE,
                                     .set = set};
