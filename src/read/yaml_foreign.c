/* A file that is no text at all in, one message that names what it is out. */
#include "read/yaml.h"

typedef struct Signature {
    Str bytes;
    const char *what;
    Str hint;
} Signature;

#define COPY_TEXT STR_CONST("copy its text into a file that begins with `dossier: article`")
#define NAME_BLOCK STR_CONST("name it in an article: `- figure: FILE`")
#define SAVE_UTF8 STR_CONST("save the file as UTF-8")

/* How files of these kinds begin. */
static const Signature signatures[] = {
    {STR_CONST("%PDF-"), "a PDF, not an article", COPY_TEXT},
    {STR_CONST("PK\003\004"), "a Word, Excel, OpenDocument or ZIP file, not an article", COPY_TEXT},
    {STR_CONST("\320\317\021\340"), "an old Word or Excel file, not an article", COPY_TEXT},
    {STR_CONST("{\\rtf"), "an RTF document, not an article", COPY_TEXT},
    {STR_CONST("\211PNG"), "a picture, not an article", NAME_BLOCK},
    {STR_CONST("\377\330\377"), "a picture, not an article", NAME_BLOCK},
    {STR_CONST("GIF8"), "a picture, not an article", NAME_BLOCK},
    {STR_CONST("\037\213"), "a compressed file", STR_CONST("unpack it first")},
    {STR_CONST("\377\376"), "text in UTF-16", SAVE_UTF8},
    {STR_CONST("\376\377"), "text in UTF-16", SAVE_UTF8},
};

bool yaml_is_foreign(const Yaml *yaml) {
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        if (!str_starts(yaml->bytes, signatures[i].bytes)) continue;
        diag_add(yaml->job->diags, E_ENCODING, span_of(yaml->source, 0, 1), signatures[i].hint,
                 "this file is %s", signatures[i].what);
        return true;
    }
    return false;
}
