/* A pull: words of a span, a text or a quote once more, large. Whoever listens hears them only in their place,
 * so here they are an artifact. */
#include "block/credit.h"

typedef struct Pull {
    Scalar id;
} Pull;

static const Field fields[] = {{.key = "pull",
                                .type = FIELD_ID,
                                FIELD(Pull, id),
                                .required = true,
                                .help = "id of a span, a text or a quote"},
                               {0}};
static const Record record = {.name = "pull", .size = sizeof(Pull), .fields = fields};

/* ---- finding the words ---- */

static const TextSpan *find_span(const Model *model, Str id) {
    size_t position;
    if (!id_index_find(&model->id_index, id, &position)) return NULL;
    return model->ids.at[position].inside;
}

static void resolve(Model *model, Block *block) {
    const Scalar *id = &((const Pull *)block->fields)->id;
    if (!id->given || id->is_tbc || find_span(model, id->text)) return;
    const Block *pulled = model_require_block(model, id);
    if (!pulled || text_rich(pulled) || quote_words(pulled)) return;
    diag_add(model->job->diags, E_BAD_VALUE, id->span,
             STR("pull a span `[words]{#id}`, a `text` or a `quote`"),
             "\"%.*s\" is the id of a `%s`, which cannot be pulled", STR_ARG(id->text),
             pulled->kind->key);
}

static bool is_within(const TextSpan *attributes, const TextSpan *span) {
    while (attributes && attributes != span) attributes = attributes->outer;
    return attributes != NULL;
}

/* Words without links and with lines run on; of the whole text, or of one span of it. */
static Rich pulled_words(Arena *arena, const Rich *text, const TextSpan *span) {
    Piece *pieces = ARENA_ARRAY(arena, Piece, text->count);
    Rich words = {.pieces = pieces, .span = span ? span->span : text->span};
    for (size_t i = 0; i < text->count; i++) {
        Piece piece = text->pieces[i];
        if (span && !is_within(piece.attributes, span)) continue;
        if (piece.kind == PIECE_BREAK) {
            piece.kind = PIECE_TEXT;
            piece.text = STR(" ");
        }
        piece.link = NULL;
        pieces[words.count++] = piece;
    }
    return words;
}

/* ---- setting ---- */

static void set_words(Setter *setter, const Rich *text, const TextSpan *span) {
    const Style *style = layout_style(setter->layout, "pull");
    Rich words = pulled_words(setter->job->arena, text, span);
    if (words.count) set_rich(setter, &words, style, NULL);
    setter->pending_space = 0;
}

static void set_span(Setter *setter, const TextSpan *span) {
    for (size_t i = 0; i < setter->model->reader.texts.len; i++) {
        const Rich *text = setter->model->reader.texts.at[i];
        for (size_t p = 0; p < text->count; p++) {
            if (!is_within(text->pieces[p].attributes, span)) continue;
            set_words(setter, text, span);
            return;
        }
    }
}

static void set_pulled(Setter *setter, const Pull *pull) {
    const TextSpan *span = find_span(setter->model, pull->id.text);
    const Block *block = model_find_block(setter->model, pull->id.text);
    const Blocks *words = block ? quote_words(block) : NULL;
    if (span) set_span(setter, span);
    if (block && text_rich(block)) set_words(setter, text_rich(block), NULL);
    for (size_t i = 0; words && i < words->len; i++) {
        if (text_rich(words->at[i])) set_words(setter, text_rich(words->at[i]), NULL);
    }
}

static void set_tbc(Setter *setter, const Scalar *id) {
    const Style *style = layout_style(setter->layout, "pull");
    PartList parts = {0};
    parts_add_tbc(setter, &parts, id, style, tag_add(setter->tags, setter->parent, TAG_P));
    set_parts(setter, &parts, style, id->span);
}

static void set(Setter *setter, const Block *block) {
    const Pull *pull = block->fields;
    const Style *style = layout_style(setter->layout, "pull");
    setter->follows_text = false;
    if (pull->id.is_tbc)
        set_tbc(setter, &pull->id);
    else
        set_pulled(setter, pull);
    set_end(setter, style);
}

extern const BlockKind kind_pull;
const BlockKind kind_pull = {.key = "pull",
                             .help = "words of the text once more, set large",
                             .record = &record,
                             .resolve = resolve,
                             .set = set};
