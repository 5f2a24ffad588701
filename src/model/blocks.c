/* Items of a list, and Markdown, in; blocks of known kinds out. */
#include "model/internal.h"
#include "read/edition.h"

/* ---- keys that any block may carry ---------------------------------------------------------- */

static const char *const keeps[] = {"none", "together", "with-next", NULL};

static const Field common_fields[] = {
    {.key = "id", .type = FIELD_ID, FIELD(BlockCommon, id), .help = "what links call the block"},
    {.key = "lang",
     .type = FIELD_LANG,
     FIELD(BlockCommon, lang),
     .help = "its language, where it is not the document's"},
    {.key = "audience",
     .type = FIELD_STRINGS,
     FIELD(BlockCommon, audience),
     .help = "who may see it (packs)"},
    {.key = "marking",
     .type = FIELD_STRING,
     FIELD(BlockCommon, marking),
     .help = "security marking (packs)"},
    {.key = "keep",
     .type = FIELD_CHOICE,
     FIELD(BlockCommon, keep),
     .default_value = "none",
     .choices = keeps,
     .help = "together: on one page; with-next: on the page of the next block"},
    {.key = "number",
     .type = FIELD_BOOL,
     FIELD(BlockCommon, number),
     .default_value = "true",
     .help = "false: outside paragraph numbering"},
    {.key = "withheld",
     .type = FIELD_STRING,
     FIELD(BlockCommon, withheld),
     .help = "ground for withholding it (packs)"},
    {0}};

const Record block_common_record = {
    .name = "block", .size = sizeof(BlockCommon), .fields = common_fields};

/* `text:` is Markdown and may be several blocks, so it is no kind with a struct of its own. */
typedef struct TextBlock {
    Markup *markup;
} TextBlock;

static const Field text_fields[] = {{.key = "text",
                                     .type = FIELD_MARKUP,
                                     FIELD(TextBlock, markup),
                                     .required = true,
                                     .help = "Markdown: paragraphs, lists, headings"},
                                    {0}};

static const Record text_record = {
    .name = "text", .size = sizeof(TextBlock), .fields = text_fields};

typedef struct IncludeBlock {
    Scalar target;
} IncludeBlock;

static const Field include_fields[] = {{.key = "include",
                                        .type = FIELD_STRING,
                                        FIELD(IncludeBlock, target),
                                        .required = true,
                                        .help = "an article file, or file#id of a block in it"},
                                       {0}};

static const Record include_record = {
    .name = "include", .size = sizeof(IncludeBlock), .fields = include_fields};

static void refuse(Model *model, const Scalar *given, const char *what) {
    if (given->given)
        diag_add(model->job->diags, E_NOT_IMPLEMENTED, given->span,
                 STR("leave the block out of this file, or the key out to print it for everybody"),
                 "%s", what);
}

/* Withholding never fails open: an article by itself has no editions, so one that asks for it is refused. */
static void refuse_withholding(Model *model, const BlockCommon *common) {
    if (model->pack) {
        edition_check_ground(model, common);
        return;
    }
    if (common->audience.len)
        refuse(model, &common->audience.at[0],
               "an audience is not supported yet, so nothing would be withheld");
    refuse(model, &common->withheld,
           "`withheld` is not supported yet, so nothing would be withheld");
    refuse(model, &common->marking, "the marking of a block is not supported yet");
}

/* ---- adding --------------------------------------------------------------------------------- */

/* Said once, at the article: the diagnostics of all further blocks are the same and merge. */
static bool is_within_limit(Model *model) {
    size_t limit = model->job->limits.blocks;
    if (!limit || model->blocks.len < limit) return true;
    Span start = model->span;
    diag_add(model->job->diags, E_LIMIT, span_of(start.source, start.start, start.start), (Str){0},
             "the document has more than %zu blocks", limit);
    return false;
}

/* A block that is counted and known, but not yet part of any list of blocks; NULL past the limit. */
static Block *new_block(Model *model, const BlockKind *kind, Span span, Span key_span) {
    if (!is_within_limit(model)) return NULL;
    Block *block = ARENA_NEW(model->job->arena, Block);
    *block = (Block){.kind = kind, .span = span, .key_span = key_span, .depth = model->depth};
    block->common.number = true;
    block->fields = arena_alloc(model->job->arena, kind->record ? kind->record->size : 1);
    *list_add(model->job->arena, &model->blocks) = block;
    return block;
}

void model_set_text_lang(Model *model, size_t from, const Scalar *lang) {
    if (!lang->given || lang->is_tbc) return;
    while (model->text_langs.len < model->reader.texts.len)
        *list_add(model->job->arena, &model->text_langs) = (Str){0};
    for (size_t i = from; i < model->reader.texts.len; i++) {
        if (!model->text_langs.at[i].len) model->text_langs.at[i] = lang->text;
    }
}

Str model_text_lang(const Model *model, size_t index) {
    bool has_own = index < model->text_langs.len && model->text_langs.at[index].len;
    return has_own ? model->text_langs.at[index] : model->lang;
}

/* ---- from Markdown -------------------------------------------------------------------------- */

static const BlockKind *find_markup_kind(const Model *model, MarkupKind markup_kind) {
    for (const BlockKind *const *kind = model->kinds; *kind; kind++) {
        if ((*kind)->from_markup && (*kind)->markup_kind == markup_kind) return *kind;
    }
    return NULL;
}

static bool add_one_markup(Model *model, const Markup *markup, Blocks *blocks) {
    const BlockKind *kind = find_markup_kind(model, markup->kind);
    if (!kind) {
        diag_add(model->job->diags, E_UNSUPPORTED_TEXT, markup->span, (Str){0},
                 "this form of Markdown is not supported yet");
        return false;
    }
    Block *block = new_block(model, kind, markup->span, markup->span);
    if (!block) return false;
    model->depth++;
    bool is_good = kind->from_markup(model, markup, block->fields);
    model->depth--;
    if (is_good)
        *list_add(model->job->arena, blocks) = block;
    else
        block->fields = NULL;
    return is_good;
}

bool model_add_markup(Model *model, const Markup *markup, Blocks *blocks) {
    bool is_good = true;
    bool is_withheld = markup && markup->kind == MARKUP_PARAGRAPH && !markup->text.count;
    if (is_withheld && model->pack) return true; /* all of it: markup_read() */
    for (; markup; markup = markup->next) is_good &= add_one_markup(model, markup, blocks);
    return is_good;
}

/* ---- from mappings -------------------------------------------------------------------------- */

static bool read_text_block(Model *model, const Node *mapping, Blocks *blocks) {
    TextBlock text = {0};
    BlockCommon common = {0};
    size_t first_text = model->reader.texts.len, first = blocks->len;
    bool is_good =
        record_read(&model->reader, mapping, &text_record, &text, &block_common_record, &common);
    refuse_withholding(model, &common);
    model_set_text_lang(model, first_text, &common.lang);
    is_good &= text.markup && model_add_markup(model, text.markup, blocks);
    for (size_t i = first; i < blocks->len; i++) {
        Block *block = blocks->at[i];
        block->common = common;
        block->continues = i + 1 < blocks->len;
        bool is_inner = block->continues && common.keep == KEEP_WITH_NEXT;
        if (is_inner) block->common.keep = KEEP_NONE; /* the last holds to what follows */
        common.id = (Scalar){0};                      /* an id names the first */
    }
    return is_good;
}

/* What stands beside the key holds for all blocks of the file. */
static void pass_on(const BlockCommon *common, Blocks *blocks, size_t first) {
    for (size_t i = first; i < blocks->len; i++) {
        BlockCommon *own = &blocks->at[i]->common;
        if (common->lang.given && !own->lang.given) own->lang = common->lang;
        if (!common->number) own->number = false;
        bool is_last = i + 1 == blocks->len;
        if (common->keep == KEEP_TOGETHER && own->keep == KEEP_NONE)
            own->keep = is_last ? KEEP_TOGETHER : KEEP_WITH_NEXT;
        if (common->keep == KEEP_WITH_NEXT && is_last) own->keep = KEEP_WITH_NEXT;
    }
}

static bool read_include(Model *model, const Node *mapping, Blocks *blocks) {
    IncludeBlock include = {0};
    BlockCommon common = {0};
    size_t first_text = model->reader.texts.len, first = blocks->len;
    bool is_good = record_read(&model->reader, mapping, &include_record, &include,
                               &block_common_record, &common);
    refuse_withholding(model, &common);
    if (common.id.given) {
        diag_add(model->job->diags, E_BAD_VALUE, common.id.span,
                 STR("give the id to a block of the file"), "an include has no id of its own");
        is_good = false;
    }
    if (!include.target.given || include.target.is_tbc) return false;
    is_good &= model_include(model, &include.target, blocks);
    model_set_text_lang(model, first_text, &common.lang);
    pass_on(&common, blocks, first);
    return is_good;
}

static bool read_kind_block(Model *model, const Node *mapping, const BlockKind *kind,
                            const Node *key, Blocks *blocks) {
    Block *block = new_block(model, kind, mapping->span, key->span);
    if (!block) return false;
    size_t first_text = model->reader.texts.len;
    model->depth++;
    bool is_good = record_read(&model->reader, mapping, kind->record, block->fields,
                               &block_common_record, &block->common);
    model->depth--;
    refuse_withholding(model, &block->common);
    model_set_text_lang(model, first_text, &block->common.lang);
    if (is_good)
        *list_add(model->job->arena, blocks) = block;
    else
        block->fields = NULL;
    return is_good;
}

static bool read_mapping(Model *model, const Node *mapping, Blocks *blocks) {
    if (!edition_shows_node(&model->reader, mapping))
        return model_add_ground(model, mapping, blocks);
    const Node *key = model_find_block_key(model, mapping);
    if (!key) return false;
    if (str_is(key->text, "text")) return read_text_block(model, mapping, blocks);
    if (str_is(key->text, "include")) return read_include(model, mapping, blocks);
    return read_kind_block(model, mapping, model_find_kind(model, key->text), key, blocks);
}

/* ---- from nodes ----------------------------------------------------------------------------- */

static bool read_item(Model *model, const Node *node, Blocks *blocks) {
    if (node->kind == NODE_MAPPING) return read_mapping(model, node, blocks);
    if (node->kind == NODE_SEQUENCE) {
        diag_add(model->job->diags, E_WRONG_TYPE, node->span, STR("a list to print is `- list:`"),
                 "a block is text or a mapping, not a list");
        return false;
    }
    const Markup *markup = markup_read(&model->reader, node);
    return markup && model_add_markup(model, markup, blocks);
}

bool model_read_blocks(Model *model, const Node *node, Blocks *blocks) {
    if (node->kind != NODE_SEQUENCE) return read_item(model, node, blocks);
    bool is_good = true;
    for (size_t i = 0; i < node->count; i++) is_good &= read_item(model, node->items[i], blocks);
    return is_good;
}

bool model_parse_blocks(Reader *reader, const Node *value, const Field *field, void *slot) {
    (void)field;
    return model_read_blocks(reader->owner, value, slot);
}
