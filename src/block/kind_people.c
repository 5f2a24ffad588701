/* People by id or as written, alone or in groups: what may be written; lists and tables. */
#include "base/language.h"
#include "block/columns.h"
#include "block/people.h"

typedef struct People {
    Groups groups;
    Scalars names; /* of the fields, as given */
    PersonFields shown;
    int as, sort;
} People;

enum { AS_LIST, AS_TABLE, AS_CARDS };
enum { SORT_GIVEN, SORT_PROTOCOL, SORT_FAMILY_NAME };
static const char *const forms[] = {"list", "table", "cards", NULL};
static const char *const orders[] = {"given", "protocol", "family-name", NULL};
static const LanguageTerm heads[] = {TERM_PRONOUNCED, TERM_POST, TERM_ORGANIZATION, TERM_TELEPHONE,
                                     TERM_MAIL,       TERM_MET,  TERM_CONSENT,      TERM_ABOUT};

/* ---- reading ---- */

static const Field fields[] = {{.key = "people",
                                .type = FIELD_CUSTOM,
                                FIELD(People, groups),
                                .required = true,
                                .parse = members_parse_people,
                                .expects = "a list of ids, entries or groups",
                                .help = "ids, entries, or groups of them"},
                               {.key = "as",
                                .type = FIELD_CHOICE,
                                FIELD(People, as),
                                .default_value = "list",
                                .choices = forms,
                                .help = "how they are set"},
                               {.key = "fields",
                                .type = FIELD_STRINGS,
                                FIELD(People, names),
                                .help = "what stands beside the name: post and organization unless "
                                        "given, and all that is written in place"},
                               {.key = "sort",
                                .type = FIELD_CHOICE,
                                FIELD(People, sort),
                                .default_value = "given",
                                .choices = orders,
                                .help = "given and protocol: as written; family-name: by that"},
                               {0}};

static int find_key(Str name) {
    for (int i = 0; i < PERSON_FIELDS; i++) {
        if (str_is(name, person_keys[i])) return i;
    }
    return -1;
}

static bool is_shown(const People *people, PersonField field) {
    for (size_t i = 0; i < people->shown.len; i++) {
        if (people->shown.at[i] == field) return true;
    }
    return false;
}

static void show(People *people, PersonField field) {
    if (!is_shown(people, field)) people->shown.at[people->shown.len++] = field;
}

static bool read_names(Reader *reader, People *people) {
    bool is_good = true;
    for (size_t i = 0; i < people->names.len; i++) {
        const Scalar *name = &people->names.at[i];
        int field = find_key(name->text);
        if (field >= 0 && (field != PERSON_PORTRAIT || people->as == AS_CARDS)) {
            show(people, (PersonField)field);
            continue;
        }
        bool is_portrait = field == PERSON_PORTRAIT;
        diag_add(reader->job->diags, E_BAD_VALUE, name->span,
                 is_portrait
                     ? STR("use `as: cards`, or leave it out")
                     : STR("fields: pronounce, post, organization, tel, mail, met, consent, about"),
                 is_portrait ? "only cards show portraits" : "people have no field \"%.*s\"",
                 STR_ARG(name->text));
        is_good = false;
    }
    return is_good;
}

/* Without `fields`: post and organization, of cards more, and whatever an entry written in place gives. */
static void show_usual(People *people) {
    bool is_card = people->as == AS_CARDS;
    if (is_card) show(people, PERSON_PORTRAIT);
    if (is_card) show(people, PERSON_PRONOUNCE);
    show(people, PERSON_POST);
    show(people, PERSON_ORGANIZATION);
    if (is_card) show(people, PERSON_ABOUT);
    for (int field = 0; field < (is_card ? PERSON_FIELDS : PERSON_PORTRAIT); field++) {
        for (size_t i = 0; i < people->groups.len; i++) {
            const Group *group = &people->groups.at[i];
            for (size_t k = 0; k < group->members.len; k++) {
                const Node *node = group->members.at[k].node;
                if (node && node_find(node, person_keys[field])) show(people, (PersonField)field);
            }
        }
    }
}

static void report_unprinted(Reader *reader, const People *people) {
    const char *hidden[PERSON_FIELDS + 1];
    size_t count = 0;
    for (int field = 0; field < PERSON_FIELDS; field++) {
        if (!is_shown(people, (PersonField)field)) hidden[count++] = person_keys[field];
    }
    hidden[count] = NULL;
    members_report_unprinted(reader, &people->groups, hidden);
}

static bool check(Reader *reader, const Node *mapping, void *into) {
    (void)mapping;
    People *people = into;
    bool is_good = read_names(reader, people);
    if (!people->names.len) show_usual(people);
    report_unprinted(reader, people);
    return is_good;
}

static const Record record = {
    .name = "people", .size = sizeof(People), .fields = fields, .check = check};

/* The family name; without one, the last word of the name. */
static Str family_key(const void *with, const Member *member) {
    const Str *lang = with;
    if (!member->entry) return member->id.text;
    const Person *person = &member->entry->person;
    Str family = translated_text(&person->family, *lang);
    if (family.len) return family;
    Str name = translated_text(&person->name, *lang);
    size_t at = name.len;
    while (at > 0 && name.at[at - 1] != ' ') at--;
    return str_slice(name, at, name.len);
}

/* The organization of an entry written in place must exist; a field for some alone is printed for all. */
static void check_member(Model *model, const People *people, const Member *member) {
    if (!member->entry) return;
    if (member->node) {
        model_require_entry(model, &member->entry->person.organization);
        model_warn_audience(model, member->entry, "name");
        model_warn_audience(model, member->entry, "title");
    }
    for (size_t i = 0; i < people->shown.len; i++)
        model_warn_audience(model, member->entry, person_keys[people->shown.at[i]]);
    if (is_shown(people, PERSON_PORTRAIT)) person_open_portrait(model, member);
}

static void check_members(Model *model, const People *people) {
    for (size_t i = 0; i < people->groups.len; i++) {
        const Group *group = &people->groups.at[i];
        for (size_t k = 0; k < group->members.len; k++)
            check_member(model, people, &group->members.at[k]);
    }
}

static void resolve(Model *model, Block *block) {
    People *people = block->fields;
    members_resolve(model, &people->groups, ENTRY_PERSON);
    check_members(model, people);
    Str lang = model_block_lang(model, block);
    if (people->sort == SORT_FAMILY_NAME)
        members_sort(model->job, &people->groups, lang,
                     &(SortKey){.key = family_key, .with = &lang});
}

/* ---- as a list ---- */

static Lines ragged(Setter *setter, const PartList *parts, const Style *style, Sp measure) {
    LineSpec spec = {.measure = measure, .align = style->align, .hang = style->hang};
    return parts_break(setter, parts, style, &spec);
}

/* "Ms. Valérie Plante (pronounced), Mayor of Montréal, Metropolis · +1 514 ..." */
static void add_first_line(Setter *setter, PartList *parts, const People *people,
                           const Member *member, Tag *tag) {
    const Style *style = layout_style(setter->layout, "people");
    Span span = member_span(member);
    person_add_name(setter, parts, member, layout_style(setter->layout, "people.name"), tag);
    if (is_shown(people, PERSON_PRONOUNCE) && person_has(setter, member, PERSON_PRONOUNCE)) {
        parts_add_string(setter, parts, STR(" ("), span, style, tag);
        person_add_field(setter, parts, member, PERSON_PRONOUNCE, tag);
        parts_add_string(setter, parts, STR(")"), span, style, tag);
    }
    for (size_t i = 0; i < people->shown.len; i++) {
        PersonField field = people->shown.at[i];
        if (field == PERSON_PRONOUNCE || field >= PERSON_MET || !person_has(setter, member, field))
            continue;
        bool is_post = field == PERSON_POST || field == PERSON_ORGANIZATION;
        parts_add_string(setter, parts, is_post ? STR(", ") : STR(" \xC2\xB7 "), span, style, tag);
        person_add_field(setter, parts, member, field, tag);
    }
}

static void set_long_fields(Setter *setter, const People *people, const Member *member, Tag *body) {
    const Style *style = layout_style(setter->layout, "people");
    Style inset = *style;
    inset.left = style->hang;
    for (size_t i = 0; i < people->shown.len; i++) {
        PersonField field = people->shown.at[i];
        if (field < PERSON_MET || !person_has(setter, member, field)) continue;
        PartList parts = {0};
        Tag *tag = tag_add(setter->tags, body, TAG_P);
        Str lead = person_lead(setter, field);
        if (lead.len) parts_add_string(setter, &parts, lead, member_span(member), style, tag);
        person_add_field(setter, &parts, member, field, tag);
        inset.hang = 0;
        Lines lines = ragged(setter, &parts, &inset, setter->measure - inset.left);
        set_penalty(setter, BREAK_NEVER, PENALTY_PLAIN, member_span(member));
        set_lines(setter, lines, arena_copy(setter->job->arena, &inset, sizeof inset),
                  member_span(member));
    }
}

static void set_group_name(Setter *setter, const Group *group, Tag *tag) {
    set_rich(setter, group->name, layout_style(setter->layout, "people.group"), tag);
}

/* Space before the first, else a break that neither leaves the first nor the last alone. */
static void part_members(Setter *setter, const Group *group, size_t number) {
    bool is_held = number == 1 || number + 1 == group->members.len;
    if (number == 0)
        set_space(setter, layout_style(setter->layout, group->name ? "people.name" : "people"));
    else
        set_penalty(setter, is_held ? BREAK_NEVER : 0, PENALTY_PLAIN, group->span);
}

static void set_list(Setter *setter, const People *people, const Group *group) {
    const Style *style = layout_style(setter->layout, "people");
    if (group->name) set_group_name(setter, group, tag_add(setter->tags, setter->parent, TAG_P));
    Tag *list = tag_add(setter->tags, setter->parent, TAG_L);
    list->list_numbering = "None";
    for (size_t i = 0; i < group->members.len; i++) {
        const Member *member = &group->members.at[i];
        Tag *body = tag_add(setter->tags, tag_add(setter->tags, list, TAG_LI), TAG_LBODY);
        PartList parts = {0};
        add_first_line(setter, &parts, people, member, tag_add(setter->tags, body, TAG_P));
        part_members(setter, group, i);
        set_lines(setter, ragged(setter, &parts, style, setter->measure), style,
                  member_span(member));
        set_long_fields(setter, people, member, body);
    }
    set_end(setter, style);
}

/* ---- as a table ---- */

/* Column 0 is the name, the others what is shown. A NULL member is the head. */
static Lines cell_lines(Setter *setter, const People *people, const Member *member, size_t column,
                        Sp measure, Tag *tag) {
    const Style *style = layout_style(setter->layout, member ? "people" : "people.head");
    PartList parts = {0};
    PersonField field = column ? people->shown.at[column - 1] : PERSON_FIELDS;
    if (!member)
        parts_add_string(setter, &parts,
                         language_term(setter->lang, column ? heads[field] : TERM_NAME),
                         people->groups.at[0].span, style, tag);
    else if (!column)
        person_add_name(setter, &parts, member, layout_style(setter->layout, "people.name"), tag);
    else if (person_has(setter, member, field))
        person_add_field(setter, &parts, member, field, tag);
    LineSpec spec = {.measure = measure, .align = style->align};
    return parts_break(setter, &parts, style, &spec);
}

static void widen(Setter *setter, const People *people, const Member *member, Columns *columns) {
    for (size_t c = 0; c < columns->count; c++) {
        Lines lines = cell_lines(setter, people, member, c, setter->measure, NULL);
        columns_widen(columns, c, &lines);
    }
}

static Columns columns_of(Setter *setter, const People *people) {
    Columns columns = {.count = people->shown.len + 1};
    Sp gap = layout_style(setter->layout, "people")->size * 3 / 2;
    widen(setter, people, NULL, &columns);
    for (size_t i = 0; i < people->groups.len; i++) {
        const Group *group = &people->groups.at[i];
        for (size_t k = 0; k < group->members.len; k++)
            widen(setter, people, &group->members.at[k], &columns);
    }
    columns_share(&columns, setter->measure, gap);
    return columns;
}

static void set_table_row(Setter *setter, const People *people, const Member *member,
                          const Columns *columns, Tag *section) {
    Cell cells[PERSON_FIELDS + 1];
    Tag *tr = tag_add(setter->tags, section, TAG_TR);
    for (size_t c = 0; c < columns->count; c++) {
        Tag *tag = tag_add(setter->tags, tr, !member || !c ? TAG_TH : TAG_TD);
        tag->is_row_header = member && !c;
        cells[c].x = columns->x[c];
        cells[c].lines = cell_lines(setter, people, member, c, columns->width[c], tag);
    }
    set_row(setter, &(Row){.cells = cells,
                           .count = columns->count,
                           .style = layout_style(setter->layout, "people"),
                           .has_rule = member != NULL,
                           .span = member ? member_span(member) : people->groups.at[0].span});
}

static void set_table(Setter *setter, const People *people, const Group *group,
                      const Columns *columns) {
    Tag *table = tag_add(setter->tags, setter->parent, TAG_TABLE);
    if (group->name) set_group_name(setter, group, tag_add(setter->tags, table, TAG_CAPTION));
    Tag *head = tag_add(setter->tags, table, TAG_THEAD);
    Tag *body = tag_add(setter->tags, table, TAG_TBODY);
    part_members(setter, group, 0);
    set_table_row(setter, people, NULL, columns, head);
    for (size_t i = 0; i < group->members.len; i++) {
        if (i == 0)
            set_penalty(setter, BREAK_NEVER, PENALTY_STRANDED, group->span);
        else
            part_members(setter, group, i);
        set_table_row(setter, people, &group->members.at[i], columns, body);
    }
    set_end(setter, layout_style(setter->layout, "people"));
}

static void set(Setter *setter, const Block *block) {
    const People *people = block->fields;
    Columns columns = {0};
    if (people->as == AS_TABLE) columns = columns_of(setter, people);
    setter->follows_text = false;
    for (size_t i = 0; i < people->groups.len; i++) {
        const Group *group = &people->groups.at[i];
        if (people->as == AS_TABLE) {
            set_table(setter, people, group, &columns);
        } else if (people->as == AS_LIST) {
            set_list(setter, people, group);
        } else {
            if (group->name)
                set_group_name(setter, group, tag_add(setter->tags, setter->parent, TAG_P));
            people_set_cards(setter, group, &people->shown);
        }
    }
}

extern const BlockKind kind_people;
const BlockKind kind_people = {.key = "people",
                               .help = "people by id, in groups",
                               .record = &record,
                               .resolve = resolve,
                               .set = set};
