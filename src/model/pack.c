/* The root of a pack file in; the pack's own fields, checked, and its items read in their order, out. */
#include "model/pack.h"

#include "model/check.h"
#include "model/internal.h"
#include "model/pack_item.h"
#include "read/edition.h"

/* ---- field tables --------------------------------------------------------------------------- */

static const Field event_fields[] = {
    {.key = "name",
     .type = FIELD_TEXT,
     FIELD(Event, name),
     .required = true,
     .help = "what it is called"},
    {.key = "theme", .type = FIELD_TEXT, FIELD(Event, theme), .help = "what it is about"},
    {.key = "from", .type = FIELD_DATE, FIELD(Event, from), .help = "first day"},
    {.key = "to", .type = FIELD_DATE, FIELD(Event, to), .help = "last day"},
    {.key = "zone",
     .type = FIELD_STRING,
     FIELD(Event, zone),
     .help = "time zone, such as Africa/Casablanca"},
    {.key = "place", .type = FIELD_TEXT, FIELD(Event, place), .help = "the city"},
    {.key = "venue", .type = FIELD_TEXT, FIELD(Event, venue), .help = "the house"},
    {0}};
static const Record event_record = {.name = "event", .size = sizeof(Event), .fields = event_fields};

static const Field clearance_fields[] = {
    {.key = "by",
     .type = FIELD_STRING,
     FIELD(Clearance, by),
     .required = true,
     .help = "who cleared it"},
    {.key = "role", .type = FIELD_STRING, FIELD(Clearance, role), .help = "in what office"},
    {.key = "date", .type = FIELD_DATE, FIELD(Clearance, date), .help = "when"},
    {0}};
static const Record clearance_record = {
    .name = "cleared", .size = sizeof(Clearance), .fields = clearance_fields};

static const Field control_fields[] = {
    {.key = "symbol", .type = FIELD_STRING, FIELD(Control, symbol), .help = "document symbol"},
    {.key = "version", .type = FIELD_STRING, FIELD(Control, version), .help = "such as 1.2"},
    {.key = "date", .type = FIELD_DATE, FIELD(Control, date), .help = "of this version"},
    {.key = "author", .type = FIELD_STRING, FIELD(Control, author), .help = "who is responsible"},
    {.key = "cleared",
     .type = FIELD_RECORDS,
     FIELD(Control, cleared),
     .record = &clearance_record,
     .help = "who cleared it, when"},
    {.key = "supersedes",
     .type = FIELD_STRING,
     FIELD(Control, supersedes),
     .help = "the version before"},
    {.key = "retention",
     .type = FIELD_TEXT,
     FIELD(Control, retention),
     .help = "how long to keep it"},
    {0}};
static const Record control_record = {
    .name = "control", .size = sizeof(Control), .fields = control_fields};

static const Field embargo_fields[] = {
    {.key = "until",
     .type = FIELD_STRING,
     FIELD(Embargo, until),
     .required = true,
     .help = "date and time, such as 2018-12-08T12:00"},
    {.key = "zone", .type = FIELD_STRING, FIELD(Embargo, zone), .help = "time zone of `until`"},
    {.key = "show", .type = FIELD_STRINGS, FIELD(Embargo, show), .help = "zones to print it in"},
    {0}};
static const Record embargo_record = {
    .name = "embargo", .size = sizeof(Embargo), .fields = embargo_fields};

static const Field recipient_fields[] = {
    {.key = "copy", .type = FIELD_STRING, FIELD(Recipient, copy), .help = "number of the copy"},
    {.key = "to",
     .type = FIELD_STRING,
     FIELD(Recipient, to),
     .required = true,
     .help = "who gets it"},
    {.key = "audience", .type = FIELD_STRING, FIELD(Recipient, audience), .help = "which edition"},
    {0}};
static const Record recipient_record = {
    .name = "distribution", .size = sizeof(Recipient), .fields = recipient_fields};

static const char *const page_numberings[] = {"pack", "item", NULL};
static const char *const paragraph_numberings[] = {"none", "item", "pack", NULL};
static const Field numbering_fields[] = {
    {.key = "pages",
     .type = FIELD_CHOICE,
     FIELD(Numbering, pages),
     .default_value = "pack",
     .choices = page_numberings,
     .help = "pack: through the whole; item: the item's own beside it"},
    {.key = "items",
     .type = FIELD_BOOL,
     FIELD(Numbering, items),
     .default_value = "true",
     .help = "are items numbered?"},
    {.key = "paragraphs",
     .type = FIELD_CHOICE,
     FIELD(Numbering, paragraphs),
     .default_value = "none",
     .choices = paragraph_numberings,
     .help = "numbered paragraphs: none, per item, through the pack"},
    {0}};
static const Record numbering_record = {
    .name = "numbering", .size = sizeof(Numbering), .fields = numbering_fields};

static const char *const states[] = {"draft", "final", NULL};

static const Field pack_fields[] = {
    {.key = "dossier",
     .type = FIELD_STRING,
     FIELD(Pack, kind),
     .required = true,
     .help = "the kind of this file: pack"},
    {.key = "title",
     .type = FIELD_TEXT,
     FIELD(Pack, title),
     .is_title = true,
     .required = true,
     .help = "the title"},
    {.key = "short",
     .type = FIELD_TEXT,
     FIELD(Pack, short_title),
     .is_title = true,
     .help = "a short title for running heads; the title unless given"},
    {.key = "subtitle",
     .type = FIELD_TEXT,
     FIELD(Pack, subtitle),
     .is_title = true,
     .help = "second line of title"},
    {.key = "lang",
     .type = FIELD_LANG,
     FIELD(Pack, lang),
     .help = "language tag (BCP 47), en unless given"},
    {.key = "layout",
     .type = FIELD_STRING,
     FIELD(Pack, layout),
     .help = "name or file of a layout"},
    {.key = "use",
     .type = FIELD_STRINGS,
     FIELD(Pack, use),
     .help = "directory files, relative to this file"},
    {.key = "state",
     .type = FIELD_CHOICE,
     FIELD(Pack, state),
     .default_value = "draft",
     .choices = states,
     .help = "TBC is an error in a final pack"},
    {.key = "event",
     .type = FIELD_RECORD,
     FIELD(Pack, event),
     .record = &event_record,
     .help = "the meeting it is for"},
    {.key = "principal",
     .type = FIELD_ID,
     FIELD(Pack, principal),
     .help = "the person it is made for"},
    {.key = "control",
     .type = FIELD_RECORD,
     FIELD(Pack, control),
     .record = &control_record,
     .help = "symbol, version, clearances"},
    {.key = "markings",
     .type = FIELD_STRINGS,
     FIELD(Pack, markings),
     .help = "the scale of security markings, rising"},
    {.key = "marking",
     .type = FIELD_STRING,
     FIELD(Pack, marking),
     .help = "the pack's own marking"},
    {.key = "embargo",
     .type = FIELD_RECORD,
     FIELD(Pack, embargo),
     .record = &embargo_record,
     .help = "not before this hour"},
    {.key = "audiences",
     .type = FIELD_STRINGS,
     FIELD(Pack, audiences),
     .help = "names of the editions, in their order"},
    {.key = "distribution",
     .type = FIELD_RECORDS,
     FIELD(Pack, distribution),
     .record = &recipient_record,
     .help = "who gets which copy"},
    {.key = "numbering",
     .type = FIELD_RECORD,
     FIELD(Pack, numbering),
     .record = &numbering_record,
     .help = "what is numbered"},
    {.key = "front",
     .type = FIELD_STRINGS,
     FIELD(Pack, front_names),
     .help = "what goes before the items"},
    {.key = "back",
     .type = FIELD_STRINGS,
     FIELD(Pack, back_names),
     .help = "what goes behind the items"},
    {.key = "items",
     .type = FIELD_CUSTOM,
     .parse = model_keep_node,
     FIELD(Pack, item_nodes),
     .required = true,
     .help = "the items, in order"},
    {.key = "annexes",
     .type = FIELD_NODE,
     FIELD(Pack, annexes),
     .help = "PDF files and pictures behind the items"},
    {.key = "contacts",
     .type = FIELD_NODE,
     FIELD(Pack, contacts),
     .help = "rows as of the block `contacts`"},
    {.key = "logistics",
     .type = FIELD_NODE,
     FIELD(Pack, logistics),
     .help = "rows as of the block `logistics`"},
    {0}};

static const Record pack_record = {.name = "pack", .size = sizeof(Pack), .fields = pack_fields};

/* ---- front and back matter ------------------------------------------------------------------ */

static const Str matter_names[MATTER_COUNT] = {
    STR_CONST("cover"),     STR_CONST("control"),  STR_CONST("changes"),     STR_CONST("contents"),
    STR_CONST("day"),       STR_CONST("glossary"), STR_CONST("references"),  STR_CONST("contacts"),
    STR_CONST("logistics"), STR_CONST("actions"),  STR_CONST("distribution")};

const char *matter_name(Matter matter) { return matter_names[matter].at; }

static int find_matter(Str name) {
    for (int i = 0; i < MATTER_COUNT; i++) {
        if (str_equal(name, matter_names[i])) return i;
    }
    return -1;
}

static void report_matter(Job *job, const Scalar *name) {
    int nearest = str_nearest(name->text, matter_names, MATTER_COUNT);
    Str hint = STR("one of cover, control, changes, contents, day, glossary, references, contacts, "
                   "logistics, actions, distribution");
    if (nearest >= 0)
        hint = str_format(job->arena, "did you mean \"%.*s\"?", STR_ARG(matter_names[nearest]));
    diag_add(job->diags, E_BAD_VALUE, name->span, hint, "a pack has no part \"%.*s\"",
             STR_ARG(name->text));
}

/* A part that lives on a key of the pack cannot be without it. */
static void check_matter(Job *job, const Pack *pack, Matter matter, Span span) {
    bool lacks = (matter == MATTER_CONTROL && !pack->control) ||
                 (matter == MATTER_CONTACTS && !pack->contacts) ||
                 (matter == MATTER_LOGISTICS && !pack->logistics) ||
                 (matter == MATTER_DISTRIBUTION && !pack->distribution.len);
    if (lacks)
        diag_add(job->diags, E_MISSING_KEY, span,
                 str_format(job->arena, "add `%s: ...` to the pack, or take the part out",
                            matter_name(matter)),
                 "the part \"%s\" has nothing to print", matter_name(matter));
}

static MatterList read_matter(Job *job, const Pack *pack, const Scalars *names) {
    MatterList list = {.at = ARENA_ARRAY(job->arena, Matter, names->len + 1),
                       .spans = ARENA_ARRAY(job->arena, Span, names->len + 1)};
    for (size_t i = 0; i < names->len; i++) {
        if (names->at[i].is_tbc) continue;
        int found = find_matter(names->at[i].text);
        if (found < 0) {
            report_matter(job, &names->at[i]);
            continue;
        }
        check_matter(job, pack, (Matter)found, names->at[i].span);
        list.spans[list.len] = names->at[i].span;
        list.at[list.len++] = (Matter)found;
    }
    return list;
}

/* "4.3" is read as item 4, page 3. */
static void check_numbering(Job *job, const Node *root, const Numbering *numbering) {
    const Node *node = node_find(root, "numbering");
    if (!node || numbering->pages != NUMBER_ITEM || numbering->items) return;
    diag_add(job->diags, E_BAD_VALUE, node->span, STR("take out `items: false` or `pages: item`"),
             "pages numbered by item need numbered items");
}

/* ---- the pack ------------------------------------------------------------------------------- */

Pack *model_open_pack(Model *model, const Node *root) {
    Pack *pack = ARENA_NEW(model->job->arena, Pack);
    pack->span = root->span;
    record_read(&model->reader, root, &pack_record, pack, NULL, NULL);
    if (!pack->short_title.count) pack->short_title = pack->title;
    if (!pack->numbering) {
        pack->numbering = ARENA_NEW(model->job->arena, Numbering);
        pack->numbering->items = true;
    }
    check_numbering(model->job, root, pack->numbering);
    pack->front = read_matter(model->job, pack, &pack->front_names);
    pack->back = read_matter(model->job, pack, &pack->back_names);
    model->pack = pack;
    return pack;
}

/* What is not there yet is refused, not left out: nothing of a pack is silently lost. */
static void refuse(Model *model, Span span, const char *what) {
    diag_add(model->job->diags, E_NOT_IMPLEMENTED, span, (Str){0}, "%s not supported yet", what);
}

static void refuse_unsupported(Model *model, const Pack *pack) {
    if (pack->annexes) refuse(model, pack->annexes->span, "annexes are");
    if (pack->embargo) refuse(model, pack->embargo->until.span, "an embargo is");
    if (pack->marking.given) refuse(model, pack->marking.span, "a pack's marking is");
}

static void check_recipients(Model *model, const FieldList *list) {
    const Recipient *rows = list->at;
    for (size_t i = 0; i < list->len; i++) {
        const Scalar *audience = &rows[i].audience;
        if (audience->given && !audience->is_tbc)
            edition_find(model->job, model->edition, audience->text, audience->span);
    }
}

void model_read_pack(Model *model) {
    Pack *pack = model->pack;
    const Node *items = pack->item_nodes;
    check_recipients(model, &pack->distribution);
    refuse_unsupported(model, pack);
    model_read_directories(model, &pack->use);
    model_read_pack_rows(model);
    if (!items || items->is_damaged) return;
    if (items->kind != NODE_SEQUENCE || !items->count) {
        diag_add(model->job->diags, items->kind == NODE_SEQUENCE ? E_EMPTY_TEXT : E_WRONG_TYPE,
                 items->span, STR("begin each item with `- title: ...`"),
                 "the items of a pack are a list");
        return;
    }
    for (size_t i = 0; i < items->count; i++) pack_read_item(model, items->items[i]);
}

void pack_dump(const Model *model, Buf *out) {
    const Pack *pack = model->pack;
    buf_print(out, "pack lang=%.*s\n", STR_ARG(model->lang));
    record_dump(&pack_record, pack, model->job->sources, 2, out);
}
