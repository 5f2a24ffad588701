/* A scalar of Markdown in, blocks or one paragraph of pieces out. */
#include "read/edition.h"
#include "read/field.h"
#include "read/markup_parse.h"

static bool check_scalar(Reader *reader, const Node *scalar) {
    Diags *diags = reader->job->diags;
    if (!text_check(reader, scalar)) return false;
    if (scalar->text.len >= UINT32_MAX / 2) {
        diag_add(diags, E_LIMIT, scalar->span, (Str){0}, "this text is too long");
        return false;
    }
    return true;
}

/* Where the value stands without the white space around it. */
static Range trimmed(Str text) {
    Str inside = str_trim(text);
    size_t from = (size_t)(inside.at - text.at);
    return (Range){from, from + inside.len};
}

static void set_tbc(Reader *reader, const Node *scalar, Rich *rich) {
    Range range = trimmed(scalar->text);
    Arena *arena = reader->job->arena;
    Span span = node_text_span(scalar, range.from, range.to);
    Piece *piece = ARENA_NEW(arena, Piece);
    *piece = (Piece){
        .kind = PIECE_TBC, .text = str_slice(scalar->text, range.from, range.to), .span = span};
    *rich = (Rich){.pieces = piece, .count = 1, .span = span, .is_tbc = true};
    *list_add(arena, &reader->tbcs) = span;
    *list_add(arena, &reader->texts) = rich;
}

typedef LIST(MapPoint) Lines;

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/* Whether the line that ends at `at` is all that stands before a blank line of the source. In folded text the
 * breaks around lines indented deeper are kept as they are. */
static bool ends_paragraph(Str text, size_t line, size_t at) {
    return at > line && !is_blank(text.at[line]) && at + 1 < text.len && !is_blank(text.at[at + 1]);
}

/* YAML makes a space of a line's end and a line's end of a blank line, in which Markdown would no longer see the
 * end of a paragraph: this gives the blank lines back. */
static void unfold(MarkupParse *parse) {
    ScalarForm form = parse->scalar->form;
    Str text = parse->text;
    if (form == SCALAR_LITERAL || form == SCALAR_DOUBLE_QUOTED) return;
    if (str_find(text, STR("\n"), 0) == SIZE_MAX) return;
    Arena *scratch = parse->reader->job->scratch;
    Buf input = buf_new(scratch);
    Lines lines = {0};
    for (size_t line = 0, next; line < text.len; line = next) {
        size_t end = str_find(text, STR("\n"), line);
        if (end == SIZE_MAX) end = text.len;
        next = end < text.len ? end + 1 : end;
        *list_add(scratch, &lines) =
            (MapPoint){.value = (uint32_t)input.len, .source = (uint32_t)line};
        buf_add(&input, str_slice(text, line, next));
        if (ends_paragraph(text, line, end)) buf_add_char(&input, '\n');
    }
    parse->input = buf_str(&input);
    parse->lines = lines.at;
    parse->line_count = lines.len;
}

/* ---- what an edition left nothing of -------------------------------------------------------- */

/* Cells keep their place in the table; a paragraph always had words. */
static bool is_emptied(const Markup *node, bool had_children) {
    bool had_words = node->kind == MARKUP_PARAGRAPH || node->kind == MARKUP_HEADING;
    return had_words ? !node->text.count : had_children && !node->first;
}

static void drop_emptied(Markup **link) {
    while (*link) {
        Markup *node = *link;
        bool had_children = node->first != NULL;
        drop_emptied(&node->first);
        if (is_emptied(node, had_children))
            *link = node->next;
        else
            link = &node->next;
    }
}

static Markup *without_withheld(Reader *reader, Markup *root) {
    if (!reader->edition || !reader->edition->removed.len || !root) return root;
    Span span = root->span;
    drop_emptied(&root);
    if (root) return root;
    Markup *nothing = ARENA_NEW(reader->job->arena, Markup);
    nothing->span = nothing->text.span = span;
    return nothing;
}

Markup *markup_read(Reader *reader, const Node *scalar) {
    if (!check_scalar(reader, scalar)) return NULL;
    Job *job = reader->job;
    if (text_is_tbc(scalar->text)) {
        Markup *paragraph = ARENA_NEW(job->arena, Markup);
        set_tbc(reader, scalar, &paragraph->text);
        paragraph->span = paragraph->text.span;
        return paragraph;
    }
    ArenaMark mark = arena_mark(job->scratch);
    MarkupParse parse = {
        .reader = reader, .scalar = scalar, .text = scalar->text, .input = scalar->text};
    unfold(&parse);
    bool is_whole = markup_parse(&parse, MD_FLAG_TABLES | MD_FLAG_TASKLISTS);
    arena_release(job->scratch, mark);
    return is_whole ? without_withheld(reader, parse.root) : NULL;
}

/* Copies the lines of a paragraph, each behind a guard. False when a blank line parts them (reported). */
static bool guard_lines(MarkupParse *parse, Buf *input, Lines *lines) {
    Arena *scratch = parse->reader->job->scratch;
    Range range = trimmed(parse->text);
    bool is_parted = false;
    for (size_t from = range.from; from < range.to;) {
        size_t end = markup_line_end(parse->text, from);
        if (end > range.to) end = range.to;
        while (from < end && (parse->text.at[from] == ' ' || parse->text.at[from] == '\t')) from++;
        if (from == end) {
            is_parted = true;
        } else if (is_parted) {
            markup_report(parse, E_WRONG_TYPE, (Range){from, end}, "one paragraph is wanted here",
                          "join the paragraphs, or remove the blank line");
            return false;
        } else {
            if (input->len) buf_add_char(input, '\n');
            *list_add(scratch, lines) =
                (MapPoint){.value = (uint32_t)input->len, .source = (uint32_t)from};
            buf_add(input, STR(MARKUP_GUARD));
            buf_add(input, str_slice(parse->text, from, end));
        }
        bool is_pair =
            end + 1 < range.to && parse->text.at[end] == '\r' && parse->text.at[end + 1] == '\n';
        from = end + (is_pair ? 2 : 1);
    }
    return true;
}

/* The text of a parse whose lines are guarded: md4c can have seen nothing but one paragraph. */
static bool parse_guarded(MarkupParse *parse, Rich *rich) {
    Buf input = buf_new(parse->reader->job->scratch);
    Lines lines = {0};
    if (!guard_lines(parse, &input, &lines)) return false;
    parse->input = buf_str(&input);
    parse->lines = lines.at;
    parse->line_count = lines.len;
    parse->guard = sizeof MARKUP_GUARD - 1;
    parse->only = rich;
    return markup_parse(parse, 0);
}

/* A field that would be empty for some is withheld with what it belongs to. */
static bool check_left(Reader *reader, const Rich *rich) {
    if (rich->count || !reader->edition) return true;
    diag_add(reader->job->diags, E_NOTHING_LEFT, rich->span,
             STR("give the audience to the whole block or item"),
             "all words here are withheld from this edition");
    return false;
}

bool markup_read_inline(Reader *reader, const Node *scalar, Rich *rich) {
    if (!check_scalar(reader, scalar)) return false;
    if (text_is_tbc(scalar->text)) {
        set_tbc(reader, scalar, rich);
        return true;
    }
    Job *job = reader->job;
    size_t errors = job->diags->errors;
    ArenaMark mark = arena_mark(job->scratch);
    MarkupParse parse = {.reader = reader, .scalar = scalar, .text = scalar->text};
    bool is_whole = parse_guarded(&parse, rich);
    arena_release(job->scratch, mark);
    bool is_good = is_whole && job->diags->errors == errors;
    return is_good && check_left(reader, rich);
}
