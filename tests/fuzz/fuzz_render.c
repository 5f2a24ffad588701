/* Any bytes as an article, to a PDF in memory. The files it names are those of tests/golden. */
#include "fuzz.h"

#include "dossier.h"

static bool swallow(void *user, const void *bytes, size_t size) {
    (void)bytes;
    *(size_t *)user += size;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static const char golden[] = TEST_SOURCE_DIR "/tests/golden";
    char *copy = malloc(size + 1);
    if (size) memcpy(copy, bytes, size);
    size_t written = 0;
    DossierEngine *engine = dossier_engine_new();
    DossierRequest request = {.input_bytes = copy,
                              .input_size = size,
                              .input_name = TEST_SOURCE_DIR "/tests/golden/fuzz.yaml",
                              .root = golden,
                              .write = swallow,
                              .user = &written};
    DossierStatus status = dossier_render(engine, &request, NULL);
    if (status == DOSSIER_FAULT || (status == DOSSIER_DONE) != (written > 0)) abort();
    dossier_engine_drop(engine);
    free(copy);
    return 0;
}
