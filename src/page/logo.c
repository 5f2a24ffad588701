/* The logo of a layout in; a picture in the heads of its pages out. */
#include "page/logo.h"

#include "block/logo.h"
#include "image/image.h"
#include "style/value.h"

enum { COARSE = 150 }; /* pixels an inch that the edges of a drawing show below */

/* From the text's edge to the fore edge; of the margin column where it stands there. */
static Sp room_for(const Layout *layout) {
    const PageGeometry *page = &layout->page;
    if (layout->logo->place == LOGO_MARGIN && page->margin_column) return page->margin_column;
    return page->width - page->inner - page->outer;
}

static void report_width(const Setter *setter, Sp width, Sp room) {
    Arena *arena = setter->job->arena;
    const Logo *logo = setter->layout->logo;
    Str is = length_print(arena, width), most = length_print(arena, room),
        fitting = length_print(arena, sp_scale(logo->height, room, width) / SP_PT * SP_PT);
    diag_add(setter->job->diags, E_BAD_GEOMETRY, logo->span,
             str_format(arena, "say `height: %.*s`, or less", STR_ARG(fitting)),
             "the logo is %.*s wide at its height, and there is room for %.*s", STR_ARG(is),
             STR_ARG(most));
}

static void warn_coarse(const Setter *setter, const Image *image, Sp width) {
    int64_t fineness = sp_scale(SP(72), image->shown_width, width);
    if (fineness >= COARSE) return;
    diag_add(setter->job->diags, W_IMAGE_COARSE, setter->layout->logo->span,
             str_format(setter->job->arena, "use a picture %lld pixels wide, or a smaller height",
                        (long long)sp_scale(width, 2 * COARSE, SP(72))),
             "the logo is printed with %lld pixels an inch: it will look coarse",
             (long long)fineness);
}

PageLogo page_logo_read(Setter *setter) {
    const Logo *logo = setter->layout->logo;
    if (!logo) return (PageLogo){0};
    const Image *image = image_read(setter->job, logo->file, logo->bytes, logo->span);
    if (!image) return (PageLogo){0};
    Sp width = sp_max(sp_scale(logo->height, image->shown_width, image->shown_height), SP_PT / 10);
    Sp room = room_for(setter->layout);
    if (width > room) {
        report_width(setter, width, room);
        return (PageLogo){0};
    }
    warn_coarse(setter, image, width);
    return (PageLogo){.image = image, .width = width};
}

bool page_has_logo(const Layout *layout, const PageLogo *logo, const Page *page) {
    return logo->image && (layout->logo->is_on_all || page->number == 1);
}

static Sp left_of(const Layout *layout, Sp width, bool is_verso) {
    const PageGeometry *page = &layout->page;
    LogoPlace place = layout->logo->place;
    Sp from = is_verso ? page->outer : page->inner;
    Sp room = page->width - page->inner - page->outer - width;
    if (place == LOGO_MARGIN && page->margin_column) return layout_margin_left(layout, is_verso);
    if (place == LOGO_CENTER) return from + room / 2;
    return (place == LOGO_INNER) == is_verso ? from + room : from;
}

Sp page_logo_put(const Setter *setter, const PageLogo *logo, Page *page) {
    const Layout *layout = setter->layout;
    Sp foot = logo_head_baseline(layout) + logo_sink(layout);
    Placed *placed = list_add(setter->job->arena, &page->placed);
    *placed =
        (Placed){.kind = PLACED_IMAGE,
                 .is_artifact = true,
                 .is_pagination = true,
                 .x = left_of(layout, logo->width, layout->page.is_duplex && page->number % 2 == 0),
                 .y = foot - layout->logo->height,
                 .width = logo->width,
                 .height = layout->logo->height,
                 .image = logo->image,
                 .span = layout->logo->span};
    return placed->x;
}
