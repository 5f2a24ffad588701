/* Any bytes as CSV: rows, or messages. */
#include "fuzz.h"
#include "read/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    Trial trial;
    trial_open(&trial, bytes, size);
    uint32_t source = source_add(&trial.sources, STR("fuzz.csv"), trial.input);
    const Node *root = csv_parse_source(&trial.job, source);
    Buf out = buf_new(trial.job.arena);
    if (root) node_dump(root, &trial.sources, &out);
    trial_close(&trial);
    return 0;
}
