/* A forced break: what follows begins on a new page, or on the next right or left one. The last resort. */
#include "block/set.h"

typedef struct PageBreak {
    int start;
} PageBreak;

static const char *const starts[] = {"next", "recto", "verso", NULL};

static const Field fields[] = {
    {.key = "page",
     .type = FIELD_CHOICE,
     FIELD(PageBreak, start),
     .required = true,
     .choices = starts,
     .help = "what follows begins on a new page; recto, verso: on a right, a left one"},
    {0}};

static const Record record = {.name = "page", .size = sizeof(PageBreak), .fields = fields};

static void set(Setter *setter, const Block *block) {
    setter->follows_text = false;
    static const PageSide sides[] = {SIDE_ANY, SIDE_RECTO, SIDE_VERSO};
    const PageBreak *page = block->fields;
    set_penalty(setter, BREAK_FORCED, PENALTY_PLAIN, block->span);
    list_last(&setter->galley->items).side = sides[page->start];
}

extern const BlockKind kind_page;
const BlockKind kind_page = {
    .key = "page", .help = "a new page begins", .record = &record, .set = set};
