/* Credits: ids and names in, the parts of a credit line out. */
#include "block/credit.h"

#include "base/language.h"
#include "model/check.h"

const Entry *credit_find_person(Model *model, const Scalar *by) {
    if (!by->given || by->is_tbc) return NULL;
    if (directory_find(model->directory, by->text) || id_looks_like(by->text))
        return model_require_entry(model, by);
    return NULL;
}

const Block *credit_find_source(Model *model, const Scalar *source) {
    if (!source->given || source->is_tbc) return NULL;
    if (directory_find(model->directory, source->text)) {
        model_require_entry(model, source);
        return NULL;
    }
    bool is_id = model_find_block(model, source->text) || id_looks_like(source->text);
    return is_id ? model_require_block(model, source) : NULL;
}

static const Style *bold(Setter *setter, const Style *style) {
    Style *copy = arena_copy(setter->job->arena, style, sizeof *style);
    copy->face = style->face == FACE_ITALIC || style->face == FACE_BOLD_ITALIC ? FACE_BOLD_ITALIC
                                                                               : FACE_BOLD;
    return copy;
}

typedef struct Writer {
    Setter *setter;
    PartList *parts;
    const Style *style;
    Tag *tag;
    Span span;
    bool has_some;
} Writer;

static void write_text(Writer *writer, Str text) {
    parts_add_string(writer->setter, writer->parts, text, writer->span, writer->style, writer->tag);
}

static Str term(const Writer *writer, LanguageTerm which) {
    return language_term(writer->setter->lang, which);
}

static void separate(Writer *writer, Str separator) {
    if (writer->has_some) write_text(writer, separator);
    writer->has_some = true;
}

static void write_name(Writer *writer, const Credit *credit) {
    if (!credit->by->given) return;
    separate(writer, STR(", "));
    if (credit->by->is_tbc) {
        parts_add_tbc(writer->setter, writer->parts, credit->by, writer->style, writer->tag);
        return;
    }
    Str name = credit->by->text;
    if (credit->speaker)
        name = model_entry_text(writer->setter->job->arena, credit->speaker, MENTION_AUTO,
                                writer->setter->lang);
    Tag *strong = tag_add(writer->setter->tags, writer->tag, TAG_STRONG);
    parts_add_string(writer->setter, writer->parts, name, credit->by->span,
                     bold(writer->setter, writer->style), strong);
}

static void write_role(Writer *writer, const Credit *credit) {
    bool has_role = credit->role && credit->role->count;
    if (has_role) {
        separate(writer, STR(", "));
        parts_add_rich(writer->setter, writer->parts, credit->role, writer->style, writer->tag);
        return;
    }
    bool is_person = credit->speaker && credit->speaker->kind == ENTRY_PERSON;
    if (!is_person) return;
    Scalar post = translated_scalar(&credit->speaker->person.post, writer->setter->lang);
    if (!post.given) return;
    separate(writer, STR(", "));
    parts_add_value(writer->setter, writer->parts, &post, writer->style, writer->tag);
}

static void write_linked(Writer *writer, Str text, const Credit *credit) {
    if (!credit->recording) {
        write_text(writer, text);
        return;
    }
    TextLink *link = ARENA_NEW(writer->setter->job->arena, TextLink);
    Str id = credit->recording->common.id.text;
    link->url = str_format(writer->setter->job->arena, "#%.*s", STR_ARG(id));
    link->span = credit->source->span;
    parts_add_link(writer->setter, writer->parts, text, link, writer->style, writer->tag);
}

static void write_timecode(Writer *writer, const Credit *credit) {
    if (!credit->timecode->scalar.given) return;
    separate(writer, STR(" \xC2\xB7 "));
    if (credit->timecode->scalar.is_tbc)
        parts_add_tbc(writer->setter, writer->parts, &credit->timecode->scalar, writer->style,
                      writer->tag);
    else
        write_linked(writer, credit->timecode->scalar.text, credit);
}

/* A recording is named by its time code alone, when that is known. */
static void write_source(Writer *writer, const Credit *credit) {
    if (!credit->source || !credit->source->given) return;
    const Scalar *timecode = &credit->timecode->scalar;
    if (credit->recording && timecode->given && !timecode->is_tbc) return;
    separate(writer, STR(" \xC2\xB7 "));
    const Entry *entry = directory_find(writer->setter->model->directory, credit->source->text);
    Str text = entry ? model_entry_text(writer->setter->job->arena, entry, MENTION_FULL,
                                        writer->setter->lang)
                     : credit->source->text;
    if (credit->source->is_tbc)
        parts_add_tbc(writer->setter, writer->parts, credit->source, writer->style, writer->tag);
    else
        write_linked(writer, credit->recording ? term(writer, TERM_RECORDING) : text, credit);
}

static void write_checked(Writer *writer, const Date *checked) {
    if (!checked->scalar.given) return;
    separate(writer, STR(" \xC2\xB7 "));
    write_text(writer, term(writer, TERM_CHECKED));
    write_text(writer, STR(" "));
    Scalar date = checked->scalar;
    date.text = model_format_date(writer->setter->job->arena, checked, writer->setter->lang);
    parts_add_value(writer->setter, writer->parts, &date, writer->style, writer->tag);
}

void parts_add_credit(Setter *setter, PartList *parts, const Credit *credit, const Style *style,
                      Tag *tag) {
    Writer writer = {
        .setter = setter, .parts = parts, .style = style, .tag = tag, .span = credit->span};
    if (credit->has_dash) write_text(&writer, STR("\xE2\x80\x94\xC2\xA0"));
    write_name(&writer, credit);
    write_role(&writer, credit);
    write_timecode(&writer, credit);
    write_source(&writer, credit);
    if (credit->remark_tbc && credit->remark_tbc->given) {
        separate(&writer, STR(" \xC2\xB7 "));
        parts_add_tbc(setter, parts, credit->remark_tbc, style, tag);
    } else if (credit->remark.len) {
        separate(&writer, STR(" \xC2\xB7 "));
        write_text(&writer, credit->remark);
    }
    if (credit->checked) write_checked(&writer, credit->checked);
}
