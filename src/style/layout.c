/* A layout's name into the complete layout: merged layers, checked geometry, complete styles. */
#include "style/inherit.h"
#include "style/layer.h"
#include "style/table.h"

#include <assert.h>

#define LEAST_MEASURE SP_MM(40)
#define LEAST_LINES 5
#define MOST_COLUMNS 4
#define MOST_PAGE SP(14400) /* ISO 32000-1, annex C: what readers accept */

static void report_geometry(Job *job, const Node *place, const char *hint, Str message) {
    diag_add(job->diags, E_BAD_GEOMETRY, place ? place->span : (Span){0}, str_from(hint), "%.*s",
             STR_ARG(message));
}

/* Half millimetres are near enough for a message. */
static int64_t in_mm(Sp length) { return length * 2540 / (SP_PT * 7200); }

static void check_geometry(Job *job, const Layout *layout, const Node *page) {
    const PageGeometry *geometry = &layout->page;
    Sp measure = layout_measure(layout),
       height = geometry->height - geometry->top - geometry->bottom;
    if (geometry->columns < 1 || geometry->columns > MOST_COLUMNS) {
        report_geometry(job, page, "from 1 to 4",
                        str_format(job->arena, "%d columns of text", geometry->columns));
    } else if (geometry->width > MOST_PAGE || geometry->height > MOST_PAGE) {
        report_geometry(job, page, "a page is at most 14400pt wide and high",
                        STR("page too large"));
    } else if (measure < LEAST_MEASURE) {
        report_geometry(job, page, "make the margins, the gutter or margin-column smaller",
                        str_format(job->arena,
                                   "the text column would be %lld mm wide; it needs 40 mm",
                                   (long long)in_mm(measure)));
    }
    if (layout->grid && height < LEAST_LINES * layout->grid)
        report_geometry(job, page, "make margin.top or margin.bottom smaller",
                        STR("fewer than five lines of text fit on a page"));
}

static void check_typography(Job *job, const LayoutFields *fields, const Node *root) {
    if (fields->expansion < 0 || fields->expansion > 30)
        diag_add(job->diags, E_BAD_VALUE, node_find(root, "expansion")->span,
                 STR("from 0 to 30 thousandths"), "expansion out of range");
    if (fields->protrusion < 0 || fields->protrusion > 2000)
        diag_add(job->diags, E_BAD_VALUE, node_find(root, "protrusion")->span,
                 STR("from 0 to 2000 thousandths"), "protrusion out of range");
}

static void take_page(const PageFields *page, PageGeometry *geometry) {
    if (!page) return;
    geometry->width = page->size.width;
    geometry->height = page->size.height;
    geometry->margin_column = page->margin_column;
    geometry->gutter = page->gutter;
    geometry->columns = page->columns;
    geometry->is_duplex = page->duplex;
    if (!page->margin) return;
    geometry->inner = page->margin->inner;
    geometry->outer = page->margin->outer;
    geometry->top = page->margin->top;
    geometry->bottom = page->margin->bottom;
}

static void take_page_rules(const LayoutFields *fields, Layout *layout) {
    layout->fits_page = fields->fit != 0;
    layout->keeps_sentences = fields->keep_sentences;
    layout->has_catchlines = fields->catchlines;
    layout->has_thumb_index = fields->thumb_index;
    layout->has_masthead = fields->masthead;
    layout->has_cards = fields->cards;
}

/* The role `text` first, then the others as the layout lists them. */
static void take_families(Job *job, const Palette *palette, Layout *layout) {
    for (int is_text = 1; is_text >= 0; is_text--) {
        for (size_t i = 0; i < palette->fonts.len; i++) {
            const NamedFont *font = &palette->fonts.at[i];
            if (str_is(font->role, "text") != (bool)is_text) continue;
            bool is_known = false;
            for (size_t k = 0; k < layout->families.len && !is_known; k++)
                is_known = str_equal(layout->families.at[k], font->family);
            if (!is_known) *list_add(job->arena, &layout->families) = font->family;
        }
    }
}

/* "house" of "layouts/house.yaml". */
static Str short_name(const LayoutOptions *options) {
    Str name = options->name;
    if (!name.len) return options->fallback.len ? options->fallback : STR("news");
    size_t from = name.len, to = name.len;
    while (from && name.at[from - 1] != '/') from--;
    if (str_ends(name, STR(".yaml"))) to -= sizeof ".yaml" - 1;
    return str_slice(name, from, to);
}

static void fill_layout(Reader *reader, const Node *root, Layout *layout) {
    LayoutFields fields = {0};
    Palette palette = {0};
    Job *job = reader->job;
    reader->owner = &palette;
    bool is_read = record_read(reader, root, &layout_record, &fields, NULL, NULL);
    palette_read(reader, &fields, &palette);
    take_page(fields.page, &layout->page);
    layout->grid = fields.grid;
    if (fields.head) layout->head = *fields.head;
    if (fields.foot) layout->foot = *fields.foot;
    if (fields.logo && fields.logo->file.given) {
        Logo *logo = ARENA_NEW(job->arena, Logo);
        if (logo_read(job, fields.logo, logo)) layout->logo = logo;
    }
    layout->links = (LinkStyle)fields.links;
    layout->has_italics = fields.italics;
    layout->expansion = fields.expansion;
    layout->protrusion = fields.protrusion;
    take_page_rules(&fields, layout);
    take_families(job, &palette, layout);
    if (fields.styles && fields.styles->kind == NODE_MAPPING) {
        layout->styles = styles_read(reader, fields.styles, layout->grid);
        layout->style_count = fields.styles->count;
    } else if (fields.styles) {
        diag_add(job->diags, E_WRONG_TYPE, fields.styles->span, (Str){0},
                 "expected a mapping of styles, found %s", node_kind_name(fields.styles));
    }
    if (!is_read) return; /* geometry of values that were not read would only confuse */
    check_geometry(job, layout, node_find(root, "page"));
    check_typography(job, &fields, root);
}

static void refuse_tbc(Job *job, Span span) {
    diag_add(job->diags, E_BAD_VALUE, span, STR("TBC is for content files"),
             "a layout cannot leave a value to be confirmed");
}

const Layout *layout_load(Job *job, LayoutOptions options) {
    size_t errors = job->diags->errors;
    const Node *base_styles = NULL;
    const Node *root = layers_read(job, &options, &base_styles);
    if (!root) return NULL;
    Reader reader = {.job = job};
    Layout *layout = ARENA_NEW(job->arena, Layout);
    layout->name = short_name(&options);
    fill_layout(&reader, root, layout);
    for (size_t i = 0; i < reader.tbcs.len; i++) refuse_tbc(job, reader.tbcs.at[i]);
    for (size_t i = 0; i < reader.unprinted_tbcs.len; i++)
        refuse_tbc(job, reader.unprinted_tbcs.at[i]);
    return job->diags->errors == errors ? layout : NULL;
}

const Style *layout_style(const Layout *layout, const char *name) {
    for (size_t i = 0; i < layout->style_count; i++) {
        if (str_is(layout->styles[i].name, name)) return &layout->styles[i];
    }
    assert(!"a style that base.yaml does not name");
    return &layout->styles[0];
}

/* All columns of text and the gutters between them. */
static Sp text_width(const PageGeometry *page) {
    Sp aside = page->margin_column ? page->margin_column + page->gutter : 0;
    return page->width - page->inner - page->outer - aside;
}

Sp layout_measure(const Layout *layout) {
    const PageGeometry *page = &layout->page;
    Sp columns = page->columns > 0 ? page->columns : 1;
    return (text_width(page) - (columns - 1) * page->gutter) / columns;
}

Sp layout_text_left(const Layout *layout, bool is_verso) {
    const PageGeometry *page = &layout->page;
    if (!is_verso || !page->is_duplex) return page->inner;
    return page->width - page->inner - text_width(page);
}

Sp layout_margin_left(const Layout *layout, bool is_verso) {
    const PageGeometry *page = &layout->page;
    if (!is_verso || !page->is_duplex) return page->width - page->outer - page->margin_column;
    return page->outer;
}
