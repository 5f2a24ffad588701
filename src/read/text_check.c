/* What stands where text is wanted in; whether it is text, and all of what the author typed, out. */
#include "read/field.h"

static Str folded(const Reader *reader, Span span) {
    return node_hint_text(reader->job->arena, reader->job->sources, span);
}

/* "- Minister said: yes": one key whose value is text. */
static bool is_colon_text(const Node *node) {
    return node->kind == NODE_MAPPING && !node->is_flow && node->count == 1 &&
           node->entries[0].value->kind == NODE_SCALAR;
}

/* [[uclg]] alone, which YAML reads as a list in a list. */
static bool is_mention(const Node *node) {
    return node->kind == NODE_SEQUENCE && node->is_flow && node->count == 1 &&
           node->items[0]->kind == NODE_SEQUENCE && node->items[0]->is_flow;
}

void text_report_kind(Reader *reader, const Node *node) {
    Diags *diags = reader->job->diags;
    if (node->is_damaged) return;
    if (is_colon_text(node)) {
        diag_add(diags, E_TEXT_AS_MAPPING, node->entries[0].key->span, folded(reader, node->span),
                 "the colon behind \"%.*s\" makes a mapping of this text",
                 STR_ARG(node->entries[0].key->text));
        return;
    }
    if (node->is_flow) {
        Str hint = str_format(reader->job->arena, "did you mean text? %.*s",
                              STR_ARG(folded(reader, node->span)));
        diag_add(diags, is_mention(node) ? E_PLAIN_START : E_WRONG_TYPE, node->span, hint,
                 "expected text, found %s", node_kind_name(node));
        return;
    }
    diag_add(diags, E_WRONG_TYPE, node->span, STR("write text here, as in `key: >-`"),
             "expected text, found %s", node_kind_name(node));
}

bool text_check(Reader *reader, const Node *node) {
    Diags *diags = reader->job->diags;
    if (node->is_damaged) return false; /* reported by node_parse() */
    if (node->kind != NODE_SCALAR) {
        text_report_kind(reader, node);
        return false;
    }
    if (node->comment.source && node->text.len) {
        diag_add(diags, E_COMMENT_EATS_TEXT, node->comment,
                 folded(reader, span_join(node->span, node->comment)),
                 "the rest of this line is a comment");
        return false;
    }
    if (!node->is_null && str_trim(node->text).len) return true;
    diag_add(diags, E_EMPTY_TEXT, node->span, STR("write the text, or leave the key out"),
             "empty text");
    return false;
}
