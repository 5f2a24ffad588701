/* Ids, entries and groups of them in; resolved, sorted members out. */
#include "block/members.h"

#include "base/language.h"

/* ---- reading ---- */

typedef struct GroupRow {
    Rich name;
    const Node *members;
} GroupRow;

static const Field group_fields[] = {{.key = "group",
                                      .type = FIELD_TEXT,
                                      FIELD(GroupRow, name),
                                      .required = true,
                                      .help = "what they have in common"},
                                     {.key = "members",
                                      .type = FIELD_NODE,
                                      FIELD(GroupRow, members),
                                      .required = true,
                                      .help = "ids or entries"},
                                     {0}};
static const Record group_record = {
    .name = "group", .size = sizeof(GroupRow), .fields = group_fields};

static Str list_hint(EntryKind kind) {
    return kind == ENTRY_PERSON ? STR("write [plante, colau] or a line for each")
                                : STR("write [uclg, iom] or a line for each");
}

static bool read_member(Reader *reader, const Node *node, EntryKind kind, Group *group) {
    Member member = {0};
    if (node->kind == NODE_SCALAR) {
        if (!text_check(reader, node)) return false;
        member.id = (Scalar){.text = node->text,
                             .span = node->span,
                             .given = true,
                             .is_tbc = text_is_tbc(node->text)};
        if (member.id.is_tbc) *list_add(reader->job->arena, &reader->tbcs) = node->span;
    } else if (node->kind == NODE_MAPPING) {
        Entry *entry = ARENA_NEW(reader->job->arena, Entry);
        if (!directory_read_inline(reader, node, kind, entry)) return false;
        member.entry = entry;
        member.node = node;
    } else {
        diag_add(reader->job->diags, E_WRONG_TYPE, node->span,
                 kind == ENTRY_PERSON ? STR("write `- plante`") : STR("write `- uclg`"),
                 "expected an id or an entry, found %s", node_kind_name(node));
        return false;
    }
    *list_add(reader->job->arena, &group->members) = member;
    return true;
}

static bool read_members(Reader *reader, const Node *list, EntryKind kind, Group *group) {
    bool is_good = true;
    if (list->kind != NODE_SEQUENCE || !list->count) {
        diag_add(reader->job->diags, E_WRONG_TYPE, list->span, list_hint(kind),
                 "expected a list of ids, found %s",
                 list->kind == NODE_SEQUENCE ? "an empty list" : node_kind_name(list));
        return false;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (!read_member(reader, list->items[i], kind, group)) is_good = false;
    }
    return is_good;
}

static Group *new_group(Reader *reader, Groups *groups, Span span) {
    Group *group = list_add(reader->job->arena, groups);
    group->span = span;
    return group;
}

static bool read_group(Reader *reader, const Node *node, EntryKind kind, Groups *groups) {
    /* of its own, because the reader keeps its text's address */
    GroupRow *row = ARENA_NEW(reader->job->arena, GroupRow);
    if (!record_read(reader, node, &group_record, row, NULL, NULL)) return false;
    Group *group = new_group(reader, groups, node->span);
    group->name = &row->name;
    return read_members(reader, row->members, kind, group);
}

static bool is_group(const Node *node) {
    return node->kind == NODE_MAPPING && (node_find(node, "group") || node_find(node, "members"));
}

static bool parse(Reader *reader, const Node *value, EntryKind kind, Groups *groups) {
    bool is_good = true, is_open = false;
    if (value->kind != NODE_SEQUENCE || !value->count) {
        Group none = {0};
        return read_members(reader, value, kind, &none);
    }
    for (size_t i = 0; i < value->count; i++) {
        const Node *node = value->items[i];
        if (is_group(node)) {
            if (!read_group(reader, node, kind, groups)) is_good = false;
            is_open = false;
            continue;
        }
        if (!is_open) new_group(reader, groups, node->span);
        is_open = true;
        if (!read_member(reader, node, kind, &list_last(groups))) is_good = false;
    }
    return is_good;
}

bool members_parse_organizations(Reader *reader, const Node *value, const Field *field,
                                 void *slot) {
    (void)field;
    return parse(reader, value, ENTRY_ORGANIZATION, slot);
}

bool members_parse_people(Reader *reader, const Node *value, const Field *field, void *slot) {
    (void)field;
    bool is_file = value->kind == NODE_SCALAR && str_ends(value->text, STR(".csv"));
    if (!is_file) return parse(reader, value, ENTRY_PERSON, slot);
    diag_add(reader->job->diags, E_NOT_IMPLEMENTED, value->span, STR("list ids or entries"),
             "people from a CSV file are not supported yet");
    return false;
}

/* ---- resolving ---- */

static const Entry *find_entry(Model *model, const Scalar *id, EntryKind kind) {
    const Entry *entry = model_require_entry(model, id);
    if (!entry || kind != ENTRY_PERSON || entry->kind == kind) return entry;
    diag_add(model->job->diags, E_BAD_VALUE, id->span, (Str){0}, "\"%.*s\" is no person",
             STR_ARG(id->text));
    return NULL;
}

void members_resolve(Model *model, Groups *groups, EntryKind kind) {
    for (size_t i = 0; i < groups->len; i++) {
        Group *group = &groups->at[i];
        for (size_t k = 0; k < group->members.len; k++) {
            Member *member = &group->members.at[k];
            if (!member->entry) member->entry = find_entry(model, &member->id, kind);
        }
    }
}

Span member_span(const Member *member) {
    if (member->id.given) return member->id.span;
    return member->entry->span.source ? member->entry->span : member->entry->extent;
}

static void report_keys(Reader *reader, const Node *entry, const char *const *keys) {
    for (; *keys; keys++) {
        const Node *value = node_find(entry, *keys);
        if (value)
            diag_add(reader->job->diags, W_UNPRINTED, value->span, (Str){0},
                     "`%s` is not printed in this form", *keys);
    }
}

void members_report_unprinted(Reader *reader, const Groups *groups, const char *const *keys) {
    for (size_t i = 0; i < groups->len; i++) {
        const Group *group = &groups->at[i];
        for (size_t k = 0; k < group->members.len; k++) {
            if (group->members.at[k].node) report_keys(reader, group->members.at[k].node, keys);
        }
    }
}

/* ---- sorting ---- */

typedef struct Keyed {
    Str key;
    Member member;
} Keyed;

/* [from, middle) and [middle, to) are in order; equal ones stay as they stood. */
static void merge(const LanguageProfile *profile, const Keyed *from, size_t middle, size_t to,
                  Keyed *into) {
    size_t left = 0, right = middle;
    for (size_t i = 0; i < to; i++) {
        bool takes_right =
            right < to &&
            (left == middle || language_compare(profile, from[right].key, from[left].key) < 0);
        into[i] = takes_right ? from[right++] : from[left++];
    }
}

static void sort_group(Job *job, Group *group, const LanguageProfile *profile, const SortKey *key) {
    size_t count = group->members.len;
    ArenaMark mark = arena_mark(job->scratch);
    Keyed *from = ARENA_ARRAY(job->scratch, Keyed, count + 1);
    Keyed *into = ARENA_ARRAY(job->scratch, Keyed, count + 1);
    for (size_t i = 0; i < count; i++) {
        const Member *member = &group->members.at[i];
        from[i] = (Keyed){.key = key->key(key->with, member), .member = *member};
    }
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t at = 0; at < count; at += 2 * width) {
            size_t rest = count - at, to = rest < 2 * width ? rest : 2 * width;
            merge(profile, from + at, rest < width ? rest : width, to, into + at);
        }
        Keyed *merged = into;
        into = from;
        from = merged;
    }
    for (size_t i = 0; i < count; i++) group->members.at[i] = from[i].member;
    arena_release(job->scratch, mark);
}

void members_sort(Job *job, Groups *groups, Str lang, const SortKey *key) {
    for (size_t i = 0; i < groups->len; i++)
        sort_group(job, &groups->at[i], language_find(lang), key);
}
