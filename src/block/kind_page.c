/* A forced break: what follows begins on a new page. The last resort. */
#include "block/set.h"

typedef struct PageBreak {
    int start;
} PageBreak;

enum { START_NEXT };

static const char *const starts[] = {"next", "recto", "verso", NULL};

static const Field fields[] = {{.key = "page",
                                .type = FIELD_CHOICE,
                                FIELD(PageBreak, start),
                                .required = true,
                                .choices = starts,
                                .help = "next: what follows begins on a new page"},
                               {0}};

static bool check(Reader *reader, const Node *mapping, void *into) {
    const PageBreak *page = into;
    if (page->start == START_NEXT) return true;
    const Node *value = node_find(mapping, "page");
    diag_add(reader->job->diags, E_NOT_IMPLEMENTED, value ? value->span : mapping->span,
             STR("use `page: next`"), "`page: %s` is not supported yet", starts[page->start]);
    return false;
}

static const Record record = {
    .name = "page", .size = sizeof(PageBreak), .fields = fields, .check = check};

static void set(Setter *setter, const Block *block) {
    setter->follows_text = false;
    set_penalty(setter, BREAK_FORCED, PENALTY_PLAIN, block->span);
}

extern const BlockKind kind_page;
const BlockKind kind_page = {
    .key = "page", .help = "a new page begins", .record = &record, .set = set};
