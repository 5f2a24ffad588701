/* A pack with its ids registered in; the numbers that need no layout out: paragraphs, the item of each id, and about
 * where each item begins.
 *
 * A numbered paragraph is one of running text that stands in an article itself: not in a quote, list, box or table. */
#include "model/internal.h"

/* Bytes of source that fill a page, about. */
enum { PAGE_BYTES = 2500 };

static bool is_paragraph(const Block *block) {
    return block->fields && block->common.number && block->kind->from_markup &&
           block->kind->markup_kind == MARKUP_PARAGRAPH;
}

/* Passages with an id, in a paragraph's one text, are in that paragraph. */
static void number_spans(Model *model, const Block *block) {
    const Field *field = block->kind->record->fields;
    const Rich *text = (const void *)((const char *)block->fields + field->offset);
    for (size_t i = 0; i < text->count; i++) {
        for (const TextSpan *span = text->pieces[i].attributes; span; span = span->outer) {
            size_t position;
            if (span->id.len && id_index_find(&model->id_index, span->id, &position))
                model->ids.at[position].paragraph = block->paragraph;
        }
    }
}

static void number_article(Model *model, const Article *article, unsigned *last) {
    for (size_t i = 0; i < article->body.len; i++) {
        Block *block = article->body.at[i];
        if (!is_paragraph(block)) continue;
        block->paragraph = ++*last;
        number_spans(model, block);
    }
}

static void number_paragraphs(Model *model) {
    const Pack *pack = model->pack;
    unsigned last = 0;
    if (pack->numbering->paragraphs == PARAGRAPHS_NONE) return;
    for (size_t i = 0; i < pack->items.len; i++) {
        const PackItem *item = pack->items.at[i];
        if (pack->numbering->paragraphs == PARAGRAPHS_ITEM) last = 0;
        for (size_t k = 0; k < item->articles.len; k++)
            number_article(model, item->articles.at[k], &last);
    }
}

/* Every block knows its item, those inside others too. */
static void assign_blocks(Model *model, const PackItem *item) {
    for (size_t k = 0; k < item->articles.len; k++) {
        const Article *article = item->articles.at[k];
        for (size_t i = article->first_block; i < article->end_block; i++)
            model->blocks.at[i]->item = item->number;
    }
}

static void settle_ids(Model *model) {
    const Pack *pack = model->pack;
    size_t next = 0;
    for (size_t i = 0; i < model->ids.len; i++) {
        ModelId *id = &model->ids.at[i];
        if (id->block) {
            id->item = id->block->item;
            id->paragraph = id->block->paragraph;
        }
        if (!id->inside) continue;
        while (next < pack->items.len && pack->items.at[next]->first_text <= id->text) next++;
        if (next) id->item = pack->items.at[next - 1]->number;
    }
}

static size_t expected_pages(const PackItem *item) {
    size_t bytes = item->has_body ? item->span.end - item->span.start : 0;
    for (size_t i = 0; !item->has_body && i < item->articles.len; i++)
        bytes += item->articles.at[i]->span.end - item->articles.at[i]->span.start;
    return bytes / PAGE_BYTES + 1;
}

static void expect_pages(const Pack *pack) {
    size_t page = pack->front.len + 1;
    for (size_t i = 0; i < pack->items.len; i++) {
        pack->items.at[i]->expected_page = page;
        page += expected_pages(pack->items.at[i]);
    }
}

void model_number(Model *model) {
    const Pack *pack = model->pack;
    if (!pack) return;
    for (size_t i = 0; i < pack->items.len; i++) assign_blocks(model, pack->items.at[i]);
    number_paragraphs(model);
    settle_ids(model);
    expect_pages(pack);
}

const ModelId *model_find_id(const Model *model, Str id) {
    size_t position;
    return id_index_find(&model->id_index, id, &position) ? &model->ids.at[position] : NULL;
}
