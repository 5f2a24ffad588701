/* md4c's callbacks in, a tree of blocks out. */
#include "read/markup_parse.h"

#include "read/edition.h"

void markup_report(MarkupParse *parse, Code code, Range range, const char *message,
                   const char *hint) {
    if (range.to > parse->text.len) range.to = parse->text.len;
    if (range.from > range.to) range.from = range.to;
    Span span = node_text_span(parse->scalar, range.from, range.to);
    diag_add(parse->reader->job->diags, code, span, str_from(hint), "%s", message);
}

size_t markup_line_end(Str text, size_t from) {
    while (from < text.len && text.at[from] != '\n' && text.at[from] != '\r') from++;
    return from;
}

size_t markup_offset(const MarkupParse *parse, const char *at) {
    uintptr_t place = (uintptr_t)at, base = (uintptr_t)parse->input.at;
    if (!at || place < base || place > base + parse->input.len) return NOWHERE;
    size_t offset = place - base;
    if (!parse->line_count) return offset;
    size_t low = 0, high = parse->line_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (parse->lines[middle].value <= offset)
            low = middle;
        else
            high = middle;
    }
    size_t behind = offset - parse->lines[low].value;
    return parse->lines[low].source + (behind < parse->guard ? 0 : behind - parse->guard);
}

/* The next thing after the cursor that is not white space: the place of what has no text. */
static Range place_ahead(const MarkupParse *parse) {
    size_t at = parse->cursor;
    while (at < parse->text.len && memchr(" \t\r\n", parse->text.at[at], 4)) at++;
    return (Range){at, at + 1};
}

static void push_block(MarkupParse *parse, MarkupKind kind, bool is_implicit) {
    Job *job = parse->reader->job;
    Markup *node = ARENA_NEW(job->arena, Markup);
    node->kind = kind;
    OpenBlock *outer = parse->open.len ? &list_last(&parse->open) : NULL;
    Markup ***tail = outer ? &outer->tail : &parse->tail;
    **tail = node;
    *tail = &node->next;
    *list_add(job->scratch, &parse->open) =
        (OpenBlock){.node = node, .tail = &node->first, .is_implicit = is_implicit};
    parse->block_start = NOWHERE;
}

static bool is_leaf(MarkupKind kind) {
    return kind == MARKUP_PARAGRAPH || kind == MARKUP_HEADING || kind == MARKUP_CODE ||
           kind == MARKUP_CELL;
}

static bool is_line_of(Str line, const char *allowed) {
    Str rest = str_trim(line);
    for (size_t i = 0; i < rest.len; i++)
        if (!strchr(allowed, rest.at[i])) return false;
    return rest.len > 0;
}

static Str line_at(Str text, size_t from) {
    return str_slice(text, from, markup_line_end(text, from));
}

/* Moves the cursor past the underline of a heading, which gives no callback. */
static void skip_underline(MarkupParse *parse) {
    size_t begin = parse->block_start;
    if (begin == NOWHERE) return;
    for (; begin > 0 && parse->text.at[begin - 1] != '\n'; begin--)
        if (parse->text.at[begin - 1] == '#') return;
    size_t next = parse->cursor + line_at(parse->text, parse->cursor).len + 1;
    if (next >= parse->text.len) return;
    Str line = line_at(parse->text, next);
    if (is_line_of(line, "=-> \t")) parse->cursor = next + line.len;
}

/* Whether a line ends in three or more of one of * - _ with nothing but spaces between. */
static bool is_rule_line(Str line) {
    line = str_trim(line);
    char sign = line.len ? line.at[line.len - 1] : 0;
    if (sign != '*' && sign != '-' && sign != '_') return false;
    size_t count = 0;
    for (size_t i = line.len; i > 0; i--) {
        if (line.at[i - 1] == sign)
            count++;
        else if (line.at[i - 1] != ' ' && line.at[i - 1] != '\t')
            break;
    }
    return count >= 3;
}

static Range find_rule(MarkupParse *parse) {
    size_t from = parse->cursor;
    while (from < parse->text.len) {
        Str line = line_at(parse->text, from);
        if (is_rule_line(line)) {
            parse->cursor = from + line.len;
            Str sign = str_trim(line);
            size_t start = (size_t)(sign.at - parse->text.at);
            return (Range){start, start + sign.len};
        }
        from += line.len + 1;
    }
    return place_ahead(parse);
}

static void close_block(MarkupParse *parse) {
    OpenBlock block = list_last(&parse->open);
    Markup *node = block.node;
    Range place = place_ahead(parse);
    Span empty = node_text_span(parse->scalar, place.from, place.from);
    if (is_leaf(node->kind)) {
        Rich *rich = parse->only ? parse->only : &node->text;
        *rich = (Rich){.span = empty};
        markup_finish_rich(parse, rich);
        edition_withhold(parse->reader, rich);
        node->span = rich->span;
        *list_add(parse->reader->job->arena, &parse->reader->texts) = rich;
        markup_keep_notes(parse, rich);
        if (node->kind == MARKUP_HEADING) {
            markup_refuse_note(parse->reader, rich, "heading");
            skip_underline(parse);
        }
    } else if (node->kind != MARKUP_RULE) {
        node->span = node->first ? span_join(node->first->span, block.last->span) : empty;
    }
    parse->open.len--;
    if (parse->open.len) list_last(&parse->open).last = node;
    parse->block_start = NOWHERE;
}

static void close_implicit(MarkupParse *parse) {
    if (parse->open.len && list_last(&parse->open).is_implicit) close_block(parse);
}

static void open_implicit(MarkupParse *parse) {
    if (parse->open.len && list_last(&parse->open).node->kind == MARKUP_ITEM)
        push_block(parse, MARKUP_PARAGRAPH, true);
}

static void refuse(MarkupParse *parse, Code code, const char *message, const char *hint) {
    if (parse->mute++) return;
    parse->refused = code;
    parse->refused_message = message;
    parse->refused_hint = hint;
}

/* Reports what is refused, once, at the first place we know. */
static void report_refused(MarkupParse *parse, Range range) {
    if (parse->refused == CODE_NONE) return;
    markup_report(parse, parse->refused, range, parse->refused_message, parse->refused_hint);
    parse->refused = CODE_NONE;
}

static void unrefuse(MarkupParse *parse) {
    if (--parse->mute == 0) report_refused(parse, place_ahead(parse));
}

static bool fits_nesting(MarkupParse *parse) {
    Job *job = parse->reader->job;
    if (parse->open.len < job->limits.nesting) return true;
    Str hint = str_format(job->arena, "at most %u lists and quotes may stand inside each other",
                          job->limits.nesting);
    Range place = place_ahead(parse);
    Span span = node_text_span(parse->scalar, place.from,
                               place.from < parse->text.len ? place.to : place.from);
    diag_add(job->diags, E_NESTING, span, hint, "text is nested too deeply");
    return false;
}

static void set_list(Markup *list, MD_BLOCKTYPE type, const void *detail) {
    list->is_ordered = type == MD_BLOCK_OL;
    if (type == MD_BLOCK_OL) {
        const MD_BLOCK_OL_DETAIL *ordered = detail;
        list->start = ordered->start;
        list->is_tight = ordered->is_tight;
    } else {
        list->is_tight = ((const MD_BLOCK_UL_DETAIL *)detail)->is_tight;
    }
}

static void set_item(Markup *item, const MD_BLOCK_LI_DETAIL *detail) {
    item->is_task = detail->is_task;
    item->is_done = detail->is_task && detail->task_mark != ' ';
}

static const MarkupKind block_kinds[] = {
    [MD_BLOCK_QUOTE] = MARKUP_QUOTE, [MD_BLOCK_UL] = MARKUP_LIST,
    [MD_BLOCK_OL] = MARKUP_LIST,     [MD_BLOCK_LI] = MARKUP_ITEM,
    [MD_BLOCK_HR] = MARKUP_RULE,     [MD_BLOCK_H] = MARKUP_HEADING,
    [MD_BLOCK_CODE] = MARKUP_CODE,   [MD_BLOCK_P] = MARKUP_PARAGRAPH,
    [MD_BLOCK_TABLE] = MARKUP_TABLE, [MD_BLOCK_TR] = MARKUP_ROW,
    [MD_BLOCK_TH] = MARKUP_CELL,     [MD_BLOCK_TD] = MARKUP_CELL};

static void set_cell(Markup *cell, const MD_BLOCK_TD_DETAIL *detail) {
    static const Align aligns[] = {[MD_ALIGN_DEFAULT] = ALIGN_JUSTIFY,
                                   [MD_ALIGN_LEFT] = ALIGN_START,
                                   [MD_ALIGN_CENTER] = ALIGN_CENTER,
                                   [MD_ALIGN_RIGHT] = ALIGN_END};
    cell->align = aligns[detail->align];
}

/* What lies behind the last cell of a row: md4c drops cells that the head has not, we must not. */
static void check_row_end(MarkupParse *parse) {
    size_t at = parse->cursor, end = markup_line_end(parse->text, at);
    while (at < end && parse->text.at[at] != '|') at += parse->text.at[at] == '\\' ? 2 : 1;
    while (at < end && memchr("| \t", parse->text.at[at], 3)) at++;
    if (at >= end) return;
    markup_report(parse, E_BAD_VALUE, (Range){at, end}, "this row has more cells than the head",
                  "`\\|` prints the sign itself");
}

/* md4c 0.4.8 may end spans it has not begun where links and code overlap: `![a `](b)](c)`. */
static int give_up_overlap(MarkupParse *parse) {
    markup_report(parse, E_BAD_LINK, place_ahead(parse), "a link and something else overlap here",
                  "`\\[` and `\\]` print the signs themselves");
    return 1;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user) {
    MarkupParse *parse = user;
    if (type == MD_BLOCK_DOC) return 0;
    if (parse->frames.len) return give_up_overlap(parse);
    close_implicit(parse);
    if (!fits_nesting(parse)) return 1;
    if (type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY) return 0;
    if (type == MD_BLOCK_HTML) {
        refuse(parse, E_RAW_HTML, "raw HTML in text", "write `\\<` to print the sign itself");
        return 0;
    }
    push_block(parse, block_kinds[type], false);
    Markup *node = list_last(&parse->open).node;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) set_list(node, type, detail);
    if (type == MD_BLOCK_LI) set_item(node, detail);
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) set_cell(node, detail);
    if (type == MD_BLOCK_H) node->level = ((const MD_BLOCK_H_DETAIL *)detail)->level;
    if (type == MD_BLOCK_HR) {
        Range rule = find_rule(parse);
        node->span = node_text_span(parse->scalar, rule.from, rule.to);
    }
    parse->pending_line = false;
    parse->pending_indent = 0;
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user) {
    MarkupParse *parse = user;
    (void)detail;
    if (type == MD_BLOCK_DOC || type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY) return 0;
    if (type == MD_BLOCK_TR) check_row_end(parse);
    if (type == MD_BLOCK_HTML) {
        unrefuse(parse);
        return 0;
    }
    if (parse->frames.len) return give_up_overlap(parse);
    close_implicit(parse);
    close_block(parse);
    return 0;
}

static unsigned *mark_of(MarkupParse *parse, MD_SPANTYPE type) {
    switch (type) {
    case MD_SPAN_EM:
        return &parse->emphasis;
    case MD_SPAN_STRONG:
        return &parse->strong;
    case MD_SPAN_DEL:
        return &parse->strike;
    case MD_SPAN_CODE:
        return &parse->code;
    default:
        return NULL;
    }
}

static void refuse_image(MarkupParse *parse) {
    bool is_new = !parse->mute;
    refuse(parse, E_IMAGE_IN_TEXT, "image inside text", "use a `figure:` block");
    if (!is_new) return;
    size_t at = str_find(parse->text, STR("!["), parse->cursor);
    if (at != NOWHERE) report_refused(parse, (Range){at, at + 2});
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user) {
    MarkupParse *parse = user;
    if (!parse->mute) open_implicit(parse);
    *list_add(parse->reader->job->scratch, &parse->frames) =
        (SpanFrame){.type = type, .brackets = parse->brackets.len};
    unsigned *mark = mark_of(parse, type);
    if (mark)
        ++*mark;
    else if (type == MD_SPAN_IMG)
        refuse_image(parse);
    else if (type == MD_SPAN_A)
        return markup_enter_link(parse, detail) ? 0 : 1;
    else if (type == MD_SPAN_WIKILINK) {
        if (!parse->mute) markup_add_mention(parse, &((MD_SPAN_WIKILINK_DETAIL *)detail)->target);
        parse->in_mention = true;
    }
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user) {
    MarkupParse *parse = user;
    (void)detail;
    /* Brackets that opened in here and did not close are literal. */
    if (!parse->frames.len || list_last(&parse->frames).type != type) return give_up_overlap(parse);
    parse->brackets.len = list_last(&parse->frames).brackets;
    parse->frames.len--;
    unsigned *mark = mark_of(parse, type);
    if (mark)
        --*mark;
    else if (type == MD_SPAN_IMG)
        unrefuse(parse);
    else if (type == MD_SPAN_A)
        markup_leave_link(parse);
    else if (type == MD_SPAN_WIKILINK)
        parse->in_mention = false;
    return 0;
}

static void cover(MarkupParse *parse, Range range) {
    if (parse->may_define) *list_add(parse->reader->job->scratch, &parse->covered) = range;
}

static int text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *user) {
    MarkupParse *parse = user;
    size_t from = markup_offset(parse, at);
    Range range =
        from == NOWHERE ? place_ahead(parse) : (Range){from, markup_offset(parse, at + size)};
    if (from != NOWHERE) cover(parse, range);
    if (parse->mute) {
        if (from == NOWHERE) return 0;
        report_refused(parse, range);
        parse->cursor = range.to;
        return 0;
    }
    if (parse->in_mention) return 0;
    open_implicit(parse);
    if (from != NOWHERE && parse->block_start == NOWHERE) parse->block_start = from;
    if (from == NOWHERE) range.from = NOWHERE;
    return markup_add_text(parse, type, (Str){.at = at, .len = size}, range);
}

static size_t skip_marker(Str line, size_t at) {
    size_t from = at;
    while (at < line.len && at < from + 9 && line.at[at] >= '0' && line.at[at] <= '9') at++;
    const char *signs = at > from ? ".)" : "-+*#";
    if (at == line.len || !memchr(signs, line.at[at], strlen(signs))) return from;
    while (at < line.len && line.at[at] == '#') at++;
    if (line.at[from] != '#') at++;
    return at < line.len && line.at[at] != ' ' && line.at[at] != '\t' ? from : at;
}

/* Where the text of a line begins, behind the signs of what it stands in. */
static size_t text_start(Str line) {
    size_t at = 0;
    for (size_t before = SIZE_MAX; before != at;) {
        before = at;
        while (at < line.len && memchr(" \t>", line.at[at], 3)) at++;
        at = skip_marker(line, at);
    }
    return at;
}

/* md4c 0.4.8 loses white space inside text that begins with a tab, and the words on both sides become one: it is
 * given a space for each. At a line's beginning tabs have a meaning and stay. */
static void replace_tabs(MarkupParse *parse) {
    if (!parse->input.len || !memchr(parse->input.at, '\t', parse->input.len)) return;
    char *copy = arena_alloc(parse->reader->job->scratch, parse->input.len + 1);
    memcpy(copy, parse->input.at,
           parse->input.len); /* and a zero: md4c looks for lines with strcspn() */
    for (size_t from = 0; from < parse->input.len;) {
        size_t end = markup_line_end(parse->input, from);
        size_t start = parse->guard ? 0 : text_start(str_slice(parse->input, from, end));
        for (size_t i = from + start; i < end; i++)
            if (copy[i] == '\t') copy[i] = ' ';
        from = end + 1;
    }
    parse->input.at = copy;
}

bool markup_parse(MarkupParse *parse, unsigned flags) {
    MD_PARSER parser = {.flags = flags | MD_FLAG_WIKILINKS | MD_FLAG_STRIKETHROUGH |
                                 MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_COLLAPSEWHITESPACE,
                        .enter_block = enter_block,
                        .leave_block = leave_block,
                        .enter_span = enter_span,
                        .leave_span = leave_span,
                        .text = text};
    parse->may_define = str_find(parse->text, STR("]:"), 0) != NOWHERE;
    parse->has_blanks = parse->text.len && (memchr(parse->text.at, 0, parse->text.len) ||
                                            memchr(parse->text.at, '\t', parse->text.len));
    parse->may_tbc = str_find(parse->text, STR("TBC"), 0) != NOWHERE;
    parse->block_start = NOWHERE;
    parse->tail = &parse->root;
    replace_tabs(parse);
    int result = md_parse(parse->input.at, (MD_SIZE)parse->input.len, &parser, parse);
    if (result < 0) arena_fail(parse->reader->job->arena);
    if (result == 0 && parse->may_define) markup_check_definitions(parse);
    return result == 0;
}
