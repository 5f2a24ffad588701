/* Organizations by id or as written, alone or in groups: what may be written; tables, lists, sentences. */
#include "block/organizations.h"

typedef struct Organizations {
    Groups groups;
    int as;
    Scalars column_names;
    OrganizationColumns columns;
    int sort;
    Rich published;
} Organizations;

enum { AS_TABLE, AS_LIST, AS_SENTENCE, AS_GRID, AS_CARDS };
static const char *const forms[] = {"table", "list", "sentence", "grid", "cards", NULL};

enum { SORT_GIVEN, SORT_NAME, SORT_ACRONYM };
static const char *const orders[] = {"given", "name", "acronym", NULL};

/* ---- reading ---- */

static const Field fields[] = {
    {.key = "organizations",
     .type = FIELD_CUSTOM,
     FIELD(Organizations, groups),
     .required = true,
     .parse = members_parse_organizations,
     .expects = "a list of ids, entries or groups",
     .help = "ids, entries, or groups of them"},
    {.key = "as",
     .type = FIELD_CHOICE,
     FIELD(Organizations, as),
     .default_value = "table",
     .choices = forms,
     .help = "how they are set"},
    {.key = "columns",
     .type = FIELD_STRINGS,
     FIELD(Organizations, column_names),
     .help = "of a table: acronym, name, parent, kind, url, address, about"},
    {.key = "sort",
     .type = FIELD_CHOICE,
     FIELD(Organizations, sort),
     .default_value = "given",
     .choices = orders,
     .help = "given: as written; name (or the entry's own `sort`); acronym"},
    {.key = "published",
     .type = FIELD_TEXT,
     FIELD(Organizations, published),
     .help = "the sentence as once printed: checked, and set as it stands by `as: sentence`"},
    {0}};

static int find_column(Str name) {
    for (int i = 0; organization_keys[i]; i++) {
        if (str_is(name, organization_keys[i])) return i;
    }
    return -1;
}

static bool has_column(const OrganizationColumns *columns, OrganizationField field) {
    for (size_t i = 0; i < columns->len; i++) {
        if (columns->at[i] == field) return true;
    }
    return false;
}

static bool read_columns(Reader *reader, Organizations *all) {
    bool is_good = true;
    for (size_t i = 0; i < all->column_names.len; i++) {
        const Scalar *name = &all->column_names.at[i];
        int field = find_column(name->text);
        if (field >= 0) {
            if (!has_column(&all->columns, (OrganizationField)field))
                all->columns.at[all->columns.len++] = (OrganizationField)field;
            continue;
        }
        diag_add(reader->job->diags, E_BAD_VALUE, name->span,
                 STR("columns: acronym, name, parent, kind, url, address, about"),
                 "organizations have no column \"%.*s\"", STR_ARG(name->text));
        is_good = false;
    }
    if (!all->column_names.len || all->as == AS_TABLE) return is_good;
    diag_add(reader->job->diags, E_BAD_VALUE, all->column_names.at[0].span,
             STR("leave `columns` out, or use `as: table`"), "only a table has columns");
    return false;
}

/* A name is linked to its url, whatever the form. */
static bool prints(const Organizations *all, OrganizationField field) {
    bool is_long = field == ORGANIZATION_ADDRESS || field == ORGANIZATION_ABOUT;
    if (field == ORGANIZATION_URL || has_column(&all->columns, field)) return true;
    return !all->columns.len && field != ORGANIZATION_KIND && (!is_long || all->as == AS_CARDS);
}

/* What an entry written in place says and this form does not; a kind only serves to tell apart. */
static void report_unprinted(Reader *reader, const Organizations *all) {
    const char *hidden[ORGANIZATION_FIELDS + 2] = {"logo"};
    size_t count = 1;
    for (int field = 0; field < ORGANIZATION_FIELDS; field++) {
        if (!prints(all, (OrganizationField)field) && field != ORGANIZATION_KIND)
            hidden[count++] = organization_keys[field];
    }
    hidden[count] = NULL;
    members_report_unprinted(reader, &all->groups, hidden);
}

static void warn_audiences(Model *model, const Organizations *all, const Member *member) {
    for (int field = 0; field < ORGANIZATION_FIELDS; field++) {
        if (prints(all, (OrganizationField)field))
            model_warn_audience(model, member->entry, organization_keys[field]);
    }
}

static bool check(Reader *reader, const Node *mapping, void *into) {
    (void)mapping;
    Organizations *all = into;
    bool is_good = read_columns(reader, all);
    report_unprinted(reader, all);
    return is_good;
}

static const Record record = {
    .name = "organizations", .size = sizeof(Organizations), .fields = fields, .check = check};

typedef struct Sorting {
    Str lang;
    int by;
} Sorting;

static Str sort_key(const void *with, const Member *member) {
    const Sorting *sorting = with;
    if (!member->entry || member->entry->kind != ENTRY_ORGANIZATION) return member->id.text;
    const Organization *organization = &member->entry->organization;
    Str acronym = translated_text(&organization->acronym, sorting->lang);
    if (sorting->by == SORT_ACRONYM && acronym.len) return acronym;
    return translated_text(organization->sort.len ? &organization->sort : &organization->name,
                           sorting->lang);
}

static void resolve(Model *model, Block *block) {
    Organizations *all = block->fields;
    members_resolve(model, &all->groups, ENTRY_ORGANIZATION);
    for (size_t i = 0; i < all->groups.len; i++) {
        for (size_t k = 0; k < all->groups.at[i].members.len; k++)
            warn_audiences(model, all, &all->groups.at[i].members.at[k]);
    }
    Sorting sorting = {.lang = model_block_lang(model, block), .by = all->sort};
    if (all->sort != SORT_GIVEN)
        members_sort(model->job, &all->groups, sorting.lang,
                     &(SortKey){.key = sort_key, .with = &sorting});
    if (all->published.count) organizations_check_published(model, &all->groups, &all->published);
}

/* ---- setting ---- */

Str organization_acronym(const Setter *setter, const Entry *entry) {
    if (!entry || entry->kind != ENTRY_ORGANIZATION) return (Str){0};
    return translated_text(&entry->organization.acronym, setter->lang);
}

static Scalar value_of(Str text, Span span) {
    return (Scalar){.text = text, .span = span, .given = true, .is_tbc = text_is_tbc(text)};
}

static const TextLink *url_of(Setter *setter, const Entry *entry) {
    return entry->kind == ENTRY_ORGANIZATION ? link_to(setter, &entry->organization.url) : NULL;
}

void organization_add_name(Setter *setter, PartList *parts, const Member *member,
                           const Style *style, Tag *tag) {
    if (!member->entry) {
        parts_add_tbc(setter, parts, &member->id, style, tag);
        return;
    }
    const Entry *entry = member->entry;
    Str name = model_entry_text(setter->job->arena, entry, MENTION_AUTO, setter->lang);
    const TextLink *link = url_of(setter, entry);
    if (!link) {
        Scalar value = value_of(name, member_span(member));
        parts_add_value(setter, parts, &value, style, tag);
        return;
    }
    parts_add_link(setter, parts, name, link, style, tag);
    list_last(&parts->list).look.color = style->color;
}

const Entry *organization_parent(const Setter *setter, const Member *member) {
    const Entry *entry = member->entry;
    if (!entry || entry->kind != ENTRY_ORGANIZATION || !entry->organization.parent.given)
        return NULL;
    return directory_find(setter->model->directory, entry->organization.parent.text);
}

/* " (World Bank)": whose part it is. */
static void add_parent(Setter *setter, PartList *parts, const Member *member, const Style *style,
                       Tag *tag) {
    const Entry *parent = organization_parent(setter, member);
    if (!parent) return;
    Str name = model_entry_text(setter->job->arena, parent, MENTION_AUTO, setter->lang);
    parts_add_string(setter, parts, str_format(setter->job->arena, " (%.*s)", STR_ARG(name)),
                     member_span(member), style, tag);
}

static Lines cell_lines(Setter *setter, const PartList *parts, const Style *style, Sp measure) {
    LineSpec spec = {.measure = measure, .align = style->align};
    return parts_break(setter, parts, style, &spec);
}

/* The acronyms of a block share one column, as wide as the widest and a gap. */
static Sp acronym_column(Setter *setter, const Organizations *all, const Style *style) {
    Sp widest = 0;
    for (size_t i = 0; i < all->groups.len; i++) {
        const Group *group = &all->groups.at[i];
        for (size_t k = 0; k < group->members.len; k++) {
            Str acronym = organization_acronym(setter, group->members.at[k].entry);
            if (!acronym.len) continue;
            Lines lines = set_string_lines(setter, acronym, member_span(&group->members.at[k]),
                                           style, setter->measure, NULL);
            for (size_t l = 0; l < lines.len; l++) widest = sp_max(widest, lines.at[l].width);
        }
    }
    Sp column = widest ? widest + style->size * 3 / 2 : 0;
    return sp_min(column, setter->measure / 3);
}

typedef struct TableRow {
    const Member *member;
    Sp acronym_width;
    bool has_rule;
} TableRow;

static void set_table_row(Setter *setter, const TableRow *row, Tag *table) {
    const Style *style = layout_style(setter->layout, "organizations");
    const Style *name_style = layout_style(setter->layout, "organizations.name");
    const Style *acronym_style = layout_style(setter->layout, "organizations.acronym");
    Tag *tr = tag_add(setter->tags, table, TAG_TR);
    Cell cells[2] = {{.x = 0}, {.x = row->acronym_width}};
    if (row->acronym_width) {
        Tag *td = tag_add(setter->tags, tr, TAG_TD);
        Str acronym = organization_acronym(setter, row->member->entry);
        Scalar value = value_of(acronym, member_span(row->member));
        PartList parts = {0};
        if (acronym.len) parts_add_value(setter, &parts, &value, acronym_style, td);
        cells[0].lines =
            cell_lines(setter, &parts, acronym_style, row->acronym_width - acronym_style->size / 2);
    }
    Tag *th = tag_add(setter->tags, tr, TAG_TH);
    th->is_row_header = true;
    PartList parts = {0};
    organization_add_name(setter, &parts, row->member, name_style, th);
    add_parent(setter, &parts, row->member, name_style, th);
    cells[1].lines = cell_lines(setter, &parts, name_style, setter->measure - row->acronym_width);
    set_row(setter, &(Row){.cells = cells,
                           .count = 2,
                           .style = style,
                           .has_rule = row->has_rule,
                           .span = member_span(row->member)});
}

/* The group's words are the table's caption. */
void organization_set_group(Setter *setter, const Group *group, Tag *tag) {
    if (group->name)
        set_rich(setter, group->name, layout_style(setter->layout, "organizations.group"), tag);
}

static void set_table(Setter *setter, const Group *group, Sp acronym_width) {
    const Style *style = layout_style(setter->layout, "organizations");
    Tag *table = tag_add(setter->tags, setter->parent, TAG_TABLE);
    if (group->name)
        organization_set_group(setter, group, tag_add(setter->tags, table, TAG_CAPTION));
    for (size_t i = 0; i < group->members.len; i++) {
        /* Never the first row alone under its name, nor the last alone on a page. */
        bool is_held = i == 1 || i + 1 == group->members.len;
        if (i == 0)
            set_space(setter,
                      group->name ? layout_style(setter->layout, "organizations.name") : style);
        else
            set_penalty(setter, is_held ? BREAK_NEVER : 0, PENALTY_PLAIN, group->span);
        TableRow row = {
            .member = &group->members.at[i], .acronym_width = acronym_width, .has_rule = true};
        set_table_row(setter, &row, table);
    }
    set_end(setter, style);
}

static void set_list(Setter *setter, const Group *group) {
    const Style *style = layout_style(setter->layout, "organizations");
    if (group->name)
        organization_set_group(setter, group, tag_add(setter->tags, setter->parent, TAG_P));
    Tag *list = tag_add(setter->tags, setter->parent, TAG_L);
    list->list_numbering = "None";
    for (size_t i = 0; i < group->members.len; i++) {
        const Member *member = &group->members.at[i];
        Tag *body = tag_add(setter->tags, tag_add(setter->tags, list, TAG_LI), TAG_LBODY);
        PartList parts = {0};
        organization_add_name(setter, &parts, member, style, body);
        Str acronym = organization_acronym(setter, member->entry);
        if (acronym.len)
            parts_add_string(setter, &parts,
                             str_format(setter->job->arena, " (%.*s)", STR_ARG(acronym)),
                             member_span(member), style, body);
        add_parent(setter, &parts, member, style, body);
        Lines lines = cell_lines(setter, &parts, style, setter->measure);
        if (i == 0)
            set_space(setter, style);
        else
            set_penalty(setter, i == 1 ? BREAK_NEVER : 0, PENALTY_PLAIN, group->span);
        set_lines(setter, lines, style, member_span(member));
    }
    set_end(setter, style);
}

static Name sentence_name(Setter *setter, const Member *member) {
    if (!member->entry) return (Name){.text = member->id};
    Arena *arena = setter->job->arena;
    Str name = model_entry_text(arena, member->entry, MENTION_FULL, setter->lang);
    const Entry *parent = organization_parent(setter, member);
    if (parent) {
        Str whole = model_entry_text(arena, parent, MENTION_AUTO, setter->lang);
        name = str_format(arena, "%.*s (%.*s)", STR_ARG(name), STR_ARG(whole));
    }
    return (Name){.text = value_of(name, member_span(member)),
                  .link = url_of(setter, member->entry)};
}

static void set_sentence(Setter *setter, const Group *group) {
    const Style *style = set_text_style(setter);
    Arena *arena = setter->job->arena;
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    PartList parts = {0};
    if (group->name) {
        Style *bold = arena_copy(arena, style, sizeof *style);
        bold->face = FACE_BOLD;
        parts_add_rich(setter, &parts, group->name, bold, tag);
        parts_add_string(setter, &parts, STR(": "), group->span, style, tag);
    }
    NameList names = {.at = ARENA_ARRAY(arena, Name, group->members.len),
                      .len = group->members.len};
    for (size_t i = 0; i < group->members.len; i++)
        names.at[i] = sentence_name(setter, &group->members.at[i]);
    parts_add_names(setter, &parts, &names, style, tag);
    parts_add_string(setter, &parts, STR("."), group->span, style, tag);
    set_parts(setter, &parts, style, group->span);
    setter->follows_text = true;
}

static void set_published(Setter *setter, const Rich *published) {
    set_rich(setter, published, set_text_style(setter),
             tag_add(setter->tags, setter->parent, TAG_P));
    setter->follows_text = true;
}

static void set_group(Setter *setter, const Organizations *all, const Group *group, Sp width) {
    switch (all->as) {
    case AS_TABLE:
        set_table(setter, group, width);
        break;
    case AS_LIST:
        set_list(setter, group);
        break;
    case AS_SENTENCE:
        set_sentence(setter, group);
        break;
    case AS_GRID:
        organizations_set_grid(setter, group);
        break;
    case AS_CARDS:
        organizations_set_cards(setter, group);
        break;
    }
}

static void set(Setter *setter, const Block *block) {
    const Organizations *all = block->fields;
    const Style *acronyms = layout_style(setter->layout, "organizations.acronym");
    Sp width = all->as == AS_TABLE ? acronym_column(setter, all, acronyms) : 0;
    if (all->as == AS_SENTENCE && all->published.count) {
        set_published(setter, &all->published);
        return;
    }
    if (all->as != AS_SENTENCE) setter->follows_text = false;
    if (all->columns.len) {
        organizations_set_columns(setter, &all->groups, &all->columns);
        return;
    }
    for (size_t i = 0; i < all->groups.len; i++) set_group(setter, all, &all->groups.at[i], width);
}

extern const BlockKind kind_organizations;
const BlockKind kind_organizations = {.key = "organizations",
                                      .help = "organizations by id, in groups",
                                      .record = &record,
                                      .resolve = resolve,
                                      .set = set};
