/* Inside the Markdown reader: the state of one text while md4c calls back, and the parts that share it.
 *
 * All offsets are bytes of the scalar's value. md4c is given the value itself or a copy (`input`, with `lines`
 * leading back to the value): one-paragraph text with a guard before each line so that none can begin a block,
 * folded text with the blank lines that YAML took.
 * A leaf block is collected as tokens: pieces, and brackets that may turn out to delimit a span. When the
 * block ends the brackets are settled and the tokens become the pieces of its Rich. */
#ifndef DOSSIER_READ_MARKUP_PARSE_H
#define DOSSIER_READ_MARKUP_PARSE_H

#include "read/markup.h"

#include <md4c.h>

#define NOWHERE SIZE_MAX

/* Before each line of one-paragraph text, a no-break space and a space: what follows can begin no block and
 * is still a word of its own. */
#define MARKUP_GUARD "\u00A0 "

typedef enum TokenKind { TOKEN_PIECE, TOKEN_OPEN, TOKEN_CLOSE } TokenKind;

typedef struct Token {
    Piece piece;
    TokenKind kind;
    TextSpan *attributes; /* bracket: the span it delimits, NULL: literal */
    TextNote *note;       /* bracket: the note it delimits */
} Token;

typedef struct OpenBlock {
    Markup *node;
    Markup **tail;    /* where the next child goes */
    Markup *last;     /* the last child that ended */
    bool is_implicit; /* paragraph of a tight item, which md4c does not announce */
} OpenBlock;

/* A target of a link, to learn which definitions were used. */
typedef struct UsedTarget {
    size_t offset; /* in the value, NOWHERE when md4c made a copy */
    Str url;
} UsedTarget;

typedef struct SpanFrame {
    MD_SPANTYPE type;
    size_t brackets; /* brackets.len when it began */
} SpanFrame;

typedef struct Range {
    size_t from, to;
} Range;

typedef struct MarkupParse {
    Reader *reader;
    const Node *scalar;
    Str text;  /* the scalar's value */
    Str input; /* what md4c reads */
    const MapPoint *lines;
    size_t line_count, guard; /* each line of `input` begins with so many bytes of ours */
    size_t cursor;            /* behind the last text seen */
    size_t map_at;            /* point of scalar->map around the cursor */
    size_t block_start;       /* first text of the leaf, NOWHERE before it */
    size_t attribute_bytes;
    Markup *root, **tail;
    Rich *only; /* one-paragraph text: goes here */
    LIST(OpenBlock) open;
    LIST(Token) tokens;
    LIST(size_t) brackets;  /* tokens that opened and have not closed */
    bool has_notes;         /* the leaf: its text, or what was meant for one */
    LIST(SpanFrame) frames; /* spans of Markdown around the cursor */
    LIST(UsedTarget) used;
    LIST(Range) covered; /* texts seen, when the value may hold definitions */
    unsigned strong, emphasis, strike, code;
    unsigned link_depth;
    size_t link_target; /* of `link` in the value, NOWHERE when md4c made a copy */
    TextLink *link;
    size_t link_token; /* first token inside the link */
    unsigned mute;     /* inside something refused: its texts are dropped */
    Code refused;      /* what is refused and not reported yet */
    const char *refused_message, *refused_hint;
    bool in_mention;
    bool has_blanks; /* the value has tabs or NUL bytes */
    bool may_define, may_tbc;
    size_t pending_indent;
    bool pending_line;
} MarkupParse;

/* markup_parse.c: everything between the tags of one text. False when it was given up (reported). */
bool markup_parse(MarkupParse *parse, unsigned flags);
void markup_report(MarkupParse *parse, Code code, Range range, const char *message,
                   const char *hint);
/* Offset in the value of a byte of the input; NOWHERE when it is not in there. */
size_t markup_offset(const MarkupParse *parse, const char *at);

/* The end of the line around `from`: at its \n or \r, which md4c takes for one too, or the end of the text. */
size_t markup_line_end(Str text, size_t from);

/* markup_text.c: texts of a leaf. */
/* `range` is the text's place, from NOWHERE when md4c made it. */
int markup_add_text(MarkupParse *parse, MD_TEXTTYPE type, Str text, Range range);
Token *markup_add_token(MarkupParse *parse, TokenKind kind, Str text, Range range);
void markup_add_source(MarkupParse *parse, size_t from, size_t to);

/* markup_span.c: brackets and attributes. */
void markup_add_normal(MarkupParse *parse, size_t from, size_t to);
void markup_finish_rich(MarkupParse *parse, Rich *rich);

/* markup_note.c: footnotes. A note with a place (`span`) is one that ends. */
bool markup_opens_note(const MarkupParse *parse, size_t from, size_t at);
void markup_open_note(MarkupParse *parse, size_t at);
void markup_close_note(MarkupParse *parse, size_t opener, Token *close);
/* The settling of a leaf's notes: at the opening token, where *span becomes what the note's words stand in; at
 * the closing one, when they are tokens [from, to) and become the note. */
bool markup_begin_note(MarkupParse *parse, const Token *open, bool is_inside,
                       const TextSpan **span);
void markup_end_note(MarkupParse *parse, const Token *open, size_t from, size_t to);
/* Keeps the texts of a text's notes for the reader. */
void markup_keep_notes(MarkupParse *parse, const Rich *rich);

/* markup_link.c: links and mentions. False when the whole text must be given up. */
bool markup_enter_link(MarkupParse *parse, const MD_SPAN_A_DETAIL *detail);
/* The end of a target that starts at `at`, in `<...>` when it is angled. */
size_t markup_target_end(Str text, size_t at, bool is_angled);
void markup_leave_link(MarkupParse *parse);
void markup_add_mention(MarkupParse *parse, const MD_ATTRIBUTE *target);

/* markup_definition.c: link definitions nobody used. */
void markup_check_definitions(MarkupParse *parse);
/* Whether the target from `at` to the end of `text` can be what md4c resolved to `url`: the same but for escapes;
 * up to the first reference (&...;), which is not looked into. */
bool markup_is_target(Str text, size_t at, Str url);

#endif
