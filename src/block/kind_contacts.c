/* Contacts and logistics: what or who at the left, beside it what there is to know, numbers and addresses. */
#include "block/listing.h"
#include "block/rows.h"

typedef struct Contact {
    Rich label, value, address;
    Scalar tel, mail;
} Contact;

/* ---- reading ---------------------------------------------------------------------------------- */

static bool has_digit(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] >= '0' && text.at[i] <= '9') return true;
    return false;
}

static bool report(Reader *reader, const Scalar *value, Str hint, const char *what) {
    diag_add(reader->job->diags, E_BAD_VALUE, value->span, hint, "\"%.*s\" is not %s",
             STR_ARG(value->text), what);
    return false;
}

static bool check_row(Reader *reader, const Node *mapping, void *into) {
    const Contact *row = into;
    const Scalar *tel = &row->tel, *mail = &row->mail;
    bool is_good = true;
    if (tel->given && !tel->is_tbc && !has_digit(tel->text))
        is_good = report(reader, tel, STR("write it as it is dialled: +212 5 24 00 00 00"),
                         "a telephone number");
    size_t at = str_find(mail->text, STR("@"), 0);
    bool is_mail = at != SIZE_MAX && at > 0 && at + 1 < mail->text.len &&
                   str_find(mail->text, STR(" "), 0) == SIZE_MAX;
    if (mail->given && !mail->is_tbc && !is_mail)
        is_good = report(reader, mail, STR("one address: desk@example.org"), "an e-mail address");
    if (row->value.count || row->address.count || tel->given || mail->given) return is_good;
    bool was_given = node_find(mapping, "value") || node_find(mapping, "address");
    if (!was_given && row->label.count)
        diag_add(reader->job->diags, E_MISSING_KEY, row->label.span,
                 STR("add `value:`, `tel:`, `mail:` or `address:`"),
                 "nothing stands beside this label");
    return false;
}

static const Field row_fields[] = {
    {.key = "label",
     .type = FIELD_TEXT,
     FIELD(Contact, label),
     .is_title = true,
     .required = true,
     .help = "who or what it is: a name, Hotel, Emergency"},
    {.key = "value",
     .type = FIELD_TEXT,
     FIELD(Contact, value),
     .is_title = true,
     .help = "what there is to know"},
    {.key = "tel",
     .type = FIELD_STRING,
     FIELD(Contact, tel),
     .help = "telephone, as it is dialled"},
    {.key = "mail", .type = FIELD_STRING, FIELD(Contact, mail), .help = "e-mail"},
    {.key = "address",
     .type = FIELD_TEXT,
     FIELD(Contact, address),
     .is_title = true,
     .help = "where it is"},
    {0}};
static const Record row_record = {
    .name = "contact", .size = sizeof(Contact), .fields = row_fields, .check = check_row};

static void dump_rows(const void *slot, const Sources *sources, unsigned indent, Buf *out) {
    rows_dump(&row_record, slot, sources, indent, out);
}

#define ROWS_FIELD(name)                 \
    {                                    \
        {.key = (name),                  \
         .type = FIELD_CUSTOM,           \
         FIELD(Rows, list),              \
         .required = true,               \
         .record = &row_record,          \
         .parse = rows_parse,            \
         .dump = dump_rows,              \
         .expects = ROWS_EXPECT,         \
         .help = "rows, or a CSV file"}, \
        {                                \
            0                            \
        }                                \
    }
static const Field contacts_fields[] = ROWS_FIELD("contacts");
static const Field logistics_fields[] = ROWS_FIELD("logistics");

static const Record contacts_record = {
    .name = "contacts", .size = sizeof(Rows), .fields = contacts_fields};
static const Record logistics_record = {
    .name = "logistics", .size = sizeof(Rows), .fields = logistics_fields};

/* ---- setting ---------------------------------------------------------------------------------- */

/* "+212 (0)5 24 00" is dialled +212524 00: a nought in brackets is for callers within the country. */
static Str dialled(Arena *arena, Str tel) {
    Buf out = buf_new(arena);
    for (size_t i = 0; i < tel.len; i++) {
        char c = tel.at[i];
        bool is_inland = tel.at[0] == '+' && str_starts(str_slice(tel, i, tel.len), STR("(0)"));
        if (is_inland)
            i += 2;
        else if ((c >= '0' && c <= '9') || (c == '+' && !out.len))
            buf_add_char(&out, c);
        else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            break; /* "ext. 7": not for the link */
    }
    return buf_str(&out);
}

static void add_link(Listing *listing, size_t column, const Scalar *value, const char *scheme,
                     Str target) {
    Setter *setter = listing->setter;
    bool is_tel = target.at != value->text.at;
    const Style *style = is_tel ? layout_style(setter->layout, "contacts.tel") : listing->style;
    PartList parts = {0};
    Tag *tag = listing_tag(listing, column);
    if (value->is_tbc || !target.len) {
        parts_add_value(setter, &parts, value, style, tag);
    } else {
        TextLink *link = ARENA_NEW(setter->job->arena, TextLink);
        *link =
            (TextLink){.url = str_format(setter->job->arena, "%s:%.*s", scheme, STR_ARG(target)),
                       .span = value->span,
                       .is_data = true};
        parts_add_link(setter, &parts, value->text, link, style, tag);
        list_last(&parts.list).is_verbatim = !is_tel;
    }
    listing_add(listing, column, &parts, style);
}

static void add_row(Listing *listing, const Contact *row, size_t reach) {
    Setter *setter = listing->setter;
    listing_row(listing);
    listing_add_rich(listing, 0, &row->label, layout_style(setter->layout, "contacts.label"));
    listing_add_rich(listing, 1, &row->value, listing->style);
    listing_add_rich(listing, 1, &row->address, listing->style);
    if (row->tel.given)
        add_link(listing, reach, &row->tel, "tel", dialled(setter->job->arena, row->tel.text));
    if (row->mail.given) add_link(listing, reach, &row->mail, "mailto", row->mail.text);
    listing_end_row(listing, row->label.span);
}

/* Numbers and mail have a column of their own when some row has words beside them; it is as wide as they are. */
static Sp reach_width(Setter *setter, const Rows *rows, const Style *style) {
    const Contact *at = rows->list.at;
    const Style *tel = layout_style(setter->layout, "contacts.tel");
    Sp widest = 0;
    bool has_words = false;
    for (size_t i = 0; i < rows->list.len; i++) {
        has_words |= at[i].value.count || at[i].address.count;
        widest = sp_max(widest, listing_width(setter, at[i].tel.text, tel));
        widest = sp_max(widest, listing_width(setter, at[i].mail.text, style));
    }
    return has_words && widest ? sp_min(widest + 1, setter->measure * 2 / 5) : 0;
}

static void set(Setter *setter, const Block *block) {
    const Rows *rows = block->fields;
    const Contact *at = rows->list.at;
    Listing listing = {.setter = setter,
                       .style = layout_style(setter->layout, "contacts"),
                       .rows = rows->list.len,
                       .span = block->span};
    if (rows->tbc.given) {
        listing_set_tbc(setter, &rows->tbc, listing.style);
        return;
    }
    Sp reach = reach_width(setter, rows, listing.style);
    listing_column(&listing, (Str){0}, 0)->parts = 2;
    listing_column(&listing, (Str){0}, 0)->parts = 3;
    if (reach) listing_column(&listing, (Str){0}, reach);
    listing_begin(&listing);
    for (size_t i = 0; i < rows->list.len; i++) add_row(&listing, &at[i], reach ? 2 : 1);
    listing_end(&listing);
}

extern const BlockKind kind_contacts, kind_logistics;
const BlockKind kind_contacts = {.key = "contacts",
                                 .help = "whom to call, and where they are",
                                 .record = &contacts_record,
                                 .set = set};
const BlockKind kind_logistics = {.key = "logistics",
                                  .help = "hotel, transport, dress, emergency",
                                  .record = &logistics_record,
                                  .set = set};
