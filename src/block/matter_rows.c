/* A kind of block in; all of them in a pack, item by item, out; where a row of one stands. */
#include "block/matter_rows.h"

#include "block/agenda.h"
#include "block/reference.h"

static void visit_article(const Model *model, const PackItem *item, const Article *article,
                          const BlockKind *kind, BlockVisitor visit, void *with) {
    for (size_t i = article->first_block; i < article->end_block; i++) {
        const Block *block = model->blocks.at[i];
        if (block->kind == kind && block->fields) visit(with, item, block);
    }
}

void matter_visit(const Model *model, const BlockKind *kind, BlockVisitor visit, void *with) {
    for (size_t i = 0; i < model->pack->items.len; i++) {
        const PackItem *item = model->pack->items.at[i];
        for (size_t k = 0; k < item->articles.len; k++)
            visit_article(model, item, item->articles.at[k], kind, visit, with);
    }
}

void matter_add_place(Listing *listing, size_t column, const PackItem *item, unsigned row) {
    Setter *setter = listing->setter;
    Arena *arena = setter->job->arena;
    TextLink *link = ARENA_NEW(arena, TextLink);
    Str target = row_destination(arena, row);
    *link = (TextLink){.url = str_format(arena, "#%.*s", STR_ARG(target)),
                       .span = item->span,
                       .is_data = true,
                       .is_reference = true};
    bool is_numbered = setter->model->pack->numbering->items;
    Piece *piece = ARENA_NEW(arena, Piece);
    *piece = (Piece){.kind = PIECE_TEXT, .span = item->span, .link = link};
    if (is_numbered)
        piece->text = str_format(arena, "%.*s\xC2\xA0%u",
                                 STR_ARG(language_term(setter->lang, TERM_ITEM)), item->number);
    PartList parts = {0};
    parts_add_rich(setter, &parts, &(Rich){.pieces = piece, .count = 1, .span = item->span},
                   listing->style, listing_tag(listing, column));
    listing_add(listing, column, &parts, listing->style);
}
