/* Any bytes as a layout of a small article: pages, or messages. */
#include "fuzz.h"

#include "dossier.h"

#include <stdio.h>
#include <unistd.h>

static const char article[] = "dossier: article\n"
                              "title: A title\n"
                              "kicker: News\n"
                              "date: 2018-12-08\n"
                              "body:\n"
                              "  - >-\n"
                              "    Some **text**, with a [link](https://example.org) and `code`.\n"
                              "  - heading: A head\n"
                              "  - list: [One, Two]\n"
                              "  - quote: Some words.\n"
                              "    by: Jane Doe\n"
                              "  - table: [[a, b], [1, 2]]\n"
                              "    caption: Numbers\n";

static bool swallow(void *user, const void *bytes, size_t size) {
    (void)user, (void)bytes, (void)size;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    char name[64];
    snprintf(name, sizeof name, "/tmp/fuzz-%ld.yaml", (long)getpid());
    FILE *file = fopen(name, "wb");
    if (!file) abort();
    fwrite(bytes, 1, size, file);
    fclose(file);
    DossierEngine *engine = dossier_engine_new();
    DossierRequest request = {.input_bytes = article,
                              .input_size = sizeof article - 1,
                              .input_name = "fuzz.yaml",
                              .root = "/tmp",
                              .layout = name,
                              .write = swallow};
    if (dossier_render(engine, &request, NULL) == DOSSIER_FAULT) abort();
    dossier_engine_drop(engine);
    unlink(name);
    return 0;
}
