/* A model in; stable text of everything it says out (--dump=model). */
#include "model/internal.h"
#include "model/pack_item.h"

Str model_block_lang(const Model *model, const Block *block) {
    const Scalar *lang = &block->common.lang;
    return lang->given && !lang->is_tbc ? lang->text : model->lang;
}

static void indent_by(Buf *out, unsigned indent) {
    for (unsigned i = 0; i < indent; i++) buf_add(out, STR("  "));
}

static void dump_block(const Model *model, const Block *block, Buf *out) {
    const Sources *sources = model->job->sources;
    Place place = source_place(sources, block->key_span);
    indent_by(out, block->depth + 1);
    buf_print(out, "%s @%u:%u\n", block->kind->key, place.line, place.column);
    if (!block->fields) {
        indent_by(out, block->depth + 2);
        buf_add(out, STR("unreadable\n"));
        return;
    }
    if (block->paragraph) {
        indent_by(out, block->depth + 2);
        buf_print(out, "paragraph %u\n", block->paragraph);
    }
    record_dump(&block_common_record, &block->common, sources, 2 * block->depth + 4, out);
    if (block->kind->record)
        record_dump(block->kind->record, block->fields, sources, 2 * block->depth + 4, out);
}

static void dump_ids(const Model *model, Buf *out) {
    buf_add(out, STR("ids\n"));
    for (size_t i = 0; i < model->ids.len; i++) {
        const ModelId *id = &model->ids.at[i];
        const char *bearer = id->block ? id->block->kind->key : id->inside ? "span" : "article";
        buf_print(out, "  %.*s: %s\n", STR_ARG(id->id), bearer);
    }
}

static void dump_audience(const FieldAudience *audience, Buf *out) {
    buf_print(out, "    %.*s: for", STR_ARG(audience->key));
    for (size_t i = 0; i < audience->names.len; i++)
        buf_print(out, "%s %.*s", i ? "," : "", STR_ARG(audience->names.at[i].text));
    buf_add(out, STR(" alone\n"));
}

static void dump_entry(const Model *model, const Entry *entry, Buf *out) {
    const Record *record = directory_entry_record(entry->kind);
    buf_print(out, "  %.*s: %s\n", STR_ARG(entry->id), record->name);
    record_dump(record, &entry->organization, model->job->sources, 4, out);
    for (size_t i = 0; i < entry->audiences.len; i++) dump_audience(&entry->audiences.at[i], out);
}

static void dump_article(const Model *model, const Article *article, Buf *out) {
    buf_print(out, "article lang=%.*s\n", STR_ARG(article->language));
    record_dump(&article_record, article, model->job->sources, 2, out);
}

static void dump_blocks(const Model *model, size_t from, size_t to, Buf *out) {
    buf_add(out, STR("blocks\n"));
    for (size_t i = from; i < to; i++) dump_block(model, model->blocks.at[i], out);
}

/* An item's own text has no keys but the item's. */
static void dump_item(const Model *model, const PackItem *item, Buf *out) {
    pack_dump_item(model, item, out);
    for (size_t i = 0; i < item->articles.len; i++) {
        const Article *article = item->articles.at[i];
        if (!item->has_body) dump_article(model, article, out);
        dump_blocks(model, article->first_block, article->end_block, out);
    }
}

void model_dump(const Model *model, Buf *out) {
    if (model->pack) {
        pack_dump(model, out);
        for (size_t i = 0; i < model->pack->items.len; i++)
            dump_item(model, model->pack->items.at[i], out);
    } else {
        dump_article(model, model->article, out);
        dump_blocks(model, 0, model->blocks.len, out);
    }
    dump_ids(model, out);
    buf_add(out, STR("directory\n"));
    for (size_t i = 0; i < model->directory->entries.len; i++)
        dump_entry(model, model->directory->entries.at[i], out);
}
