/* The text of a running line, its {placeholders} checked. */
#include "style/table.h"

static const Str placeholders[] = {
    STR_CONST("title"),      STR_CONST("short"),      STR_CONST("kicker"),
    STR_CONST("date"),       STR_CONST("place"),      STR_CONST("page"),
    STR_CONST("pages"),      STR_CONST("marking"),    STR_CONST("folio"),
    STR_CONST("item"),       STR_CONST("item-title"), STR_CONST("item-page"),
    STR_CONST("item-pages"), STR_CONST("item-folio"), STR_CONST("pack-folio"),
    STR_CONST("part-folio"), STR_CONST("body"),       STR_CONST("symbol"),
    STR_CONST("delivery"),
};

#define PLACEHOLDERS (sizeof placeholders / sizeof *placeholders)

static bool is_placeholder(Str name) {
    for (size_t i = 0; i < PLACEHOLDERS; i++) {
        if (str_equal(placeholders[i], name)) return true;
    }
    return false;
}

static void report_placeholder(Reader *reader, Span span, Str name) {
    int nearest = str_nearest(name, placeholders, PLACEHOLDERS);
    Str hint = nearest < 0 ? STR("there are {title}, {short}, {kicker}, {date}, {place}, {page}, "
                                 "{pages}, {folio}, {part-folio}, {marking}, {delivery}, and in "
                                 "packs {body}, {symbol}, {item}, {item-title}, "
                                 "{item-page}, {item-pages}, {item-folio}, {pack-folio}")
                           : str_format(reader->job->arena, "did you mean {%.*s}?",
                                        STR_ARG(placeholders[nearest]));
    diag_add(reader->job->diags, E_UNKNOWN_PLACEHOLDER, span, hint, "unknown placeholder {%.*s}",
             STR_ARG(name));
}

bool parse_running(Reader *reader, const Node *value, const Field *field, void *slot) {
    Str text = value->text;
    if (value->kind != NODE_SCALAR) {
        diag_add(reader->job->diags, E_WRONG_TYPE, value->span,
                 STR("write it in quotes: \"{folio}\""), "expected %s, found %s", field->expects,
                 node_kind_name(value));
        return false;
    }
    bool is_good = true;
    size_t at = 0;
    while ((at = str_find(text, STR("{"), at)) != SIZE_MAX) {
        size_t end = str_find(text, STR("}"), at);
        if (end == SIZE_MAX) {
            diag_add(reader->job->diags, E_UNKNOWN_PLACEHOLDER, node_text_span(value, at, text.len),
                     STR("a placeholder looks like {page}"), "placeholder without its }");
            return false;
        }
        Str name = str_slice(text, at + 1, end);
        if (!is_placeholder(name)) {
            report_placeholder(reader, node_text_span(value, at, end + 1), name);
            is_good = false;
        }
        at = end + 1;
    }
    if (is_good) *(Str *)slot = text;
    return is_good;
}
