/* Text as people read it: plain for titles and metadata, and transcripts for dumps and tests. */
#include "read/markup.h"

const TextNote *rich_note(const Rich *rich) {
    for (size_t i = 0; i < rich->count; i++)
        if (rich->pieces[i].kind == PIECE_NOTE) return rich->pieces[i].note;
    return NULL;
}

Str rich_plain(Arena *arena, const Rich *rich) {
    if (rich->count == 1 && rich->pieces[0].kind != PIECE_MENTION) return rich->pieces[0].text;
    Buf out = buf_new(arena);
    for (size_t i = 0; i < rich->count; i++) {
        const Piece *piece = &rich->pieces[i];
        if (piece->kind == PIECE_BREAK)
            buf_add_char(&out, ' ');
        else if (piece->kind == PIECE_MENTION && !piece->text.len)
            buf_add(&out, piece->target);
        else
            buf_add(&out, piece->text);
    }
    return buf_str(&out);
}

static void add_indent(Buf *out, unsigned indent) {
    for (unsigned i = 0; i < indent; i++) buf_add(out, STR("  "));
}

static void add_place(Buf *out, const Sources *sources, Span span) {
    if (!sources || !span.source) return;
    Place place = source_place(sources, span);
    buf_print(out, " %u:%u", (unsigned)place.line, (unsigned)place.column);
}

static void add_quoted(Buf *out, Str text) {
    buf_add_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '"' || c == '\\') buf_add_char(out, '\\');
        if (c == '\n')
            buf_add(out, STR("\\n"));
        else
            buf_add_char(out, c);
    }
    buf_add_char(out, '"');
}

static void add_link(Buf *out, const Sources *sources, const TextLink *link) {
    buf_add(out, STR(" link="));
    add_quoted(out, link->url);
    if (link->title.len) {
        buf_add(out, STR(" title="));
        add_quoted(out, link->title);
    }
    buf_add(out, STR(" to"));
    add_place(out, sources, link->span);
}

static void add_attributes(Buf *out, const TextSpan *span) {
    for (; span; span = span->outer) {
        buf_add(out, STR(" {"));
        if (span->id.len) buf_print(out, "#%.*s ", STR_ARG(span->id));
        if (span->lang.len) buf_print(out, "lang=%.*s ", STR_ARG(span->lang));
        for (size_t i = 0; i < span->audience_count; i++)
            buf_print(out, "%s%.*s", i ? "," : "audience=", STR_ARG(span->audience[i]));
        if (!span->audience_count) out->len--;
        buf_add_char(out, '}');
    }
}

static void dump_piece(const Piece *piece, const Sources *sources, unsigned indent, Buf *out) {
    static const char *const kinds[] = {"text", "break", "mention", "tbc", "note"};
    static const char *const forms[] = {"", "/short", "/full"};
    static const char *const marks[] = {" strong", " emphasis", " code", " strike"};
    add_indent(out, indent);
    buf_add(out, str_from(kinds[piece->kind]));
    add_place(out, sources, piece->span);
    if (piece->kind == PIECE_MENTION)
        buf_print(out, " %.*s%s", STR_ARG(piece->target), forms[piece->form]);
    if (piece->text.len) {
        buf_add_char(out, ' ');
        add_quoted(out, piece->text);
    }
    for (unsigned i = 0; i < 4; i++)
        if (piece->marks & (1u << i)) buf_add(out, str_from(marks[i]));
    if (piece->link) add_link(out, sources, piece->link);
    add_attributes(out, piece->attributes);
    buf_add_char(out, '\n');
}

/* Notes hold no notes. */
static void dump_rich(const Rich *rich, const Sources *sources, unsigned indent, Buf *out) {
    for (size_t i = 0; i < rich->count; i++) {
        const TextNote *note = rich->pieces[i].note;
        dump_piece(&rich->pieces[i], sources, indent, out);
        for (size_t k = 0; note && k < note->text.count; k++)
            dump_piece(&note->text.pieces[k], sources, indent + 1, out);
    }
}

void rich_dump(const Rich *rich, const Sources *sources, Buf *out) {
    dump_rich(rich, sources, 0, out);
}

void markup_dump(const Markup *markup, const Sources *sources, unsigned indent, Buf *out) {
    static const char *const kinds[] = {"paragraph", "heading", "list",  "item", "quote",
                                        "code",      "rule",    "table", "row",  "cell"};
    static const char *const aligns[] = {"", " start", " end", " center"};
    for (; markup; markup = markup->next) {
        add_indent(out, indent);
        buf_add(out, str_from(kinds[markup->kind]));
        add_place(out, sources, markup->span);
        if (markup->level) buf_print(out, " level=%u", markup->level);
        if (markup->is_ordered) buf_print(out, " start=%u", markup->start);
        if (markup->kind == MARKUP_LIST)
            buf_add(out, str_from(markup->is_tight ? " tight" : " loose"));
        if (markup->align) buf_add(out, str_from(aligns[markup->align]));
        if (markup->is_task) buf_add(out, str_from(markup->is_done ? " [x]" : " [ ]"));
        buf_add_char(out, '\n');
        dump_rich(&markup->text, sources, indent + 1, out);
        markup_dump(markup->first, sources, indent + 1, out);
    }
}
