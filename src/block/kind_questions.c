/* If pressed: questions that may come, the line to take, what to say when they go on, whose answer it is. */
#include "block/points.h"

typedef struct Question {
    Rich ask, line, then;
    Scalar owner;
} Question;

typedef struct Questions {
    FieldList rows;
} Questions;

static const Field row_fields[] = {
    {.key = "ask",
     .type = FIELD_TEXT,
     FIELD(Question, ask),
     .required = true,
     .help = "the question, as it may be put"},
    {.key = "line",
     .type = FIELD_TEXT,
     FIELD(Question, line),
     .required = true,
     .help = "the answer; TBC while there is none"},
    {.key = "then", .type = FIELD_TEXT, FIELD(Question, then), .help = "if they go on"},
    {.key = "owner",
     .type = FIELD_STRING,
     FIELD(Question, owner),
     .help = "whose answer it is: an id, or a name"},
    {0}};
static const Record row_record = {
    .name = "question", .size = sizeof(Question), .fields = row_fields};

static const Field fields[] = {{.key = "questions",
                                .type = FIELD_RECORDS,
                                FIELD(Questions, rows),
                                .required = true,
                                .record = &row_record,
                                .help = "the questions, the likeliest first"},
                               {0}};

static bool check(Reader *reader, const Node *mapping, void *into) {
    (void)into;
    return points_check_rows(reader, node_find(mapping, "questions"), "no questions");
}

static const Record record = {
    .name = "questions", .size = sizeof(Questions), .fields = fields, .check = check};

/* ---- setting ---- */

static void set_then(Setter *setter, const Rich *then) {
    const Style *style = layout_style(setter->layout, "questions.then");
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    PartList parts = {0};
    parts_add_string(setter, &parts, language_term(setter->lang, TERM_FOLLOW_UP), then->span, style,
                     tag);
    parts_add_string(setter, &parts, STR(": "), then->span, style, tag);
    parts_add_rich(setter, &parts, then, style, tag);
    points_set_under(setter, &parts, style, then->span);
}

static void set_owner(Setter *setter, const Scalar *owner) {
    const Style *style = layout_style(setter->layout, "questions.owner");
    Tag *tag = tag_add(setter->tags, setter->parent, TAG_P);
    Scalar name = *owner;
    PartList parts = {0};
    if (!owner->is_tbc) name.text = model_name(setter->model, owner, setter->lang);
    parts_add_string(setter, &parts, language_term(setter->lang, TERM_OWNER), owner->span, style,
                     tag);
    parts_add_string(setter, &parts, STR(": "), owner->span, style, tag);
    parts_add_value(setter, &parts, &name, style, tag);
    points_set_under(setter, &parts, style, owner->span);
}

static void set_question(Setter *setter, const Question *question, bool is_first) {
    const Style *style = layout_style(setter->layout, "questions");
    const Style *ask = layout_style(setter->layout, "questions.ask");
    PartList parts = {0};
    set_rich(setter, &question->ask, is_first ? points_first(setter, ask) : ask,
             tag_add(setter->tags, setter->parent, TAG_P));
    parts_add_rich(setter, &parts, &question->line, style,
                   tag_add(setter->tags, setter->parent, TAG_P));
    points_set_under(setter, &parts, style, question->line.span);
    if (question->then.count) set_then(setter, &question->then);
    if (question->owner.given) set_owner(setter, &question->owner);
}

static void set(Setter *setter, const Block *block) {
    const Questions *questions = block->fields;
    const Question *rows = questions->rows.at;
    Tag *outer = setter->parent;
    setter->parent = tag_add(setter->tags, outer, TAG_SECT);
    points_set_label(setter, layout_style(setter->layout, "lines.label"), TERM_IF_PRESSED,
                     block->key_span);
    Points points = points_begin(setter, "None");
    for (size_t i = 0; i < questions->rows.len; i++) {
        if (i) set_card_break(setter, rows[i].ask.span);
        points_open(setter, &points, (Str){0}, rows[i].ask.span);
        set_question(setter, &rows[i], i == 0);
        points_close(setter, &points);
    }
    set_end(setter, layout_style(setter->layout, "lines"));
    setter->parent = outer;
}

extern const BlockKind kind_questions;
const BlockKind kind_questions = {.key = "questions",
                                  .help = "questions that may come, and what to say",
                                  .record = &record,
                                  .set = set};
