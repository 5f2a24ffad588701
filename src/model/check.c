/* A file's kind, an id, a language tag in; yes, or a report, out. */
#include "model/check.h"

/* In the order of FileKind. */
static const Str file_kinds[] = {STR_CONST("article"), STR_CONST("pack"), STR_CONST("directory"),
                                 STR_CONST("layout")};
#define FILE_KIND_COUNT (sizeof file_kinds / sizeof *file_kinds)

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* ---- kind of file --------------------------------------------------------------------------- */

static int find_file_kind(Str name) {
    for (size_t i = 0; i < FILE_KIND_COUNT; i++) {
        if (str_equal(name, file_kinds[i])) return (int)i;
    }
    return -1;
}

/* What to do with a file of another kind, seen from where an article or a directory is wanted. */
static Str other_kind_hint(int found, FileKind wanted) {
    if (wanted == FILE_DIRECTORY && found == FILE_ARTICLE)
        return STR("`use` names directories: people, organizations, terms, references");
    if (found == FILE_DIRECTORY)
        return STR("a directory is not printed itself: an article names it under `use`");
    if (found == FILE_PACK) return STR("a pack is rendered by itself, not within another file");
    if (found == FILE_LAYOUT)
        return STR("a layout is not printed itself: give it with --layout, or under `layout`");
    return (Str){0};
}

static void report_kind(Job *job, const Node *value, FileKind wanted) {
    int found = find_file_kind(value->text), nearest;
    Str want = file_kinds[wanted], hint;
    if (found >= 0) {
        diag_add(job->diags, E_UNKNOWN_KIND, value->span, other_kind_hint(found, wanted),
                 "this file is %s %.*s, not %s %.*s", found == FILE_ARTICLE ? "an" : "a",
                 STR_ARG(value->text), wanted == FILE_ARTICLE ? "an" : "a", STR_ARG(want));
        return;
    }
    nearest = str_nearest(value->text, file_kinds, FILE_KIND_COUNT);
    if (nearest >= 0) want = file_kinds[nearest];
    hint = str_format(job->arena, nearest >= 0 ? "did you mean \"%.*s\"?" : "write `dossier: %.*s`",
                      STR_ARG(want));
    diag_add(job->diags, E_UNKNOWN_KIND, value->span, hint, "unknown kind of file \"%.*s\"",
             STR_ARG(value->text));
}

/* A text alone gets the frame it belongs into; YAML keys are in small letters. */
static Str how_to_begin(Job *job, const Node *root, FileKind wanted) {
    if (root->kind == NODE_SCALAR && wanted == FILE_ARTICLE)
        return STR(
            "begin the file so:\ndossier: article\ntitle: >-\n  The title\nbody: |\n  The text");
    for (size_t i = 0; root->kind == NODE_MAPPING && i < root->count; i++) {
        if (str_is(root->entries[i].key->text, "Dossier"))
            return STR("write `dossier` and all keys in small letters");
    }
    return str_format(job->arena, "begin the file with `dossier: %.*s`",
                      STR_ARG(file_kinds[wanted]));
}

bool file_is(const Node *root, FileKind kind) {
    const Node *value = root->kind == NODE_MAPPING ? node_find(root, "dossier") : NULL;
    return value && value->kind == NODE_SCALAR && str_equal(value->text, file_kinds[kind]);
}

bool file_kind_check(Job *job, const Node *root, FileKind wanted) {
    if (root->kind != NODE_MAPPING) {
        if (root->is_damaged) return false;
        diag_add(job->diags, E_UNKNOWN_KIND, root->span, how_to_begin(job, root, wanted),
                 "the file holds %s, not the keys of %s %.*s", node_kind_name(root),
                 wanted == FILE_ARTICLE ? "an" : "a", STR_ARG(file_kinds[wanted]));
        return false;
    }
    const Node *value = node_find(root, "dossier");
    if (value ? value->is_damaged : node_lost_key(job->sources, root, "dossier"))
        return true; /* reported; its other keys are worth reading */
    if (!value) {
        Span start = span_of(root->span.source, root->span.start, root->span.start);
        diag_add(job->diags, E_UNKNOWN_KIND, start, how_to_begin(job, root, wanted),
                 "the file does not say what it is");
        return false;
    }
    if (value->kind == NODE_SCALAR && str_equal(value->text, file_kinds[wanted])) return true;
    report_kind(job, value, wanted);
    return false;
}

/* ---- ids and languages ---------------------------------------------------------------------- */

bool id_check(Job *job, Str id, Span span) {
    bool is_good = id.len && (is_letter(id.at[0]) || is_digit(id.at[0]));
    for (size_t i = 0; i < id.len && is_good; i++) {
        char c = id.at[i];
        is_good = is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
    }
    if (!is_good)
        diag_add(job->diags, E_BAD_ID, span, STR("use letters a-z, digits, - _ and ."),
                 "\"%.*s\" is not a usable id", STR_ARG(id));
    return is_good;
}

bool id_looks_like(Str text) {
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (!((c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '_' || c == '.'))
            return false;
    }
    return text.len > 0;
}

static bool lang_is_well_formed(Str lang) {
    size_t start = 0;
    for (size_t i = 0; i <= lang.len; i++) {
        if (i < lang.len && lang.at[i] != '-') {
            bool is_fine = is_letter(lang.at[i]) || (start && is_digit(lang.at[i]));
            if (!is_fine) return false;
            continue;
        }
        size_t len = i - start, least = start || lang.at[0] == 'x' ? 1 : 2;
        if (len < least || len > 8) return false;
        start = i + 1;
    }
    return !str_is(lang, "x");
}

bool lang_check(Job *job, Str lang, Span span) {
    if (lang.len && lang_is_well_formed(lang)) return true;
    diag_add(job->diags, E_BAD_LANG, span, STR("write a tag such as en, en-GB, fr or zh-Hant"),
             "\"%.*s\" is not a language tag", STR_ARG(lang));
    return false;
}

Str first_place_hint(Job *job, Span span, Span repeated) {
    Place place = source_place(job->sources, span);
    if (span.source == repeated.source)
        return str_format(job->arena, "it stands first in line %u", place.line);
    return str_format(job->arena, "it stands first at %.*s:%u:%u", STR_ARG(place.path), place.line,
                      place.column);
}
