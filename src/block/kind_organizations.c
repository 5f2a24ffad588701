/* Organizations by id or as written, alone or in groups: as a table, a list or a sentence. */
#include "block/look.h"
#include "block/members.h"

typedef struct Organizations {
    Groups groups;
    int as;
    const Node *columns, *sort, *published;
} Organizations;

enum { AS_TABLE, AS_LIST, AS_SENTENCE, AS_GRID, AS_CARDS };
static const char *const forms[] = {"table", "list", "sentence", "grid", "cards", NULL};

/* ---- reading ---- */

static const Field fields[] = {{.key = "organizations",
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
                                .type = FIELD_NODE,
                                FIELD(Organizations, columns),
                                .help = "fields to show (later version)"},
                               {.key = "sort",
                                .type = FIELD_NODE,
                                FIELD(Organizations, sort),
                                .help = "order (later version)"},
                               {.key = "published",
                                .type = FIELD_NODE,
                                FIELD(Organizations, published),
                                .help = "the sentence as printed (later version)"},
                               {0}};

static bool refuse(Reader *reader, const Node *given, const char *key) {
    if (!given) return true;
    diag_add(reader->job->diags, E_NOT_IMPLEMENTED, given->span, STR("leave the key out"),
             "`%s` of organizations is not supported yet", key);
    return false;
}

static bool check(Reader *reader, const Node *mapping, void *into) {
    static const char *const unprinted[] = {"about", "address", "logo", NULL};
    const Organizations *all = into;
    members_report_unprinted(reader, &all->groups, unprinted);
    bool is_good = refuse(reader, all->columns, "columns");
    is_good = refuse(reader, all->sort, "sort") && is_good;
    is_good = refuse(reader, all->published, "published") && is_good;
    if (all->as <= AS_SENTENCE) return is_good;
    const Node *as = node_find(mapping, "as");
    diag_add(reader->job->diags, E_NOT_IMPLEMENTED, as ? as->span : mapping->span,
             STR("use table, list or sentence"), "organizations as %s are not supported yet",
             forms[all->as]);
    return false;
}

static const Record record = {
    .name = "organizations", .size = sizeof(Organizations), .fields = fields, .check = check};

static void resolve(Model *model, Block *block) {
    members_resolve(model, &((Organizations *)block->fields)->groups, ENTRY_ORGANIZATION);
}

/* ---- setting ---- */

static Str acronym_of(const Setter *setter, const Entry *entry) {
    if (!entry || entry->kind != ENTRY_ORGANIZATION) return (Str){0};
    return translated_text(&entry->organization.acronym, setter->lang);
}

static Scalar value_of(Str text, Span span) {
    return (Scalar){.text = text, .span = span, .given = true, .is_tbc = text_is_tbc(text)};
}

static const TextLink *url_of(Setter *setter, const Entry *entry) {
    return entry->kind == ENTRY_ORGANIZATION ? link_to(setter, &entry->organization.url) : NULL;
}

static void add_name(Setter *setter, PartList *parts, const Member *member, const Style *style,
                     Tag *tag) {
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

static const Entry *parent_of(const Setter *setter, const Member *member) {
    const Entry *entry = member->entry;
    if (!entry || entry->kind != ENTRY_ORGANIZATION || !entry->organization.parent.given)
        return NULL;
    return directory_find(setter->model->directory, entry->organization.parent.text);
}

/* " (World Bank)": whose part it is. */
static void add_parent(Setter *setter, PartList *parts, const Member *member, const Style *style,
                       Tag *tag) {
    const Entry *parent = parent_of(setter, member);
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
            Str acronym = acronym_of(setter, group->members.at[k].entry);
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
        Str acronym = acronym_of(setter, row->member->entry);
        Scalar value = value_of(acronym, member_span(row->member));
        PartList parts = {0};
        if (acronym.len) parts_add_value(setter, &parts, &value, acronym_style, td);
        cells[0].lines =
            cell_lines(setter, &parts, acronym_style, row->acronym_width - acronym_style->size / 2);
    }
    Tag *th = tag_add(setter->tags, tr, TAG_TH);
    th->is_row_header = true;
    PartList parts = {0};
    add_name(setter, &parts, row->member, name_style, th);
    add_parent(setter, &parts, row->member, name_style, th);
    cells[1].lines = cell_lines(setter, &parts, name_style, setter->measure - row->acronym_width);
    set_row(setter, &(Row){.cells = cells,
                           .count = 2,
                           .style = style,
                           .has_rule = row->has_rule,
                           .span = member_span(row->member)});
}

/* The group's words are the table's caption. */
static void set_group_name(Setter *setter, const Group *group, Tag *tag) {
    if (group->name)
        set_rich(setter, group->name, layout_style(setter->layout, "organizations.group"), tag);
}

static void set_table(Setter *setter, const Group *group, Sp acronym_width) {
    const Style *style = layout_style(setter->layout, "organizations");
    Tag *table = tag_add(setter->tags, setter->parent, TAG_TABLE);
    if (group->name) set_group_name(setter, group, tag_add(setter->tags, table, TAG_CAPTION));
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
    if (group->name) set_group_name(setter, group, tag_add(setter->tags, setter->parent, TAG_P));
    Tag *list = tag_add(setter->tags, setter->parent, TAG_L);
    list->list_numbering = "None";
    for (size_t i = 0; i < group->members.len; i++) {
        const Member *member = &group->members.at[i];
        Tag *body = tag_add(setter->tags, tag_add(setter->tags, list, TAG_LI), TAG_LBODY);
        PartList parts = {0};
        add_name(setter, &parts, member, style, body);
        Str acronym = acronym_of(setter, member->entry);
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
    const Entry *parent = parent_of(setter, member);
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

static void set(Setter *setter, const Block *block) {
    const Organizations *all = block->fields;
    const Style *acronyms = layout_style(setter->layout, "organizations.acronym");
    Sp width = all->as == AS_TABLE ? acronym_column(setter, all, acronyms) : 0;
    if (all->as != AS_SENTENCE) setter->follows_text = false;
    for (size_t i = 0; i < all->groups.len; i++) {
        if (all->as == AS_TABLE)
            set_table(setter, &all->groups.at[i], width);
        else if (all->as == AS_LIST)
            set_list(setter, &all->groups.at[i]);
        else
            set_sentence(setter, &all->groups.at[i]);
    }
}

extern const BlockKind kind_organizations;
const BlockKind kind_organizations = {.key = "organizations",
                                      .help = "organizations by id, in groups",
                                      .record = &record,
                                      .resolve = resolve,
                                      .set = set};
