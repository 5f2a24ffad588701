/* Lines to take: what to say, large and numbered, with what it rests on under it; what not to say. */
#include "block/credit.h"
#include "block/points.h"

enum { LONGEST_CITED = 200 }; /* bytes of a quotation that are said once more */

typedef struct Message {
    Rich say, proof;
    Scalar cite;
    const Block *quoted; /* what `cite` names */
} Message;

typedef struct Messages {
    FieldList rows;
    TextList avoid;
} Messages;

static const Field row_fields[] = {
    {.key = "say",
     .type = FIELD_TEXT,
     FIELD(Message, say),
     .required = true,
     .help = "the line to take, as it is spoken"},
    {.key = "proof", .type = FIELD_TEXT, FIELD(Message, proof), .help = "what it rests on"},
    {.key = "cite",
     .type = FIELD_ID,
     FIELD(Message, cite),
     .help = "id of a quote that bears it out"},
    {0}};
static const Record row_record = {.name = "message", .size = sizeof(Message), .fields = row_fields};

static const Field fields[] = {{.key = "messages",
                                .type = FIELD_RECORDS,
                                FIELD(Messages, rows),
                                .required = true,
                                .record = &row_record,
                                .help = "the lines to take, the most important first"},
                               {.key = "avoid",
                                .type = FIELD_CUSTOM,
                                FIELD(Messages, avoid),
                                .parse = texts_parse,
                                .dump = texts_dump,
                                .expects = "a text or a list of texts",
                                .help = "what is better not said"},
                               {0}};

static bool check(Reader *reader, const Node *mapping, void *into) {
    (void)into;
    return points_check_rows(reader, node_find(mapping, "messages"), "no messages");
}

static const Record record = {
    .name = "messages", .size = sizeof(Messages), .fields = fields, .check = check};

/* ---- resolving ---- */

static void find_quote(Model *model, Message *message) {
    const Block *block = model_require_block(model, &message->cite);
    if (!block) return;
    if (quote_words(block))
        message->quoted = block;
    else
        diag_add(model->job->diags, E_BAD_VALUE, message->cite.span,
                 STR("cite the id of a `quote:`"), "\"%.*s\" is no quotation",
                 STR_ARG(message->cite.text));
}

static void resolve(Model *model, Block *block) {
    Messages *messages = block->fields;
    Message *rows = messages->rows.at;
    for (size_t i = 0; i < messages->rows.len; i++) find_quote(model, &rows[i]);
}

/* ---- setting ---- */

/* The words of a short quotation that is one paragraph, with their marks; else the word for it. */
static Str cited_words(const Setter *setter, const Block *quoted) {
    const Blocks *words = quote_words(quoted);
    const Rich *only = words->len == 1 ? text_rich(words->at[0]) : NULL;
    Str plain = only ? rich_plain(setter->job->arena, only) : (Str){0};
    bool is_short = plain.len && plain.len <= LONGEST_CITED;
    return is_short ? plain : language_term(setter->lang, TERM_QUOTATION);
}

/* "words -- Name (page 3)", a link to where they stand. */
static void set_cite(Setter *setter, const Message *message) {
    const Style *style = layout_style(setter->layout, "messages.proof");
    Arena *arena = setter->job->arena;
    Str text = cited_words(setter, message->quoted);
    Str name = quote_speaker(setter, message->quoted);
    if (name.len)
        text = str_format(arena, "%.*s \xE2\x80\x94\xC2\xA0%.*s", STR_ARG(text), STR_ARG(name));
    TextLink *link = ARENA_NEW(arena, TextLink);
    *link = (TextLink){.url = str_format(arena, "#%.*s", STR_ARG(message->cite.text)),
                       .span = message->cite.span,
                       .is_data = true,
                       .is_reference = true};
    PartList parts = {0};
    parts_add_link(setter, &parts, text, link, style, tag_add(setter->tags, setter->parent, TAG_P));
    points_set_under(setter, &parts, style, link->span);
}

static void set_proof(Setter *setter, const Rich *proof) {
    const Style *style = layout_style(setter->layout, "messages.proof");
    PartList parts = {0};
    parts_add_rich(setter, &parts, proof, style, tag_add(setter->tags, setter->parent, TAG_P));
    points_set_under(setter, &parts, style, proof->span);
}

static void set_cite_tbc(Setter *setter, const Scalar *cite) {
    const Style *style = layout_style(setter->layout, "messages.proof");
    PartList parts = {0};
    parts_add_tbc(setter, &parts, cite, style, tag_add(setter->tags, setter->parent, TAG_P));
    points_set_under(setter, &parts, style, cite->span);
}

static void set_message(Setter *setter, const Message *message, bool is_first) {
    const Style *style = layout_style(setter->layout, "messages");
    set_rich(setter, &message->say, is_first ? points_first(setter, style) : style,
             tag_add(setter->tags, setter->parent, TAG_P));
    if (message->proof.count) set_proof(setter, &message->proof);
    if (message->quoted) set_cite(setter, message);
    if (message->cite.is_tbc) set_cite_tbc(setter, &message->cite);
}

static void set_avoid(Setter *setter, const TextList *avoid) {
    set_card_break(setter, avoid->at[0].span);
    points_set_label(setter, layout_style(setter->layout, "messages.avoid-word"), TERM_AVOID,
                     avoid->at[0].span);
    points_set_texts(setter, avoid, layout_style(setter->layout, "messages.avoid"), "\xE2\x80\x93");
}

static void set(Setter *setter, const Block *block) {
    const Messages *messages = block->fields;
    const Message *rows = messages->rows.at;
    Tag *outer = setter->parent;
    setter->parent = tag_add(setter->tags, outer, TAG_SECT);
    points_set_label(setter, layout_style(setter->layout, "lines.label"), TERM_MESSAGES,
                     block->key_span);
    Points points = points_begin(setter, "Decimal");
    for (size_t i = 0; i < messages->rows.len; i++) {
        if (i) set_card_break(setter, rows[i].say.span);
        points_open(setter, &points, str_format(setter->job->arena, "%zu.", i + 1),
                    rows[i].say.span);
        set_message(setter, &rows[i], i == 0);
        points_close(setter, &points);
    }
    if (messages->avoid.len) set_avoid(setter, &messages->avoid);
    set_end(setter, layout_style(setter->layout, "lines"));
    setter->parent = outer;
}

extern const BlockKind kind_messages;
const BlockKind kind_messages = {.key = "messages",
                                 .help = "lines to take, with what they rest on",
                                 .record = &record,
                                 .resolve = resolve,
                                 .set = set};
