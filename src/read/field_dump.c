/* A filled struct and its field table in, stable text out. */
#include "read/field.h"

static void add_indent(Buf *out, unsigned indent) {
    for (unsigned i = 0; i < indent; i++) buf_add_char(out, ' ');
}

static void add_scalar(Buf *out, const Scalar *scalar) {
    buf_print(out, "\"%.*s\"%s", STR_ARG(scalar->text), scalar->is_tbc ? " tbc" : "");
}

static void dump_list(const Field *field, const void *slot, const Sources *sources, unsigned indent,
                      Buf *out) {
    const FieldList *list = slot;
    buf_print(out, "%zu\n", list->len);
    for (size_t i = 0; i < list->len; i++) {
        add_indent(out, indent + 2);
        buf_add(out, STR("-\n"));
        record_dump(field->record, (const char *)list->at + i * field->record->size, sources,
                    indent + 4, out);
    }
}

static void dump_strings(const Scalars *scalars, Buf *out) {
    for (size_t i = 0; i < scalars->len; i++) {
        if (i) buf_add(out, STR(", "));
        add_scalar(out, &scalars->at[i]);
    }
    buf_add_char(out, '\n');
}

static void dump_words(const Field *field, const void *slot, Buf *out) {
    const Date *date = slot;
    const TimeCode *time = slot;
    if (field->type == FIELD_BOOL)
        buf_print(out, "%s\n", *(const bool *)slot ? "true" : "false");
    else if (field->type == FIELD_INT)
        buf_print(out, "%d\n", *(const int *)slot);
    else if (field->type == FIELD_CHOICE)
        buf_print(out, "%s\n", field->choices[*(const int *)slot]);
    else if (field->type == FIELD_DATE && date->year)
        buf_print(out, "%04d-%02d-%02d\n", date->year, date->month, date->day);
    else if (field->type == FIELD_TIMECODE && !time->scalar.is_tbc)
        buf_print(out, "%u s\n", time->seconds);
    else {
        add_scalar(out, field->type == FIELD_DATE       ? &date->scalar
                        : field->type == FIELD_TIMECODE ? &time->scalar
                                                        : slot);
        buf_add_char(out, '\n');
    }
}

static bool is_absent(const Field *field, const void *slot) {
    switch (field->type) {
    case FIELD_STRING:
    case FIELD_ID:
    case FIELD_LANG:
    case FIELD_URL:
        return !((const Scalar *)slot)->text.len;
    case FIELD_TEXT:
        return !((const Rich *)slot)->count;
    case FIELD_DATE:
        return !((const Date *)slot)->scalar.given;
    case FIELD_TIMECODE:
        return !((const TimeCode *)slot)->scalar.given;
    case FIELD_STRINGS:
        return !((const Scalars *)slot)->len;
    case FIELD_RECORDS:
        return !((const FieldList *)slot)->len;
    case FIELD_MARKUP:
    case FIELD_RECORD:
    case FIELD_NODE:
        return !*(void *const *)slot;
    case FIELD_CUSTOM:
        return !field->dump;
    default:
        return false;
    }
}

static void dump_field(const Field *field, const void *slot, const Sources *sources,
                       unsigned indent, Buf *out) {
    switch (field->type) {
    case FIELD_TEXT:
        buf_add_char(out, '\n');
        rich_dump(slot, sources, out);
        break;
    case FIELD_MARKUP:
        buf_add_char(out, '\n');
        markup_dump(*(const Markup *const *)slot, sources, indent + 2, out);
        break;
    case FIELD_STRINGS:
        dump_strings(slot, out);
        break;
    case FIELD_RECORD:
        buf_add_char(out, '\n');
        record_dump(field->record, *(const void *const *)slot, sources, indent + 2, out);
        break;
    case FIELD_RECORDS:
        dump_list(field, slot, sources, indent, out);
        break;
    case FIELD_NODE:
        node_dump(*(const Node *const *)slot, sources, out);
        break;
    case FIELD_CUSTOM:
        buf_add_char(out, '\n');
        field->dump(slot, sources, indent + 2, out);
        break;
    default:
        dump_words(field, slot, out);
    }
}

void record_dump(const Record *record, const void *from, const Sources *sources, unsigned indent,
                 Buf *out) {
    for (const Field *field = record->fields; field->key; field++) {
        const void *slot = (const char *)from + field->offset;
        if (is_absent(field, slot)) continue;
        size_t start = out->len;
        add_indent(out, indent);
        buf_print(out, "%s: ", field->key);
        size_t empty = out->len + 1;
        dump_field(field, slot, sources, indent, out);
        if (field->type == FIELD_CUSTOM && out->len == empty) out->len = start;
    }
}
