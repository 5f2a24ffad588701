/* Ids, links and headings of a whole document in; a report for each that leads nowhere or skips a level. */
#include "model/check.h"
#include "model/internal.h"

/* ---- ids ------------------------------------------------------------------------------------ */

static void report_duplicate(Model *model, const ModelId *first, const ModelId *second) {
    const ModelId *later = second;
    if (second->span.source == first->span.source && second->span.start < first->span.start) {
        later = first;
        first = second;
    }
    diag_add(model->job->diags, E_DUPLICATE_ID, later->span,
             first_place_hint(model->job, first->span, later->span), "id \"%.*s\" given twice",
             STR_ARG(later->id));
}

static void register_id(Model *model, ModelId id) {
    size_t position = model->ids.len;
    if (id_index_add(model->job->arena, &model->id_index, id.id, &position)) {
        *list_add(model->job->arena, &model->ids) = id;
        return;
    }
    const ModelId *known = &model->ids.at[position];
    bool is_same = id.inside && known->inside == id.inside; /* the next piece of the same span */
    if (!is_same) report_duplicate(model, known, &id);
}

static void register_scalar(Model *model, const Scalar *id, ModelId bearer) {
    if (!id->given || id->is_tbc || !id_check(model->job, id->text, id->span)) return;
    bearer.id = id->text;
    bearer.span = id->span;
    register_id(model, bearer);
}

static void register_item(Model *model, const PackItem *item) {
    for (size_t i = 0; i < item->articles.len; i++)
        register_scalar(model, &item->articles.at[i]->id, (ModelId){.item = item->number});
    register_scalar(model, &item->id, (ModelId){.item = item->number});
}

static void register_spans(Model *model, size_t index) {
    const Rich *text = model->reader.texts.at[index];
    const TextSpan *before = NULL;
    for (size_t i = 0; i < text->count; i++) {
        const TextSpan *span = text->pieces[i].attributes;
        if (span == before) continue;
        before = span;
        for (; span; span = span->outer) {
            if (span->id.len)
                register_id(
                    model,
                    (ModelId){.id = span->id, .span = span->span, .inside = span, .text = index});
        }
    }
}

void model_register_ids(Model *model) {
    if (!model->pack && model->article) register_scalar(model, &model->article->id, (ModelId){0});
    for (size_t i = 0; model->pack && i < model->pack->items.len; i++)
        register_item(model, model->pack->items.at[i]);
    for (size_t i = 0; i < model->blocks.len; i++)
        register_scalar(model, &model->blocks.at[i]->common.id,
                        (ModelId){.block = model->blocks.at[i]});
    for (size_t i = 0; i < model->reader.texts.len; i++) register_spans(model, i);
}

const Block *model_find_block(const Model *model, Str id) {
    const ModelId *found = model_find_id(model, id);
    return found && found->block && found->block->fields ? found->block : NULL;
}

Str model_id_hint(const Model *model, Str id) {
    Str *names = ARENA_ARRAY(model->job->arena, Str, model->ids.len + 1);
    for (size_t i = 0; i < model->ids.len; i++) names[i] = model->ids.at[i].id;
    int nearest = str_nearest(id, names, model->ids.len);
    if (nearest < 0)
        return str_format(model->job->arena, "give a block `id: %.*s`, or a passage [words]{#%.*s}",
                          STR_ARG(id), STR_ARG(id));
    return str_format(model->job->arena, "did you mean \"%.*s\"?", STR_ARG(names[nearest]));
}

const Block *model_require_block(Model *model, const Scalar *id) {
    if (!id->given || id->is_tbc) return NULL;
    const ModelId *found = model_find_id(model, id->text);
    if (found && found->block) return found->block->fields ? found->block : NULL;
    if (!found && model_report_withheld(model, id->text, id->span)) return NULL;
    diag_add(model->job->diags, E_UNKNOWN_ID, id->span,
             found ? STR("it is not the id of a block") : model_id_hint(model, id->text),
             "no block has the id \"%.*s\"", STR_ARG(id->text));
    return NULL;
}

bool model_require_id(Model *model, const Scalar *id) {
    if (!id->given || id->is_tbc || model_find_id(model, id->text)) return true;
    diag_add(model->job->diags, E_UNKNOWN_ID, id->span, model_id_hint(model, id->text),
             "nothing has the id \"%.*s\"", STR_ARG(id->text));
    return false;
}

/* ---- links ---------------------------------------------------------------------------------- */

static void check_link(Model *model, const TextLink *link) {
    if (!str_starts(link->url, STR("#"))) return;
    Str id = str_slice(link->url, 1, link->url.len);
    if (model_find_id(model, id)) return;
    if (!model_report_withheld(model, id, link->span))
        diag_add(model->job->diags, E_UNKNOWN_ID, link->span, model_id_hint(model, id),
                 "nothing has the id \"%.*s\"", STR_ARG(id));
}

static void refuse_audience(Model *model, const TextSpan *span) {
    if (model->pack) return; /* its edition has been made (read/edition.h) */
    for (; span; span = span->outer) {
        if (span->audience_count)
            diag_add(model->job->diags, E_NOT_IMPLEMENTED, span->span,
                     STR("leave the passage out of this file, or the audience out to print it for "
                         "everybody"),
                     "an audience is not supported yet, so nothing would be withheld");
    }
}

static void check_text(Model *model, const Rich *text) {
    const TextLink *link = NULL;
    const TextSpan *span = NULL;
    for (size_t i = 0; i < text->count; i++) {
        const Piece *piece = &text->pieces[i];
        if (piece->link && piece->link != link) check_link(model, piece->link);
        if (piece->attributes != span) refuse_audience(model, piece->attributes);
        link = piece->link;
        span = piece->attributes;
    }
}

void model_check_links(Model *model) {
    for (size_t i = 0; i < model->reader.texts.len; i++)
        check_text(model, model->reader.texts.at[i]);
    const Reader *directories = model->directory_reader;
    for (size_t i = 0; i < directories->texts.len; i++) check_text(model, directories->texts.at[i]);
}

/* ---- headings ------------------------------------------------------------------------------- */

enum { DEEPEST_HEADING = 6 }; /* H6 */

static void check_heading(Model *model, const Block *block, int before, int deepest) {
    Diags *diags = model->job->diags;
    int level = block->kind->heading_level(block);
    if (level > deepest) {
        diag_add(diags, E_HEADING_JUMP, block->key_span,
                 str_format(model->job->arena, "the deepest heading is level %d", deepest),
                 "a heading of level %d is below H6", level);
    } else if (level > before + 1) {
        Str hint = str_format(model->job->arena, "make it level %d, or add the heading between",
                              before + 1);
        if (before)
            diag_add(diags, E_HEADING_JUMP, block->key_span, hint,
                     "a heading of level %d follows one of level %d", level, before);
        else
            diag_add(diags, E_HEADING_JUMP, block->key_span, STR("make it level 1"),
                     "the first heading is of level %d", level);
    }
}

static void check_article(Model *model, const Article *article) {
    int before = 0, deepest = DEEPEST_HEADING - article->level;
    for (size_t i = article->first_block; i < article->end_block; i++) {
        const Block *block = model->blocks.at[i];
        if (!block->kind->heading_level) continue;
        if (!block->fields) {
            before = deepest; /* unread: anything may follow */
            continue;
        }
        check_heading(model, block, before, deepest);
        before = block->kind->heading_level(block);
    }
}

void model_check_headings(Model *model) {
    for (size_t i = 0; i < model->articles.len; i++) check_article(model, model->articles.at[i]);
}
