/* Quotation marks and brackets that are opened and never closed, or the other way round. */
#include "check/internal.h"

typedef struct Open {
    size_t at[2]; /* where “ and « were last opened */
    int depth[2];
    size_t bracket, brackets;
    size_t straight, straights;
} Open;

static bool is_digit_before(Str plain, size_t at) {
    return at && plain.at[at - 1] >= '0' && plain.at[at - 1] <= '9';
}

static void report(Checking *checking, const CheckText *text, size_t at, const char *message) {
    size_t end = at;
    utf8_next(text->plain, &end);
    diag_add(checking->job->diags, W_PARTNER, check_span(text, at, end),
             STR("add it, or take this one out"), "%s", message);
}

static void open_mark(Open *open, int kind, size_t at) {
    if (!open->depth[kind]++) open->at[kind] = at;
}

static void close_mark(Checking *checking, const CheckText *text, Open *open, int kind, size_t at) {
    if (open->depth[kind] > 0)
        open->depth[kind]--;
    else
        report(checking, text, at, "a closing quotation mark without an opening one");
}

/* A quotation of several paragraphs opens each of them and closes the last. */
static bool goes_on(const Checking *checking, size_t index, Str mark) {
    return index + 1 < checking->text_count &&
           str_starts(str_trim(checking->texts[index + 1].plain), mark);
}

/* "5 feet 3" has a mark that closes nothing; a) and 1) have brackets of that kind. */
static void take(Checking *checking, const CheckText *text, Open *open, uint32_t c, size_t at) {
    switch (c) {
    case 0x201C:
        open_mark(open, 0, at);
        break;
    case 0x201D:
        close_mark(checking, text, open, 0, at);
        break;
    case 0xAB:
        open_mark(open, 1, at);
        break;
    case 0xBB:
        close_mark(checking, text, open, 1, at);
        break;
    case '(':
        if (!open->brackets++) open->bracket = at;
        break;
    case ')':
        if (open->brackets) open->brackets--;
        break;
    case '"':
        if (is_digit_before(text->plain, at) && open->straights % 2 == 0) break;
        if (open->straights++ % 2 == 0) open->straight = at;
        break;
    default:
        break;
    }
}

static void check_text(Checking *checking, size_t index) {
    const CheckText *text = &checking->texts[index];
    Open open = {0};
    for (size_t strand = 0; strand < text->strand_count; strand++) {
        const Strand *here = &text->strands[strand];
        size_t end =
            strand + 1 < text->strand_count ? text->strands[strand + 1].at : text->plain.len;
        if (here->is_opaque || !here->wording) continue; /* German closes with “ */
        for (size_t at = here->at, next = at; at < end; at = next)
            take(checking, text, &open, utf8_next(text->plain, &next), at);
    }
    const char *unclosed = "a quotation mark that is never closed";
    if (open.depth[0] > 0 && !goes_on(checking, index, STR("“")))
        report(checking, text, open.at[0], unclosed);
    if (open.depth[1] > 0 && !goes_on(checking, index, STR("«")))
        report(checking, text, open.at[1], unclosed);
    if (open.straights % 2 && !goes_on(checking, index, STR("\"")))
        report(checking, text, open.straight, "a quotation mark without its partner");
    if (open.brackets) report(checking, text, open.bracket, "a bracket that is never closed");
}

void check_marks(Checking *checking) {
    for (size_t i = 0; i < checking->text_count; i++) check_text(checking, i);
}
