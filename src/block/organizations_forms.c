/* Organizations in; grids, cards and tables of chosen columns out. */
#include "base/language.h"
#include "block/columns.h"
#include "block/organizations.h"

const char *const organization_keys[] = {"acronym", "name",    "parent", "kind",
                                         "url",     "address", "about",  NULL};
static const LanguageTerm heads[] = {TERM_ACRONYM, TERM_NAME,    TERM_PART_OF, TERM_KIND,
                                     TERM_WEB,     TERM_ADDRESS, TERM_ABOUT};

/* ---- one field ---- */

static const Organization *organization_of(const Member *member) {
    bool is_one = member->entry && member->entry->kind == ENTRY_ORGANIZATION;
    return is_one ? &member->entry->organization : NULL;
}

static void add_words(Setter *setter, PartList *parts, Str text, const Member *member,
                      const Style *style, Tag *tag) {
    Scalar value = {
        .text = text, .span = member_span(member), .given = true, .is_tbc = text_is_tbc(text)};
    if (text.len) parts_add_value(setter, parts, &value, style, tag);
}

static void add_url(Setter *setter, PartList *parts, const Scalar *url, const Style *style,
                    Tag *tag) {
    const TextLink *link = link_to(setter, url);
    if (link)
        parts_add_link(setter, parts, url->text, link, style, tag);
    else if (url->given)
        parts_add_value(setter, parts, url, style, tag);
}

/* Nothing, when the organization has no such field. */
static void add_field(Setter *setter, PartList *parts, const Member *member,
                      OrganizationField field, Tag *tag) {
    const Style *style = layout_style(setter->layout, "organizations.name");
    const Organization *organization = organization_of(member);
    if (field == ORGANIZATION_NAME) organization_add_name(setter, parts, member, style, tag);
    if (!organization || field == ORGANIZATION_NAME) return;
    if (field == ORGANIZATION_ACRONYM)
        add_words(setter, parts, organization_acronym(setter, member->entry), member,
                  layout_style(setter->layout, "organizations.acronym"), tag);
    const Entry *parent = organization_parent(setter, member);
    if (field == ORGANIZATION_PARENT && parent)
        add_words(setter, parts,
                  model_entry_text(setter->job->arena, parent, MENTION_AUTO, setter->lang), member,
                  style, tag);
    if (field == ORGANIZATION_KIND && organization->kind_tbc.given)
        parts_add_value(setter, parts, &organization->kind_tbc, style, tag);
    else if (field == ORGANIZATION_KIND)
        add_words(setter, parts,
                  language_term(setter->lang, (LanguageTerm)(TERM_BODY + organization->kind)),
                  member, style, tag);
    if (field == ORGANIZATION_URL) add_url(setter, parts, &organization->url, style, tag);
    Scalar address = translated_scalar(&organization->address, setter->lang);
    if (field == ORGANIZATION_ADDRESS && address.given)
        parts_add_value(setter, parts, &address, style, tag);
    if (field == ORGANIZATION_ABOUT)
        parts_add_translation(setter, parts, translated_rich(&organization->about, setter->lang),
                              style, tag);
}

static Lines ragged(Setter *setter, const PartList *parts, Sp measure) {
    const Style *style = layout_style(setter->layout, "organizations.name");
    LineSpec spec = {.measure = measure, .align = style->align};
    return parts_break(setter, parts, style, &spec);
}

/* ---- two abreast ---- */

enum { ABREAST = 2 };

typedef struct Abreast {
    Lines (*lines)(Setter *setter, const Member *member, Sp measure, Tag *body);
    bool is_apart; /* a line of white between two ranks */
} Abreast;

static Lines grid_lines(Setter *setter, const Member *member, Sp measure, Tag *body) {
    PartList parts = {0};
    Str acronym = organization_acronym(setter, member->entry);
    if (acronym.len) {
        add_field(setter, &parts, member, ORGANIZATION_ACRONYM, body);
        parts_add_string(setter, &parts, STR("\xE2\x80\x82"), member_span(member),
                         layout_style(setter->layout, "organizations.name"), body);
    }
    add_field(setter, &parts, member, ORGANIZATION_NAME, body);
    const Entry *parent = organization_parent(setter, member);
    if (parent) {
        Str name = model_entry_text(setter->job->arena, parent, MENTION_AUTO, setter->lang);
        add_words(setter, &parts, str_format(setter->job->arena, " (%.*s)", STR_ARG(name)), member,
                  layout_style(setter->layout, "organizations.name"), body);
    }
    return ragged(setter, &parts, measure);
}

typedef struct LineList {
    Line *at;
    size_t len, cap;
} LineList;

static void add_lines(Setter *setter, LineList *list, Lines lines) {
    for (size_t i = 0; i < lines.len; i++) *list_add(setter->job->arena, list) = lines.at[i];
}

static void add_card_name(Setter *setter, LineList *list, const Member *member, Sp measure,
                          Tag *body) {
    const Style *style = layout_style(setter->layout, "organizations.acronym");
    Tag *tag = tag_add(setter->tags, body, TAG_P);
    PartList parts = {0};
    organization_add_name(setter, &parts, member, style, tag);
    Str acronym = organization_acronym(setter, member->entry);
    if (acronym.len)
        add_words(setter, &parts, str_format(setter->job->arena, " (%.*s)", STR_ARG(acronym)),
                  member, style, tag);
    add_lines(setter, list, ragged(setter, &parts, measure));
}

static Lines card_lines(Setter *setter, const Member *member, Sp measure, Tag *body) {
    static const OrganizationField below[] = {ORGANIZATION_PARENT, ORGANIZATION_ADDRESS,
                                              ORGANIZATION_URL, ORGANIZATION_ABOUT};
    LineList list = {0};
    add_card_name(setter, &list, member, measure, body);
    for (size_t i = 0; i < sizeof below / sizeof *below; i++) {
        PartList parts = {0};
        add_field(setter, &parts, member, below[i], tag_add(setter->tags, body, TAG_P));
        add_lines(setter, &list, ragged(setter, &parts, measure));
    }
    return (Lines){.at = list.at, .len = list.len};
}

/* Members [from, from + ABREAST) of a group. */
static void set_rank(Setter *setter, const Group *group, size_t from, const Abreast *form,
                     Tag *list) {
    const Style *style = layout_style(setter->layout, "organizations");
    Sp gap = style->size * 2, step = (setter->measure + gap) / ABREAST;
    Cell cells[ABREAST];
    size_t count = 0;
    for (; count < ABREAST && from + count < group->members.len; count++) {
        Tag *item = tag_add(setter->tags, list, TAG_LI);
        cells[count].x = (Sp)count * step;
        cells[count].lines = form->lines(setter, &group->members.at[from + count], step - gap,
                                         tag_add(setter->tags, item, TAG_LBODY));
    }
    set_row(setter, &(Row){.cells = cells,
                           .count = count,
                           .style = style,
                           .has_rule = true,
                           .span = member_span(&group->members.at[from])});
}

static void set_abreast(Setter *setter, const Group *group, const Abreast *form) {
    const Style *style = layout_style(setter->layout, "organizations");
    if (group->name)
        organization_set_group(setter, group, tag_add(setter->tags, setter->parent, TAG_P));
    Tag *list = tag_add(setter->tags, setter->parent, TAG_L);
    list->list_numbering = "None";
    for (size_t i = 0; i < group->members.len; i += ABREAST) {
        bool is_first = i == 0;
        if (is_first || form->is_apart)
            set_space(setter, is_first && group->name
                                  ? layout_style(setter->layout, "organizations.name")
                                  : style);
        else
            set_penalty(setter, 0, PENALTY_PLAIN, group->span);
        set_rank(setter, group, i, form, list);
    }
    set_end(setter, style);
}

void organizations_set_grid(Setter *setter, const Group *group) {
    set_abreast(setter, group, &(Abreast){.lines = grid_lines});
}

void organizations_set_cards(Setter *setter, const Group *group) {
    set_abreast(setter, group, &(Abreast){.lines = card_lines, .is_apart = true});
}

/* ---- chosen columns ---- */

/* A NULL member is the head. */
static Lines cell_lines(Setter *setter, const Member *member, OrganizationField field, Sp measure,
                        Tag *tag) {
    PartList parts = {0};
    if (member)
        add_field(setter, &parts, member, field, tag);
    else
        parts_add_string(setter, &parts, language_term(setter->lang, heads[field]), (Span){0},
                         layout_style(setter->layout, "organizations.head"), tag);
    return ragged(setter, &parts, measure);
}

static void widen(Setter *setter, const Member *member, const OrganizationColumns *fields,
                  Columns *columns) {
    for (size_t c = 0; c < fields->len; c++) {
        Lines lines = cell_lines(setter, member, fields->at[c], setter->measure, NULL);
        columns_widen(columns, c, &lines);
    }
}

static Columns columns_of(Setter *setter, const Groups *groups, const OrganizationColumns *fields) {
    Columns columns = {.count = fields->len};
    widen(setter, NULL, fields, &columns);
    for (size_t i = 0; i < groups->len; i++) {
        for (size_t k = 0; k < groups->at[i].members.len; k++)
            widen(setter, &groups->at[i].members.at[k], fields, &columns);
    }
    columns_share(&columns, setter->measure,
                  layout_style(setter->layout, "organizations")->size * 3 / 2);
    return columns;
}

/* The name, or else the first column, is the head of its row. */
static size_t head_column(const OrganizationColumns *fields) {
    for (size_t c = 0; c < fields->len; c++) {
        if (fields->at[c] == ORGANIZATION_NAME) return c;
    }
    return 0;
}

typedef struct TableForm {
    const OrganizationColumns *fields;
    Columns columns;
} TableForm;

static void set_table_row(Setter *setter, const Member *member, const TableForm *form,
                          Tag *section) {
    Cell cells[ORGANIZATION_FIELDS];
    Tag *tr = tag_add(setter->tags, section, TAG_TR);
    size_t head = head_column(form->fields);
    for (size_t c = 0; c < form->fields->len; c++) {
        Tag *tag = tag_add(setter->tags, tr, !member || c == head ? TAG_TH : TAG_TD);
        tag->is_row_header = member && c == head;
        cells[c].x = form->columns.x[c];
        cells[c].lines =
            cell_lines(setter, member, form->fields->at[c], form->columns.width[c], tag);
    }
    set_row(setter, &(Row){.cells = cells,
                           .count = form->fields->len,
                           .style = layout_style(setter->layout, "organizations"),
                           .has_rule = member != NULL,
                           .span = member ? member_span(member) : (Span){0}});
}

static void set_table(Setter *setter, const Group *group, const TableForm *form) {
    const Style *style = layout_style(setter->layout, "organizations");
    Tag *table = tag_add(setter->tags, setter->parent, TAG_TABLE);
    if (group->name)
        organization_set_group(setter, group, tag_add(setter->tags, table, TAG_CAPTION));
    set_space(setter, group->name ? layout_style(setter->layout, "organizations.name") : style);
    set_table_row(setter, NULL, form, tag_add(setter->tags, table, TAG_THEAD));
    Tag *body = tag_add(setter->tags, table, TAG_TBODY);
    for (size_t i = 0; i < group->members.len; i++) {
        bool is_held = i <= 1 || i + 1 == group->members.len;
        set_penalty(setter, is_held ? BREAK_NEVER : 0, PENALTY_PLAIN, group->span);
        set_table_row(setter, &group->members.at[i], form, body);
    }
    set_end(setter, style);
}

void organizations_set_columns(Setter *setter, const Groups *groups,
                               const OrganizationColumns *fields) {
    TableForm form = {.fields = fields, .columns = columns_of(setter, groups, fields)};
    for (size_t i = 0; i < groups->len; i++) set_table(setter, &groups->at[i], &form);
}
