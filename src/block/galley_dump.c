/* A galley as stable text, one item a line. */
#include "block/galley.h"

static const char *const kind_names[] = {"box",  "glue",  "penalty", "mark",
                                         "open", "close", "margin",  "note"};
static const char *const penalty_names[] = {"", " widow", " orphan", " stranded"};

/* Points with two decimals. */
static void print_length(Buf *out, Sp length) {
    int64_t hundredths = sp_scale(length, 100, SP_PT);
    uint64_t size = hundredths < 0 ? (uint64_t)-hundredths : (uint64_t)hundredths;
    buf_print(out, "%s%d.%02d", hundredths < 0 ? "-" : "", (int)(size / 100), (int)(size % 100));
}

static void print_part(const Part *part, Buf *out) {
    static const char *const starts[] = {
        [PART_LINE] = " [", [PART_RULE] = " rule [", [PART_IMAGE] = " image ["};
    buf_add(out, str_from(starts[part->kind]));
    print_length(out, part->x);
    buf_add_char(out, ' ');
    print_length(out, part->y);
    buf_add_char(out, ']');
    if (part->kind == PART_IMAGE) {
        buf_add_char(out, ' ');
        print_length(out, part->width);
        buf_add_char(out, ' ');
        print_length(out, part->height);
    }
    if (part->kind != PART_LINE) return;
    Str text = str_slice(part->line->text, part->line->from, part->line->to);
    buf_print(out, " \"%.*s\"", STR_ARG(text));
}

static void print_item(const GalleyItem *item, Buf *out) {
    buf_add(out, str_from(kind_names[item->kind]));
    switch (item->kind) {
    case GALLEY_BOX:
    case GALLEY_MARGIN:
    case GALLEY_NOTE:
    case GALLEY_GLUE:
        buf_add_char(out, ' ');
        print_length(out, item->height);
        if (item->snaps) buf_add(out, STR(" snaps"));
        break;
    case GALLEY_PENALTY:
        buf_print(out, " %d%s", item->penalty, penalty_names[item->penalty_kind]);
        break;
    case GALLEY_MARK:
        if (item->mark.id.len) buf_print(out, " #%.*s", STR_ARG(item->mark.id));
        if (item->mark.outline_level)
            buf_print(out, " outline %d \"%.*s\"", item->mark.outline_level,
                      STR_ARG(item->mark.title));
        break;
    case GALLEY_OPEN:
        if (!item->height) break;
        buf_add_char(out, ' ');
        print_length(out, item->height);
        break;
    case GALLEY_CLOSE:
        break;
    }
    for (size_t i = 0; i < item->part_count; i++) print_part(&item->parts[i], out);
}

void galley_dump(const Galley *galley, const Sources *sources, Buf *out) {
    for (size_t i = 0; i < galley->items.len; i++) {
        const GalleyItem *item = &galley->items.at[i];
        print_item(item, out);
        Place place = source_place(sources, item->span);
        if (place.path.len && item->kind == GALLEY_BOX)
            buf_print(out, "  <%u:%u>", place.line, place.column);
        buf_add_char(out, '\n');
    }
}
