/* What a body is asked to decide, in a frame: lettered, each with its verb in bold. */
#include "block/points.h"

typedef struct Recommendation {
    Rich verb, text;
} Recommendation;

typedef struct Recommendations {
    FieldList rows;
    Rich to, invites;
} Recommendations;

static const Field row_fields[] = {{.key = "verb",
                                    .type = FIELD_TEXT,
                                    FIELD(Recommendation, verb),
                                    .required = true,
                                    .help = "what to do: adopt, take note of"},
                                   {.key = "text",
                                    .type = FIELD_TEXT,
                                    FIELD(Recommendation, text),
                                    .required = true,
                                    .help = "what goes behind the verb"},
                                   {0}};
static const Record row_record = {
    .name = "recommendation", .size = sizeof(Recommendation), .fields = row_fields};

static const Field fields[] = {{.key = "recommendations",
                                .type = FIELD_RECORDS,
                                FIELD(Recommendations, rows),
                                .required = true,
                                .record = &row_record,
                                .help = "what is asked for, in order"},
                               {.key = "to",
                                .type = FIELD_TEXT,
                                FIELD(Recommendations, to),
                                .help = "the body that decides: The Committee"},
                               {.key = "invites",
                                .type = FIELD_TEXT,
                                FIELD(Recommendations, invites),
                                .help = "the words behind `to`; \"is invited to\" in the "
                                        "document's language unless given"},
                               {0}};

static bool check(Reader *reader, const Node *mapping, void *into) {
    const Recommendations *all = into;
    bool has_rows =
        points_check_rows(reader, node_find(mapping, "recommendations"), "no recommendations");
    if (!all->invites.count || all->to.count) return has_rows;
    diag_add(reader->job->diags, E_MISSING_KEY, all->invites.span,
             STR("say who: `to: The Committee`"), "`invites` without `to`");
    return false;
}

static const Record record = {
    .name = "recommendations", .size = sizeof(Recommendations), .fields = fields, .check = check};

/* ---- the frame ---- */

static void open_side(Setter *setter, const Style *style, Sp x, Span span) {
    GalleyItem *item = set_add(setter, GALLEY_OPEN, span);
    item->bar = (Bar){.x = x, .width = style->rule, .color = style->rule_color};
}

/* A box with nothing in it but the frame's edge, at its top or at its bottom. */
static void set_edge(Setter *setter, const Style *style, bool is_top, Span span) {
    Part edge = {.kind = PART_RULE,
                 .x = setter->left,
                 .y = is_top ? 0 : style->leading - style->rule,
                 .width = setter->measure,
                 .height = style->rule,
                 .color = style->rule_color};
    set_part(setter, &edge, style->leading, span);
}

/* Sides are bars: where a page ends inside, they end with its last line and begin again on the next. */
static void open_frame(Setter *setter, const Style *style, Span span) {
    set_space(setter, style);
    open_side(setter, style, setter->left, span);
    open_side(setter, style, setter->left + setter->measure - style->rule, span);
    set_edge(setter, style, true, span);
    setter->left += style->left;
    setter->measure -= style->left + style->right;
    setter->pending_penalty = BREAK_NEVER;
}

static void close_frame(Setter *setter, const Style *style, Span span) {
    Style closing = *style;
    closing.before = 0;
    setter->pending_space = 0;
    setter->pending_penalty = BREAK_NEVER;
    setter->left -= style->left;
    setter->measure += style->left + style->right;
    set_space(setter, &closing);
    set_edge(setter, style, false, span);
    set_close_bar(setter, span);
    set_close_bar(setter, span);
    set_end(setter, style);
}

/* ---- setting ---- */

/* "The Committee is invited to:" */
static void set_lead(Setter *setter, const Recommendations *all) {
    const Style *style = layout_style(setter->layout, "recommendations.lead");
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    PartList parts = {0};
    parts_add_rich(setter, &parts, &all->to, style, tag);
    parts_add_string(setter, &parts, STR(" "), all->to.span, style, tag);
    if (all->invites.count)
        parts_add_rich(setter, &parts, &all->invites, style, tag);
    else
        parts_add_string(setter, &parts, language_term(setter->lang, TERM_INVITED), all->to.span,
                         style, tag);
    parts_add_string(setter, &parts, STR(":"), all->to.span, style, tag);
    set_parts(setter, &parts, style, all->to.span);
}

static void set_recommendation(Setter *setter, const Recommendation *row) {
    const Style *style = layout_style(setter->layout, "recommendations.text");
    const Style *verb = layout_style(setter->layout, "recommendations.verb");
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    PartList parts = {0};
    parts_add_rich(setter, &parts, &row->verb, verb, tag_add(setter->tags, tag, TAG_STRONG));
    parts_add_string(setter, &parts, STR(" "), row->verb.span, style, tag);
    parts_add_rich(setter, &parts, &row->text, style, tag);
    set_parts(setter, &parts, style, row->verb.span);
}

static void set_rows(Setter *setter, const Recommendations *all) {
    const Recommendation *rows = all->rows.at;
    Points points = points_begin(setter, "LowerAlpha");
    for (size_t i = 0; i < all->rows.len; i++) {
        points_open(setter, &points, points_letter(setter->job->arena, (unsigned)i + 1),
                    rows[i].verb.span);
        set_recommendation(setter, &rows[i]);
        points_close(setter, &points);
    }
}

static void set(Setter *setter, const Block *block) {
    const Recommendations *all = block->fields;
    const Style *style = layout_style(setter->layout, "recommendations");
    Tag *outer = setter->parent;
    bool is_under_head = setter->is_under_head; /* the frame's edge is not what is asked about */
    setter->parent = tag_add(setter->tags, outer, TAG_SECT);
    setter->follows_text = false;
    open_frame(setter, style, block->span);
    setter->is_under_head = is_under_head;
    points_set_label(setter, layout_style(setter->layout, "recommendations.label"),
                     TERM_RECOMMENDATIONS, block->key_span);
    if (all->to.count) set_lead(setter, all);
    set_rows(setter, all);
    close_frame(setter, style, block->span);
    setter->parent = outer;
}

extern const BlockKind kind_recommendations;
const BlockKind kind_recommendations = {.key = "recommendations",
                                        .help = "what a body is asked to decide, in a frame",
                                        .record = &record,
                                        .set = set};
