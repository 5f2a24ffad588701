/* People by id or as written, alone or in groups: as a list or a table. */
#include "block/columns.h"
#include "block/look.h"
#include "block/members.h"

typedef enum PersonField {
    PERSON_PRONOUNCE,
    PERSON_POST,
    PERSON_ORGANIZATION,
    PERSON_TEL,
    PERSON_MAIL,
    PERSON_MET,
    PERSON_CONSENT,
    PERSON_ABOUT,
    PERSON_FIELDS
} PersonField;

typedef struct People {
    Groups groups;
    Scalars names; /* of the fields, as given */
    PersonField shown[PERSON_FIELDS];
    size_t shown_count;
    int as, sort;
} People;

enum { AS_LIST, AS_TABLE, AS_CARDS };
enum { SORT_GIVEN, SORT_PROTOCOL, SORT_FAMILY_NAME };
static const char *const forms[] = {"list", "table", "cards", NULL};
static const char *const orders[] = {"given", "protocol", "family-name", NULL};
static const char *const keys[] = {"pronounce", "post", "organization", "tel",
                                   "mail",      "met",  "consent",      "about"};
static const char *const heads[] = {"Pronounced", "Post", "Organization", "Telephone",
                                    "E-mail",     "Met",  "Consent",      "About"};
/* Said before the value in a list, where no head says what it is. */
static const char *const leads[] = {"", "", "", "", "", "Met: ", "Consent: ", ""};

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
        if (str_is(name, keys[i])) return i;
    }
    return -1;
}

static bool is_shown(const People *people, PersonField field) {
    for (size_t i = 0; i < people->shown_count; i++) {
        if (people->shown[i] == field) return true;
    }
    return false;
}

static void show(People *people, PersonField field) {
    if (!is_shown(people, field)) people->shown[people->shown_count++] = field;
}

static bool read_names(Reader *reader, People *people) {
    bool is_good = true;
    for (size_t i = 0; i < people->names.len; i++) {
        const Scalar *name = &people->names.at[i];
        int field = find_key(name->text);
        if (field >= 0) {
            show(people, (PersonField)field);
            continue;
        }
        bool is_portrait = str_is(name->text, "portrait");
        diag_add(reader->job->diags, is_portrait ? E_NOT_IMPLEMENTED : E_BAD_VALUE, name->span,
                 STR("fields: pronounce, post, organization, tel, mail, met, consent, about"),
                 is_portrait ? "portraits are not supported yet" : "people have no field \"%.*s\"",
                 STR_ARG(name->text));
        is_good = false;
    }
    return is_good;
}

/* Without `fields`: post and organization, and whatever an entry written in place gives. */
static void show_usual(People *people) {
    show(people, PERSON_POST);
    show(people, PERSON_ORGANIZATION);
    for (int field = 0; field < PERSON_FIELDS; field++) {
        for (size_t i = 0; i < people->groups.len; i++) {
            const Group *group = &people->groups.at[i];
            for (size_t k = 0; k < group->members.len; k++) {
                const Node *node = group->members.at[k].node;
                if (node && node_find(node, keys[field])) show(people, (PersonField)field);
            }
        }
    }
}

static void report_unprinted(Reader *reader, const People *people) {
    const char *hidden[PERSON_FIELDS + 2] = {"portrait"};
    size_t count = 1;
    for (int field = 0; field < PERSON_FIELDS; field++) {
        if (!is_shown(people, (PersonField)field)) hidden[count++] = keys[field];
    }
    hidden[count] = NULL;
    members_report_unprinted(reader, &people->groups, hidden);
}

static bool check(Reader *reader, const Node *mapping, void *into) {
    People *people = into;
    bool is_good = read_names(reader, people);
    if (!people->names.len) show_usual(people);
    report_unprinted(reader, people);
    if (people->as != AS_CARDS) return is_good;
    const Node *as = node_find(mapping, "as");
    diag_add(reader->job->diags, E_NOT_IMPLEMENTED, as ? as->span : mapping->span,
             STR("use list or table"), "people as cards are not supported yet");
    return false;
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
    for (size_t i = 0; i < people->shown_count; i++)
        model_warn_audience(model, member->entry, keys[people->shown[i]]);
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

/* ---- what stands about a person ---- */

static Scalar met_of(Arena *arena, const Person *person, Str lang) {
    Scalar met = {.text = model_met_text(arena, person, lang)};
    if (!met.text.len) return met;
    met.given = true;
    met.span = person->met.at[0].span;
    met.is_tbc = text_is_tbc(met.text);
    return met;
}

/* Not of `about`, which is text with marks. */
static Scalar scalar_of_field(const Setter *setter, const Person *person, PersonField field) {
    switch (field) {
    case PERSON_PRONOUNCE:
        return translated_scalar(&person->pronounce, setter->lang);
    case PERSON_POST:
        return translated_scalar(&person->post, setter->lang);
    case PERSON_ORGANIZATION:
        return person->organization;
    case PERSON_TEL:
        return person->tel;
    case PERSON_MAIL:
        return person->mail;
    case PERSON_MET:
        return met_of(setter->job->arena, person, setter->lang);
    case PERSON_CONSENT:
        return translated_scalar(&person->consent, setter->lang);
    default:
        return (Scalar){0};
    }
}

static bool has_field(const Setter *setter, const Member *member, PersonField field) {
    if (!member->entry) return false;
    const Person *person = &member->entry->person;
    return field == PERSON_ABOUT ? person->about.len > 0
                                 : scalar_of_field(setter, person, field).given;
}

static const Style *face_of(Setter *setter, const Style *style, FaceStyle face) {
    Style *copy = arena_copy(setter->job->arena, style, sizeof *style);
    copy->face = face;
    return copy;
}

static void add_mail(Setter *setter, PartList *parts, const Scalar *mail, const Style *style,
                     Tag *tag) {
    TextLink *link = ARENA_NEW(setter->job->arena, TextLink);
    link->url = str_format(setter->job->arena, "mailto:%.*s", STR_ARG(mail->text));
    link->span = mail->span;
    link->is_data = true;
    parts_add_link(setter, parts, mail->text, link, style, tag);
}

static void add_field(Setter *setter, PartList *parts, const Member *member, PersonField field,
                      Tag *tag) {
    const Style *style = layout_style(setter->layout, "people");
    const Person *person = &member->entry->person;
    if (field == PERSON_ABOUT) {
        parts_add_translation(setter, parts, translated_rich(&person->about, setter->lang), style,
                              tag);
        return;
    }
    Scalar value = scalar_of_field(setter, person, field);
    if (field == PERSON_ORGANIZATION && !value.is_tbc)
        value.text = model_name(setter->model, &value, setter->lang);
    if (field == PERSON_PRONOUNCE && !value.is_tbc) style = face_of(setter, style, FACE_ITALIC);
    if (field == PERSON_MAIL && !value.is_tbc)
        add_mail(setter, parts, &value, style, tag);
    else
        parts_add_value(setter, parts, &value, style, tag);
}

static void add_name(Setter *setter, PartList *parts, const Member *member, Tag *tag) {
    const Style *style = layout_style(setter->layout, "people.name");
    Scalar name = member->id;
    name.span = member_span(member);
    if (member->entry) {
        name.text = model_entry_text(setter->job->arena, member->entry, MENTION_FULL, setter->lang);
        name.is_tbc = translated_scalar(&member->entry->person.name, setter->lang).is_tbc;
    }
    parts_add_value(setter, parts, &name, style, tag);
}

static Lines ragged(Setter *setter, const PartList *parts, const Style *style, Sp measure) {
    LineSpec spec = {.measure = measure, .align = style->align, .hang = style->hang};
    return parts_break(setter, parts, style, &spec);
}

/* ---- as a list ---- */

/* "Ms. Valérie Plante (pronounced), Mayor of Montréal, Metropolis · +1 514 ..." */
static void add_first_line(Setter *setter, PartList *parts, const People *people,
                           const Member *member, Tag *tag) {
    const Style *style = layout_style(setter->layout, "people");
    Span span = member_span(member);
    add_name(setter, parts, member, tag);
    if (is_shown(people, PERSON_PRONOUNCE) && has_field(setter, member, PERSON_PRONOUNCE)) {
        parts_add_string(setter, parts, STR(" ("), span, style, tag);
        add_field(setter, parts, member, PERSON_PRONOUNCE, tag);
        parts_add_string(setter, parts, STR(")"), span, style, tag);
    }
    for (size_t i = 0; i < people->shown_count; i++) {
        PersonField field = people->shown[i];
        if (field == PERSON_PRONOUNCE || field >= PERSON_MET || !has_field(setter, member, field))
            continue;
        bool is_post = field == PERSON_POST || field == PERSON_ORGANIZATION;
        parts_add_string(setter, parts, is_post ? STR(", ") : STR(" \xC2\xB7 "), span, style, tag);
        add_field(setter, parts, member, field, tag);
    }
}

static void set_long_fields(Setter *setter, const People *people, const Member *member, Tag *body) {
    const Style *style = layout_style(setter->layout, "people");
    Style inset = *style;
    inset.left = style->hang;
    for (size_t i = 0; i < people->shown_count; i++) {
        PersonField field = people->shown[i];
        if (field < PERSON_MET || !has_field(setter, member, field)) continue;
        PartList parts = {0};
        Tag *tag = tag_add(setter->tags, body, TAG_P);
        if (*leads[field])
            parts_add_string(setter, &parts, str_from(leads[field]), member_span(member), style,
                             tag);
        add_field(setter, &parts, member, field, tag);
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
    PersonField field = column ? people->shown[column - 1] : PERSON_FIELDS;
    if (!member)
        parts_add_string(setter, &parts, column ? str_from(heads[field]) : STR("Name"),
                         people->groups.at[0].span, style, tag);
    else if (!column)
        add_name(setter, &parts, member, tag);
    else if (has_field(setter, member, field))
        add_field(setter, &parts, member, field, tag);
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
    Columns columns = {.count = people->shown_count + 1};
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
        if (people->as == AS_TABLE)
            set_table(setter, people, &people->groups.at[i], &columns);
        else
            set_list(setter, people, &people->groups.at[i]);
    }
}

extern const BlockKind kind_people;
const BlockKind kind_people = {.key = "people",
                               .help = "people by id, in groups",
                               .record = &record,
                               .resolve = resolve,
                               .set = set};
