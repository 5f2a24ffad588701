/* Any text as Markdown, of blocks and of one paragraph: pieces with their places, or messages. */
#include "fuzz.h"
#include "read/field.h"

static Node *scalar(Trial *trial) {
    Node *node = ARENA_NEW(trial->job.arena, Node);
    MapPoint *map = ARENA_NEW(trial->job.arena, MapPoint);
    uint32_t source = source_add(&trial->sources, STR("fuzz.md"), trial->input);
    *node = (Node){.kind = NODE_SCALAR,
                   .span = span_of(source, 0, trial->input.len),
                   .form = SCALAR_LITERAL,
                   .text = str_copy(trial->job.arena, trial->input), /* md4c wants a zero behind */
                   .map = map,
                   .map_count = 1};
    return node;
}

/* What reaches Markdown is UTF-8: YAML has seen to that. */
static bool is_text(Str input) {
    for (size_t at = 0; at < input.len;) {
        if (utf8_next(input, &at) == 0xFFFD) return false;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    Trial trial;
    trial_open(&trial, bytes, size);
    Reader reader = {.job = &trial.job};
    if (size && is_text(trial.input)) {
        Node *node = scalar(&trial);
        Buf out = buf_new(trial.job.arena);
        const Markup *markup = markup_read(&reader, node);
        if (markup) markup_dump(markup, &trial.sources, 0, &out);
        Rich rich = {0};
        if (markup_read_inline(&reader, node, &rich)) rich_dump(&rich, &trial.sources, &out);
    }
    trial_close(&trial);
    return 0;
}
